package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {
    private static Conclusion naming(String statement, String... candidates) {
        return new Conclusion(
                Conclusion.Kind.SEVERAL_CANDIDATES, Strength.WEAK, List.of(candidates), statement, List.of("a reason"));
    }

    @Test
    void nothingIsAddedWhereStyleAloneNamesTheSame() {
        Conclusion both = naming("one of two", "a", "b");
        assertThat(both.besides(naming("one of two", "a", "b"))).isSameAs(both);
    }

    @Test
    void namesOfStyleAloneAreTold() {
        assertThat(naming("one of two", "a", "b")
                        .besides(naming("one of three", "a", "b", "c"))
                        .reasons())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("its style alone names a, b, c");
    }

    @Test
    void aStrengthOfStyleAloneIsToldWhereItDiffers() {
        Conclusion byStyle =
                new Conclusion(Conclusion.Kind.ONE_CANDIDATE, Strength.MODERATE, List.of("a"), "it is a", List.of());
        assertThat(naming("one of two", "a", "b").besides(byStyle).reasons())
                .last()
                .asString()
                .endsWith("its style alone names a, with moderate support");
    }

    @Test
    void ofManyNamesTheFirstAreToldAndTheRestCounted() {
        assertThat(naming("one of two", "a", "b")
                        .besides(naming("many", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"))
                        .reasons())
                .last()
                .asString()
                .endsWith("its style alone names a, b, c, d, e, f, g, h and 2 more");
    }

    @Test
    void anotherKindOfAnswerIsQuoted() {
        Conclusion none = new Conclusion(
                Conclusion.Kind.NONE_OF_THE_CANDIDATES, Strength.NONE, List.of(), "None of them.", List.of());
        assertThat(naming("one of two", "a", "b").besides(none).reasons())
                .last()
                .asString()
                .endsWith("of its style alone it would have been said: None of them.");
    }
}
