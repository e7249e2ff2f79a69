package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.verdict.OrdinaryAnswers.Known;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where known answers stand by their function words: the mean and the variance of each word's number. */
record FunctionWordCentre(FunctionWordRates rates, double[] means, double[] variances) {
    private static final double SHRINKAGE = 0.5;

    static FunctionWordCentre of(List<Known> known) {
        double[] weights = weights(known);
        FunctionWordRates rates = FunctionWordRates.learn(
                known.stream()
                        .map(k -> k.answers().counts(FeatureFamily.FUNCTION_WORDS))
                        .toList(),
                weights);
        double[] means = new double[rates.size()];
        double[] variances = new double[rates.size()];
        double[][] x = known.stream().map(k -> features(rates, k.answers())).toArray(double[][]::new);
        for (int i = 0; i < means.length; i++) {
            for (int k = 0; k < x.length; k++) {
                means[i] += weights[k] * x[k][i];
            }
            for (int k = 0; k < x.length; k++) {
                variances[i] += weights[k] * (x[k][i] - means[i]) * (x[k][i] - means[i]);
            }
        }
        return new FunctionWordCentre(rates, means, variances);
    }

    /** Prompt sets weigh alike, in each of them families, and in each of these samples; together one. */
    private static double[] weights(List<Known> known) {
        Map<String, Integer> samples = new HashMap<>();
        Map<String, TreeSet<String>> families = new TreeMap<>();
        for (Known k : known) {
            samples.merge(k.promptSet() + '\t' + k.family(), 1, Integer::sum);
            families.computeIfAbsent(k.promptSet(), s -> new TreeSet<>()).add(k.family());
        }
        return known.stream()
                .mapToDouble(k -> 1.0
                        / families.size()
                        / requireNonNull(families.get(k.promptSet())).size()
                        / requireNonNull(samples.get(k.promptSet() + '\t' + k.family())))
                .toArray();
    }

    /** The root of the mean square of the standardised differences. */
    double distance(Fingerprint answers) {
        double[] x = features(rates, answers);
        double more = SHRINKAGE * Arrays.stream(variances).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - means[i]) * (x[i] - means[i]) / (variances[i] + more);
        }
        return Math.sqrt(sum / x.length);
    }

    private static double[] features(FunctionWordRates rates, Fingerprint answers) {
        return rates.features(FunctionWordRates.sum(rates.blocks(answers.counts(FeatureFamily.FUNCTION_WORDS))));
    }
}
