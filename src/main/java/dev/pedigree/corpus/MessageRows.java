package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message per record: sessions of coding agents (Claude Code, Codex), SillyTavern's chats, PyRIT's memory, the threads of OpenAI's
 * assistants, LangChain's messages, or bare ones. A field such as {@code conversation_id} tells conversations apart; without one, a
 * system message begins the next.
 */
final class MessageRows implements RecordReader {
    private static final String[] CONVERSATION = {
        "conversation_id", "conversationId", "sessionId", "session_id", "thread_id", "threadId", "chat_id"
    };

    private final KeySet seen = new KeySet();
    private final List<Message> before = new ArrayList<>();
    private final List<Json> thread = new ArrayList<>();
    private @Nullable Turn pending;
    private String conversation = "";
    private String model = "";
    private String place = "";
    private int answers;

    /** A message, where no other format knows the record: bodies of replies look like messages too. */
    static boolean accepts(Json record) {
        if (!isRow(record)) {
            return false;
        }
        for (CorpusFormat format : CorpusFormat.values()) {
            if (format != CorpusFormat.MESSAGE_ROWS && format != CorpusFormat.FIELDS && format.accepts(record)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRow(Json record) {
        return isThread(record) || (isMessage(message(record)) && !record.has("replies")) || isHeader(record);
    }

    private static boolean isMessage(Json message) {
        return MessageShape.is(message)
                || message.hasAll("is_user", "mes")
                || (message.has("role") && message.has("converted_value"));
    }

    /** Whether the message says of which conversation it is. */
    static boolean saysWhere(Json message) {
        return !message.first(CONVERSATION).isAbsent() || isThread(message);
    }

    /** What an agent or SillyTavern writes above the first message. */
    private static boolean isHeader(Json record) {
        return (record.get("payload").isObject() && record.get("type").label().equals("session_meta"))
                || (record.hasAll("user_name", "character_name") && !record.has("mes"));
    }

    private static boolean isThread(Json record) {
        return record.get("object").label().equals("thread.message");
    }

    /** The message of the record; missing where the record is about something else. */
    private static Json message(Json record) {
        if (record.hasAll("is_user", "mes")) {
            return record;
        }
        Json payload = record.get("payload");
        if (payload.isObject()) {
            boolean isMessage = record.get("type").label().equals("response_item")
                    && (payload.get("type").label().equals("message")
                            || payload.get("type").label().equals("reasoning"));
            return isMessage ? payload : Json.missing();
        }
        Json inner = record.get("message");
        return inner.isObject() && record.has("sessionId") ? inner : record;
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        if (isThread(record)) {
            thread.add(record); // the newest stands first
            return;
        }
        Json payload = record.get("payload");
        model = payload.get("model").label().isEmpty()
                ? model
                : payload.get("model").label();
        if (!isRow(record) || isHeader(record) || record.get("isSidechain").isTrue()) {
            return; // what the tool did, not what was said
        }
        Json key = record.first(CONVERSATION);
        if (!key.label().equals(conversation)) {
            end(out);
            conversation = key.label();
            if (!seen.add(conversation)) {
                throw key.expected("the messages of a conversation to stand together");
            }
        }
        add(turn(record, message(record)), out);
    }

    private static Turn turn(Json record, Json message) throws BadRecord {
        if (record.has("mes")) {
            Json extra = record.get("extra");
            Role role = record.get("is_user").isTrue()
                    ? Role.USER
                    : record.get("is_system").isTrue() ? Role.SYSTEM : Role.ASSISTANT;
            return new Turn(
                    role,
                    record.get("mes").textOr(""),
                    extra.get("reasoning").textOr(""),
                    true,
                    FinishReason.UNKNOWN,
                    extra.get("model").label());
        }
        if (message.has("converted_value")) {
            Role role = Turn.role(message.get("role"));
            Json value = role == Role.ASSISTANT
                    ? message.first("original_value", "converted_value")
                    : message.get("converted_value");
            return Turn.of(role, value.textOr(""));
        }
        return Turn.of(message);
    }

    private void add(Turn turn, Sink out) {
        if (turn.role() == Role.SYSTEM && conversation.isEmpty() && !before.isEmpty() && isNew()) {
            end(out);
        }
        Turn last = pending;
        if (last != null && last.isThought() && turn.role() == Role.ASSISTANT) {
            pending = turn.after(last);
            return;
        }
        emit(out);
        pending = turn;
        place = out.place();
    }

    /** Whether somebody has spoken since the system message of this conversation. */
    private boolean isNew() {
        return before.stream().anyMatch(message -> message.role() != Role.SYSTEM);
    }

    private void emit(Sink out) {
        Turn turn = pending;
        pending = null;
        if (turn == null) {
            return;
        }
        if (turn.isAnswer()) {
            answers++;
            out.answer(new Draft()
                    .id(conversation.isEmpty() ? place : conversation)
                    .turn(conversation.isEmpty() ? 1 : answers)
                    .prompt(Turn.context(new ArrayList<>(before)))
                    .text(turn.text())
                    .reasoning(turn.reasoning())
                    .finish(turn.finish())
                    .model(turn.model().isEmpty() ? model : turn.model()));
        }
        before.add(turn.message());
        if (before.size() > 2 * Turn.MAX_CONTEXT) {
            before.subList(1, before.size() - Turn.MAX_CONTEXT).clear();
        }
    }

    /** The conversation ends. */
    @Override
    public void end(Sink out) {
        if (!thread.isEmpty()) {
            thread.sort(Comparator.comparingLong(MessageRows::time));
            List<Turn> turns = new ArrayList<>();
            try {
                for (Json message : thread) {
                    turns.add(Turn.of(message));
                }
                Turn.answers(
                        turns, new Draft().id(thread.get(0).get("thread_id").label()), out);
            } catch (BadRecord e) {
                out.noAnswer(e.getMessage());
            }
            thread.clear();
        }
        emit(out);
        if (!before.isEmpty() && answers == 0) {
            out.noAnswer("the conversation holds no answer of the assistant");
        }
        before.clear();
        answers = 0;
    }

    private static long time(Json message) {
        return message.get("created_at").ordinalOr(0);
    }
}
