package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Attempts in a report of garak. Each is written twice, when it was answered (status 1) and when it was judged (status 2): the
 * second is read. A hit log, with one row per hit, is read too.
 */
final class GarakRecords implements RecordReader {
    private final KeySet started = new KeySet();
    private final KeySet completed = new KeySet();
    private final KeySet hits = new KeySet();
    private long repeated;
    private String model = "";

    static boolean accepts(Json record) {
        return record.get("entry_type").isText() || isHit(record);
    }

    private static boolean isHit(Json record) {
        return record.hasAll("attempt_id", "probe", "output", "generator");
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        if (isHit(record)) {
            hit(record, out);
            return;
        }
        switch (record.get("entry_type").text()) {
            case "start_run setup":
                model = record.first("plugins.target_name", "plugins.model_name")
                        .label();
                break;
            case "attempt":
                attempt(record, out);
                break;
            default:
                break; // init, config, eval, completion and digest rows carry no answers
        }
    }

    private void attempt(Json record, Sink out) throws BadRecord {
        String uuid = record.get("uuid").label();
        if (!record.get("status").label().equals("2")) {
            started.add(uuid);
            return;
        }
        boolean isNew = completed.add(uuid);
        repeated += started.contains(uuid) && isNew ? 1 : 0;
        if (!isNew || started.contains(uuid)) {
            out.duplicate();
        }
        if (!isNew) {
            return;
        }
        Json prompt = record.get("prompt");
        List<Message> messages = new ArrayList<>();
        if (prompt.isObject()) {
            for (Turn turn : Turn.list(prompt.get("turns"))) {
                messages.add(turn.message());
            }
        } else {
            messages.addAll(Turn.prompt(prompt));
        }
        int sample = 0;
        if (record.get("outputs").items().isEmpty()) {
            out.noAnswer("the attempt has no outputs");
        }
        for (Json output : record.get("outputs").items()) {
            Json text = output.isObject() ? output.get("text") : output;
            if (text.isAbsent()) {
                out.noAnswer("output " + sample + " of the attempt is null");
            } else {
                out.answer(new Draft()
                        .id(uuid)
                        .prompt(messages)
                        .model(model)
                        .text(text.text())
                        .sample(sample));
            }
            sample++;
        }
    }

    private void hit(Json record, Sink out) throws BadRecord {
        String id = record.get("attempt_id").label();
        String at = record.get("attempt_idx").label();
        if (!hits.add(id + '\u001f' + at)) {
            out.duplicate();
            return;
        }
        Json prompt = record.get("prompt");
        Json output = record.get("output");
        out.answer(new Draft()
                .id(id)
                .prompt(prompt.isObject() ? messagesOf(prompt) : Turn.prompt(prompt))
                .model(record.get("generator").label())
                .sample(record.get("attempt_idx").ordinalOr(0))
                .text(output.isObject() ? output.get("text").text() : output.text()));
    }

    private static List<Message> messagesOf(Json prompt) throws BadRecord {
        List<Message> messages = new ArrayList<>();
        for (Turn turn : Turn.list(prompt.get("turns"))) {
            messages.add(turn.message());
        }
        return messages;
    }

    @Override
    public void end(Sink out) {
        long lost = started.size() - repeated;
        for (long i = 0; i < lost; i++) {
            out.noAnswer("an attempt that was begun (status 1) and never completed (status 2)");
        }
    }
}
