package dev.pedigree.overlap;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One segment of an index, read in place. Every number that is read is checked before it is used, so a hostile file gives an
 * {@link IndexFormatException} and nothing worse. Safe to share between threads.
 */
final class Segment {
    private final String file;
    private final long base;
    private final ByteBuffer bytes;
    private final BlockCache cache;
    private final int[] from = new int[IndexFormat.SECTIONS];
    private final int[] length = new int[IndexFormat.SECTIONS];
    private final String[] models;
    private final int answers;
    private final int prompts;
    private final int blocks;
    final int words;
    final int codeTokens;
    private final int wordBits;
    private final int codeBits;
    private final int bandBits;

    /** Reads a segment that fills a buffer; the offsets in errors count from {@code base}. */
    Segment(String file, long base, ByteBuffer buffer, BlockCache cache) throws IndexFormatException {
        this.cache = cache;
        this.file = file;
        this.base = base;
        this.bytes = buffer.order(ByteOrder.LITTLE_ENDIAN);
        check(bytes.capacity() >= IndexFormat.SEGMENT_HEADER, 0, "segment header cut off");
        check(bytes.getLong(0) == IndexFormat.SEGMENT_MAGIC, 0, "not a segment of version 4");
        check(bytes.getLong(8) == bytes.capacity(), 8, "segment length does not match");
        answers = count(16, IndexFormat.MAX_ANSWERS);
        int modelCount = count(20, IndexFormat.MAX_ANSWERS);
        prompts = count(24, IndexFormat.MAX_ANSWERS);
        blocks = count(28, Integer.MAX_VALUE / IndexFormat.BLOCK);
        words = count(32, IndexFormat.MAX_TOKENS);
        codeTokens = count(36, IndexFormat.MAX_TOKENS);
        int wordGrams = count(40, words);
        int codeGrams = count(44, codeTokens);
        wordBits = count(48, 30);
        codeBits = count(52, 30);
        bandBits = count(56, 20);
        check(wordBits > 0 && codeBits > 0 && bandBits > 0, 48, "no buckets");
        long at = IndexFormat.SEGMENT_HEADER;
        for (int s = 0; s < IndexFormat.SECTIONS; s++) {
            length[s] = bytes.getInt(64 + 4 * s);
            check(
                    length[s] >= 0 && at + length[s] <= bytes.capacity(),
                    64 + 4 * s,
                    "section " + s + " reaches out of the segment");
            from[s] = (int) at;
            at += (length[s] + 7L) & ~7L;
        }
        check(at == bytes.capacity(), 64, "sections do not fill the segment");
        size(IndexFormat.PROMPTS, (long) prompts * IndexFormat.PROMPT_RECORD);
        size(IndexFormat.ANSWERS, (long) answers * IndexFormat.ANSWER_RECORD);
        size(IndexFormat.BY_CONTENT, 2L * answers);
        size(IndexFormat.BLOCKS, (long) blocks * IndexFormat.BLOCK_RECORD);
        size(IndexFormat.WORD_TOKENS, 2L * words);
        size(IndexFormat.CODE_TOKENS, 2L * codeTokens);
        size(IndexFormat.WORD_BUCKETS, 4L * ((1L << wordBits) + 1));
        size(IndexFormat.WORD_GRAMS, (long) wordGrams * IndexFormat.GRAM_RECORD);
        size(IndexFormat.CODE_BUCKETS, 4L * ((1L << codeBits) + 1));
        size(IndexFormat.CODE_GRAMS, (long) codeGrams * IndexFormat.GRAM_RECORD);
        size(IndexFormat.BAND_BUCKETS, 4L * MinHash.BANDS * ((1L << bandBits) + 1));
        check(length[IndexFormat.BANDS] % IndexFormat.BAND_RECORD == 0, 64, "bands are cut off");
        models = readModels(modelCount);
    }

    private String[] readModels(int count) throws IndexFormatException {
        String[] names = new String[count];
        int at = from[IndexFormat.MODELS];
        int end = at + length[IndexFormat.MODELS];
        for (int i = 0; i < count; i++) {
            check(end - at >= 4, at, "model names are cut off");
            int size = bytes.getInt(at);
            check(size >= 0 && size <= end - at - 4, at, "model name reaches out of its section");
            byte[] name = new byte[size];
            bytes.get(at + 4, name);
            names[i] = new String(name, StandardCharsets.UTF_8);
            at += 4 + size;
        }
        check(at == end, at, "more than the model names");
        return names;
    }

    private int count(int at, int most) throws IndexFormatException {
        int value = bytes.getInt(at);
        check(value >= 0 && value <= most, at, "count " + value + " is not in 0.." + most);
        return value;
    }

    private void size(int section, long expected) throws IndexFormatException {
        check(
                length[section] == expected,
                64 + 4 * section,
                "section " + section + " has " + length[section] + " bytes, not " + expected);
    }

