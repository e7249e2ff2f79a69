package dev.pedigree.exact;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;

/**
 * The words of a text as hashes with their offsets. A word is a run of letters, digits and apostrophes; a character of a script
 * without spaces (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) is a word of its own. Case is folded for ASCII, Latin-1 and
 * Cyrillic. Everything else separates, so that formatting and punctuation do not hide a shared phrase.
 */
final class Tokens {
    private final long[] hashes;
    private final int[] starts;
    private final int[] ends;

    private Tokens(long[] hashes, int[] starts, int[] ends) {
        this.hashes = hashes;
        this.starts = starts;
        this.ends = ends;
    }

    static Tokens of(String text) {
        long[] hashes = new long[text.length() / 4 + 8];
        int[] starts = new int[hashes.length];
        int[] ends = new int[hashes.length];
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!isWord(c)) {
                i = next;
                continue;
            }
            int start = i;
            long hash = SplitMix64.mix(fold(c) + 0x9E3779B97F4A7C15L);
            i = next;
            while (!isSingle(c) && i < text.length()) {
                int d = text.codePointAt(i);
                if (!isWord(d) || isSingle(d)) {
                    break;
                }
                hash = SplitMix64.mix(hash * 31 + fold(d));
                i += Character.charCount(d);
            }
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, count * 2);
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            hashes[count] = hash;
            starts[count] = start;
            ends[count++] = i;
        }
        return new Tokens(Arrays.copyOf(hashes, count), starts, ends);
    }

    int size() {
        return hashes.length;
    }

    long hash(int index) {
        return hashes[index];
    }

    /** Where words [from, to) begin in the text. */
    int start(int from) {
        return starts[from];
    }

    /** Where a word ends in the text, exclusive. */
    int end(int index) {
        return ends[index];
    }

    /** The hashes of the runs of n words, one for each start; empty where the text is shorter. */
    long[] grams(int n) {
        long[] grams = new long[Math.max(0, hashes.length - n + 1)];
        for (int i = 0; i < grams.length; i++) {
            long hash = n;
            for (int k = 0; k < n; k++) {
                hash = SplitMix64.mix(hash * 0x2545F4914F6CDD1DL + hashes[i + k]);
            }
            grams[i] = hash;
        }
        return grams;
    }

    static boolean isWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'';
        }
        return c >= 0xc0
                        && c != 0xd7
                        && c != 0xf7
                        && !(c >= 0x2000 && c <= 0x2bff)
                        && !(c >= 0x2e00 && c <= 0x303f && c != 0x3005 && c != 0x3007)
                        && c != 0x30fb
                        && !(c >= 0xd800 && c <= 0xf8ff)
                        && !(c >= 0xfe00 && c <= 0xfe6f)
                        && !(c >= 0xff00 && c <= 0xff0f)
                        && !(c >= 0xff1a && c <= 0xff20)
                        && !(c >= 0xff3b && c <= 0xff40)
                        && !(c >= 0xff5b && c <= 0xff65)
                        && c < 0xffe0
                || c >= 0x10000 && !(c >= 0x1f000 && c <= 0x1faff);
    }

    static boolean isSingle(int c) {
        return c >= 0x0e00
                && (c <= 0x0eff
                        || (c >= 0x1000 && c <= 0x109f)
                        || (c >= 0x1780 && c <= 0x17ff)
                        || (c >= 0x3005 && c <= 0x30ff)
                        || (c >= 0x3400 && c <= 0x9fff)
                        || (c >= 0xac00 && c <= 0xd7af)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0x20000 && c <= 0x3ffff));
    }

    static int fold(int c) {
        if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x410 && c <= 0x42f)) {
            return c + 32;
        }
        return c >= 0x400 && c <= 0x40f ? c + 80 : c;
    }
}
