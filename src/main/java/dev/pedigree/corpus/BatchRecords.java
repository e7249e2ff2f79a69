package dev.pedigree.corpus;

/** The output of OpenAI's batch API (also Anthropic's message batches), joined with its input on {@code custom_id}. */
final class BatchRecords implements RecordReader {
    private final Questions questions;

    BatchRecords(Questions questions) {
        this.questions = questions;
    }

    static boolean isOutput(Json record) {
        return record.has("custom_id") && (record.has("response") || record.has("result") || record.has("error"));
    }

    static boolean isInput(Json record) {
        boolean gemini = record.has("key") && record.get("request").isObject() && !record.has("response");
        return gemini || (record.has("custom_id") && !isOutput(record) && (record.has("body") || record.has("params")));
    }

    @Override
    public void record(Json record, Sink out) throws BadRecord {
        String id = record.get("custom_id").label();
        Json body = record.has("result") ? result(record, out) : response(record, out);
        if (body.isMissing()) {
            return;
        }
        Replies.answers(body, new Draft().id(id).prompt(questions.prompt(id)), out);
    }

    private static Json response(Json record, Sink out) throws BadRecord {
        Json response = record.get("response");
        Json error = record.get("error");
        if (response.isAbsent()) {
            out.noAnswer("the request failed" + Replies.errorText(error));
            return Json.missing();
        }
        Json status = response.get("status_code");
        Json body = response.get("body");
        if (!status.isAbsent() && !status.label().equals("200")) {
            out.noAnswer("the request failed with status " + status.label() + Replies.errorText(body.get("error")));
            return Json.missing();
        }
        if (!body.isObject()) {
            throw body.expected("the body of a reply");
        }
        return body;
    }

    private static Json result(Json record, Sink out) throws BadRecord {
        Json result = record.get("result");
        String type = result.get("type").text();
        if (!type.equals("succeeded")) {
            out.noAnswer("the request " + type
                    + Replies.errorText(result.get("error").get("error")));
            return Json.missing();
        }
        return result.get("message");
    }
}
