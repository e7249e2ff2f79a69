package dev.pedigree.cli;

import dev.pedigree.LineageAudit;
import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.report.Report;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The audit: from answers to a verdict. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Was the suspect trained on another model's outputs?",
        description = {
            "Prints a verdict for each suspect, and writes it in other forms where asked.",
            "Of several suspects one that cannot be read is named, the others are audited, and the exit code is 3."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree audit suspect.jsonl",
            "  pedigree audit suspect.jsonl --available-before 2024-05 --html audit.html",
            "  pedigree audit suspect.jsonl --logged drawn.jsonl --held-out others.jsonl",
            "  pedigree audit --plan",
            "  pedigree audit logs/ --references teachers/ --json reports/",
            "  pedigree audit suspect.jsonl --fail-on moderate --sarif audit.sarif"
        })
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SUSPECT",
            arity = "0..*",
            description = "A file of answers or a fingerprint, or a folder with a file or folder for each suspect.")
    private List<Path> suspects = List.of();

    @Option(
            names = "--plan",
            description = "Examine nobody: say how likely a student would be found, by number of answers.")
    private boolean plan;

    @Mixin
    private LibraryOptions references;

    @Mixin
    private AuditOptions options;

    @Mixin
    private OverlapOptions overlap;

    @Mixin
    private ExactOptions exact;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "What the suspect is called, where it is not the file's name. The relatives of a known name are left out"
                            + " of the comparison.")
    private @Nullable String name;

    @Option(
            names = "--fail-on",
            paramLabel = "STRENGTH",
            converter = StrengthConverter.class,
            completionCandidates = StrengthConverter.Ids.class,
            description =
                    "Exit with 1 where a verdict is at least this strong (weak, moderate, moderately-strong, strong,"
                            + " very-strong, extremely-strong), or says that it may be the same model as a candidate.")
    private @Nullable Strength failOn;

    @Mixin
    private ReportOptions reports;

    @Mixin
    private InputOptions input;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CorpusReader reader = input.reader();
        if (plan) {
            console.out().print(PlanText.of(references.references(reader).library(), console.width()));
            console.out().flush();
            return Main.OK;
        }
        if (suspects.isEmpty()) {
            throw CommandFailure.usage("audit needs a suspect; --plan tells what an audit could see");
        }
        List<ModelSource> sources = InputOptions.readable(suspects);
        if (name != null && sources.size() > 1) {
            throw CommandFailure.usage("--name needs a single suspect, there are " + sources.size());
        }
        reports.check(sources.size());
        ExecutorService threads = Work.threads();
        try {
            // the first suspect is read while the library is
            Future<Suspect> first = threads.submit(() -> Suspect.read(sources.get(0), reader, console));
            ModelTable table = references.table();
            return audit(sources, first, new Setting(reader, references.references(reader), table, threads));
        } finally {
            threads.shutdownNow();
        }
    }

    /** What all suspects are examined with. */
    private record Setting(CorpusReader reader, References compared, ModelTable table, ExecutorService threads) {}

    private int audit(List<ModelSource> sources, Future<Suspect> first, Setting with) throws IOException {
        ReferenceLibrary library = with.compared().library();
        options.check(with.compared());
        boolean found = false;
        Unreadable unreadable = new Unreadable(console, sources.size(), "suspect");
        console.detail(
                "library " + library.name() + ": " + library.models().size() + " entries, SHA-256 " + library.digest());
        try (Progress progress = new Progress(console, "auditing", sources.size(), "suspect")) {
            LookUp lookUp = new LookUp(console, with.reader(), with.threads());
            OverlapFinder finder = overlap.finder(references.answers(), with.table(), lookUp);
            for (int i = 0; i < sources.size(); i++) {
                ModelSource source = sources.get(i);
                boolean isFirst = i == 0;
                Optional<Suspect> read = unreadable.unless(
                        () -> isFirst ? Work.result(first) : Suspect.read(source, with.reader(), console));
                if (read.isEmpty()) {
                    progress.advance();
                    continue;
                }
                Suspect suspect = name == null ? read.get() : read.get().named(name);
                console.detail(source.path() + ": " + suspect.described());
                Verdict verdict = examined(suspect, with);
                if (finder != null) {
                    verdict = lookedUp(verdict, suspect, finder, lookUp);
                }
                report(drawn(verdict, suspect, library), sources.size());
                found |= isFound(verdict.conclusion());
                progress.advance();
            }
        }
        unreadable.failIfAny("audited");
        return found ? Main.FOUND : Main.OK;
    }

    private Verdict examined(Suspect suspect, Setting with) throws IOException {
        if (exact.any() && suspect.corpus().isEmpty()) {
            throw CommandFailure.badData("--logged, --canaries and --same need the suspect's answers, and of "
                    + suspect.name() + " there is only a fingerprint");
        }
        LineageAudit audit = options.audit(with.compared(), with.table(), suspect.name());
        Verdict verdict =
                suspect.examinedBy(options.withBase(audit, with.reader()).withExecutor(with.threads()), console);
        if (!exact.any()) {
            return verdict;
        }
        Corpus answers = suspect.corpus().orElseThrow();
        return verdict.withExhibits(verdict.exhibits().withExact(exact.test(answers, with.reader())));
    }

    private Verdict lookedUp(Verdict verdict, Suspect suspect, OverlapFinder finder, LookUp lookUp) throws IOException {
        if (suspect.corpus().isEmpty()) {
            console.note("of " + suspect.name() + " there is only a fingerprint: shared text is not looked up");
            return verdict;
        }
        return verdict.withExhibits(verdict.exhibits()
                .withOverlap(lookUp.find(finder, suspect.corpus().get())));
    }

    /** The report, with the suspect's nearest models where a form is wanted that holds them. */
    private Report drawn(Verdict verdict, Suspect suspect, ReferenceLibrary library) {
        Report report = Report.of(verdict).withCommand(CommandLineText.of(spec));
        if (!reports.drawNeighbours() || verdict.isTooLittleText()) {
            return report;
        }
        return Neighbourhood.of(library, suspect.print())
                .map(report::withNeighbourhood)
                .orElse(report);
    }

    private void report(Report report, int suspects) throws IOException {
        reports.write(report, report.verdict().suspect(), suspects);
        if (!reports.takesStandardOutput()) {
            console.out().print(report.text(console.width(), console.colour()));
            console.out().print(suspects > 1 ? "\n" + "─".repeat(StrictMath.min(console.width(), 80)) + "\n\n" : "");
            console.out().flush();
        }
    }

    private boolean isFound(Conclusion conclusion) {
        return failOn != null
                && !conclusion.candidates().isEmpty()
                && (conclusion.kind() == Conclusion.Kind.SAME_MODEL
                        || conclusion.strength().compareTo(failOn) >= 0);
    }
}
