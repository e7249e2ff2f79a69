package dev.pedigree.benchmarks;

import dev.pedigree.stats.IsotonicRegression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How good the likelihood ratios, p-values and sets of candidates are that suspects got. Every family weighs the same among students,
 * and among innocents, once for each prompt set that it answered.
 */
final class AccuracyRatios {
    private static final double WEAK = StrictMath.log10(2);
    private static final double MODERATE = 1;
    private static final double LN10 = Math.log(10);

    private AccuracyRatios() {}

    /**
     * What was said of one suspect.
     *
     * @param name the suspect
     * @param family its family
     * @param promptSet the prompts that it answered
     * @param innocent whether it was trained on no candidate's outputs
     * @param humansOnly whether it is a base model or was tuned on texts of humans alone
     * @param log10 the decimal logarithm of the likelihood ratio of its best candidate
     * @param pValue its p-value
     * @param smallestPValue the smallest that was possible
     * @param inSet whether a true teacher is among the candidates that cannot be told from the best
     * @param setSize how many families of candidates those are
     * @param score the best candidate's score
     * @param rightLab whether the best candidate is of the lab of a true teacher
     */
    record Finding(
            String name,
            String family,
            String promptSet,
            boolean innocent,
            boolean humansOnly,
            double log10,
            double pValue,
            double smallestPValue,
            boolean inSet,
            int setSize,
            double score,
            boolean rightLab) {
        Finding inFamily(String other) {
            return new Finding(
                    name,
                    other,
                    promptSet,
                    innocent,
                    humansOnly,
                    log10,
                    pValue,
                    smallestPValue,
                    inSet,
                    setSize,
                    score,
                    rightLab);
        }
    }

    static Map<String, Double> of(List<Finding> findings) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Predicate<Finding> student = f -> !f.innocent();
        double cllr = cllr(findings);
        double min = Math.min(cllr, cllrMin(findings));
        figures.put("cllr", cllr);
        figures.put("cllr_min", min);
        figures.put("cllr_cal", cllr - min);
        for (int percent : new int[] {5, 10}) {
            double nominal = percent / 100.0;
            figures.put("false_at_p" + percent, mean(findings, Finding::innocent, f -> f.pValue() <= nominal ? 1 : 0));
            figures.put("found_at_p" + percent, mean(findings, student, f -> f.pValue() <= nominal ? 1 : 0));
        }
        figures.put("smallest_p", mean(findings, f -> true, Finding::smallestPValue));
        figures.put("false_weak", mean(findings, Finding::innocent, f -> f.log10() >= WEAK ? 1 : 0));
        figures.put("found_weak", mean(findings, student, f -> f.log10() >= WEAK ? 1 : 0));
        figures.put("false_moderate", mean(findings, Finding::innocent, f -> f.log10() >= MODERATE ? 1 : 0));
        figures.put("found_moderate", mean(findings, student, f -> f.log10() >= MODERATE ? 1 : 0));
        figures.put("humans_only", (double)
                findings.stream().filter(Finding::humansOnly).count());
        figures.put("humans_only_weak", (double) count(findings, WEAK));
        figures.put("humans_only_moderate", (double) count(findings, MODERATE));
        figures.put("set_coverage", mean(findings, student, f -> f.inSet() ? 1 : 0));
        figures.put("set_size", mean(findings, student, Finding::setSize));
        double highest = findings.stream()
                .filter(Finding::innocent)
                .mapToDouble(Finding::score)
                .max()
                .orElse(Double.NaN);
        figures.put(
                "lab_or_set_at_0_false",
                mean(findings, student, f -> f.score() > highest && (f.rightLab() || f.inSet()) ? 1 : 0));
        return figures;
    }

    /**
     * All figures with intervals from drawing families.
     *
     * @param samples what was said of the same suspects, judged by several samples of their answers
     * @param resamples how many draws of families
     * @return each figure, the mean over the samples
     */
    static Map<String, AccuracyBootstrap.Figure> intervals(List<List<Finding>> samples, int resamples) {
        List<Map<String, List<Finding>>> byFamily = new ArrayList<>();
        for (List<Finding> sample : samples) {
            Map<String, List<Finding>> families = new LinkedHashMap<>();
            sample.forEach(f ->
                    families.computeIfAbsent(f.family(), k -> new ArrayList<>()).add(f));
            byFamily.add(families);
        }
        return AccuracyBootstrap.intervals(
                List.copyOf(byFamily.get(0).keySet()),
                draw -> Evaluate.mean(byFamily.stream()
                        .map(families -> of(AccuracyBootstrap.members(
                                draw, families, (f, name) -> f.inFamily(name + "\t" + f.promptSet()))))
                        .toList()),
                resamples);
    }

    private static long count(List<Finding> findings, double from) {
        return findings.stream()
                .filter(f -> f.humansOnly() && f.log10() >= from)
                .count();
    }

    /** The mean over families of the mean within each. */
    static double mean(List<Finding> findings, Predicate<Finding> which, ToDoubleFunction<Finding> value) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        findings.stream().filter(which).forEach(f -> {
            double[] sum = sums.computeIfAbsent(f.family(), k -> new double[2]);
            sum[0] += value.applyAsDouble(f);
            sum[1]++;
        });
        return sums.values().stream().mapToDouble(s -> s[0] / s[1]).average().orElse(Double.NaN);
    }

    /**
     * The log-likelihood-ratio cost, Cllr: Brümmer and du Preez, "Application-independent evaluation of speaker detection", Computer
     * Speech and Language 20 (2006), doi:10.1016/j.csl.2005.08.001. 0 for a perfect system, 1 for one that always says 1:1.
     */
    static double cllr(List<Finding> findings) {
        double misses = mean(findings, f -> !f.innocent(), f -> Math.log1p(Math.exp(-LN10 * f.log10())));
        double alarms = mean(findings, Finding::innocent, f -> Math.log1p(Math.exp(LN10 * f.log10())));
        return 0.5 * (misses + alarms) / Math.log(2);
    }

    /** The cost that remains after the best monotone recalibration with the same weights. */
    static double cllrMin(List<Finding> findings) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        findings.forEach(f -> sizes.merge(f.innocent() + f.family(), 1, Integer::sum));
        long[] families = new long[2];
        families[0] = sizes.keySet().stream().filter(k -> k.startsWith("true")).count();
        families[1] = sizes.size() - families[0];
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparingDouble(Finding::log10));
        List<double[]> groups = new ArrayList<>(); // weight of the innocents, of the students
        double last = Double.NaN;
        for (Finding f : sorted) {
            if (groups.isEmpty() || f.log10() != last) {
                groups.add(new double[2]);
                last = f.log10();
            }
            int kind = f.innocent() ? 0 : 1;
            groups.get(groups.size() - 1)[kind] += 1.0 / sizes.get(f.innocent() + f.family()) / families[kind];
        }
        double[] share = groups.stream().mapToDouble(g -> g[1] / (g[0] + g[1])).toArray();
        double[] weight = groups.stream().mapToDouble(g -> g[0] + g[1]).toArray();
        double[] posterior = IsotonicRegression.fit(share, weight);
        double cost = 0;
        for (int i = 0; i < posterior.length; i++) {
            double[] group = groups.get(i);
            cost -= group[1] == 0 ? 0 : group[1] * Math.log(posterior[i]);
            cost -= group[0] == 0 ? 0 : group[0] * Math.log(1 - posterior[i]);
        }
        return 0.5 * cost / Math.log(2);
    }
}
