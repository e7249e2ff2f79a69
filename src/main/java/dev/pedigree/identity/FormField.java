package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** A line of a form that the speaker fills in about itself: "Name: X", "| Vendor | X |", "名称：X". Only for prompts that ask. */
final class FormField {
    private static final long LABEL =
            Cue.NAME | Cue.AGENT | Cue.AI | Cue.TECH | Cue.DEV | Cue.BY | Cue.MY | Cue.DET | Cue.QUOTE;
    private static final int LONGEST = 4; // tokens of a label

    private FormField() {}

    /** What the mention at token e says as the value of a label, or null. */
    static @Nullable Reading read(Tokens t, int e) {
        int colon = e - 1;
        while (t.is(colon, Cue.DET | Cue.QUOTE)) {
            colon--;
        }
        int label = colon - 1;
        if (!t.is(colon, Cue.COLON) || label < 0 || label > LONGEST) {
            return null;
        }
        int first = t.is(0, Cue.COLON | Cue.DASH) ? 1 : 0;
        for (int k = first; k <= label; k++) {
            if (!t.is(k, LABEL)) {
                return null;
            }
        }
        boolean ends =
                e + 1 >= t.size() || t.is(e + 1, Cue.COLON | Cue.COMMA | Cue.OPEN | Cue.STOP | Cue.WORD | Cue.QUOTE);
        Type type = type(t, first, label, t.alias(e).entity().kind() == Lexicon.Kind.VENDOR);
        return !ends || type == null ? null : new Reading(type, false, -1, label, 0.9);
    }

    private static @Nullable Type type(Tokens t, int first, int label, boolean vendor) {
        for (int k = label; k >= first; k--) {
            if (t.is(k, Cue.NAME)) {
                return Type.NAME;
            }
            if (t.is(k, Cue.AGENT | Cue.DEV)) {
                return vendor ? Type.DEVELOPER : null;
            }
            if (t.is(k, Cue.AI | Cue.TECH)) {
                return vendor ? null : Type.ARCHITECTURE;
            }
        }
        return null;
    }
}
