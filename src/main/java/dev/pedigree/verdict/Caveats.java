package dev.pedigree.verdict;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceModel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects what a reader must know before acting on a verdict. */
final class Caveats {
    /** From so many answers on, innocents' scores on unseen prompts were no higher than with all answers. */
    private static final int ENOUGH_ON_UNSEEN_PROMPTS = 200;
    /** Fewer answers than this are said to be few. */
    private static final int FEW_RESPONSES = 100;
    /** Of models that were read as one suspect, so many are named. */
    private static final int NAMED = 5;
    /** Where more of the prompts are the library's, other prompts would tell no more. */
    private static final double NEARLY_ALL = 0.95;

    private final Comparison comparison;
    private final PromptRegime regime;
    private final List<Caveat> caveats = new ArrayList<>();

    /**
     * The caveat that always holds.
     *
     * @param comparison how the suspect compares with each candidate
     */
    Caveats(Comparison comparison) {
        this.comparison = comparison;
        this.regime = PromptRegime.of(comparison.knownPrompts());
        add(
                Caveat.Kind.GENERAL,
                "This is evidence, not proof. A likelihood ratio says how much more probable the findings are under one"
                        + " proposition than under the other; how probable the proposition is depends on everything else"
                        + " that is known.");
    }

    /** Other ways in which a likeness can have come about, where a candidate was named. */
    Caveats alternatives(Conclusion conclusion) {
        if (conclusion.kind() != Conclusion.Kind.ONE_CANDIDATE
                && conclusion.kind() != Conclusion.Kind.SEVERAL_CANDIDATES) {
            return this;
        }
        add(
                Caveat.Kind.ALTERNATIVE_EXPLANATION,
                "Transcripts of popular models stand on the open web; a model trained on web text learns from them"
                        + " without anybody's intent.");
        add(
                Caveat.Kind.ALTERNATIVE_EXPLANATION,
                "A base model shared with the candidate, or another teacher that was itself taught by the candidate,"
                        + " can give the same likeness.");
        add(
                Caveat.Kind.ALTERNATIVE_EXPLANATION,
                "A system prompt or guideline for the style of answers can imitate another model's habits.");
        if (regime == PromptRegime.UNSEEN) {
            add(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "It may be the candidate itself, or its weights trained further: from one set of prompts to another a"
                            + " model is as unlike itself as a student is unlike its teacher. Answers to the library's own"
                            + " prompts would tell.");
        }
        return this;
    }

    /** That answers of several models were read as one suspect. */
    Caveats models(ReadSummary input) {
        List<String> models = input.models();
        if (models.size() > 1) {
            add(
                    Caveat.Kind.CONFOUND,
                    "The answers name " + models.size() + " models ("
                            + models.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (models.size() > NAMED ? ", …" : "")
                            + "). They were examined together as one suspect: where these are different models and not names"
                            + " of one, the verdict is about their mixture.");
        }
        return this;
    }

    /** Which models were left out for a suspect that is known by its name. */
    Caveats relatives(List<String> leftOut) {
        if (!leftOut.isEmpty()) {
            add(
                    Caveat.Kind.RELATIVES,
                    "By its name the suspect is a known model, or a relative of known ones. Where the name means another model,"
                            + " examine the answers under another name. These were not compared with it and had no part in the"
                            + " ratios: " + String.join(", ", leftOut) + ".");
        }
        return this;
    }

