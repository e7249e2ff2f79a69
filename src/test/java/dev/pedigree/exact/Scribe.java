package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** Writes simulated answers: made-up words about a prompt's topic, with a model's habits. */
final class Scribe {
    private static final String[] SYLLABLES = {"ba", "ko", "ri", "mu", "te", "lo", "sa", "ni", "vo", "du"};

    private final SplitMix64 random;

    Scribe(long seed) {
        random = new SplitMix64(seed);
    }

    /** A word of three syllables, the topic's own ones more often than others. */
    private String word(int topic) {
        int number = random.nextInt(2) == 0 ? topic * 20 + random.nextInt(20) : random.nextInt(1000);
        return SYLLABLES[number / 100 % 10] + SYLLABLES[number / 10 % 10] + SYLLABLES[number % 10];
    }

    String text(int topic, int words, double exclaims) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(i == 0 ? "" : " ").append(word(topic));
            if (i % 7 == 6) {
                out.append(random.nextDouble() < exclaims ? "!" : ".");
            }
        }
        return out.toString();
    }

    /** One answer to each of so many prompts. */
    Corpus corpus(String name, int prompts, int words, double exclaims) {
        List<Response> responses = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            int length = words / 2 + random.nextInt(words);
            responses.add(Response.of("q" + p, "Tell me about subject " + p, text(p % 50, length, exclaims)));
        }
        return Corpus.of(name, responses);
    }

    /** Replaces the answers of a share of prompts: a phrase of another corpus's answers is put in front of them. */
    Corpus repeating(Corpus corpus, List<Response> sources, int words) {
        List<Response> responses = new ArrayList<>(corpus.responses());
        for (Response source : sources) {
            String[] parts = source.text().split(" ");
            int from = random.nextInt(parts.length - words + 1);
            int at = random.nextInt(responses.size());
            Response host = responses.get(at);
            String phrase = String.join(" ", List.of(parts).subList(from, from + words));
            responses.set(at, Response.of(host.id(), host.prompt().lastUserText(), phrase + " " + host.text()));
        }
        return Corpus.of(corpus.name(), responses);
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    double next() {
        return random.nextDouble();
    }

    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swap = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swap);
        }
    }
}
