package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/** Answers to MT-bench and Arena-Hard v0.1 ({@code question_id, model_id, choices[].turns[]}), joined with their questions. */
final class JudgedRecords implements RecordReader {
    private final Questions questions;

    JudgedRecords(Questions questions) {
        this.questions = questions;
    }

    static boolean accepts(Json record) {
        return record.hasAll("question_id", "model_id")
                && (record.get("choices").isArray() || isSingle(record));
    }

    /** FastChat's first form, which held one text for one question. */
    private static boolean isSingle(Json record) {
        return record.has("answer_id") && record.get("text").isText();
    }

    static boolean isQuestion(Json record) {
        return !record.has("choices")
                && (record.has("question_id") || record.has("uid"))
                && (record.get("turns").isArray() || (record.get("prompt").isText() && record.has("category")))
                && !record.has("response");
    }

    /** What a judge wrote about answers, in a file beside them. */
    static boolean isJudgment(Json record) {
        return record.hasAll("question_id", "judge") && (record.has("judgment") || record.has("g1_judgment"));
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        String id = record.get("question_id").label();
        List<Message> asked = questions.prompt(id).messages();
        if (isSingle(record)) {
            out.answer(new Draft()
                    .id(id)
                    .prompt(asked)
                    .text(record.get("text").text())
                    .model(record.get("model_id").label()));
            return;
        }
        int sample = 0;
        if (record.get("choices").size() == 0) {
            out.noAnswer("the record has no choices");
        }
        for (Json choice : record.get("choices").items()) {
            List<Turn> turns = new ArrayList<>();
            int at = 0;
            for (Json turn : choice.get("turns").items()) {
                if (at < asked.size()) {
                    turns.add(Turn.of(Role.USER, asked.get(at).text()));
                }
                Content content = Content.of(turn, Role.ASSISTANT);
                turns.add(
                        new Turn(Role.ASSISTANT, content.text(), content.reasoning(), true, FinishReason.UNKNOWN, ""));
                at++;
            }
            Draft base = new Draft()
                    .id(id)
                    .model(record.get("model_id").label())
                    .sample(choice.get("index").ordinalOr(sample));
            sample++;
            Turn.answers(turns, base, out);
        }
    }
}
