package dev.pedigree.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * How well the ratio of all signals tells models taught by OpenAI's from others. The area under the curve is given three ways: with rates
 * of all models; each model judged by rates in which its family had no part; and each pair of a taught and another model judged by rates
 * in which neither's family had any. The second compares ratios of different tables, and a table lacks just what it would need to know
 * of the family that it judges: it comes out too low. The third compares like with like (leave-pair-out cross-validation: Airola,
 * Pahikkala, Waegeman, De Baets and Salakoski, Computational Statistics and Data Analysis 55(4), 2011, doi:10.1016/j.csda.2010.11.018).
 */
final class IdentityDescent {
    private static final String VENDOR = "openai";
    private static final int DRAWS = 2000;
    private static final double WEAK = 1;

    private final List<IdentitySuspect> suspects;
    private final IdentityBaseRates rates;

    IdentityDescent(List<IdentitySuspect> suspects) {
        this.suspects = suspects;
        this.rates = new IdentityBaseRates(suspects);
    }

    void print(PrintStream out) {
        Map<IdentitySuspect, Map<String, Double>> within = ratios(Set.of());
        Map<IdentitySuspect, Map<String, Double>> without = new LinkedHashMap<>();
        for (String family : families()) {
            Map<IdentitySuspect, Map<String, Double>> held = ratios(Set.of(family));
            held.keySet().removeIf(suspect -> !suspect.family().equals(family));
            without.putAll(held);
        }
        out.printf(
                Locale.ROOT,
                "lineage: %d models taught by OpenAI's against %d others, 95 %% intervals over families%n",
                chosen(true).size(),
                chosen(false).size());
        auc(out, "with the rates of all", within);
        auc(out, "each family held out of the rates", without);
        pairs(out);
        above(out, "with the rates of all", within);
        above(out, "each family held out of the rates", without);
        validity(out, without);
    }

    private Set<String> families() {
        Set<String> families = new TreeSet<>();
        suspects.forEach(suspect -> families.add(suspect.family()));
        return families;
    }

    private List<IdentitySuspect> chosen(boolean taught) {
        return suspects.stream()
                .filter(s -> taught ? s.isDescended(VENDOR) : s.isUnrelated(VENDOR))
                .toList();
    }

    /** The ratios of all suspects by rates without these families. */
    private Map<IdentitySuspect, Map<String, Double>> ratios(Set<String> without) {
        var table = rates.rates(suspect -> !without.contains(suspect.family()));
        Map<IdentitySuspect, Map<String, Double>> ratios = new LinkedHashMap<>();
        for (IdentitySuspect suspect : suspects) {
            if (without.isEmpty() || without.contains(suspect.family())) {
                ratios.put(suspect, suspect.ratios(table));
            }
        }
        return ratios;
    }

    private void auc(PrintStream out, String name, Map<IdentitySuspect, Map<String, Double>> ratios) {
        figure(out, name, draw -> AccuracyMetrics.auc(of(ratios, draw, true), of(ratios, draw, false)));
    }

    /** The ratios of the models of one kind; those of a family drawn twice stand twice. */
    private static double[] of(
            Map<IdentitySuspect, Map<String, Double>> ratios, List<String> families, boolean taught) {
        return families.stream()
                .flatMap(family -> ratios.entrySet().stream()
                        .filter(e -> e.getKey().family().equals(family))
                        .filter(e -> taught
                                ? e.getKey().isDescended(VENDOR)
                                : e.getKey().isUnrelated(VENDOR)))
                .mapToDouble(e -> e.getValue().get(VENDOR))
                .toArray();
    }

    private void pairs(PrintStream out) {
        Map<List<String>, double[]> won = new LinkedHashMap<>(); // pairs won and compared
        for (String taught : families(true)) {
            for (String other : families(false)) {
                Map<IdentitySuspect, Map<String, Double>> ratios = ratios(Set.of(taught, other));
                double[] first = of(ratios, List.of(taught), true);
                double[] second = of(ratios, List.of(other), false);
                double pairs = first.length * (double) second.length;
                won.put(List.of(taught, other), new double[] {AccuracyMetrics.auc(first, second) * pairs, pairs});
            }
        }
        figure(out, "each pair of families held out of the rates", draw -> {
            double wins = 0;
            double all = 0;
            for (String taught : draw) {
                for (String other : draw) {
                    double[] pair = won.getOrDefault(List.of(taught, other), new double[2]);
                    wins += pair[0];
                    all += pair[1];
                }
            }
            return wins / all;
        });
    }

    private Set<String> families(boolean taught) {
        Set<String> families = new LinkedHashSet<>();
        chosen(taught).forEach(suspect -> families.add(suspect.family()));
        return families;
    }

    private void figure(PrintStream out, String name, ToDoubleFunction<List<String>> figure) {
        AccuracyBootstrap.Figure auc = AccuracyBootstrap.intervals(
                        new ArrayList<>(families()), draw -> Map.of(name, figure.applyAsDouble(draw)), DRAWS)
                .get(name);
        out.printf(Locale.ROOT, "  AUC, %s: %.3f (%.2f to %.2f)%n", name, auc.value(), auc.low(), auc.high());
    }

    /** Models that are accused, above "weak", for a maker that they are not known to descend from. */
    private void above(PrintStream out, String name, Map<IdentitySuspect, Map<String, Double>> ratios) {
        int models = 0;
        int accused = 0;
        double highest = Double.NEGATIVE_INFINITY;
        String at = "";
        for (Map.Entry<IdentitySuspect, Map<String, Double>> suspect : ratios.entrySet()) {
            models++;
            for (Map.Entry<String, Double> ratio : suspect.getValue().entrySet()) {
                if (suspect.getKey().isUnrelated(ratio.getKey())) {
                    accused += ratio.getValue() >= WEAK ? 1 : 0;
                    if (ratio.getValue() > highest) {
                        highest = ratio.getValue();
                        at = suspect.getKey().name() + " for " + ratio.getKey();
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "  above weak for a maker without known descent, %s: %d ratios of %d models; highest %.2f (%s)%n",
                name,
                accused,
                models,
                highest,
                at);
    }

    /** A ratio that may be believed is 1 on average where the other hypothesis is true. */
    private void validity(PrintStream out, Map<IdentitySuspect, Map<String, Double>> ratios) {
        Map<String, List<Double>> families = new TreeMap<>();
        for (IdentitySuspect suspect : chosen(false)) {
            double ratio = StrictMath.pow(10, ratios.get(suspect).get(VENDOR));
            families.computeIfAbsent(suspect.family(), f -> new ArrayList<>()).add(ratio);
        }
        double mean = families.values().stream()
                .mapToDouble(f -> f.stream().mapToDouble(x -> x).average().orElseThrow())
                .average()
                .orElseThrow();
        out.printf(
                Locale.ROOT,
                "  mean ratio of the %d families of others, each held out: %.2f (wanted: 1 or less)%n",
                families.size(),
                mean);
    }
}
