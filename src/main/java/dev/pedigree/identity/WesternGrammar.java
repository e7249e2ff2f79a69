package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Claims in languages that write words apart and put the verb between its subject and what is said of it. */
final class WesternGrammar {
    private static final long SKIPPED = Cue.DET | Cue.ADV | Cue.QUOTE | Cue.AUX;

    private final Tokens t;
    private final boolean[] claimed;
    private final Subject subject;
    private boolean denied;
    private int place;

    WesternGrammar(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.claimed = claimed;
        this.subject = new Subject(tokens, claimed);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        denied = false;
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
            return null;
        }
        if (t.is(g, Cue.BE)) {
            return copula(e, g);
        }
        if (t.is(g, Cue.ARCH)) {
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
        return new Reading(type, denied ^ subject.isDenied(), subject.at(), cue, subject.confidence());
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
        return of(Type.NAME, g, g, e);
    }

    private @Nullable Reading copula(int e, int g) {
        if (t.is(next(e), Cue.POSSESSIVE) && !isModifier(e)) {
            return null;
        }
        if (t.is(g, Cue.SELF)) {
            return new Reading(nameOrMaker(e), denied, g, g, 1);
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

    /** "My developer is", "the company that made me is", "the model behind me is". */
    private @Nullable Reading ownNoun(int k, int g) {
        Type type = Type.PARENT;
        boolean found = false;
        for (int n = k; n >= 0 && k - n < 14; n--) {
            if (t.is(n, Cue.COMMA | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST | Cue.COLON) && !found) {
                return null;
            }
            if (t.is(n, Cue.NEG)) {
                denied = true;
            }
            if (t.is(n, Cue.AGENT | Cue.TECH | Cue.AI | Cue.PLACE)) {
                type = nounType(n);
                found = true;
            }
            if (t.is(n, Cue.MY | Cue.OUR) && found) {
                return new Reading(type, denied, n, g, t.is(n, Cue.MY) ? 0.95 : 0.7);
            }
            if (t.is(n, Cue.SELF) && n < k && t.is(n + 1, Cue.POSSESSIVE)) {
                return new Reading(type, denied, n, g, 0.9);
            }
            if (t.is(n, Cue.SELF) && t.is(n - 1, Cue.DEV | Cue.BEHIND | Cue.OF)) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.9);
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
        if (t.is(head, Cue.AGENT)) {
            return agent(e, head);
        }
        if (t.is(head, Cue.AI | Cue.PART)) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            return of(vendor ? Type.DEVELOPER : Type.NAME, g, head, e);
        }
        if (t.is(g - 1, Cue.TECH)) {
            return noun(e, g - 1);
        }
        if (t.is(g - 1, Cue.WE) || t.is(next(e), Cue.WE) || t.is(next(e), Cue.COMMA) && t.is(next(e) + 1, Cue.WE)) {
            return t.folded(g).equals("at") && t.alias(e).entity().kind() == Lexicon.Kind.VENDOR
                    ? new Reading(Type.TEAM, denied, g, g, 0.6)
                    : null;
        }
        return null;
    }

    /** "As ChatGPT, I": a name; "as Google's model, I": a maker. */
    private @Nullable Reading as(int e, int g) {
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
                    return of(Type.DEVELOPER, g, n, e);
                }
            }
            return null;
        }
        return of(Type.NAME, g, e, e);
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
        if (t.is(h, Cue.NAME)) {
            return new Reading(Type.NAME, denied, h, g, 0.95);
        }
        if (t.is(h, Cue.SELF) && !t.is(h, Cue.BE | Cue.NAMED) && closes(e)) {
            return new Reading(nameOrMaker(e), denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AGENT)) {
            return agent(e, h);
        }
        if (t.is(h, Cue.AI)) {
            return of(t.alias(e).entity().kind() == Lexicon.Kind.VENDOR ? Type.DEVELOPER : Type.NAME, g, h, e);
        }
        return null;
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
        return vendor ? null : of(Type.NAME, g, g, e);
    }

    /** Makers right before the mention: "my creators at", "by the company", "the team of". */
    private @Nullable Reading agent(int e, int g) {
        for (int n = g; n >= 0 && g - n < 10; n--) {
            if (t.is(n, Cue.MY)) {
                return new Reading(nounType(g), denied, n, g, 0.95);
            }
            if (t.is(n, Cue.OUR)) {
                return new Reading(nounType(g), denied, n, g, 0.6);
            }
            if (t.is(n, Cue.SELF) && t.is(n - 1, Cue.DEV | Cue.BEHIND)) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.9);
            }
            if (t.is(n, Cue.BY)) {
                return by(e, n);
            }
            if (t.is(n, Cue.OF) && n < g && t.is(n, Cue.PART)) {
                return of(Type.DEVELOPER, n, n, e);
            }
            if (t.is(n, Cue.THIRD | Cue.YOU | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST)) {
                return null;
            }
            if (t.all(n, Cue.BE | Cue.FINITE)) {
                return null;
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
        boolean no = false;
        boolean owned = false;
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
            if (t.is(k, Cue.DEV | Cue.BEHIND | Cue.AUX) && !t.is(k, Cue.BE)) {
                dev = t.is(k, Cue.DEV | Cue.BEHIND) ? k : dev;
            }
            if (t.all(k, Cue.BE | Cue.FINITE) || t.is(k, Cue.COMMA | Cue.OPEN | Cue.DASH)) {
                owned = true;
            }
            if (t.is(k, Cue.SELF) && !t.is(k, Cue.BE | Cue.NAMED)) {
                return dev >= 0 && k - dev <= 4 && !t.is(dev + 1, Cue.BY)
                        ? new Reading(Type.DEVELOPER, no, k, dev, 0.95)
                        : null;
            }
            if (t.is(k, Cue.MY)) {
                boolean maker = owned && (t.is(k + 1, Cue.AGENT | Cue.NAME) || t.is(k + 2, Cue.AGENT));
                boolean charge = dev >= 0 && t.is(dev, Cue.BEHIND) && k - dev <= 4;
                boolean direct = t.is(k - 1, Cue.DEV) && t.is(k + 1, Cue.TECH | Cue.AI);
                if (maker || charge || direct) {
                    return new Reading(Type.DEVELOPER, no, k, k, 0.9);
                }
                return null;
            }
            if (t.is(k, Cue.SELF | Cue.YOU) || t.is(k, Cue.ENTITY) && !t.is(k - 1, Cue.AND | Cue.OPEN | Cue.COMMA)) {
                return null;
            }
            if (t.is(k, Cue.NAME)) {
                return owned ? new Reading(Type.NAME, no, k, k, 0.9) : null;
            }
        }
        return null;
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
