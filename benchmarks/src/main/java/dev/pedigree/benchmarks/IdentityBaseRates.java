package dev.pedigree.benchmarks;

import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.identity.PromptStratum;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.math3.distribution.GammaDistribution;

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
    /** Vendors that models without known descent name often enough to be measured alone. */
    private static final List<String> VENDORS = List.of("openai", "anthropic", "google", "meta");
    /** A vendor that no prompt and no model names, for the layers of all those that a prompt does not name. */
    private static final String OTHERS = "*";

    private static final String[] HEAD = {
        "# How often models say such things, by layer of prompts: the mean share of prompts over models (families weighed alike, half a prompt of",
        "# one more family added), the spread between models (size of the negative binomial law, by moments, held in [0.1, 20]) and the upper",
        "# 95 % limit of the mean (gamma law of its mean and variance over families). Measured on AlpacaEval answers (805 prompts): models with no",
        "# known descent from the vendor, by maker, base and teachers on their public cards, against models whose cards name its models as",
        "# teachers. \"/0\": no such models, and the law is openai's, or none. The vendor * stands for any one of all others: its rate is that of naming",
        "# at least one of them, an upper limit for each. Written by IdentityBaseRates of the benchmarks.",
        "# signal\tvendor\tstratum\tmodels (unrelated/descended)\tunrelated: mean\tspread\tupper 95 % limit of the mean\tdescended: mean\tspread",
    };

    /** A model's counts, and who made, taught or built it. */
    private record Suspect(
            String name,
            String family,
            String lab,
            boolean unknown,
            boolean taughtByOpenAi,
            boolean distilled,
            TreeSet<String> own,
            IdentityTally tally,
            IdentityFinding finding) {

        boolean isUnrelated(String vendor) {
            if (vendor.equals("openai")) {
                return !unknown && !taughtByOpenAi && !distilled && !own.contains(vendor);
            }
            return !unknown && !own.contains(vendor);
        }

        boolean isDescended(String vendor) {
            return vendor.equals("openai") && distilled && taughtByOpenAi;
        }

        int prompts(String vendor, PromptStratum layer) {
            return tally.layers(vendor).getOrDefault(layer, 0);
        }

        /** Prompts of the layer at which it says so; for {@code *} at least an upper limit of those naming any other vendor. */
        int count(IdentitySignal signal, String vendor, PromptStratum layer) {
            int sum = 0;
            for (IdentityFinding.Rate rate : finding.rates()) {
                boolean any = vendor.equals(OTHERS)
                        && !VENDORS.contains(rate.vendor())
                        && !rate.vendor().startsWith("other:")
                        && !own.contains(rate.vendor());
                boolean same = rate.vendor().equals(vendor) || any;
                sum += same && rate.signal() == signal && rate.stratum() == layer ? rate.prompting() : 0;
            }
            return sum;
        }

        /** Names, slogans and formulas of all houses but OpenAI. */
        int rivals() {
            int sum = 0;
            for (IdentityFinding.Rate rate : finding.rates()) {
                boolean house = rate.signal() == IdentitySignal.NAME
                        || rate.signal() == IdentitySignal.FORMULA
                        || rate.signal() == IdentitySignal.SLOGAN;
                boolean other = !rate.vendor().equals("openai") && !rate.vendor().startsWith("other:");
                sum += house && other ? rate.prompting() : 0;
            }
            return sum;
        }
    }

    /** A negative binomial law of counts, and the upper limit of its mean. */
    private record Law(double mean, double spread, double upper, int models) {
        String words(boolean limit) {
            return three(mean) + '\t' + three(spread) + (limit ? '\t' + three(upper) : "");
        }
    }

    private final List<Suspect> suspects = new ArrayList<>();
    private final PrintStream out;

    private IdentityBaseRates(PrintStream out) {
        this.out = out;
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
        IdentityBaseRates run = new IdentityBaseRates(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        run.read(Path.of(args[0]));
        List<String> table = run.table(s -> true);
        Files.writeString(Path.of(args[1]), String.join("\n", table) + '\n');
        run.heldOut();
    }

    private void read(Path corpora) throws IOException {
        IdentityScanner scanner = IdentityScanner.withDefaults();
        for (String[] row : IdentityAccuracy.families(corpora)) {
            Path file = corpora.resolve("alpaca_eval").resolve(row[0] + ".jsonl");
            if (!Files.exists(file) || row[3].equals("copy") || row[3].equals("junk")) {
                continue;
            }
            IdentityTally tally = scanner.tally();
            IdentityAccuracy.read(file).forEach(tally::add);
            boolean openai = (" " + row[4] + " ").matches(".* (chatgpt|gpt4|gpt4turbo|gpt4o|davinci003) .*");
            suspects.add(new Suspect(
                    row[0],
                    row[1],
                    row[2],
                    row[3].equals("unknown"),
                    openai,
                    row[3].equals("distilled"),
                    own(row),
                    tally,
                    tally.finding()));
        }
    }

    /** Whose a model's own name may be: its maker, the maker of its base, and the project that it comes from. */
    private static TreeSet<String> own(String[] row) {
        TreeSet<String> own = new TreeSet<>();
        Map<String, String> houses = new TreeMap<>();
        for (String pair : ("llama=meta tempnet=meta mistral=mistral mixtral=mistral gemma=google gemini=google qwen=alibaba"
                        + " falcon=tii yi=01ai internlm=internlm jina=jina deepseek=deepseek dbrx=databricks"
                        + " chatglm=zhipu baichuan=baichuan oasst=laion guanaco=laion humpback=laion vicuna=lmsys"
                        + " starling=berkeley wizardlm=wizardlm xwin=xwin nanbeige=nanbeige openbuddy=openbuddy"
                        + " alpaca=stanford zephyr=huggingface hermes=nous claude=anthropic")
                .split(" ")) {
            houses.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        own.add(row[2].equals("yi") ? "01ai" : row[2]);
        for (int field : new int[] {1, 4, 5, 6}) {
            houses.forEach((word, house) -> {
                if (row[field].contains(word)) {
                    own.add(house);
                }
            });
        }
        return own;
    }

    private List<String> table(Predicate<Suspect> counted) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (IdentitySignal signal : IdentitySignal.values()) {
            if (signal == IdentitySignal.RIVAL || signal == IdentitySignal.REASONING) {
                continue;
            }
            List<String> vendors = new ArrayList<>(VENDORS);
            vendors.add(OTHERS);
            for (String vendor : vendors) {
                if (isSaid(signal, vendor)) {
                    for (PromptStratum layer : LAYERS) {
                        line(lines, signal, vendor, layer, counted);
                    }
                }
            }
        }
        Map<Suspect, int[]> unrelated = new LinkedHashMap<>();
        Map<Suspect, int[]> descended = new LinkedHashMap<>();
        for (Suspect suspect : suspects) {
            if (counted.test(suspect)) {
                int[] pair = {suspect.rivals(), suspect.finding().prompts()};
                if (suspect.isUnrelated("openai")) {
                    unrelated.put(suspect, pair);
                } else if (suspect.isDescended("openai")) {
                    descended.put(suspect, pair);
                }
            }
        }
        Law others = law(unrelated);
        Law students = law(descended);
        lines.add("RIVAL\topenai\tALL\t" + others.models() + '/' + students.models() + '\t' + others.words(true) + '\t'
                + students.words(false));
        return lines;
    }

    /** Names and allusions may be anybody's; the rest belongs to houses. */
    private boolean isSaid(IdentitySignal signal, String vendor) {
        return switch (signal) {
            case NAME, ALLUSION -> true;
            case SCAR -> vendor.equals("openai");
            case SLOGAN -> vendor.equals("anthropic");
            case CUTOFF, FORMULA -> !vendor.equals(OTHERS) && !(signal == IdentitySignal.CUTOFF && vendor.equals("google"));
            default -> false;
        };
    }

    /** One line; where no prompt names the vendor, that layer of OpenAI's stands for it. */
    private void line(
            List<String> lines, IdentitySignal signal, String vendor, PromptStratum layer, Predicate<Suspect> counted) {
        Map<Suspect, int[]> unrelated = counts(signal, vendor, layer, s -> counted.test(s) && s.isUnrelated(vendor));
        Map<Suspect, int[]> descended = counts(signal, "openai", layer, s -> counted.test(s) && s.isDescended("openai"));
        boolean alike = signal == IdentitySignal.NAME || signal == IdentitySignal.ALLUSION;
        if (unrelated.isEmpty()) {
            if (!alike) {
                return;
            }
            unrelated = counts(signal, "openai", layer, s -> counted.test(s) && s.isUnrelated("openai"));
        }
        Law others = law(unrelated);
        Law students = law(descended);
        boolean measured = vendor.equals("openai");
        lines.add(signal + "\t" + vendor + '\t' + layer + '\t' + others.models() + '/' + (measured ? students.models() : 0)
                + '\t' + others.words(true) + '\t' + (alike || measured ? students.words(false) : "-\t-"));
    }

    private Map<Suspect, int[]> counts(
            IdentitySignal signal, String vendor, PromptStratum layer, Predicate<Suspect> chosen) {
        Map<Suspect, int[]> counts = new LinkedHashMap<>();
        for (Suspect suspect : suspects) {
            int prompts = chosen.test(suspect) ? suspect.prompts(vendor, layer) : 0;
            if (prompts > 0) {
                counts.put(suspect, new int[] {suspect.count(signal, vendor, layer), prompts});
            }
        }
        return counts;
    }

    private static Law law(Map<Suspect, int[]> counts) {
        Map<String, List<int[]>> families = new TreeMap<>();
        double prompts = 0;
        for (Map.Entry<Suspect, int[]> entry : counts.entrySet()) {
            families.computeIfAbsent(entry.getKey().family(), f -> new ArrayList<>()).add(entry.getValue());
            prompts += entry.getValue()[1] / (double) counts.size();
        }
        double sum = 0.5 / prompts;
        double squares = sum * sum;
        double mean = 0;
        double second = 0;
        for (List<int[]> family : families.values()) {
            double share = 0;
            for (int[] count : family) {
                share += count[0] / (double) count[1] / family.size();
                double scaled = count[0] / (double) count[1] * prompts;
                mean += scaled / family.size() / families.size();
                second += scaled * scaled / family.size() / families.size();
            }
            sum += share;
            squares += share * share;
        }
        int n = families.size() + 1;
        double rate = sum / n;
        double variance = (squares - n * rate * rate) / (n - 1) / n;
        double excess = second - mean * mean - mean;
        double spread = excess > 0 && mean > 0 ? mean * mean / excess : LARGEST;
        double upper = new GammaDistribution(rate * rate / variance, variance / rate).inverseCumulativeProbability(0.95);
        return new Law(rate, Math.max(SMALLEST, Math.min(LARGEST, spread)), upper, counts.size());
    }

    /** Each family judged with rates in which it had no part. */
    private void heldOut() {
        Map<String, dev.pedigree.identity.IdentityBaseRates> without = new TreeMap<>();
        for (Suspect suspect : suspects) {
            without.computeIfAbsent(
                    suspect.family(),
                    family -> dev.pedigree.identity.IdentityBaseRates.of(
                            table(s -> !s.family().equals(family))));
        }
        for (boolean held : new boolean[] {true, false}) {
            List<Double> taught = new ArrayList<>();
            List<Double> others = new ArrayList<>();
            var shipped = dev.pedigree.identity.IdentityBaseRates.of(table(s -> true));
            for (Suspect suspect : suspects) {
                var rates = held ? without.get(suspect.family()) : shipped;
                Map<String, Double> ratios = ratios(suspect, rates);
                if (suspect.isDescended("openai")) {
                    taught.add(ratios.get("openai"));
                } else if (suspect.isUnrelated("openai")) {
                    others.add(ratios.get("openai"));
                }
                ratios.forEach((vendor, ratio) -> {
                    if (ratio >= 1 && suspect.isUnrelated(vendor)) {
                        out.printf(Locale.ROOT, "  above weak: %s (lab \"%s\"): %s %.2f%n", suspect.name(), suspect.lab(), vendor, ratio);
                    }
                });
            }
            out.printf(Locale.ROOT, "%s: %d taught by OpenAI's models against %d others, AUC %.3f%n",
                    held ? "each family held out" : "with the table written", taught.size(), others.size(), auc(taught, others));
        }
    }

    private static Map<String, Double> ratios(Suspect suspect, dev.pedigree.identity.IdentityBaseRates rates) {
        Map<String, Double> ratios = new TreeMap<>();
        for (IdentityFinding.VendorEvidence vendor : suspect.tally().finding(rates).vendors()) {
            vendor.log10LikelihoodRatio().ifPresent(ratio -> ratios.put(vendor.vendor(), ratio.value()));
        }
        return ratios;
    }

    private static double auc(List<Double> taught, List<Double> others) {
        double wins = 0;
        for (double a : taught) {
            for (double b : others) {
                wins += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return wins / taught.size() / others.size();
    }

    /** Three significant digits, the same on every machine. */
    private static String three(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3, java.math.RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
