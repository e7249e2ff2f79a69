package dev.pedigree.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Inspect's .eval log: a ZIP archive with a header and one entry per sample, deflated or (since April 2026) in Zstandard. */
final class InspectArchive {
    private final Path file;
    private final Sink sink;
    private final MessageDigest digest;
    private final int maxRecord;

    InspectArchive(Path file, Sink sink, MessageDigest digest, int maxRecord) {
        this.file = file;
        this.sink = sink;
        this.digest = digest;
        this.maxRecord = maxRecord;
    }

    /** Whether the ZIP archive is called .eval, or holds what a log holds. */
    static boolean is(Path file) {
        if (file.toString().endsWith(".eval")) {
            return true;
        }
        try (ZipArchive zip = new ZipArchive(file)) {
            return zip.has("_journal/start.json") || zip.has("header.json");
        } catch (IOException e) {
            return false;
        }
    }

    void read() throws CorpusException {
        String path = file.toString();
        try (ZipArchive zip = new ZipArchive(file)) {
            zip.digest(digest);
            InspectRecords reader = new InspectRecords();
            String header = zip.has("header.json") ? "header.json" : "_journal/start.json";
            if (!zip.has(header)) {
                throw new CorpusException(new Source(path, 0), "expected an entry header.json, found none");
            }
            Json head = entry(zip, header);
            for (String field : CorpusFormat.INSPECT.recipe().headers()) {
                reader.header(field, head.get(field));
            }
            long ordinal = 0;
            for (String name : zip.names()) {
                if (!name.startsWith("samples/") || !name.endsWith(".json")) {
                    continue;
                }
                ordinal++;
                String inside = "!" + name;
                sink.at(path + inside, file.getFileName() + inside, ordinal);
                try {
                    reader.record(entry(zip, name), sink);
                    sink.flush();
                } catch (BadRecord e) {
                    sink.bad(e);
                } catch (CorpusException e) {
                    throw e;
                } catch (IOException e) {
                    sink.bad(CorpusReader.reason(e));
                }
            }
            for (int i = 0; i < zip.replaced(); i++) {
                sink.duplicate();
            }
            sink.at(path, file.getFileName().toString(), 0);
            reader.end(sink);
        } catch (CorpusException e) {
            throw e;
        } catch (BadRecord e) {
            throw new CorpusException(new Source(path, 0), e.getMessage());
        } catch (IOException e) {
            throw CorpusReader.wrapped(file, 0, e);
        }
    }

    private Json entry(ZipArchive zip, String name) throws IOException, BadRecord {
        try (InputStream in = zip.open(name)) {
            byte[] bytes = in.readNBytes(maxRecord + 1);
            if (bytes.length > maxRecord) {
                throw JsonLines.tooLong(maxRecord);
            }
            JsonLines.check(bytes, 0, bytes.length);
            return JsonTree.parse(bytes, 0, bytes.length);
        }
    }
}