    private void check(boolean right, long at, String otherwise) throws IndexFormatException {
        if (!right) {
            throw new IndexFormatException(file, base + at, otherwise);
        }
    }

    int answers() {
        return answers;
    }

    String[] models() {
        return models;
    }

    private int record(int answer) {
        return from[IndexFormat.ANSWERS] + answer * IndexFormat.ANSWER_RECORD;
    }

    long promptKey(int answer) {
        return bytes.getLong(record(answer));
    }

    long contentHash(int answer) {
        return bytes.getLong(record(answer) + 8);
    }

    int model(int answer) throws IndexFormatException {
        int model = bytes.getInt(record(answer) + 36);
        check(model >= 0 && model < models.length, record(answer) + 36L, "no model " + model);
        return model;
    }

    /** Where an answer's tokens begin. */
    int tokensFrom(int answer, boolean code) throws IndexFormatException {
        int all = code ? codeTokens : words;
        if (answer == answers) {
            return all;
        }
        int at = bytes.getInt(record(answer) + (code ? 20 : 16));
        check(at >= 0 && at <= all, record(answer) + 16L, "tokens reach out of their section");
        return at;
    }

    /** The answer that holds a token. */
    int answerOf(int token, boolean code) throws IndexFormatException {
        int low = 0;
        int high = answers - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tokensFrom(middle, code) <= token) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        check(
                answers > 0 && tokensFrom(low, code) <= token && token < tokensFrom(low + 1, code),
                record(low),
                "tokens out of order");
        return low;
    }

    char token(int at, boolean code) {
        return bytes.getChar(from[code ? IndexFormat.CODE_TOKENS : IndexFormat.WORD_TOKENS] + 2 * at);
    }

    /** How many tokens from a position on are those of a text from a place on. */
    int agreeing(char[] text, int at, int position, boolean code) {
        int base = from[code ? IndexFormat.CODE_TOKENS : IndexFormat.WORD_TOKENS] + 2 * position;
        int most = Math.min(text.length - at, (code ? codeTokens : words) - position);
        int count = 0;
        while (count < most && bytes.getChar(base + 2 * count) == text[at + count]) {
            count++;
        }
        return count;
    }

    /** How many tokens before a position are those of a text before a place. */
    int agreeingBefore(char[] text, int at, int position, boolean code) {
        int base = from[code ? IndexFormat.CODE_TOKENS : IndexFormat.WORD_TOKENS] + 2 * (position - 1);
        int most = Math.min(at, position);
        int count = 0;
        while (count < most && bytes.getChar(base - 2 * count) == text[at - 1 - count]) {
            count++;
        }
        return count;
    }

    /** Whether an answer has a program that is long enough to be looked up. */
    boolean holdsProgram(int answer) throws IndexFormatException {
        return tokensFrom(answer + 1, true) - tokensFrom(answer, true) >= Winnowing.CODE.guarantee();
    }

    /** The stored tokens of an answer. */
    char[] tokens(int answer, boolean code) throws IndexFormatException {
        int start = tokensFrom(answer, code);
        int end = tokensFrom(answer + 1, code);
        check(start <= end, record(answer), "tokens out of order");
        char[] out = new char[end - start];
        for (int i = 0; i < out.length; i++) {
            out[i] = token(start + i, code);
        }
        return out;
    }

    /** The first entry of the bucket that a gram falls into; the entries end at {@link #bucketEnd}. */
    int bucketStart(long gram, boolean code) throws IndexFormatException {
        return bucketEdge(gram, code, 0);
    }

    int bucketEnd(long gram, boolean code) throws IndexFormatException {
        return bucketEdge(gram, code, 1);
    }

    private int bucketEdge(long gram, boolean code, int side) throws IndexFormatException {
        int bits = code ? codeBits : wordBits;
        int at = from[code ? IndexFormat.CODE_BUCKETS : IndexFormat.WORD_BUCKETS]
                + 4 * ((int) (gram >>> (64 - bits)) + side);
        int edge = bytes.getInt(at);
        int entries = length[code ? IndexFormat.CODE_GRAMS : IndexFormat.WORD_GRAMS] / IndexFormat.GRAM_RECORD;
        check(edge >= 0 && edge <= entries, at, "bucket reaches out of its section");
        return edge;
    }

    /** The token where an entry's gram begins, or -1 where the entry is of another gram of its bucket. */
    int position(int entry, long gram, boolean code) throws IndexFormatException {
        int at = from[code ? IndexFormat.CODE_GRAMS : IndexFormat.WORD_GRAMS] + entry * IndexFormat.GRAM_RECORD;
        if (bytes.getChar(at) != (char) (gram << (code ? codeBits : wordBits) >>> (64 - IndexFormat.GRAM_TAIL_BITS))) {
            return -1;
        }
        int token = bytes.getInt(at + 2);
        check(token >= 0 && token < (code ? codeTokens : words), at + 2L, "gram reaches out of the tokens");
        return token;
    }

    /** Calls for every answer that shares a band. */
    void inBand(int band, int key, AnswerSink sink) throws IndexFormatException {
        long wide = (long) key << 32;
        int at = from[IndexFormat.BAND_BUCKETS] + 4 * (band * ((1 << bandBits) + 1) + (int) (wide >>> (64 - bandBits)));
        int start = bytes.getInt(at);
        int end = bytes.getInt(at + 4);
        check(
                start >= 0 && start <= end && end <= length[IndexFormat.BANDS] / IndexFormat.BAND_RECORD,
                at,
                "band reaches out of its section");
        char tail = (char) (wide << bandBits >>> 48);
        for (int i = start; i < end; i++) {
            int entry = from[IndexFormat.BANDS] + i * IndexFormat.BAND_RECORD;
            if (bytes.getChar(entry) == tail) {
                int answer = bytes.getChar(entry + 2);
                check(answer < answers, entry + 2L, "no answer " + answer);
                sink.accept(answer);
            }
        }
    }

    /** Takes the ordinals of answers. */
    interface AnswerSink {
        void accept(int answer) throws IndexFormatException;
    }

    /** Calls for every answer with the same text. */
    void equal(long content, AnswerSink sink) throws IndexFormatException {
        int low = 0;
        int high = answers;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(contentHash(byContent(middle)), content) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (; low < answers && contentHash(byContent(low)) == content; low++) {
            sink.accept(byContent(low));
        }
    }

    private int byContent(int rank) throws IndexFormatException {
        int at = from[IndexFormat.BY_CONTENT] + 2 * rank;
        int answer = bytes.getChar(at);
        check(answer < answers, at, "no answer " + answer);
        return answer;
    }

    /** The first answer to a prompt with this key or a greater one. */
    int firstWithPrompt(long key) {
        int low = 0;
        int high = answers;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(promptKey(middle), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    String id(int answer) throws IndexFormatException {
        return text(bytes.getInt(record(answer) + 24), bytes.getInt(record(answer) + 28));
    }

    String text(int answer) throws IndexFormatException {
        int at = bytes.getInt(record(answer) + 24);
        int id = bytes.getInt(record(answer) + 28);
        check(at >= 0 && id >= 0 && (long) at + id <= Integer.MAX_VALUE, record(answer) + 24L, "text out of range");
        return text(at + id, bytes.getInt(record(answer) + 32));
    }

    /** The prompt of an answer, or the empty string where it is unknown. */
    String prompt(int answer) throws IndexFormatException {
        int prompt = bytes.getInt(record(answer) + 40);
        check(prompt >= -1 && prompt < prompts, record(answer) + 40L, "no prompt " + prompt);
        if (prompt < 0) {
            return "";
        }
        int at = from[IndexFormat.PROMPTS] + prompt * IndexFormat.PROMPT_RECORD;
        return text(bytes.getInt(at), bytes.getInt(at + 4));
    }

    private String text(int at, int size) throws IndexFormatException {
        boolean inside = at >= 0
                && size >= 0
                && size <= IndexFormat.MAX_ANSWER_BYTES
                && (long) at + size <= (long) blocks * IndexFormat.BLOCK;
        check(inside, from[IndexFormat.ANSWERS], "text " + at + " + " + size + " reaches out of its section");
        byte[] out = new byte[size];
        for (int done = 0; done < size; ) {
            int b = (at + done) / IndexFormat.BLOCK;
            int offset = (at + done) % IndexFormat.BLOCK;
            byte[] block = block(b);
            int take = Math.min(block.length - offset, size - done);
            check(take > 0, from[IndexFormat.BLOCKS] + (long) b * IndexFormat.BLOCK_RECORD, "block is too short");
            System.arraycopy(block, offset, out, done, take);
            done += take;
        }
        return new String(out, StandardCharsets.UTF_8);
    }

    private byte[] block(int number) throws IndexFormatException {
        byte[] block = cache.get(this, number);
        if (block == null) {
            block = decompress(number);
            cache.put(this, number, block);
        }
        return block;
    }

    private byte[] decompress(int block) throws IndexFormatException {
        int at = from[IndexFormat.BLOCKS] + block * IndexFormat.BLOCK_RECORD;
        int start = bytes.getInt(at);
        int size = bytes.getInt(at + 4);
        check(
                start >= 0 && size >= 0 && (long) start + size <= length[IndexFormat.TEXT],
                at,
                "block reaches out of its section");
        byte[] packed = new byte[size];
        bytes.get(from[IndexFormat.TEXT] + start, packed);
        try {
            byte[] out = new byte[IndexFormat.BLOCK];
            int raw = new ZstdDecompressor().decompress(packed, 0, size, out, 0, out.length);
            return raw == out.length ? out : Arrays.copyOf(out, raw);
        } catch (MalformedInputException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IndexFormatException(
                    file, base + from[IndexFormat.TEXT] + start, "block is damaged: " + e.getMessage());
        }
    }
}
