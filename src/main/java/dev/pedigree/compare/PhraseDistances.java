package dev.pedigree.compare;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Distances by the phrases with which answers, sentences and lines begin, block of prompts by block of prompts. In each block and
 * feature family: cosines of counts weighed by rarity, less what a model and a block have in common with everybody. What is left
 * is summed over the blocks and made a correlation, so that a model that says much that nobody else says is no farther from its
 * relatives than others are from theirs.
 */
final class PhraseDistances implements ModelDistances.Source {
    private static final List<FeatureFamily> FAMILIES =
            List.of(FeatureFamily.OPENING, FeatureFamily.STARTS, FeatureFamily.LINES);
    /** Blocks are joined until they hold so many answers of most models. */
    private static final int ANSWERS = 20;

    private final int models;
    private final int blocks;
    private final float[][] together; // [family and block][pair, or model with itself]
    private final BitSet[] present; // [family and block]

    private PhraseDistances(int models, int blocks) {
        this.models = models;
        this.blocks = blocks;
        together = new float[FAMILIES.size() * blocks][];
        present = new BitSet[together.length];
    }

    static PhraseDistances of(List<Fingerprint> prints) {
        int blocks = blocks(prints);
        PhraseDistances distances = new PhraseDistances(prints.size(), blocks);
        for (int f = 0; f < FAMILIES.size(); f++) {
            FeatureFamily family = FAMILIES.get(f);
            Rarity rarity =
                    new Rarity(prints.stream().map(p -> p.counts(family)).toList(), 1 << family.bits());
            for (int block = 0; block < blocks; block++) {
                int at = f * blocks + block;
                distances.present[at] = rarity.load(block, blocks);
                distances.together[at] = centred(rarity.cosines(), distances.present[at], prints.size());
            }
        }
        return distances;
    }

    private static int blocks(List<Fingerprint> prints) {
        long[] answers =
                prints.stream().mapToLong(Fingerprint::responses).sorted().toArray();
        int blocks = prints.get(0).counts(FAMILIES.get(0)).blocks();
        while (blocks > 1 && answers[answers.length / 2] < (long) ANSWERS * blocks) {
            blocks /= 2;
        }
        return blocks;
    }

