package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * What ties a house to the speaker in any order of words, for languages that write words apart: a shared technology, a place, a bond, an
 * origin; what its makers are to it stands in {@link Makers}, what binds it in {@link Rules}. Looked at where no clause frame of {@link WesternGrammar} fits. Each needs the speaker, a word of its
 * own class and the mention in one clause, and nobody else between them.
 */
final class Relations {
    private static final long SPEAKER = Cue.SELF | Cue.MY | Cue.OUR | Cue.WE | Cue.THISAI;
    private static final long END = Cue.STOP | Cue.SEMICOLON | Cue.COLON | Cue.CONTRAST;

    private final Tokens t;
    private final boolean[] claimed;
    private final Phrases phrases;
    private final Clause clause;
    private final Makers makers;
    private final Rules rules;

    Relations(Tokens tokens, boolean[] claimed, Phrases phrases) {
        this.t = tokens;
        this.claimed = claimed;
        this.phrases = phrases;
        this.clause = new Clause(tokens, this::isEnd);
        this.makers = new Makers(tokens, claimed, phrases, clause);
        this.rules = new Rules(tokens, clause);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        clause.around(e);
        Reading found = called(e);
        found = found != null ? found : gapped(e);
        found = found != null ? found : inside(e);
        found = found != null ? found : cleft(e);
        found = found != null ? found : makers.read(e);
        found = found != null ? found : kinship(e);
        found = found != null ? found : place(e);
        found = found != null ? found : makers.employed(e);
        found = found != null ? found : bond(e);
        found = found != null ? found : origin(e);
        found = found != null ? found : base(e);
        found = found != null ? found : owed(e);
        return found != null ? found : rules.read(e);
    }

    /** Where a clause ends; a correction ("not X but Y") stays in one, and so does a word between commas ("I, however, come"). */
    private boolean isEnd(int k) {
        boolean inserted = t.is(k, Cue.CONTRAST) && t.is(k - 1, Cue.COMMA) && t.is(k + 1, Cue.COMMA);
        return t.is(k, END) && !inserted && !(t.is(k, Cue.CONTRAST) && phrases.isCorrected(k));
    }

    /** "Everybody calls me X", in any order of verb and pronoun. */
    private @Nullable Reading called(int e) {
        for (int k = e - 1; k >= clause.from() && e - k < 7; k--) {
            boolean pair = t.is(k, Cue.NAMED) && t.is(k - 1, Cue.SELF) && !t.is(k - 1, Cue.BE)
                    || t.is(k, Cue.SELF) && !t.is(k, Cue.BE) && t.is(k - 1, Cue.NAMED);
            if (pair && !t.has(t.is(k, Cue.SELF) ? k : k - 1, Trait.SUBJECT)) {
                return new Reading(Type.NAME, clause.isDenied(k - 1, e), k, k, 0.9);
            }
            boolean passes = t.is(
                    k,
                    Cue.OF
                            | Cue.AS
                            | Cue.COMPARE
                            | Cue.DET
                            | Cue.ADV
                            | Cue.QUOTE
                            | Cue.PREP
                            | Cue.NAMED
                            | Cue.UPON
                            | Cue.SELF);
            if (!passes || t.language().equals("en") && t.is(k, Cue.OF | Cue.PREP)) {
                return null;
            }
        }
        return null;
    }

