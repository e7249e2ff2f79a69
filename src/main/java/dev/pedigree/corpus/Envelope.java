package dev.pedigree.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads records of which one field holds the record proper, as {@code {"row_idx": 0, "row": {…}}}; others are read as they are. */
final class Envelope implements RecordReader {
    /** What stands under these names is half a record: what was asked, or one of two answers. */
    private static final List<String> HALVES = List.of(
            "request",
            "req",
            "request_body",
            "requestBody",
            "modelInput",
            "input",
            "inputs",
            "prompt",
            "messages",
            "metadata",
            "params",
            "kwargs",
            "chosen",
            "rejected",
            "preferred_output",
            "non_preferred_output",
            "expected",
            "reference");

    /** What stands under these names beside others is people's, or what should have been said. */
    private static final List<String> NOT_ANSWERED = List.of(
            "gold", "golden", "human", "expected", "reference", "references", "target", "targets", "ground_truth");

    private final String field;
    private final RecordReader reader;

    Envelope(String field, RecordReader reader) {
        this.field = field;
        this.reader = reader;
    }

    /** Whether records under that name are no model's. */
    static boolean isOfPeople(String name) {
        return NOT_ANSWERED.contains(FieldNames.normal(name));
    }

    /** The fields that may hold the record proper; none where the record asks something itself. */
    static List<String> names(Json record) {
        if (FieldRecords.holdsQuestion(record) || BatchRecords.isInput(record)) {
            return List.of();
        }
        return record.names().stream()
                .filter(name -> !HALVES.contains(name) && !isOfPeople(name) && mayHold(record.get(name)))
                .toList();
    }

    /** Whether it is not a question alone. */
    private static boolean mayHold(Json inner) {
        Json messages = inner.isObject() ? inner.get("messages") : inner;
        return inner.isObject() && !MessageShape.isList(messages) || holdsAnswer(messages);
    }

    private static boolean holdsAnswer(Json messages) {
        return MessageShape.isList(messages)
                && messages.itemsOrNone().stream()
                        .anyMatch(message -> List.of("assistant", "ai", "model", "gpt")
                                .contains(MessageShape.of(message).role().label()));
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        Json inner = record.get(field);
        if (!inner.isObject() && !inner.isArray()) {
            reader.record(record, out);
            return;
        }
        out.otherwiseOf(model(record));
        reader.record(inner, out);
    }

    @Override
    public void end(Sink out) {
        reader.end(out);
    }

    /** The model that an object names for all that it holds, at once or among its settings. */
    static String model(Json object) {
        String model = FieldNames.find(object, "model").label();
        for (String settings : new String[] {"parameters", "config", "metadata", "args", "settings"}) {
            Json inner = object.get(settings);
            model = model.isEmpty() && inner.isObject()
                    ? FieldNames.find(inner, "model").label()
                    : model;
        }
        return model;
    }

    /** The record with that id, if it has none. */
    static Json withId(Json record, String id) {
        if (!record.isObject() || record.has("id")) {
            return record;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name : record.names()) {
            map.put(name, record.get(name).raw());
        }
        map.put("id", id);
        return Json.root(map);
    }
}
