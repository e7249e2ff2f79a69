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

    private static final char[] ASCII = new char[128];

    private static final byte[] WHITE = new byte[128]; // 0 text, 1 space, 2 line end

    /** By 3 * (what stands before) + what stands here, with 0 text, 1 space, 2 line end: one bit where nothing is to be added. */
    private static final int FOLDED = 1 << 4 | 1 << 7 | 1 << 8;

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c >= '0' && c <= '9' ? '0' : c;
        }
        ASCII['\t'] = ' ';
        ASCII['\r'] = '\n';
        WHITE[' '] = 1;
        WHITE['\t'] = 1;
        WHITE['\n'] = 2;
        WHITE['\r'] = 2;
    }

    private final int bits;
    private char[] codes = new char[Starts.WINDOW];
    private int[] places = new int[Starts.WINDOW];

    CharacterNgrams(int bits) {
        this.bits = bits;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int size = fold(text);
        int[] table = out.table();
        if (table.length == 1 << bits) {
            count(size, table);
        } else {
            list(size, out);
        }
    }

    /** Folds the text into {@link #codes}; gives their count. */
    private int fold(TextScanner text) {
        int length = Math.min(Starts.WINDOW, text.length());
        int size = 0;
        int before = 2;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char code = c < 128 ? ASCII[c] : (char) (0x800 | (text.lowerAt(i) * 0x9E3779B1) >>> 21);
            int here = c < 128 ? WHITE[c] : 0;
            // written without a branch, and overwritten next if it is to be left out
            codes[size] = code;
            places[size] = i;
            size += 1 - (FOLDED >>> 3 * before + here & 1);
            before = here;
        }
        return size;
    }

    private void count(int size, int[] table) {
        int shift = 64 - bits;
        long window = size < 2 ? 0 : codes[0] << 12 | codes[1];
        for (int i = 2; i < Math.min(4, size); i++) {
            window = window << 12 | codes[i];
            table[(int) ((window & THREE) * FACTOR_3 >>> shift)]++;
            if (i == 3) {
                table[(int) ((window & FOUR) * FACTOR_4 >>> shift)]++;
            }
        }
        for (int i = 4; i < size; i++) {
            window = (window << 12 | codes[i]) & FIVE;
            table[(int) ((window & THREE) * FACTOR_3 >>> shift)]++;
            table[(int) ((window & FOUR) * FACTOR_4 >>> shift)]++;
            table[(int) (window * FACTOR_5 >>> shift)]++;
        }
    }

    private void list(int size, FeatureBuffer out) {
        int shift = 64 - bits;
        out.reserve(3 * size);
        long window = 0;
        for (int i = 0; i < size; i++) {
            window = (window << 12 | codes[i]) & FIVE;
            int end = places[i] + 1;
            if (i >= 2) {
                out.add((int) ((window & THREE) * FACTOR_3 >>> shift), places[i - 2], end);
            }
            if (i >= 3) {
                out.add((int) ((window & FOUR) * FACTOR_4 >>> shift), places[i - 3], end);
            }
            if (i >= 4) {
                out.add((int) (window * FACTOR_5 >>> shift), places[i - 4], end);
            }
        }
    }
}
