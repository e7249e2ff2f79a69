package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Rules of a house that bind the speaker, in any order of words. */
final class Rules {
    private static final long END = Cue.STOP | Cue.SEMICOLON | Cue.COLON | Cue.CONTRAST;

    private final Tokens t;
    private final Clause clause;

    /** Reads the clause that {@code clause} was moved to. */
    Rules(Tokens tokens, Clause clause) {
        this.t = tokens;
        this.clause = clause;
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        Reading rule = policy(e);
        return rule != null ? rule : forbidden(e);
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
        for (int k = e - 1; rule < 0 && k >= 0 && e - k < 8; k--) {
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
            boolean binds = t.is(k, Cue.HEED)
                    || t.is(k, Cue.WORD) && t.has(k, Trait.LICENCE) && t.is(k - 1, Cue.SELF | Cue.DET);
            heed = binds && nearer ? k : heed;
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

    /** "X does not allow me to", where the sentence goes on to speak of a rule. */
    private @Nullable Reading forbidden(int e) {
        int verb = clause.near(e + 1, 4, Cue.HEED);
        boolean bound = verb >= 0 && t.is(verb + 1, Cue.SELF) && !t.has(verb + 1, Trait.SUBJECT);
        int rule = bound ? clause.near(verb, t.size(), Cue.POLICY) : -1;
        return rule >= 0 && clause.near(clause.from(), e - clause.from(), Cue.SELF | Cue.YOU | Cue.THIRD) < 0
                ? new Reading(Type.POLICY, false, verb + 1, rule, 0.7)
                : null;
    }

    /** "That …", "this …", "it …": about what was asked for, and nobody is told what to do. */
    private boolean isDeed() {
        return clause.near(0, 3, Cue.DET | Cue.THIRD | Cue.EXPLETIVE | Cue.REL) >= 0
                && clause.near(0, t.size(), Cue.YOU) < 0;
    }
}
