package dev.pedigree.internal;

/**
 * A seeded generator with a fixed definition: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014, doi:10.1145/2660193.2660195. Not safe to share between threads.
 */
public final class SplitMix64 {
    private long state;

    /**
     * A generator.
     *
     * @param seed where it starts
     */
    public SplitMix64(long seed) {
        state = seed;
    }

    /**
     * The next 64 bits.
     *
     * @return a uniform long
     */
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /**
     * A uniform integer below a bound, without bias.
     *
     * @param bound the bound, at least 1
     * @return a number in [0, bound)
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be >= 1, got " + bound);
        }
        long limit = (1L << 32) / bound * bound;
        long draw = nextLong() >>> 32;
        while (draw >= limit) {
            draw = nextLong() >>> 32;
        }
        return (int) (draw % bound);
    }

    /**
     * A uniform number.
     *
     * @return a number in [0, 1)
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * A draw from the standard normal distribution: Box and Muller, "A note on the generation of random normal deviates", Annals of
     * Mathematical Statistics 29 (1958), doi:10.1214/aoms/1177706645.
     *
     * @return a number
     */
    public double nextNormal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /**
     * A uniform order: the inside-out shuffle, D. E. Knuth, "The Art of Computer Programming", volume 2, 1969, §3.4.2.
     *
     * @param size how many there are, at least 0
     * @return the numbers from 0 to {@code size - 1}, each once
     */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int at = nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }

    /**
     * The finaliser: a bijection that spreads every input bit over all output bits.
     *
     * @param value any bits
     * @return the mixed bits
     */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
