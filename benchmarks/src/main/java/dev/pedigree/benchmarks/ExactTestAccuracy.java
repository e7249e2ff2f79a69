package dev.pedigree.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.SameModelTest;
import dev.pedigree.exact.SequentialResult;
import dev.pedigree.exact.SequentialSameModelTest;
import dev.pedigree.internal.SplitMix64;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Error rates and power of the exact tests on real answers. Arguments: the folder of the corpora, then what to measure:
 * {@code same-null}, {@code same-pairs}, {@code same-pairs-development}, {@code sequential}, {@code exposure-null},
 * {@code exposure}, {@code exposure-controls}, {@code exposure-development}, {@code canary}.
 */
public final class ExactTestAccuracy {
    private static final JsonFactory JSON = new JsonFactory();
    private static final RealDistribution UNIFORM = new UniformRealDistribution(0, 1);

    /** Permutations of each test of the null: p at most .05 is one of the ten smallest of 200. */
    private static final int DRAWS = 199;

    /** Neighbouring snapshots and same weights, used to choose kernels and features. */
    private static final String[][] DEVELOPMENT = {
        {"gpt4", "gpt4_0314", "same"},
        {"vicuna-7b-v1.3", "vicuna-7b-v1.5", "other"},
        {"vicuna-7b", "vicuna-7b-v1.3", "other"},
        {"xwinlm-70b-v0.1", "xwinlm-70b-v0.3", "other"},
        {"zephyr-7b-alpha", "zephyr-7b-beta", "other"},
        {"Mistral-7B-Instruct-v0.2", "Mistral-7B-Instruct-v0.3", "other"},
        {"evo-7b", "evo-v2-7b", "other"},
        {"openbuddy-falcon-40b-v9", "openbuddy-falcon-7b-v6", "other"},
        {"Infinity-Instruct-3M-0613-Mistral-7B", "Infinity-Instruct-3M-0625-Mistral-7B", "other"},
        {"Infinity-Instruct-3M-0625-Llama3-70B", "Infinity-Instruct-3M-0613-Llama3-70B", "other"},
    };

    /** Not looked at while choosing. */
    private static final String[][] PAIRS = {
        {"claude", "bedrock_claude", "labelled same"},
        {"vicuna-13b-v1.5", "vicuna-13b-v1.5-togetherai", "same"},
        {"claude", "claude-2", "labelled other"},
        {"bedrock_claude", "claude-2", "other"},
        {"gpt-3.5-turbo-0613", "gpt-3.5-turbo-1106", "other"},
        {"gpt-3.5-turbo-0301", "gpt-3.5-turbo-0613", "other"},
        {"gpt4_0314", "gpt4_0613", "other"},
        {"gpt4_1106_preview", "gpt-4-0125-preview", "other"},
        {"gpt-4-0125-preview", "gpt-4-turbo-2024-04-09", "other"},
        {"claude-2", "claude-2.1", "other"},
        {"claude-3-opus-20240229", "claude-3-sonnet-20240229", "other"},
        {"vicuna-13b", "vicuna-13b-v1.3", "other"},
        {"vicuna-13b-v1.3", "vicuna-13b-v1.5", "other"},
        {"wizardlm-13b-v1.1", "wizardlm-13b-v1.2", "other"},
        {"Meta-Llama-3-70B-Instruct", "Meta-Llama-3.1-70B-Instruct-Turbo", "other"},
        {"Meta-Llama-3-8B-Instruct", "Meta-Llama-3.1-8B-Instruct-Turbo", "other"},
        {"gpt-4o-2024-05-13", "gpt-4o-mini-2024-07-18", "other"},
    };

    private ExactTestAccuracy() {}

