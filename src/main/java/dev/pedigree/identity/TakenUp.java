package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * A house that one sentence names and the next takes up with a pronoun, a demonstrative or a word of place: "X is a company in Paris. They trained
 * me", "… Es ella la que me entrenó", "… そこで開発されました".
 */
final class TakenUp {
    /**
     * A claim of the house.
     *
     * @param reading what is claimed
     * @param at the token that takes the house up
     */
    record Found(Reading reading, int at) {}

    private static final long OTHERS =
            Cue.YOU | Cue.PERSON | Cue.LIFE | Cue.SPEECH | Cue.HYPO | Cue.OPINION | Cue.ENTITY;
    private static final int OPENING = 5; // tokens in which it is taken up
    private static final int REACH = 8; // tokens between the speaker and what is done to it
    private static final double CONFIDENCE = 0.7;

    private TakenUp() {}

    /** The only house that a sentence speaks of, or null where there is none or it is named by its models alone. */
    static Lexicon.@Nullable Alias topic(Tokens t) {
        Lexicon.Alias house = only(t);
        return house != null && house.entity().kind() == Lexicon.Kind.VENDOR ? house : null;
    }

    /** A mention of the only vendor that is named, of its house where that is named; or null. */
    static Lexicon.@Nullable Alias only(Tokens t) {
        Lexicon.Alias house = null;
        for (int k = 0; k < t.size(); k++) {
            if (!t.is(k, Cue.ENTITY)) {
                continue;
            }
            Lexicon.Alias alias = t.alias(k);
            if (house != null && !house.entity().vendor().equals(alias.entity().vendor())) {
                return null;
            }
            boolean better = house == null || house.entity().kind() != Lexicon.Kind.VENDOR;
            house = better ? alias : house;
        }
        return house;
    }