    /** Where the value of a model with one of the same or a lower number stands. */
    private static int pair(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /** Takes away the means of rows and columns, and adds that of all. */
    private static float[] centred(double[] cosines, BitSet present, int models) {
        double[] means = new double[models];
        double all = 0;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            for (int j = present.nextSetBit(0); j >= 0; j = present.nextSetBit(j + 1)) {
                means[i] += cosines[pair(Math.max(i, j), Math.min(i, j))] / present.cardinality();
            }
            all += means[i] / present.cardinality();
        }
        float[] centred = new float[cosines.length];
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            for (int j = present.nextSetBit(0); j >= 0 && j <= i; j = present.nextSetBit(j + 1)) {
                centred[pair(i, j)] = (float) (cosines[pair(i, j)] - means[i] - means[j] + all);
            }
        }
        return centred;
    }

    @Override
    public double[][] measured() {
        int[] once = new int[blocks];
        Arrays.fill(once, 1);
        return distances(once);
    }

    @Override
    public double[][] resampled(SplitMix64 random) {
        int[] times = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            times[random.nextInt(blocks)]++;
        }
        return distances(times);
    }

    private double[][] distances(int[] times) {
        double[][] distances = new double[models][models];
        for (int f = 0; f < FAMILIES.size(); f++) {
            double[] sums = new double[models * (models + 1) / 2];
            double[] squares =
                    new double[2 * sums.length]; // over the blocks that both have, of the one and of the other
            for (int block = 0; block < blocks; block++) {
                if (times[block] > 0) {
                    add(f * blocks + block, times[block], sums, squares);
                }
            }
            for (int i = 1; i < models; i++) {
                for (int j = 0; j < i; j++) {
                    int pair = pair(i, j);
                    double size = Math.sqrt(squares[2 * pair] * squares[2 * pair + 1]);
                    double apart = size > 0 ? Math.max(0, 1 - sums[pair] / size) : 1;
                    distances[i][j] += apart / FAMILIES.size();
                    distances[j][i] = distances[i][j];
                }
            }
        }
        return distances;
    }

    private void add(int at, int times, double[] sums, double[] squares) {
        float[] values = together[at];
        BitSet here = present[at];
        for (int i = here.nextSetBit(0); i >= 0; i = here.nextSetBit(i + 1)) {
            double own = times * values[pair(i, i)];
            for (int j = here.nextSetBit(0); j < i; j = here.nextSetBit(j + 1)) {
                int pair = pair(i, j);
                sums[pair] += times * values[pair];
                squares[2 * pair] += own;
                squares[2 * pair + 1] += times * values[pair(j, j)];
            }
        }
    }

    /** The phrases of one block, each with the number of models that use it. */
    private static final class Rarity {
        private static final int TABLE = 1 << 12;
        private static final double[] LOG = new double[TABLE];

        static {
            for (int n = 1; n < TABLE; n++) {
                LOG[n] = StrictMath.log(n);
            }
        }

        private final List<BlockCounts> counts;
        private final int[] users; // by feature
        private final int[] first; // by feature: where its uses begin
        private final int[] times; // by feature, of one model
        private final int[][] features; // by model, in no order
        private final int[][] weights; // how often the model uses them
        private BitSet present = new BitSet();

        Rarity(List<BlockCounts> counts, int size) {
            this.counts = counts;
            users = new int[size];
            first = new int[size];
            times = new int[size];
            features = new int[counts.size()][];
            weights = new int[counts.size()][];
        }

        /** Counts users in every so-manyth stored block; gives the models that say anything at all. */
        BitSet load(int block, int blocks) {
            present = new BitSet();
            Arrays.fill(users, 0);
            for (int m = 0; m < features.length; m++) {
                join(m, block, blocks);
                present.set(m, features[m].length > 0);
                for (int feature : features[m]) {
                    users[feature]++;
                }
            }
            return present;
        }

        private void join(int model, int block, int blocks) {
            BlockCounts stored = counts.get(model);
            int size = 0;
            for (int b = block; b < stored.blocks(); b += blocks) {
                size += stored.features(b).length;
            }
            int[] found = new int[size];
            int distinct = 0;
            for (int b = block; b < stored.blocks(); b += blocks) {
                int[] ids = stored.features(b);
                for (int n = 0; n < ids.length; n++) {
                    found[distinct] = ids[n];
                    distinct += times[ids[n]] == 0 ? 1 : 0;
                    times[ids[n]] += stored.counts(b)[n];
                }
            }
            features[model] = Arrays.copyOf(found, distinct);
            weights[model] = new int[distinct];
            for (int n = 0; n < distinct; n++) {
                weights[model][n] = times[found[n]];
                times[found[n]] = 0;
            }
        }

        /** Cosines of all pairs: (1 + log of the count) times the log of how many models there are for each that uses the phrase. */
        double[] cosines() {
            int size = 0;
            for (int feature = 0; feature < users.length; feature++) {
                first[feature] = size;
                size += users[feature] > 1 ? users[feature] : 0;
            }
            int[] user = new int[size];
            double[] heard = new double[size];
            double[] cosines = new double[features.length * (features.length + 1) / 2];
            double[] lengths = new double[features.length];
            int[] filled = new int[users.length];
            for (int m = 0; m < features.length; m++) {
                double squares = 0;
                for (int n = 0; n < features[m].length; n++) {
                    int feature = features[m][n];
                    double weight = (1 + log(weights[m][n])) * (log(present.cardinality()) - log(users[feature]));
                    squares += weight * weight;
                    if (users[feature] > 1) {
                        int to = first[feature] + filled[feature]++;
                        for (int before = first[feature]; before < to; before++) {
                            cosines[pair(m, user[before])] += weight * heard[before];
                        }
                        user[to] = m;
                        heard[to] = weight;
                    }
                }
                lengths[m] = Math.sqrt(squares);
            }
            for (int i = 0; i < lengths.length; i++) {
                for (int j = 0; j < i; j++) {
                    double length = lengths[i] * lengths[j];
                    cosines[pair(i, j)] = length > 0 ? cosines[pair(i, j)] / length : 0;
                }
                cosines[pair(i, i)] = 1;
            }
            return cosines;
        }

        private static double log(int n) {
            return n < TABLE ? LOG[n] : StrictMath.log(n);
        }
    }
}
