package dev.pedigree.identity;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a prompt says about identities. Not for sharing between threads: what is asked for seldom is made when first asked for. */
final class PromptReading {
    /** What is so of a prompt. */
    enum Kind {
        /** There is one. */
        KNOWN,
        /** It asks who the speaker is. */
        ASKS,
        /** Asks for a text, which may speak with another voice than the speaker\'s. */
        TEXT,
        /** It asks for a role. */
        ROLE,
        /** It holds tools. */
        TOOLS,
        /** A short question for the date up to which the listener knows anything. */
        CUTOFF
    }

    private static final int SHORT = 80; // characters

    private final Set<Kind> kinds;
    private final Set<String> mentioned;
    private final Set<String> assigned;
    private final Set<String> personas;
    private final String text;
    private @Nullable String folded;
    private @Nullable String letters;

    /**
     * A reading.
     *
     * @param kinds what is so of the prompt
     * @param mentioned the vendors it names
     * @param assigned the vendors it makes the speaker's
     * @param personas the names, folded, that it gives the speaker where it asks for a role; no vendor's
     * @param text its text
     */
    PromptReading(Set<Kind> kinds, Set<String> mentioned, Set<String> assigned, Set<String> personas, String text) {
        this.kinds = kinds;
        this.mentioned = mentioned;
        this.assigned = assigned;
        this.personas = personas;
        this.text = text;
    }

    /** The same without the text and the names of roles, to be kept for many prompts. */
    PromptReading brief() {
        return new PromptReading(kinds, mentioned, assigned, ImmutableSet.of(), "");
    }

    boolean known() {
        return kinds.contains(Kind.KNOWN);
    }

    boolean asks() {
        return kinds.contains(Kind.ASKS);
    }

    boolean asksCutoff() {
        return kinds.contains(Kind.CUTOFF);
    }

    boolean mentions(String vendor) {
        return mentioned.contains(vendor);
    }

    /** Whether it is a short question that names no model or house and asks for no text, so that who names one does so on its own. */
    boolean isPlain() {
        String asked = text.strip();
        return known()
                && mentioned.isEmpty()
                && asked.length() <= SHORT
                && (asked.endsWith("?") || asked.endsWith("\uff1f") || asks())
                && !kinds.contains(Kind.TEXT);
    }

    boolean wantsText() {
        return kinds.contains(Kind.TEXT);
    }

    boolean role() {
        return kinds.contains(Kind.ROLE);
    }

    Set<String> assigned() {
        return assigned;
    }

    Set<String> personas() {
        return personas;
    }

    /** Whether it holds these words, folded. */
    boolean contains(String words) {
        if (folded == null) {
            folded = Letters.fold(text);
        }
        return folded.contains(words);
    }

    /** Whether a sentence's letters, by {@link PromptReader#letters}, stand in it too. */
    boolean echoes(String sentence) {
        if (letters == null) {
            letters = PromptReader.letters(text, 0, text.length());
        }
        return letters.contains(sentence);
    }

    /** The layer in which claims of this vendor's identity stand. */
    PromptStratum stratum(String vendor) {
        if (!known()) {
            return PromptStratum.UNKNOWN;
        }
        if (assigned.contains(vendor)) {
            return PromptStratum.ROLE_ASSIGNED;
        }
        if (mentioned.contains(vendor)) {
            return PromptStratum.ENTITY_MENTIONED;
        }
        if (vendor.startsWith("other:") && contains(Letters.fold(vendor.substring(6)))) {
            return role() ? PromptStratum.ROLE_ASSIGNED : PromptStratum.ENTITY_MENTIONED;
        }
        if (kinds.contains(Kind.TOOLS)) {
            return PromptStratum.TOOLS;
        }
        if (role()) {
            return PromptStratum.PERSONA;
        }
        return asks() ? PromptStratum.IDENTITY_QUESTION : PromptStratum.UNRELATED;
    }
}
