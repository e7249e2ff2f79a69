package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;

/**
 * Tells a speaker who is a person: a calling, a household, an age or a school of their own. A name that people bear too is then theirs, and
 * who trained them trained no model. What the speaker calls itself as a model outweighs it.
 */
final class Person {
    private static final long FILL = Cue.DET | Cue.ADV | Cue.WORD | Cue.QUOTE;

    private static final int NEAR = 4; // words between the speaker and what it is

    private Person() {}

    /** Whether the sentence says that its speaker is a person. */
    static boolean speaks(Tokens t) {
        boolean person = false;
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.AI) && isPredicate(t, k)) {
                return false;
            }
            person |= t.all(k, Cue.LIFE | Cue.SELF)
                    || t.is(k, Cue.LIFE) && isOwned(t, k)
                    || isCalling(t, k) && isPredicate(t, k)
                    || t.is(k, Cue.AS) && isTrade(t, k)
                    || t.is(k, Cue.BELONG | Cue.DEV) && isBirth(t, k);
        }
        return person;
    }

    /** A calling that stands for itself: not "a student's assistant" nor "customer service bot". */
    private static boolean isCalling(Tokens t, int k) {
        if (!t.is(k, Cue.LIFE) || t.is(k + 1, Cue.AI | Cue.TECH | Cue.OF | Cue.POSSESSIVE) && !isPlace(t, k + 1)) {
            return false;
        }
        return !(t.is(k + 1, Cue.WORD) && t.is(k + 2, Cue.AI));
    }

    /** "A nurse at", "profesora de": where somebody works. */
    private static boolean isPlace(Tokens t, int k) {
        return t.is(k, Cue.OF) && !t.isEastern() && !t.is(k, Cue.POSSESSIVE);
    }

    /** "I was supported by X": what people undergo as well, where nothing else says that a model speaks. */
    static boolean mayUndergo(Tokens t, Reading reading) {
        int verb = reading.cue();
        if (reading.type() != Type.DEVELOPER
                || verb < 0
                || !t.all(reading.subject(), Cue.SELF | Cue.BE)
                || !isWeak(t, verb)) {
            return false;
        }
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.AI | Cue.PART | Cue.TECH | Cue.OWN | Cue.MY) || t.is(k, Cue.DEV) && !isWeak(t, k)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWeak(Tokens t, int verb) {
        return t.is(verb, Cue.DEV) && t.has(verb, Trait.UNDERGONE);
    }

    /** "X, daughter of", "X, a nurse from": what follows the name is a person's. */
    static boolean isDescribed(Tokens t, int e) {
        if (!t.is(e + 1, Cue.COMMA)) {
            return false;
        }
        int k = e + 2;
        while (t.is(k, FILL) && !t.is(k, Cue.LIFE) && k < e + 2 + NEAR) {
            k++;
        }
        return t.is(k, Cue.LIFE) && isCalling(t, k);
    }

    /** Whether a word with a capital follows the name as a surname does, and no generation of a model. */
    static boolean hasSurname(Tokens t, int e) {
        int end = t.end(e);
        if (!t.all(e + 1, Cue.WORD | Cue.CAPITAL)
                || t.is(e + 1, Cue.AI | Cue.PART | Cue.TECH | Cue.AGENT)
                || t.start(e + 1) != end + 1
                || t.text().charAt(end) != ' ') {
            return false;
        }
        int after = t.end(e + 1) + 1;
        boolean generation = after < t.to() && Letters.isDigit(t.text().charAt(after));
        for (int k = 0; k < t.size() && !generation; k++) {
            generation = t.is(k, Cue.AI) || t.is(k, Cue.ENTITY) && k != e;
        }
        return !generation;
    }

    /** "I am a nurse", "as a nurse I", "私は看護師です": not "I am no nurse". */
    private static boolean isPredicate(Tokens t, int noun) {
        if (t.isEastern() && !t.language().equals("zh")) {
            int k = noun + 1;
            while (t.is(k, Cue.ADV | Cue.AUX)) {
                k++;
            }
            return t.is(k, Cue.BE | Cue.AS) && !t.is(k, Cue.NEG) && hasBefore(t, noun, Cue.SELF);
        }
        for (int k = noun - 1; k >= 0 && noun - k <= NEAR + 1; k--) {
            boolean be = t.is(k, Cue.BE);
            if (be && (t.is(k, Cue.SELF) || t.is(k - 1, Cue.SELF) || t.isEastern() && t.is(k - 2, Cue.SELF))) {
                return !t.is(k, Cue.NEG) && !t.is(k - 1, Cue.NEG);
            }
            if (t.is(k, Cue.AS) && !t.is(k, Cue.COMPARE)) {
                return true;
            }
            if (t.language().equals("ru") && t.is(k, Cue.SELF) && noun - k <= 2) {
                return true;
            }
            if (!t.is(k, FILL)) {
                return false;
            }
        }
        return false;
    }

    /** "My wife", "my new phone". */
    private static boolean isOwned(Tokens t, int noun) {
        boolean syllable = t.end(noun) - t.start(noun) == 1
                && t.end(noun) < t.to()
                && Letters.script(t.text().charAt(t.end(noun))) == Letters.HAN; // the first of a longer word
        if (syllable || t.is(noun + 1, Cue.AI | Cue.TECH)) {
            return false;
        }
        for (int k = noun - 1; k >= 0 && noun - k <= 2; k--) {
            if (t.is(k, Cue.MY)) {
                return true;
            }
            if (!t.is(k, Cue.WORD | Cue.ADV)) {
                return false;
            }
        }
        return false;
    }

    /** "Trained me as a typewriter mechanic", "was trained as a diver": what one is trained to be, where that is no model. */
    private static boolean isTrade(Tokens t, int as) {
        int verb = t.is(as - 1, Cue.SELF) ? as - 2 : as - 1;
        if (!t.is(verb, Cue.DEV)
                || !t.is(as + 1, Cue.DET)
                || t.language().equals("en") && !t.has(as + 1, Trait.INDEFINITE)) {
            return false;
        }
        for (int k = as + 2; k < as + 2 + NEAR && !t.is(k, Cue.COMMA | Cue.STOP | Cue.OF | Cue.PREP); k++) {
            if (t.is(k, Cue.AI | Cue.PART | Cue.TECH | Cue.ENTITY | Cue.KIN)) {
                return false;
            }
        }
        return t.is(as + 2, Cue.WORD);
    }

    /** "Was born in Ohio": a place that is no house nor its laboratory. */
    private static boolean isBirth(Tokens t, int verb) {
        if (!t.has(verb, Trait.BIRTH)
                || !t.is(verb + 1, Cue.PREP | Cue.OF)
                || !t.all(verb + 2, Cue.WORD | Cue.CAPITAL)) {
            return false;
        }
        for (int k = verb + 2; k < verb + 7; k++) {
            if (t.is(k, Cue.ENTITY | Cue.AGENT | Cue.PLACE | Cue.TECH)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBefore(Tokens t, int to, long bits) {
        for (int k = 0; k < to; k++) {
            if (t.is(k, bits)) {
                return true;
            }
        }
        return false;
    }
}
