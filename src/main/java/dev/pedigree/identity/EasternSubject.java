package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.function.BooleanSupplier;

/** Finds whom a Chinese, Japanese or Korean clause is about, and whether and how surely, by walking left; and what ends it. */
final class EasternSubject {
    /** What may stand between words that belong together. */
    static final long FILL = Cue.ADV | Cue.QUOTE | Cue.DET | Cue.AUX;

    private final Tokens t;
    private final boolean[] claimed;
    private final BooleanSupplier asked; // whether a sentence without a subject may be an answer about the speaker
    private int at;
    private boolean denied;
    private double confidence;

    EasternSubject(Tokens tokens, boolean[] claimed, BooleanSupplier asked) {
        this.t = tokens;
        this.claimed = claimed;
        this.asked = asked;
    }

    /** Forgets what was denied, and how sure it was. */
    void begin() {
        denied = false;
        confidence = 1;
    }

    /** The token that stands for whom the clause is about, or -1. */
    int at() {
        return at;
    }

    /** Says whom the clause is about. */
    void settle(int token) {
        at = token;
    }

    boolean isDenied() {
        return denied;
    }

    /** Denies what is said, where so. */
    void deny(boolean no) {
        denied |= no;
    }

    double confidence() {
        return confidence;
    }

    /** Says how sure it is. */
    void trust(double how) {
        confidence = how;
    }

    /** Walks left from i to whoever the words are about. */
    boolean find(int i) {
        at = -1;
        int commas = 0;
        boolean be = false;
        for (int k = i - 1; k >= 0; k--) {
            if (t.is(k, Cue.NEG)) {
                denied |= commas == 0 && !t.isVerbFinal();
            }
            if (t.is(k, Cue.SELF | Cue.MY | Cue.THISAI)) {
                at = k;
                if (t.is(k, Cue.THISAI)) {
                    confidence = 0.7;
                }
                if (t.is(k, Cue.MY)) {
                    boolean thing = t.is(k + 1, Cue.WORD)
                            && !t.is(k + 1, Cue.OWN)
                            && !t.is(k + 2, Cue.AI | Cue.TECH | Cue.AGENT | Cue.OWN)
                            && (t.isVerbFinal() || !t.is(k + 2, Cue.PART | Cue.BE) && !t.is(k + 1, Cue.WORK));
                    return !thing && (!t.is(k + 1, Cue.PLACE) || be);
                }
                boolean other = !t.isVerbFinal() && t.is(k + 1, Cue.LIFE | Cue.PART) && !t.is(k, Cue.NAMED);
                if (other) {
                    return false; // "我邻居用的是X"
                }
                return be || !t.is(k + 1, Cue.WORD | Cue.SPEECH) || t.isVerbFinal() || t.is(k + 2, Cue.BY | Cue.BE);
            }
            if (t.is(k, Cue.WE)) {
                at = k;
                confidence = 0.7;
                return has(Cue.SELF | Cue.BOTH);
            }
            if (t.is(k, Cue.AS)) {
                at = k;
                return (t.isVerbFinal() || opensPhrase(k)) && about(k, i);
            }
            if (t.is(k, Cue.ENTITY) && !t.is(k + 1, Cue.OF | Cue.AND)) {
                at = k;
                return claimed[k];
            }
            boolean pointing = t.is(k, Cue.THIRD)
                    && t.has(k, Trait.POINTING)
                    && (t.is(k + 1, Cue.ENTITY) || t.is(k + 1, Cue.WORD) && t.is(k + 2, Cue.ENTITY));
            if (t.is(k, Cue.YOU | Cue.THIRD) && !pointing) { // but "私がそのXです"
                at = k;
                return false;
            }
            if (t.is(k, Cue.CONTRAST | Cue.STOP | Cue.SEMICOLON | Cue.SPEECH) && !t.is(k, Cue.BE)) {
                return false;
            }
            if (t.is(k, Cue.COMMA) && ++commas > 2) {
                return false;
            }
            if (t.isVerbFinal() && t.is(k, Cue.TOPIC) && isOtherTopic(k)) {
                at = k;
                return false;
            }
            be |= t.is(k, Cue.BE | Cue.BY | Cue.NAMED | Cue.TOPIC);
        }
        if (!t.isVerbFinal() || !asked.getAsBoolean()) {
            return false;
        }
        for (int k = i; k < t.size(); k++) {
            if (t.is(k, Cue.AI)) {
                confidence = 0.6;
                return endsWithBe(k);
            }
        }
        return false;
    }

