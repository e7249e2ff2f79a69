package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;

/** A "yes" to "are you X?", "did X make you?": the question, turned round, is what the answer says. */
final class Assent {
    private Assent() {}

    /** Whether a sentence opens with a word that agrees, and takes nothing back. */
    static boolean agrees(Tokens t) {
        int first = 0;
        while (t.is(first, Cue.ADV | Cue.QUOTE | Cue.COMMA | Cue.EXPLETIVE) && !t.has(first, Trait.ASSENT)) {
            first++;
        }
        if (first > 1 || !t.has(first, Trait.ASSENT)) {
            return false;
        }
        for (int k = first + 1; k < t.size(); k++) {
            boolean again = t.has(k, Trait.ASSENT);
            boolean no = t.is(k, Cue.NEG) && (t.isEastern() || k < clauseEnd(t, first) || speaks(t, k));
            if (!again && (no || t.is(k, Cue.CONTRAST | Cue.HYPO | Cue.COMPARE))) {
                return false;
            }
        }
        return true;
    }

    private static int clauseEnd(Tokens t, int from) {
        int k = from;
        while (k < t.size() && !t.is(k, Cue.COMMA | Cue.STOP | Cue.DASH | Cue.COLON | Cue.SEMICOLON)) {
            k++;
        }
        return k;
    }

    /** Whether the speaker is in the clause of token k. */
    private static boolean speaks(Tokens t, int k) {
        int from = k;
        while (from > 0 && !t.is(from - 1, Cue.COMMA | Cue.STOP | Cue.DASH | Cue.COLON | Cue.SEMICOLON)) {
            from--;
        }
        for (int n = from; n < clauseEnd(t, k); n++) {
            if (t.is(n, Cue.SELF | Cue.MY | Cue.THISAI)) {
                return true;
            }
        }
        return false;
    }

    /** The mention that a question makes the listener's, or -1; the question's "you" becomes the speaker. */
    static int asked(Tokens question, boolean[] claimed) {
        if (TakenUp.only(question) == null) {
            return -1;
        }
        question.turnRound();
        for (int e = 0; e < question.size(); e++) {
            if (!question.is(e, Cue.ENTITY)) {
                continue;
            }
            Reading reading = question.isEastern()
                    ? new EasternGrammar(question, claimed, () -> true).read(e)
                    : new WesternGrammar(question, claimed).read(e);
            boolean made = question.isEastern() && isMade(question, e);
            if (made || reading != null && !reading.denied() && isIdentity(reading.type())) {
                return e;
            }
        }
        return -1;
    }

    /** "Xが作ったって本当？": a question that leaves out who was made. */
    private static boolean isMade(Tokens t, int e) {
        for (int k = 0; k < t.size(); k++) {
            boolean quoted = t.is(k, Cue.TOPIC) && t.is(k - 1, Cue.DEV); // "만들었다는": that it did
            if (!quoted && t.is(k, Cue.TOPIC | Cue.SELF | Cue.THIRD | Cue.NEG | Cue.OF)
                    || t.is(k, Cue.ENTITY) && k != e) {
                return false;
            }
        }
        return e == 0 && t.is(1, Cue.BY) && t.is(2, Cue.DEV);
    }

    private static boolean isIdentity(Type type) {
        return type != Type.KINSHIP && type != Type.POLICY && type != Type.LOCATION;
    }
}
