package dev.pedigree.corpus;

import dev.pedigree.corpus.CorpusException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reading of one file: finds out what it is and hands its records to the reader of its format. */
final class FileReading {
    private final Path file;
    private final InputName name;
    private final Sink sink;
    private final MessageDigest digest;
    private final ReadOptions options;
    private final boolean asText;
    private long line;

    /** @param asText whether a file that looks like text is an answer as a whole */
    FileReading(Path file, Sink sink, MessageDigest digest, ReadOptions options, boolean asText) {
        this.file = file;
        this.name = new InputName(ZipFolder.shown(file), file.getFileName().toString());
        this.sink = sink;
        this.digest = digest;
        this.options = options;
        this.asText = asText;
    }

    void run() throws CorpusException {
        if (ZipArchive.is(file) && !ZipFolder.holds(file)) {
            if (InspectArchive.is(file)) {
                sink.format(CorpusFormat.INSPECT);
                new InspectArchive(file, sink, digest, options.maxRecord()).read();
            } else {
                ZipFolder.read(file, sink, digest, options);
            }
            return;
        }
        try (InputFile in = InputFile.open(file, digest)) {
            Bytes bytes = new Bytes(in, options.maxRecord());
            read(bytes);
            in.finish();
        } catch (CorpusException e) {
            throw e;
        } catch (IOException e) {
            broken(e);
        }
    }

    /** Damaged compression, or a disk that fails: what was read stands, if bad records may be skipped. */
    private void broken(IOException e) throws CorpusException {
        if (!options.skipping() || e instanceof java.nio.file.FileSystemException) {
            throw CorpusReader.wrapped(file, line, e);
        }
        sink.at(name.path(), name.shortName(), line);
        sink.bad(CorpusReader.reason(e) + "; the rest of the file cannot be read");
    }

    private void read(Bytes bytes) throws IOException {
        if (bytes.peek(1) == 0) {
            bytes.check();
            throw error("the file is empty");
        }
        Foreign.check(bytes, name);
        CorpusFormat given = options.format();
        boolean table = given == CorpusFormat.TABLE || (given == null && Folders.isTable(file));
        if (given == CorpusFormat.TEXT || (asText && !table && !isRecords(bytes))) {
            TextFile.read(bytes, sink, name, options.maxRecord());
        } else if (table) {
            sink.format(CorpusFormat.TABLE);
            new Table(bytes, sink, name, options, Folders.isTabSeparated(file)).read();
        } else if (Detection.isJson(bytes)) {
            json(bytes);
        } else if (EventLines.is(bytes)) {
            lines(bytes, options.format() != null ? options.format() : EventLines.format(bytes), null, true);
        } else if (JsonLines.startsBlank(bytes)) {
            throw error("the file holds nothing but white space");
        } else {
            throw error("expected JSON, or a table or text with such an ending of its name, found \""
                    + Detection.beginning(bytes) + "\"");
        }
    }

    /** Whether a file that is called a text holds records of a format that is known, or that the caller names. */
    private boolean isRecords(Bytes bytes) {
        return options.format() != null
                || EventLines.format(bytes) != null
                || (Detection.isJson(bytes)
                        && Detection.of(bytes, options.jsonFormat()).format() != null);
    }

    private void json(Bytes bytes) throws IOException {
        Detection detected = Detection.of(bytes, options.jsonFormat());
        CorpusFormat format = detected.format();
        if (format == null && !(options.skipping() && !detected.document())) {
            bytes.check();
            throw unknown(detected, bytes);
        }
        if (!detected.document()) {
            lines(bytes, format, detected.envelope(), false);
            return;
        }
        CorpusFormat known = requireKnown(format);
        sink.format(known);
        try (Questions questions = questions(known)) {
            RecordReader reader = reader(known, questions, detected.envelope());
            sink.otherwiseOf(detected.model());
            new JsonDocument(bytes, detected, reader, sink, name, options).read();
            reader.end(sink);
            sink.flush();
        }
    }

