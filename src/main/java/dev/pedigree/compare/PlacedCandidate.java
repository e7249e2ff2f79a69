package dev.pedigree.compare;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.pedigree.reference.PromptRegime;
import java.util.Optional;

/**
 * A candidate's answers to one prompt set, and where a student of it is to be expected.
 *
 * @param itself where it stands
 * @param student where a student of it is to be expected; empty where none is known
 */
record PlacedCandidate(PlacedModel itself, Supplier<Optional<PlacedModel>> student) {

    static PlacedCandidate of(PlacedModel itself, KnownStudents students) {
        return new PlacedCandidate(itself, Suppliers.memoize(() -> students.expected(itself)));
    }

    /** How much somebody is like it, by channel; on prompts that the library does not know, where a student is expected counts too. */
    double[] likeness(double[][] positions, double[] noise, PromptRegime regime) {
        double[] own = itself.likeness(positions, noise);
        return regime == PromptRegime.KNOWN
                ? own
                : student.get()
                        .map(expected -> Likeness.heard(own, expected.likeness(positions, noise)))
                        .orElse(own);
    }
}
