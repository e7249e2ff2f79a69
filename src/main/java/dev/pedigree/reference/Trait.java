package dev.pedigree.reference;

import dev.pedigree.fingerprint.CorpusProfile;
import dev.pedigree.fingerprint.Measure;
import java.util.List;

/** Something about answers that can make two models look alike, or unlike, whoever taught them. The order is that of the stored form. */
public enum Trait {
    /** Answers without a word. */
    EMPTY("empty answers", Measure.EMPTY),
    /** Answers that open with a refusal. */
    REFUSED("refusals", Measure.REFUSED),
    /** Answers that a limit on length, a filter or a tool call ended. */
    CUT_OFF("answers that were cut off", Measure.TRUNCATED, Measure.INTERRUPTED),
    /** Answers that end in the same words over and over. */
    LOOPING("answers that end in a loop", Measure.LOOPING),
    /** Answers that hold a block of code. */
    CODE("answers with code", Measure.WITH_CODE),
    /** Answers that came with reasoning, which is not compared. */
    REASONING("answers with reasoning before them", Measure.WITH_REASONING),
    /** Answers given under a system prompt. */
    SYSTEM_PROMPT("answers under a system prompt", Measure.WITH_SYSTEM_PROMPT);

    private final String title;
    private final List<Measure> measures;

    Trait(String title, Measure... measures) {
        this.title = title;
        this.measures = List.of(measures);
    }

    /**
     * The trait in words.
     *
     * @return for example "refusals"
     */
    public String title() {
        return title;
    }

    long count(CorpusProfile profile) {
        return measures.stream().mapToLong(profile::count).sum();
    }
}
