package dev.pedigree.verdict;

import dev.pedigree.compare.Comparison;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A suspect's candidates by style and by what it says of itself together.
 *
 * @param candidates those that may be the teacher, best first, with scores, ratios and p-values of both; what style alone is worth stands
 *     among their channels
 * @param calibration what these scores are worth
 */
record Together(List<CandidateFinding> candidates, Calibration calibration) {
    /** The channel of style, where the candidate's own ratio is that of both. */
    static final String STYLE = "style alone";

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
        List<CandidateFinding> moved = new ArrayList<>();
        for (CandidateFinding candidate : admissible) {
            double ratio = words.ratio(candidate.lab()).orElse(0);
            moved.add(moved(candidate, calibration, StyleAndWords.score(candidate.score(), ratio)));
        }
        moved.sort(Comparator.comparingDouble(c -> -c.score()));
        List<CandidateFinding> ranked = new ArrayList<>();
        moved.forEach(c -> ranked.add(c.withRank(ranked.size() + 1)));
        return new Together(ranked, calibration);
    }

    private static CandidateFinding moved(CandidateFinding style, Calibration calibration, double score) {
        List<ChannelFinding> channels = new ArrayList<>(style.channels());
        channels.add(new ChannelFinding(STYLE, style.score(), style.log10LikelihoodRatio()));
        return style.withScore(score, calibration).withChannels(channels);
    }

    /** The same, where some candidates owe their likeness to others. */
    Together explained(Comparison comparison) {
        return new Together(FellowStudents.explained(candidates, comparison, calibration), calibration);
    }
}
