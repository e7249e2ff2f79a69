package dev.pedigree.compare;

import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.PowerTable;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often known students are found when fewer of their answers are at hand, or when only a share of the answers is theirs. Blocks
 * of a student's answers are drawn without replacement; for shares below one its position is moved toward that of a model that was
 * tuned on human texts, or not at all, and answered the same prompts. Whether a draw is found is decided by a calibration that was
 * learned without the student's family.
 */
final class PowerExperiment {
    private static final int[] ANSWERS = {25, 50, 100, 200, 400, 800};
    private static final double[] SHARES = {0.2, 0.5, 1};
    private static final int DRAWS = 10;
    private static final int RESAMPLES = 500;
    private static final double LEVEL = 0.95;
    private static final int MIN_FAMILIES = 3;
    /** A block may hold so much more or less than wanted. */
    private static final double TOLERANCE = 0.3;

    /** The score of a true teacher in one draw. */
    private record Draw(int entry, int answers, double share, String family, double score) {}

    private final ReferenceLibrary library;
    private final PromptRegime regime;
    private final List<Draw> draws = new ArrayList<>();

    PowerExperiment(ReferenceLibrary library, PromptRegime regime) {
        this.library = library;
        this.regime = regime;
    }

    /** Thins a known student out, and mixes it with others; does nothing with models that are no students. */
    void add(int entry, Comparer comparer) {
        ReferenceModel student = library.models().get(entry);
        if (student.kind() != Kind.STUDENT) {
            return;
        }
        SplitMix64 random = new SplitMix64(Comparer.SEED + entry);
        Placement[] own = comparer.outsider(entry);
        List<Placement[]> others = new ArrayList<>();
        for (int other : strangers(entry)) {
            others.add(comparer.outsider(other));
        }
        double each = library.traits(entry).responses() / (double) own[0].blocks().length;
        for (int answers : ANSWERS) {
            int blocks = (int) Math.round(answers / each);
            if (blocks < 1
                    || blocks > own[0].blocks().length
                    || Math.abs(blocks * each - answers) > TOLERANCE * answers) {
                continue;
            }
            for (double share : SHARES) {
                for (int d = 0; d < DRAWS && (share == 1 || !others.isEmpty()); d++) {
                    Placement[] other = share == 1 ? own : others.get(d % others.size());
                    int[] drawn = draw(own[0].blocks().length, blocks, random);
                    double score = score(comparer, own, other, share, drawn, student);
                    draws.add(new Draw(entry, answers, share, student.family(), score));
                }
            }
        }
    }

    /** Entries that answered the same prompts, learned from no model and are no relatives of the student. */
    private List<Integer> strangers(int entry) {
        List<ReferenceModel> models = library.models();
        List<Integer> strangers = new ArrayList<>();
        for (int other = 0; other < models.size(); other++) {
            Kind kind = models.get(other).kind();
            if ((kind == Kind.HUMAN || kind == Kind.BASE)
                    && library.promptSet(other).equals(library.promptSet(entry))
                    && !models.get(other).isRelativeOf(models.get(entry))) {
                strangers.add(other);
            }
        }
        return strangers;
    }

    private double score(
            Comparer comparer, Placement[] own, Placement[] other, double share, int[] blocks, ReferenceModel student) {
        double[][] positions = new double[own.length][];
        double[] noise = new double[own.length];
        for (int channel = 0; channel < own.length; channel++) {
            Placement a = drawn(own[channel], blocks);
            Placement b = drawn(other[channel], blocks);
            double[] mean = a.mean();
            double[] strange = b.mean();
            for (int i = 0; i < mean.length; i++) {
                mean[i] = share * mean[i] + (1 - share) * strange[i];
            }
            positions[channel] = mean;
            noise[channel] = share * a.noise() + (1 - share) * b.noise();
        }
        return comparer.scoresAt(positions, noise, regime).entrySet().stream()
                .filter(e -> student.teachers().contains(e.getKey().family()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static Placement drawn(Placement all, int[] blocks) {
        double[][] rows = new double[blocks.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = all.blocks()[blocks[i] % all.blocks().length];
        }
        return new Placement(rows, all.typicalNoise() * all.blocks().length / rows.length);
    }

    /** Some of the numbers from 0 on, without repetition. */
    private static int[] draw(int all, int wanted, SplitMix64 random) {
        int[] numbers = new int[all];
        for (int i = 0; i < all; i++) {
            numbers[i] = i;
        }
        int[] drawn = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            int at = i + random.nextInt(all - i);
            drawn[i] = numbers[at];
            numbers[at] = numbers[i];
        }
        return drawn;
    }

    /**
     * What was found how often.
     *
     * @param points the known models over all channels, enough for a calibration
     * @return the table, in all of its rows about the same students: those with the most answers that at least half of the families
     *     reach; empty where that leaves fewer than {@value #MIN_FAMILIES} families
     */
    PowerTable table(List<Calibration.Point> points) {
        List<Draw> compared = sameStudents();
        Map<String, Calibration> without = new HashMap<>();
        List<PowerTable.Row> rows = new ArrayList<>();
        for (double share : SHARES) {
            for (int answers : ANSWERS) {
                Map<String, double[]> found = new TreeMap<>(); // by family: found, drawn
                for (Draw draw : compared) {
                    if (draw.answers == answers && draw.share == share) {
                        double[] sums = found.computeIfAbsent(draw.family, f -> new double[2]);
                        Calibration scale = without.computeIfAbsent(draw.family, f -> without(f, points));
                        sums[0] += scale.supports(draw.score) ? 1 : 0;
                        sums[1]++;
                    }
                }
                double[] rates =
                        found.values().stream().mapToDouble(s -> s[0] / s[1]).toArray();
                if (rates.length >= MIN_FAMILIES) {
                    rows.add(new PowerTable.Row(answers, share, rates.length, probability(rates)));
                }
            }
        }
        return new PowerTable(rows);
    }

    private Calibration without(String family, List<Calibration.Point> points) {
        List<Calibration.Point> others =
                points.stream().filter(p -> !p.family().equals(family)).toList();
        return Calibration.learn(library.name(), Calibration.isPossible(others) ? others : points);
    }

    private List<Draw> sameStudents() {
        long half = (draws.stream().map(Draw::family).distinct().count() + 1) / 2;
        for (int i = ANSWERS.length - 1; i >= 0; i--) {
            int answers = ANSWERS[i];
            Set<Integer> reach = new TreeSet<>();
            Set<String> families = new TreeSet<>();
            for (Draw draw : draws) {
                if (draw.answers == answers) {
                    reach.add(draw.entry);
                    families.add(draw.family);
                }
            }
            if (families.size() >= half) {
                return draws.stream()
                        .filter(d -> reach.contains(d.entry) && d.answers <= answers)
                        .toList();
            }
        }
        return List.of();
    }

    /* Families drawn with replacement; widened by what as many families could show of all or nothing. */
    private static Estimate probability(double[] rates) {
        Estimate drawn = ClusterBootstrap.interval(rates.length, w -> mean(rates, w), RESAMPLES, LEVEL, Comparer.SEED)
                .orElseThrow();
        Estimate few = ProportionInterval.WILSON.of(Math.round(drawn.value() * rates.length), rates.length, LEVEL);
        return new Estimate(drawn.value(), Math.min(drawn.low(), few.low()), Math.max(drawn.high(), few.high()), LEVEL);
    }

    private static double mean(double[] rates, int[] weights) {
        double sum = 0;
        int all = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += weights[i] * rates[i];
            all += weights[i];
        }
        return sum / all;
    }
}
