package dev.pedigree.corpus;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** The formats that can be read. */
public enum CorpusFormat {
    /** Pedigree's own JSON Lines. */
    PEDIGREE(
            "pedigree",
            "Pedigree JSONL",
            "one answer per line: id, prompt, response, reasoning, model, lang, sample, finish",
            PedigreeRecords::accepts,
            PedigreeRecords::new);

    private final String id;
    private final String title;
    private final String description;
    final Predicate<Json> accepts;
    final Supplier<RecordReader> records;

    CorpusFormat(String id, String title, String description, Predicate<Json> accepts, Supplier<RecordReader> records) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.accepts = accepts;
        this.records = records;
    }

    /**
     * The name by which commands and reports call the format.
     *
     * @return the name, in lower case with hyphens
     */
    public String id() {
        return id;
    }

    /**
     * What people call the format.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * What the files look like, in one line.
     *
     * @return the description
     */
    public String description() {
        return description;
    }
}
