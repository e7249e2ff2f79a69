package guide;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.report.Report;
import dev.pedigree.report.ReportFormat;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Audits every model of a hub: a folder with a file or a folder of answers for each. */
public final class HubAudit {
    private HubAudit() {}

    // begin
    /** Writes a report for each model and a table of them all; what cannot be read is named in the table, and stops nothing. */
    static void audit(Path hub, Path reports) throws IOException {
        LineageAudit audit = LineageAudit.withDefaults();
        StringBuilder table = new StringBuilder("model\tstrength\tcandidates\n");
        for (ModelSource model : CorpusReader.models(hub)) {
            table.append(model.name()).append('\t');
            try {
                Verdict verdict = audit.examine(CorpusReader.detect().read(model.path()));
                Report report = Report.of(verdict);
                report.write(ReportFormat.JSON, Files.createDirectories(reports).resolve(model.name() + ".json"));
                report.write(ReportFormat.HTML, reports.resolve(model.name() + ".html"));
                Conclusion conclusion = verdict.conclusion();
                List<String> named = conclusion.candidates();
                table.append(conclusion.strength().words()).append('\t').append(String.join(", ", named));
            } catch (CorpusException e) {
                table.append("unreadable: ").append(e.getMessage()).append('\t');
            }
            table.append('\n');
        }
        Files.writeString(reports.resolve("hub.tsv"), table);
    }
    // end
}
