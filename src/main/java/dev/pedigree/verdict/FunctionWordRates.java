package dev.pedigree.verdict;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns counts of function words into numbers that can be compared: the square root of a word's rate among all of them, drawn towards
 * the rate in known texts as if {@value #PRIOR} more had been read. Immutable.
 */
final class FunctionWordRates {
    /** How many function words the known texts' rates count for. */
    static final int PRIOR = 300;

    private static final double USED_BY = 0.1;

    private final int[] words; // feature ids, ascending
    private final double[] rates; // of known texts

    private FunctionWordRates(int[] words, double[] rates) {
        this.words = words;
        this.rates = rates;
    }

    /**
     * The rates of known texts, of the words that enough of them use.
     *
     * @param known counts of {@link FeatureFamily#FUNCTION_WORDS}
     * @param weights what each of them counts for
     */
    static FunctionWordRates learn(List<BlockCounts> known, double[] weights) {
        int[] words = words(known);
        FunctionWordRates none = new FunctionWordRates(words, new double[words.length]);
        double[] rates = new double[words.length];
        for (int k = 0; k < weights.length; k++) {
            double[] counts = sum(none.blocks(known.get(k)));
            double total = Math.max(1, total(counts));
            for (int i = 0; i < rates.length; i++) {
                rates[i] += weights[k] * counts[i] / total;
            }
        }
        double all = Arrays.stream(weights).sum();
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= all;
        }
        return new FunctionWordRates(words, rates);
    }

    /** The rates by feature id. */
    static FunctionWordRates of(TreeMap<Integer, Double> rates) {
        return new FunctionWordRates(
                rates.keySet().stream().mapToInt(x -> x).toArray(),
                rates.values().stream().mapToDouble(x -> x).toArray());
    }

    /** The feature id of each function word. */
    static Map<String, Integer> ids() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (int id = 0; FeatureFamily.FUNCTION_WORDS.describe(id).isPresent(); id++) {
            ids.put(FeatureFamily.FUNCTION_WORDS.describe(id).get(), id);
        }
        return ids;
    }

    /** How many words there are. */
    int size() {
        return words.length;
    }

    /** A word. */
    String word(int index) {
        return FeatureFamily.FUNCTION_WORDS.describe(words[index]).orElseThrow();
    }

    /** The rate of a word in known texts. */
    double rate(int index) {
        return rates[index];
    }

    /** The numbers that are compared, one for each word. */
    double[] features(double[] counts) {
        double total = total(counts);
        double[] features = new double[counts.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = Math.sqrt((counts[i] + PRIOR * rates[i]) / (total + PRIOR));
        }
        return features;
    }

    /** How often each word stands in each block that has any. */
    double[][] blocks(BlockCounts counts) {
        List<double[]> rows = new ArrayList<>();
        for (int b = 0; b < counts.blocks(); b++) {
            int[] features = counts.features(b);
            if (features.length == 0) {
                continue;
            }
            double[] row = new double[words.length];
            for (int i = 0; i < features.length; i++) {
                int at = Arrays.binarySearch(words, features[i]);
                if (at >= 0) {
                    row[at] = counts.counts(b)[i];
                }
            }
            rows.add(row);
        }
        return rows.isEmpty() ? new double[1][words.length] : rows.toArray(new double[0][]);
    }

    static double[] sum(double[][] blocks) {
        int[] once = new int[blocks.length];
        Arrays.fill(once, 1);
        return weighted(blocks, once);
    }

    static double[] weighted(double[][] blocks, int[] weights) {
        double[] sum = new double[blocks[0].length];
        for (int b = 0; b < blocks.length; b++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[b] * blocks[b][i];
            }
        }
        return sum;
    }

    static double total(double[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static int[] words(List<BlockCounts> known) {
        Map<Integer, Integer> users = new TreeMap<>();
        for (BlockCounts counts : known) {
            Set<Integer> used = new TreeSet<>();
            for (int b = 0; b < counts.blocks(); b++) {
                for (int feature : counts.features(b)) {
                    used.add(feature);
                }
            }
            used.forEach(feature -> users.merge(feature, 1, Integer::sum));
        }
        return users.entrySet().stream()
                .filter(e -> e.getValue() >= USED_BY * known.size())
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }
}
