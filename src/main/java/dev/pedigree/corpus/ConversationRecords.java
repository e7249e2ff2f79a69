package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Records that hold a conversation: OpenAI chat ({@code messages}), ShareGPT ({@code conversations}), LMSYS-chat-1M and WildChat
 * ({@code conversation}), Arena-Hard ({@code messages} with {@code uid}), arena battles (two of them), and bare lists of messages.
 */
final class ConversationRecords implements RecordReader {
    private static Json messages(Json record) {
        return record.first(
                "messages", "conversations", "conversation", "items", "dialog", "dialogue", "contents", "chat");
    }

    private static boolean isMessages(Json list) {
        return list.isArray() && MessageShape.isList(list) && !list.get(0).has("replies");
    }

    static boolean isChat(Json record) {
        Json messages = messages(record);
        return isMessages(messages)
                && !isShareGpt(record)
                && !isArenaHard(record)
                && !isLmsys(record)
                && !isWildChat(record)
                && !record.has("custom_id")
                && !record.has("choices")
                && !isAnsweredElsewhere(record, messages);
    }

    /** Whether the messages are only the question: the answer stands beside them, alone or in a reply. */
    private static boolean isAnsweredElsewhere(Json record, Json messages) {
        Json beside = record.first("output", "response", "reply", "generations");
        String last = messages.get(messages.size() - 1).get("role").label();
        return beside.isObject()
                || beside.size() > 0
                || (FieldRecords.holdsAnswer(record) && !last.equals("assistant") && !last.equals("model"));
    }

    static boolean isArenaHard(Json record) {
        return record.hasAll("ans_id", "messages", "model");
    }

    static boolean isShareGpt(Json record) {
        return messages(record).get(0).hasAll("from", "value")
                || isMessages(record.first("conversations", "items"))
                || isExchanges(messages(record));
    }

    /** A question and its answer in one object, as the Chinese ShareGPT has them. */
    private static boolean isExchanges(Json list) {
        Json first = list.get(0);
        return list.isArray() && (first.hasAll("human", "assistant") || first.hasAll("input", "output"));
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
        return isMessages(record) && !MessageRows.saysWhere(record.get(0));
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
        Json messages = messages(record);
        if (messages.isMissing()) {
            throw record.expected("a conversation, under messages, conversations or conversation");
        }
        List<Turn> turns = isExchanges(messages) ? exchanges(messages) : Turn.list(messages);
        String system = Content.of(
                        record.first("system", "systemInstruction", "system_instruction", "system_prompt"), Role.SYSTEM)
                .text();
        if (!system.isEmpty() && !turns.get(0).text().equals(system)) {
            turns.add(0, Turn.of(Role.SYSTEM, system));
        }
        Turn.answers(isShareGpt(record) ? withoutHtml(turns) : turns, base, out);
    }

    private static List<Turn> exchanges(Json list) throws BadRecord {
        List<Turn> turns = new ArrayList<>(2 * list.size());
        for (Json exchange : list.items()) {
            turns.add(Turn.of(Role.USER, exchange.first("human", "input").textOr("")));
            turns.add(Turn.of(
                    Role.ASSISTANT, exchange.first("assistant", "output").textOr("")));
        }
        return turns;
    }

    private static void side(Json record, String side, Draft base, Sink out) throws BadRecord {
        Json conversation = record.get("conversation_" + side);
        if (conversation.isNull()) {
            out.noAnswer("field \"" + conversation.path() + "\" is null");
            return;
        }
        Turn.answers(
                Turn.list(conversation),
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
