package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How alike each teacher's answer and the suspect's answer to the same prompt are by the string kernel; where the suspect did not
 * answer that prompt, its answer to the prompt with the most similar words; where prompts are unknown, its most similar answer.
 * Where prompts that the models did not answer alike must be compared, answers to the same prompt are passed over. With control
 * models, minus their mean likeness to the same answer.
 */
final class Closeness {
    final double[] values;
    final int samePrompt;

    private Closeness(double[] values, int samePrompt) {
        this.values = values;
        this.samePrompt = samePrompt;
    }

    static Closeness of(ExchangeUnits units, Corpus suspect, List<Corpus> controls, Embeddings embeddings) {
        List<Response> answers = units.answers;
        Side side = new Side(suspect, units.comparable, embeddings);
        List<Side> others = controls.stream()
                .map(c -> new Side(c, units.comparable, embeddings))
                .toList();
        double[] values = new double[answers.size()];
        int same = 0;
        for (int i = 0; i < values.length; i++) {
            Response answer = answers.get(i);
            same += side.byPrompt.containsKey(answer.promptKey()) ? 1 : 0;
            values[i] = side.likeness(answer);
            for (Side other : others) {
                values[i] -= other.likeness(answer) / others.size();
            }
        }
        return new Closeness(values, same);
    }

    private static final class Side {
        private final Map<Long, List<Response>> byPrompt;
        private final List<List<Response>> groups;
        private final List<float[]> topics = new ArrayList<>();
        private final boolean comparable;
        private final Embeddings embeddings;

        Side(Corpus corpus, boolean comparable, Embeddings embeddings) {
            this.comparable = comparable;
            this.embeddings = embeddings;
            byPrompt = Alignment.byPrompt(corpus);
            groups = List.copyOf(byPrompt.values());
            for (List<Response> group : groups) {
                topics.add(topic(group.get(0)));
            }
        }

        double likeness(Response answer) {
            List<Response> same = byPrompt.get(answer.promptKey());
            if (same != null && comparable) {
                return mean(answer, same);
            }
            if (!answer.prompt().isKnown()) {
                double best = 0;
                for (List<Response> group : groups) {
                    for (Response r : group == same ? List.<Response>of() : group) {
                        best = Math.max(best, StringKernel.product(embeddings.string(answer), embeddings.string(r)));
                    }
                }
                return best;
            }
            float[] topic = topic(answer);
            int nearest = -1;
            double best = Double.NEGATIVE_INFINITY;
            for (int g = 0; g < groups.size(); g++) {
                double product = StringKernel.product(topic, topics.get(g));
                if (product > best && groups.get(g) != same) {
                    best = product;
                    nearest = g;
                }
            }
            return nearest < 0 ? 0 : mean(answer, groups.get(nearest));
        }

        private double mean(Response answer, List<Response> group) {
            double sum = 0;
            for (Response r : group) {
                sum += StringKernel.product(embeddings.string(answer), embeddings.string(r));
            }
            return sum / group.size();
        }

        private static float[] topic(Response response) {
            return StringKernel.embedWords(Tokens.of(response.prompt().lastUserText()));
        }
    }
}