    /** "Y belongs to Z, and I to X": the verb of the first half holds for the second, which has the speaker and the maker alone. */
    private @Nullable Reading gapped(int e) {
        if (t.alias(e).entity().kind() != Lexicon.Kind.VENDOR || phrases.isModifier(e)) {
            return null;
        }
        int k = e - 1;
        while (t.is(k, Cue.OF | Cue.PREP | Cue.BY | Cue.DET | Cue.COMMA | Cue.DASH | Cue.CONTRAST | Cue.ADV | Cue.AGENT)
                && e - k < 7) {
            k--;
        }
        boolean speaker = t.is(k, Cue.SELF) && !t.is(k, Cue.ARCH | Cue.NAMED) || t.is(k, Cue.MY) && k == e - 1;
        int before = t.is(k - 1, Cue.OF | Cue.PREP) ? k - 2 : k - 1;
        boolean second = t.is(before, Cue.COMMA | Cue.CONTRAST | Cue.AND | Cue.SEMICOLON | Cue.STOP);
        boolean ends =
                e + 1 >= t.size() || t.is(e + 1, Cue.STOP | Cue.COMMA | Cue.SEMICOLON | Cue.CLOSE | Cue.POSSESSIVE);
        if (!speaker || !second || !ends || k < 3) {
            return null;
        }
        boolean product = false;
        boolean tie = false;
        boolean house = false;
        for (int n = k - 2; n >= 0; n--) {
            boolean entity = t.is(n, Cue.ENTITY);
            boolean vendor = entity && t.alias(n).entity().kind() == Lexicon.Kind.VENDOR;
            house |= vendor
                    && !t.alias(n).entity().vendor().equals(t.alias(e).entity().vendor());
            product |= entity && !vendor;
            tie |= t.is(n, Cue.BELONG | Cue.DEV | Cue.BE | Cue.OF | Cue.WORK | Cue.BY | Cue.PART);
        }
        return house && product && tie ? new Reading(Type.DEVELOPER, t.is(k - 1, Cue.NEG), k, k, 0.9) : null;
    }

