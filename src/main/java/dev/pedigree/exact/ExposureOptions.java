package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import java.util.List;

/** What a caller can ask of an exposure test. */
record ExposureOptions(
        int draws,
        long seed,
        double level,
        List<Corpus> controls,
        AnswerColumns logged,
        AnswerColumns heldOut,
        List<Double> shares) {

    static final ExposureOptions DEFAULT =
            new ExposureOptions(9999, 1, 0.95, List.of(), AnswerColumns.NONE, AnswerColumns.NONE, List.of());

    ExposureOptions withDraws(int value) {
        return new ExposureOptions(value, seed, level, controls, logged, heldOut, shares);
    }

    ExposureOptions withSeed(long value) {
        return new ExposureOptions(draws, value, level, controls, logged, heldOut, shares);
    }

    ExposureOptions withLevel(double value) {
        return new ExposureOptions(draws, seed, value, controls, logged, heldOut, shares);
    }

    ExposureOptions withControls(List<Corpus> value) {
        return new ExposureOptions(draws, seed, level, List.copyOf(value), logged, heldOut, shares);
    }

    ExposureOptions withColumns(AnswerColumns ofLogged, AnswerColumns ofHeldOut) {
        return new ExposureOptions(draws, seed, level, controls, ofLogged, ofHeldOut, shares);
    }

    ExposureOptions withShares(List<Double> value) {
        return new ExposureOptions(draws, seed, level, controls, logged, heldOut, List.copyOf(value));
    }
}
