package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * The last reading, for any language and any order of words: a house, the speaker and a word that ties models to houses in one clause, where
 * nobody else is about, nothing is compared or denied, and the speaker does nothing of its own. What other readings ask of order and adjacency is
 * asked here of scope alone.
 */
final class Association {
    private static final long END = Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST;
    private static final long SPEAKER = Cue.SELF | Cue.MY | Cue.THISAI;
    private static final long OTHERS =
            Cue.YOU | Cue.THIRD | Cue.PERSON | Cue.LIFE | Cue.SPEECH | Cue.HYPO | Cue.OPINION;
    private static final long MAKING = Cue.DEV | Cue.BEHIND;
    private static final long OWNED =
            Cue.OWN | Cue.AI | Cue.TECH | Cue.AGENT | Cue.PART | Cue.PLACE | Cue.NAME | Cue.DEV | Cue.ARCH | Cue.KIN;
    private static final int REACH = 9; // tokens between a mention and what ties it
    private static final int FAR = 18; // and between the mention and the speaker

    private final Tokens t;
    private final boolean[] claimed;
    private final Clause clause;

    Association(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.claimed = claimed;
        this.clause = new Clause(tokens, k -> tokens.is(k, END) && !tokens.is(k, Cue.BE | Cue.SELF));
    }

    /**
     * What the mention at token e claims of the speaker, or null.
     *
     * @param plain whether a short prompt names no house, so that whoever names one beside the speaker means a tie; otherwise only what
     *     says how the talk itself came about is read
     */
    @Nullable
    Reading read(int e, boolean plain) {
        Lexicon.Entity entity = t.alias(e).entity();
        if (entity.homograph() || isCompared(e) || isPath(e) || isListed(e)) {
            return null;
        }
        clause.around(e);
        int me = speaker(e);
        if (me < 0) {
            return null;
        }
        boolean vendor = entity.kind() == Lexicon.Kind.VENDOR;
        int tie = tie(e, me, vendor);
        int rule = vendor ? nearest(e, me, Cue.POLICY) : -1;
        boolean bound = rule >= 0 && t.is(me, Cue.SELF) && !t.is(me, Cue.BE) && (t.isEastern() || isObject(me));
        if (bound && isFree(Math.min(rule, Math.min(me, e)), Math.max(me, e), e, OTHERS | Cue.NEG) && !anyActs(e)) {
            return new Reading(Type.POLICY, false, me, rule, 0.6);
        }
        boolean talk = t.is(me, Cue.THISAI) && !t.is(me, Cue.BEHIND) && t.is(tie, MAKING | Cue.ARCH);
        if (!plain && !talk) {
            return null;
        }
        boolean makers = vendor && e < me && !t.has(me, Trait.SUBJECT) && !t.is(me, Cue.BE) && isMakers(e);
        boolean free = isFree(Math.min(me, e), Math.max(me, e), e, makers ? OTHERS : OTHERS | Cue.NEG);
        return free && !anyActs(e) && !isSubject(e, me, vendor)
                ? new Reading(type(tie, vendor), false, me, tie < 0 ? me : tie, 0.6)
                : null;
    }

    /** Whether the mention's people are who acts, so that what they did not do to the speaker was theirs to do: "the engineers at X never gave me". */
    private boolean isMakers(int e) {
        int k = e - 1;
        while (t.is(k, Cue.OF | Cue.DET | Cue.PREP | Cue.BY)) {
            k--;
        }
        int n = t.is(e + 1, Cue.OF | Cue.POSSESSIVE) ? e + 2 : e + 1;
        return t.is(k, Cue.AGENT) || t.is(n, Cue.AGENT);
    }

    /** The nearest word for the speaker in the clause, or -1. */
    private int speaker(int e) {
        int best = -1;
        for (int k = Math.max(clause.from(), e - FAR); k < Math.min(clause.to(), e + FAR); k++) {
            boolean initial = t.language().equals("en") && t.text().charAt(t.start(k)) == 'i'; // "Kakao i"
            boolean owner = !t.is(k, Cue.MY) || clause.find(k + 1, k + 4, OWNED) >= 0 || t.is(k, Cue.SELF);
            if (t.is(k, SPEAKER) && owner && !initial && (best < 0 || Math.abs(k - e) < Math.abs(best - e))) {
                best = k;
            }
        }
        return best;
    }

    /** What ties the mention to the speaker: the nearest word of making, or else of belonging, base, place or house; or -1. */
    private int tie(int e, int me, boolean vendor) {
        int making = nearest(e, me, vendor ? MAKING : MAKING | Cue.ARCH);
        if (making >= 0) {
            return making;
        }
        return nearest(e, me, vendor ? Cue.BELONG | Cue.PART | Cue.AGENT : Cue.PART | Cue.UPON);
    }

