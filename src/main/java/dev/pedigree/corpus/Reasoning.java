package dev.pedigree.corpus;

import dev.pedigree.internal.DataLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reasoning that a model wrote into its answer, told apart from it: one or more marked blocks at the very beginning, the last of
 * which may lack its end; or everything up to an end mark whose beginning stood in the prompt.
 *
 * @param thought the reasoning, without its marks
 * @param answer what is left
 */
record Reasoning(String thought, String answer) {
    /** What stands around reasoning, from {@code reasoning-marks.tsv}. */
    private record Mark(String begin, String end, boolean mayBeOpen, boolean mayBeLone) {
        static Mark of(String line) {
            String[] cells = line.split("\t");
            return new Mark(cells[0], cells[1], cells[2].startsWith("open"), cells[2].endsWith("lone"));
        }
    }

    /** What stands around an answer, from {@code answer-frames.tsv}. */
    private record Frame(String begin, String end, boolean always) {
        static Frame of(String line) {
            String[] cells = line.split("\t");
            return new Frame(cells[0], cells[1], cells[2].equals("always"));
        }
    }

    private static final List<Mark> MARKS = DataLines.of(Reasoning.class, "reasoning-marks.tsv").stream()
            .map(Mark::of)
            .toList();
    private static final List<Frame> FRAMES = DataLines.of(Reasoning.class, "answer-frames.tsv").stream()
            .map(Frame::of)
            .toList();

    /** Splits an answer; gives null where it holds no reasoning, and no frame that tells where the answer itself begins. */
    static @Nullable Reasoning split(String text) {
        if (!mayHold(text)) {
            return null;
        }
        StringBuilder thought = new StringBuilder();
        String rest = unframed(text, false);
        boolean found = rest.length() < text.stripLeading().length();
        for (Mark mark = markAt(rest); mark != null; mark = markAt(rest)) {
            int end = closing(rest, mark);
            append(thought, rest.substring(mark.begin.length(), end < 0 ? rest.length() : end));
            rest = end < 0 ? "" : unframed(rest.substring(end + mark.end.length()), true);
            found = true;
        }
        for (Mark mark : MARKS) {
            int end = mark.mayBeLone ? loneEnd(rest, mark) : -1;
            if (end >= 0) {
                append(thought, rest.substring(0, end));
                rest = unframed(rest.substring(end + mark.end.length()), true);
                found = true;
            }
        }
        return found ? new Reasoning(thought.toString(), rest) : null;
    }

    /** A quick look: a mark or a frame at the beginning, or an end mark anywhere. */
    private static boolean mayHold(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        return (first < text.length() && "<[◁:".indexOf(text.charAt(first)) >= 0)
                || text.startsWith("analysis", first)
                || text.contains("think>")
                || text.contains("thinking>")
                || text.contains("THINK]")
                || text.contains("think▷")
                || text.contains("of_thought|>")
                || text.contains("_THINKING|>")
                || text.contains("<channel|>");
    }

    private static @Nullable Mark markAt(String text) {
        for (Mark mark : MARKS) {
            if (startsWith(text, mark.begin, 0) && (mark.mayBeOpen || closing(text, mark) >= 0)) {
                return mark;
            }
        }
        return null;
    }

    /** Where the block that begins the text ends; blocks of the same kind may stand in it. */
    private static int closing(String text, Mark mark) {
        int depth = 1;
        for (int at = mark.begin.length(); at < text.length(); at++) {
            if (startsWith(text, mark.end, at)) {
                depth--;
                if (depth == 0) {
                    return at;
                }
            } else if (startsWith(text, mark.begin, at) && mark.begin.charAt(0) == '<') {
                depth++;
            }
        }
        return firstEnd(text, mark); // opened more often than closed
    }

    private static int firstEnd(String text, Mark mark) {
        for (int at = mark.begin.length(); at < text.length(); at++) {
            if (startsWith(text, mark.end, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(String text, String mark, int at) {
        return text.regionMatches(true, at, mark, 0, mark.length());
    }

    /**
     * The end mark has no beginning before it, and a line of its own, the end of one, or no blank on either side: where one is spoken
     * of, it has neither.
     */
    private static int loneEnd(String text, Mark mark) {
        int at = text.indexOf(mark.end);
        if (at < 0 || text.lastIndexOf(mark.begin, at) >= 0 || Surroundings.isInCode(text, at)) {
            return -1;
        }
        int after = at + mark.end.length();
        boolean endsLine = after == text.length() || text.charAt(after) == '\n' || text.charAt(after) == '\r';
        boolean ownLine = at == 0 || text.charAt(at - 1) == '\n';
        boolean glued = at > 0 && ".!?。！？…".indexOf(text.charAt(at - 1)) >= 0 && !endsLine && isWordStart(text, after);
        return endsLine || ownLine || glued ? at : -1;
    }

    private static boolean isWordStart(String text, int at) {
        char c = text.charAt(at);
        return c >= 0x80
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "*#".indexOf(c) >= 0;
    }

    private static void append(StringBuilder thought, String block) {
        String stripped = block.strip();
        if (!stripped.isEmpty()) {
            thought.append(thought.length() == 0 ? "" : "\n\n").append(stripped);
        }
    }

    /** The text without what a template puts around an answer; where nothing did, without blanks before it. */
    private static String unframed(String text, boolean behindReasoning) {
        String rest = text.stripLeading();
        for (Frame frame : FRAMES) {
            boolean ended = !frame.end.isEmpty() && rest.stripTrailing().endsWith(frame.end);
            if (rest.startsWith(frame.begin) && (frame.always || (behindReasoning && ended))) {
                String inner = rest.substring(frame.begin.length());
                rest = ended ? inner.substring(0, inner.lastIndexOf(frame.end)) : inner;
                rest = rest.stripLeading();
            }
        }
        return rest;
    }
}
