package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Histories of agents: AutoGen's results ({@code messages} or {@code chat_history}) and states ({@code llm_context}), and the messages
 * of Pydantic AI (requests and responses with parts).
 */
final class AgentRecords implements RecordReader {
    static boolean accepts(Json record) {
        return isHistory(record)
                || isHistory(messages(record))
                || !contexts(record).isEmpty()
                || isChatResult(record);
    }

    /** A list of messages of which the whole is a conversation. */
    static boolean isHistory(Json list) {
        return isPydantic(list.get(0)) || isAutoGen(list.get(0));
    }

    private static Json messages(Json record) {
        return record.first("messages", "all_messages", "new_messages", "message_history");
    }

    private static boolean isPydantic(Json message) {
        return message.has("kind") && message.get("parts").get(0).has("part_kind");
    }

    /** A message between agents, or between an agent and its model. */
    private static boolean isAutoGen(Json message) {
        String type = message.get("type").label();
        return message.hasAll("source", "content", "type")
                && !message.has("role")
                && (message.has("models_usage") || type.equals("UserMessage") || type.equals("AssistantMessage"));
    }

    /** What the agent of a state, or each agent of a team's, has exchanged with its model. */
    private static List<Json> contexts(Json record) {
        List<Json> states = new ArrayList<>(List.of(record));
        Json agents = record.get("agent_states");
        for (String agent : agents.names()) {
            Json state = agents.get(agent);
            states.add(state.get("agent_state").isObject() ? state.get("agent_state") : state);
        }
        return states.stream()
                .map(state -> state.get("llm_context").get("messages"))
                .filter(messages -> messages.size() > 0)
                .toList();
    }

    /** What AutoGen gave before version 0.4. */
    private static boolean isChatResult(Json record) {
        return record.hasAll("chat_history", "summary", "cost") && MessageShape.isList(record.get("chat_history"));
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        Draft base = new Draft().id(record.first("id", "chat_id", "run_id").label());
        List<Json> contexts = contexts(record);
        if (!contexts.isEmpty()) {
            for (Json context : contexts) {
                conversation(context, base, out);
            }
        } else if (isChatResult(record)) {
            Turn.answers(chatResult(record.get("chat_history")), base, out);
        } else {
            conversation(record.isArray() ? record : messages(record), base, out);
        }
    }

    private static void conversation(Json messages, Draft base, Sink out) throws BadRecord {
        List<Turn> turns = new ArrayList<>();
        String instructions = "";
        for (Json message : messages.items()) {
            if (isPydantic(message)) {
                String told = message.get("instructions").textOr("");
                if (!told.isEmpty() && !told.equals(instructions)) {
                    turns.add(Turn.of(Role.SYSTEM, told));
                    instructions = told;
                }
                pydantic(message, turns);
            } else {
                add(turns, autoGen(message));
            }
        }
        Turn.answers(turns, base, out);
    }

    /** The history is the initiator's, to whom its own messages are the assistant's; where it begins with a question, they are not. */
    private static List<Turn> chatResult(Json history) throws BadRecord {
        List<Turn> turns = Turn.list(history);
        boolean turned = !turns.isEmpty() && turns.get(0).role() == Role.ASSISTANT;
        List<Turn> seen = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            Role role =
                    turn.role() == Role.ASSISTANT ? Role.USER : turn.role() == Role.USER ? Role.ASSISTANT : turn.role();
            seen.add(turned ? turn(role, turn.text(), turn.reasoning(), turn.finish(), "") : turn);
        }
        return seen;
    }

    private static void add(List<Turn> turns, Turn turn) {
        int last = turns.size() - 1;
        if (last >= 0 && turns.get(last).isThought() && turn.role() == Role.ASSISTANT) {
            turns.set(last, turn.after(turns.get(last)));
            return;
        }
        if (last >= 0 && turns.get(last).isThought() && turn.role() == Role.TOOL) {
            turns.remove(last); // it thought of the call
        }
        turns.add(turn);
    }

    private static Turn autoGen(Json message) throws BadRecord {
        Json content = message.get("content");
        Json words = content.isObject()
                        || content.get(0).has("arguments")
                        || content.get(0).has("call_id")
                ? Json.missing() // a structure, a call of a tool, or its result
                : content;
        String type = message.get("type").label();
        Role role = autoGenRole(type, message);
        String text = Content.of(words, role).text();
        if (type.equals("ThoughtEvent")) {
            return turn(Role.ASSISTANT, "", text, FinishReason.UNKNOWN, "");
        }
        String thought = role == Role.ASSISTANT ? message.get("thought").textOr("") : "";
        boolean isCall = role == Role.ASSISTANT && content.isArray() && words.isMissing();
        return turn(isCall ? Role.TOOL : role, text, isCall ? "" : thought, FinishReason.UNKNOWN, "");
    }

    /** A message that took a model's work is an answer; others come from people, or from the machinery. */
    private static Role autoGenRole(String type, Json message) {
        switch (type) {
            case "AssistantMessage":
            case "ThoughtEvent":
                return Role.ASSISTANT;
            case "SystemMessage":
                return Role.SYSTEM;
            case "UserMessage":
                return Role.USER;
            case "TextMessage":
            case "MultiModalMessage":
            case "StructuredMessage":
                return message.get("models_usage").isObject() ? Role.ASSISTANT : Role.USER;
            default:
                return Role.TOOL;
        }
    }

    private static void pydantic(Json message, List<Turn> turns) throws BadRecord {
        if (!message.get("kind").label().equals("response")) {
            for (Json part : message.get("parts").items()) {
                Role role = pydanticRole(part.get("part_kind").label());
                Json content = part.get("content");
                boolean isStructure = content.isObject() || role == Role.TOOL;
                turns.add(Turn.of(role, isStructure ? "" : said(content)));
            }
            return;
        }
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        boolean called = false;
        for (Json part : message.get("parts").items()) {
            String kind = part.get("part_kind").label();
            if (kind.equals("text")) {
                Content.appendBlock(text, part.get("content").textOr(""));
            } else if (kind.equals("thinking")) {
                Content.appendBlock(reasoning, part.get("content").textOr(""));
            } else {
                called |= kind.equals("tool-call");
            }
        }
        boolean spoke = text.length() > 0;
        FinishReason finish = called ? FinishReason.TOOL_CALL : Finish.of(message.get("finish_reason"));
        turns.add(
                called && !spoke
                        ? Turn.of(Role.TOOL, "")
                        : turn(
                                Role.ASSISTANT,
                                text.toString(),
                                reasoning.toString(),
                                finish,
                                message.get("model_name").label()));
    }

    private static Role pydanticRole(String kind) {
        switch (kind) {
            case "system-prompt":
                return Role.SYSTEM;
            case "user-prompt":
                return Role.USER;
            default:
                return Role.TOOL;
        }
    }

    /** A text, or texts among images and files. */
    private static String said(Json content) throws BadRecord {
        if (!content.isArray()) {
            return content.textOr("");
        }
        StringBuilder text = new StringBuilder();
        for (Json item : content.items()) {
            String more = item.isText() ? item.text() : "";
            text.append(text.length() == 0 || more.isEmpty() ? "" : "\n").append(more);
        }
        return text.toString();
    }

    private static Turn turn(Role role, String text, String reasoning, FinishReason finish, String model) {
        return new Turn(role, text, reasoning, true, finish, model);
    }
}
