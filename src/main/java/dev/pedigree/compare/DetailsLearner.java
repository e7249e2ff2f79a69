package dev.pedigree.compare;

import dev.pedigree.reference.AnswerTraits;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.CalibrationCoverage;
import dev.pedigree.reference.CalibrationDetails;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what known models' scores are, over all channels and over parts of them, and learns what stands beside a calibration. */
final class DetailsLearner {
    private final ReferenceLibrary library;
    private final PromptRegime regime;
    private final List<Calibration.Point> points = new ArrayList<>();
    private final Map<Set<Channel>, List<Calibration.Point>> byPart = new LinkedHashMap<>();
    private final List<AnswerTraits> traits = new ArrayList<>();
    private final PowerExperiment power;

    DetailsLearner(ReferenceLibrary library, PromptRegime regime) {
        this.library = library;
        this.regime = regime;
        this.power = new PowerExperiment(library, regime);
        Scoring.parts().forEach(part -> byPart.put(part, new ArrayList<>()));
    }

    PromptRegime regime() {
        return regime;
    }

    /**
     * Takes a known model in, where its score says anything.
     *
     * @param entry its index in the library
     * @param comparer compares with its candidates, its relatives left out
     */
    void add(int entry, Comparer comparer) {
        point(entry, comparer, Scoring.ALL).ifPresent(point -> {
            points.add(point);
            traits.add(library.traits(entry));
            power.add(entry, comparer);
        });
        byPart.forEach((part, list) -> point(entry, comparer, part).ifPresent(list::add));
    }

    private Optional<Calibration.Point> point(int entry, Comparer comparer, Set<Channel> part) {
        return Calibrator.point(library, entry, comparer.outsiderScores(entry, part, regime));
    }

    /** The known models over all channels. */
    List<Calibration.Point> points() {
        return points;
    }

    /** Learns; possible where {@link Calibration#isPossible}. */
    CalibrationDetails learn() {
        List<CalibrationDetails.Part> parts = new ArrayList<>();
        byPart.forEach((part, list) -> parts.add(
                new CalibrationDetails.Part(Scoring.families(part), Calibration.learn(library.name(), list))));
        return new CalibrationDetails(CalibrationCoverage.of(traits), parts, power.table(points));
    }
}
