package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Who made the speaker, in any order of words: the work behind it, what it owes to whom, and where those work who made it. */
final class Makers {
    private static final long END = Cue.STOP | Cue.SEMICOLON | Cue.COLON | Cue.CONTRAST;

    private final Tokens t;
    private final boolean[] claimed;
    private final Phrases phrases;
    private final Clause clause;

    /** Reads the clause that {@code clause} was moved to. */
    Makers(Tokens tokens, boolean[] claimed, Phrases phrases, Clause clause) {
        this.t = tokens;
        this.claimed = claimed;
        this.phrases = phrases;
        this.clause = clause;
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        Reading found = behind(e);
        found = found != null ? found : existence(e);
        found = found != null ? found : fronted(e);
        return found != null ? found : defined(e);
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
            int own = t.is(k, Cue.MY) ? clause.near(k + 1, 4, Cue.OWN | Cue.TECH | Cue.AI) : -1;
            boolean owed = own >= 0 && own < last && isOwed(own + 1, e);
            if ((owed || mine && !cased && clause.near(noun + 1, last - noun, Cue.FINITE | Cue.WORD) >= 0)
                    && !clause.hasOthers(noun, e, e, claimed)) {
                return new Reading(Type.DEVELOPER, clause.isDenied(k, e), k, noun, 0.9);
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
            int me = chat ? k : clause.near(k + 1, 2, Cue.SELF | Cue.MY);
            boolean own = chat
                    || me >= 0
                            && !t.is(me, Cue.BE)
                            && (t.is(me, Cue.SELF) || clause.near(me + 1, 2, Cue.OWN | Cue.AI | Cue.TECH) >= 0);
            int verb = own ? clause.near(me + 1, 4, Cue.FINITE | Cue.WORK | Cue.HOST) : -1;
            if (verb > 0 && verb < e && e - verb < 9 && !clause.hasOthers(verb, e, e, claimed)) {
                return new Reading(Type.DEVELOPER, clause.isDenied(clause.from(), e), me, verb, 0.9);
            }
        }
        return null;
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
            int tie = clause.near(k - 3, 7, Cue.BELONG | Cue.DEV | Cue.ARCH | Cue.UPON | Cue.BEHIND);
            if (t.is(k, Cue.SELF) && tie >= 0 && tie < be) {
                int noun = clause.near(
                        Math.max(clause.from(), k - 7),
                        k - Math.max(clause.from(), k - 7),
                        Cue.AGENT | Cue.AI | Cue.TECH);
                if (noun < 0) {
                    return null;
                }
                Type type = t.is(noun, Cue.AGENT) ? phrases.nounType(noun) : Type.ARCHITECTURE;
                return new Reading(type, clause.isDenied(k, e), k, be, 0.9);
            }
        }
        return null;
    }

    /** "The people who trained me work at X", "my makers sit at X". */
    @Nullable
    Reading employed(int e) {
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
            boolean mine = t.is(k, Cue.MY | Cue.OUR) && clause.near(k + 1, 3, Cue.AGENT) >= 0;
            int left = Math.max(0, k - 7);
            boolean made = t.is(k, Cue.SELF)
                    && clause.near(left, k - left, Cue.AGENT | Cue.REL) >= 0
                    && clause.near(k - 5, 11, Cue.DEV | Cue.BEHIND | Cue.BELONG) >= 0;
            if (mine || made) {
                return new Reading(Type.TEAM, clause.isDenied(k, e), k, work, 0.85);
            }
        }
        return null;
    }
}
