package dev.pedigree.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Points whose distances are as near as may be to given ones. Each axis points to where the point farthest along it is, so equal
 * distances give equal points.
 */
public final class MultidimensionalScaling {
    private static final double ENOUGH = 1e-7;

    private MultidimensionalScaling() {}

    /**
     * Principal coordinates: W. S. Torgerson, "Multidimensional scaling: I. Theory and method", Psychometrika 17 (1952),
     * doi:10.1007/BF02288916; J. C. Gower, "Some distance properties of latent root and vector methods used in multivariate analysis",
     * Biometrika 53 (1966), doi:10.1093/biomet/53.3-4.325. Exact, but for rotation, where points with these distances exist.
     *
     * @param distances a symmetric matrix of distances
     * @param dimensions how many axes are wanted; those beyond what the distances span are zero
     * @return [points][axes], centred, the widest axis first
     */
    public static double[][] classical(double[][] distances, int dimensions) {
        int n = distances.length;
        double[] rowMeans = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rowMeans[i] += distances[i][j] * distances[i][j] / n;
            }
            mean += rowMeans[i] / n;
        }
        double[][] products = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = -(distances[i][j] * distances[i][j] - rowMeans[i] - rowMeans[j] + mean) / 2;
                products[j][i] = products[i][j];
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
        double[][] points = new double[n][dimensions];
        for (int k = 0; k < Math.min(dimensions, n); k++) {
            double root = Math.sqrt(Math.max(0, eigen.getRealEigenvalue(k)));
            for (int i = 0; i < n; i++) {
                points[i][k] = root * eigen.getEigenvector(k).getEntry(i);
            }
        }
        return signed(points);
    }

    /**
     * Moves points until their distances fit no better: stress majorisation, J. de Leeuw, "Applications of convex analysis to
     * multidimensional scaling", in Recent Developments in Statistics, 1977; I. Borg and P. Groenen, "Modern Multidimensional Scaling",
     * 2005, chapter 8, doi:10.1007/0-387-28981-X. No step makes the fit worse.
     *
     * @param distances a symmetric matrix of distances
     * @param start where the points start: [points][axes]
     * @param steps how many steps are taken at most
     * @return new points, centred
     */
    public static double[][] majorised(double[][] distances, double[][] start, int steps) {
        double[][] points = centred(start);
        double stress = stress(distances, points);
        for (int step = 0; step < steps; step++) {
            double[][] moved = guttman(distances, points);
            double less = stress(distances, moved);
            points = moved;
            if (!(stress - less > ENOUGH * stress)) {
                break;
            }
            stress = less;
        }
        return points;
    }

    /**
     * How badly points fit distances: Kruskal's stress-1, "Multidimensional scaling by optimizing goodness of fit to a nonmetric
     * hypothesis", Psychometrika 29 (1964), doi:10.1007/BF02289565.
     *
     * @param distances a symmetric matrix of distances
     * @param points [points][axes]
     * @return the root of the squared misfit over the squared distances; 0 where all fit
     */
    public static double stress(double[][] distances, double[][] points) {
        double misfit = 0;
        double total = 0;
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                double apart = distance(points[i], points[j]);
                misfit += (distances[i][j] - apart) * (distances[i][j] - apart);
                total += distances[i][j] * distances[i][j];
            }
        }
        return total == 0 ? 0 : Math.sqrt(misfit / total);
    }

    /**
     * Turns and mirrors points in the plane so that they come as near as may be to others: P. H. Schönemann, "A generalized solution
     * of the orthogonal Procrustes problem", Psychometrika 31 (1966), doi:10.1007/BF02289451.
     *
     * @param points [points][2]
     * @param target as many others
     * @return the points, moved to the centre of the target, turned and mirrored
     */
    public static double[][] aligned(double[][] points, double[][] target) {
        double[][] x = centred(points);
        double[][] y = centred(target);
        double dot = 0;
        double cross = 0;
        double mirroredDot = 0;
        double mirroredCross = 0;
        for (int i = 0; i < x.length; i++) {
            dot += x[i][0] * y[i][0] + x[i][1] * y[i][1];
            cross += x[i][0] * y[i][1] - x[i][1] * y[i][0];
            mirroredDot += x[i][0] * y[i][0] - x[i][1] * y[i][1];
            mirroredCross += x[i][0] * y[i][1] + x[i][1] * y[i][0];
        }
        boolean mirror = mirroredDot * mirroredDot + mirroredCross * mirroredCross > dot * dot + cross * cross;
        double c = mirror ? mirroredDot : dot;
        double s = mirror ? mirroredCross : cross;
        double norm = Math.sqrt(c * c + s * s);
        c = norm == 0 ? 1 : c / norm;
        s = norm == 0 ? 0 : s / norm;
        double[][] turned = new double[x.length][2];
        for (int i = 0; i < x.length; i++) {
            double second = mirror ? -x[i][1] : x[i][1];
            turned[i][0] = c * x[i][0] - s * second + target[i][0] - y[i][0];
            turned[i][1] = s * x[i][0] + c * second + target[i][1] - y[i][1];
        }
        return turned;
    }

    /** The Guttman transform with unit weights: each point goes to where the others, each at its distance, would have it on average. */
    private static double[][] guttman(double[][] distances, double[][] points) {
        int n = points.length;
        double[][] moved = new double[n][points[0].length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double apart = distance(points[i], points[j]);
                double pull = apart == 0 ? 0 : distances[i][j] / apart / n;
                for (int k = 0; k < moved[i].length; k++) {
                    double step = pull * (points[i][k] - points[j][k]);
                    moved[i][k] += step;
                    moved[j][k] -= step;
                }
            }
        }
        return moved;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    private static double[][] centred(double[][] points) {
        double[][] centred = new double[points.length][points[0].length];
        for (int k = 0; k < points[0].length; k++) {
            double mean = 0;
            for (double[] point : points) {
                mean += point[k] / points.length;
            }
            for (int i = 0; i < points.length; i++) {
                centred[i][k] = points[i][k] - mean;
            }
        }
        return centred;
    }

    private static double[][] signed(double[][] points) {
        for (int k = 0; k < points[0].length; k++) {
            double farthest = 0;
            for (double[] point : points) {
                farthest = Math.abs(point[k]) > Math.abs(farthest) ? point[k] : farthest;
            }
            for (double[] point : points) {
                point[k] = farthest < 0 ? -point[k] : point[k];
            }
        }
        return points;
    }
}
