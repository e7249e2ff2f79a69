package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/** Formats of which a record says everything in a few fields: ICE attack results, LLMmap traces, slop-forensics, deepeval. */
final class SmallRecords {
    private SmallRecords() {}

    static boolean isIce(Json record) {
        return record.hasAll("jailbreak_prompt", "query", "target_responses");
    }

    static void ice(Json record, Sink out) throws BadRecord {
        String query = record.get("query").text();
        String prompt = record.get("jailbreak_prompt").text().replace("{query}", query);
        Json answers = record.get("target_responses");
        int sample = 0;
        if (answers.isArray() && answers.size() == 0) {
            out.noAnswer("field \"" + answers.path() + "\" is empty");
        }
        for (Json answer : answers.isArray() ? answers.itemsOrNone() : List.of(answers)) {
            if (answer.isNull()) {
                out.noAnswer("field \"" + answer.path() + "\" is null");
            } else {
                out.answer(new Draft().prompt(prompt).text(answer.text()).sample(sample));
            }
            sample++;
        }
    }

    static boolean isLlmmap(Json record) {
        return record.hasAll("llm", "traces");
    }

    static void llmmap(Json record, Sink out) throws BadRecord {
        String system = "";
        Json conf = record.get("prompt_conf");
        for (String name : new String[] {"sys_prompt", "system_prompt", "system"}) {
            system = conf.get(name).isText() ? conf.get(name).text() : system;
        }
        if (record.get("traces").size() == 0) {
            out.noAnswer("field \"traces\" is empty");
        }
        for (Json trace : record.get("traces").items()) {
            List<Message> prompt = new ArrayList<>();
            if (!system.isEmpty()) {
                prompt.add(new Message(Role.SYSTEM, system));
            }
            prompt.add(new Message(Role.USER, trace.get(0).text()));
            out.answer(new Draft()
                    .prompt(prompt)
                    .text(trace.get(1).text())
                    .model(record.get("llm").label()));
        }
    }

    static boolean isSlopForensics(Json record) {
        return record.hasAll("source", "prompt", "model", "output") && !record.has("instruction");
    }

    static void slopForensics(Json record, Sink out) throws BadRecord {
        if (record.get("output").isNull()) {
            out.noAnswer("field \"output\" is null");
            return;
        }
        out.answer(new Draft()
                .id(record.get("id").label())
                .prompt(record.get("prompt").textOr(""))
                .text(record.get("output").text())
                .model(record.get("model").label()));
    }

    /** UltraChat: what both sides said in turn, in one list. */
    static boolean isUltraChat(Json record) {
        Json data = record.get("data");
        return record.has("id") && data.size() > 1 && Answered.isTexts(data) && record.size() == 2;
    }

    static void ultraChat(Json record, Sink out) throws BadRecord {
        List<Turn> turns = new ArrayList<>();
        for (Json text : record.get("data").items()) {
            turns.add(Turn.of(turns.size() % 2 == 0 ? Role.USER : Role.ASSISTANT, text.textOr("")));
        }
        Turn.answers(turns, new Draft().id(record.get("id").label()), out);
    }

    /** A prediction of OpenCompass. */
    static boolean isOpenCompass(Json record) {
        return record.hasAll("origin_prompt", "prediction");
    }

    static void openCompass(Json record, Sink out) throws BadRecord {
        List<Message> prompt = new ArrayList<>();
        Json asked = record.get("origin_prompt");
        for (Json turn : asked.itemsOrNone()) {
            Json role = turn.get("role");
            Role said = role.label().equalsIgnoreCase("bot") ? Role.ASSISTANT : Turn.role(role);
            prompt.add(new Message(said, turn.first("prompt", "content").textOr("")));
        }
        Json prediction = record.get("prediction");
        if (prediction.isNull()) {
            out.noAnswer("field \"" + prediction.path() + "\" is null");
            return;
        }
        Draft base = new Draft().id(record.get("id").label()).prompt(asked.isText() ? Turn.prompt(asked) : prompt);
        Answered.emit(prediction, base, out);
    }

    static boolean isDeepEvalCase(Json record) {
        return (record.has("input") && (record.has("actualOutput") || record.has("actual_output")))
                || isDeepEvalConversation(record);
    }

    /** A conversational case: turns of role and content, and what the conversation was to show. */
    private static boolean isDeepEvalConversation(Json record) {
        return record.get("turns").get(0).hasAll("role", "content");
    }

    static void deepEval(Json record, Sink out) throws BadRecord {
        if (isDeepEvalConversation(record)) {
            Draft base = new Draft().id(record.get("name").label());
            Turn.answers(Turn.list(record.get("turns")), base, out);
            return;
        }
        Json output = record.first("actualOutput", "actual_output");
        if (output.isAbsent()) {
            out.noAnswer("field \"" + output.path() + "\" is null");
            return;
        }
        out.answer(new Draft()
                .id(record.get("name").label())
                .prompt(record.get("input").textOr(""))
                .text(output.text()));
    }
}
