package dev.pedigree.verdict;

import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityFinding.VendorEvidence;
import dev.pedigree.identity.Vendors;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a suspect says of itself, beside its style. Both come from the same training, so their ratios are not independent and are never
 * multiplied. Where both were {@linkplain StyleAndWords weighed together}, that is said; elsewhere the larger of the two is named. The mean
 * of two ratios holds under any dependence (Vovk and Wang, The Annals of Statistics 49(3), 2021, doi:10.1214/20-AOS2020), and the larger
 * is at most twice the mean.
 */
final class IdentityWeight {
    /** The name of the channel. */
    static final String CHANNEL = "who it says it is";

    private final IdentityFinding finding;

    IdentityWeight(IdentityFinding finding) {
        this.finding = finding;
    }

    /** The decimal logarithm of the words' ratio for a laboratory; empty where it was not weighed. */
    OptionalDouble ratio(String lab) {
        return of(lab).flatMap(VendorEvidence::log10LikelihoodRatio).stream()
                .mapToDouble(Estimate::value)
                .findFirst();
    }

    /** The candidates, with the ratio of their maker beside those whose maker the suspect's words were weighed for. */
    List<CandidateFinding> beside(List<CandidateFinding> candidates) {
        List<CandidateFinding> result = new ArrayList<>();
        for (CandidateFinding candidate : candidates) {
            Optional<VendorEvidence> evidence = of(candidate.lab());
            boolean shown = candidate.ruledOut().isEmpty()
                    && evidence.flatMap(VendorEvidence::log10LikelihoodRatio).isPresent();
            result.add(shown ? with(candidate, evidence.get()) : candidate);
        }
        return result;
    }

    private static CandidateFinding with(CandidateFinding candidate, VendorEvidence evidence) {
        List<ChannelFinding> channels = new ArrayList<>(candidate.channels());
        channels.removeIf(channel -> channel.channel().equals(CHANNEL));
        channels.add(new ChannelFinding(CHANNEL, evidence.strongClaims(), evidence.log10LikelihoodRatio()));
        return candidate.withChannels(channels);
    }

    /** The conclusion with a reason that says how the suspect's words stand to it; the same where they say too little. */
    Conclusion on(Conclusion conclusion, List<CandidateFinding> candidates) {
        Optional<String> reason = reason(conclusion, candidates);
        if (reason.isEmpty()) {
            return conclusion;
        }
        List<String> reasons = new ArrayList<>(conclusion.reasons());
        reasons.add(reason.get());
        return new Conclusion(
                conclusion.kind(), conclusion.strength(), conclusion.candidates(), conclusion.statement(), reasons);
    }

    private Optional<String> reason(Conclusion conclusion, List<CandidateFinding> candidates) {
        for (CandidateFinding candidate : candidates) {
            Optional<Estimate> words = of(candidate.lab()).flatMap(VendorEvidence::log10LikelihoodRatio);
            if (!conclusion.candidates().isEmpty()
                    && conclusion.candidates().get(0).equals(candidate.name())
                    && words.isPresent()
                    && candidate.log10LikelihoodRatio().isPresent()) {
                return Optional.of(both(
                        candidate,
                        FellowStudents.before(candidate)
                                .orElse(candidate.log10LikelihoodRatio().get())
                                .value(),
                        words.get().value()));
            }
        }
        return finding.vendors().stream()
                .filter(v -> v.log10LikelihoodRatio().isPresent())
                .filter(v -> isSupport(v.log10LikelihoodRatio().get().value()))
                .findFirst()
                .map(IdentityWeight::alone);
    }

    private static String both(CandidateFinding candidate, double ratio, double words) {
        Optional<Estimate> style = candidate.channel(Together.STYLE).flatMap(ChannelFinding::log10LikelihoodRatio);
        String said = "what it says of itself has a likelihood ratio of " + Decimals.ratio(words) + " for models of "
                + Vendors.name(candidate.lab()) + ", its style one of "
                + Decimals.ratio(style.map(Estimate::value).orElse(ratio)) + " for " + candidate.name();
        if (style.isPresent()) {
            return said
                    + "; the same training leaves both, so the two are not multiplied: models of known descent that had"
                    + " both tell that together they are worth " + Decimals.ratio(ratio);
        }
        return StyleAndWords.count(words)
                ? said + "; the same training leaves both, so the two are not multiplied, and the larger, "
                        + (words > ratio ? "from its words" : "from its style") + ", stands for both"
                : said + "; words worth so little count as silence";
    }

    private static String alone(VendorEvidence vendor) {
        double ratio = vendor.log10LikelihoodRatio().get().value();
        return "what it says of itself gives " + Strength.of(ratio).words() + " (likelihood ratio "
                + Decimals.ratio(ratio)
                + ") to training on outputs of models of " + Vendors.name(vendor.vendor())
                + "; this stands beside the style's answer and is not multiplied with it, and web text alone can teach such"
                + " sentences";
    }

    private static boolean isSupport(double ratio) {
        return Strength.of(ratio).compareTo(Strength.WEAK) >= 0;
    }

    /** The evidence for a laboratory; its names in the library and the lexicon differ in a few. */
    private Optional<VendorEvidence> of(String lab) {
        String vendor = Vendors.vendor(lab);
        return finding.vendors().stream().filter(v -> v.vendor().equals(vendor)).findFirst();
    }
}
