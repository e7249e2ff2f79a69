package dev.pedigree.verdict;

import dev.pedigree.compare.Comparison;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.PromptShifts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What may be concluded: the first of the answers, from the most to the least particular, that the evidence allows. */
final class Ruling {
    /** How often the set of candidates named is to hold the true teacher. */
    private static final double COVERAGE = 0.9;

    private final String suspect;
    private final Evidence evidence;
    private final Comparison comparison;
    private final List<CandidateFinding> admissible;
    private final Optional<Calibration> calibration;
    private final Restraint restraint;
    private final String missed;

    /**
     * A ruling.
     *
     * @param evidence what was found of the suspect
     * @param admissible the candidates that may be the teacher, best first
     * @param calibration what their scores are worth
     * @param restraint what else could explain a likeness
     * @param missed what finding nothing is worth, as a clause
     */
    Ruling(
            Evidence evidence,
            List<CandidateFinding> admissible,
            Optional<Calibration> calibration,
            Restraint restraint,
            String missed) {
        this.suspect = evidence.print().name();
        this.evidence = evidence;
        this.comparison = evidence.comparison();
        this.admissible = admissible;
        this.calibration = calibration;
        this.restraint = restraint;
        this.missed = missed;
    }

    /**
     * The conclusion.
     *
     * @param human how much the answers read like texts of people; empty where it was not examined
     */
    Conclusion conclusion(Optional<HumanLikeness> human) {
        return sameModel()
                .or(() -> human.filter(h -> evidence.isEnough() && h.isLikePeople())
                        .map(this::likePeople))
                .or(this::noRatios)
                .orElseGet(() -> calibrated(calibration.orElseThrow()));
    }

    private Optional<Conclusion> sameModel() {
        return evidence.shifts().flatMap(shifts -> {
            List<CandidateFinding> together = admissible.stream()
                    .filter(f ->
                            shifts.with(f.name()).filter(shifts::isSameModel).isPresent())
                    .filter(f -> !Calibration.isUnrelated(
                            FellowStudents.scoreBefore(f))) // of many models some shift along by chance
                    .sorted(Comparator.comparingDouble(
                            f -> -shifts.with(f.name()).orElseThrow()))
                    .toList();
            return together.isEmpty() ? Optional.empty() : Optional.of(sameModel(shifts, together));
        });
    }

    private Conclusion sameModel(PromptShifts shifts, List<CandidateFinding> together) {
        CandidateFinding best = together.get(0);
        String highest = shifts.highestStudent() > 0
                ? "; the most of any known student with its teacher is " + Decimals.fixed(shifts.highestStudent(), 1)
                : "";
        return new Conclusion(
                Conclusion.Kind.SAME_MODEL,
                best.strength(),
                together.stream().map(CandidateFinding::name).toList(),
                "From prompt to prompt " + suspect + " answers more like " + best.name()
                        + " than any known student answers like its teacher: it may be the same model, another version of it, a"
                        + " copy, or its weights trained further.",
                List.of(
                        "over " + shifts.groups() + " groups of prompts its answers shift along with those of "
                                + best.name()
                                + " by "
                                + Decimals.fixed(shifts.with(best.name()).orElseThrow(), 1)
                                + " standard deviations of unrelated models"
                                + highest,
                        "training on a model's answers seldom leaves so much: of known models only some that learned from millions of"
                                + " answers have come as near to a teacher"));
    }

    private Conclusion likePeople(HumanLikeness human) {
        return new Conclusion(
                Conclusion.Kind.HUMAN_TEXT,
                Strength.NONE,
                List.of(),
                "The answers of " + suspect
                        + " read like texts of people, or of a base model that goes on with such, not like a chat model's;"
                        + " no teacher is named.",
                List.of(human.sentence()));
    }

    /** The conclusion where no ratio can be given. */
    private Optional<Conclusion> noRatios() {
        if (!evidence.isEnough()) {
            return Optional.of(abstains(
                    "There is too little text for any answer about " + suspect + ".",
                    List.of((comparison.responses() == 1 ? "1 answer was" : comparison.responses() + " answers were")
                            + " read, at least " + Judge.MIN_RESPONSES
                            + " are needed")));
        }
        if (admissible.isEmpty()) {
            return Optional.of(abstains(
                    "There is no candidate to compare " + suspect + " with.",
                    List.of(
                            comparison.candidates().isEmpty()
                                    ? "the library holds no candidate that is not a relative of the suspect"
                                    : "every candidate is ruled out")));
        }
        String ranked = "The candidates can be ranked by likeness to " + suspect + ", but ";
        if (calibration.isEmpty()) {
            return Optional.of(abstains(
                    ranked + "no more can be said.",
                    List.of("the library was not calibrated on models of known descent for prompts like these")));
        }
        return restraint.prevents()
                ? Optional.of(abstains(
                        ranked + "no ratio can be given: the models that ratios are calibrated on differ in "
                                + restraint.names(Confound.Effect.PREVENTS) + ".",
                        restraint.reasons()))
                : Optional.empty();
    }

