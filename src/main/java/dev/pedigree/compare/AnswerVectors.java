package dev.pedigree.compare;

import dev.pedigree.feature.FeatureCounts;
import dev.pedigree.feature.FeatureFamily;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Single answers as sparse vectors: within each feature family the logarithm of a feature's count, times its inverse document
 * frequency, scaled to length 1 (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", Information Processing
 * and Management 24, 1988, doi:10.1016/0306-4573(88)90021-0). Immutable.
 */
final class AnswerVectors {
    /** What tells single answers apart best. */
    static final List<FeatureFamily> FAMILIES = List.of(
            FeatureFamily.MASKED_WORDS,
            FeatureFamily.WORDS,
            FeatureFamily.LAYOUT,
            FeatureFamily.FUNCTION_WORDS,
            FeatureFamily.GLYPHS);

    /** How many features of each are kept at most. */
    private static final int[] SIZES = {3000, 4000, 1500, 600, 200};

    private static final int MIN_ANSWERS = 20;

    /**
     * One answer.
     *
     * @param indices its columns, family by family
     * @param values the value in each
     */
    record Vector(int[] indices, float[] values) {}

    private final int[][] vocabularies; // by family, feature ids, ascending
    private final float[][] weights; // by family and column of it
    private final int[][] columnOf = new int[FAMILIES.size()][]; // by family and feature, within the family; -1: none

    AnswerVectors(int[][] vocabularies, float[][] weights) {
        this.vocabularies = vocabularies;
        this.weights = weights;
        for (int f = 0; f < columnOf.length; f++) {
            columnOf[f] = new int[1 << FAMILIES.get(f).bits()];
            Arrays.fill(columnOf[f], -1);
            for (int i = 0; i < vocabularies[f].length; i++) {
                columnOf[f][vocabularies[f][i]] = i;
            }
        }
    }

    /** The features that occur in the most answers. */
    static AnswerVectors learn(Iterable<FeatureCounts[]> answers) {
        int[][] occurs = new int[FAMILIES.size()][];
        Arrays.setAll(occurs, f -> new int[1 << FAMILIES.get(f).bits()]);
        int total = 0;
        for (FeatureCounts[] answer : answers) {
            total++;
            for (int f = 0; f < occurs.length; f++) {
                for (int feature : answer[f].features()) {
                    occurs[f][feature]++;
                }
            }
        }
        int[][] vocabularies = new int[occurs.length][];
        float[][] weights = new float[occurs.length][];
        for (int f = 0; f < occurs.length; f++) {
            int[] in = occurs[f];
            vocabularies[f] = IntStream.range(0, in.length)
                    .filter(id -> in[id] >= MIN_ANSWERS)
                    .boxed()
                    .sorted(Comparator.comparingInt(id -> -in[id]))
                    .limit(SIZES[f])
                    .mapToInt(id -> id)
                    .sorted()
                    .toArray();
            weights[f] = new float[vocabularies[f].length];
            for (int i = 0; i < weights[f].length; i++) {
                weights[f][i] = (float) (1 + StrictMath.log((total + 1.0) / (in[vocabularies[f][i]] + 1)));
            }
        }
        return new AnswerVectors(vocabularies, weights);
    }

    int columns() {
        return Arrays.stream(vocabularies).mapToInt(v -> v.length).sum();
    }

    int[][] vocabularies() {
        return vocabularies;
    }

    float[][] weights() {
        return weights;
    }

    Vector of(FeatureCounts[] answer) {
        int[] indices =
                new int[Arrays.stream(answer).mapToInt(c -> c.features().length).sum()];
        float[] values = new float[indices.length];
        int size = 0;
        int first = 0;
        for (int f = 0; f < answer.length; f++) {
            int from = size;
            double squares = 0;
            for (int i = 0; i < answer[f].features().length; i++) {
                int column = columnOf[f][answer[f].features()[i]];
                if (column >= 0) {
                    double value = (1 + StrictMath.log(answer[f].counts()[i])) * weights[f][column];
                    indices[size] = first + column;
                    values[size++] = (float) value;
                    squares += value * value;
                }
            }
            for (int i = from; i < size; i++) {
                values[i] /= (float) Math.sqrt(squares);
            }
            first += vocabularies[f].length;
        }
        return new Vector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }
}
