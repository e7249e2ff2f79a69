package dev.pedigree.verdict;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Comparison;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import dev.pedigree.stats.EmpiricalBounds;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Explains away what a candidate may owe to a teacher that it shares with the suspect. A lab's model of which it is not disclosed what it
 * was trained on may itself have learned from another's: whatever a student of that other model answers is then like both. For such a
 * candidate the alternative is not only a suspect that learned from nobody, but as likely as not one that learned from the independent
 * candidate that fits best; with the ratio L of that one, the candidate's own ratio is divided by (1 + L) / 2, where that is above 1.
 * Where no independent candidate fits, nothing changes. (The probability of the findings under an alternative of several parts is the
 * mean of those under each, weighted by how probable the parts are; that both parts are alike is an assumption.)
 */
public final class FellowStudents {
    /** What the candidate would be worth if nobody else's student came into question stands among its channels under this name. */
    static final String BEFORE = "beside untaught models alone";

    private static final double SHARE = 0.5;

    private FellowStudents() {}

    /**
     * The score of a candidate of undisclosed training beside a better known explanation.
     *
     * @param own its score
     * @param independent the highest score of an independent candidate of another lab
     * @param calibration what scores are worth
     * @return the score, the lower the better the independent candidate fits; never above its own
     */
    public static double score(double own, double independent, Calibration calibration) {
        double odds = StrictMath.pow(10, calibration.log10LikelihoodRatio(independent));
        double divisor = 1 - SHARE + SHARE * odds;
        return divisor > 1 ? calibration.weaker(own, StrictMath.log10(divisor)) : own;
    }

    /**
     * Whether a candidate may owe its likeness to another.
     *
     * @param candidate a candidate
     * @return whether it is a lab's own model that is not taken to be independent
     */
    public static boolean concern(ReferenceModel candidate) {
        return candidate.kind() == Kind.PRIMARY && !candidate.independent();
    }

    /**
     * Whether a candidate may be what another owes its likeness to.
     *
     * @param teacher a candidate that is taken to be independent
     * @param candidate a candidate of undisclosed training
     * @return whether they are of different houses
     */
    public static boolean mayHaveTaught(ReferenceModel teacher, ReferenceModel candidate) {
        return teacher.kind() == Kind.PRIMARY && teacher.independent() && !teacher.sameHouse(candidate);
    }

    /**
     * The candidates in their new order.
     *
     * @param candidates those that may be the teacher
     * @param comparison how the suspect compares with each
     * @param calibration what their scores are worth
     */
    static List<CandidateFinding> explained(
            List<CandidateFinding> candidates, Comparison comparison, Calibration calibration) {
        Map<String, ReferenceModel> models = new HashMap<>();
        for (CandidateScore score : comparison.candidates()) {
            models.put(score.model().name(), score.model());
        }
        List<CandidateFinding> explained = new ArrayList<>();
        for (CandidateFinding candidate : candidates) {
            explained.add(explained(candidate, candidates, models, calibration));
        }
        explained.sort(Comparator.comparingDouble(c -> -c.score()));
        List<CandidateFinding> ranked = new ArrayList<>();
        explained.forEach(c -> ranked.add(c.withRank(ranked.size() + 1)));
        return ranked;
    }

    private static CandidateFinding explained(
            CandidateFinding candidate,
            List<CandidateFinding> all,
            Map<String, ReferenceModel> models,
            Calibration calibration) {
        ReferenceModel model = models.get(candidate.name());
        if (model == null || !concern(model) || candidate.log10LikelihoodRatio().isEmpty()) {
            return candidate;
        }
        double score = all.stream()
                .filter(c -> models.containsKey(c.name()) && mayHaveTaught(models.get(c.name()), model))
                .mapToDouble(CandidateFinding::score)
                .max()
                .stream()
                .map(best -> score(candidate.score(), best, calibration))
                .findFirst()
                .orElse(candidate.score());
        if (score == candidate.score()) {
            return candidate;
        }
        List<ChannelFinding> channels = new ArrayList<>(candidate.channels());
        channels.add(new ChannelFinding(BEFORE, candidate.score(), candidate.log10LikelihoodRatio()));
        return candidate.withScore(score, calibration).withChannels(channels);
    }

    /** A candidate's score, whatever else may explain it. */
    static double scoreBefore(CandidateFinding candidate) {
        return candidate.channel(BEFORE).map(ChannelFinding::score).orElse(candidate.score());
    }

    /** What the other explanation does to ratios of a candidate by some of the evidence: the same as to that by all of it. */
    static UnaryOperator<Estimate> explanation(CandidateFinding candidate, Comparison comparison) {
        Optional<Estimate> before = before(candidate);
        if (before.isEmpty() || comparison.calibration().isEmpty()) {
            return r -> r;
        }
        EmpiricalBounds bounds = comparison.calibration().get().bounds();
        double less = before.get().value()
                - candidate.log10LikelihoodRatio().orElse(before.get()).value();
        return r -> new Estimate(
                bounds.clamp(r.value() - less), bounds.clamp(r.low() - less), bounds.clamp(r.high() - less), r.level());
    }

    /** What a candidate's ratio was before, where another explained it. */
    static Optional<Estimate> before(CandidateFinding candidate) {
        return candidate.channel(BEFORE).flatMap(ChannelFinding::log10LikelihoodRatio);
    }
}
