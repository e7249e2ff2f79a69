package dev.pedigree.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Control tokens of chat templates that leaked into an answer. They end it; those before its first word are dropped.
 *
 * <p>An answer may also speak of such tokens. One in code, in quotes, behind a list marker or after a colon is spoken of; so is one
 * between two words. What is cut stands directly behind the answer's text or on a line of its own, and the text, the line or
 * another such token ends behind it.
 */
final class ControlTokens {
    private static final List<String> ENDS = List.of(
            "<|im_end|>",
            "<|eot_id|>",
            "<|endoftext|>",
            "<|end_of_text|>",
            "<|end|>",
            "<|eom_id|>",
            "<|EOT|>",
            "<|return|>",
            "<|END_OF_TURN_TOKEN|>",
            "<|END_RESPONSE|>",
            "<|end_of_turn|>",
            "<|end_of_solution|>",
            "<|im_sep|>",
            "<｜end▁of▁sentence｜>",
            "<end_of_turn>",
            "<eos>",
            "</s>",
            "<|end_header_id|>",
            "<|python_tag|>",
            "<|reserved_special_token_",
            "<|begin_of_text|>",
            "<｜begin▁of▁sentence｜>",
            "<bos>");
    private static final List<String> STARTS = List.of(
            "<|im_start|>",
            "<|start_header_id|>",
            "<start_of_turn>",
            "<|START_OF_TURN_TOKEN|>",
            "<|start_of_role|>",
            "<|user|>",
            "<|assistant|>",
            "<|system|>",
            "<|start|>",
            "<｜User｜>",
            "<｜Assistant｜>");
    private static final List<String> INST = List.of("[/INST]", "[INST]");
    private static final List<String> LEADING = List.of(
            "<|im_start|>assistant",
            "<|start_header_id|>assistant<|end_header_id|>",
            "<start_of_turn>model",
            "<|start_of_role|>assistant<|end_of_role|>",
            "<|assistant|>",
            "<｜Assistant｜>",
            "<|CHATBOT_TOKEN|>",
            "<|begin_of_text|>",
            "<bos>",
            "<s>",
            "[/INST]",
            "<|im_end|>",
            "<|eot_id|>",
            "<|end|>",
            "<|endoftext|>",
            "</s>",
            "### Assistant:",
            "### Response:");
    private static final List<String> ROLES = List.of("user", "assistant", "system", "human", "model", "tool");

    private static final int MAX_LOOKS = 100;

    private final String text;
    /** Whether the answer speaks of such tokens before the place that is looked at. */
    private boolean spokenOf;
    /** Whether it shows a template of a conversation as it is. */
    private boolean template;

    /** How many places have been looked at; a text with more than {@link #MAX_LOOKS} of them is about such tokens. */
    private int looks;

    private ControlTokens(String text) {
        this.text = text;
    }

    /** The answer without what leaked; null where nothing did. */
    static @Nullable String cut(String text) {
        String start = withoutLeading(text);
        int end = new ControlTokens(start).end();
        if (end < 0) {
            return start.length() == text.length() ? null : start;
        }
        String answer = start.substring(0, end).stripTrailing();
        if (start.startsWith("<|end_header_id|>", end)) {
            answer = withoutRole(answer);
        }
        return answer;
    }

    /** The header of the next turn whose own beginning was not written: "… so.assistant". */
    private static String withoutRole(String answer) {
        for (String role : ROLES) {
            if (answer.endsWith(role)) {
                return answer.substring(0, answer.length() - role.length()).stripTrailing();
            }
        }
        return answer;
    }

    private static String withoutLeading(String text) {
        String rest = text;
        boolean again = true;
        while (again) {
            again = false;
            int from = blank(rest, 0);
            if (from == rest.length() || "<[#".indexOf(rest.charAt(from)) < 0) {
                return rest;
            }
            for (String token : LEADING) {
                if (rest.startsWith(token, from) && isLeading(rest, from, token)) {
                    rest = rest.substring(blank(rest, from + token.length()));
                    again = true;
                    break;
                }
            }
        }
        return rest;
    }

