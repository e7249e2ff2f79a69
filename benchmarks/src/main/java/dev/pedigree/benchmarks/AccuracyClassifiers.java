package dev.pedigree.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * A classifier for each teacher against all others: regularised least squares on blocks of answers (Rifkin, Yeo, Poggio,
 * "Regularized least-squares classification", 2003). Since the solution is linear in the labels, a block's values under all
 * classifiers come from one system of equations: each block of the references has a vote, and a class has the sum of its own.
 */
final class AccuracyClassifiers {
    private static final double RIDGE = 0.1;

    private final double[][] rows; // [blocks of all references][features]
    private final int[] first; // by reference, its first row; at the end the number of rows
    private final double[][] products; // [blocks][blocks]
    private final Map<String, Learned> learned = new ConcurrentHashMap<>();

    /** What was learned from some references: their rows, the means of the products, the equations. */
    private record Learned(int[] members, double[] means, double mean, DecompositionSolver equations) {}

    AccuracyClassifiers(List<double[][]> references) {
        rows = references.stream().flatMap(Arrays::stream).toArray(double[][]::new);
        first = new int[references.size() + 1];
        for (int i = 0; i < references.size(); i++) {
            first[i + 1] = first[i] + references.get(i).length;
        }
        products = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(rows[i], rows[j]);
                products[j][i] = products[i][j];
            }
        }
    }

    /**
     * How much each reference speaks for a suspect.
     *
     * @param suspect the suspect's blocks, like those of the references
     * @param cohort which references the classifiers are learned from
     * @return by reference of the cohort, the mean over the suspect's blocks of the votes of its blocks; the value of a class's
     *     classifier is the sum over its references, but for the class's share of all blocks
     */
    double[] votes(double[][] suspect, int[] cohort) {
        Learned from = learned.computeIfAbsent(Arrays.toString(cohort), k -> learn(cohort));
        double[] mean = new double[suspect[0].length];
        for (double[] block : suspect) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += block[j] / suspect.length;
            }
        }
        double[] likeness = Arrays.stream(from.members())
                .mapToDouble(row -> product(mean, rows[row]))
                .toArray();
        double own = Arrays.stream(likeness).average().orElse(0);
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] += from.mean() - own - from.means()[i];
        }
        double[] votes =
                from.equations().solve(new ArrayRealVector(likeness, false)).toArray();
        double[] byReference = new double[cohort.length];
        int at = 0;
        for (int c = 0; c < cohort.length; c++) {
            for (int block = first[cohort[c]]; block < first[cohort[c] + 1]; block++) {
                byReference[c] += votes[at++];
            }
        }
        return byReference;
    }

    private Learned learn(int[] cohort) {
        int[] members = Arrays.stream(cohort)
                .flatMap(c -> IntStream.range(first[c], first[c + 1]))
                .toArray();
        int n = members.length;
        double[][] system = new double[n][n];
        double[] means = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = products[members[i]][members[j]];
                means[i] += system[i][j] / n;
            }
            mean += means[i] / n;
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] += mean - means[i] - means[j];
            }
            trace += system[i][i];
        }
        for (int i = 0; i < n; i++) {
            system[i][i] += RIDGE * trace / n;
        }
        return new Learned(
                members,
                means,
                mean,
                new CholeskyDecomposition(new Array2DRowRealMatrix(system, false), 1e-9, 0).getSolver());
    }

    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
