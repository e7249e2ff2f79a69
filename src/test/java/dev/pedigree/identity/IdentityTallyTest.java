package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Role;
import dev.pedigree.corpus.Source;
import dev.pedigree.identity.IdentityFinding.VendorEvidence;
import dev.pedigree.stats.Estimate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityTallyTest {
    private static Corpus corpus(int leaks, int silent, String leak) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < leaks + silent; i++) {
            String text = i < leaks ? leak : "Gladly: item " + i + " is done.";
            responses.add(Response.of("r" + i, "Sort list number " + i + ".", text));
        }
        return Corpus.of("made up", responses);
    }

    private static VendorEvidence openai(IdentityFinding finding) {
        return finding.vendors().stream()
                .filter(v -> v.vendor().equals("openai"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void repeatedUnpromptedClaimsWeighMoreThanOneAndNoneSpeaksFaintlyAgainst() {
        IdentityScanner scanner = IdentityScanner.withDefaults();
        String leak = "As an AI developed by OpenAI, I sorted it.";
        double none = openai(scanner.examine(corpus(0, 800, leak)))
                .log10LikelihoodRatio()
                .orElseThrow()
                .value();
        double one = openai(scanner.examine(corpus(1, 799, leak)))
                .log10LikelihoodRatio()
                .orElseThrow()
                .value();
        double many = openai(scanner.examine(corpus(12, 788, leak)))
                .log10LikelihoodRatio()
                .orElseThrow()
                .value();
        assertThat(none).isBetween(-0.5, 0.0);
        assertThat(one).isGreaterThan(none).isLessThan(0.3);
        assertThat(many).isGreaterThan(0.6).isLessThan(1); // one kind of sign alone, however loud, stays weak
    }

    @Test
    void theRatioIsTheMeanOfItsSignals() {
        String name = "NAME\topenai\tUNRELATED\t9/9\t0.001\t0.002\t0.01\t1";
        String rival = "RIVAL\topenai\tALL\t9/9\t0.01\t0.02\t0.001\t1";
        IdentityTally tally = IdentityScanner.withDefaults().tally();
        corpus(1, 99, "I am ChatGPT.").responses().forEach(tally::add);
        // by hand, n prompts of 100 with mean m: (1 / (1 + m))^1 * (m / (1 + m))^n
        double names = (0.5 * 0.5) / (1 / 1.1 * (0.1 / 1.1));
        double rivals = (1 / 1.1) / 0.5;
        assertThat(openai(tally.finding(IdentityBaseRates.of(List.of(name, rival))))
                        .log10LikelihoodRatio()
                        .orElseThrow()
                        .value())
                .isCloseTo(StrictMath.log10((names + rivals) / 2), within(1e-9));
    }

    @Test
    void moreOfASignIsNeverLess() {
        IdentityBaseRates.Row row = requireNonNull(
                IdentityBaseRates.builtIn().of(IdentitySignal.CUTOFF, "openai", PromptStratum.UNRELATED));
        for (int count = 0; count < 50; count++) {
            assertThat(row.log10Ratio(count + 1, 800)).isGreaterThanOrEqualTo(row.log10Ratio(count, 800));
        }
    }

    @Test
    void theSuspectsOwnNameIsNoLeak() {
        Corpus corpus = corpus(20, 100, "I am Llama 3, made by Meta AI.");
        IdentityFinding blind = IdentityScanner.withDefaults().examine(corpus);
        IdentityFinding knowing =
                IdentityScanner.withDefaults().withOwnVendors(List.of("meta")).examine(corpus);
        assertThat(blind.dominant()).contains("meta");
        assertThat(knowing.dominant()).isEmpty();
        assertThat(knowing.quotes()).isEmpty();
        assertThat(knowing.claims()).isEqualTo(blind.claims());
    }

    @Test
    void samplesOfOnePromptCountAsOnePrompt() {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            responses.add(Response.of("s" + i, "Who are you?", "I am Claude."));
        }
        IdentityFinding finding = IdentityScanner.withDefaults().examine(Corpus.of("one prompt", responses));
        IdentityFinding.Rate rate = finding.rates().get(0);
        assertThat(rate.prompts()).isEqualTo(1);
        assertThat(rate.saying()).isEqualTo(40);
        assertThat(rate.rate().low()).isLessThan(0.3);
    }

    @Test
    void wilsonIntervalAsInR() {
        // R: prop.test(3, 50, correct = FALSE)$conf.int -> 0.02062 0.16219
        List<int[]> clusters = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            clusters.add(new int[] {i < 3 ? 1 : 0, 1});
        }
        Estimate estimate = ClusteredRate.of(clusters, 0.95);
        assertThat(estimate.value()).isEqualTo(0.06);
        assertThat(estimate.low()).isCloseTo(0.0206, within(2e-3));
        assertThat(estimate.high()).isCloseTo(0.1622, within(2e-3));
    }

    @Test
    void clusteringWidensTheInterval() {
        List<int[]> apart = new ArrayList<>();
        List<int[]> together = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            apart.add(new int[] {5, 10});
            together.add(new int[] {i < 10 ? 10 : 0, 10});
        }
        Estimate narrow = ClusteredRate.of(apart, 0.95);
        Estimate wide = ClusteredRate.of(together, 0.95);
        assertThat(wide.high() - wide.low()).isGreaterThan(2 * (narrow.high() - narrow.low()));
    }

    @Test
    void binomialTailByHand() {
        // 1 - 0.9^10 = 0.6513216; 1 - 0.9^10 - 10 * 0.1 * 0.9^9 = 0.2639011
        assertThat(ClusteredRate.tail(1, 10, 0.1)).isCloseTo(0.6513216, within(1e-7));
        assertThat(ClusteredRate.tail(2, 10, 0.1)).isCloseTo(0.2639011, within(1e-7));
        assertThat(ClusteredRate.tail(0, 10, 0.1)).isEqualTo(1);
    }

    @Test
    void theLawSumsToOne() {
        IdentityBaseRates.Law law = new IdentityBaseRates.Law(0.01, 0.4);
        double sum = 0;
        for (int k = 0; k < 400; k++) {
            sum += StrictMath.exp(law.logProbability(k, 500));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void everyVendorOfTheLexiconHasRatesForItsNames() {
        IdentityBaseRates rates = IdentityBaseRates.builtIn();
        for (String vendor : IdentityScanner.vendors()) {
            IdentityBaseRates.Row row = rates.of(IdentitySignal.NAME, vendor, PromptStratum.UNRELATED);
            assertThat(row).as(vendor).isNotNull();
            assertThat(row.log10Ratio(1, 800)).as(vendor).isBetween(0.0, 1.0);
            assertThat(row.log10Ratio(6, 800)).as(vendor).isGreaterThan(1);
        }
        assertThat(rates.of(IdentitySignal.NAME, "other:Foo Labs", PromptStratum.UNRELATED))
                .isNull();
    }

    @Test
    void ratesOfOnesOwnReplaceTheShippedOnes() {
        IdentityScanner scanner = IdentityScanner.withDefaults();
        IdentityTally tally = scanner.tally();
        corpus(2, 400, "I am Claude.").responses().forEach(tally::add);
        String rival = "RIVAL\topenai\tALL\t9/9\t0.01\t0.02\t0.001\t1";
        IdentityFinding blind = tally.finding(IdentityBaseRates.of(List.of("# nothing else", rival)));
        assertThat(blind.vendors())
                .allMatch(v -> v.log10LikelihoodRatio().isEmpty() || v.vendor().equals("openai"));
        assertThat(tally.finding().vendors().get(0).log10LikelihoodRatio()).isPresent();
        assertThat(tally.layers("anthropic")).containsExactly(java.util.Map.entry(PromptStratum.UNRELATED, 402));
    }

    @Test
    void aBadTableIsNamedByLineAndField() {
        String rival = "RIVAL\topenai\tALL\t9/9\t0.01\t0.02\t0.001\t1";
        assertThatThrownBy(() -> IdentityBaseRates.of(List.of(rival, "NAME\t*\tUNRELATED")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("base rates:2: expected 8 fields, found 3");
        assertThatThrownBy(() -> IdentityBaseRates.of(List.of(rival.replace("0.02", "x"))))
                .hasMessage("base rates:1: field 6 must be a number above 0, got \"x\"");
        assertThatThrownBy(() -> IdentityBaseRates.of(List.of(rival, rival))).hasMessageContaining("twice");
        assertThatThrownBy(() -> IdentityBaseRates.of(List.of())).hasMessageContaining("RIVAL");
    }

    @Test
    void theJsonIsWellFormedAndStable() throws IOException {
        String first = json(corpus(3, 10, "I am ChatGPT, \"made\" by OpenAI.\n"));
        String second = json(corpus(3, 10, "I am ChatGPT, \"made\" by OpenAI.\n"));
        assertThat(first).isEqualTo(second).contains("\"promptStratum\"").contains("\"log10LikelihoodRatio\"");
        int objects = 0;
        try (JsonParser parser = new JsonFactory().createParser(first)) {
            while (parser.nextToken() != null) {
                objects += "confidence".equals(parser.currentName())
                                && parser.currentToken().isNumeric()
                        ? 1
                        : 0;
            }
        }
        assertThat(objects).isEqualTo(6);
    }

    private static String json(Corpus corpus) throws IOException {
        StringWriter out = new StringWriter();
        try (IdentityJson json = IdentityJson.to(IdentityScanner.withDefaults(), out)) {
            for (Response response : corpus.responses()) {
                json.add(response);
            }
        }
        return out.toString();
    }

    @Test
    void probesCoverTheLayersInEachLanguage() {
        List<IdentityProbe> probes = IdentityProbe.all();
        assertThat(probes).extracting(IdentityProbe::id).doesNotHaveDuplicates();
        for (String language : List.of("en", "zh", "es", "fr", "de", "pt", "ru", "ja", "ko")) {
            assertThat(probes)
                    .filteredOn(probe -> probe.language().equals(language))
                    .extracting(IdentityProbe::stratum)
                    .as(language)
                    .contains(
                            PromptStratum.UNRELATED,
                            PromptStratum.IDENTITY_QUESTION,
                            PromptStratum.ENTITY_MENTIONED,
                            PromptStratum.ROLE_ASSIGNED,
                            PromptStratum.PERSONA,
                            PromptStratum.TOOLS);
        }
        // 1 - (1 - 0.03)^n >= 0.9 from n = 76 on
        assertThat(IdentityProbe.promptsFor(0.03, 0.9)).isEqualTo(76);
        assertThat(IdentityProbe.promptsFor(0.5, 0.5)).isEqualTo(1);
        assertThat(IdentityProbe.instruction()).contains("asks who it is (4.79 %)");
    }

    /** What is put to the suspect is weighed in the layer that it was written for. */
    @Test
    void probesAreReadIntoTheirOwnLayer() {
        PromptReader reader = Grammar.instance().prompts();
        for (IdentityProbe probe : IdentityProbe.all()) {
            List<Message> messages = new ArrayList<>();
            if (!probe.system().isEmpty()) {
                messages.add(new Message(Role.SYSTEM, probe.system()));
            }
            messages.add(new Message(Role.USER, probe.question()));
            PromptReading reading = reader.read(new Prompt(messages));
            if (probe.stratum() == PromptStratum.ENTITY_MENTIONED) {
                assertThat(IdentityScanner.vendors())
                        .as(probe.question())
                        .filteredOn(vendor -> reading.stratum(vendor) == PromptStratum.ENTITY_MENTIONED)
                        .hasSize(1);
            } else if (probe.stratum() == PromptStratum.ROLE_ASSIGNED) {
                assertThat(reading.asks()).as(probe.question()).isTrue();
            } else {
                assertThat(IdentityScanner.vendors())
                        .as(probe.question())
                        .allMatch(vendor -> reading.stratum(vendor) == probe.stratum());
            }
        }
    }

    @Test
    void quotesStandStrongestFirstThenShortest() {
        IdentityTally tally = IdentityScanner.withDefaults().tally();
        tally.add(Response.of("asked", "Who are you?", "I am ChatGPT."));
        tally.add(Response.of("long", "Plan my week.", "I am ChatGPT, and I will gladly plan the week with you."));
        tally.add(Response.of("short", "Name a bird.", "I am ChatGPT, sorry."));
        tally.add(Response.of("imposed", "You are ChatGPT. Say hello.", "I am ChatGPT."));
        assertThat(tally.finding().quotes()).extracting(IdentityClaim::id).containsExactly("short", "long", "asked");
    }

    @Test
    void reasoningIsCountedApartAndGivesNoRatioOfItsOwn() {
        IdentityTally thinking = IdentityScanner.withDefaults().tally();
        IdentityTally silent = IdentityScanner.withDefaults().tally();
        for (int i = 0; i < 20; i++) {
            String prompt = "Sort list number " + i + ".";
            thinking.add(new Response(
                    "r" + i,
                    Prompt.of(prompt),
                    "Sorted.",
                    "My parent company is OpenAI.",
                    "m",
                    "",
                    0,
                    FinishReason.UNKNOWN,
                    Source.NONE));
            silent.add(Response.of("r" + i, prompt, "Sorted."));
        }
        assertThat(thinking.finding().rates())
                .filteredOn(rate -> rate.vendor().equals("openai"))
                .extracting(IdentityFinding.Rate::signal)
                .containsOnly(IdentitySignal.REASONING);
        assertThat(openai(thinking.finding()).log10LikelihoodRatio())
                .isEqualTo(openai(silent.finding()).log10LikelihoodRatio());
    }

    @Test
    void readingDependsOnNoLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(IdentityScanner.withDefaults().scan(Response.of("i", "", "I AM CLAUDE, MADE BY ANTHROPIC.")))
                    .hasSize(2);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theGateFindsWhatTheTrieFinds() {
        Gate gate = new Gate(List.of(
                new Gate.Phrase("phi", false, false),
                new Gate.Phrase("Meta", true, false),
                new Gate.Phrase("GPT-4", false, false)));
        assertThat(gate.next("philosophy of metal".toCharArray(), 0)).isEqualTo(-1);
        assertThat(gate.next("a meta thing".toCharArray(), 0)).isEqualTo(-1);
        assertThat(gate.next("by Meta!".toCharArray(), 0)).isEqualTo(7);
        assertThat(gate.next("xgpt-4 gpt\u20114.".toCharArray(), 0)).isEqualTo(12);
    }

    @Test
    void theTrieFindsTheLongestPhraseThatStandsAlone() {
        PhraseTrie.Builder phrases = new PhraseTrie.Builder();
        Map<String, Integer> all = new HashMap<>();
        for (int i = 1; i < 3000; i++) { // enough for the array to grow
            String phrase = Integer.toString(i * 7919, 36) + (i % 3 == 0 ? " x" : "");
            all.put(phrase, i);
            phrases.put(phrase, i);
        }
        PhraseTrie trie = phrases.build();
        PhraseTrie.Match match = new PhraseTrie.Match();
        all.forEach((phrase, value) -> {
            String text = "." + phrase + ".";
            trie.longest(text, 1, text.length(), match);
            assertThat(match.value).as(phrase).isEqualTo(value);
            assertThat(match.end).isEqualTo(text.length() - 1);
            trie.longest(phrase + "z", 0, phrase.length() + 1, match);
            assertThat(match.end).as(phrase).isNotEqualTo(phrase.length());
        });
    }

    @Test
    void starsOfListsStandForLetters() {
        Words words = new Words();
        List.of("team", "chat*", "*ware", "*lang*").forEach(words::add);
        assertThat(List.of("team", "chat", "chatbot", "software", "languages")).allMatch(words::has);
        assertThat(List.of("teams", "achat", "wares")).noneMatch(words::has);
        assertThatThrownBy(() -> words.add("*")).isInstanceOf(IllegalStateException.class);
    }
}
