package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;

/** What can be told of a sentence's phrases without knowing whom they are about. */
final class Phrases {
    private final Tokens t;
    private final boolean[] claimed;

    Phrases(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.claimed = claimed;
    }

    /** "Not X but Y": the mention before the "but", already read as denied. */
    int corrected(int k) {
        int n = k - 1;
        while (t.is(n, Cue.COMMA | Cue.QUOTE)) {
            n--;
        }
        return n;
    }

    boolean isCorrected(int k) {
        int n = corrected(k);
        if (!t.is(n, Cue.ENTITY) || !claimed[n]) {
            return false;
        }
        for (int m = n - 1; m >= 0 && n - m < 5; m--) {
            if (t.is(m, Cue.NEG)) {
                return true;
            }
        }
        return false;
    }

    /** "Nie wurde ich", "weder bin ich … noch hat X", "nor was I": a denial in front of the verb, which stands before its subject. */
    boolean isDeniedInFront(int first) {
        boolean german = t.language().equals("de");
        if (!german && !t.language().equals("en")) {
            return false;
        }
        for (int k = first - 1; k >= 0 && first - k < 4; k--) {
            boolean verb = t.is(k + 1, Cue.BE | Cue.AUX | Cue.FINITE | Cue.DEV);
            boolean opens = k == 0 || t.is(k - 1, Cue.COMMA | Cue.SEMICOLON | Cue.STOP | Cue.DASH | Cue.AND);
            if (verb && (isNor(k) || opens && t.is(k, Cue.NEG) && !t.is(k, Cue.BE | Cue.AUX))) {
                return true;
            }
            if (t.is(k, Cue.COMMA | Cue.SEMICOLON | Cue.STOP | Cue.CONTRAST)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a "noch" after "weder" stands before e in its clause: "weder X noch ein anderes Produkt von Y". */
    boolean isNorBefore(int e) {
        for (int k = e - 1;
                k >= 0 && t.language().equals("de") && !t.is(k, Cue.COMMA | Cue.STOP | Cue.SEMICOLON);
                k--) {
            if (isNor(k)) {
                return true;
            }
        }
        return false;
    }

    /** The second word of "weder … noch", which denies only after the first. */
    boolean isNor(int k) {
        if (!t.language().equals("de") || !t.folded(Math.max(0, k)).equals("noch")) {
            return false;
        }
        for (int n = k - 1; n >= 0; n--) {
            if (t.is(n, Cue.NEG) && t.folded(n).equals("weder")) {
                return true;
            }
        }
        return false;
    }

    boolean isItem(int k) {
        int n = k;
        while (t.is(n, Cue.QUOTE | Cue.COMMA)) {
            n--;
        }
        return t.is(n, Cue.ENTITY) || t.is(n, Cue.AI | Cue.CAPITAL) && (n != k || t.is(n, Cue.CAPITAL));
    }

    int itemStart(int k) {
        int n = k;
        while (t.is(n, Cue.QUOTE | Cue.COMMA)) {
            n--;
        }
        return n;
    }

    /** The next token that says something, after a closing quote. */
    int next(int e) {
        int n = e + 1;
        while (t.is(n, Cue.QUOTE)) {
            n++;
        }
        return n;
    }

    /** A product is a name, a vendor a maker. */
    Type nameOrMaker(int e) {
        return t.alias(e).entity().kind() == Lexicon.Kind.VENDOR && isModifier(e) ? Type.DEVELOPER : Type.NAME;
    }

    /** Whether a vendor stands before what it made: "OpenAI's model", "a Google assistant". */
    boolean isModifier(int e) {
        int n = next(e);
        if (t.is(n, Cue.POSSESSIVE)) {
            n++;
        }
        while (t.is(n, Cue.ADV | Cue.WORD) && n < e + 5) {
            n++;
        }
        return t.is(n, Cue.AI | Cue.PART | Cue.ENTITY | Cue.TECH);
    }

    boolean isSpeakerNear() {
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.SELF | Cue.MY)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an article makes a common noun of the word after it: "I am a Gemini". */
    boolean isIndefinite(int k) {
        return t.is(k, Cue.DET) && t.has(k, Trait.INDEFINITE);
    }

    /** Whether what is the speaker's is a model or its name, and not its cat. */
    boolean hasBetween(int from, int to) {
        for (int k = from; k < to; k++) {
            if (t.is(k, Cue.AI | Cue.TECH | Cue.AGENT | Cue.NAME)) {
                return true;
            }
        }
        return false;
    }

    Type nounType(int n) {
        if (t.is(n, Cue.PLACE)) {
            return Type.LOCATION;
        }
        if (t.is(n, Cue.TECH | Cue.AI)) {
            return Type.ARCHITECTURE;
        }
        if (t.has(n, Trait.TEAM)) {
            return Type.TEAM;
        }
        return t.has(n, Trait.OWNER) ? Type.PARENT : Type.DEVELOPER;
    }

    /** Whether "as" opens a phrase in apposition, and compares nothing: "as X, I", "I, as X", not "as good as X" or "as X grows". */
    boolean startsPhrase(int e, int g) {
        boolean opens = g == 0
                || t.is(
                        g - 1,
                        Cue.COMMA
                                | Cue.OPEN
                                | Cue.DASH
                                | Cue.COLON
                                | Cue.STOP
                                | Cue.CONTRAST
                                | Cue.SELF
                                | Cue.QUOTE
                                | Cue.CLOSE)
                || t.is(g - 1, Cue.ADV) && !t.is(g - 2, Cue.AI | Cue.BE);
        if (!opens) {
            return false;
        }
        int n = next(e);
        if (t.is(n, Cue.POSSESSIVE)) {
            n++;
        }
        boolean modifier =
                t.alias(e).entity().kind() != Lexicon.Kind.VENDOR && isModifier(e); // "as a GPT-4 based assistant"
        while (t.is(n, Cue.ENTITY | Cue.AI | Cue.ADV | Cue.QUOTE) || modifier && n < e + 5 && t.is(n, Cue.WORD)) {
            n++;
        }
        return n >= t.size()
                || t.is(
                        n,
                        Cue.COMMA | Cue.OPEN | Cue.CLOSE | Cue.SELF | Cue.PREP | Cue.DASH | Cue.DEV | Cue.AND | Cue.MY
                                | Cue.COLON)
                || t.folded(n).equals("model");
    }

    /**
     * Whether what is the speaker's is a thing that people have: an assistant, an employer, a firm at which or from which something is. A
     * model has a company that is X; its makers may be at X.
     */
    boolean isPersonal(int my, int e) {
        int noun = my + 1;
        while (t.is(noun, Cue.ADV | Cue.WORD | Cue.PERSON)
                && !t.is(noun, Cue.AGENT | Cue.AI | Cue.TECH | Cue.PLACE | Cue.OWN)
                && noun < my + 4) {
            noun++;
        }
        if (noun >= e) {
            return false;
        }
        boolean object = t.is(my - 1, Cue.WORD | Cue.AUX)
                && !t.is(my - 1, Cue.BELONG | Cue.OPINION)
                && t.is(my - 2, Cue.SELF)
                && t.has(my - 2, Trait.SUBJECT);
        if (object && t.is(noun, Cue.AGENT | Cue.AI | Cue.PART)) {
            return true; // "I got my model from"
        }
        if (t.is(noun, Cue.AI | Cue.TECH | Cue.AGENT | Cue.PART) && t.has(noun, Trait.THING)) {
            return true;
        }
        int verb = noun + 1;
        while (t.is(verb, Cue.ADV | Cue.AUX)) {
            verb++;
        }
        boolean with = t.has(t.is(e - 1, Cue.DET) ? e - 2 : e - 1, Trait.WITH);
        boolean depends = t.has(verb, Trait.DEPEND);
        boolean uses = t.is(noun, Cue.AGENT) && (t.is(verb, Cue.ARCH) || t.has(verb, Trait.OTHERS_USE));
        boolean works = with && t.is(verb, Cue.WORK | Cue.WORD);
        if (verb < e && (depends || uses || works)) {
            return true; // "my team uses X", "my lab works with X"
        }
        if (!t.is(noun, Cue.AGENT) || !t.has(noun, Trait.OWNER) && !isTeam(noun)) {
            return false;
        }
        for (int k = noun + 1; k < e; k++) {
            if (t.is(k, Cue.BE | Cue.NAMED | Cue.COMMA | Cue.DASH | Cue.OPEN | Cue.COLON | Cue.REL | Cue.BEHIND)) {
                return false;
            }
        }
        return e > noun + 1 && !isTeam(noun);
    }

    /** Whether a maker's noun means people who work together, and not the house. */
    boolean isTeam(int n) {
        return t.has(n, Trait.GROUP);
    }

    /** Whether token k is a mark that closes what somebody says: after a comma, a stop or the speaker's word, and before a blank. */
    boolean endsSpeech(int k) {
        if (!t.is(k, Cue.QUOTE) || k + 1 >= t.size() || t.end(k) == t.start(k + 1)) {
            return false;
        }
        boolean blank = Letters.script(t.text().charAt(t.end(k))) == Letters.NONE
                && t.text().charAt(t.end(k)) == ' ';
        int before = t.is(k - 1, Cue.COMMA | Cue.STOP) ? k - 2 : k - 1;
        return blank && before >= 0 && !t.is(before, Cue.ENTITY | Cue.AI | Cue.NAME) && !opens(k);
    }

    /** Whether a blank stands before the mark, as before one that opens. */
    private boolean opens(int k) {
        return t.start(k) == 0 || t.text().charAt(t.start(k) - 1) == ' ';
    }

    /** Whether the mention is all of its clause: what follows is no verb that it would be the subject of. */
    boolean endsInsertion(int e) {
        int n = next(e);
        return n >= t.size()
                || t.is(
                        n,
                        Cue.COMMA
                                | Cue.CLOSE
                                | Cue.OPEN
                                | Cue.STOP
                                | Cue.DASH
                                | Cue.REL
                                | Cue.SEMICOLON
                                | Cue.DEV
                                | Cue.AND);
    }

    /** Whether what begins before e is closed after it, as an insertion is. */
    boolean closes(int e) {
        for (int n = e + 1; n < t.size() && n < e + 14; n++) {
            if (t.is(n, Cue.COMMA | Cue.CLOSE | Cue.OPEN | Cue.DASH)) {
                return true;
            }
        }
        return false;
    }
}