    /** "At my core sits X", "under the hood I run X", "X works inside me": a model inside the speaker. */
    private @Nullable Reading inside(int e) {
        boolean model = t.is(e - 1, Cue.OF) && t.is(e - 2, Cue.AI); // "a model of X's"
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR && !phrases.isModifier(e) && !model) {
            return null;
        }
        for (int k = Math.max(clause.from(), e - 8); k < Math.min(clause.to(), e + 8); k++) {
            if (!t.has(k, Trait.INSIDE)) {
                continue;
            }
            int me = t.is(k, Cue.SELF | Cue.MY)
                    ? k
                    : clause.near(clause.from(), clause.to() - clause.from(), Cue.SELF | Cue.MY);
            int first = Math.min(k, e);
            int last = Math.max(k, e);
            boolean tied = me >= 0
                    && !clause.hasOthers(first, last, e, claimed)
                    && clause.near(clause.from(), last - clause.from(), Cue.COMPARE) < 0;
            if (tied) {
                return new Reading(Type.ARCHITECTURE, clause.isDenied(clause.from(), last), me, k, 0.9);
            }
        }
        return null;
    }

    /** "Without X I would not exist", "si mes réponses s'améliorent, c'est grâce au travail de X": what the speaker has or is for the sake of a house. */
    private @Nullable Reading owed(int e) {
        if (t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return null;
        }
        int reason = e - 1;
        while (reason >= 0 && e - reason < 9 && !t.has(reason, Trait.REASON) && !t.has(reason, Trait.OWE)) {
            if (t.is(reason, END | Cue.COMMA | Cue.MY | Cue.YOU | Cue.ENTITY | Cue.NEG)) {
                return null;
            }
            reason--;
        }
        if (reason < 0 || e - reason >= 9) {
            return null;
        }
        boolean negative = t.is(reason, Cue.NEG); // "without"
        if (t.has(reason, Trait.OWE)) {
            boolean people = clause.find(reason, e, Cue.AGENT) >= 0; // people owe houses money
            int me = t.is(reason, Cue.SELF) ? reason : clause.near(reason - 1, 3, Cue.SELF);
            return people && me >= 0 ? new Reading(Type.DEVELOPER, clause.isDenied(me, reason), me, reason, 0.7) : null;
        }
        for (int k = 0; k < t.size(); k++) {
            boolean exists = t.is(k, Cue.SELF) && exists(k + 1);
            boolean owns = !negative && t.is(k, Cue.MY) && clause.near(k + 1, 2, Cue.OWN | Cue.TECH) >= 0;
            if (exists || owns) {
                return clause.hasOthers(Math.min(k, e), Math.max(k, e), e, claimed)
                        ? null
                        : new Reading(Type.DEVELOPER, false, k, reason, 0.7);
            }
        }
        return null;
    }

    private boolean exists(int from) {
        int k = from;
        while (t.is(k, Cue.AUX | Cue.NEG | Cue.ADV)) {
            k++;
        }
        return t.has(k, Trait.EXIST);
    }

    /** "It is to X that I owe my existence", "X is where I was made". */
    private @Nullable Reading cleft(int e) {
        int that = phrases.next(e);
        int be = that;
        if (t.is(be, Cue.FINITE) && !t.is(be, Cue.SELF)) {
            that = be + 1;
        }
        if (!t.is(that, Cue.REL) || t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return null;
        }
        boolean no = t.is(be, Cue.NEG) || clause.near(Math.max(0, e - 3), 3, Cue.NEG) >= 0;
        int me = that + 1;
        if (!t.is(me, Cue.SELF)) {
            return null;
        }
        int verb = clause.near(me, 4, Cue.BELONG);
        verb = verb < 0 && t.all(me + 1, Cue.PART | Cue.OF) ? me + 1 : verb; // "X is where I come from"
        boolean made =
                t.is(me, Cue.BE) && clause.near(me, 3, Cue.DEV) >= 0 && clause.near(me, 4, Cue.BY | Cue.ENTITY) < 0;
        return verb >= 0 || made ? new Reading(Type.DEVELOPER, no, me, verb >= 0 ? verb : me + 1, 0.9) : null;
    }

    /** "I use the same technology as X", "we share X's technology", "X and I come from the same lab", "I am a sibling of X". */
    private @Nullable Reading kinship(int e) {
        int kin = -1;
        for (int k = clause.from(); k < clause.to(); k++) {
            int reach = e > k ? Math.min(4, e - k - 1) : 4; // the house's own name is not what they share
            boolean relative = t.is(k, Cue.KIN) && t.is(k + 1, Cue.POSSESSIVE); // "my sister's startup"
            if (t.is(k, Cue.SAME)
                    && !relative
                    && clause.near(k + 1, reach, Cue.TECH | Cue.AGENT | Cue.AI | Cue.PART | Cue.KIN) >= 0) {
                kin = k;
            }
            boolean mine = t.is(k - 1, Cue.MY) || t.is(k - 1, Cue.WORD) && t.is(k - 2, Cue.MY); // "my big brother"
            if (t.is(k, Cue.KIN) && Math.abs(k - e) < 6 && !mine) {
                kin = k;
            }
        }
        if (kin < 0) {
            return brother(e);
        }
        boolean withUs = t.language().equals("ru") && t.is(clause.from(), Cue.WE); // "we with X"
        int and = t.is(e - 1, Cue.DET) ? e - 2 : e - 1;
        boolean both = t.is(e + 1, Cue.AND)
                || t.is(e + 1, Cue.COMMA) && t.is(e + 2, Cue.AND)
                || t.is(and, Cue.AND) && t.is(and - 1, Cue.SELF);
        if (e < kin && t.is(kin, Cue.SAME) && !both && !withUs) {
            return null; // "like X, as we come from the same house": which house is said after it
        }
        int first = Math.min(kin, e);
        int me = t.is(kin, Cue.SELF) ? kin : clause.findBefore(first, SPEAKER);
        if (me < 0 && first == e && both) {
            me = clause.find(first + 1, kin, SPEAKER);
        }
        if (me < 0 && withUs) {
            me = clause.from();
        }
        boolean others = me >= 0
                && t.is(me, Cue.WE | Cue.OUR)
                && clause.near(0, t.size(), Cue.SELF | Cue.MY | Cue.BOTH) < 0
                && !t.language().equals("ru");
        if (me < 0
                || others
                || me < kin && clause.near(me, kin - me, Cue.REL) >= 0
                || first == e && e < me && !both
                || t.is(me, Cue.MY) && !isOwn(me)
                || clause.hasOthers(Math.min(me, first), Math.max(kin, e), e, claimed)) {
            return null;
        }
        return new Reading(Type.KINSHIP, clause.isDenied(me, first), me, kin, 0.9);
    }

    /** "X is my older brother". */
    private @Nullable Reading brother(int e) {
        if (!t.is(e + 1, Cue.FINITE)
                || t.is(e + 1, Cue.SELF)
                || t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return null;
        }
        int my = clause.near(e + 2, 2, Cue.MY);
        int kin = my < 0 ? -1 : clause.near(my + 1, 3, Cue.KIN);
        return kin < 0 || t.alias(e).entity().given()
                ? null
                : new Reading(Type.KINSHIP, clause.isDenied(e, kin), my, kin, 0.8);
    }

    /** "My servers stand in X's halls", "I live on servers of X". */
    private @Nullable Reading place(int e) {
        int place = clause.near(clause.from(), clause.to() - clause.from(), Cue.PLACE);
        if (place < 0) {
            return null;
        }
        for (int k = clause.from(); k < e; k++) {
            boolean mine = t.is(k, Cue.MY | Cue.OUR) && isPlain(k + 1, clause.near(k + 1, 3, Cue.PLACE), e);
            boolean hosted = (t.is(k, Cue.SELF) || t.is(k, Cue.MY) && t.is(k + 1, Cue.TECH))
                    && clause.near(k, 5, Cue.HOST) >= 0
                    && clause.near(k, 5, Cue.HOST) < e
                    && clause.near(k, 8, Cue.PERSON) < 0;
            int verb = clause.near(place + 1, e - place, Cue.HOST | Cue.FINITE | Cue.WORK | Cue.BELONG);
            boolean where = verb >= 0 // and not what stands there
                    && (t.is(verb, Cue.BE | Cue.BELONG)
                            || t.is(e + 1, Cue.POSSESSIVE)
                            || clause.near(verb, e - verb, Cue.OF | Cue.PREP | Cue.BY) >= 0);
            boolean tied = where && !t.has(e - 1, Trait.WITH) && !(t.is(verb, Cue.FINITE) && isPlainVerb(verb + 1));
            if ((mine && tied || hosted) && !clause.hasOthers(k, e, e, claimed)) {
                return new Reading(Type.LOCATION, clause.isDenied(k, e), k, place, 0.9);
            }
        }
        return null;
    }

    /** "Was bought": a participle of no class after "was". */
    private boolean isPlainVerb(int k) {
        int verb = t.is(k, Cue.ADV) ? k + 1 : k;
        return t.is(verb, Cue.WORD)
                && !t.is(
                        verb, Cue.CAPITAL | Cue.HOST | Cue.WORK | Cue.BELONG | Cue.PREP | Cue.OF | Cue.PLACE | Cue.LIFE)
                && t.language().equals("en")
                && t.folded(verb).matches(".*(ed|ught|ld)");
    }

    /** "I have nothing to do with X": what is said is that there is no bond; that there is one says too little. */
    private @Nullable Reading bond(int e) {
        int link = -1;
        for (int k = Math.max(clause.from(), e - 7); k < Math.min(clause.to(), e + 7); k++) {
            if (t.is(k, Cue.LINK) && (k < e || link < 0)) {
                link = k;
            }
        }
        if (link < 0) {
            return null;
        }
        boolean no = false;
        int me = -1;
        for (int k = clause.from(); k < clause.to(); k++) {
            no |= t.is(k, Cue.NEG);
            me = me < 0 && t.is(k, SPEAKER) ? k : me;
        }
        if (me < 0 && t.dropsPronoun()) {
            me = link;
        }
        return no && me >= 0 && !clause.hasOthers(Math.min(me, link), e, e, claimed)
                ? new Reading(Type.PARENT, true, me, link, 0.8)
                : null;
    }

    /** "I was born in X's labs", "ich stamme nicht von X": the speaker, where from, and no other noun's owner. */
    private @Nullable Reading origin(int e) {
        for (int k = e - 1; k >= clause.from() && e - k < 9; k--) {
            if (t.is(k, Cue.BELONG)) {
                int me = t.is(k, Cue.SELF) ? k : clause.findBefore(k, Cue.SELF);
                boolean tied = t.is(k, Cue.OF)
                        || k == e - 1
                        || clause.near(k + 1, e - k - 1, Cue.OF | Cue.PREP | Cue.DET | Cue.AGENT) >= 0;
                if (me < 0 || k - me > 4 || !tied) {
                    return null;
                }
                int kin = clause.near(k + 1, e - k - 1, Cue.PART);
                if (kin >= 0 && clause.near(kin, e - kin, Cue.AGENT) >= 0) {
                    return null; // "from a family of engineers of X"
                }
                if (!t.alias(e).isHouse() && clause.near(k + 1, e - k - 1, Cue.AGENT | Cue.PART) < 0) {
                    return null;
                }
                return new Reading(Type.PARENT, clause.isDenied(me, e), me, k, 0.9);
            }
            boolean passes = t.is(
                            k,
                            Cue.OF | Cue.PREP | Cue.DET | Cue.AGENT | Cue.PLACE | Cue.PART | Cue.NEG | Cue.ADV
                                    | Cue.TECH)
                    || t.is(k, Cue.WORD) && !t.is(k, Cue.CAPITAL)
                    || t.is(k, Cue.CAPITAL) && t.language().equals("de");
            if (!passes) {
                return null;
            }
        }
        return null;
    }

    /** "I was built on X", "tuned from X": a participle and what it stands upon. */
    private @Nullable Reading base(int e) {
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR && !phrases.isModifier(e)) {
            return null;
        }
        int upon = -1;
        for (int k = e - 1; k >= clause.from() && e - k < 8; k--) {
            if (t.is(k, Cue.UPON)) {
                upon = k;
            }
            if (t.is(k, Cue.DEV) && upon > k
                    || t.is(k, Cue.ARCH)
                            && (!t.is(k, Cue.SELF) || t.alias(e).entity().kind() == Lexicon.Kind.VERSION)
                            && !(Doer.isUse(t, k)
                                    && clause.near(0, e, Cue.AI | Cue.TECH) < 0
                                    && !phrases.isModifier(e))) {
                int me = t.is(k, Cue.SELF) ? k : clause.findBefore(k, Cue.SELF | Cue.THISAI);
                boolean active = t.language().equals("en")
                        && !t.is(me, Cue.BE | Cue.ARCH | Cue.THISAI)
                        && clause.find(me, k, Cue.BE) < 0;
                return me >= 0 && k - me < 6 && !active && !clause.hasOthers(me, k, e, claimed)
                        ? new Reading(Type.ARCHITECTURE, clause.isDenied(me, e), me, k, 0.9)
                        : null;
            }
            if (t.is(k, Cue.SELF | Cue.MY | Cue.ENTITY | Cue.COMMA | Cue.COMPARE | Cue.AS | Cue.SAME)
                    || t.is(k, Cue.PREP) && !t.is(k, Cue.UPON)) {
                return null;
            }
        }
        return null;
    }

    /** Whether nothing but words and adverbs stands before the noun at {@code to}: "my own servers". */
    private boolean isPlain(int start, int noun, int e) {
        for (int k = start; k < noun; k++) {
            if (!t.is(k, Cue.WORD | Cue.ADV) || t.is(k, Cue.PREP | Cue.OF)) {
                return false;
            }
        }
        return noun >= 0 && noun < e;
    }

    /** Whether what follows "my" is the speaker's own as a model: not "my friend". */
    private boolean isOwn(int my) {
        return clause.near(my + 1, 3, Cue.AI | Cue.TECH | Cue.AGENT | Cue.OWN | Cue.PLACE | Cue.PART | Cue.KIN) >= 0;
    }
}
