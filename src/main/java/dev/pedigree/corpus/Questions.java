package dev.pedigree.corpus;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prompts that stand in a file of their own, by the key under which the answers name them. Of a plain file only the places of
 * the records are kept, and each record is read again when its answer comes; of a compressed one the prompts are kept.
 */
final class Questions implements AutoCloseable {
    static final Questions NONE = new Questions(null);

    private final @Nullable RandomAccessFile file;
    private final Map<String, long[]> places = new HashMap<>();
    private final Map<String, Prompt> kept = new HashMap<>();

    private Questions(@Nullable RandomAccessFile file) {
        this.file = file;
    }

    static Questions read(Path path, MessageDigest digest, int maxRecord) throws CorpusException {
        try (InputFile in = InputFile.open(path, digest)) {
            Questions questions = new Questions(in.isVerbatim() ? new RandomAccessFile(path.toFile(), "r") : null);
            Bytes bytes = new Bytes(in, maxRecord);
            while (bytes.nextLine()) {
                try {
                    Json record = Lines.parse(bytes, maxRecord);
                    if (record != null) {
                        questions.add(record, bytes);
                    }
                } catch (BadRecord e) {
                    questions.close();
                    throw new CorpusException(new Source(path.toString(), bytes.lineNumber()), e.getMessage());
                }
                bytes.consumeLine();
            }
            in.finish();
            return questions;
        } catch (CorpusException e) {
            throw e;
        } catch (IOException e) {
            throw CorpusReader.wrapped(path, 0, e);
        }
    }

    private void add(Json record, Bytes bytes) throws BadRecord {
        String key = record.first("custom_id", "question_id", "uid").label();
        if (file == null) {
            kept.put(key, prompt(record));
        } else {
            places.put(key, new long[] {bytes.offset(), bytes.to() - bytes.from()});
        }
    }

    /** The prompt of that key; unknown where there is none. */
    Prompt prompt(String key) throws BadRecord {
        long[] place = places.get(key);
        if (place == null || file == null) {
            return kept.getOrDefault(key, Prompt.UNKNOWN);
        }
        byte[] record = new byte[(int) place[1]];
        try {
            file.seek(place[0]);
            file.readFully(record);
        } catch (IOException e) {
            throw new BadRecord("the question of \"" + key + "\" cannot be read: " + e.getMessage());
        }
        return prompt(JsonTree.parse(record, 0, record.length));
    }

    private static Prompt prompt(Json record) throws BadRecord {
        Json request = record.first("body", "params");
        if (request.isObject()) {
            return new Prompt(ReplyRecords.requestMessages(request));
        }
        if (record.get("turns").isArray()) {
            List<Message> turns = new java.util.ArrayList<>();
            for (Json turn : record.get("turns").items()) {
                turns.add(new Message(Role.USER, Content.of(turn, Role.USER).text()));
            }
            return new Prompt(turns);
        }
        return Prompt.of(record.get("prompt").text());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
