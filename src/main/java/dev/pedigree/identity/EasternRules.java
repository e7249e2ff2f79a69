package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** What {@link Rules} is for the languages of the west: rules of a house that bind the speaker, in Chinese, Japanese and Korean. */
final class EasternRules {
    private static final long SPEAKER = Cue.SELF | Cue.MY | Cue.WE;
    private static final int REACH = 8; // tokens between a house and its rule

    private EasternRules() {}

    /**
     * What the mention at token e claims of the speaker, or null.
     *
     * @param clause the clause around it
     * @param claimed the mentions that are the speaker
     */
    static @Nullable Reading read(Tokens t, Clause clause, boolean[] claimed, int e) {
        Reading rule = policy(t, clause, claimed, e);
        return rule != null ? rule : licence(t, clause, e);
    }

    /** "这违反了X的使用政策", "X가 저에게 정해 준 규칙상": a rule and a deed tied to it, by the speaker or by nobody else, or made for the speaker. */
    private static @Nullable Reading policy(Tokens t, Clause clause, boolean[] claimed, int e) {
        int me = clause.find(0, t.size(), SPEAKER);
        boolean given = false;
        int rule = e + 1;
        while (rule < clause.to() && rule < e + REACH && !t.is(rule, Cue.POLICY)) {
            given |= t.is(rule, Cue.SELF | Cue.MY);
            if (t.is(rule, Cue.COMMA | Cue.YOU | Cue.AI | Cue.DEV)) {
                return null;
            }
            rule++;
        }
        if (!t.is(rule, Cue.POLICY) || clause.find(0, e, Cue.PERSON | Cue.SPEECH) >= 0) {
            return null;
        }
        boolean refused = clause.find(0, t.size(), Cue.NEG) >= 0
                || refuses(t)
                || clause.find(0, 2, Cue.THIRD) >= 0 && clause.find(0, e, Cue.COMMA) < 0;
        int heed = clause.find(Math.max(0, e - 8), Math.min(t.size(), e + 10), Cue.HEED);
        boolean stranger = t.is(0, Cue.YOU)
                || me < 0 && !refused
                || clause.hasOthers(clause.from(), e, e, claimed) && me < 0 && !t.is(0, Cue.THIRD);
        boolean bound =
                heed >= 0 || rule - e < 4 && refuses(t) && clause.find(rule, clause.to(), Cue.BY | Cue.TOPIC) >= 0;
        return !bound && !(given && refused) || stranger ? null : new Reading(Type.POLICY, false, me, rule, 0.7);
    }

    /** "我按照X的政策": the speaker before a house and its rule. */
    static @Nullable Reading under(Tokens t, int e) {
        for (int k = e + 1; k < t.size() && k < e + 6; k++) {
            if (t.is(k, Cue.POLICY)) {
                for (int n = e - 1; n >= 0; n--) {
                    if (t.is(n, Cue.SELF | Cue.MY)) {
                        return new Reading(Type.POLICY, false, n, k, 0.7);
                    }
                    if (t.is(n, Cue.YOU | Cue.THIRD | Cue.ENTITY)) {
                        return null;
                    }
                }
                return null;
            }
            if (t.is(k, Cue.COMMA | Cue.STOP | Cue.BE)) {
                return null;
            }
        }
        return null;
    }

    /** "控えさせていただきます", "禁じられている": a refusal without a "not". */
    private static boolean refuses(Tokens t) {
        for (int k = 0; k < t.size(); k++) {
            if (t.has(k, Trait.LICENCE) || t.is(k, Cue.WORD) && t.has(k, Trait.REFUSE)) {
                return true;
            }
        }
        return false;
    }

    /** "Xからその手の手助けは認められていない": what a house does not let somebody do, who can only be the speaker, since it is to help. */
    private static @Nullable Reading licence(Tokens t, Clause clause, int e) {
        if (t.alias(e).entity().kind() != Lexicon.Kind.VENDOR || !t.is(e + 1, Cue.BY)) {
            return null;
        }
        boolean help = false;
        int verb = -1;
        for (int k = e + 2; k < clause.to(); k++) {
            help |= t.has(k, Trait.HELP);
            verb = verb < 0 && t.has(k, Trait.LICENCE) ? k : verb;
            if (t.is(k, Cue.YOU | Cue.THIRD & ~Cue.DET | Cue.SPEECH | Cue.PERSON | Cue.LIFE)
                    && !t.is(k + 1, Cue.WORD)) {
                return null;
            }
        }
        boolean forbidden = verb >= 0 && clause.find(verb, clause.to(), Cue.NEG | Cue.HEED) >= 0;
        return help && forbidden ? new Reading(Type.POLICY, false, -1, verb, 0.6) : null;
    }
}
