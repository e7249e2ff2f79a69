package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Voice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stretches of a response by voice and channel: lines that begin with a speaker's tag, fenced code, and thinking left in the text. */
final class Sections {
    private record Section(int start, Voice voice, Channel channel) {}

    private static final int PRELUDE = 20; // characters of "Sure!", "Good question."

    private final List<Section> sections = new ArrayList<>();
    private final List<Integer> tagEnds = new ArrayList<>();
    private final List<Integer> tagLines = new ArrayList<>();

    /**
     * Reads the lines.
     *
     * @param text the answer or reasoning
     * @param channel where it stands when nothing else is said
     * @param prompt the prompt: a name before a colon is a speaker only if the prompt knows it
     * @param grammar tells whether a tag names a model or the usual voice
     */
    Sections(String text, Channel channel, PromptReading prompt, Grammar grammar) {
        Voice voice = Voice.OWN;
        Channel now = channel;
        sections.add(new Section(0, voice, now));
        boolean thinks = text.contains("<think>") || text.contains("</think>");
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            if (text.startsWith("```", firstInk(text, line, end))) {
                now = now == Channel.CODE ? channel : Channel.CODE;
                sections.add(new Section(line, voice, now));
            } else if (now != Channel.CODE) {
                now = thinks ? thinking(text, line, end, now, channel, voice) : now;
                String tag = tag(text, line, end);
                if (!tag.isEmpty()) {
                    Voice tagged = voiceOf(Letters.fold(tag), prompt, grammar);
                    if (tagged != null) {
                        voice = tagged;
                        tagLines.add(line);
                        tagEnds.add(text.indexOf(tag, line) + tag.length());
                        sections.add(new Section(line, voice, now));
                    }
                }
            }
            line = end + 1;
        }
    }

    private Channel thinking(String text, int line, int end, Channel now, Channel usual, Voice voice) {
        Channel result = now;
        int open = find(text, "<think>", line, end);
        if (open >= 0) {
            result = Channel.REASONING;
            sections.add(new Section(open, voice, result));
        }
        int close = find(text, "</think>", line, end);
        if (close >= 0) {
            result = usual;
            sections.add(new Section(close, voice, result));
        }
        return result;
    }

    private static int find(String text, String mark, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.startsWith(mark, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int firstInk(String text, int line, int end) {
        int i = line;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** What stands in front of a line as its speaker: "[NAME]", "(NAME)", "NAME:", with marks and pictures around it; or empty. */
    private static String tag(String text, int line, int end) {
        int i = line;
        while (i < end
                && Letters.script(text.charAt(i)) == Letters.NONE
                && text.charAt(i) != '['
                && text.charAt(i) != '('
                && text.charAt(i) != '\u3010'
                && text.charAt(i) != '\uff08'
                && text.charAt(i) != '"'
                && i - line < 8) {
            i++;
        }
        if (i == end) {
            return "";
        }
        char close = switch (text.charAt(i)) {
            case '[' -> ']';
            case '(' -> ')';
            case '\u3010' -> '\u3011';
            case '\uff08' -> '\uff09';
            default -> 0;
        };
        int limit = Math.min(end, i + 42);
        for (int k = i; k < limit; k++) {
            char c = text.charAt(k);
            if (close != 0 ? c == close : c == ':' || c == '\uff1a') {
                boolean link = close == ']' && k + 1 < end && text.charAt(k + 1) == '(';
                return link ? "" : text.substring(close != 0 ? i + 1 : i, k);
            }
            if (close == 0 && (c == '.' || c == ',' || c == '\uff0c' || c == '\u3002' || c == '!' || c == '?')) {
                return "";
            }
        }
        return "";
    }

    private static @Nullable Voice voiceOf(String tag, PromptReading prompt, Grammar grammar) {
        String name = strip(tag);
        if (name.isEmpty() || name.length() > 36) {
            return null;
        }
        boolean speaks = name.startsWith("i am") || name.startsWith("i'm") || name.startsWith("\u6211\u662f");
        if (speaks) {
            return null;
        }
        if (grammar.isModel(name)) {
            return Voice.MODEL_TAG;
        }
        boolean known = prompt.contains(name.length() > 1 ? name : name + ":");
        if (grammar.prompts().isNeutral(name) && (known || name.length() < 24)) {
            return Voice.NEUTRAL;
        }
        return known && !isOrdinal(name) && wordCount(name) <= 4 ? Voice.PERSONA : null;
    }

    private static int wordCount(String name) {
        int count = 1;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == ' ') {
                count++;
            }
        }
        return count;
    }

    private static boolean isOrdinal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Letters.isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String strip(String tag) {
        int from = 0;
        int to = tag.length();
        while (from < to && Letters.script(tag.charAt(from)) == Letters.NONE && tag.charAt(from) < 0x370) {
            from++;
        }
        while (to > from && Letters.script(tag.charAt(to - 1)) == Letters.NONE && tag.charAt(to - 1) < 0x370) {
            to--;
        }
        return tag.substring(from, to);
    }

    /** Whether this place is part of a speaker's tag, whose name claims nothing. */
    boolean isTag(int at) {
        for (int i = 0; i < tagLines.size(); i++) {
            if (at >= tagLines.get(i) && at < tagEnds.get(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but a tag, or a word or two before a stop, stands between here and the beginning of the text or of a section. */
    boolean opensSection(String text, int at) {
        if (at <= PRELUDE && text.lastIndexOf('\n', at - 1) < 0) {
            return true;
        }
        int i = at;
        while (i > 0 && Letters.script(text.charAt(i - 1)) == Letters.NONE) {
            i--;
        }
        if (i == 0) {
            return true;
        }
        for (int k = 0; k < tagEnds.size(); k++) {
            if (i <= tagEnds.get(k) && i >= tagLines.get(k) || at <= tagEnds.get(k) && at >= tagLines.get(k)) {
                return true;
            }
        }
        return false;
    }

    Voice voice(int at) {
        return section(at).voice();
    }

    Channel channel(int at) {
        return section(at).channel();
    }

    private Section section(int at) {
        Section found = sections.get(0);
        for (Section section : sections) {
            if (section.start() <= at) {
                found = section;
            }
        }
        return found;
    }
}
