package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One reply body per record, bare or with its request: {@code {"request": …, "response": …}}; Gemini's batches are joined with
 * their input on {@code key}.
 */
final class ReplyRecords implements RecordReader {
    private final Questions questions;
    private final GeminiPieces pieces = new GeminiPieces();

    ReplyRecords(Questions questions) {
        this.questions = questions;
    }

    /** Whether the record, or the response in it, is a body of that shape. */
    static boolean accepts(Json record, Predicate<Json> shape) {
        Json stream = stream(record);
        return !record.has("custom_id")
                && !InspectRecords.isSample(record)
                && !StreamRecords.accepts(record)
                && shape.test(stream.size() > 0 ? stream.get(0) : body(record));
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        Json request = LoggedCall.request(record);
        Json stream = stream(record);
        Json body = stream.size() > 0 ? stream.get(0) : body(record);
        String id = record.first("id", "key", "request_id", "recordId").label();
        Draft draft = new Draft()
                .id(id.isEmpty() ? body.first("id", "responseId").label() : id)
                .model(model(request, record));
        if (!request.isMissing()) {
            Json system = record.first("system", "system_prompt", "instructions", "systemInstruction");
            String said = Content.of(system, Role.SYSTEM).text();
            draft.prompt(FieldRecords.withSystem(said, Asked.messages(request)));
        } else if (record.has("key")) {
            draft.prompt(questions.prompt(record.get("key").label()));
        }
        String failure = record.get("status").label();
        if (body.isObject() && body.size() == 0 && !failure.isEmpty()) {
            out.noAnswer("the request failed: " + failure);
            return;
        }
        for (Json piece : stream.itemsOrNone()) {
            reply(piece, draft.copy(), out);
        }
        if (stream.size() > 0) {
            pieces.endOfReply(out);
        } else {
            reply(body, draft, out);
        }
    }

    private void reply(Json body, Draft draft, Sink out) throws BadRecord {
        if (!Replies.isGemini(body) || !pieces.take(body, draft, out)) {
            Replies.answers(body, draft, out);
        }
    }

    @Override
    public void end(Sink out) {
        pieces.end(out);
    }

    /** The pieces of a streamed reply of Gemini that are logged as a list; missing where the reply is whole. */
    private static Json stream(Json record) {
        Json inner = record.first("response", "reply");
        return inner.isArray() && Replies.isGemini(inner.get(0)) ? inner : Json.missing();
    }

    private static Json body(Json record) {
        return LoggedCall.reply(record, Replies::isReply);
    }

    /** The model as the request names it, or the log beside it: for replies that do not say. */
    private static String model(Json request, Json record) {
        String asked = request.first("model", "modelId").label();
        return asked.isEmpty()
                ? record.first("model", "modelId", "model_id", "request_model", "model_name")
                        .label()
                : asked;
    }

    /** The messages of a request to any of the providers. */
    static List<Message> requestMessages(Json request) throws BadRecord {
        List<Message> messages = new ArrayList<>();
        Json system = request.first("system", "instructions", "systemInstruction", "system_instruction");
        String text = Content.of(system, Role.SYSTEM).text();
        if (!text.isEmpty()) {
            messages.add(new Message(Role.SYSTEM, text));
        }
        Json contents = request.get("contents");
        if (contents.isArray()) {
            for (Json content : contents.items()) {
                Role role = content.has("role") ? Turn.role(content.get("role")) : Role.USER;
                messages.add(
                        new Message(role, Content.of(content.get("parts"), role).text()));
            }
        } else {
            messages.addAll(Turn.prompt(request.first("messages", "input", "prompt", "inputText", "inputs")));
        }
        return messages;
    }
}
