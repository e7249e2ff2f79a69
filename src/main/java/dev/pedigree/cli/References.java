package dev.pedigree.cli;

import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What suspects are compared with.
 *
 * @param library the population, with the references in it
 * @param own tells which models were given as references; the others are the background
 * @param candidates tells which of them are compared where nobody says otherwise; null where the library's own rule holds
 * @param bystanders tells which of those are compared only
 */
record References(
        ReferenceLibrary library,
        Predicate<ReferenceModel> own,
        @Nullable Predicate<ReferenceModel> candidates,
        Predicate<ReferenceModel> bystanders) {

    static References of(ReferenceLibrary library) {
        return new References(library, m -> true, null, m -> false);
    }

    /** References of a folder, all of which are compared; accused are all but those of which it is known that they are no lab's own. */
    static References of(ReferenceLibrary library, Set<String> names) {
        Predicate<ReferenceModel> own = m -> names.contains(m.name());
        Predicate<ReferenceModel> likely = m -> m.kind() == Kind.PRIMARY || m.kind() == Kind.UNKNOWN;
        boolean any = library.models().stream().anyMatch(own.and(likely));
        return new References(library, own, own, any ? own.and(likely.negate()) : m -> false);
    }
}
