package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.internal.Decimals;
import dev.pedigree.verdict.CalibrationPerformance;
import dev.pedigree.verdict.CalibrationPerformance.Case;
import dev.pedigree.verdict.CalibrationPerformance.Regime;
import java.util.Locale;

/** Plots of how a library's likelihood ratios do on models of known descent. The same library gives the same bytes. */
public final class CalibrationReport {
    /** The plots. */
    public enum Chart {
        /** The shares of students and of independent models whose ratio is at least so high. */
        TIPPETT,
        /** What the ratios say against what isotonic regression makes of them: whether they can be taken at their word. */
        CALIBRATION,
        /** Detection error trade-off: students missed against independent models accused, on normal deviates. */
        DET,
        /** The chance of finding a student, by number of answers. */
        POWER;

        /**
         * What a file with the plot is called.
         *
         * @return a name that ends in .svg
         */
        public String fileName() {
            return name().toLowerCase(Locale.ROOT) + ".svg";
        }
    }

    private final CalibrationPerformance performance;

    private CalibrationReport(CalibrationPerformance performance) {
        this.performance = requireNonNull(performance, "performance");
    }

    /**
     * The report of a performance.
     *
     * @param performance how a calibration does
     * @return its report
     */
    public static CalibrationReport of(CalibrationPerformance performance) {
        return new CalibrationReport(performance);
    }

    /**
     * A plot, with a panel for each kind of prompts.
     *
     * @param chart which
     * @return one self-contained drawing, SVG 1.1
     */
    public String svg(Chart chart) {
        return new CalibrationCharts(performance).write(chart);
    }

    /**
     * The cases behind the plots, for spreadsheets.
     *
     * @return a line for each known model and kind of prompts: prompts, model, family, whether it is a student, its log10 likelihood
     *     ratio by a scale learned without its family, its weight
     */
    public String tsv() {
        StringBuilder out = new StringBuilder("prompts\tmodel\tfamily\tstudent\tlog10_lr\tweight\n");
        for (Regime regime : performance.regimes()) {
            for (Case known : regime.cases()) {
                out.append(regime.knownPrompts() ? "known\t" : "other\t");
                out.append(Escapes.tsv(known.name())).append('\t');
                out.append(Escapes.tsv(known.family())).append('\t');
                out.append(known.trained() ? "yes\t" : "no\t");
                out.append(Decimals.text(known.log10LikelihoodRatio())).append('\t');
                out.append(Decimals.text(known.weight())).append('\n');
            }
        }
        return out.toString();
    }
}
