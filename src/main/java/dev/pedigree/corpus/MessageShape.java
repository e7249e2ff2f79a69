package dev.pedigree.corpus;

import java.util.List;
import java.util.Locale;

/**
 * How a message says who speaks and what. Most have a role and a content; LangChain puts both into {@code kwargs} or {@code data},
 * traces into {@code message}, and exports call the role {@code sender}, {@code author} or {@code type}.
 *
 * @param role the field that names the role
 * @param body the object in which the content stands
 */
record MessageShape(Json role, Json body) {
    private static final List<String> SPEAKERS = List.of("human", "ai", "system", "tool", "user", "assistant");

    static MessageShape of(Json message) {
        if (message.has("role") && message.has("content")) {
            return new MessageShape(message.get("role"), message); // almost all are so
        }
        for (String wrapper : new String[] {"kwargs", "data", "message"}) {
            Json inner = message.get(wrapper);
            if (inner.isObject() && !message.has("role") && (inner.has("content") || inner.has("role"))) {
                return new MessageShape(inner.has("role") || inner.has("type") ? role(inner) : role(message), inner);
            }
        }
        return new MessageShape(role(message), message);
    }

    private static Json role(Json message) {
        Json author = message.get("author");
        return author.isObject() ? author.get("role") : message.first("role", "from", "sender", "author", "type");
    }

    /** Whether it is a message: somebody who speaks, and a place for what is said. */
    static boolean is(Json json) {
        MessageShape shape = of(json);
        boolean speaks = json.has("role") || json.has("from") || json.has("isCreatedByUser") || shape.isSpeaker();
        return speaks
                && (shape.body.has("content")
                        || shape.body.has("value")
                        || shape.body.has("parts")
                        || shape.body.has("text"));
    }

    private boolean isSpeaker() {
        return SPEAKERS.contains(role.label().toLowerCase(Locale.ROOT));
    }

    /** Whether it is a list of messages. */
    static boolean isList(Json json) {
        return json.isArray() && is(json.get(0));
    }

    Json content() {
        return body.first("content", "value", "text", "parts", "blocks", "message");
    }

    /** The role; a call of a tool, its result and a thought stand among the messages without one. */
    Role speaker(Json message) throws BadRecord {
        Json byUser = message.get("isCreatedByUser");
        if (byUser.isTrue() || byUser.isFalse()) {
            return byUser.isTrue() ? Role.USER : Role.ASSISTANT;
        }
        switch (message.has("role") ? "" : message.get("type").label()) {
            case "function_call":
            case "function_call_output":
                return Role.TOOL;
            case "reasoning":
                return Role.ASSISTANT;
            default:
                return Turn.role(role);
        }
    }
}
