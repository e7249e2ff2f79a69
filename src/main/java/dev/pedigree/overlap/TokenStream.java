package dev.pedigree.overlap;

import java.util.Arrays;
import java.util.BitSet;

/** Tokens of one text in reading order, with their offsets into it. Grows while it is filled; not shared before that. */
final class TokenStream {
    /** 64-bit hash of each token as it is compared. */
    long[] hash = new long[64];
    /** Offset of each token's first UTF-16 unit. */
    int[] start = new int[64];
    /** Offset after each token's last UTF-16 unit. */
    int[] end = new int[64];
    /** What each token weighs, in half words: 2 for a word, 1 for a character of a script without spaces. */
    byte[] weight = new byte[64];
    /** Hash of the spelling where the token is a word of a program, else 0. */
    long[] name = new long[0];

    int size;

    private int[] halfWordsBefore =
            new int[65]; // by token, so that the sum of a range costs the same however long it is

    void add(long tokenHash, int from, int to, int halfWords) {
        if (size == hash.length) {
            int more = size * 2;
            hash = Arrays.copyOf(hash, more);
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            weight = Arrays.copyOf(weight, more);
            halfWordsBefore = Arrays.copyOf(halfWordsBefore, more + 1);
        }
        hash[size] = tokenHash;
        start[size] = from;
        end[size] = to;
        weight[size] = (byte) halfWords;
        halfWordsBefore[size + 1] = halfWordsBefore[size] + halfWords;
        size++;
    }

    void addNamed(long tokenHash, int from, int to, long nameHash) {
        add(tokenHash, from, to, 2);
        if (name.length < hash.length) {
            name = Arrays.copyOf(name, hash.length);
        }
        name[size - 1] = nameHash;
    }

    /** The 16 bits of a token's hash that an index stores. */
    static char stored(long tokenHash) {
        return (char) (tokenHash >>> 48);
    }

    /** The tokens as an index stores them. */
    char[] stored() {
        char[] out = new char[size];
        for (int i = 0; i < size; i++) {
            out[i] = stored(hash[i]);
        }
        return out;
    }

    /** Half words in a range of tokens. */
    int halfWords(int from, int to) {
        return halfWordsBefore[to] - halfWordsBefore[from];
    }

    /** Half words of some tokens. */
    int halfWords(BitSet chosen) {
        int sum = 0;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            sum += weight[i];
        }
        return sum;
    }
}
