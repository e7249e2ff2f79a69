package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourJoiningTest {
    /** Saitou and Nei 1987, figure 1's kind of tree: ((0:2, 1:3):4, 2:1, (3:5, 4:6):7), with branches of very different lengths. */
    private static final double[][] HAND_MADE = {
        {0, 5, 7, 18, 19},
        {5, 0, 8, 19, 20},
        {7, 8, 0, 13, 14},
        {18, 19, 13, 0, 11},
        {19, 20, 14, 11, 0}
    };

    @Test
    void recoversAnAdditiveTreeMadeByHand() {
        DistanceTree tree = NeighbourJoining.of(HAND_MADE);
        assertSamePaths(tree, HAND_MADE);
        assertThat(tree.isClan(group(0, 1))).isTrue();
        assertThat(tree.isClan(group(3, 4))).isTrue();
        assertThat(tree.isClan(group(0, 1, 2))).isTrue();
        assertThat(tree.isClan(group(0, 2))).isFalse();
        assertThat(tree.length(0)).isCloseTo(2, within(1e-12));
        assertThat(tree.length(4)).isCloseTo(6, within(1e-12));
    }

    @Test
    void aKeptTreeIsTheSameTreeAndNothingElseIsOne() {
        int[] parent = {3, 3, 4, 4, -1};
        double[] length = {2, 3, 5, 1, 0};
        double[] support = {1, 1, 1, 0.6, 1};
        DistanceTree kept = DistanceTree.of(3, parent, length, support);
        assertThat(kept.distance(0, 2)).isEqualTo(2 + 1 + 5);
        assertThat(kept.support(3)).isEqualTo(0.6);
        assertThat(kept.parent(4)).isEqualTo(-1);
        for (int[] none : new int[][] {{3, 3, 4, 3, -1}, {3, 0, 4, 4, -1}, {9, 3, 4, 4, -1}, {3, 3, -1}}) {
            assertThatThrownBy(() -> DistanceTree.of(3, none, length, support))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> DistanceTree.of(3, parent, new double[] {2, 3, Double.NaN, 1, 0}, support))
                .hasMessageContaining("node 2");
        assertThatThrownBy(() -> DistanceTree.of(3, parent, length, new double[] {1, 1, 1, 1.5, 1}))
                .hasMessageContaining("node 3");
    }

    @Test
    void recoversRandomAdditiveTrees() {
        SplitMix64 random = new SplitMix64(11);
        for (int round = 0; round < 200; round++) {
            DistanceTree truth = randomTree(2 + random.nextInt(40), random);
            double[][] distances = distances(truth);
            DistanceTree found = NeighbourJoining.of(distances);
            assertSamePaths(found, distances);
            for (int node = 0; node < truth.nodes(); node++) {
                assertThat(found.isClan(truth.leavesBelow(node)) || node == truth.nodes() - 1)
                        .isTrue();
            }
        }
    }

    @Test
    void rootingAtTheMidpointChangesNoPathAndBalancesTheLongest() {
        SplitMix64 random = new SplitMix64(12);
        for (int round = 0; round < 100; round++) {
            double[][] distances = distances(randomTree(2 + random.nextInt(20), random));
            DistanceTree rooted = NeighbourJoining.of(distances).rootedAtMidpoint();
            assertSamePaths(rooted, distances);
            double longest = 0;
            double deepest = 0;
            for (int i = 0; i < distances.length; i++) {
                deepest = Math.max(deepest, rooted.depth(i));
                for (double d : distances[i]) {
                    longest = Math.max(longest, d);
                }
            }
            assertThat(deepest).isCloseTo(longest / 2, within(1e-9));
            assertThat(rooted.children(rooted.nodes() - 1)).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void theSplitOfASplitTreeIsSupportedAndThatOfNoiseIsNot() {
        SplitMix64 random = new SplitMix64(13);
        DistanceTree clear = NeighbourJoining.of(HAND_MADE);
        List<DistanceTree> near = new ArrayList<>();
        List<DistanceTree> noise = new ArrayList<>();
        for (int r = 0; r < 100; r++) {
            near.add(NeighbourJoining.of(noisy(HAND_MADE, 0.3, random)));
            noise.add(NeighbourJoining.of(noisy(new double[12][12], 1, random)));
        }
        DistanceTree supported = clear.withSupport(near);
        for (int node = 0; node < supported.nodes(); node++) {
            assertThat(supported.support(node)).isEqualTo(1);
        }
        DistanceTree random12 = noise.get(0).withSupport(noise.subList(1, 100));
        double mean = IntStream.range(12, random12.nodes() - 1)
                .mapToDouble(random12::support)
                .average()
                .orElseThrow();
        assertThat(mean).isLessThan(0.15);
        DistanceTree star = random12.collapsed(0.5);
        assertThat(star.nodes()).isEqualTo(13);
        assertThat(star.children(12)).hasSize(12);
        for (int leaf = 0; leaf < 12; leaf++) {
            assertThat(star.depth(leaf)).isCloseTo(random12.depth(leaf), within(1e-12));
        }
        assertThat(supported.collapsed(0.5).nodes()).isEqualTo(supported.nodes());
    }

    @Test
    void supportIsTheShareOfTreesWithTheBranch() {
        DistanceTree tree = NeighbourJoining.of(HAND_MADE);
        double[][] other = {
            {0, 8, 7, 18, 19},
            {8, 0, 5, 19, 20},
            {7, 5, 0, 19, 20},
            {18, 19, 19, 0, 11},
            {19, 20, 20, 11, 0}
        };
        DistanceTree half = tree.withSupport(List.of(tree, NeighbourJoining.of(other)));
        double[] supports = IntStream.range(5, half.nodes() - 1)
                .mapToDouble(half::support)
                .sorted()
                .toArray();
        assertThat(supports).containsExactly(0.5, 1);
    }

    @Test
    void tiesAreBrokenTheSameWay() {
        double[][] same = new double[9][9];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                same[i][j] = i == j ? 0 : 1;
            }
        }
        DistanceTree a = NeighbourJoining.of(same);
        DistanceTree b = NeighbourJoining.of(same);
        for (int node = 0; node < a.nodes(); node++) {
            assertThat(a.parent(node)).isEqualTo(b.parent(node));
            assertThat(a.length(node)).isEqualTo(b.length(node)).isGreaterThanOrEqualTo(0);
        }
        assertThat(a.isClan(group(0, 1))).isTrue();
    }

    @Test
    void whatIsNoDistanceIsRefused() {
        assertThatThrownBy(() -> NeighbourJoining.of(new double[][] {{0}})).hasMessageContaining("at least two");
        assertThatThrownBy(() -> NeighbourJoining.of(new double[][] {{0, Double.NaN}, {Double.NaN, 0}}))
                .hasMessageContaining("leaves 0 and 1");
        assertThatThrownBy(() -> NeighbourJoining.of(new double[][] {{0, 1}, {2, 0}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NeighbourJoining.of(new double[][] {{1, 1}, {1, 0}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[][] noisy(double[][] distances, double size, SplitMix64 random) {
        double[][] noisy = new double[distances.length][distances.length];
        for (int i = 0; i < noisy.length; i++) {
            for (int j = 0; j < i; j++) {
                noisy[i][j] = distances[i][j] + size * random.nextDouble();
                noisy[j][i] = noisy[i][j];
            }
        }
        return noisy;
    }

    /** Joins two random parts until one is left. */
    private static DistanceTree randomTree(int leaves, SplitMix64 random) {
        int nodes = 2 * leaves - 1;
        int[] parent = new int[nodes];
        double[] length = new double[nodes];
        double[] support = new double[nodes];
        List<Integer> parts = new ArrayList<>();
        for (int leaf = 0; leaf < leaves; leaf++) {
            parts.add(leaf);
        }
        for (int next = leaves; next < nodes; next++) {
            for (int side = 0; side < 2; side++) {
                int part = parts.remove(random.nextInt(parts.size()));
                parent[part] = next;
                length[part] = 0.01 + random.nextDouble();
            }
            parts.add(next);
        }
        parent[nodes - 1] = -1;
        return new DistanceTree(leaves, parent, length, support);
    }

    private static double[][] distances(DistanceTree tree) {
        double[][] d = new double[tree.leaves()][tree.leaves()];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < i; j++) {
                d[i][j] = tree.distance(i, j);
                d[j][i] = d[i][j];
            }
        }
        return d;
    }

    private static void assertSamePaths(DistanceTree tree, double[][] distances) {
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(tree.distance(i, j)).isCloseTo(distances[i][j], within(1e-9));
            }
        }
    }

    private static BitSet group(int... leaves) {
        BitSet group = new BitSet();
        IntStream.of(leaves).forEach(group::set);
        return group;
    }
}
