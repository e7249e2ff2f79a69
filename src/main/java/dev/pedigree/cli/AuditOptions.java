package dev.pedigree.cli;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may be the teacher. */
final class AuditOptions {
    @Option(
            names = "--candidates",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these references or families may be the teacher, or 'all'; without it, each lab's own models. Of a"
                            + " folder, all are compared, and those of which nothing is known may be the teacher too.")
    private List<String> candidates = List.of();

    @Option(
            names = "--available-before",
            paramLabel = "YYYY-MM",
            description =
                    "The month in which the suspect appeared: candidates that came then or later are ruled out. Without it,"
                            + " an audit takes the month of a suspect whose name is known, and none for others.")
    private @Nullable String availableBefore;

    @Option(
            names = "--base",
            paramLabel = "PATH",
            description =
                    "Answers, or their fingerprint, of the model that the suspect was trained from, at best to the same prompts: a"
                            + " likeness that this model has already weakens the verdict.")
    private @Nullable Path base;

    /** The audit with the base model's answers, where they are given. */
    LineageAudit withBase(LineageAudit audit, CorpusReader reader) throws IOException {
        if (base == null) {
            return audit;
        }
        List<ModelSource> sources = InputOptions.models(List.of(base));
        if (sources.size() != 1) {
            throw CommandFailure.usage("--base needs the answers of one model, there are " + sources.size());
        }
        return audit.withBase(PrintedModel.read(sources.get(0), reader).print());
    }

    /** The audit of a suspect of a name; where the name is known, its relatives are left out and its month counts. */
    LineageAudit audit(References references, ModelTable table, String suspect) {
        ReferenceLibrary library = references.library();
        LineageAudit audit = LineageAudit.against(library);
        if (!candidates.isEmpty()) {
            audit = audit.withCandidates(references.own().and(this::isNamed));
        } else if (references.candidates() != null) {
            audit = audit.withCandidates(references.candidates()).withBystanders(references.bystanders());
        }
        if (availableBefore != null) {
            audit = audit.withAvailableBefore(month(availableBefore));
        }
        return table.contains(suspect) ? audit.withSuspect(table.get(suspect)) : audit;
    }

    private boolean isNamed(ReferenceModel model) {
        return candidates.contains("all")
                || candidates.stream()
                        .anyMatch(c -> c.equalsIgnoreCase(model.name()) || c.equalsIgnoreCase(model.family()));
    }

    /** Complains of options that cannot be followed, before anything long is begun. */
    void check(References references) {
        if (availableBefore != null) {
            month(availableBefore);
        }
        List<String> known = references.library().models().stream()
                .filter(references.own())
                .flatMap(m -> Stream.of(m.name(), m.family()))
                .distinct()
                .sorted()
                .toList();
        for (String candidate : candidates) {
            if (!candidate.equals("all") && known.stream().noneMatch(candidate::equalsIgnoreCase)) {
                List<String> similar = SimilarNames.of(candidate, known);
                throw CommandFailure.usage("--candidates: there is no reference or family '" + candidate + "'; "
                        + (similar.isEmpty() ? "" : "similar are " + String.join(", ", similar) + "; ")
                        + "'pedigree library list' shows all");
            }
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw CommandFailure.usage("--available-before: need a month such as 2024-05, got '" + text + "'");
        }
    }
}
