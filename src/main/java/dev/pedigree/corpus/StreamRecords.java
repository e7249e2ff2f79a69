package dev.pedigree.corpus;

import java.util.Map;
import java.util.TreeMap;

/**
 * The pieces of streamed replies, one per record, put together: chunks of chat completions, events of Anthropic's Messages API, of
 * OpenAI's Responses API and of Bedrock's Converse, and what llama.cpp sends. A reply of which the end is missing is no answer.
 */
final class StreamRecords implements RecordReader {
    /** What is known so far of one of the answers that a stream carries. */
    private static final class Part {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder reasoning = new StringBuilder();
        private FinishReason finish = FinishReason.UNKNOWN;
        private boolean ended;
    }

    private final Map<Integer, Part> parts = new TreeMap<>();
    private String id = "";
    private String model = "";

    static boolean accepts(Json record) {
        String type = record.get("type").label();
        return isChunk(record)
                || isConverse(record)
                || isLlamaCpp(record)
                || (type.equals("message_start") && record.has("message"))
                || (type.startsWith("content_block_") && record.has("index"))
                || (type.startsWith("response.") && (record.has("sequence_number") || record.has("response")));
    }

    private static boolean isChunk(Json record) {
        return record.get("object").label().equals("chat.completion.chunk")
                || record.get("choices").get(0).get("delta").isObject();
    }

    private static boolean isConverse(Json record) {
        return record.get("messageStart").has("role")
                || record.get("contentBlockDelta").has("delta")
                || record.get("messageStop").has("stopReason");
    }

    private static boolean isLlamaCpp(Json record) {
        return record.get("content").isText() && record.get("stop").isFalse() && !record.has("role");
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        if (isChunk(record) || record.get("choices").get(0).get("text").isText()) {
            chunk(record, out);
        } else if (isConverse(record)) {
            converse(record, out);
        } else if (record.get("content").isText() && record.has("stop")) {
            part(0).text.append(record.get("content").text());
            if (record.get("stop").isTrue()) {
                model = record.get("model").label();
                end(Finish.of(record.get("stop_type")), out);
            }
        } else if (record.get("type").label().startsWith("response.")) {
            response(record, out);
        } else if (record.get("type").isText()) {
            message(record, out);
        } else if (Replies.isReply(record)) {
            Replies.answers(record, new Draft().id(record.get("id").label()), out);
        } else if (Replies.isError(record)) {
            failed(record.get("error"), out);
        } // others, such as counts of tokens and pings, carry no text
    }

    private void chunk(Json chunk, Sink out) throws BadRecord {
        Json choices = chunk.get("choices");
        String name = chunk.get("id").label();
        boolean begins = choices.get(0).get("delta").has("role") && isEnded();
        if (!parts.isEmpty() && (!name.equals(id) || begins)) {
            emit(out);
        }
        id = name;
        model = chunk.get("model").label().isEmpty()
                ? model
                : chunk.get("model").label();
        for (Json choice : choices.itemsOrNone()) {
            Part part = part(choice.get("index").ordinalOr(0));
            Json delta = choice.get("delta");
            Content content = Content.of(delta.get("content"), Role.ASSISTANT);
            part.text.append(content.text()).append(choice.get("text").textOr(""));
            part.reasoning.append(Content.reasoningOf(delta, content));
            if (!choice.get("finish_reason").isAbsent()) {
                part.finish = Finish.of(choice.get("finish_reason"));
                part.ended = true;
            }
        }
    }

    private void converse(Json event, Sink out) throws BadRecord {
        if (event.has("messageStart")) {
            emit(out);
            part(0);
            return;
        }
        Json delta = event.get("contentBlockDelta").get("delta");
        part(0).text.append(delta.get("text").textOr(""));
        part(0).reasoning.append(delta.get("reasoningContent").get("text").textOr(""));
        if (event.has("messageStop")) {
            end(Finish.of(event.get("messageStop").get("stopReason")), out);
        }
    }

    /** Of the Responses API the last event holds the whole. */
    private void response(Json event, Sink out) throws BadRecord {
        Json body = event.get("response");
        switch (event.get("type").label()) {
            case "response.created":
                emit(out);
                part(0);
                break;
            case "response.completed":
            case "response.incomplete":
                parts.clear();
                Replies.answers(body, new Draft().id(body.get("id").label()), out);
                break;
            case "response.failed":
                failed(body.get("error"), out);
                break;
            default:
        }
    }

    /** An event of Anthropic's. */
    private void message(Json event, Sink out) throws BadRecord {
        Json block = event.first("delta", "content_block");
        switch (event.get("type").label()) {
            case "message_start":
                emit(out);
                part(0);
                id = event.get("message").get("id").label();
                model = event.get("message").get("model").label();
                break;
            case "content_block_start":
                if (!block.get("type").label().equals("text") && part(0).text.length() > 0) {
                    Content.appendBlock(part(0).text, "\n\n"); // what stands behind a call is a paragraph of its own
                }
                append(block);
                break;
            case "content_block_delta":
                append(block);
                break;
            case "message_delta":
                part(0).finish = Finish.of(block.get("stop_reason"));
                break;
            case "message_stop":
                end(part(0).finish, out);
                break;
            case "error":
                failed(event.get("error"), out);
                break;
            default:
        }
    }

    private void append(Json block) throws BadRecord {
        part(0).text.append(block.get("text").textOr(""));
        part(0).reasoning.append(block.get("thinking").textOr(""));
    }

    private Part part(int index) {
        return parts.computeIfAbsent(index, any -> new Part());
    }

    private boolean isEnded() {
        return !parts.isEmpty() && parts.values().stream().allMatch(part -> part.ended);
    }

    private void end(FinishReason finish, Sink out) {
        part(0).finish = finish;
        part(0).ended = true;
        emit(out);
    }

    private void failed(Json error, Sink out) {
        parts.clear();
        out.noAnswer("the provider answered with an error" + Replies.errorText(error));
    }

    private void emit(Sink out) {
        for (Map.Entry<Integer, Part> entry : parts.entrySet()) {
            Part part = entry.getValue();
            if (part.ended) {
                Draft draft = new Draft()
                        .id(id)
                        .model(model)
                        .sample(entry.getKey())
                        .text(part.text.toString().stripTrailing().isEmpty() ? "" : part.text.toString())
                        .reasoning(part.reasoning.toString())
                        .finish(part.finish);
                Replies.emit(draft, null, out);
            } else {
                out.noAnswer("the streamed reply ends before a piece that says why");
            }
        }
        parts.clear();
    }

    @Override
    public void end(Sink out) {
        emit(out);
    }
}
