package dev.pedigree.corpus;

import java.util.List;

/** An answer as its format gives it, before reasoning is split off and leaked control tokens are cut. */
final class Draft {
    String id = "";
    Prompt prompt = Prompt.UNKNOWN;
    String text = "";
    String reasoning = "";
    String model = "";
    String language = "";
    int turn = 1;
    int sample;
    FinishReason finish = FinishReason.UNKNOWN;

    Draft id(String value) {
        id = value;
        return this;
    }

    Draft prompt(String value) {
        prompt = Prompt.of(value);
        return this;
    }

    Draft prompt(List<Message> messages) {
        prompt = new Prompt(messages);
        return this;
    }

    Draft prompt(Prompt value) {
        prompt = value;
        return this;
    }

    Draft text(String value) {
        text = value;
        return this;
    }

    Draft reasoning(String value) {
        reasoning = value;
        return this;
    }

    Draft model(String value) {
        model = value;
        return this;
    }

    Draft language(String value) {
        language = value;
        return this;
    }

    /** Which of the answers of one conversation it is, from 1. */
    Draft turn(int value) {
        turn = value;
        return this;
    }

    Draft sample(int value) {
        sample = value;
        return this;
    }

    Draft finish(FinishReason value) {
        finish = value;
        return this;
    }

    Draft copy() {
        return new Draft()
                .id(id)
                .prompt(prompt)
                .text(text)
                .reasoning(reasoning)
                .model(model)
                .language(language)
                .turn(turn)
                .sample(sample)
                .finish(finish);
    }
}
