package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of models from the log files of many tools. Immutable; each {@code with…} gives a new reader.
 *
 * <p>Defaults: the format is detected from each file's first record; a record that cannot be understood is an error; a record may
 * be 64 MiB long.
 */
public final class CorpusReader {
    private static final int DEFAULT_MAX_RECORD = 64 << 20;
    private static final CorpusReader DETECT = new CorpusReader(null, false, DEFAULT_MAX_RECORD);

    private final @Nullable CorpusFormat format;
    private final boolean skipping;
    private final int maxRecord;

    private CorpusReader(@Nullable CorpusFormat format, boolean skipping, int maxRecord) {
        this.format = format;
        this.skipping = skipping;
        this.maxRecord = maxRecord;
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
     * @param value the format
     * @return the reader
     */
    public CorpusReader withFormat(CorpusFormat value) {
        return new CorpusReader(requireNonNull(value, "format"), skipping, maxRecord);
    }

    /**
     * A reader that leaves out the records that it cannot understand; the summary says how many and why.
     *
     * @return the reader
     */
    public CorpusReader skippingBadRecords() {
        return new CorpusReader(format, true, maxRecord);
    }

    /**
     * The models that a path holds: a folder has a file or a folder for each, a file is one.
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
     */
    public Corpus read(Path path) throws CorpusException {
        List<Response> responses = new ArrayList<>();
        ReadSummary summary = forEach(path, responses::add);
        return new Corpus(Folders.name(path), responses, summary);
    }

    /**
     * Reads a corpus one answer at a time, in the order of the input, in no more memory than its largest record needs.
     *
     * @param path a file, or a folder of which all files belong to one model
     * @param consumer takes each answer
     * @return what was read
     * @throws CorpusException if the input is not there, cannot be read, or is not what it claims to be; answers before it have
     *     been handed on by then
     */
    public ReadSummary forEach(Path path, Consumer<? super Response> consumer) throws CorpusException {
        requireExists(path);
        Sink sink = new Sink(consumer, skipping);
        MessageDigest digest = sha256();
        List<Path> files = Files.isDirectory(path) ? Folders.files(path) : List.of(path);
        if (files.isEmpty()) {
            throw new CorpusException(new Source(path.toString(), 0), "the folder holds no file that can be read");
        }
        for (Path file : files) {
            new FileReading(file, sink, digest, format, skipping, maxRecord).run();
        }
        return sink.summary(HexFormat.of().formatHex(digest.digest()));
    }

    private static void requireExists(Path path) throws CorpusException {
        if (!Files.exists(path)) {
            throw new CorpusException(new Source(path.toString(), 0), "no such file or folder");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static CorpusException wrapped(Path file, long line, IOException problem) {
        String why = problem instanceof NoSuchFileException ? "no such file" : String.valueOf(problem.getMessage());
        CorpusException wrapped = new CorpusException(new Source(file.toString(), line), why);
        wrapped.initCause(problem);
        return wrapped;
    }
}
