package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.Vendors;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapMatch;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page's sections that quote answers: who the suspect says it is, and what it shares with reference answers. */
final class HtmlSources {
    private static final int QUOTES = 10;
    private static final int LINES = 12;
    private static final int MATCHES = 8;

    private final Verdict verdict;
    private final Html html;

    HtmlSources(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
    }

    void write() {
        verdict.exhibits().identity().ifPresent(this::identity);
        verdict.exhibits().overlap().ifPresent(this::overlap);
    }

    private void identity(IdentityFinding finding) {
        html.section("identity", "Who it says it is");
        IdentityWords.silence(finding).ifPresent(sentence -> html.element("p", sentence));
        if (finding.claims() > 0 || !finding.rates().isEmpty()) {
            vendors(finding);
            IdentityWords.quotes(finding, QUOTES).forEach(this::quote);
            more(finding.quotes().size(), QUOTES, "quotation");
            rates(finding);
        }
        html.close();
    }

    private void vendors(IdentityFinding finding) {
        if (!finding.vendors().isEmpty()) {
            html.table("summary", "Vendor", "What was heard", "Likelihood ratio");
            for (IdentityFinding.VendorEvidence vendor : first(finding.vendors())) {
                html.open("tr").rowTitle(Vendors.name(vendor.vendor()));
                html.element("td", IdentityWords.heard(finding, vendor.vendor()));
                html.number(
                        vendor.log10LikelihoodRatio().map(ReportWords::ratio).orElse("–"));
                html.close();
            }
            html.close().close();
        }
        html.open("p").quote(finding.explanation(), Escapes.SENTENCE).close();
    }

    private void rates(IdentityFinding finding) {
        html.open("details").element("summary", "What was said how often, by what the prompt had said");
        html.open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Rates of identity claims");
        html.table("summary", "Vendor", "What", "Prompt", "Answers", "Other models", "p");
        for (IdentityFinding.Rate rate : finding.rates()) {
            html.open("tr").rowTitle(Vendors.name(rate.vendor()));
            html.element("td", IdentityWords.of(rate.signal()));
            html.element("td", IdentityWords.of(rate.stratum()));
            html.number(IdentityWords.share(rate));
            html.number(IdentityWords.baseRate(rate));
            html.number(rate.pValue().map(ReportWords::probability).orElse("–")).close();
        }
        html.close().close().close().close();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, StrictMath.min(LINES, all.size()));
    }

    private void quote(IdentityClaim claim) {
        html.open("blockquote").open("p");
        int at = claim.alias().isEmpty() ? -1 : claim.quote().indexOf(claim.alias());
        if (at < 0) {
            html.quote(claim.quote(), Escapes.QUOTE);
        } else {
            int end = at + claim.alias().length();
            html.quote(claim.quote().substring(0, at), Escapes.QUOTE);
            html.open("mark").quote(claim.alias(), Escapes.NAME).close();
            html.quote(claim.quote().substring(end), Escapes.QUOTE);
        }
        html.close().open("p", "class", "source");
        html.text(claim.sincere() ? "Sincere; " : "Not counted as sincere; ");
        html.text("prompt " + IdentityWords.of(claim.promptStratum()) + "; ");
        html.text(
                claim.channel() == IdentityClaim.Channel.ANSWER
                        ? "answer "
                        : ReportWords.id(claim.channel()) + " of answer ");
        html.name(claim.id()).close().close();
    }

    private void overlap(OverlapFinding finding) {
        html.section("overlap", "Shared text");
        if (finding.matches().isEmpty()) {
            html.element(
                    "p",
                    "None of " + ReportWords.count(finding.answers(), "answer")
                            + " shares a span with the reference answers, once the prompt's words and what unrelated models also"
                            + " write are taken away.");
            alike(finding);
            html.close();
            return;
        }
        String chance = finding.nullPairs() == 0
                ? ""
                : " p compares with unrelated models that answered the same prompts ("
                        + ReportWords.count(finding.nullPairs(), "pair") + ").";
        html.element(
                "p",
                "Spans that stand in reference answers too, once the prompt's words and what unrelated models also write are taken"
                        + " away."
                        + chance
                        + ReportWords.noOverlapNull(finding)
                                .map(sentence -> " " + sentence)
                                .orElse(""));
        alike(finding);
        html.table("summary", "Reference", "Answers", "Words", "p");
        for (OverlapFinding.Reference reference : finding.references()
                .subList(0, StrictMath.min(LINES, finding.references().size()))) {
            html.open("tr").rowTitle(reference.model());
            html.number(reference.sharedAnswers() + " of " + finding.answers());
            html.number(Long.toString(reference.words()));
            html.number(reference.pValue().map(ReportWords::probability).orElse("–"))
                    .close();
        }
        html.close().close();
        List<OverlapMatch> best = new ArrayList<>(finding.matches());
        best.sort(Comparator.comparingInt(OverlapMatch::rarity).thenComparing(m -> -m.words()));
        best.subList(0, StrictMath.min(MATCHES, best.size())).forEach(this::match);
        more(best.size(), MATCHES, "match");
        html.close();
    }

    private void alike(OverlapFinding finding) {
        ReportWords.alike(finding).forEach(sentence -> html.element("p", sentence));
    }

    private void match(OverlapMatch match) {
        html.open("div", "class", "pair");
        side("Suspect, answer ", match.suspectId(), match.quote(), match.referenceQuote());
        html.open("div")
                .open("p", "class", "source")
                .name(match.referenceModel())
                .text(", answer ");
        html.name(match.referenceId()).close();
        pieces(match.referenceQuote(), match.quote());
        html.close().close();
        html.open("p", "class", "source");
        html.text(ReportWords.id(match.kind()) + ", " + ReportWords.count(match.words(), "word") + ", in "
                + ReportWords.count(match.rarity(), "reference model") + ", p "
                + match.pValue().map(ReportWords::probability).orElse("unknown")
                + (match.samePrompt() ? ", same prompt" : ", another prompt"));
        html.close();
    }

    private void side(String title, String id, String text, String other) {
        html.open("div").open("p", "class", "source").text(title).name(id).close();
        pieces(text, other);
        html.close();
    }

    private void pieces(String text, String other) {
        html.open("blockquote").open("p");
        String shown = text.length() > Escapes.QUOTE ? text.substring(0, Escapes.QUOTE) : text;
        for (SharedWords.Piece piece : SharedWords.pieces(shown, other)) {
            if (piece.shared()) {
                html.open("mark").quote(piece.text(), Escapes.QUOTE).close();
            } else {
                html.quote(piece.text(), Escapes.QUOTE);
            }
        }
        html.text(shown.length() < text.length() ? "…" : "").close().close();
    }

    private void more(int all, int shown, String what) {
        if (all > shown) {
            html.element("p", "The JSON report has all " + all + " " + what + (what.endsWith("h") ? "es." : "s."));
        }
    }
}
