package dev.pedigree.reference;

import dev.pedigree.fingerprint.FingerprintScheme;
import java.util.List;
import java.util.function.Predicate;

/**
 * The models of a library, and the spaces in which they stand.
 *
 * @param scheme the scheme of their fingerprints
 * @param promptSets the prompt sets that they answered
 * @param spaces the feature spaces
 * @param entries each model's answers to each prompt set, placed in the spaces
 */
record Population(
        FingerprintScheme scheme, List<PromptSet> promptSets, List<FeatureSpace> spaces, List<Entry> entries) {
    /** Copies the lists. */
    Population {
        promptSets = List.copyOf(promptSets);
        spaces = List.copyOf(spaces);
        entries = List.copyOf(entries);
    }

    /** The same spaces with other entries, which answered the same prompt sets. */
    Population withEntries(List<Entry> others) {
        return new Population(scheme, promptSets, spaces, others);
    }

    /**
     * The entries that may stand in a cohort.
     *
     * @param leftOut the models that must not
     * @param withoutPromptSet the ordinal of a prompt set whose entries must not; -1 for none
     */
    List<Entry> members(Predicate<ReferenceModel> leftOut, int withoutPromptSet) {
        return entries.stream()
                .filter(entry -> entry.model().kind().standsInCohort()
                        && entry.promptSet() != withoutPromptSet
                        && !leftOut.test(entry.model()))
                .toList();
    }

    /** The ordinal of a prompt set by its name. */
    int promptSet(String name) {
        List<String> names = promptSets.stream().map(PromptSet::name).toList();
        int ordinal = names.indexOf(name);
        if (ordinal < 0) {
            throw new IllegalArgumentException("no prompt set '" + name + "' in the library, there are " + names);
        }
        return ordinal;
    }
}
