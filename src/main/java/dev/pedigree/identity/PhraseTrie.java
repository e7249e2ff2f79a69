package dev.pedigree.identity;

/** Phrases that can be looked up from a place in a text, longest first. Transitions stand in one open-addressed table. */
final class PhraseTrie {
    private long[] keys = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private final int[] root = new int[1 << 16]; // the states after one character, 0 where there is none
    private final long[] pairs = new long[1 << 10]; // one bit for each hash of two characters that a phrase begins with
    private int used;
    private int states = 1;
    private int[] values = new int[64];

    /** The end of the last phrase that {@link #longest} found; a call's result, so not for sharing: each reader has its own. */
    static final class Match {
        int value;
        int end;
    }

    /**
     * Adds a phrase; of equal ones the last stays.
     *
     * @param folded the phrase as {@link Letters#fold} gives it
     * @param value what it means, above 0
     * @return the value that it had, or 0
     */
    int put(String folded, int value) {
        int state = 0;
        for (int i = 0; i < folded.length(); i++) {
            state = step(state, folded.charAt(i));
        }
        if (folded.length() > 1) {
            int pair = pair(folded.charAt(0), folded.charAt(1));
            pairs[pair >> 6] |= 1L << pair;
        }
        int before = values[state];
        values[state] = value;
        return before;
    }

    /** Finds the longest phrase that begins here and stands alone; the value is 0 where there is none. */
    void longest(String text, int from, int to, Match match) {
        match.value = 0;
        match.end = from;
        char first = Letters.fold(text.charAt(from));
        int state = root[first];
        if (state == 0 || values[state] == 0 && !mayGoOn(text, from + 1, to, first)) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (i > from) {
                state = find(state, Letters.fold(text.charAt(i)));
                if (state < 0) {
                    return;
                }
            }
            if (values[state] != 0
                    && (i + 1 == text.length() || Letters.isBoundary(text.charAt(i), text.charAt(i + 1)))) {
                match.value = values[state];
                match.end = i + 1;
            }
        }
    }

    /** Whether a phrase may begin with this character and the next: most words are turned away here, without a look-up. */
    private boolean mayGoOn(String text, int next, int to, char first) {
        if (next >= to) {
            return false;
        }
        int pair = pair(first, Letters.fold(text.charAt(next)));
        return (pairs[pair >> 6] & 1L << pair) != 0;
    }

    private static int pair(char first, char second) {
        return first * 0x9E37 + second & 0xffff;
    }

    private int step(int state, char c) {
        int found = find(state, c);
        if (found >= 0) {
            return found;
        }
        if (2 * (used + 1) > keys.length) {
            grow();
        }
        if (states == values.length) {
            values = java.util.Arrays.copyOf(values, 2 * states);
        }
        if (state == 0) {
            root[c] = states;
        }
        insert(key(state, c), states);
        return states++;
    }

    private int find(int state, char c) {
        long key = key(state, c);
        int mask = keys.length - 1;
        for (int slot = slot(key, mask); keys[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return -1;
    }

    private void insert(long key, int target) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        targets[slot] = target;
        used++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[2 * oldKeys.length];
        targets = new int[2 * oldKeys.length];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldTargets[i]);
            }
        }
    }

    /** Never 0: no phrase holds the character 0. */
    private static long key(int state, char c) {
        return (long) state << 16 | c;
    }

    private static int slot(long key, int mask) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
    }
}
