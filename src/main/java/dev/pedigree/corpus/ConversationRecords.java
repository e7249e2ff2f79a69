package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Records that hold a conversation: OpenAI chat ({@code messages}), ShareGPT ({@code conversations}), LMSYS-chat-1M and WildChat
 * ({@code conversation}), Arena-Hard ({@code messages} with {@code uid}), arena battles (two of them), and bare lists of messages.
 */
final class ConversationRecords implements RecordReader {
    private static boolean isMessages(Json list) {
        return list.isArray() && list.get(0).hasAll("role", "content");
    }

    static boolean isChat(Json record) {
        return isMessages(record.get("messages"))
                && !record.has("ans_id")
                && !record.has("custom_id")
                && !record.has("output")
                && !record.has("response")
                && !record.has("choices");
    }

    static boolean isArenaHard(Json record) {
        return record.hasAll("ans_id", "messages", "model");
    }

    static boolean isShareGpt(Json record) {
        Json first = record.first("conversations", "items").get(0);
        return first.hasAll("from", "value") || first.hasAll("role", "content");
    }

    static boolean isLmsys(Json record) {
        return record.hasAll("conversation_id", "model") && isMessages(record.get("conversation"));
    }

    static boolean isWildChat(Json record) {
        return record.has("conversation_hash") && isMessages(record.get("conversation"));
    }

    static boolean isBattle(Json record) {
        return record.hasAll("model_a", "model_b", "conversation_a", "conversation_b");
    }

    static boolean isPair(Json record) {
        return isMessages(record);
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        if (record.isArray()) {
            Turn.answers(Turn.list(record), new Draft(), out);
            return;
        }
        Draft base = new Draft()
                .id(record.first(
                                "id", "uid", "question_id", "conversation_id", "conversation_hash", "prompt_id", "uuid")
                        .label())
                .model(record.first("model", "model_id").label())
                .language(Languages.tag(record.first("language", "lang").label()));
        if (isBattle(record)) {
            side(record, "a", base, out);
            side(record, "b", base, out);
            return;
        }
        Json messages = record.first("messages", "conversations", "conversation", "items");
        if (messages.isMissing()) {
            throw record.expected("a conversation, under messages, conversations or conversation");
        }
        List<Turn> turns = Turn.list(messages);
        String system = record.get("system").isText() ? record.get("system").text() : "";
        if (!system.isEmpty()) {
            turns.add(0, Turn.of(Role.SYSTEM, system));
        }
        Turn.answers(record.has("conversations") || record.has("items") ? withoutHtml(turns) : turns, base, out);
    }

    private static void side(Json record, String side, Draft base, Sink out) throws BadRecord {
        Turn.answers(
                Turn.list(record.get("conversation_" + side)),
                base.copy().model(record.get("model_" + side).label()),
                out);
    }

    /** Old ShareGPT dumps hold the page's HTML. */
    private static List<Turn> withoutHtml(List<Turn> turns) {
        List<Turn> plain = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            plain.add(
                    turn.role() == Role.ASSISTANT
                            ? new Turn(
                                    turn.role(),
                                    HtmlAnswer.markdown(turn.text()),
                                    turn.reasoning(),
                                    turn.generated(),
                                    turn.finish(),
                                    turn.model())
                            : turn);
        }
        return plain;
    }
}
