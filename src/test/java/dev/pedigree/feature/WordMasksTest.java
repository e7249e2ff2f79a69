package dev.pedigree.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordMasksTest {
    /** A fourth suffix on one letter would stand among those of the letter before, and no word would ever have it. */
    @Test
    void moreSuffixesOnOneLetterThanThereIsRoomForAreAnError() {
        int[] taken = new int[128 * 3];
        Arrays.fill(taken, -1);
        for (String suffix : new String[] {"ness", "ous", "s"}) {
            int place = WordMasks.freePlace(suffix, taken);
            assertThat(place / 3).isEqualTo('s');
            taken[place] = 0;
        }
        assertThatThrownBy(() -> WordMasks.freePlace("ics", taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-ics");
        assertThat(WordMasks.freePlace("er", taken) / 3).isEqualTo('r');
    }
}
