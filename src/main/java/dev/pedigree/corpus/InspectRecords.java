package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Samples of an Inspect log. Messages that came with the task are context; long texts may stand among the attachments. */
final class InspectRecords implements RecordReader {
    private static final Pattern ATTACHMENT = Pattern.compile("attachment://([0-9A-Za-z_-]+)");

    private String model = "";
    private String status = "";
    private String error = "";
    private boolean sampled;

    static boolean isLog(Json record) {
        return record.get("eval").isObject() && record.get("eval").has("model") && record.has("status");
    }

    static boolean isSample(Json record) {
        return record.hasAll("id", "epoch", "input") && record.get("output").isObject();
    }

    @Override
    public void header(String name, Json value) {
        switch (name) {
            case "eval":
                model = value.get("model").label();
                break;
            case "status":
                status = value.label();
                break;
            default:
                error = Replies.errorText(value);
        }
    }

    /** A run that failed or was cancelled may have written its header alone. */
    @Override
    public boolean mayHoldNone() {
        return !status.isEmpty() && !status.equals("success");
    }

    @Override
    public void end(Sink out) {
        if (!sampled && mayHoldNone()) {
            out.noAnswer("the run ended before its first sample (status " + status + ")" + error);
        }
    }

    @Override
    public void record(Json sample, Sink out) throws BadRecord {
        sampled = true;
        Json output = sample.get("output");
        Json choices = output.get("choices");
        List<Turn> turns = turns(sample);
        Draft base = new Draft()
                .id(sample.get("id").label())
                .sample(Math.max(0, sample.get("epoch").ordinalOr(1) - 1))
                .model(
                        output.get("model").label().isEmpty()
                                ? model
                                : output.get("model").label());
        Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        boolean lastIsOutput = last != null && last.isAnswer();
        if (!lastIsOutput && choices.size() > 0) {
            turns.add(generated(choices.get(0)));
        } else if (!lastIsOutput && !output.get("completion").textOr("").isEmpty()) {
            turns.add(Turn.of(Role.ASSISTANT, output.get("completion").text()));
        }
        boolean answered = turns.stream().anyMatch(Turn::isAnswer);
        if (!answered) {
            Json error = sample.first("error", "limit");
            out.noAnswer(
                    error.isAbsent()
                            ? "the sample holds no answer" + Replies.errorText(output.get("error"))
                            : "the sample failed" + Replies.errorText(error));
            return;
        }
        finishLast(turns, Finish.of(choices.get(0).get("stop_reason")));
        resolve(turns, sample.get("attachments"));
        Turn.answers(turns, base, out);
        List<Message> before = new ArrayList<>();
        turns.subList(0, turns.size() - 1).forEach(turn -> before.add(turn.message()));
        for (int i = 1; i < choices.size(); i++) {
            Turn other = generated(choices.get(i));
            out.answer(base.copy()
                    .prompt(Turn.context(before))
                    .text(resolved(other.text(), sample.get("attachments")))
                    .reasoning(other.reasoning())
                    .sample(base.sample * choices.size() + i)
                    .finish(other.finish()));
        }
    }

    private static List<Turn> turns(Json sample) throws BadRecord {
        Json messages = sample.get("messages");
        if (messages.size() > 0) {
            return Turn.list(messages);
        }
        Json input = sample.get("input");
        List<Turn> turns = new ArrayList<>();
        for (Message message : Turn.prompt(input)) {
            turns.add(new Turn(message.role(), message.text(), "", false, FinishReason.UNKNOWN, ""));
        }
        return turns;
    }

    private static Turn generated(Json choice) throws BadRecord {
        Turn turn = Turn.of(choice.get("message"));
        FinishReason finish = Finish.of(choice.get("stop_reason"));
        return new Turn(Role.ASSISTANT, turn.text(), turn.reasoning(), true, finish, turn.model());
    }

    private static void finishLast(List<Turn> turns, FinishReason finish) {
        int last = turns.size() - 1;
        Turn turn = turns.get(last);
        if (turn.isAnswer() && turn.finish() == FinishReason.UNKNOWN) {
            turns.set(
                    last, new Turn(turn.role(), turn.text(), turn.reasoning(), turn.generated(), finish, turn.model()));
        }
    }

    private static void resolve(List<Turn> turns, Json attachments) {
        if (attachments.size() == 0) {
            return;
        }
        turns.replaceAll(turn -> new Turn(
                turn.role(),
                resolved(turn.text(), attachments),
                resolved(turn.reasoning(), attachments),
                turn.generated(),
                turn.finish(),
                turn.model()));
    }

    private static String resolved(String text, Json attachments) {
        if (!text.contains("attachment://")) {
            return text;
        }
        return ATTACHMENT.matcher(text).replaceAll(match -> {
            Json attachment = attachments.get(match.group(1));
            return Matcher.quoteReplacement(attachment.isText() ? attachment.label() : match.group());
        });
    }
}
