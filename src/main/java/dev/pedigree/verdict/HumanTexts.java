package dev.pedigree.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.AnswerTraits;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.ConformalTest;
import dev.pedigree.stats.LogisticCalibration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells English texts of people from answers of chat models, by their function words: those say little of a text's subject (Mosteller
 * and Wallace, "Inference in an authorship problem", JASA 58, 1963, doi:10.1080/01621459.1963.10500849). A word's rate among all
 * function words is drawn towards that of the known texts as if {@value #PRIOR} more had been read, and its square root taken; a ridge
 * regression weighs the rates. What a score is worth says a conformal test over families of models, each with the highest score
 * that any of its answers got from weights learned without the family. Immutable.
 *
 * <p>It cannot tell a person from a base model that goes on with texts of people: both write like people.
 */
public final class HumanTexts {
    /** How many function words the known texts' rates count for. */
    static final int PRIOR = 300;

    private static final double RIDGE = 0.1;
    private static final int FOLDS = 6;
    private static final double USED_BY = 0.1;
    private static final String ENGLISH = "en";
    private static final double MOST = 0.5;
    private static final int RESAMPLES = 200;
    private static final double LEVEL = 0.95;
    private static final long SEED = 20251129;
    private static final String BUILT_IN = "human-texts.tsv";
    private static final String WORD = "word";
    private static final String MODEL_FAMILY = "family";
    private static final String INTERCEPT = "intercept";

    private static final class Holder {
        static final HumanTexts INSTANCE = parse(BUILT_IN, resource());
    }

    private final int[] words; // feature ids, ascending
    private final double[] rates; // of known texts
    private final LogisticCalibration weights;
    private final Map<String, Double> families;
    private final ConformalTest controls;

    private HumanTexts(int[] words, double[] rates, LogisticCalibration weights, Map<String, Double> families) {
        this.words = words;
        this.rates = rates;
        this.weights = weights;
        this.families = families;
        controls = ConformalTest.against(
                families.values().stream().mapToDouble(x -> x).toArray());
    }

    /**
     * Texts of known origin.
     *
     * @param source the model's family, or where the people's texts are from
     * @param human whether people wrote them
     * @param functionWords their counts of {@link FeatureFamily#FUNCTION_WORDS}
     */
    public record Known(String source, boolean human, BlockCounts functionWords) {}

    /**
     * What ships with Pedigree.
     *
     * @return the weights, learned on the answers and texts that the site's accuracy page names
     */
    public static HumanTexts builtIn() {
        return Holder.INSTANCE;
    }

    /**
     * Learns from texts of known origin. Sources weigh alike, whatever their number of fingerprints.
     *
     * @param known texts of people and answers of at least two families of models, in English; several samples of one source are
     *     well, of about as many texts as a suspect has
     * @return what was learned
     */
    public static HumanTexts learn(List<Known> known) {
        int[] words = words(known);
        Map<String, Integer> sizes = new TreeMap<>();
        known.forEach(k -> sizes.merge(key(k), 1, Integer::sum));
        double[] caseWeights =
                known.stream().mapToDouble(k -> 1.0 / sizes.get(key(k))).toArray();
        double[] rates = meanRates(known, words, caseWeights);
        double[][] x = known.stream()
                .map(k -> features(sum(counts(k.functionWords(), words)), rates))
                .toArray(double[][]::new);
        boolean[] human = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            human[i] = known.get(i).human();
        }
        List<String> families = known.stream()
                .filter(k -> !k.human())
                .map(Known::source)
                .distinct()
                .sorted()
                .toList();
        Map<String, Double> highest = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            boolean[] out = new boolean[x.length];
            for (int i = 0; i < x.length; i++) {
                out[i] = !human[i] && families.indexOf(known.get(i).source()) % FOLDS == fold;
            }
            LogisticCalibration others = fit(x, human, caseWeights, out);
            for (int i = 0; i < x.length; i++) {
                if (out[i]) {
                    highest.merge(known.get(i).source(), others.log10LikelihoodRatio(x[i]), Math::max);
                }
            }
        }
        return new HumanTexts(words, rates, fit(x, human, caseWeights, new boolean[x.length]), highest);
    }

    /**
     * Holds texts against what was learned.
     *
     * @param texts their fingerprint
     * @return how much they read like texts of people; empty where most answers whose language is told are not English, or where they
     *     have too few function words
     */
    public Optional<HumanLikeness> examine(Fingerprint texts) {
        return AnswerTraits.of(texts).languages().getOrDefault(ENGLISH, 0.0) <= MOST
                ? Optional.empty()
                : examine(texts.counts(FeatureFamily.FUNCTION_WORDS));
    }

    /**
     * Holds English texts against what was learned.
     *
     * @param functionWords their counts of {@link FeatureFamily#FUNCTION_WORDS}
     * @return how much they read like texts of people; empty where they have too few function words, or all in one block of prompts
     */
    public Optional<HumanLikeness> examine(BlockCounts functionWords) {
        double[][] blocks = counts(functionWords, words);
        double[] all = sum(blocks);
        if (total(all) < PRIOR) {
            return Optional.empty();
        }
        return ClusterBootstrap.interval(
                        blocks.length, weights -> score(weighted(blocks, weights)), RESAMPLES, LEVEL, SEED)
                .map(score -> new HumanLikeness(score, controls.pValue(score.value()), controls.controls()));
    }

    /**
     * What was learned, as the text of the table that ships.
     *
     * @return lines of fields between tabs
     */
    public String table() {
        StringBuilder table = new StringBuilder();
        table.append(INTERCEPT)
                .append('\t')
                .append(shorter(weights.intercept()))
                .append('\n');
        double[] each = weights.weights();
        for (int i = 0; i < words.length; i++) {
            String word = FeatureFamily.FUNCTION_WORDS.describe(words[i]).orElseThrow();
            table.append(String.join("\t", WORD, word, shorter(rates[i]), shorter(each[i])));
            table.append('\n');
        }
        families.forEach((family, score) -> table.append(String.join("\t", MODEL_FAMILY, family, shorter(score)))
                .append('\n'));
        return table.toString();
    }

    /**
     * Reads a table.
     *
     * @param name what it is called in messages
     * @param table the text that {@link #table} gave; lines that begin with {@code #} say nothing
     * @return what was learned
     * @throws IllegalArgumentException where a line is not as it should be; names it
     */
    public static HumanTexts parse(String name, String table) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (int id = 0; FeatureFamily.FUNCTION_WORDS.describe(id).isPresent(); id++) {
            ids.put(FeatureFamily.FUNCTION_WORDS.describe(id).get(), id);
        }
        double intercept = Double.NaN;
        TreeMap<Integer, double[]> words = new TreeMap<>();
        Map<String, Double> families = new TreeMap<>();
        int number = 0;
        for (String line : table.split("\n", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            String place = name + ':' + number + ": ";
            try {
                if (fields[0].equals(INTERCEPT) && fields.length == 2) {
                    intercept = Double.parseDouble(fields[1]);
                } else if (fields[0].equals(WORD) && fields.length == 4 && ids.containsKey(fields[1])) {
                    words.put(
                            ids.get(fields[1]),
                            new double[] {Double.parseDouble(fields[2]), Double.parseDouble(fields[3])});
                } else if (fields[0].equals(MODEL_FAMILY) && fields.length == 3) {
                    families.put(fields[1], Double.parseDouble(fields[2]));
                } else {
                    throw new IllegalArgumentException(place + "neither an intercept, a function word nor a family");
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(place + e.getMessage(), e);
            }
        }
        if (Double.isNaN(intercept) || words.isEmpty()) {
            throw new IllegalArgumentException(name + ": the intercept or the words are missing");
        }
        return new HumanTexts(
                words.keySet().stream().mapToInt(x -> x).toArray(),
                words.values().stream().mapToDouble(v -> v[0]).toArray(),
                new LogisticCalibration(
                        intercept,
                        words.values().stream().mapToDouble(v -> v[1]).toArray()),
                families);
    }

    private static String shorter(double value) {
        return new BigDecimal(value)
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toString();
    }

    private double score(double[] counts) {
        return weights.log10LikelihoodRatio(features(counts, rates));
    }

    private static double[] features(double[] counts, double[] rates) {
        double total = total(counts);
        double[] features = new double[counts.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = Math.sqrt((counts[i] + PRIOR * rates[i]) / (total + PRIOR));
        }
        return features;
    }

    private static LogisticCalibration fit(double[][] x, boolean[] human, double[] caseWeights, boolean[] out) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (!out[i]) {
                kept.add(i);
            }
        }
        double[][] scores = new double[kept.size()][];
        boolean[] related = new boolean[kept.size()];
        double[] weight = new double[kept.size()];
        for (int k = 0; k < scores.length; k++) {
            int i = kept.get(k);
            scores[k] = x[i];
            related[k] = human[i];
            weight[k] = caseWeights[i];
        }
        return LogisticCalibration.fit(scores, related, weight, RIDGE);
    }

    /** The function words that enough of the known texts use. */
    private static int[] words(List<Known> known) {
        Map<Integer, Integer> users = new TreeMap<>();
        for (Known texts : known) {
            BlockCounts counts = texts.functionWords();
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

    private static double[] meanRates(List<Known> known, int[] words, double[] caseWeights) {
        double[] rates = new double[words.length];
        double sum = 0;
        for (int k = 0; k < caseWeights.length; k++) {
            double[] counts = sum(counts(known.get(k).functionWords(), words));
            double total = Math.max(1, total(counts));
            for (int i = 0; i < rates.length; i++) {
                rates[i] += caseWeights[k] * counts[i] / total;
            }
            sum += caseWeights[k];
        }
        for (int i = 0; i < rates.length; i++) {
            rates[i] /= sum;
        }
        return rates;
    }

    private static double[] sum(double[][] blocks) {
        int[] once = new int[blocks.length];
        Arrays.fill(once, 1);
        return weighted(blocks, once);
    }

    private static double[] weighted(double[][] blocks, int[] weights) {
        double[] sum = new double[blocks[0].length];
        for (int b = 0; b < blocks.length; b++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[b] * blocks[b][i];
            }
        }
        return sum;
    }

    private static double total(double[] counts) {
        return Arrays.stream(counts).sum();
    }

    /** How often each word stands in each block that has any. */
    private static double[][] counts(BlockCounts counts, int[] words) {
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

    private static String key(Known known) {
        return known.human() + "\t" + known.source();
    }

    private static String resource() {
        try (InputStream in = HumanTexts.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
