package dev.pedigree.identity;

/** Finds who a verb, a noun or a participle is about, by walking left from it. */
final class Subject {
    /** Whom the words are about. */
    enum Who {
        SPEAKER,
        OTHER,
        NOBODY
    }

    private static final int REACH = 24;

    private final Tokens t;
    private final boolean[] claimed;

    private Who who = Who.NOBODY;
    private int at = -1;
    private boolean denied;
    private double confidence = 1;

    Subject(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.claimed = claimed;
    }

    Who who() {
        return who;
    }

    int at() {
        return at;
    }

    boolean isDenied() {
        return denied;
    }

    double confidence() {
        return confidence;
    }

    boolean isSpeaker() {
        return who == Who.SPEAKER;
    }

    /** Walks left from token i, which itself is not looked at. */
    Subject before(int i) {
        who = Who.NOBODY;
        at = -1;
        denied = false;
        confidence = 1;
        boolean locked = false;
        boolean noun = false;
        boolean preposition = false;
        boolean coordinated = false;
        int words = 0;
        for (int k = i - 1; k >= 0 && i - k <= REACH; k--) {
            if (t.is(k, Cue.ENTITY)) {
                if (t.is(k + 1, Cue.POSSESSIVE)) {
                    continue;
                }
                return settle(claimed[k] ? Who.SPEAKER : Who.OTHER, k);
            }
            if (t.is(k, Cue.SELF)) {
                return coordinated && isSubject(k) ? settle(Who.SPEAKER, k) : self(k, i, noun, preposition, words);
            }
            if (t.is(k, Cue.COMMA) && t.is(k + 1, Cue.NEG | Cue.AND)) {
                coordinated = true; // "I have neither worked for, nor been trained by"
                preposition = false;
            }
            if (t.is(k, Cue.MY)) {
                return owned(k, i);
            }
            if (t.is(k, Cue.THISAI)) {
                confidence = 0.7;
                return settle(Who.SPEAKER, k);
            }
            if (t.is(k, Cue.THIRD | Cue.YOU) && !t.is(k - 1, Cue.AS)) {
                return settle(Who.OTHER, k);
            }
            if (t.is(k, Cue.OUR)) {
                return settle(Who.NOBODY, k);
            }
            if (t.is(k, Cue.WE)) {
                return we(k);
            }
            if (isThan(k)) {
                return settle(Who.OTHER, k);
            }
            if (t.is(k, Cue.AS) && !t.is(k, Cue.SELF)) {
                return as(k, i);
            }
            if (t.is(k, Cue.CONTRAST) && t.is(k - 1, Cue.COMMA) && t.is(k + 1, Cue.COMMA)) {
                continue; // "I, however, come from"
            }
            if (t.is(k, Cue.CONTRAST)) {
                boolean corrects = k == i - 2 && t.is(i - 1, Cue.DET) && isDenied(k); // "not X, but a model by Y"
                if (k == i - 1 || k == i - 2 && t.is(i - 1, Cue.ADV) || corrects) {
                    denied = false;
                    locked = true;
                    continue;
                }
                return settle(Who.NOBODY, -1);
            }
            if (t.is(k, Cue.SEMICOLON | Cue.STOP | Cue.COLON | Cue.EXPLETIVE)) {
                return settle(Who.NOBODY, -1);
            }
            if (t.is(k, Cue.NEG) && !locked) {
                denied = true;
            }
            if (t.all(k, Cue.BE | Cue.FINITE)) {
                return finite(k);
            }
            if (t.is(k, Cue.REL)) {
                int head = t.is(k - 1, Cue.COMMA) ? k - 2 : k - 1;
                if (t.is(head, Cue.ENTITY) && !claimed[head]) {
                    return settle(Who.OTHER, head);
                }
                preposition = false;
            }
            if (t.is(k, Cue.AI | Cue.PART)) {
                noun = true;
                preposition = false;
            }
            if (t.is(k, Cue.PREP | Cue.BY) && !noun) {
                preposition = true;
            }
            if (t.is(k, Cue.PERSON) && !t.is(k + 1, Cue.AI)) { // but "customer assistant"
                return settle(Who.OTHER, k);
            }
            if (t.is(k, Cue.WORD) && ++words > 12) {
                return settle(Who.NOBODY, -1);
            }
        }
        return settle(Who.NOBODY, -1);
    }

