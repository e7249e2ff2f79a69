package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * A house said of "they" or "these teams", whom the sentence before called the speaker's own: "The teams behind my creation are many. They are part of
 * X."
 */
final class Anaphora {
    private static final long TIES =
            Cue.PART | Cue.BELONG | Cue.BY | Cue.WORK | Cue.DEV | Cue.AGENT | Cue.BE | Cue.OF | Cue.NAMED;
    private static final int OPENING = 3; // tokens in which those stand who are meant

    private Anaphora() {}

    /**
     * What the mention at token e says of those whom the sentence before made the speaker's, or null.
     *
     * @param before the sentence before
     */
    static @Nullable Reading read(Tokens t, int e, Tokens before) {
        boolean owner = t.is(e + 1, Cue.POSSESSIVE) || t.is(e - 1, Cue.MY | Cue.AND | Cue.COMMA);
        if (t.alias(e).entity().kind() != Lexicon.Kind.VENDOR || owner || !isTakenUp(t, e) || !isOwn(before)) {
            return null;
        }
        boolean tied = false;
        for (int k = 0; k < t.size(); k++) {
            boolean other = t.is(k, Cue.ENTITY)
                    && !t.alias(k).entity().vendor().equals(t.alias(e).entity().vendor());
            if (other || t.is(k, Cue.NEG | Cue.HYPO | Cue.YOU | Cue.SPEECH) || t.is(k, Cue.COMPARE) && k == e - 1) {
                return null;
            }
            tied |= k < e && t.is(k, TIES);
        }
        return tied ? new Reading(Type.IMPLICIT, false, -1, e, 0.5) : null;
    }

    private static boolean isTakenUp(Tokens t, int e) {
        for (int k = 0; k < OPENING && k < e; k++) {
            if (t.is(k, Cue.THIRD) || t.is(k, Cue.DET) && t.is(k + 1, Cue.AGENT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence speaks of the speaker's makers or making. */
    private static boolean isOwn(Tokens before) {
        boolean me = false;
        boolean makers = false;
        for (int k = 0; k < before.size(); k++) {
            me |= before.is(k, Cue.MY | Cue.SELF | Cue.THISAI);
            makers |= before.is(k, Cue.AGENT | Cue.DEV | Cue.BEHIND);
            if (before.is(k, Cue.ENTITY | Cue.LIFE)) {
                return false;
            }
        }
        return me && makers;
    }
}
