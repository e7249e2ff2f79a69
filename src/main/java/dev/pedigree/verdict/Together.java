package dev.pedigree.verdict;

import dev.pedigree.compare.Comparison;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A suspect's candidates by style and by what it says of itself together.
 *
 * @param candidates those that may be the teacher, best first, with scores, ratios and p-values of both
 * @param calibration what these scores are worth
 */
record Together(List<CandidateFinding> candidates, Calibration calibration) {
    /** The name of the channel. */
    static final String CHANNEL = "style and who it says it is";

    /** Copies the list. */
    Together {
        candidates = List.copyOf(candidates);
    }

    /**
     * Both together.
     *
     * @param known what is known of models of known descent
     * @param evidence what was found of the suspect
     * @param admissible its candidates by style
     * @return empty where it says nothing of itself that counts for any of them, or where there are no ratios
     */
    static Optional<Together> of(StyleAndWords known, Evidence evidence, List<CandidateFinding> admissible) {
        Comparison comparison = evidence.comparison();
        Optional<IdentityWeight> words = evidence.words().map(IdentityWeight::new);
        boolean count = admissible.stream()
                .anyMatch(c -> c.log10LikelihoodRatio().isPresent()
                        && words.map(w -> w.ratio(c.lab()))
                                .filter(r -> r.isPresent() && StyleAndWords.count(r.getAsDouble()))
                                .isPresent());
        if (!count) {
            return Optional.empty();
        }
        return comparison
                .calibration()
                .flatMap(c -> known.calibration(c, PromptRegime.of(comparison.knownPrompts())))
                .map(c -> of(words.get(), admissible, c));
    }

    private static Together of(IdentityWeight words, List<CandidateFinding> admissible, Calibration calibration) {
        List<CandidateFinding> candidates = new ArrayList<>();
        for (CandidateFinding candidate : admissible) {
            OptionalDouble ratio = words.ratio(candidate.lab());
            double score = StyleAndWords.score(candidate.score(), ratio.orElse(0));
            Optional<Estimate> both = candidate.log10LikelihoodRatio().map(style -> moved(style, calibration, score));
            candidates.add(new CandidateFinding(
                    candidate.name(),
                    candidate.family(),
                    candidate.lab(),
                    candidate.rank(),
                    score,
                    both,
                    both.map(r -> Strength.of(r.value())).orElse(Strength.NONE),
                    candidate.pValue().map(p -> calibration.controls().pValue(score)),
                    candidate.channels(),
                    candidate.ruledOut()));
        }
        candidates.sort(Comparator.comparingDouble(c -> -c.score()));
        return new Together(candidates, calibration);
    }

    /* what the prompts do to the style they do to both: its interval goes along */
    private static Estimate moved(Estimate style, Calibration calibration, double score) {
        double value = calibration.log10LikelihoodRatio(score);
        double shift = value - style.value();
        return new Estimate(
                value,
                Math.min(value, calibration.bounds().clamp(style.low() + shift)),
                Math.max(value, calibration.bounds().clamp(style.high() + shift)),
                style.level());
    }

    /** All candidates by style, each that may be the teacher with the ratio of both beside its channels. */
    List<CandidateFinding> beside(List<CandidateFinding> all) {
        Map<String, CandidateFinding> both =
                candidates.stream().collect(Collectors.toMap(CandidateFinding::name, c -> c, (a, b) -> a));
        List<CandidateFinding> result = new ArrayList<>();
        for (CandidateFinding candidate : all) {
            CandidateFinding here = candidate.ruledOut().isEmpty() ? both.get(candidate.name()) : null;
            result.add(here == null ? candidate : with(candidate, here));
        }
        return result;
    }

    private static CandidateFinding with(CandidateFinding candidate, CandidateFinding both) {
        List<ChannelFinding> channels = new ArrayList<>(candidate.channels());
        channels.add(new ChannelFinding(CHANNEL, both.score(), both.log10LikelihoodRatio()));
        return candidate.withChannels(channels);
    }
}
