package dev.pedigree.reference;

import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is publicly known of models, by name. Read from tab-separated text with a header; the columns are {@code model, family, lab,
 * kind, teachers, parent, available_since, same_as, independent}, all but the first optional, others ignored. Teachers are families with
 * spaces between.
 */
public final class ModelTable {
    private static final String BUILT_IN = "models.tsv";

    private final Map<String, ReferenceModel> models;
    private final Map<String, ReferenceModel> bySpelling;

    private ModelTable(Map<String, ReferenceModel> models) {
        this.models = models;
        this.bySpelling = bySpelling(models.values());
    }

    /* Entries whose names differ in spelling alone; none where they are not of one family, for then it is not known which is meant. */
    private static Map<String, ReferenceModel> bySpelling(Collection<ReferenceModel> models) {
        Map<String, ReferenceModel> first = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        for (ReferenceModel model : models) {
            String normal = ModelNames.normal(model.name());
            ReferenceModel before = first.putIfAbsent(normal, model);
            if (before != null && !before.family().equals(model.family())) {
                unclear.add(normal);
            }
        }
        first.keySet().removeAll(unclear);
        return first;
    }

    /**
     * The table that ships with the library.
     *
     * @return about four hundred models, from their public model cards and papers
     */
    public static ModelTable builtIn() {
        try (InputStream in = ModelTable.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return parse(new InputStreamReader(in, StandardCharsets.UTF_8), BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @param file tab-separated text, UTF-8
     * @return the table
     * @throws CorpusException where a line is not what it should be; names the line and column
     * @throws IOException where the file cannot be read
     */
    public static ModelTable read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return parse(reader, file.toString());
        }
    }

    /**
     * This table with another's entries, which win.
     *
     * @param other the other table
     * @return both
     */
    public ModelTable with(ModelTable other) {
        Map<String, ReferenceModel> both = new TreeMap<>(models);
        both.putAll(other.models);
        return new ModelTable(both);
    }

    /**
     * What is known of a model.
     *
     * @param name its name; upper and lower case are the same. A name without an entry of its own may be written otherwise than an
     *     entry's, as {@link ReferenceModel#isCalled} tells
     * @return the entry under that name, or one that knows nothing but the name
     */
    public ReferenceModel get(String name) {
        return entry(name).map(known -> called(known, name)).orElseGet(() -> ReferenceModel.named(name));
    }

    private static ReferenceModel called(ReferenceModel known, String name) {
        return new ReferenceModel(
                name,
                known.identity(),
                known.family(),
                known.lab(),
                known.kind(),
                known.teachers(),
                known.parent(),
                known.availableSince(),
                known.independent());
    }

    /**
     * Tells whether the table has an entry.
     *
     * @param name a model's name, as in {@link #get}
     * @return whether it is there
     */
    public boolean contains(String name) {
        return entry(name).isPresent();
    }

    private Optional<ReferenceModel> entry(String name) {
        ReferenceModel exact = models.get(key(name));
        return Optional.ofNullable(exact == null ? bySpelling.get(ModelNames.normal(name)) : exact);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ModelTable parse(Reader in, String name) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        String header = lines.readLine();
        if (header == null) {
            throw new CorpusException(new Source(name, 1), "expected a header, found an empty file");
        }
        List<String> columns = Arrays.asList(header.split("\t", -1));
        if (!columns.contains("model")) {
            throw new CorpusException(new Source(name, 1), "expected a column 'model', found " + columns);
        }
        Map<String, ReferenceModel> models = new TreeMap<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Source source = new Source(name, number);
            String[] cells = line.split("\t", -1);
            if (cells.length > columns.size()) {
                throw new CorpusException(
                        source, "expected " + columns.size() + " columns as in the header, found " + cells.length);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns.get(i), cells[i].strip());
            }
            ReferenceModel model = model(row, source);
            if (models.put(key(model.name()), model) != null) {
                throw new CorpusException(source, "column 'model': '" + model.name() + "' stands there twice");
            }
        }
        return new ModelTable(models);
    }

    private static ReferenceModel model(Map<String, String> row, Source source) throws CorpusException {
        String name = row.getOrDefault("model", "");
        if (name.isEmpty()) {
            throw new CorpusException(source, "column 'model': expected a name, found nothing");
        }
        String family = row.getOrDefault("family", "");
        String identity = row.getOrDefault("same_as", "");
        String teachers = row.getOrDefault("teachers", "");
        return new ReferenceModel(
                name,
                key(identity.isEmpty() ? name : identity),
                family.isEmpty() ? name : family,
                row.getOrDefault("lab", ""),
                kind(row.getOrDefault("kind", ""), source),
                teachers.isEmpty() ? List.of() : List.of(teachers.split(" +")),
                row.getOrDefault("parent", ""),
                month(row.getOrDefault("available_since", ""), source),
                yes(row.getOrDefault("independent", ""), source));
    }

    private static ReferenceModel.Kind kind(String text, Source source) throws CorpusException {
        if (text.isEmpty()) {
            return ReferenceModel.Kind.UNKNOWN;
        }
        try {
            return ReferenceModel.Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CorpusException(
                    source,
                    "column 'kind': expected one of "
                            + Arrays.toString(ReferenceModel.Kind.values()).toLowerCase(Locale.ROOT) + ", found '"
                            + text
                            + "'");
        }
    }

    private static boolean yes(String text, Source source) throws CorpusException {
        if (!text.isEmpty() && !text.equals("yes") && !text.equals("no")) {
            throw new CorpusException(source, "column 'independent': expected yes or no, found '" + text + "'");
        }
        return text.equals("yes");
    }

    private static Optional<YearMonth> month(String text, Source source) throws CorpusException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            throw new CorpusException(source, "column 'available_since': expected YYYY-MM, found '" + text + "'");
        }
    }
}
