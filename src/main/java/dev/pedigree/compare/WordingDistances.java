package dev.pedigree.compare;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.PromptSketches;
import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Distances between answers to the same prompts, prompt by prompt, gathered in blocks of prompts. */
final class WordingDistances implements ModelDistances.Source {
    private static final int BLOCKS = 200;
    private static final int VALUES = 1 << 16;

    private final int models;
    private final float[][] likeness; // [blocks][pairs], summed over prompts
    private final short[][] prompts; // [blocks][pairs]

    private WordingDistances(int models, int blocks) {
        this.models = models;
        likeness = new float[blocks][models * (models - 1) / 2];
        prompts = new short[blocks][models * (models - 1) / 2];
    }

    static WordingDistances of(List<Fingerprint> prints) {
        List<PromptSketches> sketches =
                prints.stream().map(Fingerprint::sketches).toList();
        long[] keys = sketches.stream()
                .flatMapToLong(s -> IntStream.range(0, s.size()).mapToLong(s::key))
                .sorted()
                .distinct()
                .toArray();
        WordingDistances distances = new WordingDistances(prints.size(), Math.max(1, Math.min(BLOCKS, keys.length)));
        Columns columns = new Columns(sketches);
        for (int k = 0; k < keys.length; k++) {
            columns.load(keys[k]);
            distances.add(k % distances.likeness.length, columns);
        }
        return distances;
    }

    private void add(int block, Columns columns) {
        int pair = 0;
        for (int i = 1; i < models; i++) {
            for (int j = 0; j < i; j++, pair++) {
                if (columns.sizes[i] > 0 && columns.sizes[j] > 0) {
                    int shared = columns.shared(i, j);
                    likeness[block][pair] += (float) shared / (columns.sizes[i] + columns.sizes[j] - shared);
                    prompts[block][pair]++;
                }
            }
        }
    }

    @Override
    public double[][] measured() {
        int[] once = new int[likeness.length];
        Arrays.fill(once, 1);
        return distances(once);
    }

    @Override
    public double[][] resampled(SplitMix64 random) {
        int[] times = new int[likeness.length];
        for (int i = 0; i < times.length; i++) {
            times[random.nextInt(times.length)]++;
        }
        return distances(times);
    }

    private double[][] distances(int[] times) {
        int pairs = likeness[0].length;
        double[] sums = new double[pairs];
        int[] counts = new int[pairs];
        for (int block = 0; block < times.length; block++) {
            if (times[block] == 0) {
                continue;
            }
            for (int pair = 0; pair < pairs; pair++) {
                sums[pair] += times[block] * (double) likeness[block][pair];
                counts[pair] += times[block] * prompts[block][pair];
            }
        }
        double[][] distances = new double[models][models];
        int pair = 0;
        for (int i = 1; i < models; i++) {
            for (int j = 0; j < i; j++, pair++) {
                // no draw of twenty blocks or more misses all of them but once in a thousand million times
                double apart = counts[pair] == 0 ? 1 : Math.max(0, 1 - sums[pair] / counts[pair]);
                distances[i][j] = apart;
                distances[j][i] = apart;
            }
        }
        return distances;
    }

    /** The samples of all models' answers to one prompt as bits, one for each value that at least two of them have. */
    private static final class Columns {
        private final List<PromptSketches> sketches;
        private final int[] owners = new int[VALUES];
        private final int[] column = new int[VALUES];
        private final int[] sizes;
        private final long[][] bits;

        Columns(List<PromptSketches> sketches) {
            this.sketches = sketches;
            sizes = new int[sketches.size()];
            bits = new long[sketches.size()][];
        }

        void load(long key) {
            Arrays.fill(owners, 0);
            int[] at = sketches.stream().mapToInt(s -> s.indexOf(key)).toArray();
            for (int m = 0; m < at.length; m++) {
                sizes[m] = at[m] < 0 ? 0 : sketches.get(m).values(at[m]);
                for (int v = 0; v < sizes[m]; v++) {
                    owners[sketches.get(m).value(at[m], v)]++;
                }
            }
            int columns = 0;
            for (int value = 0; value < VALUES; value++) {
                column[value] = owners[value] > 1 ? columns++ : -1;
            }
            for (int m = 0; m < at.length; m++) {
                bits[m] = new long[(columns + 63) / 64];
                for (int v = 0; v < sizes[m]; v++) {
                    int c = column[sketches.get(m).value(at[m], v)];
                    if (c >= 0) {
                        bits[m][c >> 6] |= 1L << c;
                    }
                }
            }
        }

        int shared(int i, int j) {
            int shared = 0;
            for (int word = 0; word < bits[i].length; word++) {
                shared += Long.bitCount(bits[i][word] & bits[j][word]);
            }
            return shared;
        }
    }
}
