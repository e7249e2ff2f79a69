package dev.pedigree.reference;

import com.google.common.hash.Hashing;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.FingerprintScheme;
import dev.pedigree.fingerprint.FormatException;
import dev.pedigree.stats.EmpiricalBounds;
import dev.pedigree.stats.LogisticCalibration;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of a library, version 1: all that is known of them stands in this class and in the site's page on formats. Numbers are
 * big-endian; texts are modified UTF-8 behind their length; at the end stands the SHA-256 of what is before it.
 */
final class LibraryFormat {
    /** Of the eight bytes so many say what the file is; the others are its version. */
    static final int KIND_BYTES = 6;

    private static final long MAGIC = 0x5045444c49420001L; // "PEDLIB", version 1
    private static final int DIGEST_BYTES = 32;
    private static final int MAX_ITEMS = 1 << 20;

    private LibraryFormat() {}

    static byte[] write(ReferenceLibrary library) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeUTF(library.name());
            out.writeInt(library.scheme().id());
            out.writeInt(library.promptSets().size());
            for (PromptSet set : library.promptSets()) {
                out.writeUTF(set.name());
                out.writeInt(set.keys().length);
                for (long key : set.keys()) {
                    out.writeLong(key);
                }
            }
            out.writeInt(library.spaces().size());
            for (FeatureSpace space : library.spaces()) {
                space(out, space);
            }
            out.writeInt(library.entries().size());
            for (Entry entry : library.entries()) {
                model(out, entry.model());
                out.writeInt(entry.promptSet());
                out.writeLong(entry.responses());
                DetailsFormat.traits(out, entry.traits());
                for (int s = 0; s < library.spaces().size(); s++) {
                    byte[][] codes = entry.codes()[s];
                    out.writeInt(codes.length);
                    for (byte[] row : codes) {
                        out.write(row);
                    }
                }
            }
            Map<PromptRegime, Calibration> calibrations = library.learned().calibrations();
            out.writeInt(calibrations.size());
            for (Map.Entry<PromptRegime, Calibration> calibration : calibrations.entrySet()) {
                out.writeUTF(calibration.getKey().name());
                calibration(out, calibration.getValue());
            }
            out.writeInt(library.learned().details().size());
            for (Map.Entry<PromptRegime, CalibrationDetails> details :
                    library.learned().details().entrySet()) {
                out.writeUTF(details.getKey().name());
                DetailsFormat.details(out, details.getValue());
            }
            DetailsFormat.phrases(out, library.phrases());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] content = bytes.toByteArray();
        byte[] all = Arrays.copyOf(content, content.length + DIGEST_BYTES);
        System.arraycopy(digest(content, content.length), 0, all, content.length, DIGEST_BYTES);
        return all;
    }

    /** Whether bytes start as a library of any version does. */
    static boolean starts(byte[] bytes) {
        return bytes.length >= KIND_BYTES
                && Arrays.equals(
                        bytes,
                        0,
                        KIND_BYTES,
                        ByteBuffer.allocate(Long.BYTES).putLong(MAGIC).array(),
                        0,
                        KIND_BYTES);
    }

    static ReferenceLibrary read(byte[] bytes) throws FormatException {
        int end = bytes.length - DIGEST_BYTES;
        ByteReader in = new ByteReader(bytes, Math.max(0, end));
        if (end < Long.BYTES || in.int64() != MAGIC) {
            throw new FormatException(0, "expected a reference library of version 1");
        }
        if (!Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new FormatException(end, "the digest does not fit the content: the file is damaged or was changed");
        }
        return content(in, bytes);
    }

    /**
     * Reads the library that ships in the jar without working its digest out again: the archive has a checksum of its own for every
     * entry, and to hash six megabytes takes a tenth of a short audit.
     */
    static ReferenceLibrary readShipped(byte[] bytes) throws FormatException {
        ByteReader in = new ByteReader(bytes, bytes.length - DIGEST_BYTES);
        in.int64();
        return content(in, bytes);
    }

    private static ReferenceLibrary content(ByteReader in, byte[] bytes) throws FormatException {
        String name = in.text();
        FingerprintScheme scheme = scheme(in);
        List<PromptSet> promptSets = new ArrayList<>();
        for (int n = in.count(MAX_ITEMS, 6, "prompt sets"); n > 0; n--) {
            String set = in.text();
            long[] keys = new long[in.count(MAX_ITEMS * 16, Long.BYTES, "prompts")];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = in.int64();
            }
            promptSets.add(new PromptSet(set, keys));
        }
        List<FeatureSpace> spaces = new ArrayList<>();
        for (int n = in.count(FeatureFamily.values().length, 12, "feature spaces"); n > 0; n--) {
            spaces.add(space(in));
        }
        List<Entry> entries = new ArrayList<>();
        for (int n = in.count(MAX_ITEMS, 16, "entries"); n > 0; n--) {
            ReferenceModel model = model(in);
            int promptSet = in.count(promptSets.size() - 1, 0, "prompt set");
            long responses = in.int64();
            AnswerTraits traits = DetailsFormat.traits(in);
            byte[][][] codes = new byte[spaces.size()][][];
            for (int s = 0; s < codes.length; s++) {
                int directions = spaces.get(s).basis().length;
                codes[s] = new byte[in.count(MAX_ITEMS, directions, "blocks")][];
                for (int row = 0; row < codes[s].length; row++) {
                    codes[s][row] = in.bytes(directions);
                }
            }
            entries.add(Entry.of(model, promptSet, responses, traits, codes, spaces));
        }
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
        PhraseBook phrases = DetailsFormat.phrases(in);
        in.expectEnd();
        return new ReferenceLibrary(
                name,
                new Population(scheme, promptSets, spaces, entries),
                new Learned(calibrations, details, phrases),
                HexFormat.of().formatHex(bytes, bytes.length - DIGEST_BYTES, bytes.length));
    }

    static byte[] digest(byte[] bytes, int length) {
        return Hashing.sha256().hashBytes(bytes, 0, length).asBytes();
    }

    private static void space(DataOutputStream out, FeatureSpace space) throws IOException {
        out.writeInt(space.family().id());
        out.writeInt(space.vocabulary().length);
        for (int v = 0; v < space.vocabulary().length; v++) {
            out.writeInt(space.vocabulary()[v]);
            out.writeFloat(space.scale()[v]);
            out.writeFloat(space.middle()[v]);
        }
        out.writeInt(space.basis().length);
        for (int k = 0; k < space.basis().length; k++) {
            out.writeFloat(space.units()[k]);
            out.writeFloat(space.steps()[k]);
            out.write(space.basis()[k]);
        }
    }

    private static FeatureSpace space(ByteReader in) throws FormatException {
        FeatureFamily family = family(in);
        int size = in.count(MAX_ITEMS, 12, "vocabulary");
        int[] vocabulary = new int[size];
        float[] scale = new float[size];
        float[] middle = new float[size];
        for (int v = 0; v < size; v++) {
            vocabulary[v] = in.int32();
            scale[v] = in.float32();
            middle[v] = in.float32();
        }
        int directions = in.count(MAX_ITEMS, 8 + size, "directions");
        byte[][] basis = new byte[directions][];
        float[] units = new float[directions];
        float[] steps = new float[directions];
        for (int k = 0; k < directions; k++) {
            units[k] = in.float32();
            steps[k] = in.float32();
            basis[k] = in.bytes(size);
        }
        return new FeatureSpace(family, vocabulary, scale, middle, basis, units, steps);
    }

    private static void model(DataOutputStream out, ReferenceModel model) throws IOException {
        out.writeUTF(model.name());
        out.writeUTF(model.identity());
        out.writeUTF(model.family());
        out.writeUTF(model.lab());
        out.writeUTF(model.kind().name());
        out.writeUTF(String.join(" ", model.teachers()));
        out.writeUTF(model.parent());
        out.writeUTF(model.availableSince().map(YearMonth::toString).orElse(""));
        out.writeBoolean(model.independent());
    }

    private static ReferenceModel model(ByteReader in) throws FormatException {
        long at = in.offset();
        try {
            String name = in.text();
            String identity = in.text();
            String family = in.text();
            String lab = in.text();
            ReferenceModel.Kind kind = in.constant(ReferenceModel.Kind.class, "kind");
            String teachers = in.text();
            String parent = in.text();
            String since = in.text();
            return new ReferenceModel(
                    name,
                    identity,
                    family,
                    lab,
                    kind,
                    teachers.isEmpty() ? List.of() : List.of(teachers.split(" ")),
                    parent,
                    since.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(since)),
                    in.int8() != 0);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new FormatException(at, "expected a model: " + e.getMessage());
        }
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

    private static FingerprintScheme scheme(ByteReader in) throws FormatException {
        long at = in.offset();
        int id = in.int32();
        return Arrays.stream(FingerprintScheme.values())
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(() -> new FormatException(at, "expected a known fingerprint scheme, found " + id));
    }

    static FeatureFamily family(ByteReader in) throws FormatException {
        long at = in.offset();
        int id = in.int32();
        return Arrays.stream(FeatureFamily.values())
                .filter(f -> f.id() == id)
                .findFirst()
                .orElseThrow(() -> new FormatException(at, "expected a known feature family, found " + id));
    }
}
