package dev.pedigree.corpus;

/** Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode 15, table 3-7). */
final class Utf8 {
    private Utf8() {}

    /** The offset of the first byte that is not well-formed UTF-8, or -1. */
    static int firstBad(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int b = bytes[i];
            if (b >= 0) {
                i++;
                continue;
            }
            int length = length(b & 0xff);
            if (length == 0 || i + length > to || !follows(bytes, i, length)) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    private static int length(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 3;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    }

    private static boolean follows(byte[] bytes, int i, int length) {
        int lead = bytes[i] & 0xff;
        int second = bytes[i + 1] & 0xff;
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return false;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
