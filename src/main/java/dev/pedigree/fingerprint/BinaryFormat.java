package dev.pedigree.fingerprint;

import com.google.common.hash.Hashing;
import dev.pedigree.feature.FeatureFamily;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The compact binary form of a fingerprint. All that is known of its layout is in this class and in the document on formats.
 * Equal fingerprints have equal bytes.
 */
final class BinaryFormat {
    /** "PDFP", then a byte that no text starts with, then the version of the layout. */
    private static final byte[] MAGIC = {'P', 'D', 'F', 'P', (byte) 0x89, 1};

    /** How many of them are the name, by which also damaged files are known. */
    private static final int NAME = 4;

    private static final int CHECKSUM = 8;
    private static final int LONGEST_NAME = 1 << 16;
    private static final long MANY = Long.MAX_VALUE >>> 8;

    private BinaryFormat() {}

    /** Whether bytes start as the binary form does, of whatever version. */
    static boolean starts(byte[] bytes) {
        return bytes.length >= NAME && Arrays.equals(bytes, 0, NAME, MAGIC, 0, NAME);
    }

    static byte[] write(Fingerprint print) {
        BitWriter out = new BitWriter();
        out.octets(MAGIC);
        out.varint(print.scheme().id());
        out.octet(print.part().id());
        text(out, print.name());
        profile(out, print.profile());
        for (int responses : print.blockResponses()) {
            out.varint(responses);
        }
        for (FeatureFamily family : print.scheme().families()) {
            out.varint(family.id());
            CountRows rows = print.rows(family);
            for (int block = 0; block < rows.blocks(); block++) {
                row(out, rows.features(block), rows.counts(block));
            }
        }
        sketches(out, print.sketches());
        out.fixed64(checksum(out.toBytes(), out.size()));
        return out.toBytes();
    }

