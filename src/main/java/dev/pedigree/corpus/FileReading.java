package dev.pedigree.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The reading of one file. */
final class FileReading {
    private final Path file;
    private final Sink sink;
    private final MessageDigest digest;
    private final @Nullable CorpusFormat given;
    private final boolean skipping;
    private final int maxRecord;
    private long line;

    FileReading(
            Path file, Sink sink, MessageDigest digest, @Nullable CorpusFormat given, boolean skipping, int maxRecord) {
        this.file = file;
        this.sink = sink;
        this.digest = digest;
        this.given = given;
        this.skipping = skipping;
        this.maxRecord = maxRecord;
    }

    void run() throws CorpusException {
        try (InputFile in = InputFile.open(file, digest)) {
            lines(new Bytes(in, maxRecord));
            in.finish();
        } catch (CorpusException e) {
            throw e;
        } catch (IOException e) {
            throw CorpusReader.wrapped(file, line, e);
        }
    }

    private void lines(Bytes bytes) throws IOException {
        String path = file.toString();
        String name = file.getFileName().toString();
        RecordReader reader = null;
        while (bytes.nextLine()) {
            line = bytes.lineNumber();
            sink.at(path, name, line);
            try {
                Json record = parsed(bytes);
                if (record != null) {
                    if (reader == null) {
                        CorpusFormat format = given != null ? given : detected(record);
                        sink.format(format);
                        reader = format.records.get();
                    }
                    reader.record(record, sink);
                    sink.flush();
                }
            } catch (BadRecord e) {
                sink.bad(e.getMessage());
            }
            bytes.consumeLine();
        }
        if (reader == null) {
            throw new CorpusException(new Source(path, 0), "the file is empty");
        }
        reader.end(sink);
    }

    private CorpusFormat detected(Json record) throws BadRecord {
        for (CorpusFormat format : CorpusFormat.values()) {
            if (format.accepts.test(record)) {
                return format;
            }
        }
        throw record.expected("a record of a known format");
    }

    private @Nullable Json parsed(Bytes bytes) throws BadRecord {
        if (bytes.isTooLong()) {
            throw new BadRecord("the record is longer than " + (maxRecord >> 20) + " MiB");
        }
        byte[] array = bytes.array();
        int from = bytes.from();
        int to = bytes.to();
        if (isBlank(array, from, to)) {
            return null;
        }
        if (!bytes.isPlain()) {
            int bad = Utf8.firstBad(array, from, to);
            if (bad >= 0) {
                throw new BadRecord("not UTF-8 at byte " + (bad - from + 1) + " of the line");
            }
        }
        return JsonTree.parse(array, from, to);
    }

    private static boolean isBlank(byte[] array, int from, int to) {
        for (int i = from; i < to; i++) {
            if (array[i] != ' ' && array[i] != '\t' && array[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
