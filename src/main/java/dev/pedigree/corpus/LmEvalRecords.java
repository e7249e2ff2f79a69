package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples of the LM Evaluation Harness: one row per document and filter, so the rows of further filters repeat the same answers.
 * Requests for log-likelihoods carry no text.
 */
final class LmEvalRecords implements RecordReader {
    private final String model;
    private final KeySet seen = new KeySet();

    LmEvalRecords(String model) {
        this.model = model;
    }

    static boolean accepts(Json record) {
        return record.hasAll("doc_id", "resps") && (record.has("arguments") || record.has("doc"));
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        String id = record.get("doc_id").label();
        Json arguments = arguments(record.get("arguments"));
        String key = id
                + '\u001f'
                + record.get("doc_hash").label()
                + '\u001f'
                + record.get("prompt_hash").label();
        if (!seen.add(key)) {
            out.duplicate();
            return;
        }
        List<String> answers = new ArrayList<>();
        for (Json request : record.get("resps").items()) {
            if (request.isText()) {
                answers.add(request.text());
            }
            for (Json answer : request.itemsOrNone()) {
                if (!answer.isText() || isLogLikelihood(request)) {
                    answers.clear();
                    break;
                }
                answers.add(answer.text());
            }
        }
        if (answers.isEmpty()) {
            out.noAnswer("a log-likelihood request: there is no text");
            return;
        }
        Draft base = new Draft()
                .id(id)
                .model(model)
                .prompt(prompt(argument(arguments, 0)))
                .finish(cutsText(argument(arguments, 1)) ? FinishReason.LENGTH : FinishReason.UNKNOWN);
        for (int i = 0; i < answers.size(); i++) {
            out.answer(base.copy().text(answers.get(i)).sample(i));
        }
    }

    /** Newer versions write the pair of log-likelihood and greediness as text. */
    private static boolean isLogLikelihood(Json request) {
        return request.size() == 2
                && (request.get(1).label().equals("True")
                        || request.get(1).label().equals("False"));
    }

    private static Json arguments(Json arguments) {
        return arguments.isObject() ? arguments.get("gen_args_0") : arguments.get(0);
    }

    private static Json argument(Json arguments, int index) {
        return arguments.isObject() ? arguments.get("arg_" + index) : arguments.get(index);
    }

    private static List<Message> prompt(Json argument) throws BadRecord {
        Json text = argument.isArray() ? argument.get(0) : argument;
        if (text.isObject()) {
            return Turn.prompt(argument);
        }
        return text.isAbsent() ? List.of() : ChatTemplate.messages(text.text());
    }

    /** Whether generation stopped at something that stands in ordinary text, such as a line end or a full stop. */
    private static boolean cutsText(Json parameters) {
        Json until = parameters.get("until");
        List<Json> stops = until.isArray() ? until.itemsOrNone() : List.of(until);
        for (Json stop : stops) {
            String text = stop.label();
            if (!text.isEmpty() && (text.isBlank() || text.equals(".") || text.equals(",") || text.equals(";"))) {
                return true;
            }
        }
        return false;
    }
}
