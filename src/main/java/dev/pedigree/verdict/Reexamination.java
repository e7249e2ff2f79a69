package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.AnswerTraits;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PhraseBook;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.Confound.Effect;
import dev.pedigree.verdict.Confound.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The same comparison with one explanation taken away: without formatting, with lengths matched, beside the model that the suspect was
 * trained from. What is left of a candidate's likelihood ratio says whether that explanation suffices. Immutable.
 *
 * <p>Formatting is taken from both sides in the space of features, so that a fingerprint suffices. Lengths that are not alike already
 * are matched by cutting the suspect's answers to the candidate's median length where they are longer and their texts are at hand; else by comparing openings
 * alone, which are as long in every answer.
 */
public final class Reexamination {
    /** Marks that stand in sentences; other tokens without a letter are formatting. */
    private static final String PROSE_MARKS = ".,;:!?'\"()\u2018\u2019\u201c\u201d\u2026\u2013\u2014";

    /** Formatting wherever they stand; the last is a line end. */
    private static final String MARKS_OF_LAYOUT = "*#|`_\u23ce";

    /** Median lengths are matched where the longer is at most so many times the shorter. */
    private static final double MATCHED = 1.25;

    private final Cohort cohort;
    private final Predicate<ReferenceModel> candidates;
    private final Predicate<ReferenceModel> admissible;
    private final Optional<Corpus> answers;
    private final Optional<Fingerprint> base;

    private Reexamination(
            Cohort cohort,
            Predicate<ReferenceModel> candidates,
            Predicate<ReferenceModel> admissible,
            Optional<Corpus> answers,
            Optional<Fingerprint> base) {
        this.cohort = requireNonNull(cohort, "cohort");
        this.candidates = requireNonNull(candidates, "candidates");
        this.admissible = requireNonNull(admissible, "admissible");
        this.answers = requireNonNull(answers, "answers");
        this.base = requireNonNull(base, "base");
    }

    /**
     * A re-examination.
     *
     * @param cohort the models with which the suspect was compared
     * @param candidates which of them may be the teacher
     * @param admissible which of those are not ruled out
     * @param answers the suspect's answers; empty where only a fingerprint is at hand
     * @param base the fingerprint of the model that the suspect was trained from; empty where it is not at hand
     * @return the re-examination
     */
    public static Reexamination of(
            Cohort cohort,
            Predicate<ReferenceModel> candidates,
            Predicate<ReferenceModel> admissible,
            Optional<Corpus> answers,
            Optional<Fingerprint> base) {
        return new Reexamination(cohort, candidates, admissible, answers, base);
    }

    /**
     * Compares again.
     *
     * @param suspect the suspect's fingerprint
     * @param comparison how it compares with nothing taken away
     * @param candidate the name of the candidate whose likeness is to be explained: the first in the verdict, by all that counts there;
     *     empty where there is none
     * @return a finding for each explanation that could be taken away, harmless ones among them; empty where there is no ratio to
     *     explain or the candidate is ruled out
     */
    public List<Confound> examine(Fingerprint suspect, Comparison comparison, Optional<String> candidate) {
        Optional<CandidateScore> nearest = candidate.flatMap(name -> comparison.candidates().stream()
                .filter(c -> admissible.test(c.model()) && c.model().name().equals(name))
                .findFirst());
        List<Confound> found = new ArrayList<>();
        if (nearest.flatMap(CandidateScore::log10LikelihoodRatio).isPresent()
                && comparison.responses() >= Judge.MIN_RESPONSES) {
            formatting(suspect, nearest.get()).ifPresent(found::add);
            lengths(suspect, nearest.get()).ifPresent(found::add);
            base.ifPresent(b -> found.add(base(suspect, b, nearest.get())));
        }
        return found;
    }

    private Optional<Confound> formatting(Fingerprint suspect, CandidateScore nearest) {
        return cohort.without(Reexamination::isFormatting)
                .flatMap(bare -> ratio(bare, suspect, nearest.model()))
                .map(left -> left(
                        Kind.FORMATTING,
                        nearest,
                        left,
                        "without habits of formatting (marks, numbers and line ends at the starts of answers, sentences and"
                                + " lines), taken from both sides,"));
    }

