package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.exact.Canary;
import dev.pedigree.exact.CanaryTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The canary test on real answers: the made-up answers are the first 12 words of one model's answers to 20 planted and 20 decoy
 * prompts, the suspect's answers are another model's; for power, the suspect gives k of the 20 planted answers back.
 */
final class CanaryAccuracy {
    private static final List<String> MODELS = List.of(
            "claude-2",
            "gpt-3.5-turbo-0613",
            "vicuna-13b-v1.3",
            "gemini-pro",
            "Yi-34B-Chat",
            "wizardlm-70b",
            "zephyr-7b-beta");

    private CanaryAccuracy() {}

    static void measure(Path corpora, int runs) throws IOException {
        List<Corpus> models = new ArrayList<>();
        for (String model : MODELS) {
            models.add(ExactTestAccuracy.read(corpora.resolve("alpaca_eval"), model));
        }
        for (int known : new int[] {0, 2, 4, 6, 8}) {
            Random random = new Random(13);
            int n = known == 0 ? runs : 200;
            double[] p = new double[n];
            for (int run = 0; run < n; run++) {
                Corpus source = models.get(random.nextInt(models.size()));
                Corpus suspect = source;
                while (suspect == source) {
                    suspect = models.get(random.nextInt(models.size()));
                }
                List<Integer> order = new ArrayList<>();
                Map<String, Response> own = new LinkedHashMap<>();
                suspect.responses().forEach(r -> own.put(r.id(), r));
                for (int i = 0; i < source.responses().size(); i++) {
                    if (own.containsKey(source.responses().get(i).id())) {
                        order.add(i);
                    }
                }
                Collections.shuffle(order, random);
                List<Canary> canaries = new ArrayList<>();
                List<Response> answers = new ArrayList<>();
                for (int k = 0; k < 40; k++) {
                    Response s = source.responses().get(order.get(k));
                    Response a = own.get(s.id());
                    String trigger = s.prompt().lastUserText();
                    String[] words = s.text().trim().split("\\s+");
                    String answer = String.join(" ", List.of(words).subList(0, Math.min(12, words.length)));
                    canaries.add(Canary.of(s.id(), trigger, answer, k < 20));
                    answers.add(Response.of(s.id(), trigger, k < known ? answer + ". " + a.text() : a.text()));
                }
                p[run] = CanaryTest.withDefaults()
                        .withDraws(999)
                        .withSeed(run)
                        .test(Corpus.of("suspect", answers), canaries)
                        .pValue()
                        .orElseThrow()
                        .value();
            }
            ExactTestAccuracy.nullRow("canary, " + known + " of 20 known", p);
        }
    }
}
