package dev.pedigree.fingerprint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.feature.FeatureFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON form of a fingerprint: integers and names only, keys in a fixed order, no white space, so that equal fingerprints have
 * equal bytes. All that is known of its layout is in this class and in the document on formats.
 */
final class JsonFormat {
    private static final String SCHEMAS = "pedigree/fingerprint/";
    private static final String SCHEMA = SCHEMAS + "1";
    private static final long MANY = Long.MAX_VALUE >>> 8;
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonParser in;

    private JsonFormat(JsonParser in) {
        this.in = in;
    }

    /** Whether the start of a file names the JSON form, of whatever version. */
    static boolean starts(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(SCHEMAS);
    }

    static byte[] write(Fingerprint print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("schema", SCHEMA);
            out.writeNumberField("scheme", print.scheme().id());
            out.writeNumberField("part", print.part().id());
            out.writeStringField("name", print.name());
            writeProfile(out, print.profile());
            out.writeFieldName("responses");
            out.writeArray(print.blockResponses(), 0, print.blockResponses().length);
            out.writeArrayFieldStart("families");
            for (FeatureFamily family : print.scheme().families()) {
                writeFamily(out, family, print.rows(family));
            }
            out.writeEndArray();
            out.writeArrayFieldStart("prompts");
            writeSketches(out, print.sketches());
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeProfile(JsonGenerator out, CorpusProfile profile) throws IOException {
        out.writeObjectFieldStart("profile");
        out.writeFieldName("measures");
        out.writeArray(profile.measures(), 0, profile.measures().length);
        out.writeFieldName("lengths");
        out.writeArray(profile.lengths(), 0, CorpusProfile.LENGTHS);
        out.writeFieldName("scripts");
        out.writeArray(profile.scripts(), 0, profile.scripts().length);
        out.writeObjectFieldStart("languages");
        for (Map.Entry<String, Long> language : profile.languages().entrySet()) {
            out.writeNumberField(language.getKey(), language.getValue());
        }
        out.writeEndObject();
        out.writeObjectFieldStart("systemPrompts");
        for (Map.Entry<Integer, Long> prompt : profile.systemPrompts().entrySet()) {
            out.writeNumberField(HexFormat.of().toHexDigits(prompt.getKey()), prompt.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeFamily(JsonGenerator out, FeatureFamily family, CountRows rows) throws IOException {
        out.writeStartObject();
        out.writeStringField("family", family.name());
        out.writeNumberField("id", family.id());
        out.writeArrayFieldStart("blocks");
        for (int block = 0; block < rows.blocks(); block++) {
            out.writeStartObject();
            out.writeFieldName("features");
            out.writeArray(rows.features(block), 0, rows.features(block).length);
            out.writeFieldName("counts");
            out.writeArray(rows.counts(block), 0, rows.counts(block).length);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeSketches(JsonGenerator out, PromptSketches sketches) throws IOException {
        for (int i = 0; i < sketches.size(); i++) {
            out.writeStartObject();
            out.writeStringField("key", HexFormat.of().toHexDigits(sketches.key(i)));
            out.writeNumberField("answers", sketches.answers(i));
            out.writeNumberField("ngrams", sketches.ngrams(i));
            out.writeArrayFieldStart("values");
            for (char value : sketches.row(i)) {
                out.writeNumber((int) value);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    static Fingerprint read(byte[] bytes) throws FormatException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return new JsonFormat(parser).fingerprint();
        } catch (FormatException e) {
            throw e;
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
            throw new FormatException(Math.max(0, offset), e.getOriginalMessage());
        } catch (IOException e) {
            throw new FormatException(bytes.length, String.valueOf(e.getMessage()));
        }
    }

    private Fingerprint fingerprint() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        field("schema");
        String schema = string();
        if (!schema.equals(SCHEMA)) {
            throw bad("schema must be \"" + SCHEMA + "\", got \"" + schema + "\"");
        }
        field("scheme");
        long id = number(Integer.MAX_VALUE);
        FingerprintScheme scheme =
                FingerprintScheme.ofId(id).orElseThrow(() -> bad("scheme " + id + " is not known to this version"));
        field("part");
        TextPart part = part(number(Integer.MAX_VALUE));
        field("name");
        String name = string();
        field("profile");
        CorpusProfile profile = profile();
        field("responses");
        int[] responses = ints(Integer.MAX_VALUE, false);
        if (responses.length != FingerprintScheme.BLOCKS) {
            throw bad("expected " + FingerprintScheme.BLOCKS + " blocks, got " + responses.length);
        }
        field("families");
        expect(JsonToken.START_ARRAY, "an array");
        CountRows[] counts = new CountRows[FeatureFamily.values().length];
        for (FeatureFamily family : scheme.families()) {
            counts[family.ordinal()] = family(family, scheme.blocks(family));
        }
        expect(JsonToken.END_ARRAY, "the end of the families");
        field("prompts");
        PromptSketches sketches = sketches();
        expect(JsonToken.END_OBJECT, "the end of the object");
        if (in.nextToken() != null) {
            throw bad("nothing may follow the fingerprint");
        }
        return new Fingerprint(scheme, part, name, profile, responses, counts, sketches);
    }

    private TextPart part(long id) throws FormatException {
        return Arrays.stream(TextPart.values())
                .filter(p -> p.id() == id)
                .findFirst()
                .orElseThrow(() -> bad("part " + id + " is not known to this version"));
    }

    private CorpusProfile profile() throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        field("measures");
        long[] measures = longs(Measure.values().length);
        field("lengths");
        long[] lengths = longs(CorpusProfile.LENGTHS);
        field("scripts");
        long[] scripts = longs(Script.values().length);
        field("languages");
        SortedMap<String, Long> languages = new TreeMap<>();
        expect(JsonToken.START_OBJECT, "an object");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String language = in.currentName();
            if (!languages.isEmpty() && languages.lastKey().compareTo(language) >= 0) {
                throw bad("languages must ascend");
            }
            languages.put(language, number(MANY));
        }
        field("systemPrompts");
        SortedMap<Integer, Long> prompts = new TreeMap<>();
        expect(JsonToken.START_OBJECT, "an object");
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            int digest = (int) hex(in.currentName(), 8);
            if (!prompts.isEmpty() && prompts.lastKey() >= digest || prompts.size() == CorpusProfile.SYSTEM_PROMPTS) {
                throw bad("system prompts must ascend, and be at most " + CorpusProfile.SYSTEM_PROMPTS);
            }
            prompts.put(digest, number(MANY));
        }
        expect(JsonToken.END_OBJECT, "the end of the profile");
        return new CorpusProfile(measures, lengths, scripts, languages, prompts);
    }

    private CountRows family(FeatureFamily family, int blocks) throws IOException {
        expect(JsonToken.START_OBJECT, "an object");
        field("family");
        String name = string();
        field("id");
        if (!name.equals(family.name()) | number(Integer.MAX_VALUE) != family.id()) {
            throw bad("expected family " + family.name() + " with id " + family.id());
        }
        field("blocks");
        expect(JsonToken.START_ARRAY, "an array");
        int[][] features = new int[blocks][];
        int[][] counts = new int[blocks][];
        for (int block = 0; block < blocks; block++) {
            expect(JsonToken.START_OBJECT, "an object");
            field("features");
            features[block] = ints((1 << family.bits()) - 1, true);
            field("counts");
            counts[block] = ints(Integer.MAX_VALUE, false);
            if (counts[block].length != features[block].length) {
                throw bad("expected as many counts as features");
            }
            for (int count : counts[block]) {
                if (count == 0) {
                    throw bad("counts must be at least 1");
                }
            }
            expect(JsonToken.END_OBJECT, "the end of a block");
        }
        expect(JsonToken.END_ARRAY, "the end of the blocks");
        expect(JsonToken.END_OBJECT, "the end of a family");
        return new CountRows(features, counts);
    }

    private PromptSketches sketches() throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        PromptSketches.Builder builder = new PromptSketches.Builder();
        boolean first = true;
        long last = 0;
        while (in.nextToken() == JsonToken.START_OBJECT) {
            field("key");
            long key = hex(string(), 16);
            if (!first && key <= last) {
                throw bad("prompt keys must ascend");
            }
            first = false;
            last = key;
            field("answers");
            int answers = (int) number(Integer.MAX_VALUE);
            field("ngrams");
            long ngrams = number(MANY);
            field("values");
            int[] values = ints(0xffff, true);
            char[] row = new char[values.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = (char) values[i];
            }
            builder.add(key, answers, ngrams, row);
            expect(JsonToken.END_OBJECT, "the end of a prompt");
        }
        if (in.currentToken() != JsonToken.END_ARRAY) {
            throw bad("expected a prompt or the end of the prompts");
        }
        return builder.build();
    }

    private int[] ints(int limit, boolean ascending) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        int[] values = new int[64];
        int size = 0;
        while (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            long value = current(limit);
            if (ascending && size > 0 && value <= values[size - 1]) {
                throw bad("values must ascend");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = (int) value;
        }
        if (in.currentToken() != JsonToken.END_ARRAY) {
            throw bad("expected an integer or the end of the array");
        }
        return Arrays.copyOf(values, size);
    }

    private long[] longs(int count) throws IOException {
        expect(JsonToken.START_ARRAY, "an array");
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = number(MANY);
        }
        expect(JsonToken.END_ARRAY, "the end of an array of " + count);
        return values;
    }

    private long number(long limit) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        return current(limit);
    }

    private long current(long limit) throws IOException {
        if (in.getTextLength() > 19) {
            throw bad("integer out of range");
        }
        long value = in.getLongValue();
        if (value < 0 || value > limit) {
            throw bad("expected an integer in [0, " + limit + "], got " + value);
        }
        return value;
    }

    private String string() throws IOException {
        expect(JsonToken.VALUE_STRING, "a string");
        return in.getText();
    }

    private long hex(String digits, int length) throws FormatException {
        if (digits.length() != length || !digits.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw bad("expected " + length + " small hexadecimal digits, got \"" + digits + "\"");
        }
        return HexFormat.fromHexDigitsToLong(digits);
    }

    private void field(String name) throws IOException {
        if (in.nextToken() != JsonToken.FIELD_NAME || !in.currentName().equals(name)) {
            throw bad("expected the field \"" + name + "\"");
        }
    }

    private void expect(JsonToken token, String what) throws IOException {
        if (in.nextToken() != token) {
            throw bad("expected " + what);
        }
    }

    private FormatException bad(String message) {
        return new FormatException(Math.max(0, in.currentTokenLocation().getByteOffset()), message);
    }
}
