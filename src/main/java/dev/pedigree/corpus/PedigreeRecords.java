package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pedigree's own records: {@code id, prompt, response, reasoning, model, lang, sample, finish}; only the response is required. */
final class PedigreeRecords implements RecordReader {
    private static final FieldRecords COMMON_NAMES = new FieldRecords(Collections.emptyMap());

    static boolean accepts(Json record) {
        Json response = record.get("response");
        Json prompt = record.get("prompt");
        return record.has("response")
                && !response.isObject()
                && !response.isArray()
                && (record.has("prompt") || record.has("id"))
                && !prompt.isObject()
                && !record.has("done")
                && !record.has("conversation_hash")
                && Answered.opened(response).label().equals(response.label())
                && !saysMoreElsewhere(record);
    }

    /** Whether the question, the reasoning or a system message stands under another name, where this reader would not see it. */
    private static boolean saysMoreElsewhere(Json record) {
        return (!record.has("prompt") && FieldRecords.holdsQuestion(record))
                || (!record.has("reasoning")
                        && FieldNames.find(record, "reasoning").isText())
                || FieldNames.find(record, "system").isText();
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        if (saysMoreElsewhere(record)) {
            COMMON_NAMES.record(record, out); // a file may hold records of both kinds
            return;
        }
        Json response = record.get("response");
        if (response.isNull()) {
            out.noAnswer("the response is null");
            return;
        }
        Draft draft = new Draft()
                .id(record.get("id").label())
                .text(response.text())
                .reasoning(FieldRecords.reasoning(record.get("reasoning")))
                .model(record.get("model").label())
                .language(record.first("lang", "language").label())
                .sample(record.get("sample").ordinalOr(0))
                .finish(finish(record.get("finish")));
        Json prompt = FieldRecords.opened(record.get("prompt"));
        if (prompt.isObject()) {
            draft.prompt(Asked.messages(prompt));
        } else if (prompt.isArray()) {
            draft.prompt(messages(prompt));
        } else {
            draft.prompt(prompt.textOr(""));
        }
        out.answer(draft);
    }

    private static List<Message> messages(Json prompt) throws BadRecord {
        List<Message> messages = new ArrayList<>();
        for (Json message : prompt.items()) {
            messages.add(new Message(
                    role(message.get("role")), message.get("content").text()));
        }
        return messages;
    }

    private static Role role(Json role) throws BadRecord {
        switch (role.text()) {
            case "system":
                return Role.SYSTEM;
            case "user":
                return Role.USER;
            case "assistant":
                return Role.ASSISTANT;
            case "tool":
                return Role.TOOL;
            default:
                throw role.expected("system, user, assistant or tool");
        }
    }

    private static FinishReason finish(Json finish) throws BadRecord {
        switch (finish.label()) {
            case "stop":
                return FinishReason.STOP;
            case "length":
                return FinishReason.LENGTH;
            case "filter":
                return FinishReason.FILTER;
            case "tool_call":
                return FinishReason.TOOL_CALL;
            case "unknown":
            case "":
                return FinishReason.UNKNOWN;
            default:
                throw finish.expected("stop, length, filter, tool_call or unknown");
        }
    }
}
