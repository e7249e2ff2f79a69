package dev.pedigree.report;

import dev.pedigree.overlap.NearAnswer;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapMatch;
import dev.pedigree.overlap.SharedSpan;
import java.io.IOException;
import java.util.Optional;

/** Overlap as JSON: a summary for each reference model, and one object for each match. */
final class OverlapJson {
    private OverlapJson() {}

    static void write(JsonText json, OverlapFinding finding) throws IOException {
        json.field("answers", finding.answers());
        json.field("nullPairs", finding.nullPairs());
        Optional<String> caveat = ReportWords.noOverlapNull(finding);
        if (caveat.isPresent()) {
            json.field("caveat", caveat.get());
        }
        json.openArray("summary");
        for (OverlapFinding.Reference reference : finding.references()) {
            json.open();
            json.field("referenceModel", reference.model());
            json.field("equalAnswers", reference.equalAnswers());
            if (reference.unmatched().isPresent()) {
                OverlapFinding.Unmatched unmatched = reference.unmatched().get();
                json.open("equalWithoutMatch");
                json.field("tooShort", unmatched.tooShort());
                json.field("ofPrompt", unmatched.ofPrompt());
                json.field("alsoByOthers", unmatched.alsoByOthers());
                json.close();
            }
            json.field("sharedAnswers", reference.sharedAnswers());
            json.field("words", reference.words());
            json.optional("pValue", reference.pValue());
            json.close();
        }
        json.closeArray();
        json.openArray("matches");
        for (OverlapMatch match : finding.matches()) {
            match(json, match);
        }
        json.closeArray();
        json.openArray("nearAnswers");
        for (NearAnswer near : finding.nearAnswers()) {
            near(json, near);
        }
        json.closeArray();
        json.openArray("sharedSpans");
        for (SharedSpan span : finding.sharedSpans()) {
            span(json, span);
        }
        json.closeArray();
        json.field("sharedSpansLeftOut", finding.spansLeftOut());
    }

    private static void near(JsonText json, NearAnswer near) throws IOException {
        json.open();
        json.field("suspectId", near.suspectId());
        json.field("suspectSample", near.suspectSample());
        json.field("referenceModel", near.referenceModel());
        json.field("referenceId", near.referenceId());
        json.field("samePrompt", near.samePrompt());
        json.field("similarity", near.similarity());
        json.field("models", near.models());
        json.close();
    }

    private static void span(JsonText json, SharedSpan span) throws IOException {
        json.open();
        json.field("suspectId", span.suspectId());
        json.field("suspectSample", span.suspectSample());
        json.field("referenceModel", span.referenceModel());
        json.field("referenceId", span.referenceId());
        json.field("samePrompt", span.samePrompt());
        json.field("suspectStart", span.suspectStart());
        json.field("suspectEnd", span.suspectEnd());
        json.field("referenceStart", span.referenceStart());
        json.field("referenceEnd", span.referenceEnd());
        json.field("words", span.words());
        json.field("rarity", span.rarity());
        json.optional("pValue", span.pValue());
        json.field("reason", ReportWords.id(span.reason()));
        json.field("quote", span.quote());
        json.close();
    }

    private static void match(JsonText json, OverlapMatch match) throws IOException {
        json.open();
        json.field("suspectId", match.suspectId());
        json.field("suspectSample", match.suspectSample());
        json.field("referenceModel", match.referenceModel());
        json.field("referenceId", match.referenceId());
        json.field("kind", ReportWords.id(match.kind()));
        json.field("samePrompt", match.samePrompt());
        json.field("suspectStart", match.suspectStart());
        json.field("suspectEnd", match.suspectEnd());
        json.field("referenceStart", match.referenceStart());
        json.field("referenceEnd", match.referenceEnd());
        json.field("words", match.words());
        json.field("rarity", match.rarity());
        json.optional("pValue", match.pValue());
        json.field("quote", match.quote());
        json.field("referenceQuote", match.referenceQuote());
        json.close();
    }
}
