package dev.pedigree.report;

import com.google.common.hash.Hashing;
import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Exhibits;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The page: the verdict first, then what it stands on, then what it does not say, then how to get it again. */
final class HtmlReport {
    private final Verdict verdict;
    private final String command;
    private final Optional<Neighbourhood> neighbourhood; // shown where the text is enough
    private final Optional<URI> site;
    private final Html html = new Html();

    HtmlReport(Verdict verdict, String command, Optional<Neighbourhood> neighbourhood, Optional<URI> site) {
        this.verdict = verdict;
        this.command = command;
        this.site = site;
        this.neighbourhood = neighbourhood.filter(n -> !verdict.isTooLittleText());
    }

    String write() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.open("a", "class", "skip", "href", "#verdict")
                .text("To the verdict")
                .close();
        header();
        html.open("main");
        verdict();
        contents();
        new HtmlCandidates(verdict, html).write();
        neighbourhood.ifPresent(nearest -> HtmlNeighbours.write(html, nearest));
        new HtmlConfounds(verdict, html).write();
        new HtmlSources(verdict, html).write();
        new HtmlExact(verdict, html).write();
        verdict.exhibits().shares().ifPresent(shares -> SharesSection.html(html, verdict, shares));
        new HtmlExhibits(verdict, html).write();
        new HtmlCaveats(verdict, html).write();
        provenance();
        html.close();
        html.open("footer");
        html.element("p", "Pedigree weighs the evidence that answers hold. It gives evidence, never proof.");
        html.close().close().close();
        return "<!DOCTYPE html>\n" + html;
    }

    private void head() {
        String css = resource("report.css");
        String hash = Base64.getEncoder()
                .encodeToString(
                        Hashing.sha256().hashString(css, StandardCharsets.UTF_8).asBytes());
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "Lineage audit of " + Visible.line(verdict.suspect(), Escapes.NAME));
        html.style(css);
        html.close();
    }

    private void header() {
        html.open("header")
                .open("p", "class", "kicker")
                .text("Pedigree lineage audit of the model called")
                .close();
        html.open("h1").name(verdict.suspect()).close();
        ReadSummary input = verdict.input();
        html.open("p", "class", "read");
        html.text(ReportWords.read(verdict));
        if (!verdict.input().formats().contains(ReportWords.FINGERPRINT)) {
            html.text(
                    input.withPrompt() == input.responses()
                            ? ", all with prompt"
                            : ", " + input.withPrompt() + " with prompt");
        }
        html.text(input.withReasoning() > 0 ? ", " + input.withReasoning() + " with reasoning" : "");
        html.text(
                input.duplicates() > 0 ? "; " + ReportWords.count(input.duplicates(), "duplicate") + " left out" : "");
        html.text(input.cut() > 0 ? "; " + input.cut() + " cut at a control token" : "");
        html.text(input.skipped() > 0 ? "; " + ReportWords.count(input.skipped(), "record") + " skipped" : "");
        html.text(".").close().close();
    }

    private void verdict() {
        Conclusion conclusion = verdict.conclusion();
        boolean abstains = conclusion.kind() == Conclusion.Kind.ABSTAINS;
        html.open("section", "id", "verdict", "aria-labelledby", "verdict-h", "tabindex", "-1");
        html.open("h2", "id", "verdict-h", "class", "strength");
        Optional<String> without = VerdictWords.withoutRatio(conclusion);
        html.text(HtmlCandidates.capital(without.orElse(conclusion.strength().words())));
        html.close();
        html.open("p", "class", "statement")
                .quote(conclusion.statement(), Escapes.SENTENCE)
                .close();
        named();
        VerdictWords.ratio(verdict).ifPresent(this::ratio);
        html.open("p", "class", "limit").text(VerdictWords.limit(conclusion)).close();
        if (without.isEmpty()) {
            scale(conclusion.strength(), VerdictWords.saysWhatTheRatioSays(verdict));
        }
        if (!conclusion.reasons().isEmpty()) {
            html.element("h3", abstains ? "Why there is no answer" : "Behind this verdict");
            html.open("ul");
            ReportWords.reasons(conclusion)
                    .forEach(r -> html.open("li").quote(r, Escapes.SENTENCE).close());
            html.close();
        }
        List<String> beside = ReportWords.beside(verdict);
        if (!beside.isEmpty()) {
            html.element("h3", "Found beside this verdict, no part of its ratio");
            html.open("ul");
            beside.forEach(line -> html.open("li").quote(line, Escapes.SENTENCE).close());
            html.close();
        }
        html.close();
    }

    private void ratio(VerdictWords.RatioSentence sentence) {
        html.open("p").text(sentence.before()).element("b", sentence.figure()).text(sentence.between());
        html.name(sentence.candidate()).text(sentence.after()).close();
    }

    private void named() {
        NamedSet named = NamedSet.of(verdict);
        if (named.groups().isEmpty()) {
            return;
        }
        html.element("p", named.title()).open("ul", "class", "named-set");
        for (NamedSet.Group group : named.groups()) {
            html.open("li");
            if (!group.lab().isEmpty()) {
                html.name(group.lab()).text(": ");
            }
            for (int i = 0; i < group.names().size(); i++) {
                html.text(i == 0 ? "" : ", ")
                        .open("b")
                        .name(group.names().get(i))
                        .close();
            }
            html.close();
        }
        html.close();
    }

    /** Links to the sections that this page has. */
    private void contents() {
        html.open("nav", "aria-label", "Sections").open("ul");
        for (Map.Entry<String, String> section : sections().entrySet()) {
            html.open("li").open("a", "href", "#" + section.getKey());
            html.text(section.getValue()).close().close();
        }
        html.close().close();
    }

    private Map<String, String> sections() {
        Exhibits exhibits = verdict.exhibits();
        Map<String, String> sections = new LinkedHashMap<>();
        put(sections, !verdict.candidates().isEmpty(), "candidates", "Candidates");
        boolean enough = !verdict.isTooLittleText();
        put(
                sections,
                enough
                        && !verdict.candidates().isEmpty()
                        && !exhibits.controls().isEmpty(),
                "controls",
                "Among known models");
        put(sections, HtmlChannels.compares(verdict), "channels", "Kinds of evidence");
        put(sections, neighbourhood.isPresent(), "neighbours", "Nearest models");
        put(sections, enough && !exhibits.confounds().isEmpty(), "confounds", "Fit to the calibration");
        put(sections, exhibits.identity().isPresent(), "identity", "Who it says it is");
        put(sections, exhibits.overlap().isPresent(), "overlap", "Shared text");
        put(sections, !exhibits.exact().isEmpty(), "exact", "Exact tests");
        put(sections, exhibits.shares().isPresent(), "shares", "Shares");
        put(sections, enough && !exhibits.receipts().isEmpty(), "receipts", "Habits");
        put(sections, exhibits.power().isPresent(), "power", "What could be seen");
        put(
                sections,
                verdict.caveats().stream().anyMatch(c -> c.kind() == Caveat.Kind.ALTERNATIVE_EXPLANATION),
                "others",
                "Other explanations");
        put(
                sections,
                verdict.caveats().stream().anyMatch(c -> c.kind() != Caveat.Kind.ALTERNATIVE_EXPLANATION),
                "caveats",
                "Caveats");
        put(sections, true, "again", "Get it again");
        return sections;
    }

    private static void put(Map<String, String> sections, boolean present, String id, String title) {
        if (present) {
            sections.put(id, title);
        }
    }

    private void scale(Strength reached, boolean ranges) {
        html.open("ol", "class", "scale", "aria-label", "Verbal scale, weakest first");
        for (Strength step : Strength.values()) {
            if (step == reached) {
                html.open("li", "class", "s" + step.ordinal() + " here", "aria-current", "true");
            } else {
                html.open("li", "class", "s" + step.ordinal());
            }
            html.open("span", "class", "step").text(ReportWords.step(step)).close();
            if (ranges) {
                html.open("span", "class", "range")
                        .text(ReportWords.range(step))
                        .close();
            }
            html.close();
        }
        html.close();
    }

    private void provenance() {
        Provenance provenance = verdict.provenance();
        html.section("again", "To get this report again");
        if (!command.isEmpty()) {
            html.open("pre", "tabindex", "0", "role", "region", "aria-label", "Command")
                    .open("code");
            html.quote(command, 4000).close().close();
        }
        html.open("dl", "class", "facts");
        fact("Pedigree", provenance.version());
        fact("Suspect, SHA-256", provenance.suspectDigest().isEmpty() ? "not from a file" : provenance.suspectDigest());
        fact("Library", provenance.libraryName());
        fact("Library, SHA-256", provenance.libraryDigest());
        fact("Schemes", String.join(", ", provenance.schemes()));
        fact("Seed", Long.toString(provenance.seed()));
        html.close();
        html.element("p", "The same input, library, version and seed give this page again, byte for byte.");
        instrument();
        html.close();
    }

    private void instrument() {
        html.open("h3", "id", "instrument").text("How good the instrument is").close();
        html.open("p")
                .text("How often it errs on models whose descent is known, with whole families left out: the page ");
        if (site.isPresent()) {
            String folder = site.get().toString().replaceFirst("/*$", "/");
            html.open("a", "href", folder + "accuracy.html", "rel", "noreferrer");
            html.text("Accuracy").close().text(" of Pedigree's documentation");
        } else {
            html.element("q", "Accuracy");
            html.text(" of Pedigree's documentation (accuracy.html on its site, src/site/markdown/accuracy.md among its"
                    + " sources)");
        }
        html.text(
                ", with the Tippett, calibration, error trade-off and power plots of the library that ships with it. This draws the"
                        + " plots of the library that was used here:");
        html.close().open("pre", "tabindex", "0", "role", "region", "aria-label", "Command for the plots");
        html.open("code").text("pedigree library charts ");
        String library = verdict.provenance().libraryName();
        html.text(library.equals("default") ? "" : "LIBRARY ");
        html.text("--out charts").close().close();
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).open("dd").name(value).close().close();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
