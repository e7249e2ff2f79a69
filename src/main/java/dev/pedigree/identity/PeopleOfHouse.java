package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the people of a house have done to, on or for the speaker, and what the house has a share in, whatever the verb; where {@link OpenVerbs} reads what
 * the house itself does.
 */
final class PeopleOfHouse {
    private static final long OTHERS = Cue.YOU | Cue.THIRD | Cue.PERSON | Cue.SPEECH | Cue.HYPO;
    private static final int REACH = 7; // tokens, as in OpenVerbs

    private final Tokens t;
    private final OpenVerbs verbs;

    PeopleOfHouse(Tokens tokens, OpenVerbs verbs) {
        this.t = tokens;
        this.verbs = verbs;
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        Reading found = peopleOnMe(e);
        found = found != null ? found : amongMakers(e);
        found = found != null ? found : included(e);
        return found != null ? found : share(e);
    }

    /** "The engineers of X spent a year on me", "the people on X's team taught me manners": people of a house and what they do to, on or for the speaker. */
    private @Nullable Reading peopleOnMe(int e) {
        int right = t.is(e + 1, Cue.POSSESSIVE) ? e + 2 : e + 1;
        int left = e - 1;
        while (t.is(left, Cue.OF | Cue.DET | Cue.PREP | Cue.UPON) && !t.is(left, Cue.AGENT)) {
            left--;
        }
        int people = t.is(left, Cue.AGENT) ? left : t.is(right, Cue.AGENT) ? right : -1;
        if (people < 0) {
            return null;
        }
        boolean staff = !t.has(people, Trait.OWNER) && !t.has(people, Trait.COMPANY);
        int first = Math.max(people, e) + 1;
        if (!staff || !opensClause(Math.min(people, e)) || verbs.speaksOfPeople()) {
            return null;
        }
        int verb = -1;
        for (int k = first; k < first + REACH + 2 && k < t.size(); k++) {
            boolean dative = t.is(k, Cue.SELF) && verbs.isDative(k);
            boolean object = t.is(k, Cue.SELF) && !t.is(k, Cue.BE) && (t.has(k, Trait.OBJECT) || dative);
            if (object) {
                int acts = verbs.hasClitics() || t.language().equals("de") && verb < 0 ? verbs.verbAfter(k) : verb;
                acts = acts < 0 && t.language().equals("fr") && t.has(k + 2, Trait.TEACH) ? k + 2 : acts;
                return acts < 0 || t.has(acts, Trait.PERSONAL) ? null : new Reading(Type.TEAM, false, k, acts, 0.7);
            }
            verb = verb < 0 && verbs.isVerb(k) ? k : verb;
            if (t.is(k, OTHERS | Cue.MY | Cue.ENTITY | Cue.COMMA | Cue.STOP | Cue.REL | Cue.CONTRAST)) {
                return null;
            }
        }
        return null;
    }

    /** "Among those who trained me, X deserves most credit": one of the speaker's makers. */
    private @Nullable Reading amongMakers(int e) {
        int comma = t.is(e - 1, Cue.DET) ? e - 2 : e - 1;
        if (!t.is(comma, Cue.COMMA) || !t.is(0, Cue.PREP | Cue.OF)) {
            return null;
        }
        int me = comma - 1;
        while (me > 0 && !t.is(me, Cue.SELF) && t.is(me, Cue.DEV | Cue.AUX | Cue.ADV)) {
            me--;
        }
        boolean made =
                t.is(me, Cue.SELF) && t.has(me, Trait.OBJECT) && (t.is(me - 1, Cue.DEV) || t.is(me + 1, Cue.DEV));
        boolean who = false;
        for (int k = 1; k < me; k++) {
            who |= t.is(k, Cue.REL | Cue.AGENT);
            if (t.is(k, OTHERS | Cue.ENTITY | Cue.COMMA | Cue.NEG)) {
                return null;
            }
        }
        return made && who ? new Reading(Type.DEVELOPER, false, me, me - 1, 0.8) : null;
    }

    /** "X's models, including me": the speaker as one of what is the house's. */
    private @Nullable Reading included(int e) {
        int noun = t.is(e + 1, Cue.POSSESSIVE) ? e + 2 : -1;
        int of = e - 1;
        while (t.is(of, Cue.DET)) {
            of--;
        }
        noun = noun < 0 && t.is(of, Cue.OF | Cue.BY) && t.is(of - 1, Cue.AI | Cue.PART) ? of - 1 : noun;
        while (noun > e && t.is(noun, Cue.WORD) && noun < e + 4) {
            noun++;
        }
        int after = Math.max(noun, e) + 1;
        after = t.is(after, Cue.COMMA | Cue.OPEN | Cue.DASH) ? after + 1 : after;
        boolean too = t.has(after, Trait.INCLUDE) && t.is(after + 1, Cue.SELF) && !t.is(after + 1, Cue.BE);
        return too && t.is(noun, Cue.AI | Cue.PART) && !t.is(noun, Cue.LIFE)
                ? new Reading(Type.DEVELOPER, false, after + 1, noun, 0.8)
                : null;
    }

    /** "The team of X plays a role in my development": a share in how the speaker came to be. */
    private @Nullable Reading share(int e) {
        for (int k = e + 1; k < e + 2 * REACH && k < t.size(); k++) {
            if (t.is(k, Cue.MY)) {
                boolean own = t.is(k - 1, Cue.PREP | Cue.OF) && t.has(k + 1, Trait.EXISTENCE);
                return own && hasShare(e, k) ? new Reading(Type.DEVELOPER, false, k, k + 1, 0.7) : null;
            }
            if (t.is(k, OTHERS | Cue.NEG | Cue.SELF | Cue.STOP | Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }

    private boolean hasShare(int from, int to) {
        for (int k = from + 1; k < to; k++) {
            if (t.has(k, Trait.SHARE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but how many and which they are stands before them in their clause. */
    private boolean opensClause(int at) {
        for (int k = at - 1; k >= 0 && !t.is(k, Cue.COMMA | Cue.STOP | Cue.COLON | Cue.SEMICOLON | Cue.CONTRAST); k--) {
            if (!t.is(k, Cue.DET | Cue.WORD | Cue.OF | Cue.ADV | Cue.AGENT | Cue.AND | Cue.NEG) || at - k > 5) {
                return false;
            }
        }
        return true;
    }
}
