package dev.pedigree.identity;

import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.IdentityClaim.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the claims of one model's responses as they come, in memory that grows with the prompts and not with the text. Not safe to share
 * between threads.
 */
public final class IdentityTally {
    private static final int QUOTES = 50;

    /** Strongest first, then shortest, then in a fixed order. */
    private static final Comparator<IdentityClaim> BY_STRENGTH = Comparator.comparing(
                    (IdentityClaim c) -> c.promptStratum() == PromptStratum.UNRELATED ? 0 : 1)
            .thenComparing(c -> -c.confidence())
            .thenComparing(c -> c.quote().length())
            .thenComparing(IdentityClaim::id)
            .thenComparing(IdentityClaim::start);

    /** One prompt with its responses. */
    static final class Cluster {
        final PromptReading prompt;
        int responses;
        /** Responses by signal and vendor. */
        final Map<String, Integer> saying = new TreeMap<>();

        Cluster(PromptReading prompt) {
            this.prompt = prompt;
        }
    }

    private final Set<String> own;
    private final ResponseReader reader = new ResponseReader(Grammar.instance());
    private final Map<Long, Cluster> clusters = new LinkedHashMap<>();
    private final List<IdentityClaim> strongest = new ArrayList<>();
    private int responses;
    private int claims;

    IdentityTally(Set<String> own) {
        this.own = own;
    }

    /**
     * Counts a response.
     *
     * @param response the response
     * @return its claims, those of the reasoning before those of the answer
     */
    public List<IdentityClaim> add(Response response) {
        List<IdentityClaim> found = reader.read(response);
        responses++;
        claims += found.size();
        PromptReader prompts = Grammar.instance().prompts();
        Cluster cluster = clusters.computeIfAbsent(
                response.promptKey(),
                key -> new Cluster(prompts.read(response.prompt()).brief()));
        cluster.responses++;
        Set<String> said = new LinkedHashSet<>();
        for (IdentityClaim claim : found) {
            String key = signal(claim);
            if (!key.isEmpty()) {
                said.add(key);
            }
            if (claim.isStrong() && claim.sincere() && !own.contains(claim.vendor())) {
                strongest.add(claim);
            }
        }
        for (String vendor : reader.formulas()) {
            said.add(IdentitySignal.FORMULA.name() + ' ' + vendor);
        }
        for (String key : said) {
            cluster.saying.merge(key, 1, Integer::sum);
        }
        if (strongest.size() > 4 * QUOTES) {
            strongest.sort(BY_STRENGTH);
            strongest.subList(QUOTES, strongest.size()).clear();
        }
        return List.copyOf(found);
    }

    /** The signal and vendor for which a claim counts, or empty. */
    private static String signal(IdentityClaim claim) {
        if (!claim.sincere() || claim.polarity() == Polarity.DENIED || claim.channel() == Channel.CODE) {
            return "";
        }
        Signs signs = Grammar.instance().signs();
        if (claim.type() == Type.CUTOFF) {
            String house = signs.houseOf(claim.alias());
            return house == null ? "" : IdentitySignal.CUTOFF.name() + ' ' + house;
        }
        if (claim.type() == Type.SLOGAN) {
            Signs.Phrase slogan = signs.slogan(claim.alias(), 0, claim.alias().length());
            return slogan == null ? "" : IdentitySignal.SLOGAN.name() + ' ' + slogan.vendor();
        }
        if (claim.type() == Type.SUBSTITUTION_SCAR) {
            String house = Grammar.instance().vendorOf(claim.alias());
            return house.isEmpty() ? "" : IdentitySignal.SCAR.name() + ' ' + house;
        }
        if (claim.vendor().isEmpty()) {
            return "";
        }
        if (claim.isStrong()) {
            IdentitySignal signal =
                    claim.channel() == Channel.REASONING ? IdentitySignal.REASONING : IdentitySignal.NAME;
            return signal.name() + ' ' + claim.vendor();
        }
        boolean meant = claim.modality() == Modality.REAL || claim.modality() == Modality.LIST;
        return meant ? IdentitySignal.ALLUSION.name() + ' ' + claim.vendor() : "";
    }

    /**
     * How the prompts counted so far stand to a vendor.
     *
     * @param vendor an id of the lexicon; any other word stands for a vendor that no prompt names
     * @return the number of distinct prompts of each layer that there is
     */
    public Map<PromptStratum, Integer> layers(String vendor) {
        Map<PromptStratum, Integer> layers = new EnumMap<>(PromptStratum.class);
        for (Cluster cluster : clusters.values()) {
            layers.merge(cluster.prompt.stratum(vendor), 1, Integer::sum);
        }
        return layers;
    }

    /**
     * What was counted so far, weighed with the rates that ship with Pedigree.
     *
     * @return the finding
     */
    public IdentityFinding finding() {
        return finding(IdentityBaseRates.builtIn());
    }

    /**
     * What was counted so far, weighed with other rates.
     *
     * @param rates how often other models say such things
     * @return the finding
     */
    public IdentityFinding finding(IdentityBaseRates rates) {
        strongest.sort(BY_STRENGTH);
        List<IdentityClaim> quotes = strongest.subList(0, Math.min(QUOTES, strongest.size()));
        return new Weighing(clusters.values(), own, rates).finding(responses, claims, quotes);
    }
}
