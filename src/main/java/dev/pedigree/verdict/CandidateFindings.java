package dev.pedigree.verdict;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparison;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings on all candidates of a comparison: those that may be the teacher, best first, then those that are ruled out. */
final class CandidateFindings {
    private final Eligibility eligibility;
    private final boolean ratios;
    private final List<CandidateFinding> all = new ArrayList<>();

    private CandidateFindings(Eligibility eligibility, boolean ratios) {
        this.eligibility = eligibility;
        this.ratios = ratios;
    }

    /**
     * The findings.
     *
     * @param comparison how the suspect compares with each candidate
     * @param eligibility which of them may be the teacher
     * @param ratios whether ratios may be given
     */
    static CandidateFindings of(Comparison comparison, Eligibility eligibility, boolean ratios) {
        CandidateFindings findings = new CandidateFindings(eligibility, ratios);
        List<CandidateScore> ruledOut = new ArrayList<>();
        for (CandidateScore candidate : comparison.candidates()) {
            if (eligibility.admits(candidate.model())) {
                findings.add(candidate);
            } else {
                ruledOut.add(candidate);
            }
        }
        ruledOut.forEach(findings::add);
        return findings;
    }

    /** Those that may be the teacher. */
    List<CandidateFinding> admissible() {
        return all.stream().filter(f -> f.ruledOut().isEmpty()).toList();
    }

    /** Those that may not. */
    List<CandidateFinding> ruledOut() {
        return all.stream().filter(f -> f.ruledOut().isPresent()).toList();
    }

    private void add(CandidateScore candidate) {
        ReferenceModel model = candidate.model();
        Optional<Estimate> ratio = ratios ? candidate.log10LikelihoodRatio() : Optional.empty();
        all.add(new CandidateFinding(
                model.name(),
                model.family(),
                model.lab(),
                all.size() + 1,
                candidate.score(),
                ratio,
                ratio.map(r -> Strength.of(r.value())).orElse(Strength.NONE),
                ratios ? candidate.pValue() : Optional.empty(),
                channels(candidate),
                eligibility.ruledOut(model)));
    }

    private List<ChannelFinding> channels(CandidateScore candidate) {
        List<ChannelFinding> channels = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Double score = candidate.channels().get(channel);
            if (score != null) {
                channels.add(new ChannelFinding(
                        channel.title(), score, ratios ? candidate.only(channel) : Optional.empty()));
            }
        }
        return channels;
    }
}
