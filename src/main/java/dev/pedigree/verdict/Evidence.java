package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.Comparison;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.reference.PromptShifts;
import java.util.List;
import java.util.Optional;

/**
 * What was found of a suspect: all that a verdict rests on.
 *
 * @param print the suspect's fingerprint
 * @param comparison how it compares with each candidate
 * @param relatives the names of known models that it was not compared with, since it is taken for one of them or a relative
 * @param shifts whether its answers shift along with the candidates' from prompt to prompt; empty where that was not compared
 * @param reexamined what else could explain a likeness, found by comparing again
 * @param splices what was found where answers of candidates were spliced into the suspect's
 * @param words what the suspect says of itself; empty where its texts are not at hand
 */
public record Evidence(
        Fingerprint print,
        Comparison comparison,
        List<String> relatives,
        Optional<PromptShifts> shifts,
        List<Confound> reexamined,
        List<Power.Splice> splices,
        Optional<IdentityFinding> words) {
    /** Copies the lists. */
    public Evidence {
        requireNonNull(print, "print");
        requireNonNull(comparison, "comparison");
        requireNonNull(shifts, "shifts");
        requireNonNull(words, "words");
        relatives = List.copyOf(relatives);
        reexamined = List.copyOf(reexamined);
        splices = List.copyOf(splices);
    }

    /**
     * The same evidence with what was found by comparing again.
     *
     * @param findings what else could explain a likeness
     * @return the evidence with these instead of what it had
     */
    public Evidence withReexamined(List<Confound> findings) {
        return new Evidence(print, comparison, relatives, shifts, findings, splices, words);
    }

    /** Whether there are answers enough to say anything. */
    boolean isEnough() {
        return comparison.responses() >= Judge.MIN_RESPONSES;
    }
}
