package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Controls;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page's sections on the candidates: forest plot, table, controls, channels. */
final class HtmlCandidates {
    private static final int PLOTTED = 10;
    private static final int LISTED = 400;
    private static final int COMPARED = 3;
    private static final Estimate NEUTRAL = new Estimate(0, 0, 0, 0.95);

    private final Verdict verdict;
    private final Html html;
    private final boolean calibrated;

    HtmlCandidates(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
        this.calibrated = ReportWords.isCalibrated(verdict);
    }

    void write() {
        if (verdict.candidates().isEmpty()) {
            return;
        }
        section("candidates", "Candidates");
        if (verdict.isTooLittleText()) {
            html.element("p", ReportWords.noScores(verdict));
            html.close();
            return;
        }
        List<CandidateFinding> plotted = plotted();
        if (plotted.isEmpty()) {
            html.element(
                    "p",
                    "No ratio stands behind any of them; the table ranks them by likeness alone, which is no evidence either way.");
        } else {
            html.open("p")
                    .text(
                            "How much more probable the findings are if the suspect was trained on a candidate's outputs than if"
                                    + " it was not: the likelihood ratio, at the right as a number, with its interval as a line. 1 says nothing"
                                    + " either way.");
            html.close().open("figure");
            ForestPlot.write(html, plotted, verdict.conclusion().candidates());
            html.element(
                    "figcaption",
                    "Likelihood ratio, on a logarithmic axis; shaded by the steps of the verbal scale, of which the first is support for"
                            + " the alternative. "
                            + (plotted.size() < verdict.candidates().size()
                                    ? "The best " + plotted.size() + " of "
                                            + verdict.candidates().size() + " candidates."
                                    : ""));
            html.close();
        }
        table();
        html.close();
        controls();
        channels();
    }

    private List<CandidateFinding> plotted() {
        List<CandidateFinding> plotted = new ArrayList<>();
        for (CandidateFinding candidate : verdict.candidates()) {
            boolean possible = candidate.log10LikelihoodRatio().isPresent()
                    && candidate.ruledOut().isEmpty();
            if (possible && plotted.size() < PLOTTED) {
                plotted.add(candidate);
            }
        }
        return plotted;
    }

