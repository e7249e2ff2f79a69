package dev.pedigree.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Scores to likelihood ratios by class-balanced ridge logistic regression. With both classes weighted alike the log odds are the
 * logarithm of the likelihood ratio: Morrison, "Tutorial on logistic-regression calibration and fusion", Australian Journal of
 * Forensic Sciences 45 (2013), doi:10.1080/00450618.2012.733025.
 *
 * @param intercept natural-log intercept
 * @param weights natural-log weight of each score
 */
public record LogisticCalibration(double intercept, double[] weights) {
    private static final double LN10 = 2.302585092994046;
    private static final int ITERATIONS = 100;

    /** Copies the weights. */
    public LogisticCalibration {
        weights = weights.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Fits the regression by Newton's method.
     *
     * @param scores the scores of each case: [cases][scores]
     * @param related whether the first hypothesis is true of the case; both kinds must occur
     * @param caseWeights a positive weight for each case, for example one over the size of its family; rescaled so that both
     *     kinds weigh the same
     * @param ridge the penalty on standardised weights, relative to the total weight of the cases; at least 0
     * @return the calibration
     */
    public static LogisticCalibration fit(double[][] scores, boolean[] related, double[] caseWeights, double ridge) {
        int n = scores.length;
        if (n == 0 || related.length != n || caseWeights.length != n) {
            throw new IllegalArgumentException("need as many truths and weights as cases, and at least one");
        }
        int d = scores[0].length;
        double[] w = balanced(related, caseWeights);
        double[] mean = new double[d];
        double[] sd = new double[d];
        standardise(scores, w, mean, sd);
        double[][] x = new double[n][d + 1];
        for (int i = 0; i < n; i++) {
            x[i][0] = 1;
            for (int j = 0; j < d; j++) {
                x[i][j + 1] = (scores[i][j] - mean[j]) / sd[j];
            }
        }
        double[] beta = new double[d + 1];
        double largest = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS && !(largest < 1e-10); iteration++) {
            double[] step = step(x, related, w, beta, ridge);
            largest = 0;
            for (int j = 0; j <= d; j++) {
                beta[j] -= step[j];
                largest = Math.max(largest, Math.abs(step[j]));
            }
        }
        double intercept = beta[0];
        double[] weights = new double[d];
        for (int j = 0; j < d; j++) {
            weights[j] = beta[j + 1] / sd[j];
            intercept -= weights[j] * mean[j];
        }
        return new LogisticCalibration(intercept, weights);
    }

    /** One step of Newton's method for the coefficients {@code beta} of the rows {@code x}, whose first entries are 1. */
    private static double[] step(double[][] x, boolean[] related, double[] w, double[] beta, double ridge) {
        int d = beta.length - 1;
        double[] gradient = new double[d + 1];
        double[][] hessian = new double[d + 1][d + 1];
        for (int i = 0; i < x.length; i++) {
            double eta = beta[0];
            for (int j = 1; j <= d; j++) {
                eta += beta[j] * x[i][j];
            }
            double p = 1 / (1 + StrictMath.exp(-Math.max(-30, Math.min(30, eta))));
            double residual = w[i] * (p - (related[i] ? 1 : 0));
            double curvature = w[i] * p * (1 - p);
            for (int j = 0; j <= d; j++) {
                gradient[j] += residual * x[i][j];
                for (int k = j; k <= d; k++) {
                    hessian[j][k] += curvature * x[i][j] * x[i][k];
                }
            }
        }
        for (int j = 0; j <= d; j++) {
            for (int k = 0; k < j; k++) {
                hessian[j][k] = hessian[k][j]; // summed by itself it would differ in the last bits
            }
        }
        hessian[0][0] += 1e-9;
        for (int j = 1; j <= d; j++) {
            gradient[j] += ridge * beta[j];
            hessian[j][j] += ridge + 1e-9;
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-9, 1e-15)
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    /**
     * The likelihood ratio of a case.
     *
     * @param scores its scores, as many as there are weights
     * @return the decimal logarithm of the ratio; unbounded
     */
    public double log10LikelihoodRatio(double... scores) {
        if (scores.length != weights.length) {
            throw new IllegalArgumentException("need " + weights.length + " scores, got " + scores.length);
        }
        double eta = intercept;
        for (int j = 0; j < scores.length; j++) {
            eta += weights[j] * scores[j];
        }
        return eta / LN10;
    }

    /** Weights that sum to one half for each kind. */
    private static double[] balanced(boolean[] related, double[] caseWeights) {
        double[] total = new double[2];
        for (int i = 0; i < related.length; i++) {
            total[related[i] ? 1 : 0] += caseWeights[i];
        }
        if (!(total[0] > 0 && total[1] > 0)) {
            throw new IllegalArgumentException("need cases of both kinds to calibrate on");
        }
        double[] w = new double[related.length];
        for (int i = 0; i < related.length; i++) {
            w[i] = 0.5 * caseWeights[i] / total[related[i] ? 1 : 0];
        }
        return w;
    }

    private static void standardise(double[][] scores, double[] w, double[] mean, double[] sd) {
        for (int j = 0; j < mean.length; j++) {
            for (int i = 0; i < scores.length; i++) {
                mean[j] += w[i] * scores[i][j];
            }
            for (int i = 0; i < scores.length; i++) {
                double difference = scores[i][j] - mean[j];
                sd[j] += w[i] * difference * difference;
            }
            sd[j] = Math.sqrt(sd[j]) + 1e-12;
        }
    }
}
