package dev.pedigree.report;

import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Controls;
import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.util.Optional;

/** The contract, schema {@code pedigree/report/1}: every figure of the other forms, keys in a fixed order. */
final class JsonReport {
    static final String SCHEMA = "pedigree/report/1";

    private final Verdict verdict;
    private final String command;
    private final Optional<Neighbourhood> neighbourhood;

    JsonReport(Verdict verdict, String command, Optional<Neighbourhood> neighbourhood) {
        this.verdict = verdict;
        this.command = command;
        this.neighbourhood = neighbourhood;
    }

    String write() {
        return JsonText.write(this::report);
    }

    private void report(JsonText json) throws IOException {
        json.open();
        json.field("schema", SCHEMA);
        suspect(json);
        conclusion(json, verdict);
        json.openArray("candidates");
        for (CandidateFinding candidate : verdict.candidates()) {
            candidate(json, candidate);
        }
        json.closeArray();
        json.openArray("controls");
        for (Controls controls : verdict.exhibits().controls()) {
            controls(json, controls);
        }
        json.closeArray();
        NeighboursJson.write(json, neighbourhood);
        json.openArray("receipts");
        for (Receipt receipt : verdict.exhibits().receipts()) {
            receipt(json, receipt);
        }
        json.closeArray();
        ConfoundsJson.write(json, verdict.exhibits());
        identity(json, verdict.exhibits().identity());
        overlap(json, verdict.exhibits().overlap());
        exact(json, verdict);
        power(json, verdict.exhibits().power());
        shares(json, verdict.exhibits().shares());
        json.openArray("caveats");
        for (Caveat caveat : verdict.caveats()) {
            json.open();
            json.field("kind", ReportWords.id(caveat.kind()));
            json.field("text", caveat.text());
            json.close();
        }
        json.closeArray();
        provenance(json, verdict.provenance());
        json.close();
    }

    private void suspect(JsonText json) throws IOException {
        ReadSummary input = verdict.input();
        json.open("suspect");
        json.field("name", verdict.suspect());
        json.field("format", String.join(", ", input.formats()));
        json.field("responses", input.responses());
        json.field("withPrompt", input.withPrompt());
        json.field("withReasoning", input.withReasoning());
        json.field("duplicates", input.duplicates());
        json.field("cut", input.cut());
        json.field("skipped", input.skipped());
        json.field("skipReasons", input.skipReasons());
        json.field("models", input.models());
        json.close();
    }

    private static void conclusion(JsonText json, Verdict verdict) throws IOException {
        Conclusion conclusion = verdict.conclusion();
        json.open("verdict");
        json.field("kind", ReportWords.id(conclusion.kind()));
        json.field("strength", ReportWords.id(conclusion.strength()));
        json.field(
                "words",
                VerdictWords.withoutRatio(conclusion)
                        .orElse(conclusion.strength().words()));
        json.field("abstains", conclusion.kind() == Conclusion.Kind.ABSTAINS);
        json.field("tooLittleText", verdict.isTooLittleText());
        json.field("candidates", conclusion.candidates());
        json.field("statement", conclusion.statement());
        json.field("limit", VerdictWords.limit(conclusion));
        json.field("reasons", conclusion.reasons());
        json.close();
    }

    private static void candidate(JsonText json, CandidateFinding candidate) throws IOException {
        json.open();
        json.field("name", candidate.name());
        json.field("family", candidate.family());
        json.field("lab", candidate.lab());
        json.field("rank", candidate.rank());
        json.field("score", candidate.score());
        json.estimate("log10LikelihoodRatio", candidate.log10LikelihoodRatio());
        json.field("strength", ReportWords.id(candidate.strength()));
        json.optional("pValue", candidate.pValue());
        json.openArray("channels");
        for (ChannelFinding channel : candidate.channels()) {
            json.open();
            json.field("channel", channel.channel());
            json.field("score", channel.score());
            json.estimate("log10LikelihoodRatio", channel.log10LikelihoodRatio());
            json.optional(
                    "strength",
                    channel.log10LikelihoodRatio()
                            .map(e -> ReportWords.id(Strength.of(e.value())))
                            .orElse(null));
            json.close();
        }
        json.closeArray();
        json.optional("ruledOut", candidate.ruledOut().orElse(null));
        json.close();
    }

