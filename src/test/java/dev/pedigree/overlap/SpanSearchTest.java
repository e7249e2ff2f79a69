package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpanSearchTest {
    /** Words of a small vocabulary, so that runs repeat. */
    private static String text(SplitMix64 random, int words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append("w").append(random.nextInt(40)).append(' ');
        }
        return out.toString();
    }

    @Test
    void looksUpFewTurnsOfALoop() throws IOException {
        int turns = 300;
        String turn = "la ".repeat(20);
        StringBuilder suspect = new StringBuilder();
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < turns; i++) {
            suspect.append(turn).append("s").append(i).append(' ');
            reference.append(turn).append("r").append(i).append(' ');
        }
        String after = text(new SplitMix64(7), 30);
        OverlapIndex index =
                OverlapIndex.of(List.of(Corpus.of("reference", List.of(Response.of("r", "", reference + after)))));
        List<Span> found = new SpanSearch(index, false, 12).find(Words.of(suspect + after), new BitSet());
        // each turn beside each other would be some million
        assertThat(found).hasSizeBetween(turns, 200 * turns);
        assertThat(found).anyMatch(span -> span.suspect() == 21 * turns && span.length() == 30);
    }

    @Property(tries = 60)
    void findsExactlyTheMaximalRunsOfTwelveWordsAndMore(@ForAll long seed) throws IOException {
        SplitMix64 random = new SplitMix64(seed);
        String shared = text(random, 12 + random.nextInt(20));
        String again = text(random, 12);
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String middle = i % 2 == 0 ? shared : shared + again;
            answers.add(Response.of(
                    "r" + i, "", text(random, random.nextInt(30)) + middle + text(random, random.nextInt(30))));
        }
        TokenStream suspect = Words.of(text(random, 20) + shared + text(random, 9) + again + shared + text(random, 5));
        OverlapIndex index = OverlapIndex.of(List.of(Corpus.of("reference", answers)));
        TreeSet<String> found = new TreeSet<>();
        for (Span span : new SpanSearch(index, false, 8).find(suspect, new BitSet())) {
            if (span.length() >= 12) {
                found.add(span.answer() + " " + span.suspect() + " " + span.reference() + " " + span.length());
            }
        }
        TreeSet<String> expected = new TreeSet<>();
        Segment segment = index.segments().get(0);
        for (int a = 0; a < segment.answers(); a++) {
            TokenStream reference = Words.of(segment.text(a));
            for (int i = 0; i < suspect.size; i++) {
                for (int j = 0; j < reference.size; j++) {
                    int run = run(suspect, i, reference, j);
                    boolean first = i == 0 || j == 0 || suspect.hash[i - 1] != reference.hash[j - 1];
                    if (first && run >= 12) {
                        expected.add(a + " " + i + " " + j + " " + run);
                    }
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static int run(TokenStream a, int i, TokenStream b, int j) {
        int run = 0;
        while (i + run < a.size && j + run < b.size && a.hash[i + run] == b.hash[j + run]) {
            run++;
        }
        return run;
    }
}
