package dev.pedigree.identity;

import dev.pedigree.identity.IdentityFinding.Rate;
import dev.pedigree.identity.IdentityFinding.VendorEvidence;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns counts into rates and likelihood ratios. */
final class Weighing {
    /*
     * A signal's ratio is the sum over the layers of prompts, in which its counts are nearly independent, held within the
     * signal's own bounds. The signals of one vendor are not independent: a model that learned one sentence from a teacher
     * learned the others with it. So the strongest signal counts in full and the others at half, and the sum is held within
     * [-0.5, 2].
     */
    /** The vendor for which all signals were measured, so that silence about it can be weighed too. */
    private static final String MEASURED = "openai";

    private static final double FLOOR = -0.5;
    private static final double CEILING = 2;
    private static final double REST = 0.5;
    private static final double RIVAL_FLOOR = -0.4;
    private static final double RIVAL_CAP = 0.2;
    private static final double LEVEL = 0.95;
    private static final Map<IdentitySignal, Double> CAP = new EnumMap<>(IdentitySignal.class);

    static {
        CAP.put(IdentitySignal.NAME, 1.5);
        CAP.put(IdentitySignal.REASONING, 1.5);
        CAP.put(IdentitySignal.CUTOFF, 1.0);
        CAP.put(IdentitySignal.SCAR, 0.3);
        CAP.put(IdentitySignal.SLOGAN, 1.0);
        CAP.put(IdentitySignal.FORMULA, 0.6);
        CAP.put(IdentitySignal.ALLUSION, 0.3);
    }

    private final Collection<IdentityTally.Cluster> clusters;
    private final Set<String> own;
    private final IdentityBaseRates rates;

    Weighing(Collection<IdentityTally.Cluster> clusters, Set<String> own, IdentityBaseRates rates) {
        this.clusters = clusters;
        this.own = own;
        this.rates = rates;
    }

    IdentityFinding finding(int responses, int claims, List<IdentityClaim> quotes) {
        Set<String> vendors = new TreeSet<>();
        for (IdentityTally.Cluster cluster : clusters) {
            for (String key : cluster.saying.keySet()) {
                vendors.add(key.substring(key.indexOf(' ') + 1));
            }
        }
        vendors.add(MEASURED);
        List<Rate> found = new ArrayList<>();
        List<VendorEvidence> evidence = new ArrayList<>();
        for (String vendor : vendors) {
            List<Rate> of = rates(vendor);
            found.addAll(of);
            if (!own.contains(vendor)) {
                evidence.add(weigh(vendor, of));
            }
        }
        evidence.sort(Comparator.comparingDouble((VendorEvidence e) ->
                        e.log10LikelihoodRatio().map(x -> -x.value()).orElse(9.0))
                .thenComparing(VendorEvidence::vendor));
        found.removeIf(rate -> rate.saying() == 0);
        return new IdentityFinding(responses, clusters.size(), claims, found, evidence, quotes, EXPLANATION);
    }

    private static final String EXPLANATION =
            "Each ratio compares how often models taught by this vendor's models say such things with"
                    + " how often other models do, layer by layer of prompts. It is held between 1/3.2 and 100: web text since 2023 is"
                    + " full of such sentences, so that a model may say them without any teacher, and safety training takes them out, so"
                    + " that silence says little. Claims that the prompt imposed are listed and not weighed. The same training that"
                    + " leaves these sentences leaves a style, so this ratio must not be multiplied with that of style.";

    private List<Rate> rates(String vendor) {
        List<Rate> all = new ArrayList<>();
        for (IdentitySignal signal : IdentitySignal.values()) {
            String key = signal.name() + ' ' + vendor;
            for (PromptStratum stratum : PromptStratum.values()) {
                Rate rate = rate(vendor, signal, stratum, key);
                if (rate != null) {
                    all.add(rate);
                }
            }
        }
        return all;
    }

    private @org.jspecify.annotations.Nullable Rate rate(
            String vendor, IdentitySignal signal, PromptStratum stratum, String key) {
        List<int[]> counts = new ArrayList<>();
        int said = 0;
        int prompting = 0;
        int total = 0;
        for (IdentityTally.Cluster cluster : clusters) {
            if (cluster.prompt.stratum(vendor) == stratum) {
                int saying = cluster.saying.getOrDefault(key, 0);
                counts.add(new int[] {saying, cluster.responses});
                said += saying;
                prompting += saying > 0 ? 1 : 0;
                total += cluster.responses;
            }
        }
        if (total == 0) {
            return null;
        }
        IdentityBaseRates.Row row = rates.of(signal, vendor, stratum);
        Optional<Double> base =
                row == null ? Optional.empty() : Optional.of(row.unrelated().mean());
        Optional<Double> p =
                row == null ? Optional.empty() : Optional.of(ClusteredRate.tail(prompting, counts.size(), row.upper()));
        return new Rate(
                vendor,
                signal,
                stratum,
                counts.size(),
                total,
                prompting,
                said,
                ClusteredRate.of(counts, LEVEL),
                base,
                p);
    }