    /** "Langsamer als das Modell": German has one word for "as" and "than", and a comparative and an article beside it for the latter. */
    private boolean isThan(int k) {
        return t.language().equals("de")
                && t.all(k, Cue.AS | Cue.COMPARE)
                && t.is(k - 1, Cue.WORD)
                && !t.is(k - 1, Cue.CAPITAL | Cue.ADV)
                && t.folded(k - 1).endsWith("er")
                && t.is(k + 1, Cue.DET);
    }

    /** Makes the speaker's own of what a model has that the speaker is: "I am a model whose training …" becomes "… my training …". */
    void resolveWhose() {
        for (int k = 2; k < t.size(); k++) {
            if (!t.is(k, Cue.REL) || !t.has(k, Trait.WHOSE)) {
                continue;
            }
            int head = k - 1;
            while (t.is(head, Cue.COMMA | Cue.PREP | Cue.BY | Cue.OF)) {
                head--;
            }
            if (t.is(head, Cue.AI | Cue.PART) && before(head).isSpeaker() && !denied) {
                t.own(k);
            }
        }
    }

    /** Whether somebody is denied right before a "but" at k. */
    private boolean isDenied(int k) {
        int n = k - 1;
        while (t.is(n, Cue.COMMA | Cue.QUOTE)) {
            n--;
        }
        return t.is(n, Cue.ENTITY)
                && claimed[n]
                && (t.is(n - 1, Cue.NEG) || t.is(n - 2, Cue.NEG) || t.is(n - 3, Cue.NEG));
    }

