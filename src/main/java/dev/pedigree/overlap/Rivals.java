package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The programs that reference models write for one task, beside a suspect's program: which runs of it they hold, and how popular
 * a program is among them. What many write for a task, another may write too without having copied it. Grows while it is filled;
 * not shared before that.
 */
final class Rivals {
    /** Tokens in a row that are looked for in the other programs. */
    private static final int RUN = 8;
    /** Tokens in a row by which whole programs are compared. */
    private static final int GRAM = 4;
    /** Dice's coefficient of the grams from which two programs are the same one. */
    private static final double SAME = 0.95;
    /** What a second answer of the matched model, or one of a relative, says beside one of an unrelated model. */
    private static final double RELATIVE = 0.2;

    /** Votes for a program, and as many against it, before any is counted. */
    private static final double UNSEEN = 0.25;

    private final Relations relations;
    private final Shingles runs;
    private final BitSet[] holders;
    private final List<Program> programs = new ArrayList<>();
    private int[] programsOf = new int[0];

    private record Program(long document, int model, boolean sameTask, long[] grams) {}

    Rivals(TokenStream suspect, Relations relations) {
        long[] hashes = grams(suspect.stored(), RUN);
        this.relations = relations;
        this.runs = new Shingles(hashes);
        this.holders = new BitSet[hashes.length];
        for (int i = 0; i < holders.length; i++) {
            holders[i] = new BitSet();
        }
    }

    private static long[] grams(char[] tokens, int length) {
        long[] out = new long[Math.max(0, tokens.length - length + 1)];
        for (int i = 0; i < out.length; i++) {
            long hash = 0;
            for (int j = i; j < i + length; j++) {
                hash = hash * 0x9E3779B97F4A7C15L + tokens[j];
            }
            out[i] = SplitMix64.mix(hash);
        }
        return out;
    }

    private static long[] sortedGrams(char[] tokens) {
        long[] out = grams(tokens, GRAM);
        Arrays.sort(out);
        return out;
    }

    /** Adds the program of an answer to the task, or to another task, where it counts only if it is the same. */
    void add(long document, int model, boolean sameTask, char[] program) {
        for (long run : grams(program, RUN)) {
            for (int at = runs.first(run); at >= 0; at = runs.next(at)) {
                holders[at].set(model);
            }
        }
        programs.add(new Program(document, model, sameTask, sortedGrams(program)));
        if (model >= programsOf.length) {
            programsOf = Arrays.copyOf(programsOf, model + 1);
        }
        programsOf[model]++;
    }

    /** How many runs of some of the suspect's tokens no model writes that is unrelated to a model. */
    int own(BitSet tokens, int model) {
        int count = 0;
        for (int i = 0; i < holders.length; i++) {
            boolean inside = tokens.nextClearBit(i) >= i + RUN;
            count += inside && holders[i].stream().allMatch(m -> relations.areRelated(model, m)) ? 1 : 0;
        }
        return count;
    }

    /**
     * How popular a program is: the share of the models unrelated to its own that write the same one, each group of relatives with
     * one vote, and what its own model's other answers and those of its relatives add. In (0, 1.2]; a half where no other model is
     * known.
     */
    double popularity(long document, int model, char[] program) {
        long[] grams = sortedGrams(program);
        double votes = 0;
        double same = 0;
        int relatives = 0;
        int sameRelatives = 0;
        for (Program other : programs) {
            boolean equal = isSame(grams, other.grams);
            if (!equal && !other.sameTask) {
                continue;
            }
            if (!relations.areRelated(model, other.model)) {
                double vote = 1.0 / answersOfRelatives(other.model, model);
                votes += vote;
                same += equal ? vote : 0;
            } else if (other.document != document) {
                relatives++;
                sameRelatives += equal ? 1 : 0;
            }
        }
        double habit = relatives == 0 ? 0 : (double) sameRelatives / relatives;
        return (same + UNSEEN) / (votes + 2 * UNSEEN) + RELATIVE * habit;
    }

    /** The least that {@link #popularity} can be among so many models. */
    static double leastPopularity(int models) {
        return UNSEEN / (models + 2 * UNSEEN);
    }

    /** How many programs are by relatives of one model and not by relatives of another. */
    private int answersOfRelatives(int model, int unrelated) {
        BitSet relatives = relations.relativesOf(model);
        int count = 0;
        for (int m = relatives.nextSetBit(0); m >= 0 && m < programsOf.length; m = relatives.nextSetBit(m + 1)) {
            count += relations.areRelated(unrelated, m) ? 0 : programsOf[m];
        }
        return count;
    }

    /** How many models write at least half of the runs of some of the suspect's tokens, one model among them. */
    int models(BitSet tokens, int model) {
        int[] counts = new int
                [holders.length == 0
                        ? 0
                        : Arrays.stream(holders).mapToInt(BitSet::length).max().orElse(0)];
        int all = 0;
        for (int i = 0; i < holders.length; i++) {
            if (tokens.nextClearBit(i) >= i + RUN) {
                all++;
                holders[i].stream().forEach(m -> counts[m]++);
            }
        }
        int models = 1;
        for (int m = 0; m < counts.length; m++) {
            models += m != model && counts[m] > 0 && 2 * counts[m] >= all ? 1 : 0;
        }
        return models;
    }

    private static boolean isSame(long[] a, long[] b) {
        double both = a.length + b.length;
        if (2 * Math.min(a.length, b.length) < SAME * both) {
            return false;
        }
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both > 0 && 2.0 * shared / both >= SAME;
    }
}
