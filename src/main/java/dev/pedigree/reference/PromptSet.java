package dev.pedigree.reference;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.PromptSketches;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prompts that models of a library have in common.
 *
 * @param name what the set is called
 * @param keys the prompts' keys, strictly ascending
 */
record PromptSet(String name, long[] keys) {
    /**
     * The prompts that at least half of some models answered.
     *
     * @param name the set's name
     * @param prints the models' fingerprints
     * @return the set
     */
    static PromptSet of(String name, Collection<Fingerprint> prints) {
        Map<Long, Integer> answered = new TreeMap<>();
        for (Fingerprint print : prints) {
            for (int i = 0; i < print.sketches().size(); i++) {
                answered.merge(print.sketches().key(i), 1, Integer::sum);
            }
        }
        int half = (prints.size() + 1) / 2;
        return new PromptSet(
                name,
                answered.entrySet().stream()
                        .filter(e -> e.getValue() >= half)
                        .mapToLong(Map.Entry::getKey)
                        .toArray());
    }

    /**
     * How much of a fingerprint was answered to prompts of this set.
     *
     * @param sketches the fingerprint's prompts
     * @return the share of its prompts, in [0, 1]; 0 where it has none
     */
    double shareOf(PromptSketches sketches) {
        int shared = 0;
        for (int i = 0; i < sketches.size(); i++) {
            shared += Arrays.binarySearch(keys, sketches.key(i)) >= 0 ? 1 : 0;
        }
        return sketches.size() == 0 ? 0 : (double) shared / sketches.size();
    }
}
