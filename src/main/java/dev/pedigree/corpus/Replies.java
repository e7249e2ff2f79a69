package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reply bodies of the providers' APIs, known by their shape. */
final class Replies {
    private Replies() {}

    static boolean isChat(Json body) {
        Json choices = body.get("choices");
        boolean saysSo = body.get("object").label().equals("chat.completion");
        return choices.isArray()
                && (choices.get(0).has("message")
                        || choices.get(0).get("text").isText()
                        || (choices.size() == 0 && saysSo))
                && !body.has("question_id");
    }

    static boolean isResponses(Json body) {
        return body.get("output").isArray()
                && (body.get("object").label().equals("response")
                        || (body.get("output").get(0).has("type") && body.hasAll("id", "model", "status")));
    }

    static boolean isAnthropic(Json body) {
        return body.get("content").isArray() && body.get("role").label().equals("assistant") && body.has("stop_reason");
    }

    static boolean isGemini(Json body) {
        return isCandidates(body.get("candidates"), body) || (feedback(body).isObject() && saysWhatItTook(body));
    }

    /** Candidates of other things are lists too: those of Gemini hold a content or say why they end, an empty list stands beside their use. */
    private static boolean isCandidates(Json candidates, Json body) {
        Json first = candidates.get(0);
        return candidates.isArray()
                && (candidates.size() == 0
                        ? saysWhatItTook(body)
                        : first.get("content").has("parts")
                                || first.get("content").get("role").label().equals("model")
                                || first.has("finishReason")
                                || first.has("finish_reason"));
    }

    private static boolean saysWhatItTook(Json body) {
        return !body.first("usageMetadata", "usage_metadata", "modelVersion", "model_version")
                .isAbsent();
    }

    private static Json feedback(Json body) {
        return body.first("promptFeedback", "prompt_feedback");
    }

    static boolean isOllama(Json body) {
        return body.has("done")
                && body.hasAll("model", "created_at")
                && (body.get("response").isText() || body.get("message").isObject());
    }

    /** A body of any of the shapes that {@link #answers} knows. */
    static boolean isReply(Json body) {
        return isChat(body) || isResponses(body) || isAnthropic(body) || isGemini(body) || OtherReplies.accepts(body);
    }

    /** Makes answers of a body of any of the chat shapes; Ollama's may come in pieces and has its own reader. */
    static void answers(Json body, Draft base, Sink out) throws BadRecord {
        if (isChat(body)) {
            chat(body, base, out);
        } else if (isResponses(body)) {
            responses(body, base, out);
        } else if (isAnthropic(body)) {
            anthropic(body, base, out);
        } else if (isGemini(body)) {
            gemini(body, base, out);
        } else if (OtherReplies.accepts(body)) {
            OtherReplies.answers(body, base, out);
        } else if (isError(body)) {
            out.noAnswer("the provider answered with an error" + errorText(body.get("error")));
        } else {
            throw body.expected("a reply with choices, output, content or candidates");
        }
    }

    /** A reply that holds nothing but the reason why there is none. */
    static boolean isError(Json body) {
        return !body.get("error").isAbsent() || body.get("type").label().equals("error");
    }

    static String errorText(Json error) {
        Json message = error.isObject() ? error.first("message", "code", "type") : error;
        String text = message.label();
        return text.isEmpty() ? "" : ": " + (text.length() > 120 ? text.substring(0, 120) + "…" : text);
    }

    private static void chat(Json body, Draft base, Sink out) throws BadRecord {
        base.model(modelOf(body, base));
        int at = 0;
        for (Json choice : body.get("choices").items()) {
            Json message = choice.get("message");
            Draft draft = base.copy()
                    .sample(choice.get("index").ordinalOr(at++))
                    .finish(Finish.of(choice.get("finish_reason")));
            if (message.isMissing()) {
                out.answer(draft.text(choice.get("text").text()));
                continue;
            }
            Content content = Content.of(message.get("content"), Role.ASSISTANT);
            emit(draft.text(content.text()).reasoning(Content.reasoningOf(message, content)), refusal(message), out);
        }
        if (at == 0) {
            out.noAnswer("the reply has no choices");
        }
    }

    private static void responses(Json body, Draft base, Sink out) throws BadRecord {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        boolean refused = false;
        for (Json item : body.get("output").items()) {
            if (item.get("type").label().equals("reasoning")) {
                for (Json list : List.of(item.get("summary"), item.get("content"))) {
                    for (Json part : list.itemsOrNone()) {
                        reasoning
                                .append(reasoning.length() == 0 ? "" : "\n")
                                .append(part.get("text").textOr(""));
                    }
                }
            } else if (item.get("type").label().equals("message") || item.has("role")) {
                Content.appendBlock(
                        text, Content.of(item.get("content"), Role.ASSISTANT).text());
                refused |= item.get("content").get(0).get("type").label().equals("refusal");
            }
        }
        FinishReason finish = Finish.of(
                body.get("status").label().equals("incomplete") ? body.get("incomplete_details") : body.get("status"));
        List<Message> prompt = new ArrayList<>();
        if (body.get("instructions").isText()) {
            prompt.add(new Message(Role.SYSTEM, body.get("instructions").text()));
        }
        if (!base.prompt.isKnown() && body.has("input")) {
            prompt.addAll(Turn.prompt(body.get("input")));
            base.prompt(prompt);
        }
        emit(
                base.model(modelOf(body, base))
                        .text(text.toString())
                        .reasoning(reasoning.toString())
                        .finish(finish),
                refused ? "the model refused" : null,
                out);
    }

    private static void anthropic(Json body, Draft base, Sink out) throws BadRecord {
        Content content = Content.of(body.get("content"), Role.ASSISTANT);
        emit(
                base.model(modelOf(body, base))
                        .text(content.text())
                        .reasoning(content.reasoning())
                        .finish(Finish.of(body.get("stop_reason"))),
                null,
                out);
    }

    private static void gemini(Json body, Draft base, Sink out) throws BadRecord {
        base.model(body.first("modelVersion", "model_version", "model").label());
        int at = 0;
        for (Json candidate : body.get("candidates").itemsOrNone()) {
            Content content = Content.of(candidate.get("content"), Role.ASSISTANT);
            Draft draft = base.copy()
                    .sample(candidate.get("index").ordinalOr(at++))
                    .text(content.text())
                    .reasoning(content.reasoning())
                    .finish(Finish.of(candidate.first("finishReason", "finish_reason")));
            emit(draft, null, out);
        }
        if (at == 0) {
            out.noAnswer(
                    "the provider blocked the prompt" + errorText(feedback(body).first("blockReason", "block_reason")));
        }
    }

    /** An answer, or the reason why there is none. */
    static void emit(Draft draft, @Nullable String refusal, Sink out) {
        if (!draft.text.isEmpty() || !draft.reasoning.isEmpty()) {
            out.answer(draft);
        } else if (refusal != null) {
            out.noAnswer(refusal);
        } else if (draft.finish == FinishReason.TOOL_CALL) {
            out.noAnswer("the reply is a call of a tool, without text");
        } else {
            out.noAnswer("the reply has no text");
        }
    }

    private static @Nullable String refusal(Json message) {
        return message.get("refusal").isText() ? "the model refused" : null;
    }

    private static String modelOf(Json body, Draft base) {
        String model = body.get("model").label();
        return model.isEmpty() ? base.model : model;
    }
}
