package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a library knows beside its models and the spaces in which they stand.
 *
 * @param calibrations what scores are worth, for each regime that was calibrated
 * @param details what stands beside the calibrations
 * @param phrases the words behind the features; may be empty
 */
record Learned(
        Map<PromptRegime, Calibration> calibrations,
        Map<PromptRegime, CalibrationDetails> details,
        PhraseBook phrases) {
    static final Learned NOTHING =
            new Learned(new EnumMap<>(PromptRegime.class), new EnumMap<>(PromptRegime.class), PhraseBook.EMPTY);

    /** Copies the maps. */
    Learned {
        calibrations = Collections.unmodifiableMap(copy(calibrations));
        details = Collections.unmodifiableMap(copy(details));
        requireNonNull(phrases, "phrases");
    }

    Learned with(PromptRegime regime, Calibration calibration) {
        EnumMap<PromptRegime, Calibration> more = copy(calibrations);
        more.put(regime, calibration);
        return new Learned(more, details, phrases);
    }

    Learned with(PromptRegime regime, CalibrationDetails found) {
        EnumMap<PromptRegime, CalibrationDetails> more = copy(details);
        more.put(regime, found);
        return new Learned(calibrations, more, phrases);
    }

    Learned with(PhraseBook book) {
        return new Learned(calibrations, details, book);
    }

    private static <V> EnumMap<PromptRegime, V> copy(Map<PromptRegime, V> map) {
        EnumMap<PromptRegime, V> copy = new EnumMap<>(PromptRegime.class);
        copy.putAll(map);
        return copy;
    }
}
