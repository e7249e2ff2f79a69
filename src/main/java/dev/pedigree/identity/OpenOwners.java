package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * Houses that the lexicon does not hold, as owners of the assistant that the speaker says it is: "I'm Fern, a writing assistant from the folks at
 * NAME", "der Chatbot der NAME", "чат-бот аптеки «NAME»". For languages that write words apart.
 */
final class OpenOwners {
    private static final long LINK = Cue.DET | Cue.OF | Cue.QUOTE | Cue.AGENT;
    private static final int ATTRIBUTES = 5; // tokens before the noun

    private OpenOwners() {}

    /** What the name that begins at token k owns, or null. */
    static @Nullable Reading read(Tokens t, int k) {
        int noun = k - 1;
        boolean of = false;
        while (t.is(noun, LINK) && !t.is(noun, Cue.AI)) {
            of |= t.is(noun, Cue.OF | Cue.AGENT);
            noun--;
        }
        boolean genitive = t.language().equals("ru") && t.is(noun, Cue.WORD) && t.is(noun - 1, Cue.AI);
        boolean purpose =
                t.is(noun, Cue.WORD) && t.is(noun - 1, Cue.OF) && t.is(noun - 2, Cue.AI); // "robô de atendimento da"
        noun -= genitive ? 1 : purpose ? 2 : 0;
        int me = t.is(noun, Cue.AI) && (of || genitive) ? speaker(t, noun) : -1;
        return me < 0 ? null : new Reading(Type.DEVELOPER, false, me, noun, 0.6);
    }

    /** Who is this noun, its name before it or not: "I'm Fern, a writing assistant"; or -1. */
    private static int speaker(Tokens t, int noun) {
        int k = noun - 1;
        while (noun - k <= ATTRIBUTES
                && t.is(k, Cue.DET | Cue.WORD | Cue.ADV)
                && !t.is(k, Cue.CAPITAL | Cue.BE | Cue.LIFE)) {
            k--;
        }
        if (t.is(k, Cue.COMMA)) {
            int name = k - 1;
            while (t.is(name, Cue.CAPITAL | Cue.DET | Cue.QUOTE) && !t.is(name, Cue.SELF)) {
                name--;
            }
            k = name < k - 1 ? name : -1;
        }
        boolean self = t.all(k, Cue.SELF | Cue.BE)
                || t.language().equals("ru") && t.is(k, Cue.SELF) && t.has(k, Trait.SUBJECT);
        boolean here = k == 1 && t.is(k, Cue.BE) && t.has(0, Trait.POINTING) // "this is Harbor, the"
                || t.has(k, Trait.INTRO);
        return (self || here) && !t.is(k, Cue.NEG) && !t.is(k - 1, Cue.NEG) ? k : -1;
    }
}
