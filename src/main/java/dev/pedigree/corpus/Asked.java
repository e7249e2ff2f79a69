package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/** What was asked, as a field of a record holds it: a text, messages, the body of a request, or an object with the question in it. */
final class Asked {
    private Asked() {}

    /** Whether the value is a question, or holds one. */
    static boolean isQuestion(Json value) {
        return (value.isText() && !value.label().isEmpty()) || isMessages(value) || isRequest(value) || isNamed(value);
    }

    private static boolean isMessages(Json value) {
        return value.isArray() && (MessageShape.isList(value) || MessageShape.isList(value.get(0)));
    }

    /** The body of a request to any of the providers. */
    static boolean isRequest(Json value) {
        Json contents = value.get("contents");
        return isMessages(value.get("messages"))
                || contents.get(0).has("parts")
                || value.get("prompt").isText()
                || value.get("inputText").isText()
                || value.get("input").isText()
                || isMessages(value.get("input"));
    }

    /** An object with one question in it, as a chain of steps is given it. */
    private static boolean isNamed(Json value) {
        return value.isObject() && FieldNames.find(value, "prompt").isText();
    }

    /** The messages of the question. */
    static List<Message> messages(Json value) throws BadRecord {
        if (value.isText() || value.isArray()) {
            return Turn.prompt(value); // almost all are so
        }
        if (isRequest(value)) {
            return ReplyRecords.requestMessages(value);
        }
        if (!isNamed(value)) {
            return Turn.prompt(value);
        }
        List<Message> messages = new ArrayList<>();
        String system = FieldNames.find(value, "system").label();
        if (!system.isEmpty()) {
            messages.add(new Message(Role.SYSTEM, system));
        }
        messages.addAll(Turn.prompt(FieldNames.find(value, "prompt")));
        return messages;
    }
}
