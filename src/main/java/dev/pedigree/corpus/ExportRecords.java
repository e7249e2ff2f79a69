package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conversations as people download them from their chats: ChatGPT and DeepSeek (a {@code mapping} of messages that branches), Claude
 * ({@code chat_messages}), Grok, and the programs for local models.
 */
final class ExportRecords implements RecordReader {
    /** Where ChatGPT's page shows a source or a widget, its text has a note between characters of the private use area. */
    private static final Pattern NOTE = Pattern.compile("\ue200[^\ue201]*\ue201");

    static boolean accepts(Json record) {
        return record.get("mapping").isObject()
                || record.get("chat_messages").isArray()
                || isGrok(record)
                || LocalChats.accepts(record);
    }

    private static boolean isGrok(Json record) {
        return record.get("responses").get(0).get("response").hasAll("message", "sender");
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        Draft base = new Draft()
                .id(record.first("conversation_id", "id", "uuid").label())
                .model(record.first("default_model_slug", "model").label());
        if (record.has("chat_messages")) {
            Turn.answers(Turn.list(record.get("chat_messages")), base, out);
            return;
        }
        if (LocalChats.accepts(record)) {
            LocalChats.read(record, base, out);
            return;
        }
        if (isGrok(record)) {
            List<Turn> turns = new ArrayList<>();
            for (Json response : record.get("responses").items()) {
                turns.add(Turn.of(response.get("response")));
            }
            Turn.answers(turns, base.id(record.get("conversation").get("id").label()), out);
            return;
        }
        MessageTree tree = new MessageTree();
        Json mapping = record.get("mapping");
        for (String id : mapping.names()) {
            Json node = mapping.get(id);
            Json message = node.get("message");
            Turn turn = message.isAbsent() ? null : message.has("fragments") ? fragments(message) : message(message);
            Json parent = node.get("parent");
            tree.add(id, parent.isAbsent() ? null : parent.label(), turn);
        }
        tree.emit(base, out);
    }

    /** A message of ChatGPT; null where it says nothing that a person or the model would read. */
    private static @Nullable Turn message(Json message) throws BadRecord {
        Json content = message.get("content");
        Role role = Turn.role(
                message.get("author").isObject() ? message.get("author").get("role") : message.get("role"));
        String model = message.get("metadata").get("model_slug").label();
        String type = content.get("content_type").label();
        if (type.equals("thoughts")) {
            StringBuilder thoughts = new StringBuilder();
            for (Json thought : content.get("thoughts").itemsOrNone()) {
                thoughts.append(thoughts.length() == 0 ? "" : "\n")
                        .append(thought.get("content").textOr(""));
            }
            return turn(role, "", thoughts.toString(), true, model);
        }
        String recipient = message.get("recipient").label();
        boolean spoken = recipient.isEmpty() || recipient.equals("all");
        if (type.equals("reasoning_recap")
                || type.equals("user_editable_context")
                || type.equals("model_editable_context")) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Json part : content.get("parts").itemsOrNone()) {
            String more = part.isText() ? part.text() : part.get("text").label();
            text.append(text.length() == 0 || more.isEmpty() ? "" : "\n").append(more);
        }
        String plain = content.isText() ? content.text() : text.toString();
        String said = NOTE.matcher(plain).replaceAll("");
        return said.isEmpty() ? null : turn(role, said, "", spoken && !type.equals("code"), model);
    }

    /** A message of DeepSeek: what was asked, thought, looked up and answered, one fragment each. */
    private static @Nullable Turn fragments(Json message) throws BadRecord {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        List<String> types = new ArrayList<>();
        for (Json fragment : message.get("fragments").itemsOrNone()) {
            String type = fragment.get("type").label();
            types.add(type);
            if (type.equals("THINK")) {
                Content.appendBlock(reasoning, fragment.get("content").textOr(""));
            } else if (type.equals("REQUEST") || type.equals("RESPONSE")) {
                Content.appendBlock(text, fragment.get("content").textOr(""));
            }
        }
        Role role = types.contains("REQUEST") ? Role.USER : Role.ASSISTANT;
        return turn(
                role,
                text.toString(),
                reasoning.toString(),
                true,
                message.get("model").label());
    }

    private static Turn turn(Role role, String text, String reasoning, boolean generated, String model) {
        return new Turn(role, text, reasoning, generated, FinishReason.UNKNOWN, model);
    }
}
