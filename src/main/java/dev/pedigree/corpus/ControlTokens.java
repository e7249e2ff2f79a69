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
    private static final List<String> ROLES = List.of("user", "assistant", "system", "human", "model", "tool");

    private static final int MAX_LOOKS = 100;

    /** So much of a token must be there to be known for one that was cut off. */
    private static final int SHORTEST_PART = 4;

    private final String text;
    private final Surroundings around;
    /** Whether the answer speaks of such tokens before the place that is looked at. */
    private boolean spokenOf;
    /** Whether it shows a template of a conversation as it is. */
    private boolean template;

    /** How many places have been looked at; a text with more than {@link #MAX_LOOKS} of them is about such tokens. */
    private int looks;

    private ControlTokens(String text) {
        this.text = text;
        this.around = new Surroundings(text);
    }

    /** The answer without what leaked; null where nothing did. */
    static @Nullable String cut(String text) {
        String start = withoutLeading(text);
        int end = new ControlTokens(start).end();
        if (end < 0) {
            return start.length() == text.length() ? null : start;
        }
        String answer = start.substring(0, end).stripTrailing();
        if (start.startsWith("<|end_header_id|>", end) || start.startsWith("<|header_end|>", end)) {
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
            int from = Surroundings.blank(rest, 0);
            String token = ChatTokens.LEADING.at(rest, from);
            if (token != null && isLeading(rest, from, token)) {
                rest = rest.substring(Surroundings.blank(rest, from + token.length()));
                again = true;
            }
        }
        return rest;
    }

    private static boolean isLeading(String text, int at, String token) {
        int after = at + token.length();
        int next = Surroundings.blank(text, after);
        if (next == text.length()) {
            return true;
        }
        if (token.startsWith("#")) {
            return text.indexOf("\n#", after) < 0;
        }
        if (token.equals("<s>")) {
            int closing = text.indexOf("</s>", after);
            if (closing >= 0 && Surroundings.blank(text, closing + 4) < text.length()) {
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
        int leak = firstLeak();
        int run = RunOn.start(text);
        return run >= 0 && (leak < 0 || run < leak) ? run : leak;
    }

    private int firstLeak() {
        if (text.indexOf('<') < 0 && text.indexOf('[') < 0 && text.indexOf(']') < 0) {
            return -1; // so it is with most answers, and this look is fast
        }
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '<' || c == '[' || c == ']') && (isLeak(at) || isInstruction(at))) {
                return at;
            }
        }
        return cutOff();
    }

    /** A token whose end the limit to the answer's length cut off; -1 where there is none. */
    private int cutOff() {
        int at = Math.max(text.lastIndexOf("<|"), text.lastIndexOf("<｜"));
        if (at < 0
                || text.length() - at < SHORTEST_PART
                || spokenOf
                || !around.isGlued(at)
                || Surroundings.isInCode(text, at)) {
            return -1;
        }
        String part = text.substring(at);
        return ChatTokens.ENDS.isBegun(part) || ChatTokens.STARTS.isBegun(part) ? at : -1;
    }

    private boolean isLeak(int at) {
        String known = ChatTokens.ENDS.at(text, at);
        boolean ends = known != null;
        if (known == null) {
            known = ChatTokens.STARTS.at(text, at);
        }
        int after = known == null ? ChatTokens.shapeEnd(text, at) : at + known.length();
        if (after < 0 || looks++ > MAX_LOOKS) {
            return false;
        }
        if ("</s>".equals(known) && around.isStruckThrough(at)) {
            return false;
        }
        if (known != null && known.endsWith("_")) {
            int close = text.indexOf("|>", after);
            after = close < 0 ? after : close + 2;
        }
        if (around.isSpokenOf(at, after)) {
            spokenOf = true;
            template |= !ends && !Surroundings.isInCode(text, at);
            return false;
        }
        boolean leak = !template
                && (known == null ? endsSurely(at, after) : ends ? endsAnswer(at, after) : startsTurn(at, after));
        spokenOf |= !leak;
        return leak;
    }

    private boolean isInstruction(int at) {
        String token = ChatTokens.INSTRUCTIONS.at(text, at);
        if (token == null || looks++ > MAX_LOOKS || around.isSpokenOf(at, at + token.length())) {
            spokenOf |= token != null;
            return false;
        }
        return !spokenOf && (around.isGlued(at) || around.startsLine(at) || around.followsSentence(at));
    }

    private boolean endsAnswer(int at, int after) {
        int next = around.inLine(after);
        boolean behindText = around.isGlued(at) || around.startsLine(at) || around.followsSentence(at);
        if (next == text.length() || Surroundings.blank(text, next) == text.length()) {
            return behindText || !speaksNearby(at);
        }
        if (isToken(Surroundings.blank(text, next))) {
            return spokenOf ? around.isGlued(at) : behindText || !speaksNearby(at);
        }
        if (spokenOf || !behindText) {
            return false;
        }
        if (text.charAt(next) == '\n' || text.charAt(next) == '\r') {
            return true;
        }
        // the next document, glued on: "Paris.<|endoftext|>Human: …", "Paris.</s> Next"
        char c = text.charAt(next);
        boolean word = c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "#[{".indexOf(c) >= 0;
        return around.isGlued(at) && (word || (next == after && c >= 'a' && c <= 'z'));
    }

    /** What only looks like a token may be a blank to be filled in: nothing must stand on either side of it. */
    private boolean endsSurely(int at, int after) {
        int next = around.inLine(after);
        boolean last = next == text.length() || text.charAt(next) == '\n' || text.charAt(next) == '\r' || isToken(next);
        return around.isGlued(at) && last && !spokenOf;
    }

    private boolean startsTurn(int at, int after) {
        int next = around.inLine(after);
        boolean behindText = around.isGlued(at) || around.startsLine(at) || around.followsSentence(at);
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
        return text.startsWith("<|im_start|>", at) ? isName(next) : around.isGlued(at);
    }

    /** A role of the model's own invention: one word, and the line ends. */
    private boolean isName(int from) {
        int end = from;
        while (end < text.length() && end - from < 40 && !Surroundings.isBlank(text.charAt(end))) {
            end++;
        }
        return end > from && end < text.length() && text.charAt(end) == '\n';
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

    private boolean isToken(int at) {
        return ChatTokens.ENDS.at(text, at) != null
                || ChatTokens.STARTS.at(text, at) != null
                || ChatTokens.INSTRUCTIONS.at(text, at) != null
                || ChatTokens.shapeEnd(text, at) >= 0
                || text.startsWith("<s>", at);
    }
}
