package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of JSON that is not one record per line: an array of records, a document with an array of records somewhere in
 * it, or values one behind another. No more than one record is held. Where bad records may be skipped and one is no JSON, reading goes
 * on where the next begins like the first did.
 */
final class JsonDocument {
    private static final int READ_AHEAD = 1 << 16;

    private final CheckedUtf8 text;
    private final KeptStream kept;
    private final List<String> paths;
    private final List<String> headers;
    private final RecordReader reader;
    private final Sink sink;
    private final InputName name;
    private final ReadOptions options;
    private final boolean listIsRecord;
    private final boolean isRoot;
    private final boolean isMap;
    private String field = "";
    private JsonParser parser;
    private @Nullable Landmark landmark;
    private boolean resumed;
    private boolean inArray;
    private boolean inRecord;
    private boolean found;
    private long ordinal;
    /** Where the parser's first byte stands, and what stands before it. */
    private long parsedFrom;

    private long linesBefore;
    private int columnsBefore;
    /** From where on the next record is looked for. */
    private long lookFrom;

    JsonDocument(Bytes bytes, Detection detected, RecordReader reader, Sink sink, InputName name, ReadOptions options)
            throws IOException {
        this.options = options;
        text = new CheckedUtf8(bytes);
        kept = new KeptStream(text, options.maxRecord() + READ_AHEAD);
        parser = parser(options.skipping() ? kept : text);
        FormatRecipe recipe = requireNonNull(detected.format(), "format").recipe();
        String wrapper = detected.wrapper();
        paths = wrapper == null ? recipe.paths() : List.of(wrapper);
        headers = recipe.headers();
        isMap = detected.isMap();
        isRoot = isMap || wrapper != null || recipe.root().test(detected.first());
        listIsRecord = detected.listIsRecord();
        this.reader = reader;
        this.sink = sink;
        this.name = name;
    }

    private JsonParser parser(InputStream in) throws IOException {
        return JsonTree.factory(options.maxRecord()).createParser(in);
    }

    void read() throws IOException {
        boolean more = true;
        while (more) {
            try {
                values();
                more = resumed && resume();
            } catch (JsonProcessingException e) {
                more = isResumedAfter(e);
            } catch (BadRecord e) {
                sink.bad(e);
                more = false;
            }
        }
        if (found) {
            return;
        }
        sink.at(name.path(), name.shortName(), 0);
        if (isRoot && !reader.mayHoldNone()) {
            sink.bad("expected a list \"" + paths.get(0) + "\", found none");
        }
    }

    private void values() throws IOException, BadRecord {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && !listIsRecord) {
                elements();
                if (resumed) {
                    return; // what closes around the list was opened before the damage
                }
            } else if (token == JsonToken.START_OBJECT && isRoot && !resumed) {
                fields("");
            } else {
                record();
            }
        }
    }

    private void fields(String path) throws IOException, BadRecord {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            String here = path.isEmpty() ? field : path + "." + field;
            JsonToken token = parser.nextToken();
            if (isMap) {
                entry(field, token);
            } else if (token == JsonToken.START_ARRAY && paths.contains(here)) {
                found = true;
                elements();
            } else if (token == JsonToken.START_OBJECT && leadsOn(paths, here)) {
                fields(here);
            } else if (headers.contains(here)) {
                reader.header(here, Json.root(JsonTree.value(parser, options.maxRecord())));
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A field of a document whose fields are the records. */
    private void entry(String name, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            elements();
        } else {
            field = name;
            record();
            field = "";
        }
    }

    private static boolean leadsOn(List<String> paths, String here) {
        for (String path : paths) {
            if (path.startsWith(here + ".")) {
                return true;
            }
        }
        return false;
    }

    private void elements() throws IOException {
        inArray = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            record();
        }
        inArray = false;
    }

    private void record() throws IOException {
        found = true;
        ordinal++;
        inRecord = true;
        sink.at(name.path(), name.shortName(), ordinal);
        long begin = parsedFrom + parser.currentTokenLocation().getByteOffset();
        if (options.skipping() && !isMap) {
            kept.forgetBefore(begin);
            landmark = landmark == null ? Landmark.at(begin, kept) : landmark;
        }
        lookFrom = begin + 1;
        try {
            Json value = Json.root(JsonTree.value(parser, options.maxRecord()));
            Json record = field.isEmpty() ? value : Envelope.withId(value, field);
            ended();
            if (text.takeBadBefore(lookFrom)) {
                throw new BadRecord("not UTF-8 in the record that ends on line " + line());
            }
            reader.record(record, sink);
            sink.flush();
        } catch (BadRecord e) {
            ended();
            sink.bad(e);
        }
    }

    private void ended() {
        inRecord = false;
        lookFrom = parsedFrom + parser.currentLocation().getByteOffset();
    }

    private long line() {
        return linesBefore + parser.currentLocation().getLineNr();
    }

    /** Says what is wrong, and whether there is a record behind it to go on with. */
    private boolean isResumedAfter(JsonProcessingException e) throws IOException {
        sink.at(name.path(), name.shortName(), inRecord ? ordinal : ordinal + 1);
        long line = e.getLocation() == null ? 0 : linesBefore + e.getLocation().getLineNr();
        String problem =
                JsonTree.notJson(e, linesBefore + 1 == line ? columnsBefore : 0).getMessage()
                        + (line > 1 ? " of line " + line : "");
        boolean goesOn = resume();
        sink.bad(problem
                + (goesOn
                        ? "; reading goes on with the record on line " + (linesBefore + 1)
                        : "; the document cannot be read any further"));
        return goesOn;
    }

    private boolean resume() throws IOException {
        if (landmark == null) {
            return false;
        }
        kept.backTo(lookFrom);
        if (!landmark.find(kept)) {
            return false;
        }
        resumed = true;
        inRecord = false;
        parsedFrom = kept.place();
        linesBefore = kept.lines();
        columnsBefore = kept.column();
        text.takeBadBefore(parsedFrom);
        byte[] open = inArray ? new byte[] {'['} : new byte[0];
        parsedFrom -= open.length;
        columnsBefore -= open.length;
        parser = parser(new SequenceInputStream(new ByteArrayInputStream(open), kept));
        return true;
    }
}
