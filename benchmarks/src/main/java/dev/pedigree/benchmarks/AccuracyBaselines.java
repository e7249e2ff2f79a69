package dev.pedigree.benchmarks;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.stats.Distance;
import dev.pedigree.stats.GeneralImposters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The usual ways of stylometry on the same fingerprints. Whatever is learned from a population (means and standard deviations of
 * frequencies, document frequencies, classifiers) is learned for each suspect from the references that are no relatives of it.
 *
 * <p>Skeletons are answers with their content words masked. They stand for the part-of-speech templates of Wadhwa et al., "Who taught
 * you that? Tracing teachers in model distillation", Findings of ACL 2025, since a fingerprint holds no parts of speech.
 */
final class AccuracyBaselines {
    private static final int DELTA_FEATURES = 3000;
    private static final int IMPOSTER_FEATURES = 500;
    private static final int MMD_FEATURES = 1000;
    private static final int CLASSIFIER_BLOCKS = 4;
    private static final int MIN_MODELS = 3;
    private static final int IMPOSTERS = 30;
    private static final long SEED = 1;

    private final List<String> names;
    private final Map<FeatureFamily, Profiles> profiles = new LinkedHashMap<>();
    private final List<double[][]> openings; // by reference
    private final Map<String, AccuracyClassifiers> classifiers = new LinkedHashMap<>();

    /** Relative frequencies of the features that references use most. */
    private record Profiles(FeatureFamily family, int[] vocabulary, double[][] references) {}

    AccuracyBaselines(Map<String, Fingerprint> references) {
        names = List.copyOf(references.keySet());
        List<Fingerprint> prints = List.copyOf(references.values());
        for (FeatureFamily family : List.of(
                FeatureFamily.FUNCTION_WORDS,
                FeatureFamily.WORDS,
                FeatureFamily.OPENING,
                FeatureFamily.MASKED_WORDS,
                FeatureFamily.CHARACTERS,
                FeatureFamily.LAYOUT)) {
            int[] vocabulary = vocabulary(prints, family);
            profiles.put(
                    family,
                    new Profiles(
                            family,
                            vocabulary,
                            prints.stream()
                                    .map(p -> frequencies(p, family, vocabulary))
                                    .toArray(double[][]::new)));
        }
        openings = prints.stream()
                .map(p -> blocks(p, FeatureFamily.OPENING, energyVocabulary(), Integer.MAX_VALUE))
                .toList();
        classifier("classifier_words", FeatureFamily.WORDS, prints);
        classifier("classifier_openings", FeatureFamily.OPENING, prints);
        classifier("classifier_skeletons", FeatureFamily.MASKED_WORDS, prints);
    }

    private void classifier(String method, FeatureFamily family, List<Fingerprint> prints) {
        int[] vocabulary = profiles.get(family).vocabulary();
        classifiers.put(
                method,
                new AccuracyClassifiers(prints.stream()
                        .map(p -> blocks(p, family, vocabulary, CLASSIFIER_BLOCKS))
                        .toList()));
    }

    /**
     * Scores a suspect by every method.
     *
     * @param suspect its fingerprint
     * @param population which references may be learned from
     * @param candidate which of them are scored
     * @param imposter whether the second may stand in for somebody else than the first
     * @param family the family of a reference: what a classifier takes for one class
     * @return by method, the score of each candidate; higher means more alike
     */
    Map<String, Map<String, Double>> scores(
            Fingerprint suspect,
            Predicate<String> population,
            Predicate<String> candidate,
            BiPredicate<String, String> imposter,
            UnaryOperator<String> family) {
        int[] cohort = IntStream.range(0, names.size())
                .filter(i -> population.test(names.get(i)))
                .toArray();
        int[] candidates =
                Arrays.stream(cohort).filter(i -> candidate.test(names.get(i))).toArray();
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        delta(
                scores,
                "burrows_delta",
                FeatureFamily.FUNCTION_WORDS,
                Distance.BURROWS_DELTA,
                suspect,
                cohort,
                candidates);
        delta(scores, "cosine_delta_words", FeatureFamily.WORDS, Distance.COSINE_DELTA, suspect, cohort, candidates);
        delta(
                scores,
                "cosine_delta_openings",
                FeatureFamily.OPENING,
                Distance.COSINE_DELTA,
                suspect,
                cohort,
                candidates);
        delta(
                scores,
                "cosine_delta_masked",
                FeatureFamily.MASKED_WORDS,
                Distance.COSINE_DELTA,
                suspect,
                cohort,
                candidates);
        delta(
                scores,
                "cosine_delta_characters",
                FeatureFamily.CHARACTERS,
                Distance.COSINE_DELTA,
                suspect,
                cohort,
                candidates);
        imposters(scores, suspect, cohort, candidates, imposter);
        jensenShannon(scores, "jensen_shannon_words", FeatureFamily.WORDS, suspect, candidates);
        jensenShannon(scores, "jensen_shannon_skeletons", FeatureFamily.MASKED_WORDS, suspect, candidates);
        jensenShannon(scores, "jensen_shannon_layout", FeatureFamily.LAYOUT, suspect, candidates);
        Profiles words = profiles.get(FeatureFamily.WORDS);
        double[] idf = inverseModelFrequency(words, cohort);
        double[] weighted = weighted(frequencies(suspect, FeatureFamily.WORDS, words.vocabulary()), idf);
        put(
                scores,
                "tfidf_words",
                candidates,
                (c, n) -> -Distance.COSINE_DELTA.between(weighted, weighted(words.references()[c], idf)));
        energy(scores, suspect, candidates);
        classify(scores, "classifier_words", FeatureFamily.WORDS, suspect, candidates, family);
        classify(scores, "classifier_openings", FeatureFamily.OPENING, suspect, candidates, family);
        classify(scores, "classifier_skeletons", FeatureFamily.MASKED_WORDS, suspect, candidates, family);
        return scores;
    }