    /**
     * Measures.
     *
     * @param args the folder of the corpora, then names of measurements
     * @throws IOException if a corpus cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path corpora = Path.of(args[0]);
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "same-pairs-development" -> samePairs(corpora, DEVELOPMENT);
                case "same-pairs" -> samePairs(corpora, PAIRS);
                case "same-null" -> sameNull(corpora);
                case "sequential" -> sequential(corpora);
                case "exposure-development" -> ExposureAccuracy.power(corpora, ExposureAccuracy.DEVELOPMENT, 40, 0);
                case "exposure" -> ExposureAccuracy.power(corpora, ExposureAccuracy.MODELS, 60, 0);
                case "exposure-controls" -> ExposureAccuracy.power(corpora, ExposureAccuracy.MODELS, 60, 3);
                case "exposure-null" -> ExposureAccuracy.exchangeable(corpora, 2000);
                case "canary" -> CanaryAccuracy.measure(corpora, 2000);
                default -> throw new IllegalArgumentException("no measurement is called " + args[i]);
            }
        }
    }

    private static void samePairs(Path corpora, String[][] pairs) throws IOException {
        say(
                "pair\ttruth\tprompts\tdraws of prompts\trejected at 5 %%\tat 1 %%\tmedian p (all, strings, style)\tp at all prompts");
        for (String[] pair : pairs) {
            Corpus a = read(corpora.resolve("alpaca_eval"), pair[0]);
            Corpus b = read(corpora.resolve("alpaca_eval"), pair[1]);
            int runs = 40;
            double[][] p = new double[3][runs];
            for (int run = 0; run < runs; run++) {
                SameModelResult result =
                        SameModelTest.withDefaults().withSeed(run).test(sample(a, 100, run), b);
                p[0][run] = result.pValue().orElseThrow().value();
                p[1][run] = result.statistics().get(0).pValue().value();
                p[2][run] = result.statistics().get(1).pValue().value();
            }
            SameModelResult all = SameModelTest.withDefaults().test(a, b);
            say(
                    "%s / %s\t%s\t100\t%d\t%.3f\t%.3f\t%.3f %.3f %.3f\t%.3f (%.3f %.3f)",
                    pair[0],
                    pair[1],
                    pair[2],
                    runs,
                    below(p[0], 0.05),
                    below(p[0], 0.01),
                    median(p[0]),
                    median(p[1]),
                    median(p[2]),
                    all.pValue().orElseThrow().value(),
                    all.statistics().get(0).pValue().value(),
                    all.statistics().get(1).pValue().value());
            all.shifts().stream()
                    .limit(4)
                    .forEach(s -> say(
                            "\t%s: %.3f -> %.3f, difference %.3f [%.3f, %.3f], adjusted p %.3f",
                            s.feature(),
                            s.first(),
                            s.second(),
                            s.difference().value(),
                            s.difference().low(),
                            s.difference().high(),
                            s.adjustedP()));
        }
    }

    /** Two different samples of one model to each prompt, in random order: a true null made of real answers; {@code -Dseed=7}. */
    private static void sameNull(Path corpora) throws IOException {
        List<List<List<Response>>> models = new ArrayList<>();
        for (String set : List.of("eq_creative", "code_humaneval10")) {
            for (String name : names(corpora.resolve(set))) {
                Map<String, List<Response>> prompts = new LinkedHashMap<>();
                for (Response r : read(corpora.resolve(set), name).responses()) {
                    prompts.computeIfAbsent(r.id(), k -> new ArrayList<>()).add(r);
                }
                prompts.values().removeIf(samples -> samples.size() < 3);
                if (prompts.size() >= 20) {
                    models.add(new ArrayList<>(prompts.values()));
                }
            }
        }
        Random random = new Random(Integer.getInteger("seed", 7));
        int runs = 2000;
        double[][] p = new double[3][runs];
        double[] repeated = new double[runs];
        for (int run = 0; run < runs; run++) {
            List<List<Response>> model = models.get(random.nextInt(models.size()));
            List<List<Response>> prompts = new ArrayList<>(model);
            Collections.shuffle(prompts, random);
            prompts = prompts.subList(0, Math.min(30, prompts.size()));
            List<Response> a = new ArrayList<>();
            List<Response> b = new ArrayList<>();
            List<Response> more = new ArrayList<>();
            for (List<Response> samples : prompts) {
                List<Response> order = new ArrayList<>(samples);
                Collections.shuffle(order, random);
                a.add(order.get(0));
                b.add(order.get(1));
                more.add(order.get(2));
            }
            SameModelTest test = SameModelTest.withDefaults().withDraws(DRAWS).withSeed(run);
            SameModelResult result = test.test(Corpus.of("a", a), Corpus.of("b", b));
            p[0][run] = result.pValue().orElseThrow().value();
            p[1][run] = result.statistics().get(0).pValue().value();
            p[2][run] = result.statistics().get(1).pValue().value();
            more.addAll(b);
            repeated[run] = test.test(Corpus.of("a", a), Corpus.of("b", more))
                    .pValue()
                    .orElseThrow()
                    .value();
        }
        nullRow("same model, combined", p[0]);
        nullRow("same model, strings", p[1]);
        nullRow("same model, style", p[2]);
        nullRow("same model, one answer against two", repeated);
    }

