package dev.pedigree.report;

import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Static Analysis Results Interchange Format 2.1.0: one result for each candidate that the verdict names, or one that says why there
 * is none.
 */
final class SarifReport {
    private static final String RULE = "lineage";
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private final Verdict verdict;

    SarifReport(Verdict verdict) {
        this.verdict = verdict;
    }

    String write() {
        return JsonText.write(this::log);
    }

    private void log(JsonText json) throws IOException {
        json.open();
        json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.field("version", "2.1.0");
        json.openArray("runs");
        json.open();
        tool(json);
        json.field("columnKind", "utf16CodeUnits");
        json.openArray("results");
        List<CandidateFinding> named = verdict.candidates().stream()
                .filter(c -> verdict.conclusion().candidates().contains(c.name()))
                .toList();
        for (CandidateFinding candidate : named) {
            result(json, "fail", level(candidate), Optional.of(candidate));
        }
        if (named.isEmpty()) {
            boolean abstains = verdict.conclusion().kind() == Conclusion.Kind.ABSTAINS;
            result(json, abstains ? "open" : "pass", "none", Optional.empty());
        }
        json.closeArray();
        json.close();
        json.closeArray();
        json.close();
    }

    private void tool(JsonText json) throws IOException {
        json.open("tool");
        json.open("driver");
        json.field("name", "Pedigree");
        json.field("version", verdict.provenance().version());
        json.openArray("rules");
        json.open();
        json.field("id", RULE);
        json.field("name", "TrainedOnAnotherModelsOutputs");
        message(json, "shortDescription", "The model's answers support training on another model's outputs.");
        message(json, "help", VerdictWords.limit(verdict.conclusion()));
        json.close();
        json.closeArray();
        json.close();
        json.close();
    }

    private void result(JsonText json, String kind, String level, Optional<CandidateFinding> candidate)
            throws IOException {
        json.open();
        json.field("ruleId", RULE);
        json.field("kind", kind);
        json.field("level", level);
        String words = candidate.map(this::words).orElse("");
        message(
                json,
                "message",
                words + Visible.line(verdict.conclusion().statement(), Escapes.SENTENCE) + " "
                        + VerdictWords.limit(verdict.conclusion()));
        json.openArray("locations");
        json.open();
        json.open("physicalLocation");
        json.open("artifactLocation");
        json.field("uri", uri(verdict.suspect()));
        json.close();
        json.close();
        json.close();
        json.closeArray();
        json.open("partialFingerprints");
        json.field(
                "pedigree/v1",
                verdict.provenance().suspectDigest() + ":"
                        + candidate.map(CandidateFinding::name).orElse(""));
        json.close();
        json.open("properties");
        json.field("strength", ReportWords.id(verdict.conclusion().strength()));
        if (candidate.isPresent()) {
            json.field("candidate", candidate.get().name());
            ratio(json, candidate.get());
        }
        json.close();
        json.close();
    }

    private String words(CandidateFinding candidate) {
        return VerdictWords.withoutRatio(verdict.conclusion())
                        .orElse(candidate.strength().words() + " for")
                + " " + Visible.line(candidate.name(), Escapes.NAME) + ": ";
    }

    private static void ratio(JsonText json, CandidateFinding candidate) throws IOException {
        if (candidate.log10LikelihoodRatio().isPresent()) {
            Estimate ratio = candidate.log10LikelihoodRatio().get();
            json.field("log10LikelihoodRatio", ratio.value());
            json.field("log10LikelihoodRatioLow", ratio.low());
            json.field("log10LikelihoodRatioHigh", ratio.high());
            json.field("intervalLevel", ratio.level());
        }
        if (candidate.pValue().isPresent()) {
            json.field("pValue", candidate.pValue().get().doubleValue());
        }
    }

    /** How urgent a named candidate is; what may be the same model deserves a look however weak the evidence of training. */
    private String level(CandidateFinding candidate) {
        Strength strength = candidate.strength();
        if (verdict.conclusion().kind() == Conclusion.Kind.SAME_MODEL) {
            return "warning";
        }
        if (strength.compareTo(Strength.MODERATE) < 0) {
            return "note";
        }
        return strength.compareTo(Strength.STRONG) < 0 ? "warning" : "error";
    }

    private static void message(JsonText json, String name, String text) throws IOException {
        json.open(name);
        json.field("text", text);
        json.close();
    }

    /** A relative reference after RFC 3986 that no name can turn into an absolute one. */
    private static String uri(String name) {
        StringBuilder out = new StringBuilder(name.isEmpty() ? "suspect" : "");
        String shown = name.codePointCount(0, name.length()) > Escapes.NAME
                ? name.substring(0, name.offsetByCodePoints(0, Escapes.NAME))
                : name;
        for (byte b : shown.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean first = out.length() == 0;
            if (UNRESERVED.indexOf(c) >= 0 && !(first && c == '/')) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
