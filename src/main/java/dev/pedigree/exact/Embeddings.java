package dev.pedigree.exact;

import dev.pedigree.corpus.Response;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What is computed once for each answer. */
final class Embeddings {
    private final Map<Response, float[]> strings = new IdentityHashMap<>();
    private final Map<Response, double[]> styles = new IdentityHashMap<>();

    float[] string(Response response) {
        return strings.computeIfAbsent(response, r -> StringKernel.embed(r.text()));
    }

    double[] style(Response response) {
        return styles.computeIfAbsent(response, r -> StyleFeatures.of(r.text()));
    }

    /** The string kernel of each two items, below the diagonal. */
    float[][] stringMatrix(List<Response> items) {
        float[][] vectors = items.stream().map(this::string).toArray(float[][]::new);
        float[][] k = new float[vectors.length][];
        for (int i = 0; i < k.length; i++) {
            k[i] = new float[i];
            for (int j = 0; j < i; j++) {
                k[i][j] = (float) StringKernel.product(vectors[i], vectors[j]);
            }
        }
        return k;
    }

    /**
     * Minus the Euclidean distance of each two items' styles, below the diagonal. What the prompt makes of the style is taken out
     * first (its mean over all answers to it, whosever they are), and each feature is scaled by what is left.
     */
    float[][] energyMatrix(Alignment alignment) {
        double[][] rows = residuals(alignment);
        float[][] k = new float[rows.length][];
        for (int i = 0; i < k.length; i++) {
            k[i] = new float[i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int f = 0; f < rows[i].length; f++) {
                    double gap = rows[i][f] - rows[j][f];
                    sum += gap * gap;
                }
                k[i][j] = (float) -StrictMath.sqrt(sum / rows[i].length);
            }
        }
        return k;
    }

    private double[][] residuals(Alignment alignment) {
        int n = alignment.items.size();
        int features = StyleFeatures.names().size();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = style(alignment.items.get(i)).clone();
        }
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && alignment.prompt[to] == alignment.prompt[from]) {
                to++;
            }
            for (int f = 0; f < features; f++) {
                double mean = 0;
                for (int i = from; i < to; i++) {
                    mean += rows[i][f] / (to - from);
                }
                for (int i = from; i < to; i++) {
                    rows[i][f] -= mean;
                }
            }
            from = to;
        }
        for (int f = 0; f < features; f++) {
            double square = 0;
            for (double[] row : rows) {
                square += row[f] * row[f];
            }
            double scale = square > 0 ? StrictMath.sqrt(n / square) : 0;
            for (double[] row : rows) {
                row[f] = Math.max(-CLIP, Math.min(CLIP, row[f] * scale));
            }
        }
        return rows;
    }

    /** One answer of a thousand bullets must not outweigh the rest. */
    private static final double CLIP = 4;
}
