package dev.pedigree.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered, as a field of a record holds it: a text, several, a message, a conversation, the choices or the whole body of a
 * reply, or objects with an answer in each.
 */
final class Answered {
    private Answered() {}

    /** Whether the value is an answer, or a field that was kept for one. */
    static boolean isAnswer(Json value) {
        return value.isNull()
                || value.isText()
                || isMessage(value)
                || MessageShape.isList(value)
                || isTexts(value)
                || isChoices(value)
                || isGenerations(value)
                || isNamed(value)
                || isAnswers(value)
                || Replies.isReply(value);
    }

    /** The value that stands as JSON in a text, if it is of a kind that no model writes as its answer; else the value itself. */
    static Json opened(Json value) {
        Json opened = value.opened();
        if (opened.isText()) {
            return value;
        }
        boolean isLog = Replies.isReply(opened)
                || isChoices(opened)
                || isAssistant(opened)
                || (MessageShape.isList(opened) && isAssistant(opened.get(opened.size() - 1)));
        return isLog ? opened : value;
    }

    private static boolean isAssistant(Json message) {
        return message.get("role").label().equals("assistant") && message.has("content");
    }

    private static boolean isMessage(Json value) {
        Json content = value.get("content");
        return content.isText() || (content.isArray() && isAssistant(value));
    }

    /** Several answers to one question. */
    static boolean isTexts(Json value) {
        return value.isArray()
                && value.size() > 0
                && value.itemsOrNone().stream().allMatch(item -> item.isText() || item.isNull());
    }

    /** Whether the name is that of several answers. */
    static boolean isPlural(String name) {
        String normal = FieldNames.normal(name);
        return normal.endsWith("s") && FieldNames.isKnown(normal.substring(0, normal.length() - 1), "response");
    }

    private static boolean isChoices(Json value) {
        return value.get(0).get("message").isObject() && value.get(0).has("finish_reason");
    }

    /** What LangChain makes of a reply: for each prompt a list of texts with their messages. */
    private static boolean isGenerations(Json value) {
        return value.get("generations").get(0).get(0).get("text").isText();
    }

    /** An object with nothing but the answer in it; with more in it, it may be what the model wrote. */
    private static boolean isNamed(Json value) {
        return value.isObject() && value.size() == 1 && isNamedAnswer(FieldNames.find(value, "response"));
    }

    private static boolean isNamedAnswer(Json answer) {
        return answer.isText() || isMessage(answer);
    }

    /** Objects with an answer in each: under a sure name, or with the model that gave it, for people's answers are kept so too. */
    private static boolean isAnswers(Json value) {
        boolean sure = !List.of("output", "outputs", "answer", "answers").contains(FieldNames.normal(value.name()));
        return value.isArray()
                && value.size() > 0
                && value.itemsOrNone().stream()
                        .allMatch(item -> item.isObject()
                                && isNamedAnswer(item(item))
                                && (sure
                                        || item.has("finish_reason")
                                        || !FieldNames.find(item, "model")
                                                .label()
                                                .isEmpty()));
    }

    private static Json item(Json item) {
        return item.get("content").isText() ? item : FieldNames.find(item, "response");
    }

    /** Hands on the answers of the value. */
    static void emit(Json value, Draft base, Sink out) throws BadRecord {
        if (value.isText()) {
            out.answer(base.text(value.text())); // almost all are so
        } else if (isTexts(value)) {
            texts(value, base, out);
        } else if (MessageShape.isList(value)) {
            lastTurn(value, base, out);
        } else if (isChoices(value)) {
            choices(value, base, out);
        } else if (isGenerations(value)) {
            generations(value, base, out);
        } else if (Replies.isReply(value)) {
            Replies.answers(value, base, out);
        } else if (isAnswers(value)) {
            answers(value, base, out);
        } else {
            one(isNamed(value) ? FieldNames.find(value, "response") : value, base, out);
        }
    }

    private static void one(Json value, Draft base, Sink out) throws BadRecord {
        Content content = Content.of(value, Role.ASSISTANT);
        if (!value.isText() && content.text().isEmpty() && content.reasoning().isEmpty()) {
            out.noAnswer("field \"" + value.path() + "\" holds no text");
            return;
        }
        String reasoning = base.reasoning.isEmpty() ? Content.reasoningOf(value, content) : base.reasoning;
        out.answer(base.text(content.text()).reasoning(reasoning));
    }

    private static void texts(Json answers, Draft base, Sink out) throws BadRecord {
        int sample = base.sample;
        for (Json answer : answers.itemsOrNone()) {
            if (answer.isNull()) {
                out.noAnswer("field \"" + answer.path() + "\" is null");
            } else {
                out.answer(base.copy().text(answer.text()).sample(sample));
            }
            sample++;
        }
    }

    /** A conversation in the place of the answer: its last turn is meant, and what stands before it was the prompt. */
    private static void lastTurn(Json messages, Draft base, Sink out) throws BadRecord {
        List<Turn> turns = Turn.list(messages);
        int last = turns.size() - 1;
        if (!turns.get(last).isAnswer()) {
            out.noAnswer("the conversation does not end with an answer of the assistant");
            return;
        }
        if (!base.prompt.isKnown()) {
            base.prompt(Turn.context(
                    turns.subList(0, last).stream().map(Turn::message).toList()));
        }
        String reasoning = base.reasoning.isEmpty() ? turns.get(last).reasoning() : base.reasoning;
        out.answer(base.text(turns.get(last).text()).reasoning(reasoning));
    }

    private static void choices(Json choices, Draft base, Sink out) throws BadRecord {
        int sample = base.sample;
        for (Json choice : choices.items()) {
            Draft draft = base.copy().sample(sample++).finish(Finish.of(choice.get("finish_reason")));
            turn(choice.get("message"), draft, out);
        }
    }

    private static void generations(Json value, Draft base, Sink out) throws BadRecord {
        Json named = value.get("llm_output").first("model_name", "model");
        if (base.model.isEmpty()) {
            base.model(named.label());
        }
        int sample = base.sample;
        for (Json generation : value.get("generations").get(0).items()) {
            Json message = generation.get("message");
            Draft draft = base.copy().sample(sample++);
            if (MessageShape.is(message)) {
                turn(message, draft, out);
            } else {
                Replies.emit(draft.text(generation.get("text").textOr("")), null, out);
            }
        }
    }

    private static void turn(Json message, Draft draft, Sink out) throws BadRecord {
        Turn turn = Turn.of(message);
        if (turn.finish() != FinishReason.UNKNOWN) {
            draft.finish(turn.finish());
        }
        Replies.emit(draft.text(turn.text()).reasoning(turn.reasoning()), refusal(message), out);
    }

    private static @Nullable String refusal(Json message) {
        return message.get("refusal").isText() ? "the model refused" : null;
    }

    private static void answers(Json list, Draft base, Sink out) throws BadRecord {
        int sample = base.sample;
        for (Json item : list.items()) {
            Draft draft = base.copy().sample(sample++);
            FinishReason finish = Finish.of(FieldNames.find(item, "finish"));
            draft.finish(finish == FinishReason.UNKNOWN ? base.finish : finish);
            String model = FieldNames.find(item, "model").label();
            if (!model.isEmpty()) {
                draft.model(model);
            }
            String system = FieldNames.find(item, "system").label();
            if (!system.isEmpty() && draft.prompt.systemText().isEmpty()) {
                draft.prompt(FieldRecords.withSystem(system, draft.prompt.messages()));
            }
            draft.reasoning(FieldNames.find(item, "reasoning").label());
            one(item(item), draft, out);
        }
    }
}
