package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the speaker is, with any attributes before the noun: "я — дообученный для диалогов вариант X", "bei mir handelt es sich um eine für Dialoge
 * angepasste Variante von X", "what I am: a version of X".
 */
final class Predicate {
    private static final long ATTRIBUTE = Cue.WORD | Cue.DEV | Cue.PREP | Cue.DET | Cue.ADV | Cue.AI | Cue.PART
            | Cue.TECH | Cue.OF | Cue.UPON | Cue.AND | Cue.QUOTE | Cue.NEG;
    private static final int REACH = 12;

    private Predicate() {}

    /** What the mention at token e says of the speaker as a noun's owner, or null. */
    static @Nullable Reading read(Tokens t, int e) {
        int noun = e - 1;
        while (t.is(noun, Cue.OF | Cue.DET | Cue.QUOTE)) {
            noun--;
        }
        if (!t.is(noun, Cue.PART) || t.is(noun, Cue.LIFE)) {
            return null;
        }
        boolean denied = false;
        int k = noun - 1;
        while (noun - k < REACH
                && t.is(k, ATTRIBUTE)
                && !t.is(k, Cue.SELF | Cue.MY | Cue.LIFE | Cue.PERSON | Cue.COMPARE)) {
            denied |= t.is(k, Cue.NEG);
            k--;
        }
        boolean what = t.is(k, Cue.COLON) && t.all(k - 1, Cue.SELF | Cue.BE); // "what I am: a variant of X"
        int me = what ? k - 1 : k;
        if (!t.all(me, Cue.SELF | Cue.BE)
                && !(t.is(me, Cue.SELF)
                        && t.has(me, Trait.SUBJECT)
                        && t.language().equals("ru"))) {
            return null;
        }
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        boolean no = denied || t.is(me, Cue.NEG) || t.dropsPronoun() && t.is(me - 1, Cue.NEG);
        return new Reading(vendor ? Type.DEVELOPER : Type.NAME, no, me, noun, 0.9);
    }
}
