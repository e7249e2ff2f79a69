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
import java.util.LinkedHashMap;
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
     * Scores beside better known explanations.
     *
     * @param scores each candidate's score
     * @param calibration what scores are worth
     * @return the same scores, and lower ones for labs' own models that are not taken to be independent, the lower the better an
     *     independent candidate of another lab fits
     */
    public static Map<ReferenceModel, Double> explained(Map<ReferenceModel, Double> scores, Calibration calibration) {
        Map<ReferenceModel, Double> explained = new LinkedHashMap<>();
        scores.forEach((candidate, own) -> explained.put(
                candidate,
                candidate.kind() == Kind.PRIMARY && !candidate.independent()
                        ? scores.entrySet().stream()
                                .filter(e -> mayHaveTaught(e.getKey(), candidate))
                                .mapToDouble(Map.Entry::getValue)
                                .max()
                                .stream()
                                .map(independent -> score(own, independent, calibration))
                                .findFirst()
                                .orElse(own)
                        : own));
        return explained;
    }

    private static boolean mayHaveTaught(ReferenceModel teacher, ReferenceModel candidate) {
        return teacher.kind() == Kind.PRIMARY && teacher.independent() && !teacher.sameHouse(candidate);
    }

    private static double score(double own, double independent, Calibration calibration) {
        double odds = StrictMath.pow(10, calibration.log10LikelihoodRatio(independent));
        double divisor = 1 - SHARE + SHARE * odds;
        return divisor > 1 ? calibration.weaker(own, StrictMath.log10(divisor)) : own;
    }

    /**
     * The candidates in their new order; those without a ratio keep their scores.
     *
     * @param candidates those that may be the teacher
     * @param comparison how the suspect compares with each
     * @param calibration what their scores are worth
     */
    static List<CandidateFinding> explained(
            List<CandidateFinding> candidates, Comparison comparison, Calibration calibration) {
        Map<String, CandidateFinding> findings = new HashMap<>();
        candidates.forEach(c -> findings.put(c.name(), c));
        Map<ReferenceModel, Double> scores = new LinkedHashMap<>();
        for (CandidateScore candidate : comparison.candidates()) {
            CandidateFinding finding = findings.get(candidate.model().name());
            if (finding != null && finding.log10LikelihoodRatio().isPresent()) {
                scores.put(candidate.model(), finding.score());
            }
        }
        explained(scores, calibration)
                .forEach((model, score) ->
                        findings.computeIfPresent(model.name(), (name, c) -> explained(c, score, calibration)));
        List<CandidateFinding> ranked = new ArrayList<>();
        candidates.stream()
                .map(c -> findings.getOrDefault(c.name(), c))
                .sorted(Comparator.comparingDouble(c -> -c.score()))
                .forEach(c -> ranked.add(c.withRank(ranked.size() + 1)));
        return ranked;
    }

    private static CandidateFinding explained(CandidateFinding candidate, double score, Calibration calibration) {
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
