package dev.pedigree.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How well scores of suspects against references tell who was trained on whose outputs. Higher scores mean more alike. */
final class AccuracyMetrics {
    private AccuracyMetrics() {}

    /**
     * One suspect's scores, reduced to families.
     *
     * @param name the suspect
     * @param family its family
     * @param innocent whether it was trained on none of the references' outputs
     * @param humansOnly whether it is an innocent that was tuned on texts of humans alone, or not at all
     * @param scores the best score of each admissible family
     * @param teachers the families that taught it
     * @param labs their labs
     * @param top the family that scores highest
     */
    record Unit(
            String name,
            String family,
            boolean innocent,
            boolean humansOnly,
            Map<String, Double> scores,
            Set<String> teachers,
            Set<String> labs,
            String top) {
        double max() {
            return scores.get(top);
        }

        double teacherScore() {
            return teachers.stream()
                    .filter(scores::containsKey)
                    .mapToDouble(scores::get)
                    .max()
                    .orElse(Double.NaN);
        }

        Unit inFamily(String other) {
            return new Unit(name, other, innocent, humansOnly, scores, teachers, labs, top);
        }
    }

    /** A suspect with one family: a student with a teacher, or a pair in which the one did not teach the other. */
    record Pair(double score, boolean related, String family, boolean innocent) {}

    /**
     * The suspects that can be judged: those of known truth, of students those of whom a teacher was scored.
     *
     * @param scores each suspect's score for each reference
     * @param truth the truth
     * @return the suspects in the order of the truth
     */
    static List<Unit> units(Map<String, Map<String, Double>> scores, AccuracyTruth truth) {
        List<Unit> units = new ArrayList<>();
        for (AccuracyTruth.Case suspect : truth.cases()) {
            Map<String, Double> byReference = scores.get(suspect.suspect());
            if (byReference == null || !suspect.judged()) {
                continue;
            }
            Map<String, Double> byFamily = new LinkedHashMap<>();
            byReference.forEach((reference, score) -> {
                String family = truth.familyOf(reference);
                if (suspect.admits(reference, family)) {
                    byFamily.merge(family, score, Math::max);
                }
            });
            Set<String> teachers = new TreeSet<>();
            suspect.teachers().forEach(t -> teachers.add(truth.familyOf(t)));
            if (byFamily.isEmpty() || (!suspect.innocent() && Collections.disjoint(teachers, byFamily.keySet()))) {
                continue;
            }
            String top = null;
            for (Map.Entry<String, Double> entry : byFamily.entrySet()) {
                if (top == null || entry.getValue() > byFamily.get(top)) {
                    top = entry.getKey();
                }
            }
            Set<String> labs = new TreeSet<>();
            teachers.forEach(t -> labs.add(truth.labOf(t)));
            units.add(new Unit(
                    suspect.suspect(),
                    suspect.family(),
                    suspect.innocent(),
                    suspect.innocent() && suspect.learntFromHumansOnly(),
                    byFamily,
                    teachers,
                    labs,
                    top));
        }
        return units;
    }

