package dev.pedigree.text;

/**
 * One token of a text.
 *
 * @param kind what it is
 * @param span where it stands in the original text
 */
public record Token(TokenKind kind, Span span) {}
