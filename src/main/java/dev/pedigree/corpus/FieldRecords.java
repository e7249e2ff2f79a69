package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records whose fields (or columns) are named by the caller, or by one of the names that people commonly use. A name with dots
 * leads into objects and, with numbers, lists.
 */
final class FieldRecords implements RecordReader {
    private static final List<String> SETTINGS = List.of(
            "on", "off", "none", "minimal", "low", "medium", "high", "auto", "enabled", "disabled", "true", "false");

    private final Map<String, String> named;

    FieldRecords(Map<String, String> named) {
        this.named = named;
    }

    /** An answer, and a question or what names one, under common names, where no other format knows the record. */
    static boolean accepts(Json record) {
        Json question = question(record);
        boolean asked =
                holdsQuestion(record) || !FieldNames.find(record, "id").label().isEmpty();
        boolean isList = Answered.isTexts(question) && !isHistory(question);
        if (!asked || !holdsAnswer(record) || isList || isPair(record)) {
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
        return question.isNull() || question.isText() || Asked.isQuestion(question) || isHistory(question);
    }

    /** Whether the question stands under a name of its own, alone or as the turns of a conversation. */
    static boolean holdsQuestionText(Json record) {
        Json question = FieldNames.find(record, "prompt");
        return Asked.isQuestion(question) || Answered.isTexts(question);
    }

    /** Whether there is an answer, or several, under a name that tells one: "text" alone may be anything. */
    static boolean holdsAnswer(Json record) {
        Json answer = FieldNames.find(record, "response");
        return Answered.isAnswer(answer)
                && (!answer.name().equals("text") || answer.isArray() || saysWhyItEnds(record));
    }

    /** What ends for a reason was generated. */
    private static boolean saysWhyItEnds(Json record) {
        return record.has("finish_reason") || record.get("meta_info").has("finish_reason");
    }

    private static Json question(Json record) {
        Json question = FieldNames.find(record, "prompt");
        if (question.isMissing()) {
            question = record.get("messages");
            return question.isArray() ? question : record.get("chat_history");
        }
        return question;
    }

    /** Texts of both sides in turn, of which the last asks. */
    private static boolean isHistory(Json question) {
        return question.name().equals("chat_history") && Answered.isTexts(question) && question.size() % 2 == 1;
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
        String reasoning = reasoning(field(record, "reasoning"));
        Draft base = new Draft()
                .id(field(record, "id").label())
                .prompt(prompt(record))
                .reasoning(reasoning)
                .model(field(record, "model").label())
                .language(Languages.tag(field(record, "lang").label()))
                .sample(field(record, "sample").ordinalOr(0))
                .finish(Finish.of(field(record, "finish")));
        Json answer = withoutEcho(Answered.opened(response), base.prompt.lastUserText());
        Json models = record.first("models", "generation_models", "model_names");
        if (Answered.isTexts(answer)
                && models.size() == answer.size()
                && models.get(0).isText()) {
            named(answer, models, base, out);
        } else if (isTwiceJson(record, response)) {
            out.answer(base.text(unquoted(response)));
        } else {
            Answered.emit(answer, base.text(""), out);
        }
    }

    /** Hugging Face's pipelines and vLLM's plain server give the prompt back in front of the answer, under these names. */
    private static Json withoutEcho(Json answer, String prompt) {
        boolean echoes = answer.name().equals("generated_text") || answer.name().equals("text");
        if (!echoes || prompt.isEmpty()) {
            return answer;
        }
        if (answer.isText()) {
            String text = answer.label();
            return text.startsWith(prompt) ? Json.root(text.substring(prompt.length())) : answer;
        }
        if (!Answered.isTexts(answer)) {
            return answer;
        }
        List<@Nullable Object> texts = new ArrayList<>();
        for (Json item : answer.itemsOrNone()) {
            String text = item.label();
            texts.add(item.isNull() ? null : text.startsWith(prompt) ? text.substring(prompt.length()) : text);
        }
        return Json.root(texts);
    }

    /** Each answer with the model that gave it, the models in a list of their own. */
    private static void named(Json answers, Json models, Draft base, Sink out) throws BadRecord {
        for (int i = 0; i < answers.size(); i++) {
            Draft draft = base.copy().sample(base.sample + i);
            Json answer = answers.get(i);
            Answered.emit(answer, draft.model(models.get(i).label()), out);
        }
    }

    /** Exports of tracers write each cell as JSON: where the question is messages, a text in quotes is the text within. */
    private boolean isTwiceJson(Json record, Json response) {
        String text = response.label();
        return text.length() > 1
                && text.startsWith("\"")
                && asked(record).isText()
                && !opened(asked(record)).isText()
                && !unquoted(response).isEmpty();
    }

    private static String unquoted(Json response) {
        Json list = Json.root("[" + response.label() + "]").opened();
        return list.size() == 1 ? list.get(0).label() : "";
    }

    /** The reasoning; some tools write under the same name how much of it was asked for. */
    static String reasoning(Json value) throws BadRecord {
        String text = value.isTrue() || value.isFalse() ? "" : value.textOr("");
        return SETTINGS.contains(text) ? "" : text;
    }

    private List<Message> prompt(Json record) throws BadRecord {
        List<Message> prompt = new ArrayList<>();
        String system = field(record, "system").textOr("");
        Json asked = asked(record);
        String more = record.first("input", "context").label();
        if (asked.path().equals("instruction") && asked.isText() && !more.isEmpty() && !named.containsKey("prompt")) {
            prompt.add(new Message(Role.USER, asked.text() + "\n" + more));
        } else if (isHistory(asked)) {
            for (int i = 0; i < asked.size(); i++) {
                prompt.add(new Message(
                        i % 2 == 0 ? Role.USER : Role.ASSISTANT, asked.get(i).text()));
            }
        } else {
            prompt.addAll(Asked.messages(opened(asked)));
        }
        return withSystem(system, prompt);
    }

    /** The messages behind a system message, if there is one that they do not hold already. */
    static List<Message> withSystem(String system, List<Message> messages) {
        if (system.isEmpty() || messages.contains(new Message(Role.SYSTEM, system))) {
            return messages;
        }
        List<Message> all = new ArrayList<>();
        all.add(new Message(Role.SYSTEM, system));
        all.addAll(messages);
        return all;
    }

    private Json asked(Json record) {
        return named.containsKey("prompt") ? field(record, "prompt") : question(record);
    }

    /** Messages or a request that stand as JSON in a text; any other JSON is the text that was sent. */
    static Json opened(Json question) {
        Json opened = question.opened();
        if (opened.isText()) {
            return question;
        }
        return MessageShape.isList(opened) || MessageShape.isList(opened.get("messages")) ? opened : question;
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
