package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims in languages that write words apart and put the verb between its subject and what is said of it. */
final class WesternGrammar {
    /** Pronouns that cannot be what somebody made. */
    private static final List<String> SUBJECTS = List.of("i", "yo", "je", "j'", "ich", "eu", "\u044f");

    private static final long SKIPPED = Cue.DET | Cue.ADV | Cue.QUOTE | Cue.AUX | Cue.SAME;

    private final Tokens t;
    private final boolean[] claimed;
    private final Subject subject;
    private boolean denied;
    private int scar = -1;

    WesternGrammar(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.claimed = claimed;
        this.subject = new Subject(tokens, claimed);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        denied = false;
        scar = -1;
        Reading left = left(e, e);
        if (left != null) {
            return left;
        }
        denied = false;
        Reading right = right(e);
        if (right != null) {
            return right;
        }
        return policy(e);
    }

    /** The product that the last mention read is said to be the maker of, or -1. */
    int product() {
        return scar;
    }

    /** Reads what stands before a noun phrase; {@code e} is the mention, {@code np} the phrase's first token seen so far. */
    private @Nullable Reading left(int e, int np) {
        int g = skipBack(np - 1);
        if (g < 0) {
            return null;
        }
        if (t.is(g, Cue.NAMED)) {
            return named(e, g);
        }
        if (t.is(g, Cue.SELF) && !t.is(g, Cue.BE)) {
            if (t.language().equals("ru") && t.folded(g).equals("\u044f")) {
                return new Reading(nameOrMaker(e), denied, g, g, 0.95);
            }
        }
        if (t.is(g, Cue.BE)) {
            return copula(e, g);
        }
        if (t.is(g, Cue.ARCH)) {
            if (t.is(g, Cue.SELF)) {
                boolean version = t.alias(e).entity().kind() == Lexicon.Kind.VERSION || isModifier(e);
                return version ? new Reading(Type.ARCHITECTURE, denied, g, g, 0.7) : null;
            }
            return of(Type.ARCHITECTURE, g, g, e);
        }
        if (t.is(g, Cue.BY)) {
            return by(e, g);
        }
        if (t.is(g, Cue.OF)) {
            return from(e, g);
        }
        if (t.is(g, Cue.AS)) {
            return as(e, g);
        }
        if (t.is(g, Cue.COMMA | Cue.OPEN | Cue.DASH | Cue.COLON)) {
            return apposition(e, g);
        }
        if (t.is(g, Cue.AI | Cue.TECH)) {
            Reading found = noun(e, g);
            return found != null ? found : left(e, g);
        }
        if (t.is(g, Cue.AGENT)) {
            return agent(e, g);
        }
        if (t.is(g, Cue.MY) && t.is(next(e), Cue.AGENT | Cue.TECH | Cue.AI | Cue.POSSESSIVE)) {
            return new Reading(Type.DEVELOPER, denied, g, g, 0.9);
        }
        if (t.is(g, Cue.DEV) && !t.is(g, Cue.FINITE)) {
            return t.language().equals("ru") || t.language().equals("de") ? passive(e, g) : null;
        }
        if (t.is(g, Cue.WORD) && !t.is(g, Cue.CAPITAL) && t.is(skipBack(g - 1), Cue.BE | Cue.BY)) {
            return left(e, g);
        }
        return null;
    }

    /** Steps over articles, adverbs, quotes, possessors and the other members of a list. */
    private int skipBack(int i) {
        int k = i;
        while (k >= 0) {
            if (t.is(k, Cue.NEG)) {
                denied = true;
                k--;
            } else if (t.is(k, SKIPPED) && !t.is(k, Cue.BE | Cue.NAMED | Cue.SELF)) {
                k--;
            } else if (t.is(k, Cue.POSSESSIVE) && t.is(k - 1, Cue.ENTITY)) {
                k -= 2;
            } else if (t.is(k, Cue.ENTITY) && k == i) {
                k--;
            } else if (t.is(k, Cue.CONTRAST) && isCorrected(k)) {
                k = corrected(k) - 1;
                while (t.is(k, Cue.NEG | SKIPPED)) {
                    k--;
                }
                denied = false;
            } else if (t.is(k, Cue.AND) && isItem(k - 1)) {
                k = itemStart(k - 1) - 1;
            } else if (t.is(k, Cue.COMMA) && (t.is(k - 1, Cue.QUOTE) || t.is(k + 1, Cue.QUOTE)) && isItem(k - 1)) {
                k = itemStart(k - 1) - 1;
            } else {
                break;
            }
        }
        return k;
    }

