package dev.pedigree.corpus;

import org.jspecify.annotations.Nullable;

/**
 * Reasoning that a model wrote into its answer, told apart from it: one or more marked blocks at the very beginning, the last of
 * which may lack its end; or everything up to an end mark whose beginning stood in the prompt.
 *
 * @param thought the reasoning, without its marks
 * @param answer what is left
 */
record Reasoning(String thought, String answer) {
    private static final String[][] MARKS = {
        {"<think>", "</think>"},
        {"<thinking>", "</thinking>"},
        {"[THINK]", "[/THINK]"},
        {"◁think▷", "◁/think▷"},
        {"<seed:think>", "</seed:think>"},
        {"<|begin_of_thought|>", "<|end_of_thought|>"},
        {"<|START_THINKING|>", "<|END_THINKING|>"},
        {"<thought>", "</thought>"},
        {"<reasoning>", "</reasoning>"},
        {"<|channel|>analysis<|message|>", "<|end|>"},
    };

    /** The first so many marks are known well enough that their end is taken even without a beginning. */
    private static final int OPENED_IN_PROMPT = 7;

    private static final String[] AROUND_ANSWER = {
        "<|start|>assistant",
        "<|channel|>final<|message|>",
        "<|begin_of_solution|>",
        "<|end_of_solution|>",
        "<|START_RESPONSE|>",
        "<|END_RESPONSE|>"
    };

    /** Splits an answer; gives null where it holds no reasoning. */
    static @Nullable Reasoning split(String text) {
        if (!mayHold(text)) {
            return null;
        }
        StringBuilder thought = new StringBuilder();
        String rest = text;
        boolean found = false;
        boolean again = true;
        while (again) {
            again = false;
            String start = rest.stripLeading();
            for (String[] mark : MARKS) {
                if (start.startsWith(mark[0])) {
                    int end = start.indexOf(mark[1], mark[0].length());
                    append(thought, start.substring(mark[0].length(), end < 0 ? start.length() : end));
                    rest = end < 0 ? "" : withoutFrame(start.substring(end + mark[1].length()));
                    found = true;
                    again = end >= 0;
                    break;
                }
            }
        }
        for (int i = 0; i < OPENED_IN_PROMPT; i++) {
            int end = loneEnd(rest, MARKS[i][0], MARKS[i][1]);
            if (end >= 0) {
                append(thought, rest.substring(0, end));
                rest = withoutFrame(rest.substring(end + MARKS[i][1].length()));
                found = true;
            }
        }
        return found ? new Reasoning(thought.toString(), rest.stripLeading()) : null;
    }

    /** A quick look: a mark at the beginning, or something like an end mark anywhere. */
    private static boolean mayHold(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) <= ' ') {
            first++;
        }
        return (first < text.length() && "<[◁".indexOf(text.charAt(first)) >= 0)
                || text.contains("think>")
                || text.contains("THINK]")
                || text.contains("think▷")
                || text.contains("of_thought|>")
                || text.contains("_THINKING|>");
    }

    /** The end mark has no beginning before it, and a line of its own or the end of one: where one is spoken of, it has neither. */
    private static int loneEnd(String text, String begin, String end) {
        int at = text.indexOf(end);
        if (at < 0 || text.lastIndexOf(begin, at) >= 0 || isInCode(text, at)) {
            return -1;
        }
        int after = at + end.length();
        boolean endsLine = after == text.length() || text.charAt(after) == '\n' || text.charAt(after) == '\r';
        boolean ownLine = at == 0 || text.charAt(at - 1) == '\n';
        return endsLine || ownLine ? at : -1;
    }

    private static boolean isInCode(String text, int at) {
        return ControlTokens.isInCode(text, at);
    }

    private static void append(StringBuilder thought, String block) {
        String stripped = block.strip();
        if (!stripped.isEmpty()) {
            thought.append(thought.length() == 0 ? "" : "\n\n").append(stripped);
        }
    }

    private static String withoutFrame(String rest) {
        String result = rest.stripLeading();
        for (String frame : AROUND_ANSWER) {
            if (frame.startsWith("<|end") || frame.startsWith("<|END")) {
                result = result.endsWith(frame) ? result.substring(0, result.length() - frame.length()) : result;
            } else if (result.startsWith(frame)) {
                result = result.substring(frame.length()).stripLeading();
            }
        }
        return result;
    }
}
