package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.SplitMix64;
import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WinnowingTest {
    /** Random tokens of a small alphabet, so that grams repeat and hashes tie. */
    private static TokenStream random(long seed, int size, int alphabet) {
        SplitMix64 random = new SplitMix64(seed);
        TokenStream out = new TokenStream();
        for (int i = 0; i < size; i++) {
            out.add(SplitMix64.mix(random.nextInt(alphabet) + 1L), i, i + 1, 2);
        }
        return out;
    }

    private static TokenStream around(TokenStream before, TokenStream shared, TokenStream after) {
        TokenStream out = new TokenStream();
        for (TokenStream part : new TokenStream[] {before, shared, after}) {
            for (int i = 0; i < part.size; i++) {
                out.add(part.hash[i], out.size, out.size + 1, 2);
            }
        }
        return out;
    }

    @Property(tries = 300)
    void sharedRunOfTheGuaranteedLengthIsAlwaysHit(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int k,
            @ForAll @IntRange(min = 1, max = 12) int w,
            @ForAll @IntRange(min = 2, max = 50) int alphabet) {
        Winnowing winnowing = new Winnowing(k, w);
        TokenStream shared = random(seed, winnowing.guarantee(), alphabet);
        Set<Long> left = keptInside(
                winnowing, around(random(seed + 1, 30, alphabet), shared, random(seed + 2, 17, alphabet)), 30);
        Set<Long> right =
                keptInside(winnowing, around(random(seed + 3, 5, alphabet), shared, random(seed + 4, 40, alphabet)), 5);
        left.retainAll(right);
        assertThat(left).isNotEmpty();
    }

    private static Set<Long> keptInside(Winnowing winnowing, TokenStream text, int from) {
        long[] grams = winnowing.grams(text);
        Set<Long> out = new LinkedHashSet<>();
        for (int at : winnowing.select(grams)) {
            if (at >= from && at + winnowing.k() <= from + winnowing.guarantee()) {
                out.add(grams[at]);
            }
        }
        return out;
    }

    @Property(tries = 20)
    void densityIsTwoInWindowAndOne(@ForAll @IntRange(min = 1, max = 20) int w) {
        Winnowing winnowing = new Winnowing(4, w);
        int size = 40_000;
        int kept = winnowing.select(winnowing.grams(random(7, size, 1 << 30))).length;
        // Schleimer et al. 2003, §3.3; the standard error of the density is below .003 here
        assertThat((double) kept / size).isBetween(2.0 / (w + 1) - 0.012, 2.0 / (w + 1) + 0.012);
    }

    @Property(tries = 50)
    void shortTextsKeepOneGram(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int size) {
        Winnowing winnowing = Winnowing.TEXT;
        int kept = winnowing.select(winnowing.grams(random(seed, size, 100))).length;
        assertThat(kept).isBetween(size < winnowing.k() ? 0 : 1, size < winnowing.k() ? 0 : 2);
    }
}
