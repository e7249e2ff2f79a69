package dev.pedigree.reference;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.FingerprintScheme;
import dev.pedigree.fingerprint.FormatException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The half of a library's bytes that holds its {@link Population}: prompt sets, feature spaces, and the models in them. */
final class PopulationFormat {
    private static final int MAX_ITEMS = 1 << 20;
    private static final int MAX_PROMPTS = MAX_ITEMS * 16;

    private PopulationFormat() {}

    static void write(DataOutputStream out, Population population) throws IOException {
        out.writeInt(population.scheme().id());
        out.writeInt(population.promptSets().size());
        for (PromptSet set : population.promptSets()) {
            promptSet(out, set);
        }
        out.writeInt(population.spaces().size());
        for (FeatureSpace space : population.spaces()) {
            space(out, space);
        }
        out.writeInt(population.entries().size());
        for (Entry entry : population.entries()) {
            entry(out, entry);
        }
    }

    static Population read(ByteReader in) throws FormatException {
        FingerprintScheme scheme = scheme(in);
        List<PromptSet> promptSets = new ArrayList<>();
        for (int n = in.count(MAX_ITEMS, 6, "prompt sets"); n > 0; n--) {
            promptSets.add(promptSet(in));
        }
        List<FeatureSpace> spaces = new ArrayList<>();
        for (int n = in.count(FeatureFamily.values().length, 12, "feature spaces"); n > 0; n--) {
            spaces.add(space(in));
        }
        List<Entry> entries = new ArrayList<>();
        for (int n = in.count(MAX_ITEMS, 16, "entries"); n > 0; n--) {
            entries.add(entry(in, promptSets.size(), spaces));
        }
        return new Population(scheme, promptSets, spaces, entries);
    }

    private static void promptSet(DataOutputStream out, PromptSet set) throws IOException {
        out.writeUTF(set.name());
        out.writeInt(set.keys().length);
        for (long key : set.keys()) {
            out.writeLong(key);
        }
    }

    private static PromptSet promptSet(ByteReader in) throws FormatException {
        String name = in.text();
        long[] keys = new long[in.count(MAX_PROMPTS, Long.BYTES, "prompts")];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.int64();
        }
        return new PromptSet(name, keys);
    }

    private static void entry(DataOutputStream out, Entry entry) throws IOException {
        model(out, entry.model());
        out.writeInt(entry.promptSet());
        out.writeLong(entry.responses());
        DetailsFormat.traits(out, entry.traits());
        for (byte[][] codes : entry.codes()) {
            out.writeInt(codes.length);
            for (byte[] row : codes) {
                out.write(row);
            }
        }
    }

    private static Entry entry(ByteReader in, int promptSets, List<FeatureSpace> spaces) throws FormatException {
        ReferenceModel model = model(in);
        int promptSet = in.count(promptSets - 1, 0, "prompt set");
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
        return Entry.of(model, promptSet, responses, traits, codes, spaces);
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