    private int nearest(int e, int me, long bits) {
        int from = Math.max(clause.from(), e - REACH);
        int to = Math.min(clause.to(), e + REACH);
        int best = -1;
        for (int k = from; k < to; k++) {
            if (t.is(k, bits) && k != me && (best < 0 || Math.abs(k - e) < Math.abs(best - e))) {
                best = k;
            }
        }
        return best;
    }

    /** Whether the mention is part of a path, an address or a name in a program. */
    private boolean isPath(int e) {
        String text = t.text();
        int before = t.start(e) - 1;
        int after = t.end(e);
        boolean left = before >= 0 && "/\\_@=<".indexOf(text.charAt(before)) >= 0;
        boolean right = after < text.length() && "/\\_@=(".indexOf(text.charAt(after)) >= 0;
        boolean domain = after + 1 < text.length()
                && text.charAt(after) == '.'
                && Letters.script(text.charAt(after + 1)) != Letters.NONE;
        return left || right || domain;
    }

    /** Whether another house stands beside it in a row. */
    private boolean isListed(int e) {
        return isOther(e - 1, e - 2, e) || isOther(e + 1, e + 2, e);
    }

    private boolean isOther(int mark, int k, int e) {
        return t.is(mark, Cue.COMMA | Cue.AND)
                && t.is(k, Cue.ENTITY)
                && !t.alias(k).entity().vendor().equals(t.alias(e).entity().vendor());
    }

    private boolean isCompared(int e) {
        int k = e - 1;
        while (t.is(k, Cue.DET | Cue.QUOTE | Cue.AGENT | Cue.OF)) {
            k--;
        }
        return t.is(k, Cue.COMPARE) && !t.is(k, Cue.REL) || t.is(e + 1, Cue.COMPARE);
    }

    /** Whether nobody else is about and nothing is denied or compared from first to last. */
    private boolean isFree(int first, int last, int e, long others) {
        for (int k = clause.from(); k < clause.to(); k++) {
            boolean opens = k == clause.from();
            boolean addressed = t.is(k, Cue.YOU)
                    && (opens || t.is(k + 1, Cue.BE | Cue.FINITE))
                    && clause.find(k, e, SPEAKER) < 0; // but "you can call me"
            if (k < e && (t.is(k, Cue.HYPO) || addressed)) {
                return false;
            }
        }
        for (int k = first; k <= last; k++) {
            boolean other = t.is(k, Cue.ENTITY)
                    && k != e
                    && !claimed[k]
                    && !t.alias(k).entity().vendor().equals(t.alias(e).entity().vendor());
            boolean compared = t.is(k, Cue.COMPARE) && !t.is(k, Cue.REL | Cue.AS);
            if (other || compared || t.is(k, others | Cue.COLON) && !t.is(k, Cue.AGENT)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the speaker is whom something is done to, or for whom. */
    private boolean isObject(int me) {
        String word = t.folded(me);
        return t.has(me, Trait.OBJECT) || word.equals("mir") || word.equals("mim") || word.equals("\u043c\u043d\u0435");
    }

    private boolean anyActs(int e) {
        for (int k = clause.from(); k < e; k++) {
            if (acts(k, e)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the speaker is the subject of a verb that makes nothing of it: "I recommend X". */
    private boolean acts(int me, int e) {
        if (!t.is(me, Cue.SELF) || me > e) {
            return false;
        }
        int verb = me + 1;
        boolean be = t.is(me, Cue.BE);
        while (t.is(verb, Cue.AUX | Cue.ADV | Cue.NEG | Cue.TOPIC | Cue.QUOTE | Cue.BE)) {
            be |= t.is(verb, Cue.BE);
            verb++;
        }
        if (be) {
            boolean noun =
                    clause.find(verb, verb + 4, Cue.AI | Cue.PART | Cue.DEV | Cue.HOST | Cue.BELONG | Cue.TECH) >= 0;
            return t.is(verb, Cue.WORD) && !t.is(verb, Cue.DEV) && !noun; // "I am happy to explain"
        }
        return t.is(verb, Cue.WORD | Cue.ARCH | Cue.HEED | Cue.DEV)
                && !t.is(verb, Cue.BELONG | Cue.HOST | Cue.BE | Cue.AI)
                && (t.has(me, Trait.SUBJECT) || t.language().equals("zh"));
    }

    /** Whether the mention is what the clause is about, and the speaker comes after. */
    private boolean isSubject(int e, int me, boolean vendor) {
        return !vendor && e < me && t.is(e + 1, Cue.FINITE | Cue.AUX | Cue.DEV | Cue.TOPIC);
    }

    private Type type(int tie, boolean vendor) {
        if (t.is(tie, MAKING)) {
            return vendor ? Type.DEVELOPER : Type.ARCHITECTURE;
        }
        if (t.is(tie, Cue.AGENT)) {
            return EasternNames.makers(t, tie);
        }
        return vendor ? Type.DEVELOPER : Type.ARCHITECTURE;
    }
}
