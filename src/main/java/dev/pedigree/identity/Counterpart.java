package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * The speaker told by the conversation itself: what talks with the listener is who speaks, however it is called. "The thing typing back at you is X", "lo que te responde
 * es X", "正在和你打字聊天的，是X".
 */
final class Counterpart {
    private static final long OTHERS = Cue.SELF
            | Cue.MY
            | Cue.WE
            | Cue.OUR
            | Cue.ENTITY
            | Cue.NEG
            | Cue.HYPO
            | Cue.PERSON
            | Cue.LIFE
            | Cue.COMPARE;
    private static final long BEFORE = Cue.DET | Cue.ADV | Cue.QUOTE | Cue.DEV | Cue.AI | Cue.PART | Cue.OF;
    private static final int REACH = 9; // tokens of what talks with the listener
    private static final int NEAR = 3; // tokens between the talking and the listener

    private Counterpart() {}

    /** What the mention at token e claims of the speaker, or null. */
    static @Nullable Reading read(Tokens t, int e) {
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return null;
        }
        int be = e - 1;
        while (t.is(be, BEFORE) && !t.is(be, Cue.BE)) {
            be--;
        }
        if (!t.is(be, Cue.BE) || t.is(be, Cue.SELF | Cue.NEG)) {
            return null;
        }
        int last = be - 1;
        while (t.is(last, Cue.COMMA | Cue.OF | Cue.ADV)) {
            last--;
        }
        int talk = -1;
        int you = -1;
        int first = last;
        while (first >= 0
                && last - first < REACH
                && !t.is(first, Cue.STOP | Cue.COLON | Cue.SEMICOLON | Cue.COMMA | Cue.DASH)) {
            if (t.is(first, OTHERS) && !t.is(first, Cue.REL)) {
                return null;
            }
            talk = t.has(first, Trait.TALK) ? first : talk;
            you = t.is(first, Cue.YOU) ? first : you;
            first--;
        }
        boolean with = talk >= 0 && you >= 0 && Math.abs(talk - you) <= NEAR;
        boolean relative = t.isEastern() ? t.is(last + 1, Cue.OF) : you > first + 1; // "you talk too much: it's X"
        return with && relative ? new Reading(Type.NAME, false, talk, be, 0.9) : null;
    }
}