    private void table() {
        List<CandidateFinding> all = verdict.candidates();
        html.open("details").open("summary");
        html.text("All " + ReportWords.count(all.size(), "candidate") + " as a table")
                .close();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "All candidates");
        html.open("table").open("thead").open("tr");
        List<String> figures = calibrated ? List.of("Ratio", "log10", "Interval of log10", "p") : List.of("Score");
        List.of("#", "Candidate", "Family").forEach(this::title);
        figures.forEach(this::title);
        title("Support");
        html.close().close().open("tbody");
        for (CandidateFinding candidate : all.subList(0, StrictMath.min(LISTED, all.size()))) {
            row(candidate);
        }
        html.close().close().close();
        if (all.size() > LISTED) {
            html.element("p", (all.size() - LISTED) + " more in the JSON report.");
        }
        html.close();
    }

    private void row(CandidateFinding candidate) {
        Optional<Estimate> ratio = candidate.log10LikelihoodRatio();
        html.open("tr");
        number(Integer.toString(candidate.rank()));
        html.open("th", "scope", "row").name(candidate.name()).close();
        html.open("td").name(candidate.family());
        if (!candidate.lab().isEmpty()) {
            html.text(", ").name(candidate.lab());
        }
        html.close();
        if (calibrated) {
            number(ratio.map(e -> ReportWords.ratio(e.value())).orElse("–"));
            number(ratio.map(e -> Decimals.fixed(e.value(), 2)).orElse("–"));
            number(ratio.map(ReportWords::range).orElse("–"));
            number(candidate.pValue().map(ReportWords::probability).orElse("–"));
        } else {
            number(Decimals.fixed(candidate.score(), 2));
        }
        html.open("td");
        if (candidate.ruledOut().isPresent()) {
            html.text("Ruled out: ").quote(candidate.ruledOut().get(), Escapes.SENTENCE);
        } else {
            html.text(ratio.map(e -> candidate.strength().words() + ReportWords.atBound(e))
                    .orElse("not calibrated"));
        }
        html.close().close();
    }

    private void controls() {
        if (verdict.exhibits().controls().isEmpty()) {
            return;
        }
        section("controls", "The suspect among known models");
        int number = 0;
        for (Controls controls : verdict.exhibits().controls()) {
            html.open("figure");
            html.open("p").text("Further right is more alike: the suspect and ").name(controls.candidate());
            html.text(", known students and their teachers, independent models and the candidate nearest to each.");
            html.text(calibrated ? "" : " No ratio stands behind this: where the suspect stands is no evidence.")
                    .close();
            ControlPlot.write(html, controls, verdict.suspect(), number++);
            html.open("figcaption").open("p", "class", "legend");
            key("key unrelated", "●", "independent models");
            key("key pupils", "■", "known students");
            key("key", "│", "the suspect;");
            html.text("ringed: the nearest of each kind").close();
            html.element("p", ControlPlot.sentence(controls));
            html.close().close();
        }
        html.close();
    }

    /** A sign and what it stands for, on one line. */
    private void key(String kind, String sign, String meaning) {
        html.open("span", "class", "meaning")
                .open("span", "class", kind)
                .text(sign)
                .close();
        html.text(" " + meaning).close().text(" ");
    }

    /** Whether the page has a table of the kinds of evidence. */
    static boolean compares(Verdict verdict) {
        return !verdict.isTooLittleText() && !compared(verdict).isEmpty();
    }

    private static List<CandidateFinding> compared(Verdict verdict) {
        return verdict.candidates().stream()
                .filter(c -> !c.channels().isEmpty() && c.ruledOut().isEmpty())
                .limit(COMPARED)
                .toList();
    }

    private void channels() {
        List<CandidateFinding> compared = compared(verdict);
        if (compared.isEmpty()) {
            return;
        }
        LinkedHashSet<String> names = new LinkedHashSet<>();
        compared.forEach(c -> ReportWords.channels(verdict, c).forEach(channel -> names.add(channel.channel())));
        boolean alone = compared.stream()
                .flatMap(c -> ReportWords.channels(verdict, c).stream())
                .anyMatch(c -> c.log10LikelihoodRatio().isPresent());
        section("channels", "Kinds of evidence, side by side");
        html.element(
                "p",
                alone
                        ? "Each kind alone, as likelihood ratio with its interval; a dash where it has no calibration. They are not"
                                + " independent, so they do not multiply to the verdict's ratio."
                        : "The score of each kind alone; higher is more alike. "
                                + (calibrated
                                        ? "Kinds are not calibrated one by one: only the verdict's ratio says what the scores are"
                                                + " worth together."
                                        : "No calibration says what scores are worth for answers like these."));
        html.open("table", "class", "channels").open("thead").open("tr");
        html.open("th", "scope", "col").text("Evidence").close();
        for (CandidateFinding candidate : compared) {
            html.open("th", "scope", "col").name(candidate.name()).close();
        }
        html.close().close().open("tbody");
        Axis axis = axis(compared);
        for (String name : names) {
            html.open("tr").open("th", "scope", "row").name(name).close();
            for (CandidateFinding candidate : compared) {
                Optional<ChannelFinding> finding = candidate.channels().stream()
                        .filter(c -> c.channel().equals(name))
                        .findFirst();
                if (alone) {
                    cell(finding, axis);
                } else {
                    number(finding.map(c -> Decimals.fixed(c.score(), 2)).orElse("–"));
                }
            }
            html.close();
        }
        html.close().close().close();
    }

    /** One axis for all cells, so that they can be compared. */
    private static Axis axis(List<CandidateFinding> compared) {
        double lowest = 0;
        double highest = 0;
        for (CandidateFinding candidate : compared) {
            for (ChannelFinding channel : candidate.channels()) {
                Estimate ratio = channel.log10LikelihoodRatio().orElse(NEUTRAL);
                lowest = StrictMath.min(lowest, ratio.low());
                highest = StrictMath.max(highest, ratio.high());
            }
        }
        return Axis.ofRatios(lowest, highest);
    }

    private void cell(Optional<ChannelFinding> finding, Axis axis) {
        Optional<Estimate> ratio = finding.flatMap(ChannelFinding::log10LikelihoodRatio);
        html.open("td", "class", "number");
        if (ratio.isEmpty()) {
            html.text("–").close();
            return;
        }
        html.element("b", ReportWords.ratio(ratio.get().value()));
        html.open("span", "class", "interval")
                .text(ReportWords.ratio(ratio.get().low()) + " to "
                        + ReportWords.ratio(ratio.get().high()))
                .close();
        html.open("svg", "class", "spark", "width", "100%", "height", "14", "aria-hidden", "true");
        axis.bands(html, 0, 14);
        html.line("zero", axis.at(0), 0, axis.at(0), 14);
        html.line("interval", axis.at(ratio.get().low()), 7, axis.at(ratio.get().high()), 7);
        html.empty("circle", "cx", Html.percent(axis.at(ratio.get().value())), "cy", "7", "r", "4");
        html.close().close();
    }

    private void section(String id, String title) {
        html.open("section", "id", id, "aria-labelledby", id + "-h");
        html.open("h2", "id", id + "-h").text(title).close();
    }

    private void title(String title) {
        html.open("th", "scope", "col").text(title).close();
    }

    private void number(String text) {
        html.open("td", "class", "number").text(text).close();
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
