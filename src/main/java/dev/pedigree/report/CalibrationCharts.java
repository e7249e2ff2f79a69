package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CalibrationPerformance;
import dev.pedigree.verdict.CalibrationPerformance.Regime;
import dev.pedigree.verdict.Power;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;

/** Draws the plots of a {@link CalibrationReport}: a panel for each kind of prompts, side by side. */
final class CalibrationCharts {
    private static final int WIDTH = 860;
    private static final double LEFT = 64;
    private static final double APART = 420;
    private static final String STUDENTS = "c0";
    private static final String INDEPENDENT = "c1";
    private static final String[] SHARES = {"c2", "c3", "c0", "c1"};
    private static final double[] RATES = {0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95};
    private static final double[] RATIOS = {0.01, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100};
    private static final DoubleUnaryOperator AS_IT_IS = v -> v;

    private final CalibrationPerformance performance;
    private final Html html = new Html();

    CalibrationCharts(CalibrationPerformance performance) {
        this.performance = performance;
    }

    String write(CalibrationReport.Chart chart) {
        List<String> notes = notes(chart);
        int top = Drawing.top(notes.size());
        int height = top + 62 + ChartPanel.SIZE + 50;
        Drawing.open(html, WIDTH, height, title(chart), notes, description(chart));
        key(chart, top + 6);
        double left = LEFT;
        for (Regime regime : performance.regimes()) {
            panel(chart, regime, left, top + 62);
            left += APART;
        }
        if (performance.regimes().isEmpty()) {
            Drawing.text(html, "note", LEFT, top + 80, "This library has no calibration.");
        }
        html.close();
        return html.toString();
    }

    private static String title(CalibrationReport.Chart chart) {
        return switch (chart) {
            case TIPPETT -> "Tippett plot";
            case CALIBRATION -> "Calibration plot";
            case DET -> "Detection error trade-off";
            case POWER -> "Power";
        };
    }

    private List<String> notes(CalibrationReport.Chart chart) {
        String source = "Library " + performance.library() + ", SHA-256 "
                + performance
                        .digest()
                        .substring(0, StrictMath.min(16, performance.digest().length()))
                + "…; every model judged by a scale learned without its family; bands: 95 %, over families.";
        return switch (chart) {
            case TIPPETT ->
                List.of(
                        "How many models have a likelihood ratio of at least x. A student below 1, or an independent model above 1, is misled.",
                        source);
            case CALIBRATION ->
                List.of(
                        "What a ratio says (across) and what it turned out to be worth (up, by isotonic regression, PAV). Dashed: perfect.",
                        "Worth beyond 1/20 and 20 is drawn at the edge.",
                        source);
            case DET ->
                List.of(
                        "Students missed against independent models accused, at every threshold, on axes of normal deviates.",
                        source);
            case POWER ->
                List.of(
                        "The chance that a student's teacher scores high enough to be named. A share below 100 %: the rest of the answers"
                                + " are no student's.",
                        "Library " + performance.library()
                                + "; intervals of 95 %, over families of students. Points stand apart so that"
                                + " they can be told apart.");
        };
    }

    private String description(CalibrationReport.Chart chart) {
        StringBuilder words = new StringBuilder(title(chart)).append(" of the library's calibration.");
        for (Regime regime : performance.regimes()) {
            words.append(' ')
                    .append(prompts(regime))
                    .append(": ")
                    .append(ReportWords.count(count(regime, true), "case"))
                    .append(" of students, ")
                    .append(ReportWords.count(count(regime, false), "case"))
                    .append(" of independent models.");
        }
        return words.append(" The cases can be had as a table.").toString();
    }

    private static long count(Regime regime, boolean trained) {
        return regime.cases().stream().filter(c -> c.trained() == trained).count();
    }

    private static String prompts(Regime regime) {
        return regime.knownPrompts() ? "Prompts that the library knows" : "Other prompts";
    }

    private void key(CalibrationReport.Chart chart, double y) {
        switch (chart) {
            case TIPPETT -> {
                Drawing.text(html, "key " + STUDENTS, LEFT, y, "students, with their teacher");
                Drawing.text(
                        html, "key " + INDEPENDENT, LEFT + 220, y, "independent models, with their best candidate");
            }
            case POWER -> {
                List<Double> shares = shares();
                for (int i = 0; i < shares.size(); i++) {
                    Drawing.text(
                            html,
                            "key " + SHARES[i % SHARES.length],
                            LEFT + 190.0 * i,
                            y,
                            ReportWords.percent(shares.get(i)) + " a student's answers");
                }
            }
            default -> {}
        }
    }

    private List<Double> shares() {
        TreeSet<Double> shares = new TreeSet<>();
        performance.regimes().forEach(r -> r.power().forEach(p -> shares.add(p.share())));
        return List.copyOf(shares);
    }

