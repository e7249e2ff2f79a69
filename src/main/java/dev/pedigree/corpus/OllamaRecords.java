package dev.pedigree.corpus;

/** Replies of Ollama, whole or streamed: pieces with {@code done: false} are put together until one says {@code done: true}. */
final class OllamaRecords implements RecordReader {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private String model = "";

    /** Whether the record is a reply, or holds one beside the request. */
    static boolean accepts(Json record) {
        return Replies.isOllama(body(record));
    }

    private static Json body(Json record) {
        return LoggedCall.reply(record, Replies::isOllama);
    }

    @Override
    public void record(Json logged, Sink out) throws BadRecord {
        Json record = body(logged);
        if (record.has("error")) {
            out.noAnswer("Ollama answered with an error" + Replies.errorText(record.get("error")));
            return;
        }
        Json message = record.get("message");
        if (message.isObject()) {
            text.append(message.get("content").textOr(""));
            reasoning.append(message.get("thinking").textOr(""));
        } else {
            text.append(record.get("response").text());
            reasoning.append(record.get("thinking").textOr(""));
        }
        model = record.get("model").label();
        if (record.get("done").isFalse()) {
            return;
        }
        emit(record, logged, out);
    }

    private void emit(Json record, Json logged, Sink out) throws BadRecord {
        Draft draft = new Draft()
                .text(text.toString())
                .reasoning(reasoning.toString())
                .model(model)
                .finish(Finish.of(record.get("done_reason")));
        Json request = LoggedCall.request(logged);
        if (!request.isMissing()) {
            draft.prompt(Asked.messages(request));
        }
        Replies.emit(draft, null, out);
        text.setLength(0);
        reasoning.setLength(0);
    }

    @Override
    public void end(Sink out) {
        if (text.length() + reasoning.length() > 0) {
            out.noAnswer("the streamed reply ends before a piece that says done");
        }
    }
}