    private void put(
            Map<String, Map<String, Double>> scores,
            String method,
            int[] candidates,
            ToDoubleBiFunction<Integer, String> score) {
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int c : candidates) {
            byName.put(names.get(c), score.applyAsDouble(c, names.get(c)));
        }
        scores.put(method, byName);
    }

    private void jensenShannon(
            Map<String, Map<String, Double>> scores,
            String method,
            FeatureFamily family,
            Fingerprint suspect,
            int[] candidates) {
        Profiles profile = profiles.get(family);
        double[] own = frequencies(suspect, family, profile.vocabulary());
        put(scores, method, candidates, (c, n) -> -Distance.JENSEN_SHANNON.between(own, profile.references()[c]));
    }

    /** The classes are the candidates' families: with other students among the classes, a student is found to be one of them. */
    private void classify(
            Map<String, Map<String, Double>> scores,
            String method,
            FeatureFamily family,
            Fingerprint suspect,
            int[] candidates,
            UnaryOperator<String> familyOf) {
        double[][] blocks = blocks(suspect, family, profiles.get(family).vocabulary(), CLASSIFIER_BLOCKS);
        double[] votes = classifiers.get(method).votes(blocks, candidates);
        Map<String, Double> byFamily = new LinkedHashMap<>();
        for (int i = 0; i < candidates.length; i++) {
            byFamily.merge(familyOf.apply(names.get(candidates[i])), votes[i], Double::sum);
        }
        put(scores, method, candidates, (c, name) -> byFamily.get(familyOf.apply(name)));
    }

    private void delta(
            Map<String, Map<String, Double>> scores,
            String method,
            FeatureFamily family,
            Distance distance,
            Fingerprint suspect,
            int[] cohort,
            int[] candidates) {
        Profiles profile = profiles.get(family);
        double[][] z = standardised(profile, suspect, cohort, candidates, profile.vocabulary().length);
        int[] position = {0};
        put(scores, method, candidates, (c, n) -> -distance.between(z[0], z[++position[0]]));
    }

    private void imposters(
            Map<String, Map<String, Double>> scores,
            Fingerprint suspect,
            int[] cohort,
            int[] candidates,
            BiPredicate<String, String> imposter) {
        double[][] z = standardised(profiles.get(FeatureFamily.WORDS), suspect, cohort, cohort, IMPOSTER_FEATURES);
        put(scores, "general_imposters_words", candidates, (c, name) -> {
            List<double[]> others = new ArrayList<>();
            double[] own = null;
            for (int i = 0; i < cohort.length; i++) {
                if (cohort[i] == c) {
                    own = z[i + 1];
                } else if (others.size() < IMPOSTERS && imposter.test(name, names.get(cohort[i]))) {
                    others.add(z[i + 1]);
                }
            }
            return own == null || others.isEmpty()
                    ? 0
                    : GeneralImposters.score(z[0], own, others.toArray(double[][]::new), SEED);
        });
    }

    /** The suspect's and the candidates' z-scores over the cohort. */
    private static double[][] standardised(
            Profiles profile, Fingerprint suspect, int[] cohort, int[] candidates, int features) {
        double[] own = frequencies(suspect, profile.family(), profile.vocabulary());
        int d = Math.min(features, own.length);
        double[] mean = new double[d];
        double[] sd = new double[d];
        for (int i : cohort) {
            for (int j = 0; j < d; j++) {
                mean[j] += profile.references()[i][j] / cohort.length;
            }
        }
        for (int i : cohort) {
            for (int j = 0; j < d; j++) {
                double gap = profile.references()[i][j] - mean[j];
                sd[j] += gap * gap / cohort.length;
            }
        }
        double[][] z = new double[candidates.length + 1][d];
        for (int row = 0; row < z.length; row++) {
            double[] x = row == 0 ? own : profile.references()[candidates[row - 1]];
            for (int j = 0; j < d; j++) {
                z[row][j] = (x[j] - mean[j]) / (Math.sqrt(sd[j]) + 1e-12);
            }
        }
        return z;
    }

    private static double[] inverseModelFrequency(Profiles profile, int[] cohort) {
        double[] idf = new double[profile.vocabulary().length];
        for (int j = 0; j < idf.length; j++) {
            int models = 0;
            for (int i : cohort) {
                models += profile.references()[i][j] > 0 ? 1 : 0;
            }
            idf[j] = Math.log((cohort.length + 1.0) / (models + 1.0)) + 1;
        }
        return idf;
    }

    private static double[] weighted(double[] frequencies, double[] idf) {
        double[] out = new double[idf.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = Math.log1p(1e5 * frequencies[j]) * idf[j];
        }
        return out;
    }

    /** Minus the energy distance between the blocks of two models' openings: a maximum mean discrepancy. */
    private void energy(Map<String, Map<String, Double>> scores, Fingerprint suspect, int[] candidates) {
        double[][] own = blocks(suspect, FeatureFamily.OPENING, energyVocabulary(), Integer.MAX_VALUE);
        put(scores, "energy_openings", candidates, (c, name) -> {
            double[][] other = openings.get(c);
            double[][] all = Arrays.copyOf(own, own.length + other.length);
            System.arraycopy(other, 0, all, own.length, other.length);
            boolean[] first = new boolean[all.length];
            Arrays.fill(first, 0, own.length, true);
            return -KernelTwoSample.distance(KernelTwoSample.energy(all), first);
        });
    }

    private int[] energyVocabulary() {
        int[] vocabulary = profiles.get(FeatureFamily.OPENING).vocabulary();
        return Arrays.copyOf(vocabulary, Math.min(MMD_FEATURES, vocabulary.length));
    }

    /** Roots of relative frequencies in blocks of twenty answers or more. */
    private static double[][] blocks(Fingerprint print, FeatureFamily family, int[] vocabulary, int most) {
        BlockCounts counts = print.counts(family);
        int rows = counts.blocks();
        while (rows > most || (rows > 2 && print.responses() < 20L * rows)) {
            rows /= 2;
        }
        double[][] blocks = new double[rows][vocabulary.length];
        long[] totals = new long[rows];
        Map<Integer, Integer> index = index(vocabulary);
        for (int block = 0; block < counts.blocks(); block++) {
            int row = block % rows;
            int[] features = counts.features(block);
            for (int i = 0; i < features.length; i++) {
                totals[row] += counts.counts(block)[i];
                Integer at = index.get(features[i]);
                if (at != null) {
                    blocks[row][at] += counts.counts(block)[i];
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < vocabulary.length; j++) {
                blocks[row][j] = Math.sqrt(blocks[row][j] / Math.max(1, totals[row]));
            }
        }
        return blocks;
    }

    /** The most frequent features over models, the most frequent first. */
    private static int[] vocabulary(List<Fingerprint> prints, FeatureFamily family) {
        double[] sum = new double[1 << family.bits()];
        int[] models = new int[sum.length];
        for (Fingerprint print : prints) {
            long[] totals = totals(print, family);
            long total = Math.max(1, Arrays.stream(totals).sum());
            for (int f = 0; f < sum.length; f++) {
                if (totals[f] > 0) {
                    sum[f] += (double) totals[f] / total;
                    models[f]++;
                }
            }
        }
        return IntStream.range(0, sum.length)
                .filter(f -> models[f] >= Math.min(MIN_MODELS, prints.size()))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(f -> -sum[f]).thenComparing(f -> f))
                .limit(DELTA_FEATURES)
                .mapToInt(f -> f)
                .toArray();
    }

    private static double[] frequencies(Fingerprint print, FeatureFamily family, int[] vocabulary) {
        long[] totals = totals(print, family);
        double total = Math.max(1, Arrays.stream(totals).sum());
        return Arrays.stream(vocabulary).mapToDouble(f -> totals[f] / total).toArray();
    }

    private static long[] totals(Fingerprint print, FeatureFamily family) {
        long[] totals = new long[1 << family.bits()];
        BlockCounts counts = print.counts(family);
        for (int block = 0; block < counts.blocks(); block++) {
            int[] features = counts.features(block);
            int[] values = counts.counts(block);
            for (int i = 0; i < features.length; i++) {
                totals[features[i]] += values[i];
            }
        }
        return totals;
    }

    private static Map<Integer, Integer> index(int[] vocabulary) {
        Map<Integer, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < vocabulary.length; i++) {
            index.put(vocabulary[i], i);
        }
        return index;
    }
}
