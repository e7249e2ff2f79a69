package guide;

import dev.pedigree.exact.SequentialResult;
import dev.pedigree.identity.IdentityClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the examples of the guide and looks whether each does what the guide says. */
public final class RunAll {
    private RunAll() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path out = Files.createDirectories(Path.of(args[1]));
        leakGate(data);
        cleanDataSet(data, out);
        driftWatch(data);
        hubAudit(data, out);
        System.out.println("all examples run, Pedigree "
                + (RunAll.class.getModule().isNamed() ? "as a module" : "on the class path"));
    }

    private static void leakGate(Path data) throws IOException {
        List<IdentityClaim> leaks = LeakGate.leaks(data.resolve("release.jsonl"), "google");
        expect(
                !leaks.isEmpty()
                        && leaks.stream()
                                .allMatch(claim -> claim.vendor().equals("openai")
                                        && claim.id().equals("name")),
                "one answer leaks, of openai: " + leaks);
    }

    private static void cleanDataSet(Path data, Path out) throws IOException {
        Path cleaned = out.resolve("cleaned.jsonl");
        long leftOut = CleanDataSet.clean(data.resolve("release.jsonl"), cleaned);
        expect(leftOut == 2, "two answers left out: " + leftOut);
        expect(Files.readAllLines(cleaned).size() == 2, "two answers kept");
    }

    private static void driftWatch(Path data) throws IOException {
        Path baseline = data.resolve("baseline.jsonl");
        SequentialResult first = DriftWatch.watch(baseline, data.resolve("nights/2026-06-01.jsonl"));
        expect(first.decidedAt().isEmpty(), "no change is seen where there is none: " + first);
        SequentialResult both = DriftWatch.watch(baseline, data.resolve("nights"));
        expect(both.decidedAt().orElse(0) > first.wealth().bets(), "the change is seen in the second night: " + both);
    }

    private static void hubAudit(Path data, Path out) throws IOException {
        Path reports = out.resolve("reports");
        HubAudit.audit(data.resolve("hub"), reports);
        List<String> table = Files.readAllLines(reports.resolve("hub.tsv"));
        expect(table.size() == 3, "a line for each model: " + table);
        expect(table.get(2).startsWith("damaged\tunreadable: "), "what cannot be read is named: " + table.get(2));
        expect(Files.size(reports.resolve("allotment-helper.html")) > 10_000, "a report");
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
