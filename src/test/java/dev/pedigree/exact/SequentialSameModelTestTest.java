package dev.pedigree.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import org.junit.jupiter.api.Test;

class SequentialSameModelTestTest {
    @Test
    void keepsItsLevelThoughItLooksAfterEveryPair() {
        Scribe scribe = new Scribe(31);
        int rejected = 0;
        for (int run = 0; run < 300; run++) {
            SequentialResult result = SequentialSameModelTest.withDefaults()
                    .withAlpha(0.1)
                    .test(scribe.corpus("a", 60, 20, 0.3), scribe.corpus("b", 60, 20, 0.3));
            rejected += result.decidedAt().isPresent() ? 1 : 0;
        }
        assertThat(rejected).isLessThanOrEqualTo(45); // 30 expected at most; 45 is beyond the 99.5 % point
    }

    @Test
    void decidesWhereThereIsADifference() {
        Corpus a = new Scribe(1).corpus("a", 300, 60, 0.1);
        Corpus b = new Scribe(2).corpus("b", 300, 60, 0.5);
        SequentialResult result = SequentialSameModelTest.withDefaults().test(a, b);
        assertThat(result.decidedAt()).isPresent();
        assertThat(result.decidedAt().getAsInt()).isLessThan(100);
        assertThat(result.wealth().pValue()).isLessThan(0.01);
        assertThat(result).isEqualTo(SequentialSameModelTest.withDefaults().test(a, b));
    }

    @Test
    void theMonitorGivesWhatTheWholeGives() {
        Corpus a = new Scribe(1).corpus("a", 80, 60, 0.1);
        Corpus b = new Scribe(2).corpus("b", 80, 60, 0.5);
        SequentialSameModelTest.Monitor monitor =
                SequentialSameModelTest.withDefaults().start();
        int decided = 0;
        for (int i = 0; i < 80; i++) {
            if (monitor.observe(a.responses().get(i), b.responses().get(i)) && decided == 0) {
                decided = i + 1;
            }
        }
        SequentialResult whole = SequentialSameModelTest.withDefaults().test(a, b);
        assertThat(monitor.result()).isEqualTo(whole);
        assertThat(decided).isEqualTo(whole.decidedAt().orElse(0));
    }

    @Test
    void swappingTheTwoChangesNothing() {
        Corpus a = new Scribe(1).corpus("a", 50, 30, 0.1);
        Corpus b = new Scribe(2).corpus("b", 50, 30, 0.4);
        assertThat(SequentialSameModelTest.withDefaults().test(b, a))
                .isEqualTo(SequentialSameModelTest.withDefaults().test(a, b));
    }

    @Test
    void refusesAnswersToDifferentPrompts() {
        SequentialSameModelTest.Monitor monitor =
                SequentialSameModelTest.withDefaults().start();
        assertThatThrownBy(() -> monitor.observe(Response.of("1", "One", "x"), Response.of("2", "Two", "y")))
                .hasMessageContaining("1 and 2");
    }
}
