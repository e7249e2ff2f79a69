package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A question with two or more answers side by side, each in a field of its own with a letter or number behind the name
 * ({@code response_a}, {@code response_b}; {@code response_0}, {@code response_1}), and the models likewise. Of {@code chosen} and
 * {@code rejected} nobody can say which is meant; here all are read, for the models are named or the answers only numbered.
 */
final class SideRecords {
    /** What may be the options of a question that is to be ticked, where no model is named for them. */
    private static final List<String> OPTIONS = List.of("answer", "answers", "text", "prediction");

    private SideRecords() {}

    static boolean accepts(Json record) {
        return FieldNames.find(record, "response").isMissing()
                && !InstructionRecords.isAlpacaEval(record)
                && FieldRecords.holdsQuestionText(record)
                && sides(record).size() > 1;
    }

    /** The names of the answers, by what stands behind them; empty where those behind one another have not all the same name. */
    private static Map<String, String> sides(Json record) {
        Map<String, String> sides = new TreeMap<>();
        TreeSet<String> stems = new TreeSet<>();
        for (String name : record.names()) {
            int at = name.length() - 1;
            boolean numbered = at > 1 && isMark(name.charAt(at));
            int end = numbered && (name.charAt(at - 1) == '_' || name.charAt(at - 1) == ' ') ? at - 1 : at;
            String stem = numbered ? name.substring(0, end) : "";
            boolean mayBeOption = OPTIONS.contains(FieldNames.normal(stem))
                    && model(record, mark(name), name).isEmpty();
            boolean isAnswer = !mayBeOption
                    && FieldNames.best(List.of(stem), "response") != null
                    && Answered.isAnswer(record.get(name));
            if (isAnswer && (end < at || name.charAt(at) < 'a')) {
                stems.add(stem);
                sides.put(mark(name), name);
            }
        }
        return stems.size() == 1 ? sides : new TreeMap<>();
    }

    private static String mark(String name) {
        return name.substring(name.length() - 1);
    }

    private static boolean isMark(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static void sides(Json record, Sink out) throws BadRecord {
        List<Message> system = new ArrayList<>();
        String said = FieldNames.find(record, "system").label();
        if (!said.isEmpty()) {
            system.add(new Message(Role.SYSTEM, said));
        }
        Json asked = listed(FieldRecords.opened(FieldNames.find(record, "prompt")));
        Draft base = new Draft()
                .id(FieldNames.find(record, "id").label())
                .language(Languages.tag(FieldNames.find(record, "lang").label()));
        for (Map.Entry<String, String> side : sides(record).entrySet()) {
            Json answer = record.get(side.getValue());
            Draft draft = base.copy().model(model(record, side.getKey(), side.getValue()));
            Json turns = listed(answer);
            if (answer.isNull()) {
                out.noAnswer("field \"" + answer.path() + "\" is null");
            } else if (turns.isArray() && Answered.isTexts(asked) && turns.size() == asked.size()) {
                conversation(asked, turns, system, draft, out);
            } else {
                List<Message> prompt = new ArrayList<>(system);
                prompt.addAll(Asked.messages(asked));
                Answered.emit(Answered.opened(answer), draft.prompt(prompt), out);
            }
        }
    }

    /** The arena keeps the turns of both as lists of texts, in a table as JSON in a cell. */
    private static Json listed(Json value) {
        Json opened = value.opened();
        return Answered.isTexts(opened) || (opened.size() == 1 && opened.get(0).isNull()) ? opened : value;
    }

    private static void conversation(Json asked, Json answers, List<Message> system, Draft base, Sink out)
            throws BadRecord {
        List<Turn> turns = new ArrayList<>();
        system.forEach(message -> turns.add(Turn.of(message.role(), message.text())));
        for (int i = 0; i < asked.size(); i++) {
            turns.add(Turn.of(Role.USER, asked.get(i).textOr("")));
            turns.add(Turn.of(Role.ASSISTANT, answers.get(i).textOr("")));
        }
        Turn.answers(turns, base, out);
    }

    private static String model(Json record, String mark, String answer) {
        return record.first(
                        "model_" + mark,
                        "generator_" + mark,
                        "model" + mark,
                        answer + "_model",
                        answer + "_source",
                        "model_name_" + mark)
                .label();
    }
}
