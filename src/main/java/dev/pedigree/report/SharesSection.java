package dev.pedigree.report;

import dev.pedigree.compare.Shares;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shares of resemblance in every form, and what they mean, in the same words everywhere. */
final class SharesSection {
    static final String TITLE = "Shares of resemblance";
    static final String MEANING =
            "If the answers were a mixture of whole answers of known models, so many would be each candidate's: shares of resemblance,"
                    + " not shares of training data. By themselves they name nobody. Answers of a model that is no candidate, a student's too,"
                    + " are divided among the candidates in the same way, so the share of no candidate is a lower bound. A model blends what"
                    + " it learned from several teachers within every answer; how far these shares follow those of its training data was"
                    + " never measured.";

    private static final String NOBODY = "no candidate, at least";
    private static final double WORTH_SHOWING = 0.03;
    private static final double MAY_BE_MORE = 0.15;

    private SharesSection() {}

    /** The candidates whose share may not be next to nothing. */
    private static List<Shares.Share> shown(Shares shares) {
        return shares.candidates().stream()
                .filter(s -> s.share().value() >= WORTH_SHOWING || s.share().high() >= MAY_BE_MORE)
                .toList();
    }

    private static String level(Shares shares) {
        return ReportWords.percent(shares.residual().orElseThrow().level()) + " interval";
    }

    private static String unknown(Shares shares) {
        return shares.unknown().isEmpty()
                ? ""
                : "Candidates whose single answers were never learned; what is theirs is in the share of no candidate: "
                        + String.join(", ", shares.unknown()) + ".";
    }

    static void json(JsonText json, Shares shares) throws IOException {
        json.open("shares");
        json.field("answers", shares.answers());
        json.openArray("candidates");
        for (Shares.Share share : shares.candidates()) {
            json.open();
            json.field("family", share.family());
            json.estimate("share", Optional.of(share.share()));
            json.close();
        }
        json.closeArray();
        json.estimate("residual", shares.residual());
        json.field("unknown", shares.unknown());
        json.field("reason", shares.reason());
        json.field("meaning", MEANING);
        json.close();
    }

    static Shares read(ReportJson shares) throws ReportFormatException {
        return new Shares(
                shares.get("answers").count(),
                shares.get("candidates")
                        .list(s -> new Shares.Share(
                                s.get("family").text(), s.get("share").estimate())),
                shares.get("residual").maybe(ReportJson::estimate),
                shares.get("unknown").list(ReportJson::text),
                shares.get("reason").text());
    }

    /**
     * That single answers read most like a family that the verdict does not name, where they clearly do; nothing where the verdict names
     * nobody, as the shares name nobody either.
     */
    private static Optional<String> disagreement(Shares shares, Verdict verdict) {
        Set<String> named = verdict.candidates().stream()
                .filter(c -> verdict.conclusion().candidates().contains(c.name()))
                .map(CandidateFinding::family)
                .collect(Collectors.toCollection(TreeSet::new));
        OptionalDouble most = shares.candidates().stream()
                .filter(s -> named.contains(s.family()))
                .mapToDouble(s -> s.share().high())
                .max();
        return shares.candidates().stream()
                .filter(s -> most.isPresent() && s.share().low() > most.getAsDouble())
                .findFirst()
                .map(
                        s -> "These shares do not bear the verdict out: single answers read most like "
                                + Visible.line(s.family(), Escapes.NAME)
                                + ", which the verdict does not name. The verdict does not rest on them; quote neither without the other.");
    }

    static void text(TextPage page, Verdict verdict, Shares shares) {
        page.heading(TITLE);
        if (shares.residual().isEmpty()) {
            page.prose(shares.reason(), "  ", "  ");
            return;
        }
        TextTable table = new TextTable(List.of("reads like", ">share", ">" + level(shares)));
        for (Shares.Share share : shown(shares)) {
            table.add(row(Visible.line(share.family(), Escapes.NAME), share.share()));
        }
        table.add(row(NOBODY, shares.residual().get()));
        page.table(table);
        disagreement(shares, verdict).ifPresent(sentence -> page.prose(sentence, "  ", "  "));
        page.prose(MEANING, "  ", "  ");
        if (!shares.unknown().isEmpty()) {
            page.prose(unknown(shares), "  ", "  ");
        }
    }

    private static List<String> row(String name, Estimate share) {
        return List.of(name, ReportWords.percent(share.value()), range(share));
    }

    private static String range(Estimate share) {
        return ReportWords.percent(share.low()) + " to " + ReportWords.percent(share.high());
    }

    static void markdown(StringBuilder out, Verdict verdict, Shares shares) {
        out.append("\n### ").append(TITLE).append("\n\n");
        if (shares.residual().isEmpty()) {
            out.append(Escapes.markdown(shares.reason(), Escapes.SENTENCE)).append('\n');
            return;
        }
        out.append("| reads like | share | ").append(level(shares)).append(" |\n| :-- | --: | --: |\n");
        for (Shares.Share share : shown(shares)) {
            markdown(out, Escapes.code(share.family(), Escapes.NAME), share.share());
        }
        markdown(out, NOBODY, shares.residual().get());
        disagreement(shares, verdict)
                .ifPresent(sentence -> out.append('\n')
                        .append(Escapes.markdown(sentence, Escapes.SENTENCE))
                        .append('\n'));
        out.append('\n').append(MEANING).append('\n');
        if (!shares.unknown().isEmpty()) {
            out.append('\n')
                    .append(Escapes.markdown(unknown(shares), Escapes.SENTENCE))
                    .append('\n');
        }
    }

    private static void markdown(StringBuilder out, String name, Estimate share) {
        out.append("| ").append(name).append(" | ").append(ReportWords.percent(share.value()));
        out.append(" | ").append(range(share)).append(" |\n");
    }

    static void html(Html html, Verdict verdict, Shares shares) {
        html.section("shares", TITLE);
        if (shares.residual().isEmpty()) {
            html.open("p").quote(shares.reason(), Escapes.SENTENCE).close().close();
            return;
        }
        disagreement(shares, verdict)
                .ifPresent(sentence ->
                        html.open("p").quote(sentence, Escapes.SENTENCE).close());
        html.element("p", MEANING);
        html.table(
                "receipts",
                "Reads like",
                "Share of " + ReportWords.count(shares.answers(), "answer") + ", " + level(shares));
        for (Shares.Share share : shown(shares)) {
            html.open("tr").rowTitle(share.family());
            bar(html, share.share(), "suspect");
            html.close();
        }
        html.open("tr").open("th", "scope", "row").text(NOBODY).close();
        bar(html, shares.residual().get(), "share");
        html.close().close().close();
        if (!shares.unknown().isEmpty()) {
            html.open("p").quote(unknown(shares), Escapes.SENTENCE).close();
        }
        html.close();
    }

    private static void bar(Html html, Estimate share, String whose) {
        html.open("td", "class", "number").text(ReportWords.percent(share.value()) + " (" + range(share) + ")");
        html.open("svg", "class", "bar", "width", "100%", "height", "10", "aria-hidden", "true");
        html.empty("rect", "class", "room", "width", "100%", "height", "6", "y", "2");
        html.empty("rect", "class", whose, "width", Html.percent(share.value() * 100), "height", "6", "y", "2");
        html.line("interval", share.low() * 100, 5, share.high() * 100, 5);
        html.line("interval", share.low() * 100, 1, share.low() * 100, 9);
        html.line("interval", share.high() * 100, 1, share.high() * 100, 9);
        html.close().close();
    }
}
