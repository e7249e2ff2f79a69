package dev.pedigree.corpus;

import java.util.List;

/** Events of OpenAI's evals: only those of type "sampling" carry text. */
final class OpenAiEvalsRecords implements RecordReader {
    private String model = "";

    static boolean accepts(Json record) {
        return record.get("spec").isObject() && !model(record.get("spec")).isEmpty()
                || record.hasAll("run_id", "event_id", "type", "data")
                || record.has("final_report");
    }

    /** The model of the run; versions of 2023 called it otherwise. */
    private static String model(Json spec) {
        Json older =
                spec.get("model_specs").first("completions_", "completions").get(0);
        String named = spec.get("completion_fns").get(0).label();
        if (named.isEmpty()) {
            named = spec.get("model_name").label();
        }
        return named.isEmpty() ? older.first("model", "name").label() : named;
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        if (record.has("spec")) {
            model = model(record.get("spec"));
            return;
        }
        if (!record.get("type").label().equals("sampling")) {
            return;
        }
        Json data = record.get("data");
        Json sampled = data.get("sampled");
        Draft base = new Draft()
                .id(record.get("sample_id").label())
                .prompt(Turn.prompt(data.get("prompt")))
                .model(
                        data.get("model").label().isEmpty()
                                ? model
                                : data.get("model").label());
        List<Json> answers = sampled.isArray() ? sampled.itemsOrNone() : List.of(sampled);
        if (answers.isEmpty()) {
            out.noAnswer("nothing was sampled");
        }
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).isNull()) {
                out.noAnswer("field \"" + answers.get(i).path() + "\" is null");
            } else {
                out.answer(base.copy().text(answers.get(i).text()).sample(i));
            }
        }
    }
}
