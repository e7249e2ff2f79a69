package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The page's table of what each kind of evidence says of the first candidates. */
final class HtmlChannels {
    private static final int COMPARED = 3;
    private static final Estimate NEUTRAL = new Estimate(0, 0, 0, 0.95);

    private final Html html;
    private final Verdict verdict;
    private final List<CandidateFinding> compared;

    private HtmlChannels(Html html, Verdict verdict) {
        this.html = html;
        this.verdict = verdict;
        this.compared = compared(verdict);
    }

    static void write(Html html, Verdict verdict) {
        if (compares(verdict)) {
            new HtmlChannels(html, verdict).write();
        }
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

    private void write() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        compared.forEach(c -> ReportWords.channels(verdict, c).forEach(channel -> names.add(channel.channel())));
        boolean alone = compared.stream()
                .flatMap(c -> ReportWords.channels(verdict, c).stream())
                .anyMatch(c -> c.log10LikelihoodRatio().isPresent());
        html.section("channels", "Kinds of evidence, side by side");
        html.element(
                "p",
                alone
                        ? "Each kind alone, as likelihood ratio with its interval; a dash where it does not apply or has no"
                                + " calibration. They are not independent, so they do not multiply to the verdict's ratio."
                        : "The score of each kind alone; higher is more alike. "
                                + (ReportWords.isCalibrated(verdict)
                                        ? "Kinds are not calibrated one by one: only the verdict's ratio says what the scores are"
                                                + " worth together."
                                        : "No calibration says what scores are worth for answers like these."));
        html.open("table", "class", "channels").open("thead").open("tr");
        html.columnTitle("Evidence");
        for (CandidateFinding candidate : compared) {
            html.open("th", "scope", "col").name(candidate.name()).close();
        }
        html.body();
        Axis axis = axis();
        for (String name : names) {
            html.open("tr").rowTitle(name);
            for (CandidateFinding candidate : compared) {
                Optional<ChannelFinding> finding = candidate.channel(name);
                if (alone) {
                    cell(finding, axis);
                } else {
                    html.number(finding.map(c -> Decimals.fixed(c.score(), 2)).orElse("–"));
                }
            }
            html.close();
        }
        html.close().close().close();
    }

    /** One axis for all cells, so that they can be compared. */
    private Axis axis() {
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
                .text(ReportWords.ratioRange(ratio.get()))
                .close();
        html.open("svg", "class", "spark", "width", "100%", "height", "14", "aria-hidden", "true");
        axis.bands(html, 0, 14);
        html.line("zero", axis.at(0), 0, axis.at(0), 14);
        html.line("interval", axis.at(ratio.get().low()), 7, axis.at(ratio.get().high()), 7);
        html.empty("circle", "cx", Html.percent(axis.at(ratio.get().value())), "cy", "7", "r", "4");
        html.close().close();
    }
}
