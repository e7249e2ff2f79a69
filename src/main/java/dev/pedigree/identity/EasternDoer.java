package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.List;

/** What {@link Doer} is for the languages of the west: the speaker as subject of a verb whose object is somebody's model, or as owner of a favourite. */
final class EasternDoer {
    /** The speaker as who does something, in a clause of its own before a noun: "私が使っている…は". */
    private static final List<String> NOMINATIVES =
            List.of("\u79c1\u304c", "\u50d5\u304c", "\u4ffa\u304c", "\uc81c\uac00", "\ub0b4\uac00");

    /** What such a clause may say of the speaker and its model, so that the noun is still the speaker's. */
    private static final long TIES = Cue.ARCH | Cue.BELONG | Cue.AGENT | Cue.NAME | Cue.NAMED | Cue.UPON | Cue.PLACE;

    private static final List<String> PASSIVES =
            List.of("\u3055\u308c", "\u308c\u305f", "\ub41c", "\ub418", "\ub410", "\uc9c4", "\uc84c");

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
        if (t.language().equals("zh")) {
            return isRelative(t, me, e) || makes(t, me, last);
        }
        return isClause(t, me, e) || hasObject(t, e);
    }

    /** "我用的输入法是X": what the speaker uses is another thing. */
    private static boolean isRelative(Tokens t, int me, int e) {
        boolean object = t.is(me - 1, Cue.WORD) && t.folded(me - 1).endsWith("\u628a"); // "who made me is X"
        if (!t.is(me, Cue.SELF) || t.is(me, Cue.NAMED) || object) {
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

    /** "我正在训练一个基于X的模型": a verb between the speaker and the claim's own. */
    private static boolean makes(Tokens t, int me, int last) {
        if (!t.is(me, Cue.SELF | Cue.WE) || t.is(me, Cue.NAMED)) {
            return false;
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
        if (!NOMINATIVES.contains(t.folded(me))) {
            return false;
        }
        boolean verb = false;
        for (int k = me + 1; k < e; k++) {
            boolean passive = t.is(k, Cue.DEV) && PASSIVES.stream().anyMatch(t.folded(k)::contains);
            if (t.is(k, TIES) || passive || t.is(k, Cue.COMMA | Cue.STOP)) {
                return false;
            }
            if (t.is(k, Cue.TOPIC) && verb && t.is(k - 1, Cue.AI | Cue.PART | Cue.TECH)) {
                return true;
            }
            verb |= t.is(k, Cue.WORD | Cue.DEV);
        }
        return false;
    }

    /** "Xが作った携帯を使う", "X를 기반으로 모델을 훈련하고": what was made is the object of what the speaker does. */
    private static boolean hasObject(Tokens t, int e) {
        int dev = e + 1;
        while (dev < e + 7 && dev < t.size() && !t.is(dev, Cue.DEV | Cue.ARCH)) {
            if (t.is(dev, Cue.BE | Cue.COMMA | Cue.STOP | Cue.SELF | Cue.NAMED | Cue.TOPIC)) {
                return false;
            }
            dev++;
        }
        if (!t.is(dev, Cue.DEV | Cue.ARCH)) {
            return false;
        }
        for (int k = dev + 1; k < dev + 5 && k < t.size(); k++) {
            if (t.is(k, Cue.WORD)) {
                String word = t.folded(k);
                boolean object = t.language().equals("ja")
                        ? word.startsWith("\u3092") || word.indexOf('\u3092') > 0
                        : isAccusative(t, k, word);
                if (object) {
                    return true;
                }
            }
            if (t.is(k, Cue.BE | Cue.COMMA | Cue.STOP | Cue.AS | Cue.SELF | Cue.BY | Cue.NAMED | Cue.DEV)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAccusative(Tokens t, int k, String word) {
        boolean ending = word.endsWith("\uc744") || word.endsWith("\ub97c");
        boolean alone = word.length() == 1;
        return ending && (!alone || t.end(k - 1) == t.start(k) && !t.is(k - 1, Cue.ARCH | Cue.TECH));
    }
}
