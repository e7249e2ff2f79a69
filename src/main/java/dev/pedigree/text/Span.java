package dev.pedigree.text;

/**
 * A part of a text.
 *
 * @param start the index of its first UTF-16 unit in the original text
 * @param end the index after its last
 */
public record Span(int start, int end) {
    /** Checks the order. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("need 0 <= start <= end, got " + start + ", " + end);
        }
    }

    /**
     * The part itself.
     *
     * @param text the text that the offsets point into
     * @return the characters from {@code start} to {@code end}
     */
    public String of(String text) {
        return text.substring(start, end);
    }

    /**
     * How long the part is.
     *
     * @return its count of UTF-16 units
     */
    public int length() {
        return end - start;
    }
}
