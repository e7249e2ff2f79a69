package dev.pedigree.overlap;

import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a batch of answers into the bytes of one segment. The same batch gives the same bytes. */
final class SegmentBuilder {
    /** One answer with the model that it is filed under. */
    record Entry(String model, Response response) {}

    private final byte[][] sections = new byte[IndexFormat.SECTIONS][];
    private final Longs wordGrams = new Longs();
    private final Longs codeGrams = new Longs();
    private final Chars wordTokens = new Chars();
    private final Chars codeTokens = new Chars();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final Map<String, Integer> models = new LinkedHashMap<>();
    private final Map<String, Integer> prompts = new LinkedHashMap<>();
    private final int[] counts = new int[8];
    private int wordBits;
    private int codeBits;
    private int bandBits;

    private SegmentBuilder() {}

    static byte[] build(List<Entry> entries) {
        return new SegmentBuilder().run(entries);
    }

    /**
     * A hash by which equal answers are known: of the text without white space.
     *
     * @return the hash; never 0
     */
    static long contentHash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u00a0' && c != '\u3000') {
                hash = (hash ^ c) * 0x100000001b3L;
                hash ^= hash >>> 29;
            }
        }
        return SplitMix64.mix(hash) | 1;
    }

    private byte[] run(List<Entry> unsorted) {
        List<Keyed> entries = sorted(unsorted);
        int n = entries.size();
        ByteBuffer answers = little(n * IndexFormat.ANSWER_RECORD);
        ByteBuffer promptRecords = little(n * IndexFormat.PROMPT_RECORD);
        long[] byContent = new long[n];
        int[][] bands = new int[n][];
        for (int i = 0; i < n; i++) {
            Response response = entries.get(i).response;
            long key = entries.get(i).promptKey;
            int prompt = prompt(response.prompt().lastUserText(), promptRecords);
            TokenStream words = Words.of(response.text());
            TokenStream code = CodeTokens.of(response.text(), CodeBlocks.of(response.text()));
            byte[] id = response.id().getBytes(StandardCharsets.UTF_8);
            byte[] text = response.text().getBytes(StandardCharsets.UTF_8);
            long content = contentHash(response.text());
            answers.putLong(key).putLong(content);
            answers.putInt(wordTokens.size).putInt(codeTokens.size).putInt(raw.size());
            answers.putInt(id.length).putInt(text.length);
            answers.putInt(entries.get(i).model).putInt(prompt).putInt(0);
            byContent[i] = content;
            bands[i] = MinHash.bands(words);
            raw.writeBytes(id);
            raw.writeBytes(text);
            addGrams(Winnowing.TEXT, words, wordTokens.size, wordGrams);
            addGrams(Winnowing.CODE, code, codeTokens.size, codeGrams);
            wordTokens.addAll(words);
            codeTokens.addAll(code);
        }
        sections[IndexFormat.ANSWERS] = answers.array();
        sections[IndexFormat.PROMPTS] =
                Arrays.copyOf(promptRecords.array(), prompts.size() * IndexFormat.PROMPT_RECORD);
        sections[IndexFormat.MODELS] = modelNames();
        sections[IndexFormat.BY_CONTENT] = contentOrder(byContent);
        sections[IndexFormat.WORD_TOKENS] = wordTokens.bytes();
        sections[IndexFormat.CODE_TOKENS] = codeTokens.bytes();
        wordBits = IndexFormat.bucketBits(wordGrams.size);
        codeBits = IndexFormat.bucketBits(codeGrams.size);
        grams(wordGrams, wordBits, IndexFormat.WORD_BUCKETS, IndexFormat.WORD_GRAMS);
        grams(codeGrams, codeBits, IndexFormat.CODE_BUCKETS, IndexFormat.CODE_GRAMS);
        bands(bands);
        compress();
        counts[0] = n;
        counts[1] = models.size();
        counts[2] = prompts.size();
        counts[3] = sections[IndexFormat.BLOCKS].length / IndexFormat.BLOCK_RECORD;
        counts[4] = wordTokens.size;
        counts[5] = codeTokens.size;
        counts[6] = wordGrams.size;
        counts[7] = codeGrams.size;
        return assemble();
    }

    private record Keyed(Response response, long promptKey, int model) {}

    /** By prompt, so that answers to one prompt lie together; then by model; then as they came. */
    private List<Keyed> sorted(List<Entry> entries) {
        List<Keyed> keyed = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            models.putIfAbsent(entry.model, models.size());
            keyed.add(new Keyed(entry.response, entry.response.promptKey(), models.get(entry.model)));
        }
        keyed.sort((a, b) -> {
            int order = Long.compareUnsigned(a.promptKey, b.promptKey);
            return order != 0 ? order : Integer.compare(a.model, b.model);
        });
        return keyed;
    }

    /** The ordinal of a prompt, whose text is put into the raw stream the first time; -1 where it is unknown. */
    private int prompt(String text, ByteBuffer records) {
        if (text.isEmpty()) {
            return -1;
        }
        Integer known = prompts.get(text);
        if (known != null) {
            return known;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        records.putInt(raw.size()).putInt(bytes.length);
        raw.writeBytes(bytes);
        prompts.put(text, prompts.size());
        return prompts.size() - 1;
    }

    private byte[] modelNames() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String model : models.keySet()) {
            byte[] name = model.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(little(4).putInt(name.length).array());
            out.writeBytes(name);
        }
        return out.toByteArray();
    }

    private static byte[] contentOrder(long[] contents) {
        Integer[] order = new Integer[contents.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compareUnsigned(contents[a], contents[b]));
        ByteBuffer out = little(2 * contents.length);
        for (int ordinal : order) {
            out.putChar((char) ordinal);
        }
        return out.array();
    }

    private static void addGrams(Winnowing winnowing, TokenStream tokens, int base, Longs out) {
        long[] grams = winnowing.grams(tokens);
        for (int at : winnowing.select(grams)) {
            // the hash's first 36 bits above, the position below: 28 bits hold every position of a segment
            out.add(grams[at] & ~(IndexFormat.MAX_TOKENS - 1L) | (base + at));
        }
    }

    private void grams(Longs grams, int bits, int bucketSection, int gramSection) {
        Longs.sortUnsigned(grams.values, grams.size);
        ByteBuffer buckets = little(4 * ((1 << bits) + 1));
        ByteBuffer out = little(grams.size * IndexFormat.GRAM_RECORD);
        int bucket = 0;
        for (int i = 0; i < grams.size; i++) {
            long gram = grams.values[i];
            for (; bucket <= gram >>> (64 - bits); bucket++) {
                buckets.putInt(i);
            }
            out.putChar((char) (gram << bits >>> (64 - IndexFormat.GRAM_TAIL_BITS)));
            out.putInt((int) (gram & (IndexFormat.MAX_TOKENS - 1)));
        }
        while (buckets.hasRemaining()) {
            buckets.putInt(grams.size);
        }
        sections[bucketSection] = buckets.array();
        sections[gramSection] = out.array();
    }

    private void bands(int[][] keys) {
        int with = 0;
        for (int[] key : keys) {
            with += key.length > 0 ? 1 : 0;
        }
        bandBits = IndexFormat.bucketBits(with / 2);
        ByteBuffer buckets = little(4 * MinHash.BANDS * ((1 << bandBits) + 1));
        ByteBuffer out = little(with * MinHash.BANDS * IndexFormat.BAND_RECORD);
        long[] sorted = new long[with];
        int entries = 0;
        for (int band = 0; band < MinHash.BANDS; band++) {
            int filled = 0;
            for (int i = 0; i < keys.length; i++) {
                if (keys[i].length > 0) {
                    sorted[filled++] = (long) keys[i][band] << 32 | i;
                }
            }
            Longs.sortUnsigned(sorted, with);
            int bucket = 0;
            for (long entry : sorted) {
                for (; bucket <= entry >>> (64 - bandBits); bucket++) {
                    buckets.putInt(entries);
                }
                out.putChar((char) (entry << bandBits >>> 48)).putChar((char) entry);
                entries++;
            }
            for (; bucket <= 1 << bandBits; bucket++) {
                buckets.putInt(entries);
            }
        }
        sections[IndexFormat.BAND_BUCKETS] = buckets.array();
        sections[IndexFormat.BANDS] = out.array();
    }

    private void compress() {
        byte[] bytes = raw.toByteArray();
        int blocks = (bytes.length + IndexFormat.BLOCK - 1) / IndexFormat.BLOCK;
        ByteBuffer directory = little(blocks * IndexFormat.BLOCK_RECORD);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        ZstdCompressor zstd = new ZstdCompressor();
        byte[] packed = new byte[zstd.maxCompressedLength(IndexFormat.BLOCK)];
        for (int b = 0; b < blocks; b++) {
            int from = b * IndexFormat.BLOCK;
            int length = Math.min(IndexFormat.BLOCK, bytes.length - from);
            int size = zstd.compress(bytes, from, length, packed, 0, packed.length);
            directory.putInt(out.size()).putInt(size);
            out.write(packed, 0, size);
        }
        sections[IndexFormat.BLOCKS] = directory.array();
        sections[IndexFormat.TEXT] = out.toByteArray();
    }

    private byte[] assemble() {
        long length = IndexFormat.SEGMENT_HEADER;
        for (byte[] section : sections) {
            length += (section.length + 7) & ~7;
        }
        ByteBuffer out = little(Math.toIntExact(length));
        out.putLong(IndexFormat.SEGMENT_MAGIC).putLong(length);
        for (int count : counts) {
            out.putInt(count);
        }
        out.putInt(wordBits).putInt(codeBits).putInt(bandBits).putInt(0);
        int at = IndexFormat.SEGMENT_HEADER;
        for (byte[] section : sections) {
            out.putInt(section.length);
            out.put(at, section);
            at += (section.length + 7) & ~7;
        }
        return out.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A growing list of longs. */
    static final class Longs {
        long[] values = new long[1024];
        int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        static void sortUnsigned(long[] values, int size) {
            for (int i = 0; i < size; i++) {
                values[i] ^= Long.MIN_VALUE;
            }
            Arrays.sort(values, 0, size);
            for (int i = 0; i < size; i++) {
                values[i] ^= Long.MIN_VALUE;
            }
        }
    }

    /** A growing list of stored tokens. */
    private static final class Chars {
        private char[] values = new char[1024];
        private int size;

        void addAll(TokenStream tokens) {
            if (size + tokens.size > IndexFormat.MAX_TOKENS) {
                throw new IllegalStateException("more than " + IndexFormat.MAX_TOKENS + " tokens in a segment");
            }
            if (size + tokens.size > values.length) {
                values = Arrays.copyOf(values, Math.max(size + tokens.size, size * 2));
            }
            for (int i = 0; i < tokens.size; i++) {
                values[size++] = TokenStream.stored(tokens.hash[i]);
            }
        }

        byte[] bytes() {
            ByteBuffer out = little(2 * size);
            for (int i = 0; i < size; i++) {
                out.putChar(values[i]);
            }
            return out.array();
        }
    }
}
