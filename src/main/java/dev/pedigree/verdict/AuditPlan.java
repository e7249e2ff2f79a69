package dev.pedigree.verdict;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.compare.SpliceExperiment;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.CalibrationDetails;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PowerTable;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What audits against a library can see: how often the true teacher of known students scored high enough to be named, by
 * number of answers and by share of them that came from a student. Measured when the library was calibrated; immutable.
 */
public final class AuditPlan {
    /** A gain in probability smaller than this is not worth a sentence. */
    private static final String DATE = "A date of the suspect would rule out candidates that came later.";

    private static final double WORTH_SAYING = 0.05;

    private static final double MIXTURE = 0.2;
    /** Candidates of so many families are spliced into a suspect's answers. */
    private static final int SPLICED = 3;

    private final ReferenceLibrary library;

    private AuditPlan(ReferenceLibrary library) {
        this.library = library;
    }

    /**
     * The plan of audits against a library.
     *
     * @param library the library, calibrated
     * @return the plan
     */
    public static AuditPlan of(ReferenceLibrary library) {
        return new AuditPlan(library);
    }

    /**
     * The chance that a student has its true teacher score high enough to be named.
     *
     * @param answers how many answers are compared
     * @param share the share of them that a student of the teacher wrote; one of those that were measured, 1 is a plain student
     * @param regime whether the library knows the prompts
     * @return the chance with its interval over families; empty where it was not measured
     */
    public Optional<Estimate> chance(long answers, double share, PromptRegime regime) {
        return library.details(regime).flatMap(d -> d.power().at(answers, share));
    }

    /**
     * How many answers are wanted.
     *
     * @param probability the chance that is wanted for a plain student, in (0, 1]
     * @param regime whether the prompts are to be the library's
     * @return the smallest number of answers that was measured to give it; empty where none did
     */
    public OptionalInt answersFor(double probability, PromptRegime regime) {
        return library.details(regime).stream()
                .flatMap(d -> d.power().rows().stream())
                .filter(r -> r.share() == 1 && r.probability().value() >= probability)
                .mapToInt(PowerTable.Row::answers)
                .min();
    }

    /**
     * From how many answers on more were not found to see more.
     *
     * @param regime whether the prompts are to be the library's
     * @return the smallest number of answers that was measured to give nearly the chance of the best; empty where nothing was measured
     */
    public OptionalInt answersEnough(PromptRegime regime) {
        List<PowerTable.Row> rows = library.details(regime).stream()
                .flatMap(d -> d.power().rows().stream())
                .filter(r -> r.share() == 1)
                .toList();
        double best =
                rows.stream().mapToDouble(r -> r.probability().value()).max().orElse(0);
        return rows.stream()
                .filter(r -> r.probability().value() > best - WORTH_SAYING)
                .mapToInt(PowerTable.Row::answers)
                .min();
    }

    /**
     * How many independent families of innocents are wanted.
     *
     * @param regime whether the library knows the prompts
     * @return a sentence on what those of the library allow, and on what more would
     */
    public String controlsWanted(PromptRegime regime) {
        int controls = controlFamilies(regime);
        return controls == 0
                ? "controls wanted: there are none, so that no ratio can be given"
                : "controls wanted: " + controls + " families allow no p-value below "
                        + Decimals.fixed(1.0 / (controls + 1), 3)
                        + "; a p-value of .01 needs 99, a ratio of 100 at least as many";
    }

    /**
     * What answering the library's own prompts is worth.
     *
     * @return a sentence; empty where it was not measured for both kinds of prompts
     */
    public Optional<String> worthOfOwnPrompts() {
        OptionalInt own = answersEnough(PromptRegime.KNOWN);
        OptionalInt other = answersEnough(PromptRegime.UNSEEN);
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        int answers = Math.max(own.getAsInt(), other.getAsInt());
        return chance(answers, 1, PromptRegime.KNOWN)
                .flatMap(known -> chance(answers, 1, PromptRegime.UNSEEN)
                        .map(unseen -> "Answering the library's own prompts: with " + answers
                                + " answers a student is found with probability " + chance(known)
                                + ", with as many answers to"
                                + " other prompts with " + chance(unseen) + "."));
    }

    /**
     * How many independent families of innocents stand behind the ratios: no ratio above their number plus one is ever given.
     *
     * @param regime whether the library knows the prompts
     * @return the number; 0 where there is no calibration
     */
    public int controlFamilies(PromptRegime regime) {
        return library.calibration(regime).map(c -> c.controls().controls()).orElse(0);
    }

    /**
     * How many families may be named as teachers.
     *
     * @return the number of families of labs' own models
     */
    public int candidateFamilies() {
        return (int) library.models().stream()
                .filter(m -> m.kind() == ReferenceModel.Kind.PRIMARY)
                .map(ReferenceModel::family)
                .distinct()
                .count();
    }

    /**
     * The power section of a verdict.
     *
     * @param answers how many answers were compared
     * @param regime whether the library knows their prompts
     * @param dated whether it is known when the suspect appeared
     * @param splices what was found where answers of candidates were spliced into the suspect's
     * @return the curve, the suspect's own number of answers on it, and what would change the verdict; empty where nothing was
     *     measured
     */
    public Optional<Power> power(long answers, PromptRegime regime, boolean dated, List<Power.Splice> splices) {
        return power(answers, regime, dated, splices, library.calibration(regime));
    }

