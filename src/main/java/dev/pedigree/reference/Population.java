package dev.pedigree.reference;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.FingerprintScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
    private static final double HALF = 0.5;

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

    /** One more model, placed in the spaces as they are; it answered a prompt set that is here. */
    Population with(ReferenceModel model, String promptSet, Fingerprint print) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Placer(spaces).place(model, promptSet(promptSet), print));
        return withEntries(more);
    }

    /**
     * The same with references of somebody's own. Answers of which at least half are to prompts of a set that is here join it; all
     * others are one new prompt set.
     *
     * @param promptSet what the new prompt set is called
     * @param references the fingerprints of the references' answers, of the same scheme; none empty
     */
    Population withReferences(String promptSet, Map<ReferenceModel, Fingerprint> references) {
        List<PromptSet> sets = new ArrayList<>(promptSets);
        List<Entry> more = new ArrayList<>(entries);
        Placer placer = new Placer(spaces);
        Map<ReferenceModel, Fingerprint> others = new LinkedHashMap<>();
        references.forEach((model, print) -> {
            if (print.scheme() != scheme || print.responses() == 0) {
                throw new IllegalArgumentException("need answers in a fingerprint of scheme " + scheme + ", got "
                        + print.responses() + " in one of " + print.scheme() + " for '" + model.name() + "'");
            }
            OptionalInt known = IntStream.range(0, sets.size())
                    .filter(set -> sets.get(set).shareOf(print.sketches()) >= HALF)
                    .findFirst();
            known.ifPresentOrElse(set -> more.add(placer.place(model, set, print)), () -> others.put(model, print));
        });
        int ordinal = sets.size();
        others.forEach((model, print) -> more.add(placer.place(model, ordinal, print)));
        if (!others.isEmpty()) {
            sets.add(PromptSet.of(promptSet, others.values()));
        }
        return new Population(scheme, sets, spaces, more);
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
