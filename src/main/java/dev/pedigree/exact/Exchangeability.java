package dev.pedigree.exact;

import dev.pedigree.corpus.Response;
import dev.pedigree.stats.Holm;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.PermutationP;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Compares two groups of answers in what has nothing to do with the suspect, with the permutations of the test itself. */
final class Exchangeability {
    private static final int DRAWS = 999;
    private static final double LEVEL = 0.05;

    private Exchangeability() {}

    static List<ExchangeabilityCheck> check(
            ExchangeUnits units,
            List<OptionalLong> days,
            GroupDifference difference,
            LabelPermutations permutations,
            long seed) {
        List<Response> answers = units.answers;
        int n = answers.size();
        double[] words = new double[n];
        double[] asked = new double[n];
        float[][] prompts = new float[n][];
        float[][] texts = new float[n][];
        boolean anyPrompt = false;
        for (int i = 0; i < n; i++) {
            Tokens answer = Tokens.of(answers.get(i).text());
            Tokens prompt = Tokens.of(answers.get(i).prompt().lastUserText());
            words[i] = StrictMath.log1p(answer.size());
            asked[i] = StrictMath.log1p(prompt.size());
            prompts[i] = StringKernel.embedWords(prompt);
            texts[i] = StringKernel.embedWords(answer);
            anyPrompt |= prompt.size() > 0;
        }
        List<ExchangeabilityCheck.What> what = new ArrayList<>();
        List<PermutationP> p = new ArrayList<>();
        what.add(ExchangeabilityCheck.What.ANSWER_LENGTH);
        p.add(location(units.means(words), difference, permutations, seed));
        if (anyPrompt) {
            what.add(ExchangeabilityCheck.What.PROMPT_LENGTH);
            p.add(location(units.means(asked), difference, permutations, seed));
            what.add(ExchangeabilityCheck.What.PROMPT_TOPIC);
            p.add(topic(units.means(prompts), difference, permutations, seed));
        }
        what.add(ExchangeabilityCheck.What.ANSWER_TOPIC);
        p.add(topic(units.means(texts), difference, permutations, seed));
        if (days.stream().allMatch(OptionalLong::isPresent)) {
            what.add(ExchangeabilityCheck.What.DATE);
            p.add(location(
                    units.means(
                            days.stream().mapToDouble(OptionalLong::getAsLong).toArray()),
                    difference,
                    permutations,
                    seed));
        }
        if (!units.comparable) {
            what.add(ExchangeabilityCheck.What.ANSWERED);
            p.add(location(units.means(units.answered), difference, permutations, seed));
        }
        double[] adjusted =
                Holm.adjust(p.stream().mapToDouble(PermutationP::value).toArray());
        List<ExchangeabilityCheck> checks = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            checks.add(new ExchangeabilityCheck(what.get(i), p.get(i), adjusted[i] <= LEVEL));
        }
        return checks;
    }

    /* Two-sided in the mean, and in the spread: the two groups may differ in either. */
    private static PermutationP location(
            double[] values, GroupDifference difference, LabelPermutations permutations, long seed) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double[] squares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        double[] first = difference.coefficients(values);
        double[] second = difference.coefficients(squares);
        Function<boolean[], double[]> statistic = labels -> new double[] {
            Math.abs(GroupDifference.sum(first, labels)), Math.abs(GroupDifference.sum(second, labels))
        };
        return permutations.test(statistic, DRAWS, seed).combined();
    }

    /* The length of the difference of the mean vectors. Folded to fewer dimensions, for speed. */
    private static PermutationP topic(
            float[][] rows, GroupDifference difference, LabelPermutations permutations, long seed) {
        int dimensions = 128;
        int n = rows.length;
        double[][] c = new double[dimensions][];
        double[] column = new double[n];
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < n; i++) {
                column[i] = 0;
                for (int k = d; k < rows[i].length; k += dimensions) {
                    column[i] += rows[i][k];
                }
            }
            c[d] = difference.coefficients(column);
        }
        double[][] byItem = new double[n][dimensions];
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < n; i++) {
                byItem[i][d] = c[d][i];
            }
        }
        Function<boolean[], double[]> statistic = labels -> {
            double[] sum = new double[dimensions];
            for (int i = 0; i < n; i++) {
                if (labels[i]) {
                    for (int d = 0; d < dimensions; d++) {
                        sum[d] += byItem[i][d];
                    }
                }
            }
            double square = 0;
            for (double s : sum) {
                square += s * s;
            }
            return new double[] {square};
        };
        return permutations.test(statistic, DRAWS, seed).combined();
    }
}
