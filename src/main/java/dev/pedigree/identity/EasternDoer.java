package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;

/** What {@link Doer} is for the languages of the west: the speaker as subject of a verb whose object is somebody's model, or as owner of a favourite. */
final class EasternDoer {
    /** What such a clause may say of the speaker and its model, so that the noun is still the speaker's. */
    private static final long TIES = Cue.ARCH | Cue.BELONG | Cue.AGENT | Cue.NAME | Cue.NAMED | Cue.UPON | Cue.PLACE;

    private EasternDoer() {}

    /** Whether the reading of the mention at token e has a speaker who does something, and is not what is made or named. */
    static boolean isDoer(Tokens t, Reading reading, int e) {
        if (reading.type() == Type.POLICY || reading.type() == Type.KINSHIP || reading.type() == Type.LOCATION) {
            return false;
        }
        int me = reading.subject();
        int last = Math.min(e, reading.cue() < 0 ? e : reading.cue());
        if (me < 0 || me >= e) {
            return false;
        }
        for (int k = me + 1; k < e; k++) {
            if (t.is(k, Cue.PERSON)) {
                return true; // "my favourite model is X"
            }
        }
        if (t.is(me, Cue.MY) && isThing(t, me, reading.cue())) {
            return true;
        }
        if (t.language().equals("zh")) {
            return isRelative(t, me, e) || makes(t, me, last);
        }
        return isClause(t, me, e) || isObject(t, e) || hasObject(t, e);
    }

    /** "My assistant", "my software"; and "my company" where it is what somebody made. */
    private static boolean isThing(Tokens t, int me, int cue) {
        int noun = me + 1;
        boolean plain = t.language().equals("zh") && t.is(noun, Cue.WORD) && !t.is(me - 1, Cue.DEV); // not "创造我的人"
        for (int k = noun; k < noun + 4 && plain && !t.is(k, Cue.BE | Cue.BY); k++) {
            plain = !t.is(k, Cue.AI | Cue.TECH | Cue.AGENT | Cue.OWN | Cue.PART);
        }
        return plain
                || t.is(noun, Cue.AI | Cue.PART | Cue.LIFE) && t.has(noun, Trait.THING)
                || t.is(noun, Cue.AGENT) && t.is(cue, Cue.DEV | Cue.ARCH) && t.has(noun, Trait.COMPANY);
    }

    /** "Xを開発して": what is made is X. */
    private static boolean isObject(Tokens t, int e) {
        if (!t.is(e + 1, Cue.WORD)) {
            return false;
        }
        char first = t.text().charAt(t.start(e + 1));
        boolean accusative = t.language().equals("ja") ? first == '\u3092' : first == '\uc744' || first == '\ub97c';
        return accusative && t.is(e + 2, Cue.DEV);
    }

    /** "我用的输入法是X": what the speaker uses is another thing. */
    private static boolean isRelative(Tokens t, int me, int e) {
        if (!t.is(me, Cue.SELF) || t.is(me, Cue.NAMED) || isDisposed(t, me)) {
            return false;
        }
        for (int k = me + 1; k < e && k < me + 5; k++) {
            if (t.is(
                    k,
                    Cue.BE | Cue.BY | Cue.COMMA | Cue.ARCH | Cue.BEHIND | Cue.BELONG | Cue.NAMED | Cue.NEG | Cue.YOU)) {
                return false;
            }
            if (t.is(k, Cue.OF) && t.is(k - 1, Cue.WORD)) {
                return t.is(k + 1, Cue.WORD | Cue.AI | Cue.LIFE) && !t.is(k + 1, Cue.OWN);
            }
            if (t.is(k, Cue.DEV)) {
                return t.folded(k).endsWith("\u7684") && k <= me + 2 && !t.is(k + 1, Cue.OWN | Cue.AGENT);
            }
        }
        return false;
    }

    /** "把我造出来的是X": what is done is done to the speaker. */
    private static boolean isDisposed(Tokens t, int me) {
        return t.is(me - 1, Cue.WORD) && t.folded(me - 1).endsWith("\u628a");
    }