    /**
     * All figures.
     *
     * @param units the suspects
     * @param truth for the labs of families
     * @return figures by name; one that cannot be worked out is NaN
     */
    static Map<String, Double> of(List<Unit> units, AccuracyTruth truth) {
        List<Unit> students = units.stream().filter(u -> !u.innocent()).toList();
        List<Unit> innocents = units.stream().filter(Unit::innocent).toList();
        List<String> groups = students.stream().map(Unit::family).toList();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("students", (double) students.size());
        figures.put("student_families", (double) Set.copyOf(groups).size());
        figures.put("innocents", (double) innocents.size());
        figures.put("innocent_families", (double)
                innocents.stream().map(Unit::family).distinct().count());
        figures.put(
                "chance",
                students.stream()
                        .mapToDouble(u -> (double) u.teachers().stream()
                                        .filter(u.scores()::containsKey)
                                        .count()
                                / u.scores().size())
                        .average()
                        .orElse(Double.NaN));
        boolean[] exact = new boolean[students.size()];
        boolean[] lab = new boolean[students.size()];
        for (int i = 0; i < exact.length; i++) {
            Unit u = students.get(i);
            exact[i] = u.teachers().contains(u.top());
            lab[i] = u.labs().contains(truth.labOf(u.top()));
        }
        figures.put("top1_exact", macro(exact, groups));
        figures.put("top1_lab", macro(lab, groups));
        List<Pair> pairs = pairs(units, truth);
        double[] related = scores(pairs, true, false);
        double[] unrelated = scores(pairs, false, false);
        figures.put("pair_auc", auc(related, unrelated));
        figures.put("pair_auc_innocents", auc(related, scores(pairs, false, true)));
        for (int percent : new int[] {1, 5}) {
            double threshold = upperQuantile(unrelated, 1 - percent / 100.0);
            figures.put("pair_tpr" + percent, share(related, threshold));
        }
        figures.put("same_teacher_auc", sameTeacher(units, truth));
        double[] studentMax = students.stream().mapToDouble(Unit::max).toArray();
        double[] innocentMax = innocents.stream().mapToDouble(Unit::max).toArray();
        figures.put("suspect_auc", auc(studentMax, innocentMax));
        figures.put(
                "suspect_auc_humans_only",
                auc(
                        studentMax,
                        innocents.stream()
                                .filter(Unit::humansOnly)
                                .mapToDouble(Unit::max)
                                .toArray()));
        figures.put(
                "teacher_score_auc",
                auc(students.stream().mapToDouble(Unit::teacherScore).toArray(), innocentMax));
        double[] ascending = innocentMax.clone();
        Arrays.sort(ascending);
        for (int k = 0; k < 3; k++) {
            boolean[] found = new boolean[students.size()];
            boolean[] foundLab = new boolean[students.size()];
            for (int i = 0; k < ascending.length && i < found.length; i++) {
                found[i] = studentMax[i] > ascending[ascending.length - 1 - k];
                foundLab[i] = found[i] && lab[i];
            }
            boolean enough = k < ascending.length;
            figures.put("found_at_" + k + "_false", enough ? macro(found, groups) : Double.NaN);
            figures.put("lab_at_" + k + "_false", enough ? macro(foundLab, groups) : Double.NaN);
        }
        return figures;
    }

    /** The cost of a leave-one-family-out logistic calibration of the suspects' highest scores, and of pairs' scores. */
    static Map<String, Double> calibrationCosts(List<Unit> units, AccuracyTruth truth) {
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put(
                "cllr_suspect_leave_family_out",
                cllr(units.stream()
                        .map(u -> new Pair(u.max(), !u.innocent(), u.family(), u.innocent()))
                        .toList()));
        costs.put("cllr_pair_leave_family_out", cllr(pairs(units, truth)));
        return costs;
    }

    /** For each teacher its students against all who learnt from none of its lab, by the score at this teacher alone. */
    private static double sameTeacher(List<Unit> units, AccuracyTruth truth) {
        Set<String> teachers = new TreeSet<>();
        units.stream().filter(u -> !u.innocent()).forEach(u -> teachers.addAll(u.teachers()));
        double sum = 0;
        double weight = 0;
        for (String teacher : teachers) {
            List<Double> own = new ArrayList<>();
            List<Double> others = new ArrayList<>();
            for (Unit u : units) {
                Double score = u.scores().get(teacher);
                if (score == null) {
                    continue;
                }
                if (u.teachers().contains(teacher)) {
                    own.add(score);
                } else if (!u.labs().contains(truth.labOf(teacher))) {
                    others.add(score);
                }
            }
            if (!own.isEmpty() && !others.isEmpty()) {
                sum += own.size() * auc(array(own), array(others));
                weight += own.size();
            }
        }
        return sum / weight;
    }

    static List<Pair> pairs(List<Unit> units, AccuracyTruth truth) {
        List<Pair> pairs = new ArrayList<>();
        for (Unit u : units) {
            if (!u.innocent()) {
                pairs.add(new Pair(u.teacherScore(), true, u.family(), false));
            }
            u.scores().forEach((family, score) -> {
                if (!u.teachers().contains(family) && !u.labs().contains(truth.labOf(family))) {
                    pairs.add(new Pair(score, false, u.family(), u.innocent()));
                }
            });
        }
        return pairs;
    }

