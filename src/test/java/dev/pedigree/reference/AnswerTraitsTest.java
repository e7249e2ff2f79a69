package dev.pedigree.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswerTraitsTest {
    @Test
    void aTraitWithoutAShareIsNamed() {
        Map<Trait, Double> shares = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            shares.put(trait, 0.25);
        }
        shares.remove(Trait.CODE);
        assertThatThrownBy(() -> new AnswerTraits(4, 10, shares, new TreeMap<>(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CODE");
    }
}
