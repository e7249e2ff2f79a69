package dev.pedigree.compare;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where models stand by one family of features: the square roots of the features' shares, each over its standard deviation within
 * models. Of {@link ModelIdentifier}.
 *
 * @param family the family
 * @param index the coordinate of each feature that counts
 * @param scale by what each coordinate is multiplied
 * @param references the positions of the references, by name
 * @param centre their mean
 * @param promptDirections orthonormal directions in which groups of prompts move all of them together
 */
record HabitSpace(
        FeatureFamily family,
        Map<Integer, Integer> index,
        double[] scale,
        Map<String, double[]> references,
        double[] centre,
        List<double[]> promptDirections) {
    static final int BLOCKS = 8;
    private static final double DAMPING = 0.3;

    /** Learns a space from answers of models, by name; of the family's features the most frequent count. */
    static HabitSpace of(FeatureFamily family, int size, Map<String, Fingerprint> references) {
        Map<Integer, Integer> index = index(family, size, references.values());
        double[] unscaled = new double[index.size()];
        Arrays.fill(unscaled, 1);
        Map<String, double[][]> rows = new LinkedHashMap<>();
        references.forEach((name, print) -> rows.put(name, rows(print, family, index, unscaled)));
        double[][] common = new double[BLOCKS][];
        for (int b = 0; b < BLOCKS; b++) {
            int block = b;
            common[b] = Vectors.mean(rows.values().stream().map(r -> r[block]).toList());
        }
        double[] scale = scale(rows.values(), common);
        Map<String, double[]> positions = new LinkedHashMap<>();
        rows.forEach((name, blocks) -> positions.put(name, Vectors.times(Vectors.mean(List.of(blocks)), scale)));
        List<double[]> directions = new ArrayList<>();
        double[] centre = Vectors.mean(List.of(common));
        for (double[] block : common) {
            double[] left = Vectors.through(Vectors.times(Vectors.minus(block, centre), scale), directions);
            double length = Math.sqrt(Vectors.dot(left, left));
            if (length > 1e-9) {
                for (int i = 0; i < left.length; i++) {
                    left[i] /= length;
                }
                directions.add(left);
            }
        }
        return new HabitSpace(
                family, index, scale, positions, Vectors.mean(List.copyOf(positions.values())), directions);
    }

    /** One over the standard deviation within models, what blocks of prompts do to all taken away. */
    private static double[] scale(Collection<double[][]> models, double[][] common) {
        double[] squares = new double[common[0].length];
        double[] centre = Vectors.mean(List.of(common));
        for (double[][] blocks : models) {
            double[] own = Vectors.mean(List.of(blocks));
            for (int b = 0; b < BLOCKS; b++) {
                for (int i = 0; i < squares.length; i++) {
                    double left = blocks[b][i] - own[i] - common[b][i] + centre[i];
                    squares[i] += left * left / (models.size() * BLOCKS);
                }
            }
        }
        double all = 0;
        for (double square : squares) {
            all += square / squares.length;
        }
        double floor = DAMPING * Math.sqrt(all);
        double[] scale = new double[squares.length];
        for (int i = 0; i < scale.length; i++) {
            double deviation = Math.sqrt(squares[i]) + floor;
            scale[i] = deviation > 0 ? 1 / deviation : 0;
        }
        return scale;
    }

    private static Map<Integer, Integer> index(FeatureFamily family, int size, Collection<Fingerprint> prints) {
        Map<Integer, Long> totals = new TreeMap<>();
        for (Fingerprint print : prints) {
            BlockCounts counts = print.counts(family);
            for (int b = 0; b < counts.blocks(); b++) {
                int[] features = counts.features(b);
                int[] each = counts.counts(b);
                for (int i = 0; i < features.length; i++) {
                    totals.merge(features[i], (long) each[i], Long::sum);
                }
            }
        }
        Map<Integer, Integer> index = new LinkedHashMap<>();
        totals.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(size)
                .forEach(e -> index.put(e.getKey(), index.size()));
        return index;
    }

    /** Where answers stand. */
    double[] position(Fingerprint print) {
        return Vectors.mean(List.of(rows(print)));
    }

    /** Where the answers to each block of prompts stand. */
    double[][] rows(Fingerprint print) {
        return rows(print, family, index, scale);
    }

    private static double[][] rows(
            Fingerprint print, FeatureFamily family, Map<Integer, Integer> index, double[] scale) {
        BlockCounts counts = print.counts(family);
        double[][] rows = new double[BLOCKS][index.size()];
        double[] totals = new double[BLOCKS];
        for (int b = 0; b < counts.blocks(); b++) {
            int[] features = counts.features(b);
            int[] each = counts.counts(b);
            for (int i = 0; i < features.length; i++) {
                totals[b % BLOCKS] += each[i];
                Integer at = index.get(features[i]);
                if (at != null) {
                    rows[b % BLOCKS][at] += each[i];
                }
            }
        }
        for (int b = 0; b < BLOCKS; b++) {
            for (int i = 0; i < rows[b].length; i++) {
                rows[b][i] = Math.sqrt(rows[b][i] / Math.max(1, totals[b])) * scale[i];
            }
        }
        return rows;
    }
}
