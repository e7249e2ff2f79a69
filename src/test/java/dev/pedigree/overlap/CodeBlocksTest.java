package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBlocksTest {
    /** The lines of a text that stand in programs. */
    private static String programs(String text) {
        CodeBlocks blocks = CodeBlocks.of(text);
        StringBuilder out = new StringBuilder();
        IntStream.range(0, blocks.size()).forEach(b -> out.append(text, blocks.start(b), blocks.end(b)));
        return out.toString();
    }

    @Test
    void sqlWithoutFenceIsReadInEitherCase() {
        String query = """
                select
                    b.title,
                    count(l.id) as loans
                from books b
                left join loans l on l.book = b.id
                where b.shelf in ('A', 'B')
                group by b.title
                order by loans desc;
                """;
        for (String said : new String[] {query, query.toUpperCase(Locale.ROOT)}) {
            String text = "Try this:\n\n" + said + "\nIt lists the books that are lent most.\n";
            assertThat(programs(text)).isEqualTo(said);
            assertThat(CodeBlocks.of(text).language(0)).isEqualTo(CodeLanguage.SQL);
        }
    }

    @Test
    void shellWithoutFence() {
        String script = """
                set -eu
                STORE="/srv/harvest"
                for crate in $(ls "$STORE")
                do
                    if test -s "$STORE/$crate"
                    then
                        echo "weighed $crate and put it back on its shelf"
                    fi
                done
                """;
        String text = "The script goes like this.\n\n" + script + "\nRun it once a week and read what it says.\n";
        assertThat(programs(text)).isEqualTo(script);
        assertThat(CodeBlocks.of(text).language(0)).isEqualTo(CodeLanguage.SHELL);
    }

    @Test
    void javaWithoutFence() {
        String program = """
                public final class Scale {
                    private static final long serialVersionUID = 1L;
                    public static final double OUNCE = 28.35;
                    // what a stone says in grams and nobody asked for
                    double grams(double stone) {
                        if (stone < 0) throw new IllegalArgumentException("a stone does not weigh less than nothing");
                        return stone * 6350.29;
                    }
                }
                """;
        assertThat(programs("Like so:\n" + program)).isEqualTo(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                The keeper of the lighthouse promises:
                - to trim both wicks before the sun is down;
                - to write every passing ship into the log;
                - to keep the stairs free of ropes and nets;
                - to ring the bell in fog, day or night;
                - to feed the goat;
                """, """
                1. the boiler is swept each spring by two people;
                2. the pump is oiled when the frost has gone;
                3. the rails are rubbed with a greasy cloth;
                4. the whistle is left alone until noon;
                5. the ledger is signed by whoever locks up;
                """, """
                Thus
                \\begin{align*}
                h &= \\frac{g t^2}{2} \\\\
                v &= \\sqrt{2 g h}
                \\end{align*}
                \\[
                x_{n+1} = \\frac{x_n + 2}{3}
                \\]
                \\boxed{\\frac{7}{4}}
                """, """
                the first bell wakes the bakers of the town;
                the second one is meant for those at school;
                the third is hardly heard by anyone at all;
                the last one ends the day for the tanners;
                """})
    void listsAndFormulasAreNoPrograms(String text) {
        assertThat(programs(text)).isEmpty();
    }
}
