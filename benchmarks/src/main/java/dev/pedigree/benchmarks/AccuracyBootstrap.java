package dev.pedigree.benchmarks;

import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Intervals of figures from drawing whole families of suspects with replacement; a family drawn twice counts as two. */
final class AccuracyBootstrap {
    private static final long SEED = 1;
    private static final double LEVEL = 0.95;

    private AccuracyBootstrap() {}

    /** A figure with its interval; the ends are NaN where too few draws gave one. */
    record Figure(double value, double low, double high) {}

    /**
     * Figures with intervals.
     *
     * @param families the families of all suspects
     * @param figures figures of a draw of families; given all families once, the figures themselves
     * @param draws how many draws
     * @return each figure
     */
    static Map<String, Figure> intervals(
            List<String> families, Function<List<String>, Map<String, Double>> figures, int draws) {
        List<String> distinct = families.stream().distinct().sorted().toList();
        Map<String, Double> values = figures.apply(distinct);
        Map<String, List<Double>> drawn = new LinkedHashMap<>();
        SplitMix64 random = new SplitMix64(SEED);
        for (int d = 0; d < draws; d++) {
            List<String> draw = new ArrayList<>();
            for (int i = 0; i < distinct.size(); i++) {
                draw.add(distinct.get(random.nextInt(distinct.size())));
            }
            figures.apply(draw).forEach((name, value) -> {
                if (!Double.isNaN(value)) {
                    drawn.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
                }
            });
        }
        Map<String, Figure> out = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            double[] sorted = drawn.getOrDefault(name, List.of()).stream()
                    .mapToDouble(x -> x)
                    .sorted()
                    .toArray();
            boolean enough = sorted.length >= draws / 2 && sorted.length > 0;
            out.put(
                    name,
                    new Figure(
                            value,
                            enough ? quantile(sorted, (1 - LEVEL) / 2) : Double.NaN,
                            enough ? quantile(sorted, (1 + LEVEL) / 2) : Double.NaN));
        });
        return out;
    }

    /** The members of the drawn families, each family renamed so that one drawn twice counts as two. */
    static <T> List<T> members(List<String> draw, Map<String, List<T>> byFamily, BiFunction<T, String, T> renamed) {
        List<T> members = new ArrayList<>();
        for (int i = 0; i < draw.size(); i++) {
            for (T member : byFamily.getOrDefault(draw.get(i), List.of())) {
                members.add(renamed.apply(member, draw.get(i) + "#" + i));
            }
        }
        return members;
    }

    /* Type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996. */
    static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
