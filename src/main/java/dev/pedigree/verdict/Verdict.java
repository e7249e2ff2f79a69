package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.identity.IdentityFinding;
import java.util.List;

/**
 * The answer to "was this model trained on another model's outputs?": evidence, never proof.
 *
 * @param suspect the suspect's name
 * @param input what was read of the suspect
 * @param conclusion what the evidence allows to say
 * @param candidates each candidate, best first; those ruled out last
 * @param exhibits what lets a reader check it
 * @param caveats what a reader must know; never empty
 * @param provenance what is needed to get the same verdict again
 */
public record Verdict(
        String suspect,
        ReadSummary input,
        Conclusion conclusion,
        List<CandidateFinding> candidates,
        Exhibits exhibits,
        List<Caveat> caveats,
        Provenance provenance) {

    /** Copies the lists. */
    public Verdict {
        requireNonNull(suspect, "suspect");
        requireNonNull(input, "input");
        requireNonNull(conclusion, "conclusion");
        requireNonNull(exhibits, "exhibits");
        requireNonNull(provenance, "provenance");
        candidates = List.copyOf(candidates);
        caveats = List.copyOf(caveats);
        if (caveats.isEmpty()) {
            throw new IllegalArgumentException("a verdict without caveats over-reads its evidence");
        }
    }

    /**
     * A verdict without exhibits.
     *
     * @param suspect the suspect's name
     * @param input what was read of the suspect
     * @param conclusion what the evidence allows to say
     * @param candidates each candidate, best first; those ruled out last
     * @param caveats what a reader must know; never empty
     * @param provenance what is needed to get the same verdict again
     */
    public Verdict(
            String suspect,
            ReadSummary input,
            Conclusion conclusion,
            List<CandidateFinding> candidates,
            List<Caveat> caveats,
            Provenance provenance) {
        this(suspect, input, conclusion, candidates, Exhibits.NONE, caveats, provenance);
    }

    /**
     * Tells whether there was too little text for any answer. Scores, their order, the place among known models and habits then stand
     * in the verdict for machines alone: they mean nothing, and the forms for people do not show them.
     *
     * @return whether the verdict abstains because fewer than 20 answers were read
     */
    public boolean isTooLittleText() {
        return conclusion.kind() == Conclusion.Kind.ABSTAINS && input.responses() < Judge.MIN_RESPONSES;
    }

    /**
     * This verdict with other exhibits.
     *
     * @param exhibits what lets a reader check it
     * @return a copy
     */
    public Verdict withExhibits(Exhibits exhibits) {
        return new Verdict(suspect, input, conclusion, candidates, exhibits, caveats, provenance);
    }

    /**
     * This verdict with what the suspect says of itself: among the exhibits, beside the candidates of the makers that it names, and as a
     * reason of the conclusion. No ratio is changed by it: where such sentences were weighed with the style, that was done when the
     * suspect was judged; where they were not, the larger of the two ratios is named, and the conclusion's strength stays that of
     * style. The same training leaves both, so they are never multiplied.
     *
     * @param finding the suspect's claims, weighed
     * @return a copy
     */
    public Verdict withIdentity(IdentityFinding finding) {
        IdentityWeight weight = new IdentityWeight(finding);
        return new Verdict(
                suspect,
                input,
                weight.on(conclusion, candidates),
                weight.beside(candidates),
                exhibits.withIdentity(finding),
                caveats,
                provenance);
    }

    /**
     * This verdict with shares of resemblance: among the exhibits, and as a reason of a conclusion that names nobody, where the answers
     * read like a mixture of several candidates'.
     *
     * @param shares how the suspect's answers divide among the candidates
     * @return a copy
     */
    public Verdict withShares(Shares shares) {
        return new Verdict(
                suspect,
                input,
                MixtureWeight.on(conclusion, shares),
                candidates,
                exhibits.withShares(shares),
                caveats,
                provenance);
    }
}
