package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.CorpusException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the answers of models from the log files of many tools. Immutable; each {@code with…} gives a new reader.
 *
 * <p>Defaults: the format is detected from each file's first records; a record that cannot be understood is an error; a record may
 * be 64 MiB long; questions that stand in a file of their own are looked for beside the answers; all models are read.
 *
 * <p>A conversation gives one response for each of the assistant's turns, with the turns before it as its prompt. Reasoning is
 * split off and kept apart; control tokens that leaked into an answer end it; rows that a tool writes twice are read once.
 *
 * <pre>{@code
 * Corpus suspect = CorpusReader.detect().read(Path.of("suspect.jsonl"));
 * }</pre>
 */
public final class CorpusReader {
    private static final CorpusReader DETECT = new CorpusReader(ReadOptions.DEFAULT);

    private final ReadOptions options;

    private CorpusReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * A reader that finds out the format of each file by itself.
     *
     * @return the reader with the defaults of the class
     */
    public static CorpusReader detect() {
        return DETECT;
    }

    /**
     * A reader that takes every file as being of one format.
     *
     * @param format the format
     * @return the reader
     */
    public CorpusReader withFormat(CorpusFormat format) {
        return new CorpusReader(options.withFormat(requireNonNull(format, "format")));
    }

    /**
     * A reader that is told which columns of a table, or which fields of JSON records, hold what. What is not named is looked for
     * under common names. In JSON, a name with dots leads into objects and lists: {@code output.choices.0.text}.
     *
     * @param columns the column's or field's name for each of {@code response, prompt, system, reasoning, model, id, lang, sample,
     *     finish}
     * @return the reader
     * @throws IllegalArgumentException if there is a key other than these
     */
    public CorpusReader withColumns(Map<String, String> columns) {
        for (String key : columns.keySet()) {
            if (!FieldNames.all().contains(key)) {
                throw new IllegalArgumentException(
                        "no column can be named for \"" + key + "\"; there are " + String.join(", ", FieldNames.all()));
            }
        }
        return new CorpusReader(options.withColumns(columns));
    }

    /**
     * A reader that leaves out the records that it cannot understand; the summary says how many and why.
     *
     * @return the reader
     */
    public CorpusReader skippingBadRecords() {
        return new CorpusReader(options.skippingBadRecords());
    }

    /**
     * A reader with another limit to the length of a record; a longer one is a bad record.
     *
     * @param bytes the limit in bytes, from 1 to 1,000,000,000
     * @return the reader
     * @throws IllegalArgumentException if the limit is out of range
     */
    public CorpusReader withMaxRecord(int bytes) {
        if (bytes < 1 || bytes > 1_000_000_000) {
            throw new IllegalArgumentException("need 1 <= bytes <= 1000000000, got " + bytes);
        }
        return new CorpusReader(options.withMaxRecord(bytes));
    }

    /**
     * A reader that joins the answers with the questions in that file, for formats that keep them apart (batches, MT-bench). Without
     * it, all files of questions beside the answers are taken together.
     *
     * @param file the batch's input, or {@code question.jsonl}
     * @return the reader
     */
    public CorpusReader withPrompts(Path file) {
        return new CorpusReader(options.withPrompts(requireNonNull(file, "file")));
    }

    /**
     * A reader that hands on the answers of one model only, for files that hold several. The summary still names all models.
     *
     * @param name the model's name as the file gives it
     * @return the reader
     */
    public CorpusReader withModel(String name) {
        return new CorpusReader(options.withModel(requireNonNull(name, "name")));
    }

    /**
     * The models that a path holds: a folder has a file or a folder for each, a file is one. A folder that a tool makes for one
     * model's run (LM Evaluation Harness, HELM) and a folder of text files are one model. Files that only accompany others, such
     * as a batch's input or {@code question.jsonl}, are left out.
     *
     * @param path a file or folder
     * @return the models, sorted by name; at least one
     * @throws CorpusException if nothing is there, or nothing that could be read
     */
    public static List<ModelSource> models(Path path) throws CorpusException {
        requireExists(path);
        return Folders.models(path);
    }

    /**
     * Reads a corpus into memory.
     *
     * @param path a file, or a folder of which all files belong to one model
     * @return the corpus, named after the path
     * @throws CorpusException if the input is not there, cannot be read, or is not what it claims to be
     * @see Corpus#byModel
     */
    public Corpus read(Path path) throws CorpusException {
        List<Response> responses = new ArrayList<>();
        ReadSummary summary = forEach(path, responses::add);
        return new Corpus(Folders.name(path), responses, summary);
    }

    /**
     * Reads a corpus one answer at a time, in the order of the input, in no more memory than its largest record needs. Formats whose
     * tools repeat rows take another 16 to 32 bytes per row, so that repetitions are known; answers that are joined with their
     * questions take the questions' keys.
     *
     * @param path a file, or a folder of which all files belong to one model
     * @param consumer takes each answer
     * @return what was read
     * @throws CorpusException if the input is not there, cannot be read, or is not what it claims to be; answers before it have
     *     been handed on by then
     */
    public ReadSummary forEach(Path path, Consumer<? super Response> consumer) throws CorpusException {
        requireExists(path);
        Sink sink = new Sink(consumer, options);
        MessageDigest digest = sha256();
        boolean folder = Files.isDirectory(path);
        List<Path> files = folder ? Folders.files(path) : List.of(path);
        if (files.isEmpty()) {
            throw new CorpusException(
                    Kind.NOTHING_TO_READ, new Source(path.toString(), 0), "the folder holds no file that can be read");
        }
        for (Path file : files) {
            new FileReading(file, sink, digest, options, Folders.isText(file)).run();
        }
        return sink.summary(HexFormat.of().formatHex(digest.digest()));
    }

    private static void requireExists(Path path) throws CorpusException {
        if (!Files.exists(path)) {
            String why = Files.isSymbolicLink(path) ? "a symbolic link that leads nowhere" : "no such file or folder";
            throw new CorpusException(Kind.MISSING, new Source(path.toString(), 0), why);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static CorpusException wrapped(Path file, long line, IOException problem) {
        CorpusException wrapped =
                new CorpusException(kind(problem), new Source(file.toString(), line), reason(problem));
        wrapped.initCause(problem);
        return wrapped;
    }

    private static Kind kind(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return Kind.MISSING;
        }
        return problem instanceof AccessDeniedException ? Kind.NO_PERMISSION : Kind.BAD_DATA;
    }

    static String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such file";
        }
        if (problem instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        if (problem instanceof EOFException) {
            return "the compressed data are cut off";
        }
        if (problem instanceof java.util.zip.ZipException) {
            return "the compressed data are damaged: " + problem.getMessage();
        }
        return String.valueOf(problem.getMessage());
    }
}
