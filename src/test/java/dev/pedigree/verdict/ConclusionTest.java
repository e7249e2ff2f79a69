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
    void whatStyleAloneSaysIsQuotedWhereItIsSomethingElse() {
        assertThat(naming("one of two", "a", "b")
                        .besides(naming("one of three", "a", "b", "c"))
                        .reasons())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("of its style alone it would have been said: one of three");
    }

    @Test
    void theSameSentenceIsNotRepeatedWhereOnlyTheNamesDiffer() {
        assertThat(naming("one of two", "a", "b")
                        .besides(naming("one of two", "a", "c"))
                        .reasons())
                .last()
                .asString()
                .endsWith("its style alone names a, c")
                .doesNotContain("one of two");
    }
}