    private static void controls(JsonText json, Controls controls) throws IOException {
        json.open();
        json.field("candidate", controls.candidate());
        json.field("suspectScore", controls.suspectScore());
        json.openArray("points");
        for (Controls.Point point : controls.points()) {
            json.open();
            json.field("name", point.name());
            json.field("family", point.family());
            json.field("score", point.score());
            json.field("trained", point.trained());
            json.close();
        }
        json.closeArray();
        json.close();
    }

    private static void receipt(JsonText json, Receipt receipt) throws IOException {
        json.open();
        json.field("candidate", receipt.candidate());
        json.field("kind", receipt.kind());
        json.field("phrase", receipt.phrase());
        json.field("suspectRate", receipt.suspectRate());
        json.field("candidateRate", receipt.candidateRate());
        json.field("populationRate", receipt.populationRate());
        json.field("weight", receipt.weight());
        json.field("of", receipt.of());
        json.openArray("examples");
        for (Receipt.Example example : receipt.examples()) {
            json.open();
            json.field("id", example.id());
            json.field("text", example.text());
            json.close();
        }
        json.closeArray();
        json.close();
    }

    private static void identity(JsonText json, Optional<IdentityFinding> finding) throws IOException {
        if (finding.isEmpty()) {
            json.optional("identity", (String) null);
            return;
        }
        json.open("identity");
        IdentityJson.write(json, finding.get());
        json.close();
    }

    private static void overlap(JsonText json, Optional<OverlapFinding> finding) throws IOException {
        if (finding.isEmpty()) {
            json.optional("overlap", (String) null);
            return;
        }
        json.open("overlap");
        OverlapJson.write(json, finding.get());
        json.close();
    }

    private static void exact(JsonText json, Verdict verdict) throws IOException {
        json.openArray("exact");
        for (ExactSection test :
                ExactSection.of(verdict.suspect(), verdict.exhibits().exact())) {
            json.open();
            json.field("test", test.kind());
            test.json(json);
            json.close();
        }
        json.closeArray();
    }

    private static void power(JsonText json, Optional<Power> power) throws IOException {
        if (power.isEmpty()) {
            json.optional("power", (String) null);
            return;
        }
        json.open("power");
        json.field("sentence", power.get().sentence());
        json.openArray("points");
        for (Power.Point point : power.get().points()) {
            json.open();
            json.field("answers", point.answers());
            json.field("share", point.share());
            json.field("probability", point.probability());
            json.estimate("chance", Optional.of(point.chance()));
            json.close();
        }
        json.closeArray();
        json.openArray("splices");
        for (Power.Splice splice : power.get().splices()) {
            json.open();
            json.field("candidate", splice.candidate());
            json.field("share", splice.share());
            json.estimate("probability", Optional.of(splice.chance()));
            json.close();
        }
        json.closeArray();
        json.field("wouldChange", power.get().wouldChange());
        json.close();
    }

    private static void shares(JsonText json, Optional<Shares> shares) throws IOException {
        if (shares.isEmpty()) {
            json.optional("shares", (String) null);
        } else {
            SharesSection.json(json, shares.get());
        }
    }

    private void provenance(JsonText json, Provenance provenance) throws IOException {
        json.open("provenance");
        json.field("version", provenance.version());
        json.field("schemes", provenance.schemes());
        json.field("suspectDigest", provenance.suspectDigest());
        json.open("library");
        json.field("name", provenance.libraryName());
        json.field("digest", provenance.libraryDigest());
        json.close();
        json.field("seed", provenance.seed());
        json.optional("command", command.isEmpty() ? null : command);
        json.close();
    }
}