    private static void sequential(Path corpora) throws IOException {
        for (String[] pair : PAIRS) {
            Corpus a = read(corpora.resolve("alpaca_eval"), pair[0]);
            Corpus b = read(corpora.resolve("alpaca_eval"), pair[1]);
            List<Double> at = new ArrayList<>();
            int runs = 20;
            for (int run = 0; run < runs; run++) {
                SequentialResult r = SequentialSameModelTest.withDefaults().test(sample(a, 805, run), b);
                at.add(r.decidedAt().isPresent() ? r.decidedAt().getAsInt() : Double.POSITIVE_INFINITY);
            }
            Collections.sort(at);
            say(
                    "%s / %s\t%s\tdecided at level .01 in %d of %d orders; median after %.0f pairs",
                    pair[0], pair[1], pair[2], at.stream().filter(x -> x < 1e9).count(), runs, at.get(runs / 2));
        }
    }

    static void nullRow(String name, double[] p) {
        say(
                "%s\truns %d\tKS p %.3f\trejected at 1 %% %.4f\tat 5 %% %.4f\tat 10 %% %.4f",
                name,
                p.length,
                new KolmogorovSmirnovTest().kolmogorovSmirnovTest(UNIFORM, p),
                below(p, 0.01),
                below(p, 0.05),
                below(p, 0.1));
    }

    static double below(double[] values, double level) {
        int count = 0;
        for (double value : values) {
            count += value <= level ? 1 : 0;
        }
        return (double) count / values.length;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static Corpus sample(Corpus corpus, int size, long seed) {
        List<Response> responses = new ArrayList<>(corpus.responses());
        SplitMix64 random = new SplitMix64(seed);
        for (int i = responses.size() - 1; i > 0; i--) {
            Collections.swap(responses, i, random.nextInt(i + 1));
        }
        return Corpus.of(corpus.name(), responses.subList(0, Math.min(size, responses.size())));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".jsonl"))
                    .forEach(n -> names.add(n.substring(0, n.length() - 6)));
            return List.copyOf(names);
        }
    }

    static Corpus read(Path folder, String model) throws IOException {
        List<Response> responses = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(folder.resolve(model + ".jsonl"), StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Map<String, String> fields = new LinkedHashMap<>();
                try (JsonParser parser = JSON.createParser(line)) {
                    parser.nextToken();
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String name = parser.currentName();
                        JsonToken value = parser.nextToken();
                        if (value.isStructStart()) {
                            parser.skipChildren();
                        } else {
                            fields.put(name, parser.getText());
                        }
                    }
                }
                responses.add(new Response(
                        fields.getOrDefault("id", ""),
                        Prompt.of(fields.getOrDefault("prompt", "")),
                        fields.getOrDefault("response", ""),
                        "",
                        model,
                        "",
                        0,
                        FinishReason.UNKNOWN,
                        Source.NONE));
            }
        }
        return Corpus.of(model, responses);
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
