package dev.pedigree.reference;

import dev.pedigree.fingerprint.Fingerprint;
import java.util.List;

/** Places models in feature spaces, as a library stores them. Made once for many models; immutable. */
final class Placer {
    private final List<FeatureSpace> spaces;
    private final List<Projection> projections;

    Placer(List<FeatureSpace> spaces) {
        this.spaces = List.copyOf(spaces);
        this.projections = spaces.stream().map(Projection::of).toList();
    }

    /**
     * Places a model.
     *
     * @param model the model
     * @param promptSet the ordinal of the prompt set that it answered
     * @param print the fingerprint of its answers
     * @return its entry
     */
    Entry place(ReferenceModel model, int promptSet, Fingerprint print) {
        byte[][][] codes = new byte[spaces.size()][][];
        for (int s = 0; s < codes.length; s++) {
            codes[s] = projections
                    .get(s)
                    .encode(FeatureSpace.Sample.of(
                            promptSet, print, spaces.get(s).family()));
        }
        return Entry.of(model, promptSet, print.responses(), AnswerTraits.of(print), codes, spaces);
    }
}
