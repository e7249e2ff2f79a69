package dev.pedigree.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FingerprintPropertiesTest {
    private final Fingerprinter fingerprinter = Fingerprinter.withDefaults();

    @Provide
    Arbitrary<List<Response>> responses() {
        Arbitrary<String> text = Arbitraries.of(
                        "Certainly!",
                        " Here is",
                        " a list",
                        ":\n\n",
                        "1. One",
                        "\n",
                        "- **Two**",
                        ". ",
                        "世界。",
                        "It's",
                        " fine",
                        "```\nx = 1\n```")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return text.map(t -> Response.of("r" + t.length(), "prompt " + t.length() % 5, t))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 40)
    void mergingThePartsGivesTheWhole(
            @ForAll("responses") List<Response> responses, @ForAll @IntRange(max = 12) int cut) {
        int at = Math.min(cut, responses.size());
        Fingerprint left = print(responses.subList(0, at));
        Fingerprint right = print(responses.subList(at, responses.size()));
        Fingerprint whole = print(responses);
        assertThat(left.merge(right)).isEqualTo(whole);
        assertThat(right.merge(left)).isEqualTo(whole);
    }

    @Property(tries = 40)
    void theOrderOfResponsesDoesNotMatter(@ForAll("responses") List<Response> responses) {
        List<Response> reversed = new ArrayList<>(responses);
        java.util.Collections.reverse(reversed);
        assertThat(print(reversed)).isEqualTo(print(responses));
    }

    private Fingerprint print(List<Response> responses) {
        return fingerprinter.fingerprint(Corpus.of("x", responses));
    }
}
