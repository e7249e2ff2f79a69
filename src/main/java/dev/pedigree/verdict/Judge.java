package dev.pedigree.verdict;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a comparison into a verdict: what may be said, how strongly, and what a reader must know. Immutable. */
public final class Judge {
    /** Fewer answers than this say nothing. */
    static final int MIN_RESPONSES = 20;
    /** Fewer answers than this are said to be few. */
    private static final int FEW_RESPONSES = 100;
    /** How often the set of candidates named is to hold the true teacher. */
    private static final double COVERAGE = 0.9;

    private final Optional<YearMonth> availableBefore;

    private Judge(Optional<YearMonth> availableBefore) {
        this.availableBefore = availableBefore;
    }

    /**
     * A judge.
     *
     * @param availableBefore the month before which a teacher must have been available; empty where the suspect's date is unknown
     * @return the judge
     */
    public static Judge withDate(Optional<YearMonth> availableBefore) {
        return new Judge(availableBefore);
    }

    /**
     * Judges a suspect.
     *
     * @param suspect its name
     * @param input what was read of it
     * @param comparison how it compares with each candidate
     * @param provenance what is needed to get the same verdict again
     * @return the verdict
     */
    public Verdict judge(String suspect, ReadSummary input, Comparison comparison, Provenance provenance) {
        List<CandidateFinding> findings = findings(comparison);
        List<CandidateFinding> admissible =
                findings.stream().filter(f -> f.ruledOut().isEmpty()).toList();
        Conclusion conclusion = conclusion(suspect, comparison, admissible);
        Verdict verdict = new Verdict(
                suspect,
                input,
                conclusion,
                findings,
                caveats(comparison, conclusion, findings, provenance),
                provenance);
        return verdict.withExhibits(exhibits(comparison, admissible));
    }

    private List<CandidateFinding> findings(Comparison comparison) {
        List<CandidateFinding> findings = new ArrayList<>();
        List<CandidateScore> late = new ArrayList<>();
        for (CandidateScore candidate : comparison.candidates()) {
            if (ruledOut(candidate.model()).isPresent()) {
                late.add(candidate);
            } else {
                findings.add(finding(candidate, findings.size() + 1, comparison));
            }
        }
        for (CandidateScore candidate : late) {
            findings.add(finding(candidate, findings.size() + 1, comparison));
        }
        return findings;
    }

    private CandidateFinding finding(CandidateScore candidate, int rank, Comparison comparison) {
        ReferenceModel model = candidate.model();
        boolean enough = comparison.responses() >= MIN_RESPONSES;
        Optional<Estimate> ratio = enough ? candidate.log10LikelihoodRatio() : Optional.empty();
        List<ChannelFinding> channels = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Double score = candidate.channels().get(channel);
            if (score != null) {
                channels.add(new ChannelFinding(channel.title(), score, Optional.empty()));
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
                ruledOut(model));
    }

    private Optional<String> ruledOut(ReferenceModel model) {
        if (availableBefore.isEmpty() || model.availableSince().isEmpty()) {
            return Optional.empty();
        }
        return model.availableBefore(availableBefore.get())
                ? Optional.empty()
                : Optional.of(
                        "available since " + model.availableSince().get() + ", not before " + availableBefore.get());
    }

    private static Conclusion conclusion(String suspect, Comparison comparison, List<CandidateFinding> admissible) {
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
                            : "every candidate is ruled out by its date");
        }
        if (comparison.calibration().isEmpty()) {
            return abstains(
                    "The candidates can be ranked by likeness to " + suspect + ", but no more can be said.",
                    "the library was not calibrated on models of known descent for prompts like these");
        }
        return calibrated(suspect, comparison.calibration().get(), admissible);
    }

    private static Conclusion calibrated(String suspect, Calibration calibration, List<CandidateFinding> admissible) {
        CandidateFinding best = admissible.get(0);
        if (best.strength().compareTo(Strength.WEAK) < 0) {
            return new Conclusion(
                    Conclusion.Kind.NONE_OF_THE_CANDIDATES,
                    best.strength(),
                    List.of(),
                    "The findings do not support that " + suspect + " was trained on outputs of any of the candidates.",
                    List.of("the nearest candidate, " + best.name()
                            + ", is no nearer than independent models' nearest"));
        }
        if (best.score() > calibration.highestStudent()) {
            return new Conclusion(
                    Conclusion.Kind.SAME_MODEL,
                    best.strength(),
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
        String words = best.strength().words();
        if (oneFamily) {
            return new Conclusion(
                    Conclusion.Kind.ONE_CANDIDATE,
                    best.strength(),
                    names,
                    "The findings give " + words + " to the proposition that " + suspect + " was trained on outputs of "
                            + best.name() + " or a close relative of it.",
                    List.of());
        }
        return new Conclusion(
                Conclusion.Kind.SEVERAL_CANDIDATES,
                best.strength(),
                names,
                "The findings give " + words + " to the proposition that " + suspect
                        + " was trained on outputs of at least one of " + names.size()
                        + " candidates that cannot be told apart; the nearest is " + best.name() + ".",
                List.of("in the calibration, sets formed like this one held the true teacher of "
                        + Decimals.text(COVERAGE * 100) + " % of the students' families"));
    }

    private static Conclusion abstains(String statement, String reason) {
        return new Conclusion(Conclusion.Kind.ABSTAINS, Strength.NONE, List.of(), statement, List.of(reason));
    }

    private List<Caveat> caveats(
            Comparison comparison, Conclusion conclusion, List<CandidateFinding> findings, Provenance provenance) {
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
        }
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
                                + Decimals.text(calibration.controls().smallestPValue()) + " is possible.")));
        comparison
                .calibration()
                .filter(calibration -> !calibration.learnedOn().equals(provenance.libraryName()))
                .ifPresent(calibration -> caveats.add(new Caveat(
                        Caveat.Kind.CALIBRATION,
                        "The library holds too few models of known descent to be calibrated itself; the ratios are"
                                + " calibrated on the library '" + calibration.learnedOn() + "' and hold only as far as"
                                + " the two are alike.")));
        if (comparison.knownPrompts() < 1) {
            caveats.add(new Caveat(
                    Caveat.Kind.CALIBRATION,
                    Decimals.fixed(100 * comparison.knownPrompts(), 0)
                            + " % of the prompts were answered by the library's models as well; answers to the library's"
                            + " own prompts would be compared more sharply."));
        }
        if (availableBefore.isEmpty()) {
            caveats.add(new Caveat(
                    Caveat.Kind.DATES,
                    "No date was given for the suspect. Text cannot show direction: a candidate that came later may be"
                            + " the student."));
        } else if (findings.stream().anyMatch(f -> f.ruledOut().isPresent())) {
            caveats.add(new Caveat(
                    Caveat.Kind.DATES,
                    "Candidates that were not available before " + availableBefore.get() + " are ruled out."));
        }
        return caveats;
    }

    private static Exhibits exhibits(Comparison comparison, List<CandidateFinding> admissible) {
        if (comparison.calibration().isEmpty() || admissible.isEmpty()) {
            return Exhibits.NONE;
        }
        List<Controls.Point> points = comparison.calibration().get().points().stream()
                .map(p -> new Controls.Point(p.name(), p.family(), p.score(), p.trained()))
                .toList();
        CandidateFinding best = admissible.get(0);
        return Exhibits.NONE.withControls(List.of(new Controls(best.name(), best.score(), points)));
    }
}