    /** What a sentence without a mention says of the house that the one before named, or null. May join tokens. */
    static @Nullable Found read(Tokens t, boolean[] claimed, Lexicon.Alias house) {
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, OTHERS | Cue.NEG) && !t.is(k, Cue.AGENT | Cue.DET)) {
                return null;
            }
        }
        Reading there = there(t);
        if (there != null) {
            return new Found(there, there.cue());
        }
        int at = pronoun(t);
        Reading cleft = at >= 0 || opensWithVerb(t) ? done(t) : null;
        if (cleft != null) {
            return new Found(cleft, Math.max(0, at));
        }
        for (int k = 0; k < t.size() && !t.isEastern(); k++) {
            int me = t.is(k, Cue.THIRD) && !t.has(k, Trait.HUMAN) && isOf(t, k) ? owned(t, k, -1) : -1;
            if (me >= 0) {
                return new Found(new Reading(Type.DEVELOPER, false, me, k, CONFIDENCE), k);
            }
        }
        return at < 0 ? null : inItsPlace(t, claimed, house, at);
    }

    /** What a later clause of its sentence says of the house at token e with a pronoun: "X, I'm one of their products", "… X: they trained me". */
    static @Nullable Reading within(Tokens t, int e) {
        int first = e + 2;
        while (first < t.size() && (!t.is(first, Cue.THIRD) || t.has(first, Trait.HUMAN))) {
            first++;
        }
        boolean verbLast = t.isEastern() && !t.language().equals("zh");
        if (first >= t.size() || verbLast || t.alias(e).entity().kind() != Lexicon.Kind.VENDOR || !isOnly(t, e)) {
            return null;
        }
        for (int k = 0; k < t.size(); k++) {
            boolean told = t.is(k, Cue.HYPO | Cue.SPEECH | Cue.PERSON | Cue.LIFE) && !t.is(k, Cue.OPINION);
            if (told || k > e && t.is(k, Cue.NEG | Cue.YOU)) {
                return null;
            }
        }
        for (int k = first; k < t.size(); k++) {
            if (!t.is(k, Cue.THIRD) || t.has(k, Trait.HUMAN)) {
                continue;
            }
            int whom = t.isEastern() && t.is(k + 2, Cue.WORD) && t.folded(k + 2).equals("\u4e86") ? k + 3 : k + 2;
            boolean object = t.has(whom, Trait.OBJECT) || t.isEastern() && !t.is(whom + 1, Cue.OF | Cue.BE);
            boolean makes = t.is(k + 1, Cue.DEV) && t.is(whom, Cue.SELF) && object;
            int me = isOf(t, k) ? owned(t, k, e) : -1;
            boolean cleft = t.language().equals("zh") // "是他们让我学会了说话"
                    && t.is(k - 1, Cue.BE)
                    && t.is(k + 1, Cue.WORD | Cue.DEV)
                    && t.is(k + 2, Cue.SELF)
                    && !t.is(k + 2, Cue.BE | Cue.NAMED);
            if (cleft) {
                return new Reading(Type.DEVELOPER, false, k + 2, k + 1, CONFIDENCE);
            }
            if (makes && !Members.isCausative(t, k + 1, whom)) {
                return new Reading(Type.DEVELOPER, false, whom, k + 1, CONFIDENCE);
            }
            if (me >= 0) {
                return new Reading(Type.DEVELOPER, false, me, k, CONFIDENCE);
            }
        }
        return null;
    }

    private static boolean isOnly(Tokens t, int e) {
        Lexicon.Alias only = only(t);
        return only != null && only.entity().vendor().equals(t.alias(e).entity().vendor());
    }

    /** "Their products", "uma criação deles", "the models they have released". */
    private static boolean isOf(Tokens t, int k) {
        int verb = t.is(k + 1, Cue.AUX) ? k + 2 : k + 1;
        return t.is(verb, Cue.DEV) && t.is(k - 1, Cue.PART | Cue.AI)
                || t.is(k + 1, Cue.PART | Cue.AI)
                || t.is(k + 2, Cue.PART | Cue.AI) && t.is(k + 1, Cue.WORD)
                || t.is(k - 1, Cue.PART | Cue.AI);
    }

    /** The speaker who is one of what belongs to the pronoun at k, after token e; or -1. */
    private static int owned(Tokens t, int k, int e) {
        int me = k - 1;
        while (me > e
                && k - me < 5
                && t.is(me, Cue.WORD | Cue.OF | Cue.DET | Cue.PART | Cue.AI | Cue.ADV)
                && !t.is(me, Cue.SELF)) {
            me--;
        }
        return me > e && t.all(me, Cue.SELF | Cue.BE) ? me : -1;
    }

    /** The pronoun, or the demonstrative before a house's noun, in the opening of a sentence; or -1. */
    private static int pronoun(Tokens t) {
        int last = t.isEastern() ? t.size() : OPENING;
        for (int k = 0; k < last && k < t.size(); k++) {
            boolean pronoun = t.is(k, Cue.THIRD) && !t.has(k, Trait.HUMAN);
            if (pronoun || t.is(k, Cue.DET) && t.has(k, Trait.POINTING) && t.is(k + 1, Cue.AGENT)) {
                return k;
            }
        }
        return -1;
    }

    /** "Es la que me entrenó": languages that leave the pronoun to the verb. */
    private static boolean opensWithVerb(Tokens t) {
        return t.dropsPronoun() && t.all(0, Cue.BE | Cue.FINITE) && !t.is(0, Cue.SELF);
    }

    /** The speaker as the object of a verb of making beside it. */
    private static @Nullable Reading done(Tokens t) {
        for (int me = 0; me < t.size(); me++) {
            boolean object = t.is(me, Cue.SELF) && (t.has(me, Trait.OBJECT) || t.has(me, Trait.ACCUSATIVE));
            int after = me + 1;
            while (object && t.is(after, Cue.AUX | Cue.ADV | Cue.AND)) {
                after++;
            }
            int verb = t.is(after, Cue.DEV) ? after : t.is(me - 1, Cue.DEV) ? me - 1 : -1;
            if (object && verb >= 0 && !Members.isCausative(t, verb, me)) {
                return new Reading(Type.DEVELOPER, false, me, verb, CONFIDENCE);
            }
        }
        return null;
    }

    /** "I was developed there": the speaker, what was done to it, and the place. */
    private static @Nullable Reading there(Tokens t) {
        int place = -1;
        int me = -1;
        int verb = -1;
        boolean passive = false;
        for (int k = 0; k < t.size(); k++) {
            place = t.has(k, Trait.THERE) ? k : place;
            me = me < 0 && t.is(k, Cue.SELF) ? k : me;
            verb = t.is(k, Cue.DEV) ? k : verb;
            passive |=
                    t.is(k, Cue.BE) || t.has(k, Trait.PASSIVE) || t.has(k, Trait.OBJECT) || t.has(k, Trait.ACCUSATIVE);
        }
        boolean near =
                place >= 0 && me >= 0 && verb >= 0 && Math.abs(verb - me) < REACH && Math.abs(place - verb) < REACH;
        return near && passive ? new Reading(Type.DEVELOPER, false, me, verb, CONFIDENCE) : null;
    }

    /** What the grammar reads with the house in the pronoun's place. */
    private static @Nullable Found inItsPlace(Tokens t, boolean[] claimed, Lexicon.Alias house, int at) {
        t.mention(at, t.is(at + 1, Cue.AGENT) ? at + 1 : at, house);
        Reading reading = t.isEastern()
                ? new EasternGrammar(t, claimed, () -> false).read(at)
                : new WesternGrammar(t, claimed).read(at);
        boolean made = reading != null
                && !reading.denied()
                && (reading.type() == Type.DEVELOPER || reading.type() == Type.TEAM);
        return made
                ? new Found(new Reading(reading.type(), false, reading.subject(), reading.cue(), CONFIDENCE), at)
                : null;
    }
}
