package dev.pedigree.corpus;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The prompts that stand in files of their own, by the key under which the answers name them. Of a plain file only the places of the
 * records are kept, and each record is read again when its answer comes; of a compressed one the prompts are kept.
 */
final class Questions implements AutoCloseable {
    static final Questions NONE = new Questions();

    /** Where a record stands. */
    private record Place(RandomAccessFile file, long from, int length) {}

    private final List<RandomAccessFile> files = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Prompt> kept = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private Questions() {}

    static Questions read(List<Path> paths, MessageDigest digest, int maxRecord) throws IOException {
        Questions questions = new Questions();
        for (Path path : paths) {
            try (InputFile in = InputFile.open(path, digest)) {
                questions.add(in, path, maxRecord);
            } catch (IOException e) {
                questions.close();
                throw e instanceof CorpusException known ? known : CorpusReader.wrapped(path, 0, e);
            }
        }
        return questions;
    }

    private void add(InputFile in, Path path, int maxRecord) throws IOException {
        RandomAccessFile file =
                in.isVerbatim() && !ZipFolder.holds(path) ? new RandomAccessFile(path.toFile(), "r") : null;
        if (file != null) {
            files.add(file);
        }
        Bytes bytes = new Bytes(in, maxRecord);
        while (bytes.nextLine()) {
            try {
                Json record = JsonLines.parse(bytes, maxRecord);
                if (record != null) {
                    add(record, file, bytes);
                }
            } catch (BadRecord e) {
                throw new CorpusException(new Source(path.toString(), bytes.lineNumber()), e.getMessage());
            }
            bytes.consumeLine();
        }
        in.finish();
    }

    private void add(Json record, @Nullable RandomAccessFile file, Bytes bytes) throws BadRecord {
        String key = record.first("custom_id", "question_id", "uid", "key").label();
        if (places.containsKey(key) || kept.containsKey(key)) {
            if (!prompt(key).equals(prompt(record))) {
                ambiguous.add(key);
            }
        } else if (file == null) {
            kept.put(key, prompt(record));
        } else {
            places.put(key, new Place(file, bytes.offset(), bytes.to() - bytes.from()));
        }
    }

    /**
     * The prompt of that key; unknown where there is none.
     *
     * @throws BadRecord if there are several, so that nobody can say which was answered
     */
    Prompt prompt(String key) throws BadRecord {
        if (ambiguous.contains(key)) {
            throw new BadRecord(
                    CorpusException.Kind.UNNAMED_QUESTIONS,
                    "\"" + key + "\" stands for different prompts in the files of questions beside the answers;"
                            + " name the file that belongs to them");
        }
        Place place = places.get(key);
        if (place == null) {
            return kept.getOrDefault(key, Prompt.UNKNOWN);
        }
        byte[] record = new byte[place.length];
        try {
            place.file.seek(place.from);
            place.file.readFully(record);
        } catch (IOException e) {
            throw new BadRecord("the question of \"" + key + "\" cannot be read: " + e.getMessage());
        }
        return prompt(JsonTree.parse(record, 0, record.length));
    }

    private static Prompt prompt(Json record) throws BadRecord {
        Json request = record.first("body", "params", "request");
        if (request.isObject()) {
            return new Prompt(ReplyRecords.requestMessages(request));
        }
        if (record.get("turns").isArray()) {
            List<Message> turns = new ArrayList<>();
            for (Json turn : record.get("turns").items()) {
                turns.add(new Message(Role.USER, Content.of(turn, Role.USER).text()));
            }
            return new Prompt(turns);
        }
        return Prompt.of(record.get("prompt").text());
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile file : files) {
            file.close();
        }
    }
}
