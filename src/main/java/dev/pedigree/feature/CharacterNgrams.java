package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * Three- to five-grams of the first 6,000 characters in lower case, with white space folded and digits alike (Peng et al.,
 * "Language independent authorship attribution using character level language models", EACL 2003,
 * doi:10.3115/1067807.1067843; Stamatatos, JASIST 60(3), 2009, doi:10.1002/asi.21001). Characters beyond ASCII are cut to 11
 * bits, so that five of them fit one word of 64 bits.
 */
final class CharacterNgrams implements Extractor {
    private static final long THREE = (1L << 36) - 1;
    private static final long FOUR = (1L << 48) - 1;
    private static final long FIVE = (1L << 60) - 1;
    private static final long FACTOR_3 = 0xBF58476D1CE4E5B9L;
    private static final long FACTOR_4 = 0x94D049BB133111EBL;
    private static final long FACTOR_5 = 0xD6E8FEB86659FD93L;

    private static final int CODE = 0xfff;
    private static final int SPACE = 1;
    private static final int LINE_END = 2;
    private static final int WHITE_SHIFT = 12;
    private static final int WHITE = (SPACE | LINE_END) << WHITE_SHIFT;
    private static final int FOLDS_SHIFT = 4;

    /** By ASCII character: its code, then what white space it is, then what white space folds into it. */
    private static final int[] ASCII = new int[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = c >= 'A' && c <= 'Z' ? c + 32 : c >= '0' && c <= '9' ? '0' : c;
        }
        white(' ', ' ', SPACE, SPACE);
        white('\t', ' ', SPACE, SPACE);
        white('\n', '\n', LINE_END, SPACE | LINE_END);
        white('\r', '\n', LINE_END, SPACE | LINE_END);
    }

    private final int bits;
    private final int[] places = new int[Starts.WINDOW];

    CharacterNgrams(int bits) {
        this.bits = bits;
    }

    private static void white(char c, char folded, int what, int folds) {
        ASCII[c] = folded | what << WHITE_SHIFT | folds << WHITE_SHIFT + FOLDS_SHIFT;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int length = Math.min(Starts.WINDOW, text.length());
        if (out.table().length == 1 << bits) {
            count(text, length, out.table());
        } else {
            list(text, length, out);
        }
    }

    /** What stands at a place, as in {@link #ASCII}. */
    private static int read(TextScanner text, int at) {
        char c = text.charAt(at);
        return c < 128 ? ASCII[c] : 0x800 | (text.lowerAt(at) * 0x9E3779B1) >>> 21;
    }

    /** Whether what is read is white space that folds into the white space before. */
    private static boolean folds(int read, int before) {
        return (read & before >>> FOLDS_SHIFT & WHITE) != 0;
    }

    private void count(TextScanner text, int length, int[] table) {
        int shift = 64 - bits;
        int before = ASCII['\n'];
        int size = 0;
        long window = 0;
        int i = 0;
        while (i < length && size < 4) {
            int read = read(text, i++);
            if (!folds(read, before)) {
                window = window << 12 | read & CODE;
                size++;
                if (size >= 3) {
                    table[(int) ((window & THREE) * FACTOR_3 >>> shift)]++;
                }
                if (size == 4) {
                    table[(int) (window * FACTOR_4 >>> shift)]++;
                }
            }
            before = read;
        }
        while (i < length) {
            int read = read(text, i++);
            if (!folds(read, before)) {
                window = (window << 12 | read & CODE) & FIVE;
                table[(int) ((window & THREE) * FACTOR_3 >>> shift)]++;
                table[(int) ((window & FOUR) * FACTOR_4 >>> shift)]++;
                table[(int) (window * FACTOR_5 >>> shift)]++;
            }
            before = read;
        }
    }

    private void list(TextScanner text, int length, FeatureBuffer out) {
        int shift = 64 - bits;
        out.reserve(3 * length);
        int before = ASCII['\n'];
        int size = 0;
        long window = 0;
        for (int i = 0; i < length; i++) {
            int read = read(text, i);
            if (!folds(read, before)) {
                window = (window << 12 | read & CODE) & FIVE;
                places[size++] = i;
                if (size >= 3) {
                    out.add((int) ((window & THREE) * FACTOR_3 >>> shift), places[size - 3], i + 1);
                }
                if (size >= 4) {
                    out.add((int) ((window & FOUR) * FACTOR_4 >>> shift), places[size - 4], i + 1);
                }
                if (size >= 5) {
                    out.add((int) (window * FACTOR_5 >>> shift), places[size - 5], i + 1);
                }
            }
            before = read;
        }
    }
}
