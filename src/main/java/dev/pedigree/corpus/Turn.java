package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One turn of a conversation as a log holds it.
 *
 * @param generated whether it counts as an answer if the role is the assistant's: false for examples in a prompt
 */
record Turn(Role role, String text, String reasoning, boolean generated, FinishReason finish, String model) {
    /** A prompt holds at most so many of the turns before an answer (and the system message). */
    static final int MAX_CONTEXT = 256;

    static Turn of(Role role, String text) {
        return new Turn(role, text, "", true, FinishReason.UNKNOWN, "");
    }

    /** A message with a role and a content, as OpenAI's and everybody's chat API has it. */
    static Turn of(Json message) throws BadRecord {
        if (!message.isObject()) {
            throw message.expected("a message with role and content");
        }
        MessageShape shape = MessageShape.of(message);
        Role role = shape.speaker(message);
        Content content = Content.of(shape.content(), role);
        String text = content.text();
        String reasoning = Content.reasoningOf(shape.body(), content);
        if (message.get("type").label().equals("reasoning") && message.has("summary")) { // of the Responses API
            reasoning = Content.of(message, role).reasoning();
            text = "";
        }
        if (role == Role.ASSISTANT && message.get("channel").label().equals("analysis")) { // as gpt-oss has it
            reasoning = reasoning + text;
            text = "";
        }
        boolean generated = !message.get("weight").label().equals("0")
                && !message.get("source").label().equals("input");
        FinishReason finish =
                message.first("tool_calls", "function_call").size() > 0 ? FinishReason.TOOL_CALL : FinishReason.UNKNOWN;
        return new Turn(
                role, text, reasoning, generated, finish, message.get("model").label());
    }

    static List<Turn> list(Json messages) throws BadRecord {
        List<Turn> turns = new ArrayList<>(messages.size());
        for (Json message : messages.items()) {
            Turn turn = of(message);
            int last = turns.size() - 1;
            if (last >= 0 && turns.get(last).isThought() && turn.role == Role.ASSISTANT) {
                turns.set(last, turn.after(turns.get(last)));
            } else {
                if (last >= 0 && turns.get(last).isThought() && turn.role == Role.TOOL) {
                    turns.remove(last); // it thought of the call
                }
                turns.add(turn);
            }
        }
        return turns;
    }

    /** The messages of a prompt: text, or a list of messages. */
    static List<Message> prompt(Json prompt) throws BadRecord {
        if (prompt.isAbsent()) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        if (prompt.isArray()) {
            for (Json message : prompt.items()) {
                if (message.isText()) {
                    messages.add(new Message(Role.USER, message.text()));
                } else if (message.isArray()) { // LangChain sends several conversations at a time
                    messages.addAll(prompt(message));
                } else {
                    messages.add(of(message).message());
                }
            }
        } else {
            String text = prompt.text();
            if (!text.isEmpty()) {
                messages.add(new Message(Role.USER, text));
            }
        }
        return messages;
    }

    static Role role(Json role) throws BadRecord {
        String name = role.text().toLowerCase(Locale.ROOT);
        switch (name) {
            case "user":
            case "human":
            case "prompter":
                return Role.USER;
            case "assistant":
            case "gpt":
            case "chatgpt":
            case "bard":
            case "bing":
            case "model":
            case "ai":
            case "bot":
            case "chatbot":
            case "claude":
            case "gemini":
            case "grok":
                return Role.ASSISTANT;
            case "system":
            case "developer":
                return Role.SYSTEM;
            case "tool":
            case "function":
            case "function_call":
            case "observation":
            case "function_call_output":
            case "tool_result":
            case "ipython":
            case "environment":
                return Role.TOOL;
            default:
                throw new BadRecord(
                        "field \"" + role.path() + "\": expected a role such as user, assistant or system, found \""
                                + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "\"");
        }
    }

    /** Whether the assistant only thinks, and the answer is a message of its own. */
    boolean isThought() {
        return isAnswer() && text.isEmpty() && finish == FinishReason.UNKNOWN;
    }

    Turn after(Turn thought) {
        String both = reasoning.isEmpty() ? thought.reasoning : thought.reasoning + "\n\n" + reasoning;
        return new Turn(role, text, both, generated, finish, model);
    }

    Message message() {
        return new Message(role, text);
    }

    /**
     * Makes an answer of each turn of the assistant that has text; its prompt is what stands before it. The first keeps the
     * id, later ones get "#2", "#3" and so on behind it.
     */
    static void answers(List<Turn> turns, Draft base, Sink out) {
        List<Message> before = new ArrayList<>();
        int answers = 0;
        for (Turn turn : turns) {
            if (turn.isAnswer()) {
                answers++;
                Draft draft = base.copy()
                        .turn(answers)
                        .prompt(context(before))
                        .text(turn.text)
                        .reasoning(turn.reasoning);
                if (turn.finish != FinishReason.UNKNOWN) {
                    draft.finish(turn.finish);
                }
                if (!turn.model.isEmpty()) {
                    draft.model(turn.model);
                }
                out.answer(draft);
            }
            before.add(turn.message());
        }
        if (answers == 0) {
            out.noAnswer("the conversation holds no answer of the assistant");
        }
    }

    boolean isAnswer() {
        return role == Role.ASSISTANT && generated && !(text.isEmpty() && reasoning.isEmpty());
    }

    /** What counts as the prompt of an answer: where nobody asked anything, it is not known. */
    static List<Message> context(List<Message> before) {
        if (before.stream().allMatch(message -> message.role() == Role.ASSISTANT || message.role() == Role.TOOL)) {
            return List.of();
        }
        int from = before.size() - MAX_CONTEXT;
        if (from <= 0) {
            return before;
        }
        List<Message> kept = new ArrayList<>(MAX_CONTEXT + 1);
        if (before.get(0).role() == Role.SYSTEM) {
            kept.add(before.get(0));
        }
        kept.addAll(before.subList(from, before.size()));
        return kept;
    }
}
