package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/** Alpaca ({@code instruction, input, output}) and AlpacaEval (with {@code generator}; annotations hold two outputs). */
final class InstructionRecords implements RecordReader {
    static boolean isAlpaca(Json record) {
        return record.hasAll("instruction", "output") && !record.has("generator");
    }

    static boolean isAlpacaEval(Json record) {
        return record.hasAll("instruction", "output", "generator")
                || record.hasAll("instruction", "output_1", "output_2", "generator_1", "generator_2");
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        List<Message> prompt = new ArrayList<>();
        String system = record.get("system").textOr("");
        if (!system.isEmpty()) {
            prompt.add(new Message(Role.SYSTEM, system));
        }
        if (!record.get("history").isAbsent()) {
            for (Json pair : record.get("history").items()) {
                prompt.add(new Message(Role.USER, pair.get(0).text()));
                prompt.add(new Message(Role.ASSISTANT, pair.get(1).text()));
            }
        }
        String input = record.get("input").textOr("");
        String instruction = record.get("instruction").text();
        String between = input.isEmpty() || instruction.isEmpty() ? "" : "\n";
        prompt.add(new Message(Role.USER, instruction + between + input));
        Draft base = new Draft().id(record.first("id", "question_id").label()).prompt(prompt);
        if (record.has("output_1")) {
            output(record, "output_1", "generator_1", base, out);
            output(record, "output_2", "generator_2", base, out);
        } else {
            output(record, "output", record.has("generator") ? "generator" : "model", base, out);
        }
    }

    private static void output(Json record, String output, String model, Draft base, Sink out) throws BadRecord {
        if (record.get(output).isNull()) {
            out.noAnswer("field \"" + output + "\" is null");
        } else {
            out.answer(base.copy()
                    .text(record.get(output).text())
                    .model(record.get(model).label()));
        }
    }
}
