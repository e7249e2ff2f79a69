package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Spans of traces that describe calls of models: OpenTelemetry's GenAI conventions, those of OpenLLMetry before them, and
 * OpenInference (Phoenix). Attributes may be one object, OTLP's list of keys and values, or flattened into names with dots.
 */
final class SpanRecords implements RecordReader {
    static boolean accepts(Json record) {
        return record.get("resourceSpans").get(0).has("scopeSpans")
                || record.get("scopeSpans").get(0).has("spans")
                || tellsOfModels(record)
                || tellsOfModels(record.get("attributes"));
    }

    private static boolean tellsOfModels(Json attributes) {
        for (String name : attributes.names()) {
            String short_ = name.startsWith("attributes.") ? name.substring(11) : name;
            if (short_.startsWith("gen_ai.")
                    || short_.startsWith("llm.")
                    || short_.startsWith("openinference.")
                    || (name.equals("gen_ai") && attributes.get(name).isObject())) {
                return true;
            }
        }
        for (Json pair : attributes.itemsOrNone()) {
            String key = pair.get("key").label();
            if (key.startsWith("gen_ai.") || key.startsWith("llm.") || key.startsWith("openinference.")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        for (String group : new String[] {"resourceSpans", "scopeSpans", "spans"}) {
            if (record.get(group).isArray()) {
                for (Json inner : record.get(group).items()) {
                    record(inner, out);
                }
                return;
            }
        }
        span(record, Attributes.of(record), out);
    }

    private static void span(Json span, Json attributes, Sink out) throws BadRecord {
        Json genAi = attributes.get("gen_ai");
        Json llm = attributes.get("llm");
        List<Json> answers =
                messages(genAi.get("output").get("messages"), genAi.get("completion"), llm.get("output_messages"));
        boolean isCall = llm.has("model_name")
                || attributes
                        .get("openinference")
                        .get("span")
                        .get("kind")
                        .label()
                        .equalsIgnoreCase("llm");
        Json value = attributes.get("output").get("value");
        if (answers.isEmpty() && isCall && value.isText()) {
            Json asked = FieldRecords.opened(attributes.get("input").get("value"));
            Draft plain = new Draft().id(id(span)).model(llm.get("model_name").label());
            Answered.emit(Answered.opened(value), plain.prompt(Asked.messages(asked)), out);
            return;
        }
        if (answers.isEmpty()) {
            out.noAnswer("a span without an answer of a model");
            return;
        }
        List<Message> prompt = new ArrayList<>();
        String system = Content.of(genAi.get("system_instructions").opened(), Role.SYSTEM)
                .text();
        if (!system.isEmpty()) {
            prompt.add(new Message(Role.SYSTEM, system));
        }
        for (Json message :
                messages(genAi.get("input").get("messages"), genAi.get("prompt"), llm.get("input_messages"))) {
            prompt.add(Turn.of(message).message());
        }
        Json model = genAi.get("response").get("model");
        model = model.isAbsent() ? genAi.get("request").get("model") : model;
        Draft base = new Draft()
                .id(id(span))
                .prompt(prompt)
                .model((model.isAbsent() ? llm.get("model_name") : model).label());
        int sample = 0;
        for (Json answer : answers) {
            Turn turn = Turn.of(answer);
            FinishReason finish = Finish.of(answer.get("finish_reason"));
            Draft draft = base.copy()
                    .sample(sample++)
                    .text(turn.text())
                    .reasoning(turn.reasoning())
                    .finish(turn.finish() == FinishReason.UNKNOWN ? finish : turn.finish());
            Replies.emit(draft, null, out);
        }
    }

    private static String id(Json span) {
        Json id = span.first("spanId", "span_id", "context.span_id", "id");
        return (id.isAbsent() ? span.get("context").get("span_id") : id).label();
    }

    /** The messages under the first of the names that there is. */
    private static List<Json> messages(Json... places) {
        for (Json place : places) {
            Json value = place.opened();
            if (value.isArray() || value.isObject()) {
                return Attributes.items(value);
            }
        }
        return List.of();
    }
}
