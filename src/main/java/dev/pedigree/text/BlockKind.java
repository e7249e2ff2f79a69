package dev.pedigree.text;

/** What a line or block of a response is, by the marks of Markdown. */
public enum BlockKind {
    /** Plain text. */
    PROSE,
    /** A fenced code block, with its fences. */
    CODE,
    /** List items, bulleted or numbered, and what is indented below them. */
    LIST,
    /** A heading marked by {@code #}. */
    HEADING,
    /** Rows that start with {@code |}. */
    TABLE,
    /** Lines that start with {@code >}. */
    QUOTE,
    /** Display mathematics between {@code $$} or {@code \[ \]}. */
    MATH
}
