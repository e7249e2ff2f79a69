package dev.pedigree.reference;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.Collection;
import java.util.List;

/** Whether references of one's own would stand well beside a library's models. */
final class Suitability {
    /** Fewer references do not tell whether the axes of a library suit them. */
    private static final int FEW = 3;
    /** References of chat answers stood at 0.38 to 0.87, those of debates, fiction and news at 0.05 to 0.20. */
    private static final double APART = 0.3;

    private final ReferenceLibrary library;

    Suitability(ReferenceLibrary library) {
        this.library = library;
    }

    /** Whether the library knows the language of at least half of some fingerprints, and its axes tell them apart. */
    boolean suits(Collection<Fingerprint> prints) {
        return !prints.isEmpty()
                && 2 * readable(prints) >= prints.size()
                && (prints.size() < FEW || spread(prints) >= APART);
    }

    private long readable(Collection<Fingerprint> prints) {
        return library.details(PromptRegime.UNSEEN)
                .map(d -> prints.stream()
                        .filter(print -> d.coverage().reads(AnswerTraits.of(print)))
                        .count())
                .orElse(0L);
    }

    /**
     * How far apart models stand along the axes of the library's models: the median distance from their own centre, less what
     * sampling adds, in units of that of the library's models from theirs; the median over the feature families.
     */
    private double spread(Collection<Fingerprint> prints) {
        Cohort cohort = library.cohort(m -> false);
        return Axes.median(library.families().stream()
                .mapToDouble(family -> spread(prints, cohort, family))
                .toArray());
    }

    private static double spread(Collection<Fingerprint> prints, Cohort cohort, FeatureFamily family) {
        List<Placement> placed =
                prints.stream().map(p -> cohort.place(p, family)).toList();
        double[] centre = Axes.mean(placed.stream().map(Placement::mean).toArray(double[][]::new));
        return Axes.median(placed.stream().mapToDouble(p -> distance(p, centre)).toArray());
    }

    private static double distance(Placement placement, double[] centre) {
        double squares = -placement.noise();
        double[] mean = placement.mean();
        for (int i = 0; i < mean.length; i++) {
            squares += (mean[i] - centre[i]) * (mean[i] - centre[i]);
        }
        return Math.sqrt(Math.max(0, squares));
    }
}
