package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the answers that a format finds, finishes them, counts, and hands them on record by record. */
final class Sink {
    private static final int MAX_REASONS = 20;

    private final Consumer<? super Response> consumer;
    private final boolean skipping;
    private final @Nullable String onlyModel;
    private final List<Draft> pending = new ArrayList<>();
    private final TreeSet<String> formats = new TreeSet<>();
    private final TreeSet<String> models = new TreeSet<>();
    private final List<String> reasons = new ArrayList<>();
    private Source source = Source.NONE;
    private Source shortSource = Source.NONE;
    private String otherwise = "";
    private long responses;
    private long withPrompt;
    private long withReasoning;
    private long duplicates;
    private long cut;
    private long skipped;

    Sink(Consumer<? super Response> consumer, ReadOptions options) {
        this.consumer = consumer;
        skipping = options.skipping();
        onlyModel = options.model();
    }

    void format(CorpusFormat format) {
        otherwise = "";
        formats.add(format.id());
    }

    /** Where the next record stands: in full for errors, without folders for responses. */
    void at(String path, String name, long line) {
        source = new Source(path, line);
        shortSource = new Source(name, line);
    }

    /** Where the record stands, as responses without an id of their own are called. */
    String place() {
        return shortSource.toString();
    }

    /** The model of the answers that come, where they name none themselves. */
    void otherwiseOf(String model) {
        otherwise = model;
    }

    void answer(Draft draft) {
        if (draft.model.isEmpty()) {
            draft.model(otherwise);
        }
        pending.add(draft);
    }

    /** A row that repeats an answer because its tool writes it more than once. */
    void duplicate() {
        duplicates++;
    }

    /** A record of which its tool says that it holds no answer. */
    void noAnswer(String why) {
        skip(why);
    }

    /** A record that cannot be read. */
    void bad(String message) throws CorpusException {
        bad(new BadRecord(message));
    }

    void bad(BadRecord record) throws CorpusException {
        pending.clear();
        if (!skipping) {
            throw new CorpusException(record.kind(), source, record.getMessage());
        }
        skip(record.getMessage());
    }

    private void skip(String why) {
        skipped++;
        if (reasons.size() < MAX_REASONS) {
            reasons.add(source + ": " + why);
        }
    }

    /** Hands on the answers of a record that was understood. */
    void flush() {
        for (Draft draft : pending) {
            accept(draft);
        }
        pending.clear();
    }

    private void accept(Draft draft) {
        if (!draft.model.isEmpty()) {
            models.add(draft.model);
        }
        if (onlyModel != null && !onlyModel.equals(draft.model)) {
            return;
        }
        finish(draft);
        String id = draft.id.isEmpty() ? shortSource.toString() : draft.id;
        Response response = new Response(
                draft.turn == 1 ? id : id + "#" + draft.turn,
                draft.prompt,
                draft.text,
                draft.reasoning,
                draft.model,
                draft.language,
                draft.sample,
                draft.finish,
                shortSource);
        responses++;
        withPrompt += draft.prompt.isKnown() ? 1 : 0;
        withReasoning += response.reasoning().isEmpty() ? 0 : 1;
        consumer.accept(response);
    }

    /** Splits off the reasoning that stands in the text, and cuts the text where a control token leaked into it. */
    private void finish(Draft draft) {
        String text = draft.text;
        Reasoning split = Reasoning.split(text);
        if (split != null) {
            text = split.answer();
            draft.reasoning = draft.reasoning.isEmpty() ? split.thought() : draft.reasoning + "\n\n" + split.thought();
        }
        String shorter = ControlTokens.cut(text);
        if (shorter != null) {
            cut++;
            text = shorter;
            if (draft.finish == FinishReason.LENGTH) {
                draft.finish = FinishReason.STOP; // the model had ended its answer before the limit
            }
        }
        draft.text = text;
    }

    ReadSummary summary(String digest) {
        return new ReadSummary(
                List.copyOf(formats),
                responses,
                withPrompt,
                withReasoning,
                duplicates,
                cut,
                skipped,
                reasons,
                List.copyOf(models),
                digest);
    }
}
