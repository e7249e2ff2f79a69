package dev.pedigree.feature;

/** Where in an answer a phrase stands. The order is that of the stored form: new ones come last. */
public enum PhrasePlace {
    /** At the very beginning. */
    OPENING("opening"),
    /** Somewhere among the first eight tokens. */
    FIRST_WORDS("among the first words"),
    /** At the start of a sentence or line. */
    SENTENCE_START("start of a sentence"),
    /** At the start of a line. */
    LINE_START("start of a line");

    private final String title;

    PhrasePlace(String title) {
        this.title = title;
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
