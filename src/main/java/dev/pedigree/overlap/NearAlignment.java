package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Near-verbatim runs of two texts: the best local alignments of their tokens (Smith and Waterman, "Identification of common
 * molecular subsequences", J. Mol. Biol. 147, 1981, doi:10.1016/0022-2836(81)90087-5; match +1, change, insertion and deletion
 * -1), one after the other with what was aligned taken out, so that sentences in another order are met too.
 */
final class NearAlignment {
    private static final int LEAST_SCORE = 6;
    private static final int LEAST_OPEN = 9;
    /** The part of what the runs hold, one token in so many, that must be left to be worth another search. */
    private static final int WORTH = 10;

    private static final int MOST_RUNS = 12;
    private static final long MOST_CELLS = 6_000_000;

    /** One run: its ends in both texts, and the tokens that agree. */
    record Run(int suspectFrom, int suspectTo, int referenceFrom, int referenceTo, BitSet matched) {
        Run shifted(int suspect, int reference) {
            BitSet moved = new BitSet();
            for (int i = matched.nextSetBit(0); i >= 0; i = matched.nextSetBit(i + 1)) {
                moved.set(i + suspect);
            }
            return new Run(
                    suspectFrom + suspect,
                    suspectTo + suspect,
                    referenceFrom + reference,
                    referenceTo + reference,
                    moved);
        }
    }

    private NearAlignment() {}

    /**
     * The runs of two token sequences, best first; none where the ranges are too long to be aligned.
     *
     * @param suspectRange where in the suspect's tokens runs are looked for, from and to
     * @param referenceRange the same in the reference's
     * @param shared the suspect's tokens that speak for a run; the search ends when fewer than {@value #LEAST_OPEN} of them, or a
     *     tenth of what the runs hold, are left out of the runs
     */
    static List<Run> align(
            char[] suspectAll, int[] suspectRange, char[] referenceAll, int[] referenceRange, BitSet shared) {
        char[] suspect = Arrays.copyOfRange(suspectAll, suspectRange[0], suspectRange[1]);
        char[] reference = Arrays.copyOfRange(referenceAll, referenceRange[0], referenceRange[1]);
        List<Run> out = new ArrayList<>();
        if ((long) (suspect.length + 1) * (reference.length + 1) > MOST_CELLS) {
            return out;
        }
        boolean[] usedSuspect = new boolean[suspect.length];
        boolean[] usedReference = new boolean[reference.length];
        // no score is above the shorter length, which the number of cells keeps below that of a short
        short[] scores = new short[(suspect.length + 1) * (reference.length + 1)];
        BitSet open = shared.get(suspectRange[0], suspectRange[1]);
        int inRuns = 0;
        int size = Math.min(suspect.length, reference.length);
        int leastOpen = NearSearch.leastOf(size, LEAST_OPEN);
        int leastScore = NearSearch.leastOf(size, LEAST_SCORE);
        while (out.size() < MOST_RUNS && open.cardinality() >= Math.max(leastOpen, inRuns / WORTH)) {
            Run run = best(suspect, reference, usedSuspect, usedReference, scores, leastScore);
            if (run == null) {
                break;
            }
            out.add(run.shifted(suspectRange[0], referenceRange[0]));
            open.clear(run.suspectFrom, run.suspectTo);
            inRuns += run.matched.cardinality();
        }
        return out;
    }

    private static @Nullable Run best(
            char[] suspect,
            char[] reference,
            boolean[] usedSuspect,
            boolean[] usedReference,
            short[] scores,
            int leastScore) {
        int width = reference.length + 1;
        int best = leastScore - 1;
        int bestAt = -1;
        for (int i = 1; i <= suspect.length; i++) {
            int at = i * width;
            if (usedSuspect[i - 1]) {
                Arrays.fill(scores, at, at + width, (short) 0);
                continue;
            }
            char token = suspect[i - 1];
            int before = 0; // the score to the left
            int corner = 0; // the score above it
            int highest = 0;
            for (int j = 1; j < width; j++) {
                int above = scores[at - width + j];
                int diagonal = corner + (reference[j - 1] == token ? 1 : -1);
                // what waits for the cell to the left comes last
                int score = Math.max(Math.max(Math.max(0, diagonal), above - 1), before - 1);
                score = usedReference[j - 1] ? 0 : score;
                scores[at + j] = (short) score;
                corner = above;
                before = score;
                highest = Math.max(highest, score);
            }
            if (highest > best) {
                best = highest;
                bestAt = at;
                while (scores[bestAt] != best) {
                    bestAt++;
                }
            }
        }
        return bestAt < 0 ? null : trace(suspect, reference, usedSuspect, usedReference, scores, bestAt);
    }

    /** Back from the best cell: a match or change where its score came from there, else the better of the two gaps. */
    private static Run trace(
            char[] suspect, char[] reference, boolean[] usedSuspect, boolean[] usedReference, short[] scores, int end) {
        int width = reference.length + 1;
        BitSet matched = new BitSet();
        int i = end / width;
        int j = end % width;
        int suspectTo = i;
        int referenceTo = j;
        int score = scores[end];
        while (score > 0) {
            int at = i * width + j;
            boolean equal = suspect[i - 1] == reference[j - 1];
            if (score == scores[at - width - 1] + (equal ? 1 : -1)) {
                i--;
                j--;
                if (equal) {
                    matched.set(i);
                }
                usedSuspect[i] = true;
                usedReference[j] = true;
            } else if (scores[at - width] >= scores[at - 1]) {
                usedSuspect[--i] = true;
            } else {
                usedReference[--j] = true;
            }
            score = scores[i * width + j];
        }
        return new Run(i, suspectTo, j, referenceTo, matched);
    }
}
