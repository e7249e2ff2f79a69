package dev.pedigree.text;

import dev.pedigree.internal.DataLines;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Character classes and lower case of Unicode {@value #VERSION}, pinned in the resource {@code unicode.txt}, so that every JDK
 * reads a text the same way. Lower case is the simple mapping, and only for the Basic Multilingual Plane.
 */
final class UnicodeTables {
    /** The version of the Unicode Standard from which the tables are made. */
    static final String VERSION = "16.0.0";

    /** Whatever is not one of the classes below: symbols, unassigned and private code points, lone surrogates. */
    static final byte OTHER = 0;

    static final byte SPACE = 1;
    static final byte NEWLINE = 2;
    /** Letters of scripts that part words by spaces, and letter-like numbers. */
    static final byte LETTER = 3;

    static final byte DIGIT = 4;
    /** Combining marks. */
    static final byte MARK = 5;

    static final byte PUNCTUATION = 6;
    static final byte HAN = 7;
    static final byte HIRAGANA = 8;
    static final byte KATAKANA = 9;
    static final byte HANGUL = 10;
    /** Letters of Thai, Lao, Khmer, Myanmar and Tibetan, which part clauses rather than words. */
    static final byte UNSPACED = 11;

    static final byte EMOJI = 12;
    /** Invisible format characters: zero-width spaces and joiners, byte order marks, soft hyphens. */
    static final byte FORMAT = 13;

    static final byte CONTROL = 14;

    private static final String CODES = "OSNLDMPHIKGTEFC"; // the class's letter in the resource, by its number

    private static final byte[] BMP = new byte[0x10000];
    private static final char[] LOWER = new char[0x10000];
    private static final BitSet LOWER_LETTERS = new BitSet(0x10000);
    private static int[] firsts = new int[512]; // supplementary ranges, ascending
    private static int[] lasts = new int[512];
    private static byte[] types = new byte[512];

    static {
        load();
    }

    private UnicodeTables() {}

    /** The class of a UTF-16 unit; surrogates are {@link #OTHER}. */
    static byte classOf(char unit) {
        return BMP[unit];
    }

    /** The class of a code point beyond the BMP. */
    static byte classOfSupplementary(int codePoint) {
        int at = Arrays.binarySearch(firsts, codePoint);
        int range = at >= 0 ? at : -at - 2;
        return range >= 0 && codePoint <= lasts[range] ? types[range] : OTHER;
    }

    static char lower(char unit) {
        return LOWER[unit];
    }

    /** Whether a unit is the lower case of another. */
    static boolean isLower(char unit) {
        return LOWER_LETTERS.get(unit);
    }

    /** The classes by UTF-16 unit, for the scanner's inner loop; not to be changed. */
    static byte[] classes() {
        return BMP;
    }

    /** The lower case by UTF-16 unit, for the scanner's inner loop; not to be changed. */
    static char[] lowerCase() {
        return LOWER;
    }

    private static void load() {
        for (int c = 0; c < LOWER.length; c++) {
            LOWER[c] = (char) c;
        }
        int size = 0;
        for (String line : DataLines.of(UnicodeTables.class, "unicode.txt")) {
            String[] part = line.split(" ");
            int first = Integer.parseInt(part[0], 16);
            int last = Integer.parseInt(part[1], 16);
            if (part.length == 4) {
                lowerCase(first, last, Integer.parseInt(part[2]), Integer.parseInt(part[3]));
                continue;
            }
            byte type = (byte) CODES.indexOf(part[2].charAt(0));
            if (first < BMP.length) {
                Arrays.fill(BMP, first, Math.min(last + 1, BMP.length), type);
            }
            if (last >= BMP.length) {
                if (size == firsts.length) {
                    firsts = Arrays.copyOf(firsts, 2 * size);
                    lasts = Arrays.copyOf(lasts, 2 * size);
                    types = Arrays.copyOf(types, 2 * size);
                }
                firsts[size] = Math.max(first, BMP.length);
                lasts[size] = last;
                types[size++] = type;
            }
        }
        firsts = Arrays.copyOf(firsts, size);
        lasts = Arrays.copyOf(lasts, size);
        types = Arrays.copyOf(types, size);
    }

    private static void lowerCase(int first, int last, int step, int delta) {
        for (int c = first; c <= last; c += step) {
            LOWER[c] = (char) (c + delta);
            LOWER_LETTERS.set(c + delta);
        }
    }
}
