package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which tokens of a suspect answer which reference models also write, in runs long enough to count. */
final class Coverage {
    private final Map<Integer, BitSet> byModel = new TreeMap<>();
    private final Map<Integer, BitSet> cache = new HashMap<>();
    private final int tokens;
    private final BitSet common;
    private final Relations relations;

    Coverage(List<Span> spans, TokenStream tokens, int leastHalfWords, BitSet common, Relations relations) {
        this.tokens = tokens.size;
        this.common = common;
        this.relations = relations;
        for (Span span : spans) {
            if (tokens.halfWords(span.suspect(), span.suspectEnd()) >= leastHalfWords) {
                byModel.computeIfAbsent(span.model(), m -> new BitSet()).set(span.suspect(), span.suspectEnd());
            }
        }
    }

    /** The tokens that do not count for a model: common ones, and those that two other models, unrelated to it and to each other, also write. */
    BitSet background(int model) {
        return cache.computeIfAbsent(model, this::computeBackground);
    }

    private BitSet computeBackground(int model) {
        BitSet out = (BitSet) common.clone();
        int[] first = new int[tokens];
        Arrays.fill(first, -1);
        for (Map.Entry<Integer, BitSet> other : byModel.entrySet()) {
            int holder = other.getKey();
            if (relations.areRelated(model, holder)) {
                continue;
            }
            BitSet held = other.getValue();
            for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
                if (first[i] < 0) {
                    first[i] = holder;
                } else if (!relations.areRelated(first[i], holder)) {
                    out.set(i);
                }
            }
        }
        return out;
    }

    /** The tokens that are background whoever writes them. */
    BitSet common() {
        return common;
    }

    /** Whether a model unrelated to a model writes a part of some tokens or more. */
    boolean isHeldByAnother(BitSet piece, int model, double part) {
        int size = piece.cardinality();
        for (Map.Entry<Integer, BitSet> other : byModel.entrySet()) {
            if (!relations.areRelated(model, other.getKey()) && held(other.getValue(), piece) >= part * size) {
                return true;
            }
        }
        return false;
    }

    /** Whether two models, unrelated to a model and to each other, each write all of some tokens. */
    boolean isHeldByOthers(BitSet piece, int model) {
        int size = piece.cardinality();
        List<Integer> holders = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> other : byModel.entrySet()) {
            int holder = other.getKey();
            if (!relations.areRelated(model, holder) && held(other.getValue(), piece) == size) {
                if (holders.stream().anyMatch(known -> !relations.areRelated(known, holder))) {
                    return true;
                }
                holders.add(holder);
            }
        }
        return false;
    }

    private static int held(BitSet written, BitSet piece) {
        BitSet both = (BitSet) written.clone();
        both.and(piece);
        return both.cardinality();
    }

    /** How many models write at least half of some tokens; a model that matched them otherwise counts as well. */
    int holders(BitSet piece, int model) {
        int holders = byModel.containsKey(model) ? 0 : 1;
        int size = piece.cardinality();
        for (Map.Entry<Integer, BitSet> other : byModel.entrySet()) {
            holders += other.getKey() == model || 2 * held(other.getValue(), piece) >= size ? 1 : 0;
        }
        return holders;
    }
}