    static Fingerprint read(byte[] bytes) throws FormatException {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= bytes.length || bytes[i] != MAGIC[i]) {
                throw new FormatException(
                        i,
                        i < MAGIC.length - 1
                                ? "not a fingerprint: expected the bytes 'PDFP' 0x89"
                                : "layout version must be " + MAGIC[i] + (i < bytes.length ? ", got " + bytes[i] : ""));
            }
        }
        int end = bytes.length - CHECKSUM;
        if (end < MAGIC.length) {
            throw new FormatException(bytes.length, "the file ends too early");
        }
        if (new BitReader(Arrays.copyOfRange(bytes, end, bytes.length), CHECKSUM).fixed64() != checksum(bytes, end)) {
            throw new FormatException(end, "the checksum does not fit: the file is damaged or cut");
        }
        BitReader in = new BitReader(bytes, end);
        in.octets(MAGIC.length);
        long id = in.varint(Integer.MAX_VALUE, "scheme");
        FingerprintScheme scheme =
                FingerprintScheme.ofId(id).orElseThrow(() -> in.bad("scheme " + id + " is not known to this version"));
        TextPart part = part(in);
        String name = text(in, "name");
        CorpusProfile profile = profile(in);
        int[] responses = new int[FingerprintScheme.BLOCKS];
        for (int block = 0; block < responses.length; block++) {
            responses[block] = (int) in.varint(Integer.MAX_VALUE, "responses");
        }
        CountRows[] counts = new CountRows[FeatureFamily.values().length];
        for (FeatureFamily family : scheme.families()) {
            long familyId = in.varint(Integer.MAX_VALUE, "family");
            if (familyId != family.id()) {
                throw in.bad("expected family " + family.id() + ", got " + familyId);
            }
            counts[family.ordinal()] = rows(in, scheme.blocks(family), family.bits());
        }
        PromptSketches sketches = sketches(in);
        if (in.remaining() > 0) {
            throw in.bad(in.remaining() + " bytes follow the last value");
        }
        return new Fingerprint(scheme, part, name, profile, responses, counts, sketches);
    }

    private static long checksum(byte[] bytes, int end) {
        return Hashing.farmHashFingerprint64().hashBytes(bytes, 0, end).asLong();
    }

    private static TextPart part(BitReader in) throws FormatException {
        int id = in.octet();
        for (TextPart part : TextPart.values()) {
            if (part.id() == id) {
                return part;
            }
        }
        throw in.bad("part " + id + " is not known to this version");
    }

    private static void text(BitWriter out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.varint(utf8.length);
        out.octets(utf8);
    }

    private static String text(BitReader in, String what) throws FormatException {
        int length = (int) in.varint(LONGEST_NAME, what + " length");
        int start = in.offset();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.octets(length)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(start, what + " is not UTF-8");
        }
    }

    private static void profile(BitWriter out, CorpusProfile profile) {
        numbers(out, profile.measures());
        numbers(out, profile.lengths());
        numbers(out, profile.scripts());
        out.varint(profile.languages().size());
        for (Map.Entry<String, Long> language : profile.languages().entrySet()) {
            text(out, language.getKey());
            out.varint(language.getValue());
        }
        out.varint(profile.systemPrompts().size());
        for (Map.Entry<Integer, Long> prompt : profile.systemPrompts().entrySet()) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.octet(prompt.getKey() >>> shift);
            }
            out.varint(prompt.getValue());
        }
    }

    private static CorpusProfile profile(BitReader in) throws FormatException {
        long[] measures = numbers(in, Measure.values().length, "measures");
        long[] lengths = numbers(in, CorpusProfile.LENGTHS, "lengths");
        long[] scripts = numbers(in, Script.values().length, "scripts");
        SortedMap<String, Long> languages = new TreeMap<>();
        for (long left = in.varint(in.remaining(), "languages"); left > 0; left--) {
            String language = text(in, "language");
            if (!languages.isEmpty() && languages.lastKey().compareTo(language) >= 0) {
                throw in.bad("languages must ascend");
            }
            languages.put(language, in.varint(MANY, "answers in a language"));
        }
        SortedMap<Integer, Long> prompts = new TreeMap<>();
        for (long left = in.varint(CorpusProfile.SYSTEM_PROMPTS, "system prompts"); left > 0; left--) {
            int digest = 0;
            for (int i = 0; i < 4; i++) {
                digest = digest << 8 | in.octet();
            }
            if (!prompts.isEmpty() && prompts.lastKey() >= digest) {
                throw in.bad("system prompts must ascend");
            }
            prompts.put(digest, in.varint(MANY, "answers under a system prompt"));
        }
        return new CorpusProfile(measures, lengths, scripts, languages, prompts);
    }

    private static void numbers(BitWriter out, long[] values) {
        out.varint(values.length);
        for (long value : values) {
            out.varint(value);
        }
    }

    private static long[] numbers(BitReader in, int count, String what) throws FormatException {
        if (in.varint(count, what) != count) {
            throw in.bad("expected " + count + " " + what);
        }
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.varint(MANY, what);
        }
        return values;
    }

    private static void row(BitWriter out, int[] features, int[] counts) {
        int size = features.length;
        out.varint(size);
        if (size == 0) {
            return;
        }
        int[] gaps = new int[size];
        int[] rest = new int[size];
        for (int i = 0; i < size; i++) {
            gaps[i] = features[i] - (i == 0 ? 0 : features[i - 1] + 1);
            rest[i] = counts[i] - 1;
        }
        int gapK = RiceCode.best(gaps, size);
        int countK = RiceCode.best(rest, size);
        out.octet(gapK);
        out.octet(countK);
        for (int i = 0; i < size; i++) {
            RiceCode.write(out, gaps[i], gapK);
            RiceCode.write(out, rest[i], countK);
        }
        out.align();
    }

    private static CountRows rows(BitReader in, int blocks, int bits) throws FormatException {
        int[][] features = new int[blocks][];
        int[][] counts = new int[blocks][];
        for (int block = 0; block < blocks; block++) {
            int size = size(in, 1L << bits, 2, "features in a block");
            features[block] = new int[size];
            counts[block] = new int[size];
            if (size == 0) {
                continue;
            }
            int gapK = parameter(in);
            int countK = parameter(in);
            int next = 0;
            for (int i = 0; i < size; i++) {
                next += RiceCode.read(in, gapK, (1 << bits) - 1 - next);
                features[block][i] = next++;
                counts[block][i] = RiceCode.read(in, countK, Integer.MAX_VALUE - 1) + 1;
            }
            in.align();
        }
        return new CountRows(features, counts);
    }

    private static void sketches(BitWriter out, PromptSketches sketches) {
        out.varint(sketches.size());
        for (int i = 0; i < sketches.size(); i++) {
            out.fixed64(sketches.key(i));
            out.varint(sketches.answers(i));
            out.varint(sketches.ngrams(i));
            char[] values = sketches.row(i);
            out.varint(values.length);
            if (values.length > 0) {
                int[] gaps = new int[values.length];
                for (int j = 0; j < gaps.length; j++) {
                    gaps[j] = values[j] - (j == 0 ? 0 : values[j - 1] + 1);
                }
                int k = RiceCode.best(gaps, gaps.length);
                out.octet(k);
                for (int gap : gaps) {
                    RiceCode.write(out, gap, k);
                }
                out.align();
            }
        }
    }

    private static PromptSketches sketches(BitReader in) throws FormatException {
        int size = (int) in.varint(in.remaining() / 11, "prompts");
        long[] keys = new long[size];
        int[] answers = new int[size];
        long[] ngrams = new long[size];
        char[][] values = new char[size][];
        for (int i = 0; i < size; i++) {
            keys[i] = in.fixed64();
            if (i > 0 && keys[i] <= keys[i - 1]) {
                throw in.bad("prompt keys must ascend");
            }
            answers[i] = (int) in.varint(Integer.MAX_VALUE, "answers to a prompt");
            ngrams[i] = in.varint(MANY, "n-grams of a prompt");
            values[i] = new char[size(in, 1 << 16, 1, "values of a prompt")];
            if (values[i].length > 0) {
                int k = parameter(in);
                int next = 0;
                for (int j = 0; j < values[i].length; j++) {
                    next += RiceCode.read(in, k, 0xffff - next);
                    values[i][j] = (char) next++;
                }
                in.align();
            }
        }
        return new PromptSketches(keys, answers, ngrams, values);
    }

    /** A count of coded values, each of which takes at least {@code bits} bits of what is left. */
    private static int size(BitReader in, long limit, int bits, String what) throws FormatException {
        long size = in.varint(limit, what);
        if (size * bits > 8L * in.remaining()) {
            throw in.bad(size + " " + what + " cannot stand in the " + in.remaining() + " bytes that are left");
        }
        return (int) size;
    }

    private static int parameter(BitReader in) throws FormatException {
        int k = in.octet();
        if (k > RiceCode.LARGEST_K) {
            throw in.bad("a code's parameter must be at most " + RiceCode.LARGEST_K + ", got " + k);
        }
        return k;
    }
}
