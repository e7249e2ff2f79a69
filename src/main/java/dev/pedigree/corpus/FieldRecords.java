package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records whose fields (or columns) are named by the caller, or by one of the names that people commonly use. A name with dots
 * leads into objects and, with numbers, lists.
 */
final class FieldRecords implements RecordReader {
    /** What a field can be named for, each with the names that are tried. */
    static final Map<String, List<String>> COMMON = new HashMap<>();

    static {
        COMMON.put(
                "response",
                List.of(
                        "response",
                        "answer",
                        "completion",
                        "output",
                        "model_output",
                        "generated_text",
                        "generation",
                        "reply",
                        "responses",
                        "answers",
                        "completions",
                        "outputs",
                        "generations",
                        "text"));
        COMMON.put("prompt", List.of("prompt", "question", "query", "instruction", "input"));
        COMMON.put("system", List.of("system", "system_prompt"));
        COMMON.put("reasoning", List.of("reasoning", "reasoning_content", "thinking"));
        COMMON.put("model", List.of("model", "model_id", "model_name", "generator", "llm"));
        COMMON.put("id", List.of("id", "prompt_id", "question_id", "uid", "custom_id"));
        COMMON.put("lang", List.of("lang", "language"));
        COMMON.put("sample", List.of("sample", "sample_index", "epoch"));
        COMMON.put("finish", List.of("finish", "finish_reason", "stop_reason"));
    }

    /** Names that alone tell an answer; "text" may be anything. */
    private static final List<String> ANSWERS =
            COMMON.get("response").stream().filter(name -> !name.equals("text")).toList();

    private static final List<String> QUESTIONS = COMMON.get("prompt");

    private final Map<String, String> named;

    FieldRecords(Map<String, String> named) {
        this.named = named;
    }

    /** A question and an answer under common names, where no other format knows the record. */
    static boolean accepts(Json record) {
        boolean answered = holdsOne(record, ANSWERS) || ANSWERS.stream().anyMatch(name -> isTexts(record.get(name)));
        if (!holdsOne(record, QUESTIONS) || !answered || isTexts(record.first("prompt", "question"))) {
            return false;
        }
        for (CorpusFormat format : CorpusFormat.values()) {
            if (format != CorpusFormat.FIELDS && format.accepts(record)) {
                return false;
            }
        }
        return true;
    }

    static boolean holdsQuestion(Json record) {
        return holdsOne(record, QUESTIONS);
    }

    /** Whether there is text under one of the names that people commonly use for it. */
    static boolean holds(Json record, String what) {
        return COMMON.getOrDefault(what, List.of(what)).stream()
                .anyMatch(name -> record.get(name).isText());
    }

    /** Several answers to one question. */
    private static boolean isTexts(Json value) {
        return value.size() > 0 && value.itemsOrNone().stream().allMatch(item -> item.isText() || item.isNull());
    }

    private static boolean holdsOne(Json record, List<String> names) {
        for (String name : names) {
            Json value = record.get(name);
            if (value.isText() || value.isNull() || value.get(0).has("role")) {
                return true;
            }
        }
        return false;
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
        List<Message> prompt = new ArrayList<>();
        String system = field(record, "system").textOr("");
        if (!system.isEmpty()) {
            prompt.add(new Message(Role.SYSTEM, system));
        }
        prompt.addAll(Turn.prompt(field(record, "prompt")));
        String more = record.first("input", "context").label();
        if (!more.isEmpty()
                && !named.containsKey("prompt")
                && record.get("instruction").isText()
                && !record.has("prompt")) {
            prompt.set(
                    prompt.size() - 1,
                    new Message(Role.USER, record.get("instruction").text() + "\n" + more));
        }
        String reasoning = field(record, "reasoning").textOr("");
        Draft base = new Draft()
                .id(field(record, "id").label())
                .prompt(prompt)
                .reasoning(reasoning)
                .model(field(record, "model").label())
                .language(Languages.tag(field(record, "lang").label()))
                .sample(field(record, "sample").ordinalOr(0))
                .finish(Finish.of(field(record, "finish")));
        if (isTexts(response)) {
            samples(response, base, out);
            return;
        }
        Content content = Content.of(response.isArray() ? last(response) : response, Role.ASSISTANT);
        out.answer(base.text(content.text()).reasoning(reasoning.isEmpty() ? content.reasoning() : reasoning));
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

    private static Json last(Json messages) {
        Json message = messages.get(messages.size() - 1);
        return message.has("content") ? message.get("content") : messages;
    }

    private Json field(Json record, String what) {
        String name = named.get(what);
        if (name != null) {
            return at(record, name);
        }
        List<String> common = COMMON.getOrDefault(what, List.of(what));
        for (String candidate : common) {
            if (record.has(candidate)) {
                return record.get(candidate);
            }
        }
        return record.get(common.get(0));
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
