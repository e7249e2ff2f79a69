package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.ExposureTest;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.ProportionInterval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The exposure test on real answers: the teacher's 1,305 answers to two prompt sets, of which 500 are declared logged and 500 held
 * out at random, and as the suspect another model's real answers to the same prompts, into which phrases of 5 % of the logged
 * answers are inserted at random places of answers to other prompts.
 */
final class ExposureAccuracy {
    /** Used to choose the statistic. */
    static final List<String> DEVELOPMENT = List.of(
            "claude-2.1",
            "mistral-medium",
            "gemini-pro",
            "gpt-3.5-turbo-1106",
            "claude-3-sonnet-20240229",
            "yi-large-preview",
            "gpt-4-0125-preview");

    /** Not looked at while choosing. */
    static final List<String> MODELS = List.of(
            "gpt-4o-2024-05-13",
            "gpt-4-turbo-2024-04-09",
            "claude-3-opus-20240229",
            "claude-3-5-sonnet-20240620",
            "gpt-3.5-turbo-0613",
            "gpt-4o-mini-2024-07-18",
            "mistral-large-2402",
            "Meta-Llama-3-8B-Instruct");

    private ExposureAccuracy() {}

    static void power(Path corpora, List<String> names, int runs, int controls) throws IOException {
        Map<String, List<Response>> models = load(corpora, names);
        int[][] settings = {{1, 12}, {2, 12}, {1, 8}, {0, 0}};
        for (int[] setting : settings) {
            Random random = new Random(17);
            double[] p = new double[runs];
            double[] phrasing = new double[runs];
            int flagged = 0;
            for (int run = 0; run < runs; run++) {
                Draw draw = new Draw(models, names, 500, random);
                Corpus suspect = draw.student(draw.logged.responses(), 0.05, setting[0], setting[1], random);
                ExposureResult result = ExposureTest.withDefaults()
                        .withDraws(1999)
                        .withSeed(run)
                        .withControls(draw.controls(controls))
                        .test(suspect, draw.logged, draw.heldOut);
                p[run] = result.pValue().orElseThrow().value();
                phrasing[run] = result.statistics().get(0).pValue().value();
                flagged += result.checks().stream().anyMatch(c -> c.fails()) ? 1 : 0;
            }
            int hits = (int) StrictMath.rint(ExactTestAccuracy.below(p, 0.01) * runs);
            Estimate power = ProportionInterval.CLOPPER_PEARSON.of(hits, runs, 0.95);
            ExactTestAccuracy.say(
                    "exposure, %d controls\t%d phrases of %d words from 5 %% of 500\tpower at 1 %%: %.3f [%.3f, %.3f]\tat 5 %%: %.3f\t"
                            + "phrasings alone at 1 %%: %.3f\texchangeability doubted in %d of %d",
                    controls,
                    setting[0],
                    setting[1],
                    power.value(),
                    power.low(),
                    power.high(),
                    ExactTestAccuracy.below(p, 0.05),
                    ExactTestAccuracy.below(phrasing, 0.01),
                    flagged,
                    runs);
        }
    }

    /**
     * Two true nulls: the teacher's answers are divided by lot, and the suspect is another model, which in the second repeats
     * phrases of a fifth of the answers of both kinds, so that the phrase statistic has something to say.
     */
    static void exchangeable(Path corpora, int runs) throws IOException {
        exchangeable(corpora, runs, 0);
        exchangeable(corpora, runs, 0.2);
    }

