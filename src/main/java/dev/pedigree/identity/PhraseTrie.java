package dev.pedigree.identity;

import java.util.Arrays;

/**
 * Phrases that can be looked up from a place in a text, longest first. The transitions stand in one hash table, so that a trie is made
 * about as fast as its phrases are read: starting takes longer than reading the answers of most suspects. Immutable.
 */
final class PhraseTrie {
    /*
     * A transition is one number: the state it leaves and the folded character above, the state it enters below. State 0 is the
     * root, which none enters, so that 0 is a free place.
     */
    private static final int STATE_BITS = 24;
    private static final int STATE = (1 << STATE_BITS) - 1;
    private static final int CHARACTER_BITS = 16;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final long[] transitions; // open addressing; a power of two, at most half full
    private final int[] values; // by state; 0 where no phrase ends
    private final int shift;

    private PhraseTrie(long[] transitions, int[] values) {
        this.transitions = transitions;
        this.values = values;
        shift = shift(transitions);
    }

    /** Collects phrases. */
    static final class Builder {
        private long[] transitions = new long[1 << 6];
        private int[] values = new int[1 << 5];
        private int states = 1;

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
                int place = place(transitions, shift(transitions), state, folded.charAt(i));
                state = transitions[place] == 0
                        ? add(place, state, folded.charAt(i))
                        : (int) transitions[place] & STATE;
            }
            int before = values[state];
            values[state] = value;
            return before;
        }

        private int add(int place, int state, char c) {
            int entered = states++;
            if (entered > STATE) {
                throw new IllegalStateException("more than " + STATE + " beginnings of phrases");
            }
            transitions[place] = (long) state << CHARACTER_BITS + STATE_BITS | (long) c << STATE_BITS | entered;
            if (entered == values.length) {
                values = Arrays.copyOf(values, 2 * entered);
                transitions = spread(transitions);
            }
            return entered;
        }

        private static long[] spread(long[] before) {
            long[] larger = new long[2 * before.length];
            for (long transition : before) {
                if (transition != 0) {
                    int state = (int) (transition >>> CHARACTER_BITS + STATE_BITS);
                    larger[place(larger, shift(larger), state, (char) (transition >>> STATE_BITS))] = transition;
                }
            }
            return larger;
        }

        /** The trie of all phrases added so far. */
        PhraseTrie build() {
            return new PhraseTrie(transitions.clone(), values.clone());
        }
    }

    /** The end of the last phrase that {@link #longest} found; a call's result, so not for sharing: each reader has its own. */
    static final class Match {
        int value;
        int end;
    }

    private static int shift(long[] transitions) {
        return Long.numberOfLeadingZeros(transitions.length) + 1;
    }

    /** Where the transition by a character stands, or the free place where it would. */
    private static int place(long[] transitions, int shift, int state, char c) {
        long key = (long) state << CHARACTER_BITS | c;
        int place = (int) (key * MIX >>> shift);
        while (transitions[place] != 0 && transitions[place] >>> STATE_BITS != key) {
            place = place + 1 & transitions.length - 1;
        }
        return place;
    }

    /** Finds the longest phrase that begins here and stands alone; the value is 0 where there is none. */
    void longest(String text, int from, int to, Match match) {
        match.value = 0;
        match.end = from;
        int state = 0;
        for (int i = from; i < to; i++) {
            state = (int) transitions[place(transitions, shift, state, Letters.fold(text.charAt(i)))] & STATE;
            if (state == 0) {
                return;
            }
            if (values[state] != 0
                    && (i + 1 == text.length() || Letters.isBoundary(text.charAt(i), text.charAt(i + 1)))) {
                match.value = values[state];
                match.end = i + 1;
            }
        }
    }
}
