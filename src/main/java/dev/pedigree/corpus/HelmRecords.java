package dev.pedigree.corpus;

import java.util.List;

/** Request states of a HELM run. */
final class HelmRecords implements RecordReader {
    private String model = "";

    static boolean accepts(Json root) {
        return root.has("adapter_spec") && root.has("request_states");
    }

    @Override
    public void header(String name, Json value) {
        model = value.get("model").label();
    }

    @Override
    public void record(Json state, Sink out) throws BadRecord {
        Json request = state.get("request");
        Json result = state.get("result");
        if (result.isAbsent() || result.get("success").isFalse()) {
            out.noAnswer("the request failed" + Replies.errorText(result.get("error")));
            return;
        }
        if (request.get("echo_prompt").isTrue()) {
            out.noAnswer("a log-likelihood request: the text is the prompt");
            return;
        }
        Json messages = request.get("messages");
        List<Message> prompt = Turn.prompt(messages.size() > 0 ? messages : request.get("prompt"));
        String name = request.get("model").label();
        Json trial = state.get("train_trial_index");
        int sample = trial.ordinalOr(0) * Math.max(1, result.get("completions").size());
        if (result.get("completions").items().isEmpty()) {
            out.noAnswer("the request gave no completions");
        }
        for (Json completion : result.get("completions").items()) {
            Json thinking = completion.get("thinking");
            out.answer(new Draft()
                    .id(state.get("instance").get("id").label())
                    .prompt(prompt)
                    .model(name.isEmpty() ? model : name)
                    .text(completion.get("text").text())
                    .reasoning(thinking.isObject() ? thinking.get("text").textOr("") : thinking.textOr(""))
                    .finish(Finish.of(completion.get("finish_reason")))
                    .sample(sample++));
        }
    }
}
