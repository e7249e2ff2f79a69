package dev.pedigree.reference;

import dev.pedigree.stats.LinearDiscriminant;
import dev.pedigree.stats.RowSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The axes of one feature family along which models of a cohort differ most, relative to how a model differs from itself between
 * blocks of prompts and between prompt sets. Distances along them are in units of within-model variation.
 */
final class Axes {
    private static final double RIDGE = 0.1;
    private static final int DIRECTIONS = 40;

    private final double[][] projection; // [coordinates][axes]
    private final double[][] centres; // [prompt sets][coordinates]
    private final double[] middle; // [coordinates], the mean of the centres
    private final double radius;

    private Axes(double[][] projection, double[][] centres, double[] middle, double radius) {
        this.projection = projection;
        this.centres = centres;
        this.middle = middle;
        this.radius = radius;
    }

    /**
     * Finds the axes of a cohort.
     *
     * @param cohort the cohort's entries; at least two models
     * @param space the ordinal of the feature space
     * @param scatter the scatter of the entries' blocks about their own means
     * @param promptSets how many prompt sets the library has
     * @return the axes
     */
    static Axes of(List<Entry> cohort, int space, LinearDiscriminant scatter, int promptSets) {
        double[][] means =
                cohort.stream().map(entry -> mean(entry.coordinates()[space])).toArray(double[][]::new);
        double[][] centres = centres(cohort, means, promptSets);
        for (int e = 0; e < means.length; e++) {
            add(centres[cohort.get(e).promptSet()], -1, means[e]);
        }
        double[][] projection = projection(cohort, space, means, scatter);
        double[] norms = Arrays.stream(means)
                .mapToDouble(mean -> norm(RowSums.of(mean, projection)))
                .toArray();
        return new Axes(projection, centres, middle(centres, means[0].length), median(norms));
    }

    /** The mean of the models that answered each prompt set; null where there are none. */
    private static double[][] centres(List<Entry> cohort, double[][] means, int promptSets) {
        double[][] centres = new double[promptSets][];
        int[] members = new int[promptSets];
        for (int e = 0; e < means.length; e++) {
            int set = cohort.get(e).promptSet();
            if (centres[set] == null) {
                centres[set] = new double[means[e].length];
            }
            members[set]++;
            add(means[e], 1, centres[set]);
        }
        for (int set = 0; set < promptSets; set++) {
            if (centres[set] != null) {
                for (int i = 0; i < centres[set].length; i++) {
                    centres[set][i] /= members[set];
                }
            }
        }
        return centres;
    }

    private static double[] middle(double[][] centres, int coordinates) {
        double[] middle = new double[coordinates];
        int present = 0;
        for (double[] centre : centres) {
            if (centre != null) {
                add(centre, 1, middle);
                present++;
            }
        }
        for (int i = 0; i < coordinates; i++) {
            middle[i] /= present;
        }
        return middle;
    }

    /**
     * The directions in which models differ, from the means of their answers about the centre of the prompt set. A model that answered
     * several prompt sets is one class, and what its answers to these differ by counts as variation within it.
     */
    private static double[][] projection(List<Entry> cohort, int space, double[][] means, LinearDiscriminant scatter) {
        Map<String, List<Integer>> classes = new LinkedHashMap<>();
        for (int e = 0; e < means.length; e++) {
            classes.computeIfAbsent(cohort.get(e).model().identity(), k -> new ArrayList<>())
                    .add(e);
        }
        List<double[]> classMeans = new ArrayList<>();
        List<double[]> deviations = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (List<Integer> samples : classes.values()) {
            double[] classMean = new double[means[0].length];
            for (int e : samples) {
                add(means[e], 1.0 / samples.size(), classMean);
            }
            classMeans.add(classMean);
            if (samples.size() > 1) {
                for (int e : samples) {
                    double[] deviation = means[e].clone();
                    add(classMean, -1, deviation);
                    deviations.add(deviation);
                    weights.add(cohort.get(e).coordinates()[space].length);
                }
            }
        }
        return scatter.plusDeviations(
                        deviations.toArray(double[][]::new),
                        weights.stream().mapToInt(w -> w).toArray())
                .directions(classMeans.toArray(double[][]::new), RIDGE, DIRECTIONS);
    }

    /**
     * These axes for coordinates of which something was taken away, in units of the median distance that is left.
     *
     * @param kept takes it away: [coordinates][coordinates]
     * @param cohort the entries from which the axes were found
     * @param space the ordinal of the feature space
     * @return axes with the same centres
     */
    Axes through(double[][] kept, List<Entry> cohort, int space) {
        double[][] left = new double[kept.length][];
        for (int i = 0; i < left.length; i++) {
            left[i] = RowSums.of(kept[i], projection);
        }
        double[] norms = new double[cohort.size()];
        for (int e = 0; e < norms.length; e++) {
            double[] mean = mean(cohort.get(e).coordinates()[space]);
            add(centres[cohort.get(e).promptSet()], -1, mean);
            norms[e] = norm(RowSums.of(mean, left));
        }
        return new Axes(left, centres, middle, median(norms));
    }

    /**
     * Where blocks stand on the axes, in units of the median distance of the cohort's models from its centre.
     *
     * @param blocks coordinates of blocks: [blocks][coordinates]
     * @param shares for each prompt set the share of the prompts that come from it; what is missing to 1 comes from none
     * @return [blocks][axes]
     */
    double[][] place(double[][] blocks, double[] shares) {
        double[] centre = centre(shares);
        double[][] placed = new double[blocks.length][];
        for (int b = 0; b < blocks.length; b++) {
            double[] centred = blocks[b].clone();
            add(centre, -1, centred);
            placed[b] = RowSums.of(centred, projection);
            for (int k = 0; k < placed[b].length; k++) {
                placed[b][k] /= radius;
            }
        }
        return placed;
    }

    /**
     * The squared distance by which the mean of some blocks scatters about a model's true position: along each axis the blocks of
     * the cohort's models scatter by one.
     *
     * @param blocks how many blocks there are
     * @return in units of the squared radius
     */
    double typicalNoise(int blocks) {
        return projection[0].length / (radius * radius) / blocks;
    }

    /**
     * The centre of the population.
     *
     * @param shares for each prompt set the share of the prompts that come from it; what is missing to 1 comes from none
     * @return coordinates
     */
    double[] centre(double[] shares) {
        double[] centre = new double[middle.length];
        double unknown = 1;
        for (int set = 0; set < shares.length; set++) {
            if (centres[set] != null && shares[set] > 0) {
                add(centres[set], shares[set], centre);
                unknown -= shares[set];
            }
        }
        add(middle, unknown, centre);
        return centre;
    }

    /**
     * How much each coordinate of a model adds to its inner product with another, both taken about a centre on the axes.
     *
     * @param other the coordinates of the other
     * @param centre the coordinates of the centre
     * @return a weight for each coordinate
     */
    double[] pull(double[] other, double[] centre) {
        double[] difference = other.clone();
        add(centre, -1, difference);
        double[] placed = RowSums.of(difference, projection);
        double[] pull = new double[middle.length];
        for (int i = 0; i < pull.length; i++) {
            for (int k = 0; k < placed.length; k++) {
                pull[i] += projection[i][k] * placed[k] / (radius * radius);
            }
        }
        return pull;
    }

    static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            add(row, 1.0 / rows.length, mean);
        }
        return mean;
    }

    /** The middle value, or the mean of the two in the middle; the values stay as they are. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static void add(double[] x, double weight, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * x[i];
        }
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