    /** The same, where the suspect's relatives, or what it says of itself, have a calibration of their own. */
    Optional<Power> power(
            long answers,
            PromptRegime regime,
            boolean dated,
            List<Power.Splice> splices,
            Optional<Calibration> calibration) {
        PowerTable table =
                library.details(regime).map(CalibrationDetails::power).orElse(PowerTable.EMPTY);
        if (table.rows().isEmpty()) {
            return Optional.empty();
        }
        List<Power.Point> points = new ArrayList<>();
        for (double share : table.shares()) {
            boolean own = false;
            for (PowerTable.Row row : table.rows()) {
                if (row.share() == share) {
                    if (!own && answers < row.answers()) {
                        own = true;
                        table.at(answers, share).ifPresent(e -> points.add(point(answers, share, e)));
                    }
                    own |= answers == row.answers();
                    points.add(point(row.answers(), share, row.probability()));
                }
            }
        }
        String sentence = found(answers, regime)
                .map(found -> "With " + found + ".")
                .orElse("How often a student would be found with so many answers was not measured.");
        return Optional.of(
                new Power(sentence, points, splices, wouldChange(answers, table, regime, dated, calibration)));
    }

    /** The power section where the calibration does not hold for the answers: whatever they are, nobody could have been named. */
    static Power powerless(Restraint restraint, boolean dated) {
        String why = restraint.names(Confound.Effect.PREVENTS);
        List<String> changes = new ArrayList<>();
        changes.add("A library calibrated on models whose answers are like these in " + why
                + " would allow ratios; so would answers of this model that the calibration covers.");
        if (!dated) {
            changes.add(DATE);
        }
        return new Power(
                "Nothing: the ratios were not calibrated on answers like these (" + why
                        + "), so no candidate could have been named, by however many answers.",
                List.of(),
                List.of(),
                changes);
    }

    private static Power.Point point(long answers, double share, Estimate chance) {
        return new Power.Point((int) Math.min(Integer.MAX_VALUE, answers), share, chance);
    }

    private List<String> wouldChange(
            long answers, PowerTable table, PromptRegime regime, boolean dated, Optional<Calibration> calibration) {
        List<String> sentences = new ArrayList<>();
        Optional<Double> measured = table.at(answers, 1).map(Estimate::value);
        double now = measured.orElse(0.0);
        PowerTable.Row more = null;
        for (PowerTable.Row row : table.rows()) {
            boolean better = row.share() == 1
                    && row.answers() > answers
                    && row.probability().value() >= now + WORTH_SAYING;
            if (better
                    && (more == null
                            || row.probability().value() >= more.probability().value() + WORTH_SAYING)) {
                more = row;
            }
        }
        if (more != null) {
            sentences.add("With " + more.answers() + " answers the chance of finding a student would be "
                    + chance(more.probability())
                    + measured.map(m -> " instead of " + Decimals.fixed(m, 2)).orElse("") + ".");
        }
        if (regime == PromptRegime.UNSEEN) {
            chance(answers, 1, PromptRegime.KNOWN)
                    .ifPresent(known -> sentences.add("With answers to the library's own prompts it would be "
                            + chance(known) + ", by the same number of answers."));
        }
        if (!dated) {
            sentences.add(DATE);
        }
        calibration.ifPresent(c -> sentences.add("A ratio beyond "
                + Decimals.ratio(c.bounds().high())
                + " for or "
                + Decimals.ratio(-c.bounds().low())
                + " against training needs a library with more independent families of known descent; this one has "
                + c.controls().controls() + " of independent models."));
        return sentences;
    }

    /**
     * Splices answers of the candidates that are nearest into the suspect's own.
     *
     * @param cohort the models with which it was compared
     * @param comparer compares with those of them that may be the teacher
     * @param admissible which of those are not ruled out
     * @param suspect the suspect's fingerprint
     * @param comparison how it compares with the candidates
     * @return what was found for the nearest candidate, among those that are not near enough already, of each of up to three families;
     *     empty where nothing is calibrated or there are
     *     too few answers
     */
    public static List<Power.Splice> splices(
            Cohort cohort,
            Comparer comparer,
            Predicate<ReferenceModel> admissible,
            Fingerprint suspect,
            Comparison comparison) {
        List<Power.Splice> splices = new ArrayList<>();
        if (comparison.calibration().isEmpty() || comparison.responses() < Judge.MIN_RESPONSES) {
            return splices;
        }
        SpliceExperiment experiment = SpliceExperiment.with(cohort, comparer, suspect);
        Set<String> families = new LinkedHashSet<>();
        for (CandidateScore candidate : comparison.candidates()) {
            ReferenceModel model = candidate.model();
            boolean named = comparison.calibration().get().supports(candidate.score());
            if (!named && families.size() < SPLICED && admissible.test(model) && families.add(model.family())) {
                experiment
                        .splice(model, comparison.calibration().get())
                        .forEach((share, chance) -> splices.add(new Power.Splice(model.name(), share, chance)));
            }
        }
        return splices;
    }

    /**
     * What a finding of no support is worth.
     *
     * @param answers how many answers were compared
     * @param regime whether the library knows their prompts
     * @return a clause without capital and full stop, like every reason of a conclusion
     */
    String missed(long answers, PromptRegime regime) {
        return found(answers, regime)
                .map(found -> "with " + found)
                .orElse(
                        "how often a student would be found with so many answers was not measured, so that nothing was found says"
                                + " little");
    }

    /** The chance of finding a student in so many answers, without its first word; empty where it was not measured. */
    private Optional<String> found(long answers, PromptRegime regime) {
        String mixture = chance(answers, MIXTURE, regime)
                .map(e -> ", one whose answers are a fifth a student's with probability " + chance(e))
                .orElse("");
        return chance(answers, 1, regime)
                .map(e -> answers + " answers a student of a candidate would be found with probability " + chance(e)
                        + mixture);
    }

    private static String chance(Estimate e) {
        return Decimals.fixed(e.value(), 2) + " (" + Decimals.fixed(e.low(), 2) + " to " + Decimals.fixed(e.high(), 2)
                + ")";
    }
}
