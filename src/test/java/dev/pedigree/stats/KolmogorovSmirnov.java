package dev.pedigree.stats;

import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** Whether p-values are what they should be where the null hypothesis holds. */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /** The p-value of the hypothesis that numbers are uniform on [0, 1]. */
    public static double uniform(double[] values) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), values);
    }
}