    private static void exchangeable(Path corpora, int runs, double repeated) throws IOException {
        List<String> names = new ArrayList<>(MODELS);
        names.addAll(DEVELOPMENT);
        Map<String, List<Response>> models = load(corpora, names);
        Random random = new Random(11);
        double[][] p = new double[3][runs];
        int flagged = 0;
        for (int run = 0; run < runs; run++) {
            Draw draw = new Draw(models, names, 30, random);
            List<Response> both = new ArrayList<>(draw.logged.responses());
            both.addAll(draw.heldOut.responses());
            ExposureResult result = ExposureTest.withDefaults()
                    .withDraws(499)
                    .withSeed(run)
                    .test(draw.student(both, repeated, 1, 12, random), draw.logged, draw.heldOut);
            p[0][run] = result.pValue().orElseThrow().value();
            p[1][run] = result.statistics().get(0).pValue().value();
            p[2][run] = result.statistics().get(1).pValue().value();
            flagged += result.checks().stream().anyMatch(c -> c.fails()) ? 1 : 0;
        }
        ExactTestAccuracy.say("a suspect that repeats phrases of %.0f %% of all answers:", 100 * repeated);
        ExactTestAccuracy.nullRow("exposure, combined", p[0]);
        ExactTestAccuracy.nullRow("exposure, phrasings", p[1]);
        ExactTestAccuracy.nullRow("exposure, likeness", p[2]);
        ExactTestAccuracy.say("exposure, exchangeability doubted in %.4f", (double) flagged / runs);
    }

    private static Map<String, List<Response>> load(Path corpora, List<String> names) throws IOException {
        Map<String, List<Response>> models = new LinkedHashMap<>();
        for (String name : names) {
            List<Response> all = new ArrayList<>();
            for (String set : List.of("alpaca_eval", "arena_hard_v01")) {
                for (Response r :
                        ExactTestAccuracy.read(corpora.resolve(set), name).responses()) {
                    all.add(r);
                }
            }
            models.put(name, all);
        }
        return models;
    }

    /** A teacher's answers, divided at random, and another model. */
    private static final class Draw {
        final Corpus logged;
        final Corpus heldOut;
        private final List<Response> suspect = new ArrayList<>();
        private final List<Corpus> unrelated = new ArrayList<>();

        Draw(Map<String, List<Response>> models, List<String> names, int size, Random random) {
            String teacher = names.get(random.nextInt(names.size()));
            String other = teacher;
            while (other.equals(teacher)) {
                other = names.get(random.nextInt(names.size()));
            }
            Map<Long, Response> own = new LinkedHashMap<>();
            models.get(other).forEach(r -> own.put(r.promptKey(), r));
            for (String name : names) {
                if (!name.equals(teacher) && !name.equals(other)) {
                    unrelated.add(Corpus.of(name, models.get(name)));
                }
            }
            Collections.shuffle(unrelated, random);
            List<Response> answers = new ArrayList<>(models.get(teacher));
            answers.removeIf(r -> !own.containsKey(r.promptKey()));
            Collections.shuffle(answers, random);
            logged = Corpus.of("logged", answers.subList(0, size));
            heldOut = Corpus.of("held out", answers.subList(size, 2 * size));
            answers.subList(0, 2 * size).forEach(r -> suspect.add(own.get(r.promptKey())));
        }

        List<Corpus> controls(int count) {
            return unrelated.subList(0, count);
        }

        /** Phrases are cut at spaces, so that punctuation goes with its word. */
        Corpus student(List<Response> repeated, double share, int phrases, int words, Random random) {
            List<Response> answers = new ArrayList<>(suspect);
            List<Response> sources = new ArrayList<>(repeated);
            Collections.shuffle(sources, random);
            int count = (int) StrictMath.rint(share * sources.size());
            for (Response source : sources.subList(0, count)) {
                String[] parts = source.text().trim().split("\\s+");
                for (int k = 0; k < phrases; k++) {
                    int from = random.nextInt(Math.max(1, parts.length - words + 1));
                    String phrase =
                            String.join(" ", List.of(parts).subList(from, Math.min(parts.length, from + words)));
                    int at = random.nextInt(answers.size());
                    Response host = answers.get(at);
                    String[] text = host.text().split(" ", -1);
                    int place = random.nextInt(text.length + 1);
                    List<String> longer = new ArrayList<>(List.of(text));
                    longer.add(place, phrase);
                    answers.set(
                            at,
                            new Response(
                                    host.id(),
                                    host.prompt(),
                                    String.join(" ", longer),
                                    "",
                                    host.model(),
                                    "",
                                    0,
                                    host.finish(),
                                    host.source()));
                }
            }
            return Corpus.of("student", answers);
        }
    }
}