    /** "Not X but Y": the mention before the "but", already read as denied. */
    private int corrected(int k) {
        int n = k - 1;
        while (t.is(n, Cue.COMMA | Cue.QUOTE)) {
            n--;
        }
        return n;
    }

    private boolean isCorrected(int k) {
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

    private boolean isItem(int k) {
        int n = k;
        while (t.is(n, Cue.QUOTE | Cue.COMMA)) {
            n--;
        }
        return t.is(n, Cue.ENTITY) || t.is(n, Cue.AI | Cue.CAPITAL) && (n != k || t.is(n, Cue.CAPITAL));
    }

    private int itemStart(int k) {
        int n = k;
        while (t.is(n, Cue.QUOTE | Cue.COMMA)) {
            n--;
        }
        return n;
    }

    /** The next token that says something, after a closing quote. */
    private int next(int e) {
        int n = e + 1;
        while (t.is(n, Cue.QUOTE)) {
            n++;
        }
        return n;
    }

    private @Nullable Reading of(Type type, int cue, int from, int e) {
        subject.before(from);
        if (!subject.isSpeaker()) {
            return null;
        }
        return new Reading(type, denied || subject.isDenied(), subject.at(), cue, subject.confidence());
    }

    /** A product is a name, a vendor a maker. */
    private Type nameOrMaker(int e) {
        return t.alias(e).entity().kind() == Lexicon.Kind.VENDOR && isModifier(e) ? Type.DEVELOPER : Type.NAME;
    }

    /** Whether a vendor stands before what it made: "OpenAI's model", "a Google assistant". */
    private boolean isModifier(int e) {
        int n = next(e);
        if (t.is(n, Cue.POSSESSIVE)) {
            n++;
        }
        while (t.is(n, Cue.ADV | Cue.WORD) && n < e + 5) {
            n++;
        }
        return t.is(n, Cue.AI | Cue.PART | Cue.ENTITY | Cue.TECH);
    }

    private @Nullable Reading named(int e, int g) {
        if (t.is(g, Cue.SELF)) {
            boolean no = denied || t.is(g - 1, Cue.NEG) || t.is(g - 2, Cue.NEG) && t.is(g - 1, Cue.ADV | Cue.AUX);
            return new Reading(Type.NAME, no, g, g, 0.95);
        }
        int head = skipBack(g - 1);
        if (t.is(head, Cue.AGENT)) {
            return agent(e, head);
        }
        Reading found = of(Type.NAME, g, g, e);
        return found != null && t.is(found.subject(), Cue.MY) && !hasBetween(found.subject(), g) ? null : found;
    }

    /** Spanish and Portuguese put "not" before a verb that is its own subject. */
    private boolean dropsPronoun() {
        return t.language().equals("es") || t.language().equals("pt");
    }

    private boolean isSpeakerNear() {
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.SELF | Cue.MY)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an article makes a common noun of the word after it: "I am a Gemini". */
    private boolean isIndefinite(int k) {
        return t.is(k, Cue.DET)
                && List.of("a", "an", "un", "una", "une", "ein", "eine", "um", "uma")
                        .contains(t.folded(k));
    }

    /** Whether what is the speaker's is a model or its name, and not its cat. */
    private boolean hasBetween(int from, int to) {
        for (int k = from; k < to; k++) {
            if (t.is(k, Cue.AI | Cue.TECH | Cue.AGENT | Cue.NAME)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reading copula(int e, int g) {
        if (t.is(next(e), Cue.POSSESSIVE) && !isModifier(e)) {
            return null;
        }
        if (t.alias(e).entity().homograph() && isIndefinite(e - 1) && !isModifier(e)) {
            return null;
        }
        if (t.is(g, Cue.SELF)) {
            return new Reading(nameOrMaker(e), denied || dropsPronoun() && t.is(g - 1, Cue.NEG), g, g, 1);
        }
        if (!t.is(g, Cue.FINITE)) {
            return of(nameOrMaker(e), g, g, e);
        }
        int k = g - 1;
        while (t.is(k, Cue.ADV | Cue.NEG | Cue.AUX | Cue.QUOTE | Cue.COMMA)) {
            denied |= t.is(k, Cue.NEG);
            k--;
        }
        if (t.is(k, Cue.SELF) && !t.is(k, Cue.NAMED)) {
            if (t.is(k - 1, Cue.BEHIND | Cue.DEV)) {
                return new Reading(Type.DEVELOPER, denied, k, g, 0.9);
            }
            return new Reading(nameOrMaker(e), denied, k, g, 0.95);
        }
        if (t.is(k, Cue.NAME)) {
            return new Reading(Type.NAME, denied, k, g, 1);
        }
        if (t.is(k, Cue.THISAI)) {
            return new Reading(nameOrMaker(e), denied, k, g, 0.7);
        }
        return ownNoun(k, g);
    }

    /** "My developer is", "the company that made me is", "the model I am based on is". */
    private @Nullable Reading ownNoun(int k, int g) {
        Type type = Type.PARENT;
        boolean found = false;
        for (int n = k; n >= 0 && k - n < 14; n--) {
            if (t.is(n, Cue.COMMA | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST | Cue.COLON) && !found) {
                return null;
            }
            if (t.is(n, Cue.PERSON)) {
                return null;
            }
            if (t.is(n, Cue.NEG)) {
                denied = true;
            }
            if (t.is(n, Cue.AGENT | Cue.TECH | Cue.AI | Cue.PLACE | Cue.DEV)) {
                type = nounType(n);
                found = true;
            }
            if (t.is(n, Cue.MY | Cue.OUR) && found) {
                return new Reading(type, denied, n, g, t.is(n, Cue.MY) ? 0.95 : 0.7);
            }
            if (t.is(n, Cue.THISAI) && (t.is(n - 1, Cue.OF | Cue.BEHIND | Cue.DEV) || t.is(n, Cue.BEHIND))) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.7);
            }
            if (t.is(n, Cue.SELF)) {
                boolean made = t.is(n - 1, Cue.DEV | Cue.BEHIND | Cue.OF);
                boolean noun = t.is(n - 1, Cue.AGENT | Cue.TECH | Cue.AI | Cue.NAME)
                        || t.is(n - 1, Cue.REL) && t.is(n - 2, Cue.AGENT | Cue.TECH | Cue.AI);
                return made || noun && !t.is(n, Cue.NAMED) ? new Reading(Type.DEVELOPER, denied, n, g, 0.9) : null;
            }
            if (t.is(n, Cue.THIRD | Cue.YOU | Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }

    private Type nounType(int n) {
        if (t.is(n, Cue.PLACE)) {
            return Type.LOCATION;
        }
        if (t.is(n, Cue.TECH | Cue.AI)) {
            return Type.ARCHITECTURE;
        }
        String word = t.folded(n);
        if (word.contains("team") || word.contains("engineer") || word.contains("researcher")) {
            return Type.TEAM;
        }
        return word.contains("parent") || word.contains("company") || word.contains("owner")
                ? Type.PARENT
                : Type.DEVELOPER;
    }

    private @Nullable Reading by(int e, int g) {
        int but = t.is(g - 1, Cue.ADV) ? g - 2 : g - 1;
        if (t.is(but, Cue.CONTRAST) && isCorrected(but)) {
            return new Reading(Type.DEVELOPER, false, corrected(but), g, 0.9);
        }
        for (int k = g - 1; k >= 0 && g - k <= 9; k--) {
            if (t.is(k, Cue.NEG)) {
                denied = true;
            }
            if (t.is(k, Cue.DEV | Cue.ARCH)) {
                return passive(e, k);
            }
            if (t.is(k, Cue.AI | Cue.PART) && k == g - 1) {
                return of(Type.DEVELOPER, g, k, e);
            }
            if (t.is(k, Cue.SELF | Cue.MY | Cue.STOP | Cue.SEMICOLON | Cue.REL | Cue.ENTITY | Cue.COLON)) {
                break;
            }
        }
        // the participle stands last: "wurde von X entwickelt"
        for (int k = e + 1; k < t.size() && k <= e + 6; k++) {
            if (t.is(k, Cue.DEV)) {
                return of(Type.DEVELOPER, k, g, e);
            }
            if (t.is(k, Cue.COMMA | Cue.STOP | Cue.SELF | Cue.CONTRAST)) {
                break;
            }
        }
        return null;
    }

    /** A participle at k with its maker at e. */
    private @Nullable Reading passive(int e, int k) {
        int first = k;
        while (t.is(first - 1, Cue.DEV | Cue.AND | Cue.ADV | Cue.COMMA)
                && (t.is(first - 1, Cue.DEV) || t.is(first - 2, Cue.DEV))) {
            first--;
        }
        Reading found = of(Type.DEVELOPER, k, first, e);
        if (found != null || subject.who() == Subject.Who.OTHER) {
            if (found == null && !denied && !subject.isDenied() && t.is(subject.at(), Cue.ENTITY)) {
                scar = subject.at();
            }
            return found;
        }
        boolean opens = first == 0
                || t.is(first - 1, Cue.STOP | Cue.COLON | Cue.COMMA | Cue.AS)
                || t.is(first - 1, Cue.ADV | Cue.BE) && first == 1;
        if (opens) {
            for (int n = e + 1; n < t.size() && n < e + 14; n++) {
                if (t.is(n, Cue.COMMA) && t.is(n + 1, Cue.SELF | Cue.MY)) {
                    return new Reading(Type.DEVELOPER, denied, n + 1, k, 0.9);
                }
                if (t.is(n, Cue.STOP)) {
                    break;
                }
            }
        }
        return null;
    }

    private @Nullable Reading from(int e, int g) {
        if (t.all(g - 1, Cue.BE | Cue.FINITE) && !t.is(g - 1, Cue.SELF)) {
            return ownNoun(g - 2, g);
        }
        if (t.is(g, Cue.PART)) {
            return of(
                    nameOrMaker(e) == Type.NAME && t.alias(e).entity().kind() != Lexicon.Kind.VENDOR
                            ? Type.NAME
                            : Type.DEVELOPER,
                    g,
                    g,
                    e);
        }
        int head = g - 1;
        while (t.is(head, Cue.WORD | Cue.ADV | Cue.QUOTE) && head > g - 4) {
            head--;
        }
        for (int n = g - 1; n >= 0 && g - n < 6; n--) {
            if (t.is(n, Cue.COMPARE)) {
                return null;
            }
        }
        if (t.is(head, Cue.AGENT)) {
            return agent(e, head);
        }
        if (t.is(head, Cue.ENTITY) && claimed[head] && t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return new Reading(Type.DEVELOPER, denied, head, g, 0.9);
        }
        if (t.is(head, Cue.AI | Cue.PART)) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            return of(vendor ? Type.DEVELOPER : Type.NAME, g, head, e);
        }
        if (t.is(g - 1, Cue.TECH)) {
            return noun(e, g - 1);
        }
        boolean here = t.is(g - 1, Cue.WORD) && t.folded(g - 1).equals("here") && t.is(next(e), Cue.COMMA);
        if (t.is(g - 1, Cue.WE) || here && t.is(next(e) + 1, Cue.WE)) {
            return t.folded(g).equals("at") && t.alias(e).entity().kind() == Lexicon.Kind.VENDOR
                    ? new Reading(Type.TEAM, denied, g, g, 0.6)
                    : null;
        }
        return farMaker(e, g);
    }

    /** "By the bright people at X", "forged in the depths of X": other words between the maker's mark and its place. */
    private @Nullable Reading farMaker(int e, int g) {
        for (int n = g - 1; n >= 0 && g - n < 10; n--) {
            if (t.is(n, Cue.SELF) && t.is(n - 1, Cue.DEV | Cue.BEHIND)) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.8);
            }
            if (t.is(n, Cue.BY)) {
                return by(e, n);
            }
            if (t.is(n, Cue.DEV)) {
                boolean inside = t.is(n + 1, Cue.PREP) && t.folded(n + 1).startsWith("in");
                return inside ? of(Type.DEVELOPER, n, n, e) : null;
            }
            if (t.is(n, Cue.COMMA) && !t.is(n + 1, Cue.AND) && !t.is(n + 1, Cue.AGENT | Cue.WORD)
                    || t.is(n, Cue.STOP | Cue.CONTRAST | Cue.REL | Cue.SEMICOLON | Cue.FINITE | Cue.SELF)) {
                return null;
            }
        }
        return null;
    }

    /** "As ChatGPT, I": a name; "as Google's model, I": a maker. */
    private @Nullable Reading as(int e, int g) {
        Reading same = kinship(e, g);
        if (same != null || !startsPhrase(e, g)) {
            return same;
        }
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        if (vendor && !isModifier(e)) {
            return null;
        }
        int head = next(e);
        if (t.is(head, Cue.POSSESSIVE)) {
            head++;
        }
        if (vendor) {
            for (int n = head; n < e + 5; n++) {
                if (t.is(n, Cue.ENTITY | Cue.AI)) {
                    return of(Type.DEVELOPER, g, e, e);
                }
            }
            return null;
        }
        return of(Type.NAME, g, e, e);
    }

    /** "Based on the same technology as X", "from the same company as X". */
    private @Nullable Reading kinship(int e, int g) {
        boolean noun = false;
        for (int k = g - 1; k >= 0 && g - k < 9; k--) {
            noun |= t.is(k, Cue.TECH | Cue.AGENT | Cue.AI | Cue.PART);
            if (t.is(k, Cue.SAME)) {
                return noun ? of(Type.KINSHIP, k, k, e) : null;
            }
        }
        return null;
    }

    /** Whether "as" opens a phrase in apposition, and compares nothing: "as X, I", "I, as X", not "as good as X" or "as X grows". */
    private boolean startsPhrase(int e, int g) {
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
        while (t.is(n, Cue.ENTITY | Cue.AI | Cue.ADV | Cue.QUOTE)) {
            n++;
        }
        return n >= t.size()
                || t.is(
                        n,
                        Cue.COMMA | Cue.OPEN | Cue.CLOSE | Cue.SELF | Cue.PREP | Cue.DASH | Cue.DEV | Cue.AND | Cue.MY
                                | Cue.COLON)
                || t.folded(n).equals("model");
    }

    private @Nullable Reading apposition(int e, int g) {
        if (t.is(g, Cue.COLON)) {
            int k = g - 1;
            return t.is(k, Cue.NAME)
                    ? new Reading(Type.NAME, denied, k, g, 0.9)
                    : t.is(k, Cue.AGENT) ? agent(e, k) : null;
        }
        int h = g - 1;
        while (t.is(h, Cue.QUOTE)) {
            h--;
        }
        boolean ownName = t.is(h, Cue.WORD) && t.folded(h).equals("name") && t.is(h - 2, Cue.MY);
        if (t.is(h, Cue.NAME) || ownName) {
            return new Reading(Type.NAME, denied, h, g, 0.95);
        }
        if (t.is(h, Cue.SELF) && !t.is(h, Cue.BE | Cue.NAMED) && closes(e)) {
            return new Reading(nameOrMaker(e), denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AGENT)) {
            return agent(e, h);
        }
        boolean behind = t.is(h, Cue.SELF | Cue.THISAI) && t.is(h - 1, Cue.BEHIND | Cue.DEV)
                || t.is(h - 1, Cue.MY) && t.is(h - 2, Cue.BEHIND);
        if (behind && closes(e)) {
            return new Reading(Type.DEVELOPER, denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AI) && endsInsertion(e)) {
            return of(t.alias(e).entity().kind() == Lexicon.Kind.VENDOR ? Type.DEVELOPER : Type.NAME, g, h, e);
        }
        return null;
    }

    /** Whether the mention is all of its clause: what follows is no verb that it would be the subject of. */
    private boolean endsInsertion(int e) {
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
    private boolean closes(int e) {
        for (int n = e + 1; n < t.size() && n < e + 14; n++) {
            if (t.is(n, Cue.COMMA | Cue.CLOSE | Cue.OPEN | Cue.DASH)) {
                return true;
            }
        }
        return false;
    }

    /** An AI noun or a technology right before the mention: "the language model ChatGPT". */
    private @Nullable Reading noun(int e, int g) {
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        for (int n = g; n >= 0 && g - n < 4; n--) {
            if (t.is(n, Cue.MY)) {
                return new Reading(Type.ARCHITECTURE, denied, n, g, 0.8);
            }
        }
        return vendor || t.is(g, Cue.TECH) ? null : of(Type.NAME, g, g, e);
    }

    /** Makers right before the mention: "my creators at", "by the company", "the team of". */
    private @Nullable Reading agent(int e, int g) {
        for (int n = g; n >= 0 && g - n < 15; n--) {
            if (t.is(n, Cue.MY)) {
                return new Reading(nounType(g), denied, n, g, 0.95);
            }
            if (t.is(n, Cue.OUR)) {
                boolean speaker = hasBetween(0, t.size()) && isSpeakerNear();
                return speaker ? new Reading(nounType(g), denied, n, g, 0.6) : null;
            }
            if (t.is(n, Cue.SELF) && t.is(n - 1, Cue.DEV | Cue.BEHIND)) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.9);
            }
            if (t.is(n, Cue.BY)) {
                return by(e, n);
            }
            if (t.is(n, Cue.DEV) && n == g - 1) {
                return passive(e, n);
            }
            if (t.is(n, Cue.OF) && n < g && t.is(n, Cue.PART)) {
                return of(Type.DEVELOPER, n, n, e);
            }
            if (t.is(n, Cue.THIRD | Cue.YOU | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST)) {
                return null;
            }
            if (t.all(n, Cue.BE | Cue.FINITE)) {
                return ownNoun(n - 1, n);
            }
        }
        return null;
    }

    /** The mention as subject: "X created me", "X is my maker", "X, the company behind me", "X to refer to me". */
    private @Nullable Reading right(int e) {
        int n = next(e);
        if (t.is(n, Cue.POSSESSIVE)) {
            return null;
        }
        if (t.is(n, Cue.DEV) && t.is(e - 1, Cue.REL) && t.is(e - 2, Cue.AI | Cue.PART)) {
            return of(Type.DEVELOPER, n, e - 1, e);
        }
        Reading object = object(e, n);
        if (object != null) {
            return object;
        }
        boolean no = t.is(e - 1, Cue.NEG);
        int owned = -9;
        int dev = -1;
        for (int k = n; k < t.size() && k < e + 26; k++) {
            if (t.is(k, Cue.NEG)) {
                no = true;
            }
            if (t.is(k, Cue.NAMED) && t.is(k, Cue.SELF) && k < e + 6) {
                return new Reading(Type.NAME, no, k, k, 0.9);
            }
            if (t.is(k, Cue.CONTRAST | Cue.SEMICOLON | Cue.STOP)) {
                return null;
            }
            if (t.is(k, Cue.DEV | Cue.BEHIND)) {
                dev = k;
            }
            if (t.all(k, Cue.BE | Cue.FINITE) || t.is(k, Cue.COMMA | Cue.OPEN | Cue.DASH | Cue.COLON)) {
                owned = k;
            }
            if (t.is(k, Cue.MY | Cue.NAME)) {
                return ownedBy(e, k, k - owned <= 2, dev, no);
            }
            if (t.is(k, Cue.THISAI)) {
                boolean made = t.is(k, Cue.BEHIND) || dev >= 0 && k - dev <= 3;
                return made ? new Reading(Type.DEVELOPER, no, k, k, 0.7) : null;
            }
            if (t.is(k, Cue.SELF)) {
                return t.is(k, Cue.BE) ? relative(k, no) : madeMe(k, dev, no);
            }
            if (t.is(k, Cue.YOU) || t.is(k, Cue.ENTITY) && !t.is(k - 1, Cue.AND | Cue.OPEN | Cue.COMMA)) {
                return null;
            }
        }
        return null;
    }

    /** The pronoun between: "X me creó", "X qui m'a créé", "mich X nennen". */
    private @Nullable Reading object(int e, int n) {
        int k = n;
        boolean no = false;
        while (t.is(k, Cue.REL | Cue.NEG | Cue.AUX | Cue.ADV)) {
            no |= t.is(k, Cue.NEG);
            k++;
        }
        if (t.is(k, Cue.NAMED) && t.is(e - 1, Cue.SELF)) {
            return new Reading(Type.NAME, no, e - 1, k, 0.95);
        }
        if (!t.is(k, Cue.SELF) || t.is(k, Cue.BE)) {
            return null;
        }
        int verb = k + 1;
        while (t.is(verb, Cue.AUX | Cue.ADV | Cue.NEG)) {
            no |= t.is(verb, Cue.NEG);
            verb++;
        }
        boolean finite = t.is(verb, Cue.DEV) && !t.language().equals("en");
        return finite ? new Reading(Type.DEVELOPER, no, k, verb, 0.95) : null;
    }

    private @Nullable Reading madeMe(int k, int dev, boolean no) {
        boolean subjectForm = t.is(k, Cue.ARCH) || SUBJECTS.contains(t.folded(k));
        if (subjectForm) {
            return null;
        }
        int reach = dev >= 0 && t.is(dev, Cue.BEHIND) ? 9 : 4;
        return dev >= 0 && k - dev <= reach && !t.is(dev + 1, Cue.BY)
                ? new Reading(Type.DEVELOPER, no, k, dev, 0.95)
                : null;
    }

    /** "X, which I am based on", "X and I am glad that they made me". */
    private @Nullable Reading relative(int k, boolean no) {
        boolean ends = k + 2 >= t.size() || t.is(k + 2, Cue.COMMA | Cue.CLOSE | Cue.STOP);
        if (t.is(k + 1, Cue.ARCH) && ends) {
            return new Reading(Type.ARCHITECTURE, no, k, k + 1, 0.9);
        }
        for (int n = k + 1; n + 2 < t.size() && n < k + 8; n++) {
            if (t.is(n, Cue.THIRD) && t.is(n + 1, Cue.DEV) && t.is(n + 2, Cue.SELF) && !t.is(n + 2, Cue.BE)) {
                return new Reading(Type.DEVELOPER, no, n + 2, n + 1, 0.8);
            }
        }
        return null;
    }

    private @Nullable Reading ownedBy(int e, int k, boolean near, int dev, boolean no) {
        if (t.is(k, Cue.NAME)) {
            return near ? new Reading(Type.NAME, no, k, k, 0.9) : null;
        }
        boolean maker = near && (t.is(k + 1, Cue.AGENT | Cue.NAME) || t.is(k + 2, Cue.AGENT) && k - e < 8);
        boolean charge = dev >= 0 && t.is(dev, Cue.BEHIND) && k - dev <= 4;
        boolean direct =
                t.is(k - 1, Cue.DEV) && (t.is(k + 1, Cue.TECH | Cue.AI | Cue.DEV) || t.is(k + 2, Cue.TECH | Cue.AI))
                        || t.is(k - 1, Cue.OF) && t.is(k - 2, Cue.AGENT);
        return maker || charge || direct ? new Reading(Type.DEVELOPER, no, k, k, 0.9) : null;
    }

    /** "I must follow X's policy", "it breaks X's rules": the speaker bound by them. */
    private @Nullable Reading policy(int e) {
        int n = next(e);
        if (t.is(n, Cue.POSSESSIVE)) {
            n++;
        }
        int limit = n + 4;
        while (n < limit && t.is(n, Cue.WORD | Cue.ADV | Cue.AND)) {
            n++;
        }
        if (!t.is(n, Cue.POLICY)) {
            return null;
        }
        int g = skipBack(e - 1);
        for (int k = g; k >= 0; k--) {
            if (t.is(k, Cue.SELF | Cue.MY)) {
                return new Reading(Type.POLICY, false, k, n, 0.8);
            }
            if (t.is(k, Cue.YOU | Cue.THIRD) && !t.is(k, Cue.AUX) && k < g - 2 || t.is(k, Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }
}
