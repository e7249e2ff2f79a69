package dev.pedigree.benchmarks;

import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.identity.PromptStratum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a model of AlpacaEval says of itself, counted, and who made, taught or built it by its public card. */
final class IdentitySuspect {
    /** Vendors that models without known descent name often enough to be measured alone. */
    static final List<String> VENDORS = List.of("openai", "anthropic", "google", "meta");
    /** A vendor that no prompt and no model names, for the layers of all those that a prompt does not name. */
    static final String OTHERS = "*";

    private final String[] row;
    private final TreeSet<String> own;
    private final IdentityTally tally;
    private final IdentityFinding finding;
    private final Map<String, Map<PromptStratum, Integer>> layers = new HashMap<>();

    private IdentitySuspect(String[] row, IdentityTally tally) {
        this.row = row;
        this.own = own(row);
        this.tally = tally;
        this.finding = tally.finding();
    }

    /** All models of {@code families.tsv} that have answers of their own in {@code alpaca_eval}. */
    static List<IdentitySuspect> read(Path corpora) throws IOException {
        IdentityScanner scanner = IdentityScanner.withDefaults();
        List<IdentitySuspect> suspects = new ArrayList<>();
        for (String[] row : IdentityAccuracy.families(corpora)) {
            Path file = corpora.resolve("alpaca_eval").resolve(row[0] + ".jsonl");
            if (!Files.exists(file) || row[3].equals("copy") || row[3].equals("junk")) {
                continue;
            }
            IdentityTally tally = scanner.tally();
            IdentityAccuracy.read(file).forEach(tally::add);
            suspects.add(new IdentitySuspect(row, tally));
        }
        return suspects;
    }

    String name() {
        return row[0];
    }

    String family() {
        return row[1];
    }

    String lab() {
        return row[2];
    }

    /** Different prompts answered. */
    int prompts() {
        return finding.prompts();
    }

    private boolean isTaughtByOpenAi() {
        return (" " + row[4] + " ").matches(".* (chatgpt|gpt4|gpt4turbo|gpt4o|davinci003) .*");
    }

    boolean isUnrelated(String vendor) {
        boolean taught = vendor.equals("openai") && (isTaughtByOpenAi() || row[3].equals("distilled"));
        return !row[3].equals("unknown") && !taught && !own.contains(vendor);
    }

    boolean isDescended(String vendor) {
        return vendor.equals("openai") && row[3].equals("distilled") && isTaughtByOpenAi();
    }

    /** The decimal logarithm of the ratio for each vendor, by these rates. */
    Map<String, Double> ratios(dev.pedigree.identity.IdentityBaseRates rates) {
        Map<String, Double> ratios = new TreeMap<>();
        for (IdentityFinding.VendorEvidence vendor : tally.finding(rates).vendors()) {
            vendor.log10LikelihoodRatio().ifPresent(ratio -> ratios.put(vendor.vendor(), ratio.value()));
        }
        return ratios;
    }

    int prompts(String vendor, PromptStratum layer) {
        return layers.computeIfAbsent(vendor, tally::layers).getOrDefault(layer, 0);
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

    /** Whose a model's own name may be: its maker, the maker of its base, and the project that it comes from. */
    private static TreeSet<String> own(String[] row) {
        TreeSet<String> own = new TreeSet<>();
        Map<String, String> houses = new TreeMap<>();
        for (String pair :
                ("llama=meta tempnet=meta mistral=mistral mixtral=mistral gemma=google gemini=google qwen=alibaba"
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
}
