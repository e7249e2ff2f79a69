package dev.pedigree.compare;

import static dev.pedigree.reference.ReferenceModel.Kind.COPY;
import static dev.pedigree.reference.ReferenceModel.Kind.PRIMARY;
import static dev.pedigree.reference.ReferenceModel.Kind.VARIANT;

import dev.pedigree.reference.ReferenceModel;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which models must not stand in the cohort, among the candidates or in the calibration of a model that is known. */
public final class Relatives {
    private Relatives() {}

    /**
     * The models by which a known model must not be judged: its own family, and for a lab's own model all of its lab, with what
     * continues its weights.
     *
     * @param model the model
     * @param library all models of the library
     * @return tells whether a model is to be left out
     */
    public static Predicate<ReferenceModel> of(ReferenceModel model, Collection<ReferenceModel> library) {
        boolean ownLab =
                !model.lab().isEmpty() && (model.kind() == PRIMARY || model.kind() == VARIANT || model.kind() == COPY);
        Set<String> labFamilies = library.stream()
                .filter(other -> ownLab && other.lab().equals(model.lab()))
                .map(ReferenceModel::family)
                .collect(Collectors.toCollection(TreeSet::new));
        return other -> other.family().equals(model.family())
                || other.identity().equals(model.identity())
                || (ownLab && (other.lab().equals(model.lab()) || labFamilies.contains(other.parent())));
    }
}
