package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.PromptShifts;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a comparison into a verdict: what may be said, how strongly, and what a reader must know. Immutable. */
public final class Judge {
    /** Fewer answers than this say nothing. */
    static final int MIN_RESPONSES = 20;
    /** From so many answers on, innocents' scores on unseen prompts were no higher than with all answers. */
    private static final int ENOUGH_ON_UNSEEN_PROMPTS = 200;
    /** Fewer answers than this are said to be few. */
    private static final int FEW_RESPONSES = 100;
    /** How often the set of candidates named is to hold the true teacher. */
    private static final double COVERAGE = 0.9;
    /** For so many candidates the table of ratios without each channel is shown. */
    private static final int SHOWN = 3;

    /** Of models that were read as one suspect, so many are named. */
    private static final int NAMED = 5;

    private final Eligibility eligibility;

    private Judge(Eligibility eligibility) {
        this.eligibility = requireNonNull(eligibility, "eligibility");
    }

    /**
     * A judge.
     *
     * @param eligibility which of the models compared may be the teacher
     * @return the judge
     */
    public static Judge of(Eligibility eligibility) {
        return new Judge(eligibility);
    }

    /**
     * Judges a suspect.
     *
     * @param print its fingerprint
     * @param input what was read of it
     * @param comparison how it compares with each candidate
     * @param library the library with which it was compared
     * @param shifts whether its answers shift along with the candidates' from prompt to prompt; empty where that was not compared
     * @param reexamined what else could explain a likeness, found by comparing again
     * @param splices what was found where answers of candidates were spliced into the suspect's
     * @param provenance what is needed to get the same verdict again
     * @return the verdict
     */
    public Verdict judge(
            Fingerprint print,
            ReadSummary input,
            Comparison comparison,
            ReferenceLibrary library,
            Optional<PromptShifts> shifts,
            List<Confound> reexamined,
            List<Power.Splice> splices,
            Provenance provenance) {
        String suspect = print.name();
        List<Confound> confounds = new ArrayList<>(comparison
                .details()
                .map(d -> ConfoundGuard.of(d.coverage()).examine(print, comparison.knownPrompts()))
                .orElse(List.of()));
        confounds.addAll(reexamined);
        Optional<HumanLikeness> human = HumanTexts.builtIn().examine(print);
        human.map(HumanLikeness::confound).ifPresent(confounds::add);
        Restraint restraint = new Restraint(confounds);
        AuditPlan plan = AuditPlan.of(library);
        PromptRegime regime = regime(comparison);
        List<CandidateFinding> findings = findings(comparison, restraint);
        List<CandidateFinding> admissible =
                findings.stream().filter(f -> f.ruledOut().isEmpty()).toList();
        boolean enough = comparison.responses() >= MIN_RESPONSES;
        Conclusion conclusion = shifts.flatMap(together -> sameModel(suspect, together, admissible))
                .or(() -> human.filter(h -> enough && h.isLikePeople()).map(h -> likePeople(suspect, h)))
                .orElseGet(() -> conclusion(
                        suspect, comparison, admissible, restraint, plan.missed(comparison.responses(), regime)));
        Verdict verdict = new Verdict(
                suspect,
                input,
                conclusion,
                findings,
                caveats(input, comparison, conclusion, findings, restraint, provenance),
                provenance);
        Exhibits exhibits = exhibits(suspect, comparison, admissible).withConfounds(confounds);
        return verdict.withExhibits(plan.power(
                        comparison.responses(),
                        regime,
                        eligibility.availableBefore().isPresent(),
                        splices)
                .map(exhibits::withPower)
                .orElse(exhibits));
    }

    private List<CandidateFinding> findings(Comparison comparison, Restraint restraint) {
        List<CandidateFinding> findings = new ArrayList<>();
        List<CandidateScore> others = new ArrayList<>();
        for (CandidateScore candidate : comparison.candidates()) {
            if (!eligibility.admits(candidate.model())) {
                others.add(candidate);
            } else {
                findings.add(finding(candidate, findings.size() + 1, comparison, restraint));
            }
        }
        for (CandidateScore candidate : others) {
            findings.add(finding(candidate, findings.size() + 1, comparison, restraint));
        }
        return findings;
    }

