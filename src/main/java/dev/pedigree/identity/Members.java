package dev.pedigree.identity;

/** People of a house, and people whom it made do something: what reads like a model's making and is none. For languages that write words apart. */
final class Members {
    private Members() {}

    /** "I am part of X's team", "ich gehöre zum Team von X": a person is of a team, a model of a house. */
    static boolean isMember(Tokens t, Phrases phrases, int me, int e) {
        int tie = me;
        while (me >= 0
                && t.is(me, Cue.SELF)
                && !t.has(me, Trait.OBJECT)
                && tie < Math.min(e, me + 4)
                && !isMembership(t, tie)) {
            tie++;
        }
        if (!isMembership(t, tie)) {
            return false;
        }
        for (int k = tie + 1; k < e + 5 && !t.is(k, Cue.COMMA | Cue.STOP | Cue.SELF | Cue.MY); k++) {
            boolean after = k > e && !t.is(e + 1, Cue.POSSESSIVE);
            if (t.is(k, Cue.AGENT) && !after && phrases.isTeam(k)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMembership(Tokens t, int k) {
        return t.is(k, Cue.PART | Cue.BELONG) && t.has(k, Trait.MEMBER);
    }

    /** "X made me think": what is made is what the speaker does or feels. */
    static boolean isCausative(Tokens t, int verb, int me) {
        if (verb < 0 || me < 0 || !t.has(verb, Trait.CAUSE) || Math.abs(verb - me) != 1) {
            return false;
        }
        int next = Math.max(verb, me) + 1;
        if (t.has(next, Trait.POINTING) && !t.is(next + 1, Cue.AI | Cue.PART)) {
            return false; // "made me this way"
        }
        return t.is(next, Cue.WORD | Cue.LIFE | Cue.DET)
                && !t.is(next, Cue.CAPITAL | Cue.ADV | Cue.PREP)
                && !t.folded(next).equals("tick");
    }
}
