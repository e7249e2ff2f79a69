package dev.pedigree.report;

import dev.pedigree.overlap.NearAnswer;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapMatch;
import dev.pedigree.overlap.SharedSpan;

/** Reads what {@link OverlapJson} writes, of this version of the schema and of all that came before it. */
final class OverlapReader {
    private OverlapReader() {}

    static OverlapFinding read(String suspect, ReportJson overlap) throws ReportFormatException {
        return new OverlapFinding(
                suspect,
                overlap.get("answers").count(),
                overlap.get("summary")
                        .list(reference -> new OverlapFinding.Reference(
                                reference.get("referenceModel").text(),
                                reference.get("equalAnswers").count(),
                                reference
                                        .get("equalWithoutMatch")
                                        .maybe(unmatched -> new OverlapFinding.Unmatched(
                                                unmatched.get("tooShort").count(),
                                                unmatched.get("ofPrompt").count(),
                                                unmatched.get("alsoByOthers").count())),
                                reference.get("sharedAnswers").count(),
                                reference.get("words").integer(),
                                reference.get("pValue").maybe(ReportJson::number))),
                overlap.get("matches").list(OverlapReader::match),
                overlap.get("nearAnswers").list(OverlapReader::nearAnswer),
                overlap.get("sharedSpans").list(OverlapReader::sharedSpan),
                overlap.get("sharedSpansLeftOut").maybe(ReportJson::integer).orElse(0L),
                overlap.get("nullPairs").count());
    }

    private static NearAnswer nearAnswer(ReportJson near) throws ReportFormatException {
        return new NearAnswer(
                near.get("suspectId").text(),
                near.get("suspectSample").count(),
                near.get("referenceModel").text(),
                near.get("referenceId").text(),
                near.get("samePrompt").flag(),
                near.get("similarity").number(),
                near.get("models").count());
    }

    private static SharedSpan sharedSpan(ReportJson span) throws ReportFormatException {
        return new SharedSpan(
                span.get("suspectId").text(),
                span.get("suspectSample").count(),
                span.get("referenceModel").text(),
                span.get("referenceId").text(),
                span.get("samePrompt").flag(),
                span.get("suspectStart").count(),
                span.get("suspectEnd").count(),
                span.get("referenceStart").count(),
                span.get("referenceEnd").count(),
                span.get("words").count(),
                span.get("rarity").count(),
                span.get("pValue").maybe(ReportJson::number),
                span.get("reason").choice(SharedSpan.Reason.class),
                span.get("quote").text());
    }

    private static OverlapMatch match(ReportJson match) throws ReportFormatException {
        return new OverlapMatch(
                match.get("suspectId").text(),
                match.get("suspectSample").count(),
                match.get("referenceModel").text(),
                match.get("referenceId").text(),
                match.get("kind").choice(OverlapMatch.Kind.class),
                match.get("samePrompt").flag(),
                match.get("suspectStart").count(),
                match.get("suspectEnd").count(),
                match.get("referenceStart").count(),
                match.get("referenceEnd").count(),
                match.get("words").count(),
                match.get("rarity").count(),
                match.get("pValue").maybe(ReportJson::number),
                match.get("quote").text(),
                match.get("referenceQuote").text());
    }
}
