package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.stats.MixtureEProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The anytime-valid form of {@link SameModelTest}: ask both endpoints one prompt after the other and look after each pair. Under
 * the null hypothesis the two answers to a prompt are exchangeable given all earlier pairs, so that any odd function of their
 * difference whose direction was learned from earlier pairs only is a fair bet. Two bettors follow the mean difference so far, one
 * in the string kernel's space and one in that of the features of style; the mean of their wealths is an e-process. Rejecting when
 * it first reaches 1/alpha errs with probability at most alpha, however long one goes on (Ville). S. Shekhar and A. Ramdas,
 * "Nonparametric two-sample testing by betting", IEEE Transactions on Information Theory 70 (2024), arXiv:2112.09162. Immutable.
 */
public final class SequentialSameModelTest {
    private final double alpha;

    private SequentialSameModelTest(double alpha) {
        this.alpha = alpha;
    }

    /**
     * The test at level .01.
     *
     * @return the test
     */
    public static SequentialSameModelTest withDefaults() {
        return new SequentialSameModelTest(0.01);
    }

    /**
     * The error probability.
     *
     * @param value in (0, 1)
     * @return the test with that level
     */
    public SequentialSameModelTest withAlpha(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1), got " + value);
        }
        return new SequentialSameModelTest(value);
    }

    /**
     * Runs through the pairs in the order of the first corpus. With several answers to a prompt the first ones are paired, then
     * the second ones, and so on.
     *
     * @param first the one endpoint's answers in the order of collection
     * @param second the other's
     * @return the evidence after the last pair, and when it sufficed
     */
    public SequentialResult test(Corpus first, Corpus second) {
        Map<Long, List<Response>> others = Alignment.byPrompt(second);
        Map<Long, Integer> used = new LinkedHashMap<>();
        Monitor monitor = start();
        int paired = 0;
        for (Response response : first.responses()) {
            List<Response> candidates = others.getOrDefault(response.promptKey(), List.of());
            int next = used.merge(response.promptKey(), 1, Integer::sum) - 1;
            if (next < candidates.size()) {
                monitor.observe(response, candidates.get(next));
                paired++;
            }
        }
        List<Limitation> limitations = new ArrayList<>();
        int alone = first.responses().size() + second.responses().size() - 2 * paired;
        if (alone > 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT,
                    alone + " answers found no answer of the other endpoint to their prompt."));
        }
        if (paired == 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.NOT_TESTED, "No prompt was answered by both endpoints; there is no evidence."));
        }
        return monitor.result(limitations);
    }

    /**
     * Starts collecting.
     *
     * @return a monitor that has seen nothing
     */
    public Monitor start() {
        return new Monitor(alpha);
    }

    /** Takes pair after pair. Mutable, not safe to share between threads. */
    public static final class Monitor {
        private final double alpha;
        private final double[] stringMean = new double[StringKernel.DIMENSIONS];
        private final double[] styleMean = new double[StyleFeatures.names().size()];
        private final double[] styleSquare = new double[styleMean.length];
        private double stringScale;
        private double styleScale;
        private MixtureEProcess wealth = MixtureEProcess.of(2);
        private int pairs;
        private int decidedAt;

        private Monitor(double alpha) {
            this.alpha = alpha;
        }

        /**
         * The next pair.
         *
         * @param first the one endpoint's answer
         * @param second the other's to the same prompt
         * @return whether the evidence suffices by now to reject that they are one model
         * @throws IllegalArgumentException if the prompts differ
         */
        public boolean observe(Response first, Response second) {
            if (first.promptKey() != second.promptKey()) {
                throw new IllegalArgumentException(
                        "need two answers to one prompt, got records " + first.id() + " and " + second.id());
            }
            float[] a = StringKernel.embed(first.text());
            float[] b = StringKernel.embed(second.text());
            double strings = 0;
            for (int d = 0; d < a.length; d++) {
                strings += stringMean[d] * (a[d] - b[d]);
            }
            double[] f = StyleFeatures.of(first.text());
            double[] g = StyleFeatures.of(second.text());
            double style = 0;
            for (int k = 0; k < f.length; k++) {
                style += styleSquare[k] > 0 ? styleMean[k] * odd(f[k] - g[k], styleSquare[k]) : 0;
            }
            wealth = wealth.bet(payoff(strings, stringScale), payoff(style, styleScale));
            pairs++;
            learn(a, b, f, g, strings, style);
            if (decidedAt == 0 && wealth.wealth().rejects(alpha)) {
                decidedAt = pairs;
            }
            return decidedAt > 0;
        }

        /**
         * The evidence so far.
         *
         * @return the wealth and when it sufficed
         */
        public SequentialResult result() {
            return result(List.of());
        }

        private SequentialResult result(List<Limitation> limitations) {
            return new SequentialResult(
                    wealth.wealth(),
                    decidedAt > 0 ? OptionalInt.of(decidedAt) : OptionalInt.empty(),
                    alpha,
                    limitations);
        }

        private void learn(float[] a, float[] b, double[] f, double[] g, double strings, double style) {
            for (int d = 0; d < a.length; d++) {
                stringMean[d] += a[d] - b[d];
            }
            for (int k = 0; k < f.length; k++) {
                styleSquare[k] += (f[k] - g[k]) * (f[k] - g[k]);
                styleMean[k] += styleSquare[k] > 0 ? odd(f[k] - g[k], styleSquare[k]) : 0;
            }
            stringScale += strings * strings;
            styleScale += style * style;
        }

        /* The difference over its root mean square so far, clipped: odd in the difference, as the bet requires. */
        private double odd(double gap, double square) {
            double scaled = gap / StrictMath.sqrt(square / Math.max(1, pairs));
            return Math.max(-3, Math.min(3, scaled));
        }

        /* Odd in the difference given the past: under the null its mean is 0. No bet before there is a direction. */
        private double payoff(double projection, double squares) {
            return squares > 0 ? StrictMath.tanh(projection / StrictMath.sqrt(squares / pairs)) : sign(projection);
        }

        private static double sign(double value) {
            return value > 0 ? 1 : value < 0 ? -1 : 0;
        }
    }
}
