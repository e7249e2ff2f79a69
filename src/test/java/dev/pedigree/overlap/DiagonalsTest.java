package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiagonalsTest {
    @Test
    void isAMapOfInts() {
        Diagonals table = new Diagonals();
        Map<Integer, Integer> map = new HashMap<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5000; i++) {
            int diagonal = random.nextInt(-1500, 1500);
            assertThat(table.get(diagonal)).isEqualTo(map.getOrDefault(diagonal, -1));
            table.put(diagonal, i);
            map.put(diagonal, i);
        }
        assertThat(table.get(Integer.MIN_VALUE)).isEqualTo(-1);
    }
}
