package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelIdentifierTest {
    private static final int MODELS = 12;

    private static Fingerprint print(int model, String promptSet, String opening) {
        return print(model, promptSet, 80, opening);
    }

    private static Fingerprint print(int model, String promptSet, int prompts, String opening) {
        Corpus answers = SyntheticModels.answers(
                "model" + model, promptSet, prompts, SyntheticModels.habits(4_000 + model, 25), 50 + model);
        List<Response> responses = new ArrayList<>();
        for (Response response : answers.responses()) {
            // what prompts of one kind do to every model alike
            responses.add(Response.of(response.id(), "Question " + response.id(), opening + response.text()));
        }
        return SyntheticModels.print(Corpus.of("model" + model, responses));
    }

    private static Map<String, Fingerprint> references() {
        Map<String, Fingerprint> references = new LinkedHashMap<>();
        for (int m = 0; m < MODELS; m++) {
            references.put("model" + m, print(m, "alpha", ""));
        }
        return references;
    }

    private static int right(ModelIdentifier identifier, String opening) {
        int right = 0;
        for (int m = 0; m < MODELS; m++) {
            List<ModelIdentifier.Match> ranked = identifier.rank(print(m, "beta", opening), name -> true);
            right += ranked.get(0).name().equals("model" + m) ? 1 : 0;
        }
        return right;
    }

    @Test
    void findsAModelByItsAnswersToOtherPrompts() {
        assertThat(right(ModelIdentifier.of(references()), "")).isGreaterThan(MODELS * 3 / 4);
    }

    @Test
    void isTheSurerTheMoreAnswersThereAre() {
        ModelIdentifier identifier = ModelIdentifier.of(references());
        double many = 0;
        double few = 0;
        for (int m = 0; m < MODELS; m++) {
            List<ModelIdentifier.Match> whole = identifier.rank(print(m, "beta", 80, ""), name -> true);
            many += whole.get(0).first() / MODELS;
            few += identifier.rank(print(m, "beta", 8, ""), name -> true).get(0).first() / MODELS;
            assertThat(whole.stream().mapToDouble(ModelIdentifier.Match::first).sum())
                    .isCloseTo(1, within(1e-9));
        }
        assertThat(many).isGreaterThan(0.9);
        assertThat(few).isLessThan(many - 0.05);
    }

    @Test
    void aBackgroundTakesAwayWhatThePromptsDo() {
        String opening =
                "As you asked of the river, with a stone and to the market, it is that:\n\n- In a winter plan. ";
        ModelIdentifier alone = ModelIdentifier.of(references());
        List<Fingerprint> others = new ArrayList<>();
        for (int m = MODELS; m < 2 * MODELS; m++) {
            others.add(print(m, "beta", opening));
        }
        int with = right(alone.withBackground(others), opening);
        assertThat(with).isGreaterThan(MODELS * 3 / 4);
        assertThat(with).isGreaterThan(right(alone, opening));
    }

    @Test
    void ranksCandidatesOnly() {
        List<ModelIdentifier.Match> ranked = ModelIdentifier.of(references())
                .rank(print(5, "beta", ""), name -> !name.equals("model5") && !name.equals("model1"));
        assertThat(ranked)
                .hasSize(MODELS - 2)
                .extracting(ModelIdentifier.Match::name)
                .doesNotContain("model5");
        assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void tooFewAreRefused() {
        Map<String, Fingerprint> two = references();
        two.keySet().retainAll(List.of("model0", "model1"));
        assertThatThrownBy(() -> ModelIdentifier.of(two)).hasMessage("need at least three references, got 2");
        ModelIdentifier identifier = ModelIdentifier.of(references());
        Fingerprint suspect = print(0, "beta", "");
        assertThatThrownBy(() -> identifier.rank(suspect, "model0"::equals))
                .hasMessage("need at least two candidates, got [model0]");
        assertThatThrownBy(() -> identifier.withBackground(List.of()))
                .hasMessage("a background needs answers of at least one model");
    }
}