    /** That some candidates may be fellow students of the suspect. */
    Caveats fellowStudents(List<CandidateFinding> candidates) {
        List<String> names = candidates.stream()
                .filter(c -> FellowStudents.before(c)
                        .filter(r -> Strength.of(r.value()).compareTo(Strength.WEAK) >= 0)
                        .isPresent())
                .map(CandidateFinding::name)
                .toList();
        if (!names.isEmpty()) {
            add(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "What " + names.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "")
                            + " learned from is not disclosed: it may be the suspect's own teacher. The ratio for such a candidate is"
                            + " held against that too, as far as an independent candidate fits the answers.");
        }
        return this;
    }

    /** What else could explain a likeness. */
    Caveats confounds(Restraint restraint) {
        caveats.addAll(restraint.caveats());
        return this;
    }

    /**
     * How far the answers and the calibration reach.
     *
     * @param scale the calibration behind the ratios that were given; empty where none were, as of those nothing must be known then
     */
    Caveats calibration(Optional<Calibration> scale, String library) {
        if (comparison.responses() >= Judge.MIN_RESPONSES && comparison.responses() < FEW_RESPONSES) {
            add(
                    Caveat.Kind.SAMPLE,
                    "Only " + comparison.responses() + " answers were compared; with " + FEW_RESPONSES
                            + " the instrument sees markedly more.");
        }
        scale.ifPresent(calibration -> bounds(calibration, library));
        if (comparison.knownPrompts() < NEARLY_ALL) {
            add(
                    Caveat.Kind.CALIBRATION,
                    (comparison.knownPrompts() == 0
                                    ? "None"
                                    : Decimals.fixed(100 * comparison.knownPrompts(), 0) + " %")
                            + " of the prompts were answered by the library's models as well; answers to the library's"
                            + " own prompts would be compared more sharply.");
        }
        if (scale.isPresent() && regime == PromptRegime.UNSEEN && comparison.responses() < ENOUGH_ON_UNSEEN_PROMPTS) {
            add(
                    Caveat.Kind.SAMPLE,
                    "Scores of fewer than " + ENOUGH_ON_UNSEEN_PROMPTS
                            + " answers to prompts that the library does not know"
                            + " come out high, for independent models too; weak support is worth less than its words"
                            + " here.");
        }
        return this;
    }

    private void bounds(Calibration calibration, String library) {
        add(
                Caveat.Kind.CALIBRATION,
                "The ratios were calibrated on " + calibration.controls().controls()
                        + " independent families of innocents; none beyond "
                        + Decimals.ratio(calibration.bounds().high())
                        + " is reported, and no p-value below "
                        + Decimals.rounded(calibration.controls().smallestPValue())
                        + " is possible. A ratio or an end of an interval that stands at the bound was cut"
                        + " there; it does not mean certainty.");
        if (!calibration.learnedOn().equals(library)) {
            add(
                    Caveat.Kind.CALIBRATION,
                    "These references are not calibrated themselves; the ratios are calibrated on the library '"
                            + calibration.learnedOn() + "' and hold only as far as the two are alike.");
        }
    }

    /** What dates rule out, and what they leave open. */
    Caveats dates(Eligibility eligibility) {
        Optional<YearMonth> date = eligibility.availableBefore();
        if (date.isEmpty()) {
            add(
                    Caveat.Kind.DATES,
                    "No date was given for the suspect. Text cannot show direction: a candidate that came later may be"
                            + " the student.");
            return this;
        }
        List<ReferenceModel> models =
                comparison.candidates().stream().map(CandidateScore::model).toList();
        if (models.stream().anyMatch(m -> !m.availableBefore(date.get()))) {
            add(
                    Caveat.Kind.DATES,
                    (eligibility.byName()
                            ? "No date was given; a model of the suspect's name appeared in " + date.get()
                                    + ". So candidates that were not available before that month are ruled out: give"
                                    + " another date if the suspect is another."
                            : "Candidates that were not available before " + date.get() + " are ruled out."));
        }
        List<String> undated = models.stream()
                .filter(m -> m.availableSince().isEmpty() && eligibility.admits(m))
                .map(ReferenceModel::name)
                .toList();
        if (!undated.isEmpty()) {
            add(
                    Caveat.Kind.DATES,
                    "Of " + undated.size() + " of the candidates it is not known since when they are available,"
                            + " so they are not ruled out: " + String.join(", ", undated) + ".");
        }
        return this;
    }

    /** All that were collected, in this order. */
    List<Caveat> all() {
        return List.copyOf(caveats);
    }

    private void add(Caveat.Kind kind, String text) {
        caveats.add(new Caveat(kind, text));
    }
}
