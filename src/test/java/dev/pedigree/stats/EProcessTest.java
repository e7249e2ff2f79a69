package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import org.junit.jupiter.api.Test;

class EProcessTest {
    @Test
    void multiplies() {
        EProcess e = EProcess.START.bet(0.5, 1).bet(0.5, 1).bet(0.5, -1);
        assertThat(e.logWealth()).isCloseTo(StrictMath.log(1.5 * 1.5 * 0.5), within(1e-15));
        assertThat(e.pValue()).isCloseTo(1 / 2.25, within(1e-15));
        assertThat(e.rejects(0.5)).isTrue();
        assertThat(e.rejects(0.4)).isFalse();
        assertThatThrownBy(() -> e.bet(1.5, 0)).hasMessageContaining("stake");
    }

    @Test
    void lookingAfterEveryBetKeepsTheLevel() {
        SplitMix64 random = new SplitMix64(99);
        int rejected = 0;
        for (int run = 0; run < 2000; run++) {
            EProcess e = EProcess.START;
            for (int i = 0; i < 400; i++) {
                e = e.bet(0.3, random.nextDouble() < 0.5 ? 1 : -1);
            }
            rejected += e.rejects(0.05) ? 1 : 0;
        }
        assertThat(rejected).isLessThanOrEqualTo(100);
    }
}