    private RecordReader reader(CorpusFormat format, Questions questions, @Nullable String envelope) {
        RecordReader reader = format.recipe().reader().apply(context(questions));
        return envelope == null ? reader : new Envelope(envelope, reader);
    }

    /** @param events whether the lines are those of a stream of events */
    private void lines(Bytes bytes, @Nullable CorpusFormat detected, @Nullable String envelope, boolean events)
            throws IOException {
        CorpusFormat format = detected;
        RecordReader reader = null;
        Questions questions = Questions.NONE;
        try {
            while (bytes.nextLine()) {
                line = bytes.lineNumber();
                sink.at(name.path(), name.shortName(), line);
                try {
                    Json record = events
                            ? JsonLines.event(bytes, options.maxRecord())
                            : JsonLines.parse(bytes, options.maxRecord());
                    if (record != null && reader == null) {
                        format = format == null ? Detection.accepting(record) : format;
                        if (format == null) {
                            throw record.expected("a record of a known format");
                        }
                        sink.format(format);
                        questions = questions(format);
                        reader = reader(format, questions, envelope);
                    }
                    if (record != null && reader != null) {
                        reader.record(record, sink);
                        sink.flush();
                    }
                } catch (BadRecord e) {
                    sink.bad(e);
                }
                bytes.consumeLine();
            }
        } finally {
            questions.close();
        }
        if (reader == null) {
            throw error("no record of a known format");
        }
        reader.end(sink);
        sink.flush();
    }

    private Questions questions(CorpusFormat format) throws IOException {
        Path given = options.prompts();
        List<Path> files = given != null ? List.of(given) : Companions.questions(file, format);
        MessageDigest into =
                ZipFolder.holds(file) ? CorpusReader.sha256() : digest; // that of an archive covers all its files
        return Questions.read(files, into, options.maxRecord());
    }

    private FileContext context(Questions questions) {
        return new FileContext(file, options.columns(), questions);
    }

    private CorpusException unknown(Detection detected, Bytes bytes) {
        Json first = detected.first();
        if (BatchRecords.isInput(first)) {
            return error(
                    Kind.OTHER_FILE,
                    "the input of a batch: it holds prompts but no answers; name the file of the output");
        }
        if (JudgedRecords.isQuestion(first)) {
            return error(Kind.OTHER_FILE, "a file of questions without answers; name the file of the answers");
        }
        if (JudgedRecords.isJudgment(first)) {
            return error(Kind.OTHER_FILE, "a file of a judge's verdicts; name the file of the answers");
        }
        if (FieldRecords.isPair(first)) {
            return error(
                    Kind.UNNAMED_FIELDS,
                    "preference pairs: two answers to each prompt, under chosen and rejected; name the field that holds"
                            + " the answers that are meant");
        }
        if (Replies.isError(first)) {
            return error("nothing but an error of the provider" + Replies.errorText(first.get("error")));
        }
        if (first.isMissing()) {
            return error("no record: the JSON is empty or damaged at its beginning");
        }
        if (Detection.isBeyondSight(bytes)) {
            return error("the first record is too long to tell its format; the format can be named");
        }
        String damage = detected.document() ? Detection.damage(bytes) : null;
        if (damage != null) {
            return error(damage);
        }
        return error(
                Kind.UNNAMED_FIELDS,
                first.expected("the fields of a known format").getMessage()
                        + "; the field of the answers can be named");
    }

    private CorpusFormat requireKnown(@Nullable CorpusFormat format) throws CorpusException {
        if (format == null) {
            throw error("no known format");
        }
        return format;
    }

    private CorpusException error(String message) {
        return error(Kind.BAD_DATA, message);
    }

    private CorpusException error(Kind kind, String message) {
        return new CorpusException(kind, new Source(name.path(), line), message);
    }
}
