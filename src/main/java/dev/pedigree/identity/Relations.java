package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * What ties a house to the speaker in any order of words, for languages that write words apart: a shared technology, a rule, a place, a
 * bond, the makers' employer, an origin. Looked at where no clause frame of {@link WesternGrammar} fits. Each needs the speaker, a word of its
 * own class and the mention in one clause, and nobody else between them.
 */
final class Relations {
    private static final long SPEAKER = Cue.SELF | Cue.MY | Cue.OUR | Cue.WE | Cue.THISAI;
    private static final long END = Cue.STOP | Cue.SEMICOLON | Cue.COLON | Cue.CONTRAST;
    private static final long OTHERS = Cue.YOU | Cue.THIRD | Cue.PERSON | Cue.SPEECH;

    private final Tokens t;
    private final boolean[] claimed;
    private final Phrases phrases;
    private final Clause clause;

    Relations(Tokens tokens, boolean[] claimed, Phrases phrases) {
        this.t = tokens;
        this.claimed = claimed;
        this.phrases = phrases;
        this.clause = new Clause(tokens, this::isEnd);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        clause.around(e);
        Reading found = called(e);
        found = found != null ? found : gapped(e);
        found = found != null ? found : inside(e);
        found = found != null ? found : cleft(e);
        found = found != null ? found : behind(e);
        found = found != null ? found : existence(e);
        found = found != null ? found : fronted(e);
        found = found != null ? found : defined(e);
        found = found != null ? found : kinship(e);
        found = found != null ? found : place(e);
        found = found != null ? found : makers(e);
        found = found != null ? found : bond(e);
        found = found != null ? found : origin(e);
        found = found != null ? found : base(e);
        found = found != null ? found : policy(e);
        return found != null ? found : forbidden(e);
    }

