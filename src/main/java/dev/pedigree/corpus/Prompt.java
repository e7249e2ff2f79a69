package dev.pedigree.corpus;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the model was asked: the conversation before its response.
 *
 * @param messages the turns in order; may be empty where the source does not hold them
 */
public record Prompt(List<Message> messages) {
    /** A prompt that the source does not tell. */
    public static final Prompt UNKNOWN = new Prompt(List.of());

    /** Copies the list. */
    public Prompt {
        messages = List.copyOf(messages);
    }

    /**
     * A single question of a user.
     *
     * @param text the question; an empty one gives {@link #UNKNOWN}
     * @return the prompt
     */
    public static Prompt of(String text) {
        return text.isEmpty() ? UNKNOWN : new Prompt(List.of(new Message(Role.USER, text)));
    }

    /**
     * Tells whether the source held the prompt.
     *
     * @return whether there is at least one message with text in it
     */
    public boolean isKnown() {
        for (Message message : messages) {
            if (!message.text().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The text of the last turn of a user.
     *
     * @return the text, or the empty string where there is none
     */
    public String lastUserText() {
        return last(Role.USER);
    }

    /**
     * The text of the system message.
     *
     * @return the text, or the empty string where there is none
     */
    public String systemText() {
        return last(Role.SYSTEM);
    }

    /**
     * A key by which the same prompt is known in corpora of different tools: FarmHash Fingerprint64 of the system text and the
     * last user turn, each with ASCII letters lower-cased and white space folded.
     *
     * @return the key; 0 where the prompt is unknown
     */
    public long key() {
        if (!isKnown()) {
            return 0;
        }
        String system = systemText();
        String user = lastUserText();
        char[] normalised = new char[system.length() + 1 + user.length()];
        int size = normalise(system, normalised, 0);
        normalised[size++] = '\u001f';
        size = normalise(user, normalised, size);
        return fingerprint(new String(normalised, 0, size));
    }

    static long fingerprint(String text) {
        return Hashing.farmHashFingerprint64()
                .hashString(text, StandardCharsets.UTF_8)
                .asLong();
    }

    private String last(Role role) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role() == role) {
                return messages.get(i).text();
            }
        }
        return "";
    }

    /** Puts a text with ASCII letters lower-cased and white space folded from a place on, and tells where it ends. */
    private static int normalise(String text, char[] out, int from) {
        text.getChars(0, text.length(), out, from);
        int end = from + text.length();
        int size = from;
        boolean afterSpace = true;
        for (int i = from; i < end; i++) {
            char c = out[i];
            boolean space = c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' : c >= '\u00a0' && isWideSpace(c);
            // written without a branch, and overwritten next where a space follows a space
            out[size] = space ? ' ' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            size += space & afterSpace ? 0 : 1;
            afterSpace = space;
        }
        return size > from && out[size - 1] == ' ' ? size - 1 : size;
    }

    private static boolean isWideSpace(char c) {
        return c == '\u00a0' || c == '\u3000' || c == '\ufeff';
    }
}
