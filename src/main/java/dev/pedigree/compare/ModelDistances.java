package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.List;

/**
 * How far models are from one another, all of them at once: what trees and maps are drawn from. Immutable.
 *
 * <p>Near is not descended: models trained on the same texts by different people are near one another as well. Whether one model was
 * trained on another is for {@link Comparer} to weigh.
 */
public final class ModelDistances {
    /** The seed of the resampling. */
    static final long SEED = 20250130;

    /** By what models are compared. */
    public enum Basis {
        /** How answers open and how their sentences and lines start, to whatever prompts. */
        HABITS("the habits with which answers, sentences and lines begin"),
        /** The words that the answers of two models to the same prompt share. */
        WORDING("the words shared by answers to the same prompts"),
        /** The phrases with which answers to the same prompts and their sentences and lines begin, the rarer the heavier. */
        PHRASES("the rare phrases with which answers, sentences and lines begin");

        private final String title;

        Basis(String title) {
            this.title = title;
        }

        /**
         * The basis in words.
         *
         * @return for example "the words shared by answers to the same prompts"
         */
        public String title() {
            return title;
        }
    }

    /** What can be asked for distances, as measured and as other prompts would have given them. */
    interface Source {
        double[][] measured();

        double[][] resampled(SplitMix64 random);
    }

    private final Basis basis;
    private final List<ComparedModel> models;
    private final Source source;

    private ModelDistances(Basis basis, List<ComparedModel> models, Source source) {
        this.basis = basis;
        this.models = List.copyOf(models);
        this.source = source;
    }

    /**
     * Distances by habits: Euclidean on the axes along which the library's models differ most, less what sampling adds, averaged over
     * the library's feature families. A model that answered several prompt sets is one model; two models are compared on the prompt
     * sets that both answered, else by whichever of their answers are most alike.
     *
     * @param library the models; copies and variants among them, which shape no axes, are placed like the others
     * @param suspects more models, of the library's scheme; may be empty
     * @return the distances, in units of the median distance of the library's models from their centre
     * @throws IllegalArgumentException if a suspect is of another scheme or has no answers, or there are fewer than three models
     */
    public static ModelDistances byHabits(ReferenceLibrary library, List<Fingerprint> suspects) {
        return HabitDistances.of(library, suspects);
    }

    /**
     * Distances by wording: one minus the share of word 1-3-grams that two models' answers to a prompt have in common (P. Jaccard,
     * "The distribution of the flora in the alpine zone", New Phytologist 11, 1912, doi:10.1111/j.1469-8137.1912.tb05611.x), averaged
     * over the prompts that both answered.
     *
     * @param models what is known of each model
     * @param prints their fingerprints, in the same order
     * @param suspects more models; may be empty
     * @return the distances, in [0, 1]
     * @throws IllegalArgumentException if two models have answered fewer than {@value CommonPrompts#MIN_PROMPTS} prompts in common,
     *     or there are fewer than three models
     */
    public static ModelDistances byWording(
            List<ReferenceModel> models, List<Fingerprint> prints, List<Fingerprint> suspects) {
        return of(Basis.WORDING, models, prints, suspects);
    }

    /**
     * Distances by phrases: one minus the correlation of what is left of the likeness between two models' openings, starts of
     * sentences and starts of lines when what each has in common with all models is taken away, averaged over the three. Likeness is
     * the cosine of counts weighed by rarity (G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval",
     * Information Processing &amp; Management 24, 1988, doi:10.1016/0306-4573(88)90021-0) in a block of prompts; means of rows and
     * columns are taken away as in principal coordinates (J. C. Gower, "Some distance properties of latent root and vector methods
     * used in multivariate analysis", Biometrika 53, 1966, doi:10.1093/biomet/53.3-4.325).
     *
     * @param models what is known of each model
     * @param prints their fingerprints, in the same order
     * @param suspects more models; may be empty
     * @return the distances, in [0, 2], about 1 for models that have nothing to do with one another
     * @throws IllegalArgumentException if two models have answered fewer than {@value CommonPrompts#MIN_PROMPTS} prompts in common,
     *     or there are fewer than three models
     */
    public static ModelDistances byPhrases(
            List<ReferenceModel> models, List<Fingerprint> prints, List<Fingerprint> suspects) {
        return of(Basis.PHRASES, models, prints, suspects);
    }

    private static ModelDistances of(
            Basis basis, List<ReferenceModel> models, List<Fingerprint> prints, List<Fingerprint> suspects) {
        if (models.size() != prints.size()) {
            throw new IllegalArgumentException(
                    "need a fingerprint for each model, got " + prints.size() + " for " + models.size());
        }
        List<ComparedModel> compared = new ArrayList<>();
        models.forEach(m -> compared.add(new ComparedModel(m.name(), m.family(), false)));
        List<Fingerprint> all = new ArrayList<>(prints);
        suspects.forEach(s -> compared.add(new ComparedModel(s.name(), s.name(), true)));
        all.addAll(suspects);
        requireThree(all.size());
        CommonPrompts.require(compared, all);
        return of(basis, compared, basis == Basis.PHRASES ? PhraseDistances.of(all) : WordingDistances.of(all));
    }

    static ModelDistances of(Basis basis, List<ComparedModel> models, Source source) {
        requireThree(models.size());
        return new ModelDistances(requireNonNull(basis, "basis"), models, source);
    }

    private static void requireThree(int models) {
        if (models < 3) {
            throw new IllegalArgumentException("need at least three models, got " + models);
        }
    }

    /**
     * By what the models are compared.
     *
     * @return the basis
     */
    public Basis basis() {
        return basis;
    }

    /**
     * The models: those of the references in their order, then the suspects.
     *
     * @return the models
     */
    public List<ComparedModel> models() {
        return models;
    }

    /**
     * The distances as measured.
     *
     * @return a symmetric matrix, in the order of the models
     */
    public double[][] matrix() {
        return source.measured();
    }

    /**
     * The distances that other prompts of the same kind would have given: blocks of prompts drawn with replacement, the same for all
     * models.
     *
     * @param draws how many matrices are wanted, at least 0
     * @return symmetric matrices; the same on every call
     */
    List<double[][]> resampled(int draws) {
        SplitMix64 random = new SplitMix64(SEED);
        List<double[][]> matrices = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            matrices.add(source.resampled(random));
        }
        return matrices;
    }
}
