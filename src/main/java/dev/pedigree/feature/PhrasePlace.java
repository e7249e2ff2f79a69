package dev.pedigree.feature;

/** Where in an answer a phrase stands. The order is that of the stored form: new ones come last. */
public enum PhrasePlace {
    /** At the very beginning. */
    OPENING("opening", "answers"),
    /** Somewhere among the first eight tokens. */
    FIRST_WORDS("among the first words", "answers"),
    /** At the start of a sentence or line. */
    SENTENCE_START("start of a sentence", "sentences"),
    /** At the start of a line. */
    LINE_START("start of a line", "lines");

    private final String title;
    private final String of;

    PhrasePlace(String title, String of) {
        this.title = title;
        this.of = of;
    }

    /**
     * What the rate of a phrase in this place is a share of.
     *
     * @return "answers", "sentences" or "lines"; lines count as sentences where sentences are counted
     */
    public String of() {
        return of;
    }

    /**
     * The place in words.
     *
     * @return for example "start of a sentence"
     */
    public String title() {
        return title;
    }
}
