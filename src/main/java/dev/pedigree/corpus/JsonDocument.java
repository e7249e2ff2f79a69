package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/**
 * Reads the records of JSON that is not one record per line: an array of records, a document with an array of records somewhere in
 * it, or values one behind another. No more than one record is held.
 */
final class JsonDocument {
    private final JsonParser parser;
    private final CheckedUtf8 text;
    private final List<String> paths;
    private final List<String> headers;
    private final RecordReader reader;
    private final Sink sink;
    private final InputName name;
    private final int maxRecord;
    private final boolean listIsRecord;
    private long ordinal;
    private boolean inRecord;
    private final boolean isRoot;
    private boolean found;

    JsonDocument(Bytes bytes, Detection detected, RecordReader reader, Sink sink, InputName name, int maxRecord)
            throws IOException {
        text = new CheckedUtf8(bytes);
        parser = JsonTree.factory(maxRecord).createParser(text);
        FormatRecipe recipe = requireNonNull(detected.format(), "format").recipe();
        String wrapper = detected.wrapper();
        paths = wrapper == null ? recipe.paths() : List.of(wrapper);
        headers = recipe.headers();
        isRoot = wrapper != null || recipe.root().test(detected.first());
        listIsRecord = detected.listIsRecord();
        this.reader = reader;
        this.sink = sink;
        this.name = name;
        this.maxRecord = maxRecord;
    }

    void read() throws IOException {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && !listIsRecord) {
                    elements();
                } else if (token == JsonToken.START_OBJECT && isRoot) {
                    fields("");
                } else {
                    record();
                }
            }
            if (!found && isRoot) {
                sink.at(name.path(), name.shortName(), 0);
                sink.bad("expected a list \"" + paths.get(0) + "\", found none");
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            sink.at(name.path(), name.shortName(), inRecord ? ordinal : ordinal + 1);
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            sink.bad(JsonTree.notJson(e).getMessage() + (line > 1 ? " of line " + line : "")
                    + "; the document cannot be read any further");
        } catch (BadRecord e) {
            sink.bad(e.getMessage());
        }
    }

    private void fields(String path) throws IOException, BadRecord {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            String here = path.isEmpty() ? field : path + "." + field;
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && paths.contains(here)) {
                found = true;
                elements();
            } else if (token == JsonToken.START_OBJECT && leadsOn(paths, here)) {
                fields(here);
            } else if (headers.contains(here)) {
                reader.header(here, Json.root(JsonTree.value(parser, maxRecord)));
            } else {
                parser.skipChildren();
            }
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
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            record();
        }
    }

    private void record() throws IOException {
        found = true;
        ordinal++;
        inRecord = true;
        sink.at(name.path(), name.shortName(), ordinal);
        try {
            Json record = Json.root(JsonTree.value(parser, maxRecord));
            inRecord = false;
            if (text.takeBadBefore(parser.currentLocation().getByteOffset())) {
                throw new BadRecord("not UTF-8 in the record that ends on line "
                        + parser.currentLocation().getLineNr());
            }
            reader.record(record, sink);
            sink.flush();
        } catch (BadRecord e) {
            sink.bad(e.getMessage());
        }
    }
}