    private static boolean isLeading(String text, int at, String token) {
        int after = at + token.length();
        int next = blank(text, after);
        if (next == text.length()) {
            return true;
        }
        if (token.startsWith("#")) {
            return text.indexOf("\n#", after) < 0;
        }
        if (token.equals("<s>")) {
            int closing = text.indexOf("</s>", after);
            if (closing >= 0 && blank(text, closing + 4) < text.length()) {
                return false;
            }
        }
        // "<s> and </s> are tokens", "<|im_end|>: ends a turn"
        char c = text.charAt(next);
        boolean goesOn =
                (c >= 'a' && c <= 'z' && next > after && text.charAt(after) != '\n') || ",.:;)".indexOf(c) >= 0;
        return !goesOn;
    }

    /** Where the first leaked token begins, or -1. */
    private int end() {
        int best = -1;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (at + 3 < text.length() && "|｜/ebs".indexOf(text.charAt(at + 1)) >= 0 && isLeak(at)) {
                best = at;
                break;
            }
        }
        for (int at = text.indexOf('['); at >= 0 && (best < 0 || at < best); at = text.indexOf('[', at + 1)) {
            if (isInstruction(at)) {
                best = at;
                break;
            }
        }
        int run = RunOn.start(text);
        return run >= 0 && (best < 0 || run < best) ? run : best;
    }

    private boolean isLeak(int at) {
        String token = tokenAt(ENDS, at);
        boolean ends = token != null;
        if (token == null) {
            token = tokenAt(STARTS, at);
        }
        if (token == null || looks++ > MAX_LOOKS) {
            return false;
        }
        if (token.equals("</s>") && isStruckThrough(at)) {
            return false;
        }
        int after = at + token.length();
        if (token.endsWith("_")) {
            int close = text.indexOf("|>", after);
            after = close < 0 ? after : close + 2;
        }
        if (isSpokenOf(at, after)) {
            spokenOf = true;
            template |= !ends && !isInCode(text, at);
            return false;
        }
        boolean leak = !template && (ends ? endsAnswer(at, after) : startsTurn(at, after));
        spokenOf |= !leak;
        return leak;
    }

    private boolean isInstruction(int at) {
        String token = tokenAt(INST, at);
        if (token == null || looks++ > MAX_LOOKS || isSpokenOf(at, at + token.length())) {
            spokenOf |= token != null;
            return false;
        }
        return !spokenOf && (isGlued(at) || startsLine(at) || followsSentence(at));
    }

    private boolean endsAnswer(int at, int after) {
        int next = inLine(after);
        boolean behindText = isGlued(at) || startsLine(at) || followsSentence(at);
        if (next == text.length() || blank(text, next) == text.length()) {
            return behindText || !speaksNearby(at);
        }
        if (isToken(blank(text, next))) {
            return spokenOf ? isGlued(at) : behindText || !speaksNearby(at);
        }
        if (spokenOf || !behindText) {
            return false;
        }
        if (text.charAt(next) == '\n' || text.charAt(next) == '\r') {
            return true;
        }
        // the next document, glued on: "Paris.<|endoftext|>Human: …", "Paris.</s> Next"
        char c = text.charAt(next);
        boolean word = c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
        return isGlued(at) && (word || (next == after && c >= 'a' && c <= 'z'));
    }

    private boolean startsTurn(int at, int after) {
        int next = inLine(after);
        boolean behindText = isGlued(at) || startsLine(at) || followsSentence(at);
        if (spokenOf || !(behindText || (isToken(next) && !speaksNearby(at)))) {
            return false;
        }
        if (isToken(next)) {
            return true;
        }
        if (next == text.length() || text.charAt(next) == '\n') {
            return true;
        }
        for (String role : ROLES) {
            if (text.regionMatches(true, next, role, 0, role.length())) {
                int end = next + role.length();
                return end == text.length() || "\n\r<:".indexOf(text.charAt(end)) >= 0;
            }
        }
        return text.startsWith("<|im_start|>", at) ? isName(next) : isGlued(at);
    }

    /** A role of the model's own invention: one word, and the line ends. */
    private boolean isName(int from) {
        int end = from;
        while (end < text.length() && end - from < 40 && !isBlank(text.charAt(end))) {
            end++;
        }
        return end > from && end < text.length() && text.charAt(end) == '\n';
    }

    /** In code, in quotes or brackets, in a list or a table, or after a colon. */
    private boolean isSpokenOf(int at, int after) {
        if (at > 0 && "\"'“‘«`(/".indexOf(text.charAt(at - 1)) >= 0 && !closesQuote(at - 1)) {
            return true;
        }
        if (after < text.length() && "\"'”’»`),.;:?!/=".indexOf(text.charAt(after)) >= 0) {
            return true;
        }
        int before = at - 1;
        while (before >= 0 && isBlank(text.charAt(before))) {
            before--;
        }
        boolean alone = before < 0 || text.lastIndexOf('\n', at) > before || isGap(before, at);
        if (before >= 0 && (text.charAt(before) == ':' || "|-•=>".indexOf(text.charAt(before)) >= 0) && alone) {
            return true;
        }
        return isInCode(text, at);
    }

    private boolean isGap(int before, int at) {
        return at - before > 1;
    }

    /** A quotation mark that ends a quotation in the answer says nothing about the token behind it. */
    private boolean closesQuote(int at) {
        char mark = text.charAt(at);
        if (at >= 2 && text.startsWith("```", at - 2)) {
            return fences(text, at + 1) % 2 == 0;
        }
        if (mark != '"' && mark != '\'' && mark != '`') {
            return false;
        }
        if (at > 0 && ".!?…".indexOf(text.charAt(at - 1)) >= 0) {
            return true;
        }
        int count = 0;
        for (int i = text.lastIndexOf('\n', at) + 1; i <= at; i++) {
            count += text.charAt(i) == mark ? 1 : 0;
        }
        return count % 2 == 0 || mark == '\'';
    }

    /** An HTML tag that was opened before. */
    private boolean isStruckThrough(int at) {
        int open = 0;
        for (int i = text.indexOf('<'); i >= 0 && i < at; i = text.indexOf('<', i + 1)) {
            open += text.startsWith("<s>", i) ? 1 : text.startsWith("</s>", i) ? -1 : 0;
        }
        return open > 0;
    }

    private boolean speaksNearby(int at) {
        String before = text.substring(Math.max(0, at - 60), at);
        return spokenOf
                || before.contains("token")
                || before.contains("tag")
                || before.contains("marker")
                || before.contains("delimiter")
                || before.contains("special");
    }

    private boolean isGlued(int at) {
        return at > 0 && !isBlank(text.charAt(at - 1));
    }

    private boolean startsLine(int at) {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    private boolean followsSentence(int at) {
        int i = at - 1;
        while (i >= 0 && isBlank(text.charAt(i))) {
            i--;
        }
        return i >= 0 && ".!?。！？…)]}*`".indexOf(text.charAt(i)) >= 0;
    }

    private boolean isToken(int at) {
        return tokenAt(ENDS, at) != null
                || tokenAt(STARTS, at) != null
                || tokenAt(INST, at) != null
                || text.startsWith("<s>", at);
    }

    private @Nullable String tokenAt(List<String> tokens, int at) {
        for (String token : tokens) {
            if (text.startsWith(token, at)) {
                return token;
            }
        }
        return null;
    }

    private int inLine(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int blank(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether the place lies between backticks of its line, or in a fenced block that is closed behind it. */
    static boolean isInCode(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int ticks = 0;
        for (int i = lineStart; i < at; i++) {
            ticks += text.charAt(i) == '`' ? 1 : 0;
        }
        int lineEnd = text.indexOf('\n', at);
        int tick = text.indexOf('`', at);
        if (ticks % 2 == 1 && tick >= 0 && (lineEnd < 0 || tick < lineEnd)) {
            return true;
        }
        return fences(text, at) % 2 == 1 && text.indexOf("```", at) >= 0;
    }

    private static int fences(String text, int before) {
        int fences = 0;
        for (int i = text.indexOf("```"); i >= 0 && i < before; i = text.indexOf("```", i + 3)) {
            fences++;
        }
        return fences;
    }
}
