package dev.pedigree.report;

import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** What every form for people says of the verdict itself, in the same words. */
final class VerdictWords {
    private VerdictWords() {}

    /**
     * The verdict's ratio in a sentence: {@code before}, the figure, {@code between}, the candidate's name, {@code after}.
     *
     * @param figure for example "7.4 times more", to be stressed
     * @param candidate somebody else's text
     */
    record RatioSentence(String before, String figure, String between, String candidate, String after) {
        String plain() {
            return before + figure + between + Visible.line(candidate, Escapes.NAME) + after;
        }
    }

    /** What is said in place of a strength where no ratio stands behind the conclusion; empty where one does. */
    static Optional<String> withoutRatio(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case ABSTAINS -> Optional.of("no answer");
            case HUMAN_TEXT -> Optional.of("reads like texts of people");
            case SAME_MODEL -> Optional.of("may be the same model");
            default -> Optional.empty();
        };
    }

    /** How far the conclusion reaches; stands next to it always. */
    static String limit(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case ONE_CANDIDATE, SEVERAL_CANDIDATES ->
                "Evidence, not proof: it says how much better the answers fit training on such outputs than no such training, not how"
                        + " the data came to be there, nor how probable it was before anybody looked.";
            case SAME_MODEL ->
                "Evidence, not proof: text can show that two models answer alike, not which came first or who is behind an endpoint.";
            case NONE_OF_THE_CANDIDATES ->
                "No support is not innocence: a small share of a teacher's outputs, or heavy rewriting, leaves no trace that this"
                        + " comparison can see.";
            case HUMAN_TEXT ->
                "Evidence, not proof: some models write much like people, and nothing is said of what people learned from models.";
            case ABSTAINS -> "No answer is given either way: neither suspicion nor clearance may be read into it.";
        };
    }

    /** What stands above the statement, for example "weak support (likelihood ratio 2 to 10)". */
    static String headline(Verdict verdict) {
        Strength strength = verdict.conclusion().strength();
        return withoutRatio(verdict.conclusion())
                .orElse(
                        saysWhatTheRatioSays(verdict)
                                ? strength.words() + " (likelihood ratio " + ReportWords.range(strength) + ")"
                                : strength.words());
    }

    /**
     * Whether the ratio of the nearest candidate lies on the step that the verdict names. Where the verdict says less than its ratio
     * would, the step's own range beside it would contradict the ratio.
     */
    static boolean saysWhatTheRatioSays(Verdict verdict) {
        return nearest(verdict)
                .flatMap(CandidateFinding::log10LikelihoodRatio)
                .map(ratio -> Strength.of(ratio.value()) == verdict.conclusion().strength())
                .orElse(true);
    }

    /** The ratio behind a verdict that names somebody; empty where it names nobody, or no ratio stands behind it. */
    static Optional<RatioSentence> ratio(Verdict verdict) {
        Conclusion conclusion = verdict.conclusion();
        if (conclusion.candidates().isEmpty() || withoutRatio(conclusion).isPresent()) {
            return Optional.empty(); // of what may be the same model the ratio is no evidence of training
        }
        return nearest(verdict)
                .flatMap(best -> best.log10LikelihoodRatio().map(ratio -> sentence(verdict, best.name(), ratio)));
    }

    private static RatioSentence sentence(Verdict verdict, String candidate, Estimate ratio) {
        String figure =
                ReportWords.ratio(StrictMath.abs(ratio.value())) + " times " + (ratio.value() < 0 ? "less" : "more");
        String less = saysWhatTheRatioSays(verdict)
                ? ""
                : " By itself that would be " + Strength.of(ratio.value()).words()
                        + "; the verdict says less, for the reasons given here.";
        return new RatioSentence(
                "The findings are about ",
                figure,
                " probable if it was trained on outputs of ",
                candidate,
                " or its relatives than if it was not" + interval(ratio) + less);
    }

    private static String interval(Estimate ratio) {
        String level = ReportWords.percent(ratio.level());
        String low = ReportWords.ratio(ratio.low());
        String high = ReportWords.ratio(ratio.high());
        boolean cut = ReportWords.isAtUpperBound(ratio);
        if (cut && low.equals(high)) {
            return ". The ratio and all of its " + level
                    + " interval are cut there: the calibration supports no higher ratio.";
        }
        return " (" + level + " interval of the ratio: " + low + " to " + high + ")."
                + (cut ? " It is cut there: the calibration supports no higher ratio." : "");
    }

    /** The first candidate that the verdict names, or else the first that may be the teacher. */
    private static Optional<CandidateFinding> nearest(Verdict verdict) {
        List<String> named = verdict.conclusion().candidates();
        return verdict.candidates().stream()
                .filter(c -> named.isEmpty() ? c.ruledOut().isEmpty() : named.contains(c.name()))
                .findFirst();
    }
}
