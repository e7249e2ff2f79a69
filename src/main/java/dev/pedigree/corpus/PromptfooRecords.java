package dev.pedigree.corpus;

import java.util.List;

/** Results of promptfoo, as one document (versions 2 and 3) or one row per line. Answers served from its cache repeat earlier ones. */
final class PromptfooRecords implements RecordReader {
    private final KeySet seen = new KeySet();

    static boolean isDocument(Json root) {
        Json results = root.get("results");
        return isRow(results.get(0))
                || (results.isObject()
                        && (results.get("results").isArray() || results.has("table"))
                        && results.has("version"));
    }

    static boolean isRow(Json record) {
        return record.get("prompt").has("raw") && record.has("provider") && record.has("success");
    }

    @Override
    public void record(Json row, Sink out) throws BadRecord {
        Json prompt = row.get("prompt");
        Json provider = row.get("provider");
        Json response = row.get("response");
        Json output = response.isObject() ? response.get("output") : response;
        String model = provider.isObject() ? provider.get("id").label() : provider.label();
        if (output.isAbsent()) {
            Json error = row.get("error").isAbsent() ? response.get("error") : row.get("error");
            out.noAnswer("the provider gave no output" + Replies.errorText(error));
            return;
        }
        String raw = prompt.isObject() ? prompt.get("raw").label() : prompt.label();
        String text = output.isText() ? output.text() : JsonWriter.compact(output);
        boolean isNew = seen.add(model + '\u001f' + raw + '\u001f' + text);
        if (!isNew && response.get("cached").isTrue()) {
            out.duplicate();
            return;
        }
        List<Message> messages = ChatTemplate.messages(raw);
        out.answer(new Draft()
                .id(row.get("testIdx").isNumber() ? "test " + row.get("testIdx").label() : "")
                .prompt(messages)
                .model(model)
                .text(text)
                .finish(Finish.of(response.first("finishReason", "finish_reason"))));
    }
}
