package dev.pedigree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.corpus.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyFingerprintsTest {
    private static final List<Response> RESPONSES = responses();

    private static List<Response> responses() {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            responses.add(Response.of("r" + i, "How many are " + i + "?", "There are " + i + "."));
        }
        return responses;
    }

    @Test
    void partsOfThePromptsAreDisjointAndTogetherAll() {
        List<Response> first = AccuracyFingerprints.chosen(RESPONSES, new Selection(0, 2, 0, 0));
        List<Response> second = AccuracyFingerprints.chosen(RESPONSES, new Selection(1, 2, 0, 0));
        assertThat(first).doesNotContainAnyElementsOf(second).hasSizeBetween(80, 120);
        assertThat(first.size() + second.size()).isEqualTo(RESPONSES.size());
    }

    @Test
    void fewerAnswersArePartOfMoreAndTheSamePromptsForAllModels() {
        List<Response> few = AccuracyFingerprints.chosen(RESPONSES, new Selection(0, 1, 25, 0));
        List<Response> more = AccuracyFingerprints.chosen(RESPONSES, new Selection(0, 1, 50, 0));
        assertThat(few).hasSize(25);
        assertThat(more).hasSize(50).containsAll(few);
        List<Response> turned = new ArrayList<>(RESPONSES);
        java.util.Collections.reverse(turned);
        assertThat(AccuracyFingerprints.chosen(turned, new Selection(0, 1, 25, 0)))
                .isEqualTo(few);
        assertThat(AccuracyFingerprints.chosen(RESPONSES, new Selection(0, 1, 25, 1)))
                .isNotEqualTo(few);
    }
}
