package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records whose fields (or columns) are named by the caller, or by one of the names that people commonly use. A name with dots
 * leads into objects and, with numbers, lists.
 */
final class FieldRecords implements RecordReader {
    private final Map<String, String> named;

    FieldRecords(Map<String, String> named) {
        this.named = named;
    }

    /** An answer, and a question or what names one, under common names, where no other format knows the record. */
    static boolean accepts(Json record) {
        Json question = question(record);
        boolean asked =
                holdsQuestion(record) || !FieldNames.find(record, "id").label().isEmpty();
        if (!asked || !holdsAnswer(record) || isTexts(question) || isPair(record)) {
            return false;
        }
        for (CorpusFormat format : CorpusFormat.values()) {
            if (format != CorpusFormat.FIELDS && format.accepts(record)) {
                return false;
            }
        }
        return true;
    }

    /** Two answers to a prompt, one to be preferred: whose they are is not known, so nobody can choose but the caller. */
    static boolean isPair(Json record) {
        return record.hasAll("chosen", "rejected");
    }

    static boolean holdsQuestion(Json record) {
        Json question = question(record);
        return question.isText() || question.isNull() || question.get(0).has("role");
    }

    /** Whether there is an answer, or several, under a name that tells one: "text" alone may be anything. */
    static boolean holdsAnswer(Json record) {
        Json answer = FieldNames.find(record, "response");
        boolean isOne = answer.isText()
                || answer.isNull()
                || answer.get("content").isText()
                || answer.get(0).has("role");
        return (isOne || isTexts(answer)) && !answer.path().equals("text");
    }

    private static Json question(Json record) {
        Json question = FieldNames.find(record, "prompt");
        return question.isMissing() && record.get("messages").isArray() ? record.get("messages") : question;
    }

    /** Several answers to one question. */
    private static boolean isTexts(Json value) {
        return value.isArray()
                && value.size() > 0
                && value.itemsOrNone().stream().allMatch(item -> item.isText() || item.isNull());
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        Json response = field(record, "response");
        if (response.isMissing()) {
            throw response.expected("the answer");
        }
        if (response.isNull()) {
            out.noAnswer("field \"" + response.path() + "\" is null");
            return;
        }
        String reasoning = field(record, "reasoning").textOr("");
        Draft base = new Draft()
                .id(field(record, "id").label())
                .prompt(prompt(record))
                .reasoning(reasoning)
                .model(field(record, "model").label())
                .language(Languages.tag(field(record, "lang").label()))
                .sample(field(record, "sample").ordinalOr(0))
                .finish(Finish.of(field(record, "finish")));
        if (isTexts(response)) {
            samples(response, base, out);
        } else if (response.get(0).has("role")) {
            lastTurn(response, base, out);
        } else {
            Content content = Content.of(response, Role.ASSISTANT);
            if (response.isArray()
                    && content.text().isEmpty()
                    && content.reasoning().isEmpty()) {
                out.noAnswer("field \"" + response.path() + "\" holds no text");
                return;
            }
            out.answer(base.text(content.text()).reasoning(reasoning.isEmpty() ? content.reasoning() : reasoning));
        }
    }

    private List<Message> prompt(Json record) throws BadRecord {
        List<Message> prompt = new ArrayList<>();
        String system = field(record, "system").textOr("");
        if (!system.isEmpty()) {
            prompt.add(new Message(Role.SYSTEM, system));
        }
        Json asked = named.containsKey("prompt") ? field(record, "prompt") : question(record);
        String more = record.first("input", "context").label();
        if (asked.path().equals("instruction") && asked.isText() && !more.isEmpty() && !named.containsKey("prompt")) {
            prompt.add(new Message(Role.USER, asked.text() + "\n" + more));
        } else {
            prompt.addAll(Turn.prompt(asked));
        }
        return prompt;
    }

    private static void samples(Json answers, Draft base, Sink out) throws BadRecord {
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

    private Json field(Json record, String what) {
        String name = named.get(what);
        return name == null ? FieldNames.find(record, what) : at(record, name);
    }

    private static Json at(Json record, String name) {
        if (record.has(name)) {
            return record.get(name);
        }
        Json value = record;
        for (String step : name.split("\\.", -1)) {
            int index = Json.root(step).ordinalOr(-1);
            value = value.isArray() && index >= 0 ? value.get(index) : value.get(step);
        }
        return value;
    }
}
