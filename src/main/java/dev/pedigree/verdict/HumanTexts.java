package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.AnswerTraits;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.ConformalTest;
import dev.pedigree.stats.LogisticCalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells English texts of people from answers of chat models, by their function words: those say little of a text's subject (Mosteller
 * and Wallace, "Inference in an authorship problem", JASA 58, 1963, doi:10.1080/01621459.1963.10500849). A word's rate among all
 * function words is drawn towards that of the known texts as if {@value FunctionWordRates#PRIOR} more had been read, and its square root taken; a ridge
 * regression weighs the rates. What a score is worth says a conformal test over families of models, each with the highest score
 * that any of its answers got from weights learned without the family. Immutable.
 *
 * <p>It cannot tell a person from a base model that goes on with texts of people: both write like people.
 */
public final class HumanTexts {
    private static final double RIDGE = 0.1;
    private static final int FOLDS = 6;
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
        static final HumanTexts INSTANCE = parse(BUILT_IN, LearnedTable.resource(BUILT_IN));
    }

    private final FunctionWordRates rates;
    private final LogisticCalibration weights;
    private final Map<String, Double> families;
    private final ConformalTest controls;

    private HumanTexts(FunctionWordRates rates, LogisticCalibration weights, Map<String, Double> families) {
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
        Map<String, Integer> sizes = new TreeMap<>();
        known.forEach(k -> sizes.merge(key(k), 1, Integer::sum));
        double[] caseWeights = known.stream()
                .mapToDouble(k -> 1.0 / requireNonNull(sizes.get(key(k))))
                .toArray();
        FunctionWordRates rates =
                FunctionWordRates.learn(known.stream().map(Known::functionWords).toList(), caseWeights);
        double[][] x = known.stream()
                .map(k -> rates.features(FunctionWordRates.sum(rates.blocks(k.functionWords()))))
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
        return new HumanTexts(rates, fit(x, human, caseWeights, new boolean[x.length]), highest);
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
        double[][] blocks = rates.blocks(functionWords);
        if (FunctionWordRates.total(FunctionWordRates.sum(blocks)) < FunctionWordRates.PRIOR) {
            return Optional.empty();
        }
        return ClusterBootstrap.interval(
                        blocks.length,
                        drawn ->
                                weights.log10LikelihoodRatio(rates.features(FunctionWordRates.weighted(blocks, drawn))),
                        RESAMPLES,
                        LEVEL,
                        SEED)
                .map(score -> new HumanLikeness(score, controls.pValue(score.value()), controls.controls()));
    }

    /**
     * What was learned, as the text of the table that ships.
     *
     * @return lines of fields between tabs
     */
    public String table() {
        LearnedTable table = new LearnedTable().add(INTERCEPT, List.of(), weights.intercept());
        double[] each = weights.weights();
        for (int i = 0; i < rates.size(); i++) {
            table.add(WORD, List.of(rates.word(i)), rates.rate(i), each[i]);
        }
        families.forEach((family, score) -> table.add(MODEL_FAMILY, List.of(family), score));
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
        Map<String, Integer> ids = FunctionWordRates.ids();
        double intercept = Double.NaN;
        TreeMap<Integer, Double> rates = new TreeMap<>();
        TreeMap<Integer, Double> weights = new TreeMap<>();
        Map<String, Double> families = new TreeMap<>();
        for (LearnedTable.Line line : LearnedTable.parse(name, table)) {
            if (line.is(INTERCEPT, 2)) {
                intercept = line.number(1);
            } else if (line.is(WORD, 4) && ids.containsKey(line.fields().get(1))) {
                int id = ids.get(line.fields().get(1));
                rates.put(id, line.number(2));
                weights.put(id, line.number(3));
            } else if (line.is(MODEL_FAMILY, 3)) {
                families.put(line.fields().get(1), line.number(2));
            } else {
                throw new IllegalArgumentException(
                        line.place() + ": neither an intercept, a function word nor a family");
            }
        }
        if (Double.isNaN(intercept) || rates.isEmpty()) {
            throw new IllegalArgumentException(name + ": the intercept or the words are missing");
        }
        double[] each = weights.values().stream().mapToDouble(x -> x).toArray();
        return new HumanTexts(FunctionWordRates.of(rates), new LogisticCalibration(intercept, each), families);
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

    private static String key(Known known) {
        return known.human() + "\t" + known.source();
    }
}
