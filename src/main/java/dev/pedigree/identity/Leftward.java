package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * The walk to the left from a mention of somebody, with what it has met on the way: a denial, a correction that takes one back, a
 * product whose maker the mention is said to be. Frames read one after the other and share it.
 */
final class Leftward {
    private static final int INSERTION = 8; // tokens between two commas
    private static final long SAID_OF_SOMEBODY =
            Cue.SELF | Cue.MY | Cue.ENTITY | Cue.DEV | Cue.AGENT | Cue.AI | Cue.NEG;
    private static final long SKIPPED = Cue.DET | Cue.ADV | Cue.QUOTE | Cue.AUX | Cue.SAME;

    private final Tokens t;
    private final Phrases phrases;
    private final Subject subject;
    boolean denied;
    boolean corrected; // whether what was denied before is taken back by a "but"
    int scar = -1;

    Leftward(Tokens tokens, Phrases phrases, Subject subject) {
        this.t = tokens;
        this.phrases = phrases;
        this.subject = subject;
    }

    /** Begins at another mention. */
    void restart() {
        denied = false;
        corrected = false;
        scar = -1;
    }

    @Nullable
    Reading of(Type type, int cue, int from, int e) {
        subject.before(from);
        if (!subject.isSpeaker()) {
            return null;
        }
        return new Reading(type, denied || subject.isDenied(), subject.at(), cue, subject.confidence());
    }

    /** Steps over articles, adverbs, quotes, possessors and the other members of a list. */
    int skipBack(int i) {
        int k = i;
        while (k >= 0) {
            if (t.is(k, Cue.NEG) && !t.is(k, Cue.BE)) {
                denied = true;
                k--;
            } else if (phrases.endsSpeech(k)) {
                return -1; // "I'm …" X began
            } else if (t.is(k, SKIPPED) && !t.is(k, Cue.BE | Cue.NAMED | Cue.SELF)) {
                k--;
            } else if (t.is(k, Cue.POSSESSIVE) && (t.is(k - 1, Cue.ENTITY) || isNation(k - 1))) {
                k -= 2;
            } else if (t.is(k, Cue.ENTITY) && k == i) {
                k--;
            } else if (t.is(k, Cue.CONTRAST) && phrases.isCorrected(k)) {
                k = phrases.corrected(k) - 1;
                while (t.is(k, Cue.NEG | SKIPPED)) {
                    k--;
                }
                denied = false;
                corrected = true;
            } else if (t.is(k, Cue.AND) && phrases.isItem(k - 1)) {
                k = phrases.itemStart(k - 1) - 1;
            } else if (t.is(k, Cue.COMMA)
                    && (t.is(k - 1, Cue.QUOTE) || t.is(k + 1, Cue.QUOTE))
                    && phrases.isItem(k - 1)) {
                k = phrases.itemStart(k - 1) - 1;
            } else {
                break;
            }
        }
        return k;
    }

    /** "China's": a land or town, which owns no model. */
    private boolean isNation(int k) {
        return t.all(k, Cue.WORD | Cue.CAPITAL) && Grammar.instance().signs().isConcept(t.folded(k));
    }

    /** The word before what stands between two commas: "my parents, so to speak, are"; the same place where nothing does. */
    int beforeInsertion(int comma) {
        if (!t.is(comma, Cue.COMMA)) {
            return comma;
        }
        int k = comma - 1;
        while (k >= 0 && comma - k < INSERTION && !t.is(k, SAID_OF_SOMEBODY | Cue.COMMA | Cue.STOP)) {
            k--;
        }
        return t.is(k, Cue.COMMA) ? k - 1 : comma;
    }

    /** "My developer is", "the company that made me is", "the model I am based on is". */
    @Nullable
    Reading ownNoun(int k, int g) {
        Type type = Type.PARENT;
        boolean found = false;
        for (int n = beforeInsertion(k); n >= 0 && k - n < 14; n--) {
            if (t.is(n, Cue.COMMA | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST | Cue.COLON) && !found) {
                return null;
            }
            if (t.is(n, Cue.PERSON)) {
                return null;
            }
            if (t.is(n, Cue.NEG)) {
                denied = true;
            }
            if (t.is(n, Cue.AGENT | Cue.TECH | Cue.AI | Cue.PLACE | Cue.DEV)) {
                type = phrases.nounType(n);
                found = true;
            }
            if (t.is(n, Cue.MY | Cue.OUR) && found) {
                return new Reading(type, denied, n, g, t.is(n, Cue.MY) ? 0.95 : 0.7);
            }
            if (t.is(n, Cue.THISAI) && (t.is(n - 1, Cue.OF | Cue.BEHIND | Cue.DEV) || t.is(n, Cue.BEHIND))) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.7);
            }
            if (t.is(n, Cue.SELF)) {
                boolean made = t.is(n - 1, Cue.DEV | Cue.BEHIND | Cue.OF)
                        || t.is(n - 1, Cue.REL) && t.is(n + 1, Cue.DEV) && t.has(n, Trait.OBJECT)
                        || t.is(n, Cue.REL) && t.is(n + 1, Cue.DEV);
                boolean noun = t.is(n - 1, Cue.AGENT | Cue.TECH | Cue.AI | Cue.NAME)
                        || t.is(n - 1, Cue.REL) && t.is(n - 2, Cue.AGENT | Cue.TECH | Cue.AI);
                return made || noun && !t.is(n, Cue.NAMED) ? new Reading(Type.DEVELOPER, denied, n, g, 0.9) : null;
            }
            if (t.is(n, Cue.THIRD | Cue.YOU | Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }

    boolean has(int from, int to, long bits) {
        for (int k = from; k < to; k++) {
            if (t.is(k, bits)) {
                return true;
            }
        }
        return false;
    }
}