    private Optional<Confound> lengths(Fingerprint suspect, CandidateScore nearest) {
        double own = AnswerTraits.of(suspect).medianTokens();
        double theirs = cohort.medianTokens(nearest.model().name());
        boolean longer = own > theirs * MATCHED;
        if (!longer && theirs <= own * MATCHED) {
            return Optional.empty();
        }
        if (longer && answers.isPresent() && theirs >= 1) {
            Fingerprint cut = Fingerprinter.withDefaults()
                    .withLongest((int) Math.round(theirs))
                    .fingerprint(answers.get());
            return ratio(cohort, cut, nearest.model())
                    .map(left -> left(
                            Kind.MATCHED_LENGTHS,
                            nearest,
                            left,
                            "with answers cut to " + Math.round(theirs)
                                    + " tokens, the median length of the candidate's,"));
        }
        return nearest.only(Channel.OPENINGS)
                .map(left -> left(
                        Kind.MATCHED_LENGTHS,
                        nearest,
                        left.value(),
                        "by how answers open alone, which does not depend on their length,"));
    }

    private Optional<Double> ratio(Cohort with, Fingerprint suspect, ReferenceModel candidate) {
        return Comparer.of(with, candidates, admissible).log10LikelihoodRatio(suspect, candidate.name());
    }

    private static Confound left(Kind kind, CandidateScore nearest, double left, String how) {
        double before = nearest.log10LikelihoodRatio().orElseThrow().value();
        boolean likeness = Strength.of(before).compareTo(Strength.WEAK) >= 0;
        Effect effect = Effect.NONE;
        if (likeness && left <= 0) {
            effect = Effect.WEAKENS;
        } else if (likeness && Strength.of(left).compareTo(Strength.WEAK) < 0) {
            effect = Effect.NOTED;
        }
        return new Confound(
                kind,
                StrictMath.pow(10, left),
                1,
                Double.POSITIVE_INFINITY,
                "a ratio that falls to 1 or below is explained by what was taken away",
                effect,
                how + " the likelihood ratio of style for " + nearest.model().name() + " is "
                        + Decimals.fixed(StrictMath.pow(10, left), 1) + " instead of "
                        + Decimals.fixed(StrictMath.pow(10, before), 1));
    }

    private Confound base(Fingerprint suspect, Fingerprint model, CandidateScore nearest) {
        Estimate nearer = Comparer.of(cohort, candidates, admissible)
                .nearer(suspect, model, nearest.model().name());
        boolean likeness =
                Strength.of(nearest.log10LikelihoodRatio().orElseThrow().value())
                                .compareTo(Strength.WEAK)
                        >= 0;
        boolean alike = nearer.low() <= 0;
        return new Confound(
                Kind.SAME_BASE,
                Math.max(0, nearer.value()),
                0,
                Double.POSITIVE_INFINITY,
                "the suspect must be nearer to the candidate than its base model is, by more than the 95 % interval of the difference",
                likeness && alike ? Effect.WEAKENS : Effect.NONE,
                "the suspect is " + Decimals.fixed(Math.abs(nearer.value()), 2) + " median distances (95 % interval "
                        + Decimals.fixed(nearer.low(), 2) + " to " + Decimals.fixed(nearer.high(), 2) + ") "
                        + (nearer.value() < 0 ? "farther from " : "nearer to ")
                        + nearest.model().name() + " than its base model, "
                        + model.name() + ", is"
                        + (alike ? ": the likeness may come from the base model" : ""));
    }

    /** Whether a phrase holds a token that is a mark of layout or a number, and no word or mark of prose. */
    static boolean isFormatting(PhraseBook.Phrase phrase) {
        String words = phrase.words();
        boolean letter = false; // in the token so far
        boolean mark = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean end = c == ' ';
            if (MARKS_OF_LAYOUT.indexOf(c) >= 0 || end && mark && !letter) {
                return true;
            }
            letter &= !end;
            mark &= !end;
            letter |= isLetter(c);
            mark |= !end && PROSE_MARKS.indexOf(c) < 0;
        }
        return mark && !letter;
    }

    /* what is not ASCII counts as a letter, but for a few marks of lists */
    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z'
                || c > 127 && "\u2022\u00b7\u25aa\u25ba\u25cf".indexOf(c) < 0 && PROSE_MARKS.indexOf(c) < 0;
    }
}
