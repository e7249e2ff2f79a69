package dev.pedigree.report;

import dev.pedigree.exact.CanaryResult;
import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/** The test of canaries: does the suspect know planted answers better than decoys? */
final class CanarySection {
    private CanarySection() {}

    static ExactSection of(String suspect, CanaryResult result) {
        return new ExactSection(
                "canary",
                "Canaries in " + suspect,
                "planted canaries are no better known than decoys",
                ExactWords.evidence(result.pValue()),
                result.pValue(),
                List.of(
                        hits("planted", result.planted(), result.plantedHits()),
                        hits("decoys", result.decoys(), result.decoyHits())),
                result.statistics(),
                List.of(),
                result.hits().stream()
                        .map(id -> new ExactSection.Quote(id, "", "planted, answered word for word"))
                        .toList(),
                result.limitations(),
                json -> {
                    json.field("suspect", suspect);
                    json.field("planted", result.planted());
                    json.field("decoys", result.decoys());
                    json.estimate("plantedHits", result.plantedHits());
                    json.estimate("decoyHits", result.decoyHits());
                    json.field("hits", result.hits());
                });
    }

    private static String hits(String what, int all, Optional<Estimate> share) {
        return all + " " + what
                + share.map(s -> ": " + ReportWords.percent(s.value()) + " answered word for word"
                                + ExactWords.interval(s))
                        .orElse("")
                + ".";
    }
}