    /** A topic that is neither the speaker nor the speaker's. */
    private boolean isOtherTopic(int k) {
        if (!t.is(k - 1, Cue.WORD | Cue.AI | Cue.ENTITY)) {
            return false;
        }
        for (int n = k - 1; n >= 0 && k - n < 5; n--) {
            if (t.is(n, Cue.SELF | Cue.MY) || t.is(n, Cue.ENTITY) && claimed[n]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a maker or technology at k is the speaker's: "我的…", "my ...". */
    boolean hasOwner(int k) {
        for (int n = k; n >= 0 && k - n < 9; n--) {
            if (t.is(n, Cue.MY | Cue.SELF)) {
                at = n;
                return true;
            }
            if (t.is(n, Cue.ENTITY | Cue.YOU | Cue.THIRD | Cue.COMMA | Cue.STOP | Cue.SEMICOLON)) {
                return false;
            }
            if (t.is(n, Cue.NEG)) {
                denied = true;
            }
        }
        return false;
    }

    /** Whether the main clause after an as-phrase is not about somebody else. */
    boolean about(int g, int e) {
        for (int k = e + 1; k < t.size(); k++) {
            if (t.is(k, Cue.COMMA)) {
                int head = k + 1;
                while (t.is(head, FILL)) {
                    head++;
                }
                at = g;
                return !t.is(head, Cue.ENTITY | Cue.THIRD) || claimed[head];
            }
            if (t.is(k, Cue.SELF)) {
                at = k;
                return true;
            }
        }
        at = g;
        confidence = 0.8;
        return true;
    }

    boolean opensPhrase(int g) {
        return g == 0
                || t.is(
                        g - 1,
                        Cue.COMMA
                                | Cue.STOP
                                | Cue.SELF
                                | Cue.CONTRAST
                                | Cue.QUOTE
                                | Cue.COLON
                                | Cue.ADV
                                | Cue.OPEN
                                | Cue.CLOSE);
    }

    boolean endsWithBe(int from) {
        for (int k = from; k < t.size() && k < from + 4; k++) {
            if (t.is(k, Cue.BE | Cue.NEG)) {
                return true;
            }
            if (k > from && t.language().equals("ja") && t.folded(k).equals("\u304c")) {
                return false;
            }
        }
        return false;
    }

    /** Japanese and Korean deny at the end: a "not" after the verb, before the next clause. */
    boolean endsDenied(int from) {
        if (!t.isVerbFinal()) {
            return false;
        }
        for (int k = from + 1; k < t.size() && k < from + 8; k++) {
            if (t.is(k, Cue.NEG)) {
                return true;
            }
            if (t.is(k, Cue.COMMA | Cue.STOP | Cue.CONTRAST | Cue.ENTITY | Cue.BE | Cue.AS)) {
                return false;
            }
        }
        return false;
    }

    private boolean has(long bits) {
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, bits)) {
                return true;
            }
        }
        return false;
    }

    /** "As a model trained by X", with nobody else as the subject of what follows. */
    boolean isRole(int dev) {
        int as = dev + 1;
        while (t.is(as, Cue.AI | Cue.PART | Cue.ADV | Cue.TECH)) {
            as++;
        }
        if (as == dev + 1 || !t.is(as, Cue.AS)) {
            return false;
        }
        for (int k = as + 1; k < t.size() && !t.is(k, Cue.STOP); k++) {
            boolean pointing = t.is(k, Cue.THIRD) && t.is(k + 1, Cue.WORD) && t.end(k) - t.start(k) <= 2; // "その話題"
            if (t.is(k, Cue.ENTITY | Cue.THIRD | Cue.YOU) && !pointing) {
                return false;
            }
        }
        return true;
    }

    /** A reading about whom the clause is about, denied and sure as was found. */
    Reading reading(Type type, int cue) {
        return new Reading(type, denied, at, cue, confidence);
    }
}
