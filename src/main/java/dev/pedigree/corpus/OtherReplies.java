package dev.pedigree.corpus;

/**
 * Reply bodies that are known by a few fields: Bedrock's Converse, Cohere, llama.cpp, Llama and Titan on Bedrock, watsonx, DashScope,
 * Replicate.
 */
final class OtherReplies {
    private OtherReplies() {}

    static boolean accepts(Json body) {
        return isConverse(body)
                || isCohere(body)
                || isCohereOfOld(body)
                || isLlamaCpp(body)
                || isResults(body)
                || isGeneration(body)
                || isDashScope(body)
                || isReplicate(body);
    }

    static boolean isConverse(Json body) {
        Json message = body.get("output").get("message");
        return message.get("content").isArray() && body.has("stopReason");
    }

    private static boolean isCohere(Json body) {
        return body.get("message").get("content").isArray()
                && isAssistant(body.get("message"))
                && body.has("finish_reason");
    }

    private static boolean isCohereOfOld(Json body) {
        return (body.get("text").isText() && body.has("generation_id"))
                || (body.get("generations").get(0).get("text").isText() && body.has("meta"));
    }

    private static boolean isLlamaCpp(Json body) {
        return body.get("content").isText() && body.get("stop").isTrue() && body.has("tokens_predicted");
    }

    private static boolean isResults(Json body) {
        Json first = body.get("results").get(0);
        return first.get("outputText").isText() || (first.get("generated_text").isText() && first.has("stop_reason"));
    }

    private static boolean isGeneration(Json body) {
        return body.get("generation").isText() && body.hasAll("generation_token_count", "stop_reason");
    }

    private static boolean isDashScope(Json body) {
        return body.get("output").get("text").isText() && body.hasAll("request_id", "usage");
    }

    private static boolean isReplicate(Json body) {
        return body.get("input").isObject()
                && body.hasAll("version", "output", "status")
                && (body.get("output").isText() || body.get("output").get(0).isText());
    }

    private static boolean isAssistant(Json message) {
        return message.get("role").label().equalsIgnoreCase("assistant");
    }

    static void answers(Json body, Draft base, Sink out) throws BadRecord {
        if (isConverse(body)) {
            content(body.get("output").get("message").get("content"), body.get("stopReason"), base, out);
        } else if (isCohere(body)) {
            content(body.get("message").get("content"), body.get("finish_reason"), base, out);
        } else if (isCohereOfOld(body)) {
            cohereOfOld(body, base, out);
        } else if (isLlamaCpp(body)) {
            base.model(
                    body.get("model").label().isEmpty()
                            ? base.model
                            : body.get("model").label());
            content(body.get("content"), body.get("stop_type"), base, out);
        } else if (isResults(body)) {
            results(body, base, out);
        } else if (isGeneration(body)) {
            content(body.get("generation"), body.get("stop_reason"), base, out);
        } else if (isDashScope(body)) {
            Json output = body.get("output");
            content(output.get("text"), output.get("finish_reason"), base, out);
        } else {
            content(body.get("output"), Json.missing(), base, out); // Replicate's pieces are one text
        }
    }

    private static void cohereOfOld(Json body, Draft base, Sink out) throws BadRecord {
        if (body.get("text").isText()) {
            Json history = body.get("chat_history");
            if (!base.prompt.isKnown() && history.size() > 0) {
                int last = history.size() - 1;
                boolean answered = Turn.role(history.get(last).get("role")) == Role.ASSISTANT;
                base.prompt(Turn.prompt(history).subList(0, answered ? last : last + 1));
            }
            content(body.get("text"), body.get("finish_reason"), base, out);
            return;
        }
        int sample = 0;
        for (Json generation : body.get("generations").items()) {
            content(
                    generation.get("text"),
                    generation.get("finish_reason"),
                    base.copy().sample(sample++),
                    out);
        }
    }

    private static void results(Json body, Draft base, Sink out) throws BadRecord {
        String model = body.get("model_id").label();
        base.model(model.isEmpty() ? base.model : model);
        int sample = 0;
        for (Json result : body.get("results").items()) {
            Json finish = result.first("completionReason", "stop_reason");
            Draft draft = base.copy().sample(sample++);
            content(result.first("outputText", "generated_text"), finish, draft, out);
        }
    }

    private static void content(Json value, Json finish, Draft draft, Sink out) throws BadRecord {
        Content content = Content.of(value, Role.ASSISTANT);
        Replies.emit(draft.text(content.text()).reasoning(content.reasoning()).finish(Finish.of(finish)), null, out);
    }
}
