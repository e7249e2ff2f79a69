package dev.pedigree.identity;

/**
 * Tells the speaker who does something with a model from the speaker who is one: "I am training a model based on X", "I built a product on
 * top of X" have the speaker as subject and the model as object. For languages that write words apart.
 */
final class Doer {
    /** What makes a verb of the words after it no more than a frame for what the speaker is. */
    private static final long FRAMES = Cue.BE
            | Cue.BELONG
            | Cue.HOST
            | Cue.ARCH
            | Cue.NAMED
            | Cue.UPON
            | Cue.SAME
            | Cue.LINK
            | Cue.HEED
            | Cue.OPINION
            | Cue.SPEECH
            | Cue.BY
            | Cue.AS
            | Cue.PART
            | Cue.AI;

    private static final long PASSED = Cue.ADV | Cue.NEG | Cue.AUX | Cue.QUOTE | Cue.BOTH;

    private Doer() {}

    /**
     * Whether the speaker of a reading is the subject of a verb that is active, and neither the claim's own nor one that frames what
     * the speaker is.
     *
     * @param reading what is claimed
     * @param e the token of the mention
     */
    static boolean isDoer(Tokens t, Reading reading, int e) {
        int me = reading.subject();
        int cue = Math.min(e, reading.cue());
        if (t.all(me, Cue.THISAI | Cue.BEHIND) && t.all(me - 1, Cue.SELF | Cue.BE)) {
            return isProgressive(t, me); // "I am writing this with"
        }
        if (me < 0 || cue < me || !t.is(me, Cue.SELF | Cue.WE)) {
            return false;
        }
        boolean far = t.is(reading.cue(), Cue.DEV | Cue.NAMED | Cue.BY | Cue.OF | Cue.ARCH) && !hasTech(t, me, e);
        if (t.is(me, Cue.ARCH | Cue.BELONG | Cue.NAMED)) {
            boolean own = t.is(me - 1, Cue.TECH | Cue.OWN); // "the technology I use"
            return !own && isUse(t, me) && !calledModel(t, me) && reading.cue() > me && far;
        }
        return isInverted(t, me) || isSubject(t, me, cue, far);
    }

    /** "Zu Hause trainiere ich ein": a German verb before its subject. */
    private static boolean isInverted(Tokens t, int me) {
        boolean verb = t.is(me - 1, Cue.WORD | Cue.DEV | Cue.ARCH)
                && !t.is(me - 1, Cue.CAPITAL | Cue.BELONG | Cue.HOST | Cue.AUX | Cue.OPINION)
                && (!t.is(me - 1, Cue.ARCH) || isUseVerb(t, me - 1));
        return verb
                && t.language().equals("de")
                && t.folded(me).equals("ich")
                && t.folded(me - 1).endsWith("e")
                && t.is(me + 1, Cue.DET | Cue.ADV | Cue.ENTITY);
    }

    /** Whether an active verb follows the speaker, before the claim's own. */
    private static boolean isSubject(Tokens t, int me, int cue, boolean far) {
        int verb = me + 1;
        boolean helped = t.is(me, Cue.BE | Cue.AUX);
        while (t.is(verb, PASSED) && !t.is(verb, Cue.BE) && verb < cue) {
            helped |= t.is(verb, Cue.AUX);
            verb++;
        }
        if (verb > cue || t.is(verb, Cue.CAPITAL)) {
            return false;
        }
        boolean hyphen =
                t.is(verb, Cue.WORD) && t.end(verb) < t.to() && t.text().charAt(t.end(verb)) == '-';
        if (helped && isProgressive(t, hyphen ? verb + 1 : verb)) {
            return true; // "am training", "am fine-tuning"
        }
        if (!t.has(me, Trait.SUBJECT)) {
            return false;
        }
        if (verb < cue && isUseVerb(t, verb)) {
            return far && !calledModel(t, me);
        }
        return isVerb(t, verb, cue) && !t.is(me, Cue.BE) && !isFrame(t, verb, cue);
    }

    private static boolean isVerb(Tokens t, int verb, int cue) {
        boolean carries = verb == cue && !t.is(verb, Cue.DEV);
        boolean active = t.is(verb, Cue.WORD | Cue.DEV) && (!t.is(verb, FRAMES) || t.is(verb, Cue.DEV));
        return active && !carries && !t.is(verb, Cue.BELONG);
    }

    /** Whether what follows a verb says what the speaker is, or a Russian word is none of an active verb's forms. */
    private static boolean isFrame(Tokens t, int verb, int cue) {
        return switch (t.language()) {
            case "ru" -> !t.has(verb, Trait.ACTIVE) || hasBe(t, verb, cue);
            case "de" -> hasBe(t, verb, t.size());
            default -> hasBe(t, verb, cue);
        };
    }

    /** Whether a word of {@link Cue#ARCH} says of the speaker that it uses something: "I use a", "nutze". */
    static boolean isUse(Tokens t, int verb) {
        return t.is(verb, Cue.SELF) ? t.has(verb, Trait.OWN_USE) : isUseVerb(t, verb);
    }

    /** "As an AI developed by X, I use a model called Y". */
    private static boolean calledModel(Tokens t, int me) {
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.AI) && (k < me || isRole(t, k))) {
                return true;
            }
        }
        return false;
    }

    /** "As an AI". */
    private static boolean isRole(Tokens t, int noun) {
        return t.is(noun - 1, Cue.AS) || t.is(noun - 1, Cue.DET | Cue.WORD) && t.is(noun - 2, Cue.AS);
    }

    private static boolean hasTech(Tokens t, int from, int to) {
        for (int k = Math.max(0, from + 1); k < to; k++) {
            if (t.is(k, Cue.TECH)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of {@link Cue#ARCH} is a verb of use. */
    static boolean isUseVerb(Tokens t, int verb) {
        return t.is(verb, Cue.ARCH) && t.has(verb, Trait.USE);
    }

    /** "Am training", "estoy entrenando", "estou treinando"; not "am being trained", "am running on". */
    static boolean isProgressive(Tokens t, int verb) {
        if (t.is(verb, Cue.BE | Cue.HOST | Cue.ARCH | Cue.BELONG | Cue.NAMED | Cue.AS)) {
            return false;
        }
        String words = t.folded(verb);
        int blank = words.indexOf(' ');
        String word = blank < 0 ? words : words.substring(0, blank);
        return switch (t.language()) {
            case "en" -> word.endsWith("ing") && !word.endsWith("thing") && !word.endsWith("being");
            case "es", "pt" -> word.endsWith("ndo") && !word.endsWith("siendo") && !word.endsWith("sendo");
            default -> false;
        };
    }

    private static boolean hasBe(Tokens t, int from, int to) {
        for (int k = from; k < to && k < t.size(); k++) {
            if (t.is(k, Cue.BE | Cue.AS | Cue.SELF)) {
                return true;
            }
            if (t.is(k, Cue.STOP | Cue.SEMICOLON)) {
                return false;
            }
        }
        return false;
    }
}
