package dev.pedigree.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static Vocabulary of(List<Integer> words) {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.add(-1);
        vocabulary.clear();
        words.forEach(w -> vocabulary.add(SplitMix64.mix(w)));
        return vocabulary;
    }

    /** 1e4 (2^2 + 1 + 1 - 4) / 4^2. */
    @Test
    void yuleByHand() {
        assertThat(of(List.of(1, 1, 2, 3)).yule()).isEqualTo(1250);
        assertThat(of(List.of(1, 1, 2, 3)).once()).isEqualTo(2);
    }

    /** a b a: ratios 1, 1, 2/3 fill a factor; twice gives two factors in six words, both ways. */
    @Test
    void mtldByHand() {
        assertThat(of(List.of(1, 2, 1, 3, 4, 3)).mtld()).isEqualTo(3);
    }

    @Test
    void agreesWithSlowReferences() {
        SplitMix64 random = new SplitMix64(11);
        for (int round = 0; round < 30; round++) {
            List<Integer> words = new ArrayList<>();
            int length = 50 + random.nextInt(3000);
            for (int i = 0; i < length; i++) {
                words.add((int) Math.min(5000, 1 / Math.max(1e-4, random.nextDouble())));
            }
            Vocabulary vocabulary = of(words);
            List<Integer> reversed = new ArrayList<>(words);
            Collections.reverse(reversed);
            assertThat(vocabulary.mtld()).isCloseTo((mtld(words) + mtld(reversed)) / 2, within(1e-9));
            assertThat(vocabulary.hdd()).isCloseTo(hdd(words), within(1e-9));
        }
    }

    private static double mtld(List<Integer> words) {
        Set<Integer> seen = new HashSet<>();
        double factors = 0;
        int tokens = 0;
        for (int word : words) {
            tokens++;
            seen.add(word);
            if (100L * seen.size() <= 72L * tokens) {
                factors++;
                tokens = 0;
                seen.clear();
            }
        }
        if (tokens > 0) {
            factors += (1 - (double) seen.size() / tokens) / 0.28;
        }
        return words.size() / Math.max(factors, 1e-9);
    }

    private static double hdd(List<Integer> words) {
        Map<Integer, Integer> counts = new TreeMap<>();
        words.forEach(w -> counts.merge(w, 1, Integer::sum));
        double sum = 0;
        for (int count : counts.values()) {
            sum += 1 - new HypergeometricDistribution(words.size(), count, 42).probability(0);
        }
        return sum / 42;
    }
}
