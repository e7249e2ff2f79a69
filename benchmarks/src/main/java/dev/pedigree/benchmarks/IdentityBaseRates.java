package dev.pedigree.benchmarks;

import static dev.pedigree.benchmarks.IdentitySuspect.OTHERS;
import static dev.pedigree.benchmarks.IdentitySuspect.VENDORS;

import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.PromptStratum;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Measures the base rates of identity claims, and how well they tell descent in families that had no part in them. Run: {@code
 * IdentityBaseRates CORPORA TABLE}, where CORPORA holds the folder {@code alpaca_eval} of {@code MODEL.jsonl} files and {@code
 * families.tsv}; writes the table that ships as {@code base-rates.tsv} to TABLE and prints the held-out figures.
 */
public final class IdentityBaseRates {
    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 20;
    private static final List<PromptStratum> LAYERS = List.of(
            PromptStratum.UNRELATED,
            PromptStratum.IDENTITY_QUESTION,
            PromptStratum.ENTITY_MENTIONED,
            PromptStratum.PERSONA);

    private static final String[] HEAD = {
        "# How often models say such things, by layer of prompts: the mean share of prompts over models (families weighed alike, half a prompt of",
        "# one more family added), the upper 95 % limit of the unrelated models' mean (gamma law of its mean and variance over families), and the",
        "# spread between models of one kind (size of the negative binomial law, by moments within both kinds, held in [0.1, 20]). Measured on",
        "# AlpacaEval answers (805 prompts): models with no known descent from the vendor, by maker, base and teachers on their public cards, against",
        "# models whose cards name its models as teachers. \"/0\": no such models, and the law is openai's, or none. The vendor * stands for any one of",
        "# all others: its rate is that of naming at least one of them, an upper limit for each. Written by IdentityBaseRates of the benchmarks.",
        "# signal\tvendor\tstratum\tmodels (unrelated/descended)\tunrelated: mean\tupper 95 % limit of the mean\tdescended: mean\tspread",
    };

    private final List<IdentitySuspect> suspects;

    IdentityBaseRates(List<IdentitySuspect> suspects) {
        this.suspects = suspects;
    }

    /**
     * Measures.
     *
     * @param args the folder of corpora and the table to write
     * @throws IOException if one of them cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: IdentityBaseRates CORPORA TABLE");
        }
        List<IdentitySuspect> suspects = IdentitySuspect.read(Path.of(args[0]));
        List<String> table = new IdentityBaseRates(suspects).table(suspect -> true);
        Files.writeString(Path.of(args[1]), String.join("\n", table) + '\n');
        new IdentityDescent(suspects).print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /** Rates measured on some of the models. */
    dev.pedigree.identity.IdentityBaseRates rates(Predicate<IdentitySuspect> counted) {
        return dev.pedigree.identity.IdentityBaseRates.of(table(counted));
    }

    private List<String> table(Predicate<IdentitySuspect> counted) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        List<String> vendors = new ArrayList<>(VENDORS);
        vendors.add(OTHERS);
        for (IdentitySignal signal : IdentitySignal.values()) {
            for (String vendor : vendors) {
                if (isSaid(signal, vendor)) {
                    for (PromptStratum layer : LAYERS) {
                        line(lines, signal, vendor, layer, counted);
                    }
                }
            }
        }
        IdentityGroup others =
                group(counted.and(s -> s.isUnrelated("openai")), IdentitySuspect::rivals, IdentitySuspect::prompts);
        IdentityGroup students =
                group(counted.and(s -> s.isDescended("openai")), IdentitySuspect::rivals, IdentitySuspect::prompts);
        lines.add("RIVAL\topenai\tALL\t" + words(others, students, students.models()));
        return lines;
    }

    /** Names and allusions may be anybody's; the rest belongs to houses. */
    private static boolean isSaid(IdentitySignal signal, String vendor) {
        return switch (signal) {
            case NAME, ALLUSION -> true;
            case SCAR -> vendor.equals("openai");
            case SLOGAN -> vendor.equals("anthropic");
            case CUTOFF, FORMULA ->
                !vendor.equals(OTHERS) && !(signal == IdentitySignal.CUTOFF && vendor.equals("google"));
            default -> false;
        };
    }

    /** One line; where no prompt names the vendor, that layer of OpenAI's stands for it. */
    private void line(
            List<String> lines,
            IdentitySignal signal,
            String vendor,
            PromptStratum layer,
            Predicate<IdentitySuspect> counted) {
        boolean alike = signal == IdentitySignal.NAME || signal == IdentitySignal.ALLUSION;
        IdentityGroup unrelated = group(counted.and(s -> s.isUnrelated(vendor)), signal, vendor, layer);
        if (unrelated.models() == 0) {
            if (!alike) {
                return;
            }
            unrelated = group(counted.and(s -> s.isUnrelated("openai")), signal, "openai", layer);
        }
        boolean measured = vendor.equals("openai");
        IdentityGroup descended = alike || measured
                ? group(counted.and(s -> s.isDescended("openai")), signal, "openai", layer)
                : new IdentityGroup();
        lines.add(signal + "\t" + vendor + '\t' + layer + '\t'
                + words(unrelated, descended, measured ? descended.models() : 0));
    }

    private static String words(IdentityGroup unrelated, IdentityGroup descended, int models) {
        return unrelated.models() + "/" + models + '\t' + three(unrelated.mean()) + '\t' + three(unrelated.upper())
                + '\t' + (descended.models() == 0 ? "-" : three(descended.mean())) + '\t'
                + three(spread(unrelated, descended));
    }

    private IdentityGroup group(
            Predicate<IdentitySuspect> chosen, IdentitySignal signal, String vendor, PromptStratum layer) {
        return group(chosen, s -> s.count(signal, vendor, layer), s -> s.prompts(vendor, layer));
    }

    private IdentityGroup group(
            Predicate<IdentitySuspect> chosen,
            ToIntFunction<IdentitySuspect> count,
            ToIntFunction<IdentitySuspect> prompts) {
        IdentityGroup group = new IdentityGroup();
        for (IdentitySuspect suspect : suspects) {
            if (chosen.test(suspect) && prompts.applyAsInt(suspect) > 0) {
                group.add(suspect.family(), count.applyAsInt(suspect), prompts.applyAsInt(suspect));
            }
        }
        return group;
    }

    /**
     * One size for both kinds of models, by moments: squared means over what the variances exceed Poisson's by, both summed over the
     * families.
     */
    private static double spread(IdentityGroup one, IdentityGroup other) {
        double squares = one.families() * one.count() * one.count() + other.families() * other.count() * other.count();
        double excess = one.families() * one.excess() + other.families() * other.excess();
        return excess > 0 && squares > 0 ? Math.max(SMALLEST, Math.min(LARGEST, squares / excess)) : LARGEST;
    }

    /** Three significant digits, the same on every machine. */
    private static String three(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3, java.math.RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
