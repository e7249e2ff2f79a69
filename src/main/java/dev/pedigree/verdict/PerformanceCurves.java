package dev.pedigree.verdict;

import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PowerTable;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.IsotonicRegression;
import dev.pedigree.verdict.CalibrationPerformance.Case;
import dev.pedigree.verdict.CalibrationPerformance.Point;
import dev.pedigree.verdict.CalibrationPerformance.Regime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures a calibration on its own known models. */
final class PerformanceCurves {
    private static final int STEPS = 60;
    private static final double BEYOND = 0.15;
    private static final int DRAWS = 400;
    private static final double LEVEL = 0.95;
    private static final long SEED = 20250129;

    private final Calibration calibration;
    /** In ascending order of their ratios. */
    private final List<Case> cases;

    private final int[] familyOf;
    private final int families;

    PerformanceCurves(Calibration calibration) {
        this.calibration = calibration;
        List<Calibration.Point> points = calibration.points();
        Map<String, Integer> sizes = new HashMap<>();
        points.forEach(p -> sizes.merge(stratum(p), 1, Integer::sum));
        double[] ratios = calibration.heldOutLog10Ratios();
        cases = new ArrayList<>();
        for (int i = 0; i < ratios.length; i++) {
            Calibration.Point point = points.get(i);
            double weight = 1.0 / sizes.getOrDefault(stratum(point), 1);
            cases.add(new Case(point.name(), point.family(), point.trained(), ratios[i], weight));
        }
        cases.sort(Comparator.comparingDouble(Case::log10LikelihoodRatio)
                .thenComparing(Case::trained)
                .thenComparing(Case::name));
        List<String> names = cases.stream().map(Case::family).distinct().toList();
        familyOf = cases.stream().mapToInt(c -> names.indexOf(c.family())).toArray();
        families = names.size();
    }

    private static String stratum(Calibration.Point point) {
        return point.trained() + "\t" + point.promptSet() + "\t" + point.family();
    }

    Regime measure(boolean knownPrompts, List<PowerTable.Row> rows) {
        double lowest = calibration.bounds().low();
        double highest = calibration.bounds().high();
        List<Point> students = new ArrayList<>();
        List<Point> independent = new ArrayList<>();
        List<Point> calibrated = new ArrayList<>();
        List<Point> tradeoff = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double x = lowest - BEYOND + (highest - lowest + 2 * BEYOND) * i / STEPS;
            students.add(new Point(x, estimate(w -> atLeast(x, true, w))));
            independent.add(new Point(x, estimate(w -> atLeast(x, false, w))));
            double inside = lowest + (highest - lowest) * i / STEPS;
            calibrated.add(new Point(inside, estimate(w -> studentsAt(inside, w))));
            double accused = (double) i / STEPS;
            tradeoff.add(new Point(accused, estimate(w -> missed(accused, w))));
        }
        List<Power.Point> power = rows.stream()
                .map(r -> new Power.Point(r.answers(), r.share(), r.probability()))
                .toList();
        return new Regime(
                knownPrompts,
                cases,
                lowest,
                highest,
                students,
                independent,
                calibrated,
                tradeoff,
                estimate(this::equalError),
                power);
    }

    private Estimate estimate(ToDoubleFunction<int[]> statistic) {
        return ClusterBootstrap.interval(families, statistic, DRAWS, LEVEL, SEED)
                .orElseThrow(() -> new IllegalStateException("a calibration has families of both kinds"));
    }

    private double weight(int i, int[] drawn) {
        return cases.get(i).weight() * drawn[familyOf[i]];
    }

    /** The share of a kind whose ratio is at least x. */
    private double atLeast(double x, boolean trained, int[] drawn) {
        double above = 0;
        double all = 0;
        for (int i = 0; i < familyOf.length; i++) {
            if (cases.get(i).trained() == trained) {
                all += weight(i, drawn);
                above += cases.get(i).log10LikelihoodRatio() >= x ? weight(i, drawn) : 0;
            }
        }
        return above / all;
    }

    private double[] totals(int[] drawn) {
        double[] totals = new double[2];
        for (int i = 0; i < familyOf.length; i++) {
            totals[cases.get(i).trained() ? 1 : 0] += weight(i, drawn);
        }
        return totals;
    }

    /** The share of students at a ratio, as if there were as many as independent models: the step of the isotonic fit there. */
    private double studentsAt(double x, int[] drawn) {
        double[] totals = totals(drawn);
        if (totals[0] == 0 || totals[1] == 0) {
            return Double.NaN;
        }
        List<double[]> groups = new ArrayList<>();
        double before = Double.NaN;
        for (int i = 0; i < familyOf.length; i++) {
            double weight = weight(i, drawn);
            if (weight == 0) {
                continue;
            }
            boolean trained = cases.get(i).trained();
            double share = weight / totals[trained ? 1 : 0];
            double ratio = cases.get(i).log10LikelihoodRatio();
            if (ratio != before) {
                groups.add(new double[] {ratio, 0, 0});
                before = ratio;
            }
            double[] group = groups.get(groups.size() - 1);
            group[1] += trained ? share : 0;
            group[2] += share;
        }
        double[] fitted = IsotonicRegression.fit(
                groups.stream().mapToDouble(g -> g[1] / g[2]).toArray(),
                groups.stream().mapToDouble(g -> g[2]).toArray());
        int at = 0;
        while (at + 1 < fitted.length && groups.get(at + 1)[0] <= x) {
            at++;
        }
        return fitted[at];
    }

    /** The least share of students missed at a threshold that accuses at most a share of the independent models. */
    private double missed(double accused, int[] drawn) {
        double[] totals = totals(drawn);
        if (totals[0] == 0 || totals[1] == 0) {
            return Double.NaN;
        }
        double left = totals[0];
        double missed = 0;
        for (int i = 0; i < familyOf.length; i++) {
            boolean first = i == 0
                    || cases.get(i).log10LikelihoodRatio() != cases.get(i - 1).log10LikelihoodRatio();
            if (first && left <= accused * totals[0] + 1e-9) {
                return missed / totals[1];
            }
            if (cases.get(i).trained()) {
                missed += weight(i, drawn);
            } else {
                left -= weight(i, drawn);
            }
        }
        return missed / totals[1];
    }

    /** Where the two shares are nearest to each other over all thresholds, their mean. */
    private double equalError(int[] drawn) {
        double[] totals = totals(drawn);
        if (totals[0] == 0 || totals[1] == 0) {
            return Double.NaN;
        }
        double accused = 1;
        double missed = 0;
        double nearest = 1;
        double error = 0.5;
        for (int i = 0; i < familyOf.length; i++) {
            if (cases.get(i).trained()) {
                missed += weight(i, drawn) / totals[1];
            } else {
                accused -= weight(i, drawn) / totals[0];
            }
            boolean last = i + 1 == familyOf.length
                    || cases.get(i + 1).log10LikelihoodRatio() != cases.get(i).log10LikelihoodRatio();
            if (last && Math.abs(accused - missed) < nearest) {
                nearest = Math.abs(accused - missed);
                error = (accused + missed) / 2;
            }
        }
        return error;
    }
}
