package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What stands beside a {@link Calibration}: for which answers it holds, what parts of the evidence are worth by themselves, and how
 * often it finds what is there.
 *
 * @param coverage the answers of the models that it was learned on
 * @param parts calibrations of scores that are made from some feature families alone
 * @param power how often students were found; may be empty
 */
public record CalibrationDetails(CalibrationCoverage coverage, List<Part> parts, PowerTable power) {
    /**
     * A calibration of a part of the evidence.
     *
     * @param families the feature families that its scores are made from; not empty
     * @param calibration what those scores are worth
     */
    public record Part(Set<FeatureFamily> families, Calibration calibration) {
        /** Copies the set. */
        public Part {
            families = Collections.unmodifiableSet(EnumSet.copyOf(families));
            requireNonNull(calibration, "calibration");
        }
    }

    /** Copies the list. */
    public CalibrationDetails {
        requireNonNull(coverage, "coverage");
        requireNonNull(power, "power");
        parts = List.copyOf(parts);
    }

    /**
     * What scores are worth that are made from some feature families alone.
     *
     * @param families the families
     * @return their calibration; empty where there is none
     */
    public Optional<Calibration> part(Set<FeatureFamily> families) {
        return parts.stream()
                .filter(p -> p.families().equals(families))
                .map(Part::calibration)
                .findFirst();
    }

    /** The same without some models; parts of which too few families remain are left out. */
    CalibrationDetails without(Predicate<String> leftOut) {
        List<Part> others = new ArrayList<>();
        for (Part part : parts) {
            part.calibration().without(leftOut).ifPresent(c -> others.add(new Part(part.families(), c)));
        }
        return new CalibrationDetails(coverage, others, power);
    }
}
