package dev.pedigree.reference;

import dev.pedigree.fingerprint.FormatException;
import dev.pedigree.stats.EmpiricalBounds;
import dev.pedigree.stats.LogisticCalibration;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The half of a library's bytes that holds what was {@link Learned} from its models. */
final class LearnedFormat {
    private static final int MAX_ITEMS = 1 << 20;

    private LearnedFormat() {}

    static void write(DataOutputStream out, Learned learned) throws IOException {
        out.writeInt(learned.calibrations().size());
        for (Map.Entry<PromptRegime, Calibration> calibration :
                learned.calibrations().entrySet()) {
            out.writeUTF(calibration.getKey().name());
            calibration(out, calibration.getValue());
        }
        out.writeInt(learned.details().size());
        for (Map.Entry<PromptRegime, CalibrationDetails> details :
                learned.details().entrySet()) {
            out.writeUTF(details.getKey().name());
            DetailsFormat.details(out, details.getValue());
        }
        DetailsFormat.phrases(out, learned.phrases());
    }

    static Learned read(ByteReader in) throws FormatException {
        Map<PromptRegime, Calibration> calibrations = new EnumMap<>(PromptRegime.class);
        for (int n = in.count(PromptRegime.values().length, 8, "calibrations"); n > 0; n--) {
            PromptRegime regime = in.constant(PromptRegime.class, "regime");
            calibrations.put(regime, calibration(in));
        }
        Map<PromptRegime, CalibrationDetails> details = new EnumMap<>(PromptRegime.class);
        for (int n = in.count(PromptRegime.values().length, 8, "calibration details"); n > 0; n--) {
            PromptRegime regime = in.constant(PromptRegime.class, "regime");
            details.put(regime, DetailsFormat.details(in));
        }
        return new Learned(calibrations, details, DetailsFormat.phrases(in));
    }

    static void calibration(DataOutputStream out, Calibration calibration) throws IOException {
        out.writeUTF(calibration.learnedOn());
        out.writeInt(calibration.points().size());
        for (Calibration.Point point : calibration.points()) {
            out.writeUTF(point.name());
            out.writeUTF(point.family());
            out.writeUTF(point.promptSet());
            out.writeDouble(point.score());
            out.writeDouble(point.lead());
            out.writeBoolean(point.trained());
        }
        out.writeDouble(calibration.scale().intercept());
        out.writeInt(calibration.scale().weights().length);
        for (double weight : calibration.scale().weights()) {
            out.writeDouble(weight);
        }
        out.writeDouble(calibration.bounds().low());
        out.writeDouble(calibration.bounds().high());
    }

    static Calibration calibration(ByteReader in) throws FormatException {
        long at = in.offset();
        try {
            String learnedOn = in.text();
            List<Calibration.Point> points = new ArrayList<>();
            for (int n = in.count(MAX_ITEMS, 23, "calibration points"); n > 0; n--) {
                points.add(new Calibration.Point(
                        in.text(), in.text(), in.text(), in.float64(), in.float64(), in.int8() != 0));
            }
            double intercept = in.float64();
            double[] weights = new double[in.count(MAX_ITEMS, Double.BYTES, "weights")];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.float64();
            }
            return new Calibration(
                    learnedOn,
                    points,
                    new LogisticCalibration(intercept, weights),
                    new EmpiricalBounds(in.float64(), in.float64()));
        } catch (IllegalArgumentException e) {
            throw new FormatException(at, "expected a calibration: " + e.getMessage());
        }
    }
}