    /** "我正在训练一个基于X的模型": a verb between the speaker and the claim's own. */
    private static boolean makes(Tokens t, int me, int last) {
        if (!t.is(me, Cue.SELF | Cue.WE) || t.is(me, Cue.NAMED) || isDisposed(t, me)) {
            return false;
        }
        boolean object = t.is(me + 1, Cue.WORD | Cue.DEV) && t.is(me + 2, Cue.BY);
        for (int k = me + 3; object && k < last + 8 && k < t.size(); k++) {
            boolean noun = t.is(k + 1, Cue.AI | Cue.WORD) || t.is(k + 1, Cue.OF) && t.is(k + 2, Cue.AI | Cue.WORD);
            if (t.is(k, Cue.DEV)) {
                return noun; // "我讨厌由X开发的助手"
            }
        }
        for (int k = me + 1; k < last; k++) {
            if (t.is(k, Cue.BE | Cue.BY | Cue.COMMA | Cue.AS | Cue.OF)) {
                return false;
            }
            if (t.is(k, Cue.DEV) && !t.is(k + 1, Cue.OWN)) {
                return true;
            }
        }
        return false;
    }

    /** "私が使っているモデルはX": the topic is what the clause before it is about. */
    private static boolean isClause(Tokens t, int me, int e) {
        boolean owed =
                t.is(e + 2, Cue.DEV) && t.folded(e + 2).equals("\u304a\u304b\u3052"); // "that I exist is thanks to X"
        if (!t.has(me, Trait.NOMINATIVE) || owed) {
            return false;
        }
        boolean verb = false;
        int topics = 0;
        for (int k = me + 1; k < e; k++) {
            boolean passive = t.is(k, Cue.DEV) && t.has(k, Trait.PASSIVE);
            if (t.is(k, TIES) || passive || t.is(k, Cue.COMMA | Cue.STOP)) {
                return false;
            }
            if (t.is(k, Cue.TOPIC) && verb) {
                boolean noun = t.is(k - 1, Cue.AI | Cue.PART | Cue.TECH | Cue.OF);
                boolean plain = t.is(k - 1, Cue.WORD) && (t.language().equals("ja") || topics > 0 || isNounTopic(t, k));
                if (noun || plain) {
                    return true;
                }
                topics++;
            }
            verb |= t.is(k, Cue.WORD | Cue.DEV);
        }
        return false;
    }

    /** The Korean topic after a consonant, which no verb takes before its noun. */
    private static boolean isNounTopic(Tokens t, int k) {
        return t.folded(k).equals("\uc740");
    }

    /** "Xが作った携帯を使う", "X를 기반으로 모델을 훈련하고": what was made is the object of what the speaker does. */
    private static boolean hasObject(Tokens t, int e) {
        int dev = e + 1;
        while (dev < e + 7 && dev < t.size() && !t.is(dev, Cue.DEV | Cue.ARCH)) {
            if (t.is(dev, Cue.WORD) && t.is(dev + 1, Cue.DEV) && isAccusative(t, dev)) {
                return true; // "Xのモデルを開発して"
            }
            if (t.is(dev, Cue.BE | Cue.COMMA | Cue.STOP | Cue.SELF | Cue.NAMED | Cue.TOPIC)) {
                return false;
            }
            dev++;
        }
        if (!t.is(dev, Cue.DEV | Cue.ARCH)) {
            return false;
        }
        for (int k = dev + 1; k < dev + 5 && k < t.size(); k++) {
            boolean used = t.is(k, Cue.ARCH)
                    && t.is(dev, Cue.DEV)
                    && "\u3092\uc744\ub97c".indexOf(t.text().charAt(t.start(k))) >= 0;
            if (used || t.is(k, Cue.WORD) && isAccusative(t, k)) {
                return true;
            }
            if (t.is(k, Cue.BE | Cue.COMMA | Cue.STOP | Cue.AS | Cue.SELF | Cue.BY | Cue.NAMED | Cue.DEV)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAccusative(Tokens t, int k) {
        String word = t.folded(k);
        if (t.language().equals("ja")) {
            return word.indexOf('\u3092') >= 0;
        }
        boolean ending = word.endsWith("\uc744") || word.endsWith("\ub97c");
        boolean alone = word.length() == 1;
        return ending && (!alone || t.end(k - 1) == t.start(k) && !t.is(k - 1, Cue.ARCH | Cue.TECH));
    }
}
