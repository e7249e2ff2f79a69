package dev.pedigree.report;

import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Exhibits;
import java.io.IOException;
import java.util.Optional;

/** What else could explain a likeness, and on what a ratio hangs, as JSON. */
final class ConfoundsJson {
    private ConfoundsJson() {}

    static void write(JsonText json, Exhibits exhibits) throws IOException {
        json.openArray("withoutChannel");
        for (DroppedChannel dropped : exhibits.withoutChannel()) {
            json.open();
            json.field("candidate", dropped.candidate());
            json.field("channel", dropped.channel());
            json.estimate("log10LikelihoodRatio", Optional.of(dropped.log10LikelihoodRatio()));
            json.close();
        }
        json.closeArray();
        json.openArray("confounds");
        for (Confound confound : exhibits.confounds()) {
            json.open();
            json.field("kind", ReportWords.id(confound.kind()));
            json.optional("measured", finite(confound.measured()));
            json.optional("from", finite(confound.from()));
            json.optional("to", finite(confound.to()));
            json.field("source", confound.source());
            json.field("effect", ReportWords.id(confound.effect()));
            json.field("finding", confound.finding());
            json.close();
        }
        json.closeArray();
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
