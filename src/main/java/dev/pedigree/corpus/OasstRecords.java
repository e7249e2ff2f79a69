package dev.pedigree.corpus;

import org.jspecify.annotations.Nullable;

/** Trees of messages as OpenAssistant publishes them: a prompt, and below each message the replies to it. */
final class OasstRecords {
    private OasstRecords() {}

    static boolean accepts(Json record) {
        return record.has("message_tree_id") && record.get("prompt").isObject();
    }

    static void tree(Json record, Sink out) throws BadRecord {
        MessageTree tree = new MessageTree();
        Json prompt = record.get("prompt");
        add(prompt, "0", null, tree);
        Draft base = new Draft()
                .id(record.get("message_tree_id").label())
                .language(Languages.tag(prompt.get("lang").label()));
        tree.emit(base, out);
    }

    private static void add(Json message, String id, @Nullable String parent, MessageTree tree) throws BadRecord {
        tree.add(id, parent, Turn.of(message));
        int at = 0;
        for (Json reply : message.get("replies").itemsOrNone()) {
            add(reply, id + "." + at++, id, tree);
        }
    }
}
