package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What a model's answers say about its identity, weighed.
 *
 * @param responses how many responses were read
 * @param prompts how many different prompts they answer
 * @param claims how many claims were found, of every kind
 * @param rates how often each vendor's identity was claimed, by signal and layer of prompts; only where there was something to count
 * @param vendors the evidence for each vendor other than the suspect's own, strongest first
 * @param quotes the strongest sincere claims, of equal ones the shortest first; at most 50
 * @param explanation how to read the ratios, in a few sentences
 */
public record IdentityFinding(
        int responses,
        int prompts,
        int claims,
        List<Rate> rates,
        List<VendorEvidence> vendors,
        List<IdentityClaim> quotes,
        String explanation) {

    /**
     * How often one thing was said in one layer of prompts.
     *
     * @param vendor whose identity
     * @param signal what was counted
     * @param stratum the layer
     * @param prompts the prompts of this layer
     * @param responses the responses to them
     * @param prompting the prompts with at least one such response
     * @param saying the responses that say it
     * @param rate {@code saying / responses} with a Wilson interval (1927, doi:10.1080/01621459.1927.10502953) at the effective sample
     *     size that the clustering of responses by prompt leaves (Kish, Survey Sampling, 1965)
     * @param baseRate the share of prompts at which models with no known descent from the vendor say it; empty where not measured
     * @param pValue the chance of at least {@code prompting} such prompts at the upper 95 % limit of the base rate, by the binomial law;
     *     empty where there is no base rate
     */
    public record Rate(
            String vendor,
            IdentitySignal signal,
            PromptStratum stratum,
            int prompts,
            int responses,
            int prompting,
            int saying,
            Estimate rate,
            Optional<Double> baseRate,
            Optional<Double> pValue) {
        /** Checks that nothing is missing. */
        public Rate {
            requireNonNull(vendor, "vendor");
            requireNonNull(signal, "signal");
            requireNonNull(stratum, "stratum");
            requireNonNull(rate, "rate");
            requireNonNull(baseRate, "baseRate");
            requireNonNull(pValue, "pValue");
        }
    }

    /**
     * What all signals together say about descent from one vendor's models.
     *
     * @param vendor the vendor
     * @param strongClaims responses with a sincere outright claim
     * @param log10LikelihoodRatio decimal logarithm of P(signals | trained on the vendor's outputs) / P(signals | not), below 1 with
     *     the rates that ship; empty where no signal has a measured base rate
     * @param words the parts of the ratio, for readers
     */
    public record VendorEvidence(
            String vendor, int strongClaims, Optional<Estimate> log10LikelihoodRatio, String words) {
        /** Checks that nothing is missing. */
        public VendorEvidence {
            requireNonNull(vendor, "vendor");
            requireNonNull(log10LikelihoodRatio, "log10LikelihoodRatio");
            requireNonNull(words, "words");
        }
    }

    /** Copies the lists. */
    public IdentityFinding {
        rates = List.copyOf(rates);
        vendors = List.copyOf(vendors);
        quotes = List.copyOf(quotes);
        requireNonNull(explanation, "explanation");
    }

    /**
     * The vendor that is claimed outright most often.
     *
     * @return its id, or empty where none is claimed sincerely
     */
    public Optional<String> dominant() {
        VendorEvidence best = null;
        for (VendorEvidence vendor : vendors) {
            if (vendor.strongClaims() > 0 && (best == null || vendor.strongClaims() > best.strongClaims())) {
                best = vendor;
            }
        }
        return best == null ? Optional.empty() : Optional.of(best.vendor());
    }
}
