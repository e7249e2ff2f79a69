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
    private static final int MOST_RUNS = 12;
    private static final long MOST_CELLS = 6_000_000;

    private static final byte STOP = 0;
    private static final byte DIAGONAL = 1;
    private static final byte UP = 2;
    private static final byte LEFT = 3;

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
     * @param shared the suspect's tokens that speak for a run; the search ends when fewer than {@value #LEAST_OPEN} of them are
     *     left out of the runs
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
        byte[] steps = new byte[(suspect.length + 1) * (reference.length + 1)];
        BitSet open = shared.get(suspectRange[0], suspectRange[1]);
        while (out.size() < MOST_RUNS && open.cardinality() >= LEAST_OPEN) {
            Run run = best(suspect, reference, usedSuspect, usedReference, steps);
            if (run == null) {
                break;
            }
            out.add(run.shifted(suspectRange[0], referenceRange[0]));
            open.clear(run.suspectFrom, run.suspectTo);
        }
        return out;
    }

    private static @Nullable Run best(
            char[] suspect, char[] reference, boolean[] usedSuspect, boolean[] usedReference, byte[] steps) {
        int width = reference.length + 1;
        int[] above = new int[width];
        int[] row = new int[width];
        int best = LEAST_SCORE - 1;
        int bestAt = -1;
        for (int i = 1; i <= suspect.length; i++) {
            char token = suspect[i - 1];
            int at = i * width;
            row[0] = 0;
            if (usedSuspect[i - 1]) {
                Arrays.fill(row, 0);
                Arrays.fill(steps, at, at + width, STOP);
            } else {
                for (int j = 1; j < width; j++) {
                    int score = 0;
                    byte step = STOP;
                    if (!usedReference[j - 1]) {
                        boolean equal = reference[j - 1] == token;
                        int diagonal = above[j - 1] + (equal ? 1 : -1);
                        int gap = Math.max(above[j], row[j - 1]) - 1;
                        if (diagonal >= gap) {
                            score = diagonal;
                            step = DIAGONAL;
                        } else {
                            score = gap;
                            step = above[j] >= row[j - 1] ? UP : LEFT;
                        }
                        if (score <= 0) {
                            score = 0;
                            step = STOP;
                        }
                    }
                    row[j] = score;
                    steps[at + j] = step;
                    if (score > best) {
                        best = score;
                        bestAt = at + j;
                    }
                }
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
        return bestAt < 0 ? null : trace(suspect, reference, usedSuspect, usedReference, steps, bestAt);
    }

    private static Run trace(
            char[] suspect, char[] reference, boolean[] usedSuspect, boolean[] usedReference, byte[] steps, int end) {
        int width = reference.length + 1;
        BitSet matched = new BitSet();
        int i = end / width;
        int j = end % width;
        int suspectTo = i;
        int referenceTo = j;
        while (steps[i * width + j] != STOP) {
            switch (steps[i * width + j]) {
                case DIAGONAL -> {
                    i--;
                    j--;
                    if (suspect[i] == reference[j]) {
                        matched.set(i);
                    }
                    usedSuspect[i] = true;
                    usedReference[j] = true;
                }
                case UP -> usedSuspect[--i] = true;
                default -> usedReference[--j] = true;
            }
        }
        return new Run(i, suspectTo, j, referenceTo, matched);
    }
}
