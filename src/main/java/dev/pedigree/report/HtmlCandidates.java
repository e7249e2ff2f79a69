package dev.pedigree.report;

import dev.pedigree.identity.Vendors;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Controls;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page's sections on the candidates: forest plot, table, controls. */
final class HtmlCandidates {
    private static final int PLOTTED = 10;
    private static final int LISTED = 400;

    private final Verdict verdict;
    private final Html html;
    private final List<CandidateFinding> possible;
    private final boolean calibrated;

    HtmlCandidates(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
        this.possible = verdict.candidates().stream()
                .filter(c -> c.ruledOut().isEmpty())
                .toList();
        this.calibrated = ReportWords.isCalibrated(verdict);
    }

    void write() {
        if (verdict.candidates().isEmpty()) {
            return;
        }
        html.section("candidates", "Candidates");
        if (verdict.isTooLittleText()) {
            html.element("p", ReportWords.noScores(verdict));
            html.close();
            return;
        }
        List<CandidateFinding> plotted = plotted();
        if (plotted.isEmpty()) {
            html.element(
                    "p",
                    possible.isEmpty()
                            ? "Every one of them is ruled out."
                            : "No ratio stands behind any of them; the table ranks them by likeness alone, which is no evidence either"
                                    + " way.");
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
                            + (plotted.size() < possible.size()
                                    ? "The best " + plotted.size() + " of " + possible.size() + " candidates."
                                    : ""));
            html.close();
        }
        table();
        ruledOut();
        html.close();
        controls();
        HtmlChannels.write(html, verdict);
    }

    private List<CandidateFinding> plotted() {
        return possible.stream()
                .filter(c -> c.log10LikelihoodRatio().isPresent())
                .limit(PLOTTED)
                .toList();
    }

    private void table() {
        html.open("details").open("summary");
        html.text("All " + ReportWords.count(verdict.candidates().size(), "candidate") + " as a table");
        html.close();
        if (possible.size() < verdict.candidates().size()) {
            html.open("p", "class", "paper");
            html.text("Those that are not ruled out; the others are named below.")
                    .close();
        }
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "All candidates");
        html.open("table").open("thead").open("tr");
        List<String> figures = calibrated ? List.of("Ratio", "log10", "Interval of log10", "p") : List.of("Score");
        List.of("#", "Candidate", "Family").forEach(html::columnTitle);
        figures.forEach(html::columnTitle);
        html.columnTitle("Support");
        html.body();
        verdict.candidates().stream().limit(LISTED).forEach(this::row);
        html.close().close().close();
        more(verdict.candidates().size());
        html.close();
    }

    private void more(int candidates) {
        if (candidates > LISTED) {
            html.element("p", (candidates - LISTED) + " more in the JSON report.");
        }
    }

    /** Who is ruled out, by the reason. On paper this stands for their rows in the table. */
    private void ruledOut() {
        Map<String, List<CandidateFinding>> byReason = new TreeMap<>();
        for (CandidateFinding candidate : verdict.candidates()) {
            candidate
                    .ruledOut()
                    .ifPresent(reason -> byReason.computeIfAbsent(reason, r -> new ArrayList<>())
                            .add(candidate));
        }
        if (byReason.isEmpty()) {
            return;
        }
        int all = verdict.candidates().size() - possible.size();
        html.open("details").open("summary");
        html.text("Of these, " + all + (all == 1 ? " is" : " are") + " ruled out, by reason");
        html.close().open("dl", "class", "ruled-out");
        int left = LISTED;
        for (Map.Entry<String, List<CandidateFinding>> entry : byReason.entrySet()) {
            List<CandidateFinding> listed = entry.getValue()
                    .subList(0, StrictMath.min(left, entry.getValue().size()));
            left -= listed.size();
            if (!listed.isEmpty()) {
                html.open("div").open("dt").quote(capital(entry.getKey()), Escapes.SENTENCE);
                html.close().open("dd");
                for (int i = 0; i < listed.size(); i++) {
                    html.text(i == 0 ? "" : ", ").name(listed.get(i).name());
                }
                html.close().close();
            }
        }
        html.close();
        more(all);
        html.close();
    }

    private void row(CandidateFinding candidate) {
        Optional<Estimate> ratio = candidate.log10LikelihoodRatio();
        html.open("tr", "class", candidate.ruledOut().isPresent() ? "out" : "in");
        html.number(Integer.toString(candidate.rank()));
        html.rowTitle(candidate.name());
        html.open("td").name(candidate.family());
        if (!candidate.lab().isEmpty()) {
            html.text(", ").name(Vendors.name(candidate.lab()));
        }
        html.close();
        if (calibrated) {
            html.number(ratio.map(e -> ReportWords.ratio(e.value())).orElse("–"));
            html.number(ratio.map(e -> Decimals.fixed(e.value(), 2)).orElse("–"));
            html.number(ratio.map(ReportWords::range).orElse("–"));
            html.number(candidate.pValue().map(ReportWords::probability).orElse("–"));
        } else {
            html.number(Decimals.fixed(candidate.score(), 2));
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
        html.section("controls", "The suspect among known models");
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

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