    private CandidateFinding finding(CandidateScore candidate, int rank, Comparison comparison, Restraint restraint) {
        ReferenceModel model = candidate.model();
        boolean enough = comparison.responses() >= MIN_RESPONSES && !restraint.prevents();
        Optional<Estimate> ratio = enough ? candidate.log10LikelihoodRatio() : Optional.empty();
        List<ChannelFinding> channels = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Double score = candidate.channels().get(channel);
            if (score != null) {
                channels.add(new ChannelFinding(
                        channel.title(), score, enough ? candidate.only(channel) : Optional.empty()));
            }
        }
        return new CandidateFinding(
                model.name(),
                model.family(),
                model.lab(),
                rank,
                candidate.score(),
                ratio,
                ratio.map(r -> Strength.of(r.value())).orElse(Strength.NONE),
                enough ? candidate.pValue() : Optional.empty(),
                channels,
                eligibility.ruledOut(model));
    }

    private static Optional<Conclusion> sameModel(
            String suspect, PromptShifts shifts, List<CandidateFinding> admissible) {
        List<CandidateFinding> together = admissible.stream()
                .filter(f -> shifts.with(f.name()).filter(shifts::isSameModel).isPresent())
                .sorted(Comparator.comparingDouble(f -> -shifts.with(f.name()).orElseThrow()))
                .toList();
        if (together.isEmpty()) {
            return Optional.empty();
        }
        CandidateFinding best = together.get(0);
        return Optional.of(new Conclusion(
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
                                + (shifts.highestStudent() > 0
                                        ? "; the most of any known student with its teacher is "
                                                + Decimals.fixed(shifts.highestStudent(), 1)
                                        : ""),
                        "this kind of likeness is not evidence of training on outputs")));
    }

    private static Conclusion likePeople(String suspect, HumanLikeness human) {
        return new Conclusion(
                Conclusion.Kind.HUMAN_TEXT,
                Strength.NONE,
                List.of(),
                "The answers of " + suspect
                        + " read like texts of people, or of a base model that goes on with such, not like a chat model's;"
                        + " no teacher is named.",
                List.of(human.sentence()));
    }

    private static Conclusion conclusion(
            String suspect,
            Comparison comparison,
            List<CandidateFinding> admissible,
            Restraint restraint,
            String missed) {
        if (comparison.responses() < MIN_RESPONSES) {
            return abstains(
                    "There is too little text for any answer about " + suspect + ".",
                    comparison.responses() + " answers were read, at least " + MIN_RESPONSES + " are needed");
        }
        if (admissible.isEmpty()) {
            return abstains(
                    "There is no candidate to compare " + suspect + " with.",
                    comparison.candidates().isEmpty()
                            ? "the library holds no candidate that is not a relative of the suspect"
                            : "every candidate is ruled out");
        }
        if (comparison.calibration().isEmpty()) {
            return abstains(
                    "The candidates can be ranked by likeness to " + suspect + ", but no more can be said.",
                    "the library was not calibrated on models of known descent for prompts like these");
        }
        if (restraint.prevents()) {
            return new Conclusion(
                    Conclusion.Kind.ABSTAINS,
                    Strength.NONE,
                    List.of(),
                    "The candidates can be ranked by likeness to " + suspect
                            + ", but no ratio can be given: the models that ratios are" + " calibrated on differ in "
                            + restraint.names(Confound.Effect.PREVENTS) + ".",
                    restraint.reasons());
        }
        Conclusion found =
                calibrated(suspect, comparison.calibration().get(), regime(comparison), admissible, restraint, missed);
        List<String> reasons = new ArrayList<>(found.reasons());
        reasons.addAll(restraint.reasons());
        return new Conclusion(found.kind(), found.strength(), found.candidates(), found.statement(), reasons);
    }

    private static Conclusion calibrated(
            String suspect,
            Calibration calibration,
            PromptRegime regime,
            List<CandidateFinding> admissible,
            Restraint restraint,
            String missed) {
        CandidateFinding best = admissible.get(0);
        Strength strength = restraint.on(best.strength());
        if (best.strength().compareTo(Strength.WEAK) < 0) {
            return new Conclusion(
                    Conclusion.Kind.NONE_OF_THE_CANDIDATES,
                    best.strength(),
                    List.of(),
                    "The findings do not support that " + suspect + " was trained on outputs of any of the candidates.",
                    List.of(
                            "the nearest candidate, " + best.name() + ", is no nearer than independent models' nearest",
                            missed));
        }
        if (!calibration.supports(best.score())) {
            return new Conclusion(
                    Conclusion.Kind.NONE_OF_THE_CANDIDATES,
                    Strength.NONE,
                    List.of(),
                    "The findings do not suffice to name a candidate on whose outputs " + suspect + " was trained.",
                    List.of(
                            "the nearest candidate, " + best.name() + ", has "
                                    + best.strength().words()
                                    + ", but too many independent models' nearest are as near",
                            missed));
        }
        if (strength.compareTo(Strength.WEAK) < 0) {
            return new Conclusion(
                    Conclusion.Kind.ABSTAINS,
                    Strength.NONE,
                    List.of(),
                    "What likeness there is between " + suspect + " and " + best.name() + " may come from "
                            + restraint.names(Confound.Effect.WEAKENS) + " alone.",
                    List.of());
        }
        if (regime == PromptRegime.KNOWN && best.score() > calibration.highestStudent()) {
            return new Conclusion(
                    Conclusion.Kind.SAME_MODEL,
                    strength,
                    List.of(best.name()),
                    suspect + " answers more like " + best.name()
                            + " than any known student answers like its teacher: it may be the same model, a copy, or its"
                            + " weights trained further.",
                    List.of("this kind of likeness is not evidence of training on outputs"));
        }
        double margin = calibration.margin(COVERAGE);
        List<CandidateFinding> close = admissible.stream()
                .filter(f -> f.score() >= best.score() - margin && f.strength().compareTo(Strength.WEAK) >= 0)
                .toList();
        List<String> names = close.stream().map(CandidateFinding::name).toList();
        boolean oneFamily =
                close.stream().map(CandidateFinding::family).distinct().count() == 1;
        String words = strength.words();
        if (oneFamily) {
            return new Conclusion(
                    Conclusion.Kind.ONE_CANDIDATE,
                    strength,
                    names,
                    "The findings give " + words + " to the proposition that " + suspect + " was trained on outputs of "
                            + best.name() + " or a close relative of it.",
                    List.of());
        }
        return new Conclusion(
                Conclusion.Kind.SEVERAL_CANDIDATES,
                strength,
                names,
                "The findings give " + words + " to the proposition that " + suspect
                        + " was trained on outputs of at least one of " + names.size()
                        + " candidates that cannot be told apart; the nearest is " + best.name() + ".",
                List.of(
                        "named are the nearest candidate and every other with support that comes close behind it: of students"
                                + " whose teacher is known, the true teacher came no further behind in "
                                + Decimals.text(COVERAGE * 100)
                                + " % of their families"));
    }

    private static PromptRegime regime(Comparison comparison) {
        return PromptRegime.of(comparison.knownPrompts());
    }

    private static Conclusion abstains(String statement, String reason) {
        return new Conclusion(Conclusion.Kind.ABSTAINS, Strength.NONE, List.of(), statement, List.of(reason));
    }

    private List<Caveat> caveats(
            ReadSummary input,
            Comparison comparison,
            Conclusion conclusion,
            List<CandidateFinding> findings,
            Restraint restraint,
            Provenance provenance) {
        List<Caveat> caveats = new ArrayList<>();
        caveats.add(new Caveat(
                Caveat.Kind.GENERAL,
                "This is evidence, not proof. A likelihood ratio says how much more probable the findings are under one"
                        + " proposition than under the other; how probable the proposition is depends on everything else"
                        + " that is known."));
        if (conclusion.kind() == Conclusion.Kind.ONE_CANDIDATE
                || conclusion.kind() == Conclusion.Kind.SEVERAL_CANDIDATES) {
            caveats.add(new Caveat(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "Transcripts of popular models stand on the open web; a model trained on web text learns from them"
                            + " without anybody's intent."));
            caveats.add(new Caveat(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "A base model shared with the candidate, or another teacher that was itself taught by the candidate,"
                            + " can give the same likeness."));
            caveats.add(new Caveat(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "A system prompt or guideline for the style of answers can imitate another model's habits."));
            if (regime(comparison) == PromptRegime.UNSEEN) {
                caveats.add(new Caveat(
                        Caveat.Kind.ALTERNATIVE_EXPLANATION,
                        "It may be the candidate itself, or its weights trained further: from one set of prompts to another a"
                                + " model is as unlike itself as a student is unlike its teacher. Answers to the library's own"
                                + " prompts would tell."));
            }
        }
        if (input.models().size() > 1) {
            caveats.add(new Caveat(
                    Caveat.Kind.CONFOUND,
                    "The answers name " + input.models().size() + " models ("
                            + input.models().stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (input.models().size() > NAMED ? ", …" : "")
                            + "). They were examined together as one suspect: where these are different models and not names"
                            + " of one, the verdict is about their mixture."));
        }
        caveats.addAll(restraint.caveats());
        if (comparison.responses() >= MIN_RESPONSES && comparison.responses() < FEW_RESPONSES) {
            caveats.add(new Caveat(
                    Caveat.Kind.SAMPLE,
                    "Only " + comparison.responses() + " answers were compared; with " + FEW_RESPONSES
                            + " the instrument sees markedly more."));
        }
        comparison
                .calibration()
                .ifPresent(calibration -> caveats.add(new Caveat(
                        Caveat.Kind.CALIBRATION,
                        "The ratios were calibrated on "
                                + calibration.controls().controls()
                                + " independent families of innocents; none beyond "
                                + Decimals.fixed(
                                        StrictMath.pow(10, calibration.bounds().high()), 0)
                                + " is reported, and no p-value below "
                                + Decimals.text(calibration.controls().smallestPValue())
                                + " is possible. A ratio or an end of an interval that stands at the bound was cut"
                                + " there; it does not mean certainty.")));
        comparison
                .calibration()
                .filter(calibration -> !calibration.learnedOn().equals(provenance.libraryName()))
                .ifPresent(calibration -> caveats.add(new Caveat(
                        Caveat.Kind.CALIBRATION,
                        "These references are not calibrated themselves; the ratios are calibrated on the library '"
                                + calibration.learnedOn() + "' and hold only as far as the two are alike.")));
        if (comparison.knownPrompts() < 1) {
            caveats.add(new Caveat(
                    Caveat.Kind.CALIBRATION,
                    Decimals.fixed(100 * comparison.knownPrompts(), 0)
                            + " % of the prompts were answered by the library's models as well; answers to the library's"
                            + " own prompts would be compared more sharply."));
        }
        if (regime(comparison) == PromptRegime.UNSEEN && comparison.responses() < ENOUGH_ON_UNSEEN_PROMPTS) {
            caveats.add(new Caveat(
                    Caveat.Kind.SAMPLE,
                    "Scores of fewer than " + ENOUGH_ON_UNSEEN_PROMPTS
                            + " answers to prompts that the library does not know"
                            + " come out high, for independent models too; weak support is worth less than its words"
                            + " here."));
        }
        Optional<YearMonth> date = eligibility.availableBefore();
        if (date.isEmpty()) {
            caveats.add(new Caveat(
                    Caveat.Kind.DATES,
                    "No date was given for the suspect. Text cannot show direction: a candidate that came later may be"
                            + " the student."));
        } else {
            if (comparison.candidates().stream().anyMatch(c -> !c.model().availableBefore(date.get()))) {
                caveats.add(new Caveat(
                        Caveat.Kind.DATES,
                        "Candidates that were not available before " + date.get() + " are ruled out."));
            }
            List<String> undated = comparison.candidates().stream()
                    .map(CandidateScore::model)
                    .filter(m -> m.availableSince().isEmpty() && eligibility.admits(m))
                    .map(ReferenceModel::name)
                    .toList();
            if (!undated.isEmpty()) {
                caveats.add(new Caveat(
                        Caveat.Kind.DATES,
                        "Of " + undated.size() + " of the candidates it is not known since when they are available,"
                                + " so they are not ruled out: " + String.join(", ", undated) + "."));
            }
        }
        return caveats;
    }

    private static Exhibits exhibits(String suspect, Comparison comparison, List<CandidateFinding> admissible) {
        if (comparison.calibration().isEmpty() || admissible.isEmpty()) {
            return Exhibits.NONE;
        }
        List<Calibration.Point> known = comparison.calibration().get().points();
        // a suspect that the library knows is no control of itself, nor are its relatives
        List<String> own = known.stream()
                .filter(p -> p.name().equalsIgnoreCase(suspect))
                .map(Calibration.Point::family)
                .toList();
        List<Controls.Point> points = known.stream()
                .filter(p -> !own.contains(p.family()))
                .map(p -> new Controls.Point(p.name(), p.family(), p.score(), p.trained()))
                .toList();
        CandidateFinding best = admissible.get(0);
        Exhibits exhibits = Exhibits.NONE.withControls(List.of(new Controls(best.name(), best.score(), points)));
        return best.log10LikelihoodRatio().isEmpty()
                ? exhibits
                : exhibits.withoutChannel(dropped(comparison, admissible));
    }

    private static List<DroppedChannel> dropped(Comparison comparison, List<CandidateFinding> admissible) {
        List<DroppedChannel> table = new ArrayList<>();
        for (CandidateFinding finding : admissible.subList(0, Math.min(SHOWN, admissible.size()))) {
            for (CandidateScore candidate : comparison.candidates()) {
                if (candidate.model().name().equals(finding.name())) {
                    for (Channel channel : Channel.values()) {
                        candidate
                                .without(channel)
                                .ifPresent(r -> table.add(new DroppedChannel(finding.name(), channel.title(), r)));
                    }
                }
            }
        }
        return table;
    }
}