    /** "Da ich ein Modell von X bin": the verb of a subordinate clause stands last. */
    private boolean endsClause(int i) {
        for (int k = i + 1; k < t.size() && !t.is(k, Cue.COMMA | Cue.STOP | Cue.SEMICOLON); k++) {
            if (t.all(k, Cue.SELF | Cue.BE)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSubject(int k) {
        return t.has(k, Trait.SUBJECT);
    }

    private Subject settle(Who decision, int place) {
        who = decision;
        at = place;
        return this;
    }

    /** "My model was made", "my answers come from": not "my phone was made". */
    private Subject owned(int my, int i) {
        if (t.is(my + 1, Cue.BE)) {
            return settle(Who.NOBODY, my);
        }
        boolean plain = false;
        for (int n = my + 1; n < i && !t.is(n, Cue.FINITE | Cue.COMMA | Cue.REL); n++) {
            if (plain && (t.is(n, Cue.POSSESSIVE | Cue.DET | Cue.AUX | Cue.ADV) || isNoun(n - 1))) {
                return settle(Who.OTHER, my);
            }
            if (t.is(
                    n,
                    Cue.AI | Cue.TECH | Cue.AGENT | Cue.NAME | Cue.PART | Cue.OWN | Cue.DEV | Cue.ARCH | Cue.PLACE)) {
                return settle(Who.SPEAKER, my);
            }
            plain |= t.is(n, Cue.WORD | Cue.PERSON);
        }
        return settle(plain ? Who.OTHER : Who.SPEAKER, my);
    }

    /** Whether a plain word after "my" is the thing itself and not a quality of it: nouns come first, or bear a capital. */
    private boolean isNoun(int n) {
        return switch (t.language()) {
            case "es", "fr", "pt" -> t.is(n - 1, Cue.MY);
            case "de" -> t.is(n, Cue.CAPITAL);
            default -> t.is(n, Cue.PERSON);
        };
    }

    /** "I was trained", "I am a model trained", "I, an assistant trained": not "I used a tool trained". */
    private Subject self(int k, int i, boolean noun, boolean preposition, int words) {
        if (t.is(k, Cue.ARCH)) {
            return settle(Who.SPEAKER, k);
        }
        if (t.is(k, Cue.BE)) {
            if (preposition || words > 0 && !noun && words > 5) {
                return settle(Who.NOBODY, k);
            }
            denied |= t.is(k, Cue.NEG) || t.dropsPronoun() && isNegatedVerb(k);
            confidence = noun || words == 0 ? 1 : 0.8;
            return settle(Who.SPEAKER, k);
        }
        int n = k + 1;
        while (n < i && t.is(n, Cue.ADV | Cue.NEG | Cue.AUX | Cue.AND | Cue.QUOTE | Cue.BOTH)) {
            n++;
        }
        while (n < i && t.language().equals("ru") && t.has(n, Trait.ADJECTIVE) && !t.is(n, Cue.AI)) {
            n++; // "я разговорный ассистент"
        }
        if (n == i && t.is(i, Cue.ARCH) && t.language().equals("en")) {
            return settle(Who.NOBODY, k); // "what I built with X"
        }
        if (isActive(n) && t.folded(k).equals("i")) {
            return settle(Who.NOBODY, k); // "I called X", "I program X"
        }
        if (n == i
                || t.is(
                        n,
                        Cue.BE
                                | Cue.DEV
                                | Cue.ARCH
                                | Cue.COMMA
                                | Cue.OPEN
                                | Cue.DASH
                                | Cue.ENTITY
                                | Cue.NAMED
                                | Cue.PART)
                || t.language().equals("ru") && t.is(n, Cue.AI)
                || t.language().equals("de") && endsClause(i)) {
            if (preposition) {
                return settle(Who.NOBODY, k);
            }
            return settle(Who.SPEAKER, k);
        }
        return settle(Who.NOBODY, k);
    }

    /** Whether what follows the English "I" can only be its verb: a participle, or a noun that is a verb as well. */
    private boolean isActive(int n) {
        return t.is(n, Cue.NAMED) && t.folded(n).endsWith("ed") || t.is(n, Cue.AI) && !t.is(n, Cue.CAPITAL);
    }

    /** "No fui", "en ningún momento fui", "nunca he dicho que": a denial before a verb that is its own subject. */
    private boolean isNegatedVerb(int verb) {
        for (int k = verb - 1; k >= 0 && verb - k < 5; k--) {
            if (t.is(k, Cue.NEG)) {
                return true;
            }
            if (!t.is(k, Cue.WORD | Cue.ADV | Cue.PREP | Cue.AUX)) {
                return false;
            }
        }
        return false;
    }

    /** The subject of a finite "is" or "was" stands right before it. */
    private Subject finite(int be) {
        if (t.folded(be).equals("am")) {
            return settle(Who.SPEAKER, be);
        }
        int k = be - 1;
        while (k >= 0
                && (t.is(k, Cue.ADV | Cue.NEG | Cue.AUX | Cue.QUOTE | Cue.BOTH)
                        || t.is(k, Cue.CONTRAST) && t.is(k - 1, Cue.SELF))) { // "ich dagegen wurde"
            if (t.is(k, Cue.NEG)) {
                denied = true;
            }
            k--;
        }
        int me = k;
        while (t.is(me, Cue.WORD | Cue.ARCH | Cue.AUX | Cue.DEV) && !t.is(me, Cue.SELF) && k - me < 3) {
            me--;
        }
        boolean verb = t.is(me, Cue.SELF) && (me < k && isSubject(me) || t.is(me, Cue.ARCH | Cue.AUX));
        if (verb && !t.is(me, Cue.BE) && (t.is(me - 1, Cue.REL) || t.is(me - 1, Cue.SELF) && t.is(me - 2, Cue.REL))) {
            return settle(Who.OTHER, me); // "the assistant that I use was"
        }
        if (t.is(k, Cue.REL)) {
            int head = t.is(k - 1, Cue.COMMA) ? k - 2 : k - 1;
            if (t.is(head, Cue.ENTITY)) {
                return settle(claimed[head] ? Who.SPEAKER : Who.OTHER, head);
            }
            if (t.is(head, Cue.AI | Cue.PART)) {
                boolean before = denied;
                Subject found = before(head + 1);
                denied |= before;
                return found;
            }
            return settle(Who.NOBODY, head);
        }
        if (t.is(k, Cue.COMMA | Cue.CLOSE | Cue.DASH)) {
            int open = k - 1;
            while (open >= 0 && k - open < 14 && !t.is(open, Cue.COMMA | Cue.OPEN | Cue.DASH)) {
                open--;
            }
            if (t.is(open - 1, Cue.SELF)) {
                return settle(Who.SPEAKER, open - 1);
            }
        }
        if (t.is(k, Cue.SELF) && !t.is(k, Cue.BE)) {
            if (t.is(k - 1, Cue.AND)) {
                confidence = 0.7;
            }
            return settle(Who.SPEAKER, k);
        }
        for (int n = k; n >= 0 && k - n < 12; n--) {
            boolean parallel = t.is(k, Cue.AND) && t.is(n, Cue.SELF) && (t.is(n, Cue.BE) || isSubject(n));
            if (parallel || t.is(n, Cue.SELF) && t.is(n - 1, Cue.COMPARE) && !t.is(n - 1, Cue.REL)) {
                return settle(Who.SPEAKER, n);
            }
            if (t.is(n, Cue.MY)) {
                return n + 1 == be ? settle(Who.SPEAKER, n) : owned(n, be);
            }
            if (t.is(n, Cue.OUR | Cue.WE)) {
                return we(n);
            }
            if (t.is(n, Cue.THISAI)) {
                confidence = 0.7;
                return settle(Who.SPEAKER, n);
            }
            if (t.is(n, Cue.BEHIND) && t.is(n + 1, Cue.SELF)) {
                return settle(Who.SPEAKER, n + 1);
            }
            if (t.is(n, Cue.ENTITY)) {
                return settle(claimed[n] ? Who.SPEAKER : Who.OTHER, n);
            }
            if (t.is(n, Cue.CONTRAST | Cue.REL | Cue.SEMICOLON | Cue.COLON) || t.is(n, Cue.COMMA) && n < k) {
                break;
            }
        }
        return settle(Who.OTHER, k);
    }

    /** "We are both models trained by": the speaker belongs to it where the sentence says so. */
    private Subject we(int k) {
        boolean speaker = false;
        for (int n = 0; n < t.size(); n++) {
            speaker |= t.is(n, Cue.SELF | Cue.MY | Cue.BOTH) || t.is(k, Cue.BE) && t.is(n, Cue.AI);
        }
        confidence = 0.7;
        return settle(speaker ? Who.SPEAKER : Who.NOBODY, k);
    }

    /**
     * "As a model trained by X, I ...": about whoever the main clause is about. A main clause about somebody else takes the claim
     * with it, an impersonal one does not.
     */
    private Subject as(int k, int i) {
        boolean noun = t.is(i, Cue.ENTITY | Cue.AI);
        for (int n = k + 1; n < i; n++) {
            noun |= t.is(n, Cue.AI | Cue.PART | Cue.ENTITY)
                    || n == k + 1 && t.is(n, Cue.THIRD); // "as someone built by X"
        }
        if (!noun && !(t.is(i, Cue.PART) && isAboutSpeaker(i))) {
            return settle(Who.NOBODY, k);
        }
        if (k > 0 && t.is(k - 1, Cue.COMMA) && t.is(k - 2, Cue.SELF)
                || t.is(k - 1, Cue.OPEN) && t.is(k - 2, Cue.SELF)) {
            return settle(Who.SPEAKER, k);
        }
        int head = mainClause(i);
        if (head >= 0) {
            Who main = subjectFrom(head);
            return settle(main, k);
        }
        for (int n = k - 1; n >= 0 && !t.is(n, Cue.STOP | Cue.SEMICOLON); n--) {
            boolean spokenTo = t.has(n, Trait.OBJECT) && t.is(n - 1, Cue.PREP); // "X introduced itself to me as"
            if (t.is(n, Cue.SELF | Cue.MY) && !spokenTo) {
                boolean named = t.is(k + 1, Cue.ENTITY) || i == k + 1;
                denied |= named && t.is(n + 1, Cue.NEG) && k - n < 5;
                return settle(Who.SPEAKER, n);
            }
            if (t.is(n, Cue.THIRD | Cue.YOU | Cue.ENTITY)) {
                return settle(Who.OTHER, n);
            }
        }
        if (k == 0 || t.is(k - 1, Cue.COMMA | Cue.COLON | Cue.STOP | Cue.CONTRAST)) {
            confidence = 0.7;
            return settle(Who.SPEAKER, k);
        }
        return settle(Who.NOBODY, k);
    }

    /** Whether a comma follows that the speaker comes right after. */
    private boolean isAboutSpeaker(int i) {
        for (int n = i; n < t.size(); n++) {
            if (t.is(n, Cue.COMMA)) {
                return t.is(n + 1, Cue.SELF | Cue.MY);
            }
        }
        return false;
    }

    /** The first token after the comma that closes an as-phrase, or -1. */
    private int mainClause(int i) {
        int depth = 0;
        for (int n = i; n < t.size(); n++) {
            if (t.is(n, Cue.OPEN)) {
                depth++;
            } else if (t.is(n, Cue.CLOSE)) {
                depth--;
            } else if (depth <= 0 && t.is(n, Cue.COMMA) && opensRelative(n + 1) && hasLaterComma(n + 1)) {
                while (!t.is(n + 1, Cue.COMMA)) {
                    n++;
                }
            } else if (depth <= 0 && t.is(n, Cue.COMMA)) {
                boolean enumerates =
                        t.is(n + 1, Cue.AND) || t.is(n + 1, Cue.AGENT | Cue.DET) && t.is(n + 2, Cue.AGENT | Cue.AI);
                if (!enumerates || !hasLaterComma(n + 1)) {
                    return n + 1;
                }
            } else if (depth <= 0 && n > i && t.is(n, Cue.SELF) && !t.is(n - 1, Cue.REL | Cue.DEV)) {
                return n;
            }
        }
        return -1;
    }

    /** "…, which X trained, …", "…, das X trainiert hat, …". */
    private boolean opensRelative(int n) {
        boolean article = t.language().equals("de") && t.is(n, Cue.DET) && t.is(n + 1, Cue.ENTITY);
        return t.is(n, Cue.REL) || article;
    }

    private boolean hasLaterComma(int n) {
        for (int k = n; k < t.size(); k++) {
            if (t.is(k, Cue.COMMA)) {
                return true;
            }
        }
        return false;
    }

    private Who subjectFrom(int head) {
        int n = head;
        while (t.is(n, Cue.ADV | Cue.QUOTE | Cue.DET)) {
            n++;
        }
        if (t.is(n, Cue.ENTITY)) {
            return claimed[n] || t.is(n + 1, Cue.COMMA) && t.is(n + 2, Cue.SELF) ? Who.SPEAKER : Who.OTHER;
        }
        if (t.is(n, Cue.SELF | Cue.MY | Cue.EXPLETIVE | Cue.WE | Cue.OUR | Cue.AI)) {
            return Who.SPEAKER;
        }
        for (int k = n; k < t.size() && k < n + 12; k++) {
            if (t.is(k, Cue.SELF | Cue.MY)) {
                return Who.SPEAKER;
            }
        }
        if (t.is(n, Cue.THIRD | Cue.CAPITAL)) {
            return Who.OTHER;
        }
        confidence = 0.6;
        return Who.SPEAKER;
    }
}
