package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.CalibrationDetails;
import java.util.List;
import java.util.Optional;

/**
 * A suspect among the candidates of a library.
 *
 * @param responses how many of its answers were compared
 * @param knownPrompts the share of its prompts that the library's models answered as well, in [0, 1]
 * @param cohort how many models it was compared against, its relatives left out
 * @param candidates the candidates, most alike first
 * @param calibration what the scores are worth on prompts as well known as these; empty where nothing was calibrated
 * @param details what stands beside the calibration; empty where nothing does
 */
public record Comparison(
        long responses,
        double knownPrompts,
        int cohort,
        List<CandidateScore> candidates,
        Optional<Calibration> calibration,
        Optional<CalibrationDetails> details) {

    /** Copies the list. */
    public Comparison {
        requireNonNull(calibration, "calibration");
        requireNonNull(details, "details");
        candidates = List.copyOf(candidates);
    }
}