    private Conclusion calibrated(Calibration scale) {
        CandidateFinding best = admissible.get(0);
        Strength strength = restraint.on(best.strength());
        Conclusion found;
        if (best.strength().compareTo(Strength.WEAK) < 0) {
            found = none(
                    best.strength(),
                    "The findings do not support that " + suspect + " was trained on outputs of any of the candidates.",
                    "the nearest candidate, " + best.name() + ", is no nearer than independent models' nearest");
        } else if (!scale.supports(best.score())) {
            found = none(
                    Strength.NONE,
                    "The findings do not suffice to name a candidate on whose outputs " + suspect + " was trained.",
                    "the nearest candidate, " + best.name() + ", has "
                            + best.strength().words()
                            + ", but too many independent models' nearest are as near");
        } else if (strength.compareTo(Strength.WEAK) < 0) {
            found = abstains(
                    "What likeness there is between " + suspect + " and " + best.name() + " may come from "
                            + restraint.names(Confound.Effect.WEAKENS) + " alone.",
                    List.of());
        } else if (regime() == PromptRegime.KNOWN
                && evidence.shifts().isEmpty() // where they were compared they know better
                && FellowStudents.scoreBefore(best) > scale.highestStudent()) {
            found = nearerThanStudents(best, strength);
        } else {
            found = named(best, strength, scale.margin(COVERAGE));
        }
        List<String> reasons = new ArrayList<>(found.reasons());
        reasons.addAll(restraint.reasons());
        return new Conclusion(found.kind(), found.strength(), found.candidates(), found.statement(), reasons);
    }

    private Conclusion nearerThanStudents(CandidateFinding best, Strength strength) {
        return new Conclusion(
                Conclusion.Kind.SAME_MODEL,
                strength,
                List.of(best.name()),
                suspect + " answers more like " + best.name()
                        + " than any known student answers like its teacher: it may be the same model, a copy, its weights"
                        + " trained further, or a student of the same teacher.",
                List.of(
                        "so much likeness is no evidence of training on the candidate's outputs; answers to 320 prompts of the"
                                + " library would tell the same model from a fellow student"));
    }

    private Conclusion named(CandidateFinding best, Strength strength, double margin) {
        List<CandidateFinding> close = admissible.stream()
                .filter(f -> f.score() >= best.score() - margin && f.strength().compareTo(Strength.WEAK) >= 0)
                .toList();
        List<String> names = close.stream().map(CandidateFinding::name).toList();
        String proposition = "The findings give " + strength.words() + " to the proposition that " + suspect
                + " was trained on outputs of ";
        if (close.stream().map(CandidateFinding::family).distinct().count() == 1) {
            return new Conclusion(
                    Conclusion.Kind.ONE_CANDIDATE,
                    strength,
                    names,
                    proposition + LabWords.named(best) + " or a close relative of it.",
                    List.of());
        }
        return new Conclusion(
                Conclusion.Kind.SEVERAL_CANDIDATES,
                strength,
                names,
                proposition + "at least one of " + names.size()
                        + " candidates that cannot be told apart" + LabWords.whose(close) + "; the nearest is "
                        + LabWords.named(best) + ".",
                List.of(
                        "named are the nearest candidate and every other with support that comes close behind it: of students"
                                + " whose teacher is known, the true teacher came no further behind in "
                                + Decimals.text(COVERAGE * 100)
                                + " % of their families"));
    }

    private PromptRegime regime() {
        return PromptRegime.of(comparison.knownPrompts());
    }

    private Conclusion none(Strength strength, String statement, String nearest) {
        return new Conclusion(
                Conclusion.Kind.NONE_OF_THE_CANDIDATES, strength, List.of(), statement, List.of(nearest, missed));
    }

    private static Conclusion abstains(String statement, List<String> reasons) {
        return new Conclusion(Conclusion.Kind.ABSTAINS, Strength.NONE, List.of(), statement, reasons);
    }
}
