package dev.pedigree.corpus;

import dev.pedigree.internal.DataLines;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Control tokens of one kind, from {@code chat-tokens.tsv}. */
final class ChatTokens {
    static final ChatTokens ENDS = new ChatTokens("end");
    static final ChatTokens STARTS = new ChatTokens("start");
    static final ChatTokens INSTRUCTIONS = new ChatTokens("instruction");
    static final ChatTokens LEADING = new ChatTokens("leading");
    static final ChatTokens TURNS = new ChatTokens("turn");

    /** The longest name that is looked for in a token of an unknown template. */
    private static final int LONGEST = 40;

    private final List<String> tokens;
    /** The second character of each: a quick look, for most brackets begin no token. */
    private final String seconds;

    private ChatTokens(String kind) {
        tokens = DataLines.of(ChatTokens.class, "chat-tokens.tsv").stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
        seconds = tokens.stream().map(token -> token.substring(1, 2)).distinct().collect(Collectors.joining());
    }

    List<String> all() {
        return tokens;
    }

    /** The token that stands there; null where none does. */
    @Nullable
    String at(String text, int at) {
        if (at + 1 >= text.length() || seconds.indexOf(text.charAt(at + 1)) < 0) {
            return null;
        }
        for (String token : tokens) {
            if (text.startsWith(token, at)) {
                return token;
            }
        }
        return null;
    }

    /** Whether the text is the beginning of one of the tokens, but not the whole. */
    boolean isBegun(String text) {
        return tokens.stream().anyMatch(token -> token.length() > text.length() && token.startsWith(text));
    }

    /** Where a token of any template's shape, such as {@code <|pause|>}, ends; -1 where none begins. */
    static int shapeEnd(String text, int at) {
        if (!text.startsWith("<|", at) && !text.startsWith("<｜", at)) {
            return -1;
        }
        int end = at + 2;
        while (end < text.length() && end - at < LONGEST && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean closed = text.startsWith("|>", end) || text.startsWith("｜>", end);
        return closed && end > at + 2 ? end + 2 : -1;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-/:▁".indexOf(c) >= 0;
    }
}
