package dev.pedigree.corpus;

/** What a message holds: text, or a list of parts, of which some are reasoning. */
final class Content {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final String between;
    private boolean interrupted;

    private Content(Role role) {
        // an answer in parts is one text that the API cut up; a prompt in parts was put together from several
        between = role == Role.ASSISTANT ? "" : "\n";
    }

    static Content of(Json content, Role role) throws BadRecord {
        Content result = new Content(role);
        result.add(content);
        return result;
    }

    String text() {
        return text.toString();
    }

    String reasoning() {
        return reasoning.toString();
    }

    /** Reasoning that stands beside the content or among its parts. */
    static String reasoningOf(Json message, Content content) throws BadRecord {
        Json beside = message.first("reasoning_content", "reasoning", "thinking", "thought", "reasoning_text");
        String text = beside.isText() ? beside.text() : "";
        if (text.isEmpty()
                && content.reasoning().isEmpty()
                && message.get("parts").isArray()) {
            return of(message.get("parts"), Role.ASSISTANT).reasoning(); // the AI SDK writes the text twice
        }
        return text.isEmpty() ? content.reasoning() : text;
    }

    private void add(Json content) throws BadRecord {
        if (content.isAbsent()) {
            return;
        }
        if (content.isText()) {
            String more = content.text();
            if (interrupted && between.isEmpty()) {
                appendBlock(text, more);
            } else {
                append(text, more, between);
            }
            interrupted &= more.isEmpty();
        } else if (content.isArray()) {
            for (Json part : content.items()) {
                add(part);
            }
        } else if (content.isObject()) {
            part(content);
        } else {
            throw content.expected("text or parts");
        }
    }

    private void part(Json part) throws BadRecord {
        String type = part.get("type").label();
        switch (type) {
            case "thinking":
            case "reasoning":
            case "reasoning_text":
            case "summary_text":
                for (String name : new String[] {"thinking", "reasoning", "text", "summary", "content"}) {
                    if (!(name.equals("reasoning") && part.get("redacted").isTrue())) { // it is encrypted then
                        appendAll(part.get(name));
                    }
                }
                interrupted = true;
                return;
            case "redacted_thinking":
            case "image":
            case "image_url":
            case "input_image":
            case "audio":
            case "input_audio":
            case "video":
            case "file":
            case "document":
            case "tool_use":
            case "tool_result":
            case "refusal":
            case "data":
                interrupted = true;
                return;
            default:
                Json inner = part.first("text", "answer", "content", "parts", "value");
                if (part.get("thought").isTrue() && inner.isText()) {
                    append(reasoning, inner.text(), "\n");
                } else {
                    appendAll(part.get("thought"));
                    appendAll(part.get("reasoningContent").get("reasoningText").get("text")); // of Bedrock's Converse
                    interrupted |= inner.isAbsent();
                    add(inner);
                }
        }
    }

    private void appendAll(Json value) throws BadRecord {
        if (value.isText()) {
            append(reasoning, value.text(), "\n");
        }
        for (Json item : value.itemsOrNone()) {
            appendAll(item.isObject() ? item.get("text") : item);
        }
    }

    /** What stands behind a call of a tool, or another message of the same reply, is a paragraph of its own. */
    static void appendBlock(StringBuilder to, String what) {
        boolean parted = to.length() == 0 || to.charAt(to.length() - 1) == '\n' || what.startsWith("\n");
        append(to, what, parted ? "" : "\n\n");
    }

    private static void append(StringBuilder to, String what, String between) {
        if (!what.isEmpty()) {
            to.append(to.length() == 0 ? "" : between).append(what);
        }
    }
}