    private VendorEvidence weigh(String vendor, List<Rate> counted) {
        int strong = 0;
        Sum[] ends = {new Sum(), new Sum(), new Sum()};
        StringBuilder words = new StringBuilder();
        boolean measured = false;
        for (IdentitySignal signal : IdentitySignal.values()) {
            double[] ratio = new double[3];
            int prompts = 0;
            int prompting = 0;
            for (Rate rate : counted) {
                if (rate.signal() != signal || rate.stratum() == PromptStratum.ROLE_ASSIGNED) {
                    continue;
                }
                strong += signal == IdentitySignal.NAME ? rate.saying() : 0;
                IdentityBaseRates.Row row = rates.of(signal, vendor, rate.stratum());
                if (row == null || row.descended() == null) {
                    continue;
                }
                prompts += rate.prompts();
                prompting += rate.prompting();
                ratio[0] += row.log10Ratio(rate.prompting(), rate.prompts());
                ratio[1] += row.log10Ratio(bound(rate, rate.rate().low(), false), rate.prompts());
                ratio[2] += row.log10Ratio(bound(rate, rate.rate().high(), true), rate.prompts());
            }
            if (prompts == 0) {
                continue;
            }
            measured = true;
            double cap = CAP.getOrDefault(signal, 0.3);
            for (int i = 0; i < 3; i++) {
                ends[i].add(Math.max(FLOOR / 2, Math.min(cap, ratio[i])));
            }
            if (prompting > 0) {
                say(words, signal, prompting, prompts, Math.max(FLOOR / 2, Math.min(cap, ratio[0])));
            }
        }
        if (!measured) {
            return new VendorEvidence(vendor, strong, Optional.empty(), "no base rate measured for this vendor");
        }
        if (vendor.equals(MEASURED)) {
            rival(vendor, ends, words);
        }
        double value = ends[0].total();
        Estimate ratio = new Estimate(value, Math.min(value, ends[1].total()), Math.max(value, ends[2].total()), LEVEL);
        return new VendorEvidence(vendor, strong, Optional.of(ratio), words.toString());
    }

    private void rival(String vendor, Sum[] ends, StringBuilder words) {
        int count = 0;
        for (IdentityTally.Cluster cluster : clusters) {
            for (String key : cluster.saying.keySet()) {
                boolean house = key.startsWith("NAME ") || key.startsWith("FORMULA ") || key.startsWith("SLOGAN ");
                count += house && !key.endsWith(" " + vendor) && !key.contains(" other:") ? 1 : 0;
            }
        }
        double ratio = rates.rival().plainLog10Ratio(count, clusters.size());
        double held = Math.max(RIVAL_FLOOR, Math.min(RIVAL_CAP, ratio));
        for (Sum end : ends) {
            end.addBeside(held);
        }
        if (count > 0) {
            say(words, IdentitySignal.RIVAL, count, clusters.size(), held);
        }
    }

    private static void say(StringBuilder words, IdentitySignal signal, int prompting, int prompts, double ratio) {
        words.append(words.length() == 0 ? "" : "; ")
                .append(signal.name().toLowerCase(java.util.Locale.ROOT))
                .append(" at ")
                .append(prompting)
                .append(" of ")
                .append(prompts)
                .append(" prompts: ")
                .append(Decimals.fixed(ratio, 2));
    }

    /** The strongest part in full and the others at half. */
    private static final class Sum {
        private double best;
        private double all;

        void add(double part) {
            best = Math.max(best, part);
            all += part;
        }

        void addBeside(double part) {
            all += part;
        }

        double total() {
            return Math.max(FLOOR, Math.min(CEILING, best + REST * (all - best)));
        }
    }

    /** The prompts that an end of the rate's interval stands for. */
    private static int bound(Rate rate, double share, boolean up) {
        double scaled = rate.saying() == 0
                ? share * rate.prompts()
                : rate.prompting() * share / (rate.saying() / (double) rate.responses());
        int whole = (int) (up ? StrictMath.ceil(scaled) : StrictMath.floor(scaled));
        return Math.max(0, Math.min(rate.prompts(), whole));
    }
}
