package dev.pedigree.text;

/**
 * One block of a text.
 *
 * @param kind what it is
 * @param span where it stands in the original text, from the start of its first line to the end of its last
 */
public record Block(BlockKind kind, Span span) {}
