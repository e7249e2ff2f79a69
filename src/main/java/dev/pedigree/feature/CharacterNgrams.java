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

    /** By 3 * (what stands before) + what stands here, with 0 text, 1 space, 2 line end: one bit where nothing is to be added. */
    private static final int FOLDED = 1 << 4 | 1 << 7 | 1 << 8;

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c >= '0' && c <= '9' ? '0' : c;
        }
        ASCII['\t'] = ' ';
        ASCII['\r'] = '\n';
    }

    private final int shift;

    CharacterNgrams(int bits) {
        shift = 64 - bits;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int length = Math.min(Starts.WINDOW, text.length());
        out.reserve(3 * length);
        long window = 0;
        int seen = 0;
        int before = 2;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char code = c < 128 ? ASCII[c] : (char) (0x800 | (text.lowerAt(i) * 0x9E3779B1) >>> 21);
            int here = code > ' ' ? 0 : code == ' ' ? 1 : code == '\n' ? 2 : 0;
            if ((FOLDED >>> 3 * before + here & 1) != 0) {
                continue;
            }
            before = here;
            window = (window << 12 | code) & FIVE;
            seen++;
            if (seen >= 3) {
                out.add((int) ((window & THREE) * FACTOR_3 >>> shift), i - 2, i + 1);
                if (seen >= 4) {
                    out.add((int) ((window & FOUR) * FACTOR_4 >>> shift), i - 3, i + 1);
                    if (seen >= 5) {
                        out.add((int) (window * FACTOR_5 >>> shift), i - 4, i + 1);
                    }
                }
            }
        }
    }
}
