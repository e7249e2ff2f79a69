package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.Shares;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.overlap.OverlapFinding;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a verdict so that a reader can check it: each part is empty where it was not examined, which is not the same
 * as examined and not found.
 *
 * @param controls where the suspect stands among known models, for the candidates worth showing
 * @param receipts habits that the suspect shares with a candidate, most telling first
 * @param identity who the suspect says it is, weighed; empty where the answers' texts were not read
 * @param overlap what it shares with reference answers; empty where there were none to look it up in
 * @param power what the audit could have seen; empty where it was not worked out
 * @param confounds what else could explain a likeness, harmless findings among them; empty where it was not examined
 * @param withoutChannel what the ratios would be without each kind of evidence; may be empty
 * @param exact tests with an exact null that the auditor's own logs allowed; may be empty
 * @param shares how the suspect's answers divide among the candidates by resemblance; empty where it was not examined
 */
public record Exhibits(
        List<Controls> controls,
        List<Receipt> receipts,
        Optional<IdentityFinding> identity,
        Optional<OverlapFinding> overlap,
        Optional<Power> power,
        List<Confound> confounds,
        List<DroppedChannel> withoutChannel,
        ExactFindings exact,
        Optional<Shares> shares) {
    /** No exhibits. */
    public static final Exhibits NONE = new Exhibits(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            ExactFindings.NONE,
            Optional.empty());

    /** Copies the lists. */
    public Exhibits {
        requireNonNull(overlap, "overlap");
        requireNonNull(power, "power");
        requireNonNull(identity, "identity");
        requireNonNull(exact, "exact");
        requireNonNull(shares, "shares");
        controls = List.copyOf(controls);
        receipts = List.copyOf(receipts);
        confounds = List.copyOf(confounds);
        withoutChannel = List.copyOf(withoutChannel);
    }

    /**
     * These exhibits with other controls.
     *
     * @param controls where the suspect stands among known models
     * @return a copy
     */
    public Exhibits withControls(List<Controls> controls) {
        return new Exhibits(controls, receipts, identity, overlap, power, confounds, withoutChannel, exact, shares);
    }

    /**
     * These exhibits with other receipts.
     *
     * @param receipts shared habits, most telling first
     * @return a copy
     */
    public Exhibits withReceipts(List<Receipt> receipts) {
        return new Exhibits(controls, receipts, identity, overlap, power, confounds, withoutChannel, exact, shares);
    }

    /**
     * These exhibits with identity claims.
     *
     * @param finding who the suspect says it is
     * @return a copy
     */
    public Exhibits withIdentity(IdentityFinding finding) {
        return new Exhibits(
                controls, receipts, Optional.of(finding), overlap, power, confounds, withoutChannel, exact, shares);
    }

    /**
     * These exhibits with overlap.
     *
     * @param finding what the suspect shares with reference answers
     * @return a copy
     */
    public Exhibits withOverlap(OverlapFinding finding) {
        return new Exhibits(
                controls, receipts, identity, Optional.of(finding), power, confounds, withoutChannel, exact, shares);
    }

    /**
     * These exhibits with another power section.
     *
     * @param power what the audit could have seen
     * @return a copy
     */
    public Exhibits withPower(Power power) {
        return new Exhibits(
                controls, receipts, identity, overlap, Optional.of(power), confounds, withoutChannel, exact, shares);
    }

    /**
     * These exhibits with other confounds.
     *
     * @param found what else could explain a likeness
     * @return a copy
     */
    public Exhibits withConfounds(List<Confound> found) {
        return new Exhibits(controls, receipts, identity, overlap, power, found, withoutChannel, exact, shares);
    }

    /**
     * These exhibits with another table of ratios without each kind of evidence.
     *
     * @param table a row for each candidate and kind of evidence
     * @return a copy
     */
    public Exhibits withoutChannel(List<DroppedChannel> table) {
        return new Exhibits(controls, receipts, identity, overlap, power, confounds, table, exact, shares);
    }

    /**
     * These exhibits with tests that have an exact null.
     *
     * @param findings the tests
     * @return a copy
     */
    public Exhibits withExact(ExactFindings findings) {
        return new Exhibits(controls, receipts, identity, overlap, power, confounds, withoutChannel, findings, shares);
    }

    /**
     * These exhibits with shares.
     *
     * @param found how the suspect's answers divide among the candidates by resemblance
     * @return a copy
     */
    public Exhibits withShares(Shares found) {
        return new Exhibits(
                controls, receipts, identity, overlap, power, confounds, withoutChannel, exact, Optional.of(found));
    }

    static void requireRate(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }
}