    /** The probability that one of the first is above one of the second, ties half. */
    static double auc(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return Double.NaN;
        }
        double[] sorted = second.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double x : first) {
            sum += below(sorted, x, false) + below(sorted, x, true);
        }
        return sum / (2.0 * first.length * second.length);
    }

    private static int below(double[] sorted, double x, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x || (orEqual && sorted[middle] == x)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The mean over families of the share within each. */
    static double macro(boolean[] hits, List<String> families) {
        Map<String, int[]> byFamily = new LinkedHashMap<>();
        for (int i = 0; i < hits.length; i++) {
            int[] count = byFamily.computeIfAbsent(families.get(i), k -> new int[2]);
            count[0] += hits[i] ? 1 : 0;
            count[1]++;
        }
        return byFamily.values().stream()
                .mapToDouble(c -> (double) c[0] / c[1])
                .average()
                .orElse(Double.NaN);
    }

    /** The observation at the quantile, the higher of two where it falls between. */
    static double upperQuantile(double[] values, double probability) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil((sorted.length - 1) * probability)];
    }

    private static double share(double[] values, double threshold) {
        return Arrays.stream(values).filter(v -> v > threshold).count() / (double) values.length;
    }

    /* Class-balanced logistic regression with a ridge of .01 on the standardised slope, each family calibrated by the others. */
    private static double cllr(List<Pair> cases) {
        double related = 0;
        double unrelated = 0;
        int n = 0;
        int m = 0;
        for (String family :
                new LinkedHashSet<>(cases.stream().map(Pair::family).toList())) {
            List<Pair> others =
                    cases.stream().filter(c -> !c.family().equals(family)).toList();
            long positive = others.stream().filter(Pair::related).count();
            if (positive == 0 || positive == others.size()) {
                continue;
            }
            double[] line = logistic(others, positive);
            for (Pair c : cases) {
                if (c.family().equals(family)) {
                    double ratio = line[0] + line[1] * (c.score() - line[2]) / line[3];
                    if (c.related()) {
                        related += Math.log1p(Math.exp(-ratio)) / Math.log(2);
                        n++;
                    } else {
                        unrelated += Math.log1p(Math.exp(ratio)) / Math.log(2);
                        m++;
                    }
                }
            }
        }
        return 0.5 * (related / n + unrelated / m);
    }

    private static double[] logistic(List<Pair> cases, long positive) {
        double mean = cases.stream().mapToDouble(Pair::score).average().orElseThrow();
        double variance = cases.stream()
                .mapToDouble(c -> (c.score() - mean) * (c.score() - mean))
                .average()
                .orElseThrow();
        double sd = Math.sqrt(variance) + 1e-9;
        double a = 0;
        double b = 0;
        for (int iteration = 0; iteration < 50; iteration++) {
            double ga = 0;
            double gb = 0.01 * b;
            double haa = 1e-9;
            double hab = 0;
            double hbb = 0.01;
            for (Pair c : cases) {
                double w = 0.5 / (c.related() ? positive : cases.size() - positive);
                double z = (c.score() - mean) / sd;
                double p = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, a + b * z))));
                ga += w * (p - (c.related() ? 1 : 0));
                gb += w * (p - (c.related() ? 1 : 0)) * z;
                haa += w * p * (1 - p);
                hab += w * p * (1 - p) * z;
                hbb += w * p * (1 - p) * z * z;
            }
            double determinant = haa * hbb - hab * hab;
            double stepA = (ga * hbb - gb * hab) / determinant;
            double stepB = (gb * haa - ga * hab) / determinant;
            a -= stepA;
            b -= stepB;
            if (Math.max(Math.abs(stepA), Math.abs(stepB)) < 1e-8) {
                break;
            }
        }
        return new double[] {a, b, mean, sd};
    }

    private static double[] scores(List<Pair> pairs, boolean related, boolean innocentsOnly) {
        return pairs.stream()
                .filter(p -> p.related() == related && (!innocentsOnly || p.innocent()))
                .mapToDouble(Pair::score)
                .toArray();
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(x -> x).toArray();
    }
}
