package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * Answers without a subject: a fact about somebody's house as the answer to a question about the speaker's own, or about "your" house in
 * the speaker's mouth.
 */
final class ImplicitAnswer {
    private ImplicitAnswer() {}

    /** What the mention at token e says by being the answer, or null. Only for prompts that ask, and sentences that open the answer. */
    static @Nullable Reading read(Tokens t, int e, boolean opens) {
        for (int k = 0; k < e; k++) {
            if (t.is(k, Cue.SELF | Cue.MY | Cue.WE | Cue.OUR | Cue.HYPO | Cue.NEG | Cue.COMPARE | Cue.THIRD)) {
                return null;
            }
        }
        if (isMirror(t, e)) {
            return new Reading(Type.IMPLICIT, false, -1, e, 0.5);
        }
        return opens && (isTopic(t, e) || isMade(t, e)) ? new Reading(Type.IMPLICIT, false, -1, e, 0.6) : null;
    }

    /** "Your company is X", "您的技术由X提供". */
    private static boolean isMirror(Tokens t, int e) {
        boolean your = false;
        boolean house = false;
        for (int k = Math.max(0, e - 12); k < e; k++) {
            if (t.is(k, Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST)) {
                your = false;
                house = false;
            }
            your |= t.is(k, Cue.YOU);
            house |= your && t.is(k, Cue.AGENT | Cue.TECH | Cue.PLACE);
            if (t.is(k, Cue.ENTITY)) {
                return false;
            }
        }
        return house;
    }

    /** "X is located in", "the headquarters of X is", "X的总部位于". */
    private static boolean isTopic(Tokens t, int e) {
        int first = 0;
        while (t.is(first, Cue.DET | Cue.ADV | Cue.QUOTE | Cue.COMMA | Cue.OPEN | Cue.CLOSE)) {
            first++;
        }
        boolean subject = e == first;
        if (!subject) {
            for (int k = first; k < e; k++) {
                if (t.is(k, Cue.FINITE | Cue.STOP | Cue.COMMA | Cue.YOU | Cue.ENTITY)) {
                    return false;
                }
                subject |= t.is(k, Cue.PLACE | Cue.AGENT | Cue.TECH | Cue.DEV);
            }
        }
        if (!subject) {
            return false;
        }
        int next = e + 1;
        if (t.is(next, Cue.POSSESSIVE | Cue.OF)) {
            next++;
        }
        if (t.is(next, Cue.POLICY) || t.is(next + 1, Cue.POLICY) || t.is(next, Cue.COLON)) {
            return false;
        }
        for (int k = e + 1; k < t.size() && k < e + 16; k++) {
            if (t.is(k, Cue.BE | Cue.PLACE | Cue.DEV | Cue.BY)) {
                return true;
            }
        }
        return false;
    }

    /** "Developed by X." and "由X开发。" */
    private static boolean isMade(Tokens t, int e) {
        boolean dev = false;
        for (int k = Math.max(0, e - 5); k < e; k++) {
            if (t.is(k, Cue.FINITE | Cue.ENTITY | Cue.YOU)) {
                return false;
            }
            dev |= t.is(k, Cue.DEV);
        }
        return e <= 4 && (dev || t.is(e - 1, Cue.BY) && (t.is(e + 1, Cue.DEV) || t.is(e + 2, Cue.DEV)));
    }
}
