package dev.pedigree.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with its tokens, sentences and blocks, all with offsets into the original. Tokens, sentences and blocks stand in the
 * order of the text and do not overlap; between tokens there are only spaces and invisible characters, see {@link TextScanner}.
 *
 * @param text the text, unchanged
 * @param tokens its tokens
 * @param sentences its sentences, without the white space around them; a line end always ends one
 * @param blocks its blocks, without empty lines around them
 */
public record AnalyzedText(String text, List<Token> tokens, List<Span> sentences, List<Block> blocks) {
    /** Copies the lists. */
    public AnalyzedText {
        tokens = List.copyOf(tokens);
        sentences = List.copyOf(sentences);
        blocks = List.copyOf(blocks);
    }

    /**
     * Analyses a text.
     *
     * @param text the text
     * @return its tokens, sentences and blocks
     */
    public static AnalyzedText of(String text) {
        TextScanner scanner = new TextScanner();
        scanner.scan(text);
        return new AnalyzedText(text, tokens(scanner), sentences(scanner), blocks(scanner));
    }

    /**
     * The text of one token.
     *
     * @param token a token of this text
     * @return its characters, unchanged
     */
    public String textOf(Token token) {
        return token.span().of(text);
    }

    private static List<Token> tokens(TextScanner scanner) {
        List<Token> tokens = new ArrayList<>(scanner.tokens());
        for (int i = 0; i < scanner.tokens(); i++) {
            tokens.add(new Token(scanner.kind(i), new Span(scanner.start(i), scanner.end(i))));
        }
        return tokens;
    }

    private static List<Span> sentences(TextScanner scanner) {
        List<Span> sentences = new ArrayList<>();
        int start = -1;
        int end = 0;
        int next = 0; // the sentence that starts next
        for (int i = 0; i < scanner.tokens(); i++) {
            boolean lineEnd = scanner.kind(i).isLineEnd();
            boolean starts = next < scanner.sentences() && scanner.sentenceToken(next) == i;
            next += starts ? 1 : 0;
            if (start >= 0 && (lineEnd || starts)) {
                sentences.add(new Span(start, end));
                start = -1;
            }
            if (!lineEnd) {
                start = start < 0 ? scanner.start(i) : start;
                end = scanner.end(i);
            }
        }
        if (start >= 0) {
            sentences.add(new Span(start, end));
        }
        return sentences;
    }

    /** Lines of one kind are one block: prose until an empty line, a heading alone, everything else also across empty lines. */
    private static List<Block> blocks(TextScanner scanner) {
        List<Block> blocks = new ArrayList<>();
        for (int line = 0; line < scanner.lines(); line++) {
            if (scanner.lineToken(line) == scanner.lineToken(line + 1)) {
                continue;
            }
            BlockKind kind = scanner.lineBlock(line);
            Span span = new Span(scanner.lineStart(line), scanner.lineStop(line));
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && last.kind() == kind && belongs(scanner, kind, line)) {
                blocks.set(
                        blocks.size() - 1, new Block(kind, new Span(last.span().start(), span.end())));
            } else {
                blocks.add(new Block(kind, span));
            }
        }
        return blocks;
    }

    private static boolean belongs(TextScanner scanner, BlockKind kind, int line) {
        return switch (kind) {
            case HEADING -> false;
            case PROSE, QUOTE, TABLE, MATH -> !scanner.afterEmptyLine(line);
            case LIST -> true;
            case CODE -> !scanner.opensFence(line);
        };
    }
}
