package dev.pedigree.corpus;

/**
 * A model that goes on after its answer and writes the next turn of the person: {@code ### Human: …}. A text whose other headings of
 * that kind name something else has headings, not turns.
 */
final class RunOn {
    private RunOn() {}

    /** Where the next turn begins, or -1. */
    static int start(String text) {
        int first = -1;
        for (int at = text.indexOf("###"); at >= 0; at = text.indexOf("###", at + 3)) {
            boolean startsLine = at == 0 || text.charAt(at - 1) == '\n' || isGlued(text, at);
            boolean deeper = (at > 0 && text.charAt(at - 1) == '#') || text.startsWith("####", at);
            if (!startsLine || deeper) {
                continue;
            }
            boolean marker = ChatTokens.TURNS.at(text, at) != null;
            if (first >= 0) {
                return marker ? first : -1;
            }
            if (marker && !text.substring(0, at).isBlank() && !isSpokenOf(text, at)) {
                first = at;
            } else {
                return -1; // a heading, or the answer itself has the form of a dialogue or a template
            }
        }
        return first;
    }

    /** A person's next turn directly behind the end of a sentence. */
    private static boolean isGlued(String text, int at) {
        return ".!?".indexOf(text.charAt(at - 1)) >= 0
                && (text.startsWith("### Human:", at) || text.startsWith("### Assistant:", at));
    }

    private static boolean isSpokenOf(String text, int at) {
        return Surroundings.isInCode(text, at) || isAnnounced(text, at) || isNamed(text, at);
    }

    /** Whether the marker also stands inside a line: an answer that names it talks about it. */
    private static boolean isNamed(String text, int at) {
        String marker = text.substring(at, text.indexOf(':', at));
        for (int i = text.indexOf(marker); i >= 0; i = text.indexOf(marker, i + 1)) {
            if (i > 0 && "\"'`“‘「(".indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Behind a colon stands what the answer announces, such as a template. */
    private static boolean isAnnounced(String text, int at) {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == '\n' || text.charAt(i) == ' ' || text.charAt(i) == '\r')) {
            i--;
        }
        return i >= 0 && text.charAt(i) == ':';
    }
}