    private void panel(CalibrationReport.Chart chart, Regime regime, double left, double top) {
        switch (chart) {
            case TIPPETT -> tippett(regime, left, top);
            case CALIBRATION -> calibration(regime, left, top);
            case DET -> tradeoff(regime, left, top);
            case POWER -> power(regime, left, top);
        }
    }

    private void tippett(Regime regime, double left, double top) {
        double[] across = {regime.students().get(0).x(), last(regime)};
        ChartPanel panel = new ChartPanel(html, left, top, across, new double[] {0, 1});
        panel.frame(prompts(regime), "likelihood ratio", "share of models");
        ratios(across, panel::tickAcross);
        for (int tenths = 0; tenths <= 10; tenths += 2) {
            panel.tickUp(tenths / 10.0, tenths * 10 + " %");
        }
        panel.curve(STUDENTS, regime.students(), AS_IT_IS, AS_IT_IS);
        panel.curve(INDEPENDENT, regime.independent(), AS_IT_IS, AS_IT_IS);
        panel.upright(0);
    }

    private static double last(Regime regime) {
        return regime.students().get(regime.students().size() - 1).x();
    }

    private void calibration(Regime regime, double left, double top) {
        double[] axis = {-1.30103, 1.30103};
        ChartPanel panel = new ChartPanel(html, left, top, axis, axis);
        panel.frame(prompts(regime), "ratio as given", "ratio as it turned out");
        ratios(axis, panel::tickAcross);
        ratios(axis, panel::tickUp);
        panel.ideal(AS_IT_IS);
        panel.curve(STUDENTS, regime.calibration(), AS_IT_IS, share -> StrictMath.log10(share / (1 - share)));
    }

    private void tradeoff(Regime regime, double left, double top) {
        double[] axis = {deviate(0.01), deviate(0.99)};
        ChartPanel panel = new ChartPanel(html, left, top, axis, axis);
        panel.frame(prompts(regime), "independent models accused", "students missed");
        for (double rate : RATES) {
            panel.tickAcross(deviate(rate), rate == 0.05 ? "" : ReportWords.percent(rate));
            panel.tickUp(deviate(rate), ReportWords.percent(rate));
        }
        panel.ideal(AS_IT_IS);
        panel.curve(STUDENTS, regime.tradeoff(), CalibrationCharts::deviate, CalibrationCharts::deviate);
        Estimate equal = regime.equalError();
        panel.words(
                "note",
                axis[1] - 0.1,
                axis[1] - 0.3,
                "equal error " + ReportWords.percent(equal.value()) + " (" + ReportWords.percent(equal.low()) + " to "
                        + ReportWords.percent(equal.high()) + ")",
                "end");
    }

    private void power(Regime regime, double left, double top) {
        TreeSet<Integer> answers = new TreeSet<>();
        regime.power().forEach(p -> answers.add(p.answers()));
        List<Integer> stops = List.copyOf(answers);
        ChartPanel panel =
                new ChartPanel(html, left, top, new double[] {-0.5, stops.size() - 0.5}, new double[] {0, 1});
        panel.frame(prompts(regime), "answers compared", "chance of finding a student");
        for (int i = 0; i < stops.size(); i++) {
            panel.tickAcross(i, Integer.toString(stops.get(i)));
        }
        for (int tenths = 0; tenths <= 10; tenths += 2) {
            panel.tickUp(tenths / 10.0, tenths * 10 + " %");
        }
        List<Double> shares = shares();
        for (int i = 0; i < shares.size(); i++) {
            double share = shares.get(i);
            double aside = 0.14 * (i - (shares.size() - 1) / 2.0);
            String colour = SHARES[i % SHARES.length];
            List<Power.Point> points =
                    regime.power().stream().filter(p -> p.share() == share).toList();
            panel.line(
                    colour,
                    points.stream()
                            .mapToDouble(p -> stops.indexOf(p.answers()) + aside)
                            .toArray(),
                    points.stream().mapToDouble(Power.Point::probability).toArray());
            points.forEach(p -> panel.mark(colour, stops.indexOf(p.answers()) + aside, p.chance()));
        }
    }

    private interface Tick {
        void at(double value, String words);
    }

    private static void ratios(double[] axis, Tick tick) {
        for (double ratio : RATIOS) {
            double log10 = StrictMath.log10(ratio);
            if (log10 >= axis[0] && log10 <= axis[1]) {
                tick.at(log10, ratio < 1 ? "1/" + Decimals.text(1 / ratio) : Decimals.text(ratio));
            }
        }
    }

    /** The standard normal deviate below which a share lies; shares of 0 and 1 stand beyond any axis. */
    private static double deviate(double share) {
        return StrictMath.sqrt(2) * Erf.erfInv(2 * share - 1);
    }
}
