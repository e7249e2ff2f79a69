package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.pedigree.identity.IdentityFinding.Rate;
import dev.pedigree.identity.IdentityFinding.VendorEvidence;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns counts into rates and likelihood ratios. A signal's ratio is the product over the layers of prompts, in which its counts are
 * nearly independent, held at most at the signal's own bound. The signals of one vendor are not independent: a model that learned one
 * sentence from a teacher learned the others with it. So their ratios are averaged and not multiplied: the mean of ratios holds under
 * any dependence (Vovk and Wang, doi:10.1214/20-AOS2020). A signal that was not measured for the vendor counts as 1.
 */
final class Weighing {
    /** The vendor for which all signals were measured, so that silence about it can be weighed too. */
    private static final String MEASURED = "openai";

    private static final String EXPLANATION =
            "Each ratio compares how often models taught by this vendor's models say such things with"
                    + " how often other models do, layer by layer of prompts. It is the mean over the kinds of signs, which holds"
                    + " however they depend on one another, and each kind is held below a bound of its own, so that the mean stays"
                    + " below 10: web text since 2023 is full of such sentences, so that a model may say them without any teacher,"
                    + " and safety training takes them out, so that silence says little. Claims that the prompt imposed are listed"
                    + " and not weighed. The same training that leaves these sentences leaves a style, so this ratio must not be"
                    + " multiplied with that of style.";

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
        CAP.put(IdentitySignal.RIVAL, 0.3);
    }

    /** Decimal logarithms of one signal's ratio: as counted, and at the ends of the rates' intervals. */
    private record Part(IdentitySignal signal, int prompting, int prompts, double value, double low, double high) {
        Part {
            double cap = requireNonNull(CAP.get(signal));
            value = Math.min(cap, value);
            low = Math.min(cap, low);
            high = Math.min(cap, high);
        }

        String words() {
            return signal.name().toLowerCase(Locale.ROOT) + " at " + prompting + " of " + prompts + " prompts: "
                    + Decimals.fixed(value, 2);
        }
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

    private @Nullable Rate rate(String vendor, IdentitySignal signal, PromptStratum stratum, String key) {
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
        List<Part> parts = new ArrayList<>();
        for (IdentitySignal signal : IdentitySignal.values()) {
            List<Rate> of = new ArrayList<>(counted);
            of.removeIf(rate -> rate.signal() != signal || rate.stratum() == PromptStratum.ROLE_ASSIGNED);
            strong += signal == IdentitySignal.NAME
                    ? of.stream().mapToInt(Rate::saying).sum()
                    : 0;
            part(vendor, signal, of).ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            return new VendorEvidence(vendor, strong, Optional.empty(), "no base rate measured for this vendor");
        }
        String words = parts.stream()
                .filter(part -> part.prompting() > 0)
                .map(Part::words)
                .collect(joining("; "));
        double value = mean(parts, Part::value);
        Estimate ratio = new Estimate(
                value, Math.min(value, mean(parts, Part::low)), Math.max(value, mean(parts, Part::high)), LEVEL);
        return new VendorEvidence(vendor, strong, Optional.of(ratio), words);
    }

    /** A signal's ratio; empty where it was not measured for this vendor. */
    private Optional<Part> part(String vendor, IdentitySignal signal, List<Rate> counted) {
        if (signal == IdentitySignal.RIVAL) {
            return vendor.equals(MEASURED) ? Optional.of(rival()) : Optional.empty();
        }
        int prompts = 0;
        int prompting = 0;
        double value = 0;
        double low = 0;
        double high = 0;
        for (Rate rate : counted) {
            IdentityBaseRates.Row row = rates.of(signal, vendor, rate.stratum());
            if (row != null && row.descended() != null) {
                prompts += rate.prompts();
                prompting += rate.prompting();
                value += row.log10Ratio(rate.prompting(), rate.prompts());
                low += row.log10Ratio(bound(rate, rate.rate().low(), false), rate.prompts());
                high += row.log10Ratio(bound(rate, rate.rate().high(), true), rate.prompts());
            }
        }
        return prompts == 0 ? Optional.empty() : Optional.of(new Part(signal, prompting, prompts, value, low, high));
    }

    /** How often the suspect speaks as any other house. */
    private Part rival() {
        int count = 0;
        for (IdentityTally.Cluster cluster : clusters) {
            for (String key : cluster.saying.keySet()) {
                boolean house = key.startsWith("NAME ") || key.startsWith("FORMULA ") || key.startsWith("SLOGAN ");
                count += house && !key.endsWith(" " + MEASURED) && !key.contains(" other:") ? 1 : 0;
            }
        }
        double ratio = rates.rival().plainLog10Ratio(count, clusters.size());
        return new Part(IdentitySignal.RIVAL, count, clusters.size(), ratio, ratio, ratio);
    }

    /** The decimal logarithm of the mean ratio of all signals. */
    private double mean(List<Part> parts, ToDoubleFunction<Part> logarithm) {
        double sum = rates.weighed() - parts.size(); // those not measured for this vendor
        for (Part part : parts) {
            sum += StrictMath.pow(10, logarithm.applyAsDouble(part));
        }
        return StrictMath.log10(sum / rates.weighed());
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
