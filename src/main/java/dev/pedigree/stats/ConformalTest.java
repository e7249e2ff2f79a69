package dev.pedigree.stats;

import java.util.Arrays;

/**
 * How unusual a score is among scores of controls, without a model of either: Vovk, Gammerman and Shafer, "Algorithmic Learning in a
 * Random World", 2005, doi:10.1007/b106715. Exact whenever the case is exchangeable with the controls.
 *
 * <p>Controls that are relatives of one another must be one control: pass the highest score of each independent family.
 */
public final class ConformalTest {
    private final double[] controls; // ascending

    private ConformalTest(double[] controls) {
        this.controls = controls;
    }

    /**
     * A test against controls.
     *
     * @param controlScores one score for each independent control; may be empty, every p-value is 1 then
     * @return the test
     */
    public static ConformalTest against(double[] controlScores) {
        double[] sorted = controlScores.clone();
        Arrays.sort(sorted);
        return new ConformalTest(sorted);
    }

    /**
     * The share of cases as extreme as this one, the case itself among them: (1 + k) / (1 + n) where k of n controls score at least
     * as high.
     *
     * @param score the case's score
     * @return the p-value, in [{@link #smallestPValue()}, 1]
     */
    public double pValue(double score) {
        int below = 0;
        while (below < controls.length && controls[below] < score) {
            below++;
        }
        return (1.0 + controls.length - below) / (1.0 + controls.length);
    }

    /**
     * The smallest p-value that so many controls can give.
     *
     * @return 1 / (1 + n)
     */
    public double smallestPValue() {
        return 1.0 / (1.0 + controls.length);
    }

    /**
     * The number of independent controls.
     *
     * @return at least 0
     */
    public int controls() {
        return controls.length;
    }
}
