package dev.pedigree.text;

/** What a token is. */
public enum TokenKind {
    /** A word; in Chinese one character, in Japanese, Korean and Thai the pieces that {@link TextScanner} describes. */
    WORD,
    /** A run of decimal digits. */
    NUMBER,
    /** One punctuation mark. */
    PUNCTUATION,
    /** One symbol, control character or unpaired surrogate. */
    SYMBOL,
    /** One emoji, with its modifiers and joined parts. */
    EMOJI,
    /** One line end. */
    LINE_END,
    /** Two or more line ends with at most white space between them. */
    PARAGRAPH_END;

    /**
     * Tells words and numbers from everything else.
     *
     * @return whether this is {@link #WORD} or {@link #NUMBER}
     */
    public boolean isWord() {
        return this == WORD || this == NUMBER;
    }

    /**
     * Tells line ends from everything else.
     *
     * @return whether this is {@link #LINE_END} or {@link #PARAGRAPH_END}
     */
    public boolean isLineEnd() {
        return this == LINE_END || this == PARAGRAPH_END;
    }
}
