package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureCounts;
import dev.pedigree.feature.TextFeatures;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells by single answers which of known authors wrote them, an author being a family of models: multinomial logistic regression on
 * how often an answer uses common n-grams of words, n-grams with their content masked, layout, function words and glyphs. Learned by
 * stochastic gradient descent with steps for each weight (Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning
 * and stochastic optimization", JMLR 12, 2011); on answers to a fifth of the prompts, kept apart, it is learned how sure it may be,
 * and which authors it favours (Alexandari, Kundaje and Shrikumar, "Maximum likelihood with bias-corrected calibration is
 * hard-to-beat at label shift adaptation", ICML 2020). Immutable.
 */
public final class AnswerAuthors {
    /** The author of all answers that no other author wrote: many families in one, so that what is unlike all others has a place. */
    public static final String OTHERS = "";

    private static final int PER_AUTHOR = 800;
    private static final int OF_OTHERS = 2000;
    private static final int EPOCHS = 4;
    private static final double STEP = 0.1;
    private static final double RIDGE = 1e-4;
    private static final int CALIBRATION_STEPS = 200;
    private static final double CALIBRATION_RIDGE = 1e-3;
    private static final long SEED = 20251129;
    private static final int APART = 5;
    private static final String BUILT_IN = "answer-authors.bin";

    private static final class Holder {
        static final AnswerAuthors INSTANCE = AnswerAuthorsFormat.read(resource());
    }

    private final List<String> authors;
    private final AnswerVectors vectors;
    private final float[][] weights; // [columns][authors]
    private final double[] biases; // [authors]
    private final double sharpness;

    AnswerAuthors(List<String> authors, AnswerVectors vectors, float[][] weights, double[] biases, double sharpness) {
        this.authors = List.copyOf(authors);
        this.vectors = vectors;
        this.weights = weights;
        this.biases = biases;
        this.sharpness = sharpness;
    }

    /**
     * Answers of a known author.
     *
     * @param author the family of models
     * @param answers its answers; several models and prompt sets of one author may be given one after the other
     */
    public record Known(String author, List<Response> answers) {
        /** Copies the list. */
        public Known {
            requireNonNull(author, "author");
            answers = List.copyOf(answers);
        }
    }

    private record Example(FeatureCounts[] counts, int author, long prompt) {
        boolean isApart() {
            return Long.remainderUnsigned(SplitMix64.mix(prompt), APART) == 0;
        }
    }

    /**
     * What ships with Pedigree.
     *
     * @return labs' own families of models that answered AlpacaEval, Arena-Hard or MT-bench, and {@linkplain #OTHERS all others} there
     */
    public static AnswerAuthors builtIn() {
        return Holder.INSTANCE;
    }

    private static byte[] resource() {
        try (InputStream in = AnswerAuthors.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Learns from answers of known authors. Authors weigh alike, and of each at most {@value #PER_AUTHOR} answers are used, of
     * {@linkplain #OTHERS others} {@value #OF_OTHERS}.
     *
     * @param known answers of at least two authors
     * @return what was learned; the same for the same answers
     */
    public static AnswerAuthors learn(List<Known> known) {
        TreeMap<String, List<Response>> byAuthor = new TreeMap<>();
        known.forEach(k ->
                byAuthor.computeIfAbsent(k.author(), a -> new ArrayList<>()).addAll(k.answers()));
        List<String> authors = List.copyOf(byAuthor.keySet());
        if (authors.size() < 2) {
            throw new IllegalArgumentException("need answers of at least two authors, got " + authors);
        }
        TextFeatures features = new TextFeatures(AnswerVectors.FAMILIES);
        List<Example> examples = new ArrayList<>();
        for (int a = 0; a < authors.size(); a++) {
            for (Response answer : drawn(
                    requireNonNull(byAuthor.get(authors.get(a))),
                    authors.get(a).equals(OTHERS) ? OF_OTHERS : PER_AUTHOR)) {
                examples.add(new Example(features.of(answer.text()), a, answer.promptKey()));
            }
        }
        List<Example> fitted = examples.stream().filter(e -> !e.isApart()).toList();
        AnswerVectors vectors =
                AnswerVectors.learn(() -> fitted.stream().map(Example::counts).iterator());
        double[] caseWeights = caseWeights(fitted, authors.size());
        AnswerVectors.Vector[] x =
                fitted.stream().map(e -> vectors.of(e.counts())).toArray(AnswerVectors.Vector[]::new);
        int[] y = fitted.stream().mapToInt(Example::author).toArray();
        float[][] weights = new float[vectors.columns()][authors.size()];
        descend(x, y, caseWeights, weights);
        AnswerAuthors raw = new AnswerAuthors(authors, vectors, weights, new double[authors.size()], 1);
        return raw.calibrated(examples.stream().filter(Example::isApart).toList());
    }

    private static List<Response> drawn(List<Response> answers, int most) {
        return answers.stream()
                .filter(a -> !a.text().isBlank())
                .sorted(Comparator.comparingLong(a ->
                        SplitMix64.mix(a.promptKey() ^ SplitMix64.mix(a.text().length()))))
                .limit(most)
                .toList();
    }

    private static double[] caseWeights(List<Example> examples, int authors) {
        int[] sizes = new int[authors];
        examples.forEach(e -> sizes[e.author()]++);
        double mean = (double) examples.size() / authors;
        return examples.stream().mapToDouble(e -> mean / sizes[e.author()]).toArray();
    }

    private static void descend(AnswerVectors.Vector[] x, int[] y, double[] caseWeights, float[][] weights) {
        int k = weights[0].length;
        float[][] squares = new float[weights.length][k];
        double[] p = new double[k];
        float[] gradient = new float[k];
        SplitMix64 random = new SplitMix64(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i : random.permutation(x.length)) {
                score(x[i], weights, p);
                softmax(p);
                p[y[i]] -= 1;
                for (int a = 0; a < k; a++) {
                    gradient[a] = (float) (p[a] * caseWeights[i]);
                }
                for (int n = 0; n < x[i].indices().length; n++) {
                    float[] weight = weights[x[i].indices()[n]];
                    float[] square = squares[x[i].indices()[n]];
                    float value = x[i].values()[n];
                    for (int a = 0; a < k; a++) {
                        float g = gradient[a] * value + (float) RIDGE * weight[a];
                        square[a] += g * g;
                        weight[a] -= (float) (STEP * g / (Math.sqrt(square[a]) + 1e-6));
                    }
                }
            }
        }
    }

    private static void score(AnswerVectors.Vector x, float[][] weights, double[] into) {
        Arrays.fill(into, 0);
        for (int n = 0; n < x.indices().length; n++) {
            float[] weight = weights[x.indices()[n]];
            float value = x.values()[n];
            for (int a = 0; a < into.length; a++) {
                into[a] += value * weight[a];
            }
        }
    }

    private static void softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int a = 0; a < scores.length; a++) {
            scores[a] = StrictMath.exp(scores[a] - highest);
            sum += scores[a];
        }
        for (int a = 0; a < scores.length; a++) {
            scores[a] /= sum;
        }
    }

    /** How sure it may be, and whom it favours: a factor and a bias for each author, by gradient descent on the log loss. */
    private AnswerAuthors calibrated(List<Example> apart) {
        if (apart.isEmpty()) {
            return this;
        }
        int k = authors.size();
        double[] caseWeights = caseWeights(apart, k);
        double[][] scores = new double[apart.size()][k];
        for (int i = 0; i < scores.length; i++) {
            score(vectors.of(apart.get(i).counts()), weights, scores[i]);
        }
        double factor = 1;
        double[] bias = new double[k];
        double[] p = new double[k];
        for (int step = 0; step < CALIBRATION_STEPS; step++) {
            double byFactor = 0;
            double curvature = 0;
            double[] byBias = new double[k];
            double[] spread = new double[k];
            for (int i = 0; i < scores.length; i++) {
                double mean = 0;
                double square = 0;
                for (int a = 0; a < k; a++) {
                    p[a] = factor * scores[i][a] + bias[a];
                }
                softmax(p);
                for (int a = 0; a < k; a++) {
                    mean += p[a] * scores[i][a];
                    square += p[a] * scores[i][a] * scores[i][a];
                    byBias[a] += caseWeights[i] * p[a];
                    spread[a] += caseWeights[i] * p[a] * (1 - p[a]);
                }
                byBias[apart.get(i).author()] -= caseWeights[i];
                byFactor += caseWeights[i] * (mean - scores[i][apart.get(i).author()]);
                curvature += caseWeights[i] * (square - mean * mean);
            }
            factor -= 0.5 * byFactor / curvature;
            for (int a = 0; a < k; a++) {
                bias[a] -= 0.5
                        * (byBias[a] + CALIBRATION_RIDGE * scores.length * bias[a])
                        / (spread[a] + CALIBRATION_RIDGE * scores.length);
            }
        }
        return new AnswerAuthors(authors, vectors, weights, bias, factor);
    }

    /**
     * The authors that it knows.
     *
     * @return families of models, sorted
     */
    public List<String> authors() {
        return authors;
    }

    /**
     * How probable single answers are if each of the authors wrote them, by Bayes' rule with equal shares of all.
     *
     * @param answers the answers; those without text are passed over
     * @return up to a factor that each answer has of its own: [answers][authors]
     */
    public double[][] likelihoods(List<Response> answers) {
        TextFeatures features = new TextFeatures(AnswerVectors.FAMILIES);
        List<double[]> likelihoods = new ArrayList<>();
        for (Response answer : answers) {
            if (!answer.text().isBlank()) {
                double[] scores = new double[authors.size()];
                score(vectors.of(features.of(answer.text())), weights, scores);
                for (int a = 0; a < scores.length; a++) {
                    scores[a] = sharpness * scores[a] + biases[a];
                }
                softmax(scores);
                likelihoods.add(scores);
            }
        }
        return likelihoods.toArray(double[][]::new);
    }

    /**
     * What was learned as bytes, with weights rounded to bytes.
     *
     * @return the same bytes for the same answers learned from
     */
    public byte[] toBytes() {
        return AnswerAuthorsFormat.write(this);
    }

    AnswerVectors vectors() {
        return vectors;
    }

    float[][] weights() {
        return weights;
    }

    double[] biases() {
        return biases;
    }

    double sharpness() {
        return sharpness;
    }
}
