package dev.pedigree.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RiceCodePropertiesTest {
    @Property
    void whatIsWrittenIsReadBackInTheLengthThatWasForetold(
            @ForAll @Size(max = 60) int[] drawn, @ForAll @IntRange(max = RiceCode.LARGEST_K) int k)
            throws FormatException {
        BitWriter out = new BitWriter();
        long bits = 0;
        for (int value : drawn) {
            int positive = value & Integer.MAX_VALUE;
            RiceCode.write(out, positive, k);
            bits += RiceCode.length(positive, k);
        }
        out.align();
        assertThat(out.size()).isEqualTo((int) ((bits + 7) / 8));
        BitReader in = new BitReader(out.toBytes(), out.size());
        for (int value : drawn) {
            assertThat(RiceCode.read(in, k, Integer.MAX_VALUE)).isEqualTo(value & Integer.MAX_VALUE);
        }
        in.align();
        assertThat(in.remaining()).isZero();
    }

    @Property
    void numbersOfSevenBitsAByteAreReadBack(@ForAll long drawn) throws FormatException {
        long value = drawn & Long.MAX_VALUE >>> 8;
        BitWriter out = new BitWriter();
        out.varint(value);
        assertThat(new BitReader(out.toBytes(), out.size()).varint(Long.MAX_VALUE >>> 8, "number"))
                .isEqualTo(value);
    }
}