    /** "X does not allow me to", where the sentence goes on to speak of a rule. */
    private @Nullable Reading forbidden(int e) {
        int verb = near(e + 1, 4, Cue.HEED);
        boolean bound = verb >= 0 && t.is(verb + 1, Cue.SELF) && !t.has(verb + 1, Trait.SUBJECT);
        int rule = bound ? near(verb, t.size(), Cue.POLICY) : -1;
        return rule >= 0 && near(clause.from(), e - clause.from(), Cue.SELF | Cue.YOU | Cue.THIRD) < 0
                ? new Reading(Type.POLICY, false, verb + 1, rule, 0.7)
                : null;
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
                return new Reading(Type.NAME, isDenied(k - 1, e), k, k, 0.9);
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
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR && !phrases.isModifier(e)) {
            return null;
        }
        for (int k = Math.max(clause.from(), e - 8); k < Math.min(clause.to(), e + 8); k++) {
            if (!t.has(k, Trait.INSIDE)) {
                continue;
            }
            int me = t.is(k, Cue.SELF | Cue.MY)
                    ? k
                    : near(clause.from(), clause.to() - clause.from(), Cue.SELF | Cue.MY);
            int first = Math.min(k, e);
            int last = Math.max(k, e);
            boolean tied =
                    me >= 0 && !hasOthers(first, last, e) && near(clause.from(), last - clause.from(), Cue.COMPARE) < 0;
            if (tied) {
                return new Reading(Type.ARCHITECTURE, isDenied(clause.from(), last), me, k, 0.9);
            }
        }
        return null;
    }

    /** "Credit for my existence goes to X", "my creation was the work of X". */
    private @Nullable Reading existence(int e) {
        int last = e - 1;
        while (t.is(last, Cue.DET | Cue.AGENT | Cue.WORD | Cue.CAPITAL)
                && !t.is(last, Cue.OF | Cue.BY)
                && e - last < 5) {
            last--;
        }
        boolean cased = t.language().equals("ru"); // no preposition before a genitive
        if (!cased && !t.is(last, Cue.OF | Cue.BY | Cue.PREP)
                || t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return null;
        }
        for (int k = clause.from(); k + 1 < last; k++) {
            int noun = k + 1;
            boolean mine = t.is(k, Cue.MY) && t.has(noun, Trait.EXISTENCE);
            int own = t.is(k, Cue.MY) ? near(k + 1, 4, Cue.OWN | Cue.TECH | Cue.AI) : -1;
            boolean owed = own >= 0 && own < last && isOwed(own + 1, e);
            if ((owed || mine && !cased && near(noun + 1, last - noun, Cue.FINITE | Cue.WORD) >= 0)
                    && !hasOthers(noun, e, e)) {
                return new Reading(Type.DEVELOPER, isDenied(k, e), k, noun, 0.9);
            }
        }
        return null;
    }

    /** Whether a word says that something is owed to whoever follows: "is attributed to", "traces back to". */
    private boolean isOwed(int from, int to) {
        for (int k = from; k < to; k++) {
            if (t.has(k, Trait.OWED)) {
                return true;
            }
        }
        return false;
    }

    /** "Behind my answers stands X", "detrás de mis respuestas está el trabajo de X". */
    private @Nullable Reading behind(int e) {
        for (int k = clause.from(); k < e && k < clause.from() + 4; k++) {
            if (!t.is(k, Cue.BEHIND) || t.is(k, Cue.SELF)) {
                continue;
            }
            boolean chat = t.is(k, Cue.THISAI); // "behind this conversation"
            int me = chat ? k : near(k + 1, 2, Cue.SELF | Cue.MY);
            boolean own = chat
                    || me >= 0
                            && !t.is(me, Cue.BE)
                            && (t.is(me, Cue.SELF) || near(me + 1, 2, Cue.OWN | Cue.AI | Cue.TECH) >= 0);
            int verb = own ? near(me + 1, 4, Cue.FINITE | Cue.WORK | Cue.HOST) : -1;
            if (verb > 0 && verb < e && e - verb < 9 && !hasOthers(verb, e, e)) {
                return new Reading(Type.DEVELOPER, isDenied(clause.from(), e), me, verb, 0.9);
            }
        }
        return null;
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
        boolean no = t.is(be, Cue.NEG) || near(Math.max(0, e - 3), 3, Cue.NEG) >= 0;
        int me = that + 1;
        if (!t.is(me, Cue.SELF)) {
            return null;
        }
        int verb = near(me, 4, Cue.BELONG);
        verb = verb < 0 && t.all(me + 1, Cue.PART | Cue.OF) ? me + 1 : verb; // "X is where I come from"
        boolean made = t.is(me, Cue.BE) && near(me, 3, Cue.DEV) >= 0 && near(me, 4, Cue.BY | Cue.ENTITY) < 0;
        return verb >= 0 || made ? new Reading(Type.DEVELOPER, no, me, verb >= 0 ? verb : me + 1, 0.9) : null;
    }

    /** "Trainiert hat mich X": the verb first, the maker last. */
    private @Nullable Reading fronted(int e) {
        int me = e - 1;
        while (t.is(me, Cue.DET | Cue.AGENT | Cue.OF)) {
            me--;
        }
        int verb = t.is(me - 1, Cue.AUX) ? me - 2 : me - 1;
        boolean object = t.is(me, Cue.SELF) && !t.is(me, Cue.BE) && !t.has(me, Trait.SUBJECT);
        return object
                        && t.is(verb, Cue.DEV)
                        && !t.is(verb, Cue.SELF)
                        && !t.language().equals("en")
                ? new Reading(Type.DEVELOPER, t.is(verb - 1, Cue.NEG), me, verb, 0.9)
                : null;
    }

    /** "The company I belong to is called X", "the model that I am built on is X": a noun, what ties the speaker to it, and its name. */
    private @Nullable Reading defined(int e) {
        int be = e - 1;
        while (t.is(be, Cue.DET | Cue.ADV | Cue.QUOTE | Cue.DASH)) {
            be--;
        }
        if (!t.is(be, Cue.FINITE | Cue.NAMED) || t.is(be, Cue.SELF)) {
            return null;
        }
        for (int k = be - 1; k >= 0 && be - k < 12; k--) {
            if (t.is(k, END | Cue.ENTITY | Cue.YOU | Cue.PERSON)) {
                return null;
            }
            int tie = near(k - 3, 7, Cue.BELONG | Cue.DEV | Cue.ARCH | Cue.UPON | Cue.BEHIND);
            if (t.is(k, Cue.SELF) && tie >= 0 && tie < be) {
                int noun = near(
                        Math.max(clause.from(), k - 7),
                        k - Math.max(clause.from(), k - 7),
                        Cue.AGENT | Cue.AI | Cue.TECH);
                if (noun < 0) {
                    return null;
                }
                Type type = t.is(noun, Cue.AGENT) ? phrases.nounType(noun) : Type.ARCHITECTURE;
                return new Reading(type, isDenied(k, e), k, be, 0.9);
            }
        }
        return null;
    }

    /** "I use the same technology as X", "we share X's technology", "X and I come from the same lab", "I am a sibling of X". */
    private @Nullable Reading kinship(int e) {
        int kin = -1;
        for (int k = clause.from(); k < clause.to(); k++) {
            int reach = e > k ? Math.min(4, e - k - 1) : 4; // the house's own name is not what they share
            if (t.is(k, Cue.SAME) && near(k + 1, reach, Cue.TECH | Cue.AGENT | Cue.AI | Cue.PART | Cue.KIN) >= 0) {
                kin = k;
            }
            if (t.is(k, Cue.KIN) && Math.abs(k - e) < 6 && !t.is(k - 1, Cue.MY)) {
                kin = k;
            }
        }
        if (kin < 0) {
            return brother(e);
        }
        boolean withUs = t.language().equals("ru") && t.is(clause.from(), Cue.WE); // "we with X"
        boolean both = t.is(e + 1, Cue.AND) || t.is(e + 1, Cue.COMMA) && t.is(e + 2, Cue.AND);
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
                && near(0, t.size(), Cue.SELF | Cue.MY | Cue.BOTH) < 0
                && !t.language().equals("ru");
        if (me < 0
                || others
                || me < kin && near(me, kin - me, Cue.REL) >= 0
                || first == e && e < me && !both
                || t.is(me, Cue.MY) && !isOwn(me)
                || hasOthers(Math.min(me, first), Math.max(kin, e), e)) {
            return null;
        }
        return new Reading(Type.KINSHIP, isDenied(me, first), me, kin, 0.9);
    }

    /** "X is my older brother". */
    private @Nullable Reading brother(int e) {
        if (!t.is(e + 1, Cue.FINITE)
                || t.is(e + 1, Cue.SELF)
                || t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return null;
        }
        int my = near(e + 2, 2, Cue.MY);
        int kin = my < 0 ? -1 : near(my + 1, 3, Cue.KIN);
        return kin < 0 || t.alias(e).entity().given()
                ? null
                : new Reading(Type.KINSHIP, isDenied(e, kin), my, kin, 0.8);
    }

    /** "My servers stand in X's halls", "I live on servers of X". */
    private @Nullable Reading place(int e) {
        int place = near(clause.from(), clause.to() - clause.from(), Cue.PLACE);
        if (place < 0) {
            return null;
        }
        for (int k = clause.from(); k < e; k++) {
            boolean mine = t.is(k, Cue.MY | Cue.OUR) && isPlain(k + 1, near(k + 1, 3, Cue.PLACE), e);
            boolean hosted = (t.is(k, Cue.SELF) || t.is(k, Cue.MY) && t.is(k + 1, Cue.TECH))
                    && near(k, 5, Cue.HOST) >= 0
                    && near(k, 5, Cue.HOST) < e
                    && near(k, 8, Cue.PERSON) < 0;
            int verb = near(place + 1, e - place, Cue.HOST | Cue.FINITE | Cue.WORK | Cue.BELONG);
            boolean tied = verb >= 0 && !t.has(e - 1, Trait.WITH) && !(t.is(verb, Cue.FINITE) && isPlainVerb(verb + 1));
            if ((mine && tied || hosted) && !hasOthers(k, e, e)) {
                return new Reading(Type.LOCATION, isDenied(k, e), k, place, 0.9);
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

    /** "The people who trained me work at X", "my makers sit at X". */
    private @Nullable Reading makers(int e) {
        int work = -1;
        for (int k = e - 1; k >= 0 && e - k < 8; k--) {
            if (t.is(k, Cue.WORK | Cue.PART | Cue.HOST | Cue.BELONG)) {
                work = k;
            } else if (t.is(k, END | Cue.ENTITY | Cue.SELF | Cue.MY)) {
                break;
            }
        }
        int with = e - 1;
        while (t.is(with, Cue.DET | Cue.AGENT)) {
            with--;
        }
        if (work < 0 || t.has(Math.max(0, with), Trait.WITH)) {
            return null;
        }
        for (int k = work - 1; k >= 0 && work - k < 14; k--) {
            if (t.is(k, END | Cue.ENTITY | Cue.PERSON)) {
                return null;
            }
            boolean mine = t.is(k, Cue.MY | Cue.OUR) && near(k + 1, 3, Cue.AGENT) >= 0;
            int left = Math.max(0, k - 7);
            boolean made = t.is(k, Cue.SELF)
                    && near(left, k - left, Cue.AGENT | Cue.REL) >= 0
                    && near(k - 5, 11, Cue.DEV | Cue.BEHIND | Cue.BELONG) >= 0;
            if (mine || made) {
                return new Reading(Type.TEAM, isDenied(k, e), k, work, 0.85);
            }
        }
        return null;
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
        return no && me >= 0 && !hasOthers(Math.min(me, link), e, e)
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
                        || near(k + 1, e - k - 1, Cue.OF | Cue.PREP | Cue.DET | Cue.AGENT) >= 0;
                if (me < 0 || k - me > 4 || !tied) {
                    return null;
                }
                int kin = near(k + 1, e - k - 1, Cue.PART);
                if (kin >= 0 && near(kin, e - kin, Cue.AGENT) >= 0) {
                    return null; // "from a family of engineers of X"
                }
                if (!t.alias(e).isHouse() && near(k + 1, e - k - 1, Cue.AGENT | Cue.PART) < 0) {
                    return null;
                }
                return new Reading(Type.PARENT, isDenied(me, e), me, k, 0.9);
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
                            && !(Doer.isUse(t, k) && near(0, e, Cue.AI | Cue.TECH) < 0 && !phrases.isModifier(e))) {
                int me = t.is(k, Cue.SELF) ? k : clause.findBefore(k, Cue.SELF | Cue.THISAI);
                boolean active = t.language().equals("en")
                        && !t.is(me, Cue.BE | Cue.ARCH | Cue.THISAI)
                        && clause.find(me, k, Cue.BE) < 0;
                return me >= 0 && k - me < 6 && !active && !hasOthers(me, k, e)
                        ? new Reading(Type.ARCHITECTURE, isDenied(me, e), me, k, 0.9)
                        : null;
            }
            if (t.is(k, Cue.SELF | Cue.MY | Cue.ENTITY | Cue.COMMA | Cue.COMPARE | Cue.AS | Cue.SAME)
                    || t.is(k, Cue.PREP) && !t.is(k, Cue.UPON)) {
                return null;
            }
        }
        return null;
    }

    /** "That breaks X's rules", "the guidelines of X forbid me": a rule of X's and a deed tied to it, by the speaker or by nobody else. */
    private @Nullable Reading policy(int e) {
        int rule = -1;
        for (int k = e + 1; k < t.size() && k < e + 6 && !t.is(k, END | Cue.COMMA | Cue.THIRD | Cue.PREP); k++) {
            if (t.is(k, Cue.POLICY)) {
                rule = k;
                break;
            }
        }
        for (int k = e - 1; rule < 0 && k >= 0 && e - k < 5; k--) {
            if (t.is(k, Cue.POLICY)) {
                rule = k;
            } else if (!t.is(
                            k,
                            Cue.OF | Cue.DET | Cue.BY | Cue.WORD | Cue.PREP | Cue.AGENT | Cue.QUOTE | Cue.ARCH
                                    | Cue.UPON)
                    || t.is(k, Cue.CAPITAL)) {
                break;
            }
        }
        if (rule < 0) {
            return null;
        }
        int heed = -1;
        int me = -1;
        for (int k = 0; k < t.size(); k++) {
            boolean nearer = heed < 0 || Math.abs(k - rule) < Math.abs(heed - rule);
            heed = t.is(k, Cue.HEED) && nearer ? k : heed;
            me = me < 0 && t.is(k, Cue.SELF | Cue.MY | Cue.WE) ? k : me;
            boolean other = t.is(k, Cue.ENTITY)
                    && !t.alias(k).entity().vendor().equals(t.alias(e).entity().vendor());
            if (other || t.is(k, Cue.PERSON | Cue.SPEECH)) {
                return null;
            }
        }
        return heed >= 0 && Math.abs(heed - rule) < 12 && (me >= 0 || heed < Math.min(e, rule) && isDeed())
                ? new Reading(Type.POLICY, false, me, rule, 0.7)
                : null;
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

    /** "That …", "this …", "it …": about what was asked for, and nobody is told what to do. */
    private boolean isDeed() {
        return near(0, 3, Cue.DET | Cue.THIRD | Cue.EXPLETIVE | Cue.REL) >= 0 && near(0, t.size(), Cue.YOU) < 0;
    }

    /** The first token with one of the bits in [k, k + reach), or -1. */
    private int near(int k, int reach, long bits) {
        return clause.find(k, k + reach, bits);
    }

    /** Whether what follows "my" is the speaker's own as a model: not "my friend". */
    private boolean isOwn(int my) {
        return near(my + 1, 3, Cue.AI | Cue.TECH | Cue.AGENT | Cue.OWN | Cue.PLACE | Cue.PART | Cue.KIN) >= 0;
    }

    private boolean hasOthers(int a, int b, int e) {
        for (int k = a + 1; k < b; k++) {
            boolean other = t.is(k, Cue.ENTITY) && k != e && !claimed[k] && !t.is(k + 1, Cue.POSSESSIVE);
            if (other || t.is(k, OTHERS) && !t.is(k, Cue.KIN | Cue.POLICY) && !t.is(k, Cue.DET)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(int me, int e) {
        if (t.is(me - 1, Cue.NEG) || t.is(me, Cue.NEG)) {
            return true;
        }
        for (int k = me + 1; k < e; k++) {
            if (t.is(k, Cue.NEG)) {
                return true;
            }
        }
        return false;
    }
}
