package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Frames in which what stands left of a mention says that it made the speaker: by, from, at, whose team. */
final class MakerFrames {
    private final Tokens t;
    private final boolean[] claimed;
    private final Phrases phrases;
    private final Subject subject;
    private final Leftward walk;

    MakerFrames(Tokens tokens, boolean[] claimed, Phrases phrases, Subject subject, Leftward walk) {
        this.t = tokens;
        this.claimed = claimed;
        this.phrases = phrases;
        this.subject = subject;
        this.walk = walk;
    }

    /** The speaker as the object of the verb right after it, or -1: "me creó X", "меня разработали в X", "mich entwickelte X". */
    int madeMe(int verb) {
        int me = verb - 1;
        while (t.is(me, Cue.AUX) && !t.is(me, Cue.SELF)) {
            me--;
        }
        boolean made = t.is(verb, Cue.DEV) && t.is(me, Cue.SELF) && !t.is(me, Cue.BE) && t.has(me, Trait.OBJECT);
        return made ? me : -1;
    }

    @Nullable
    Reading by(int e, int g) {
        int but = t.is(g - 1, Cue.ADV) ? g - 2 : g - 1;
        if (t.is(but, Cue.CONTRAST) && phrases.isCorrected(but)) {
            return new Reading(Type.DEVELOPER, false, phrases.corrected(but), g, 0.9);
        }
        for (int k = g - 1; k >= 0 && g - k <= 9; k--) {
            if (t.is(k, Cue.NEG) || phrases.isNor(k)) {
                walk.denied = true;
            }
            if (t.is(k, Cue.DEV | Cue.ARCH)) {
                boolean object = t.is(k + 1, Cue.DET) && k + 1 < g && !t.is(k, Cue.ARCH);
                return object && t.language().equals("en") ? null : passive(e, k); // "offered a position by"
            }
            if (t.is(k, Cue.WORK) && !t.is(k, Cue.PART)) {
                break; // "the assistant that I use comes from X"
            }
            if (t.is(k, Cue.AI | Cue.PART) && (k == g - 1 || t.is(k, Cue.PART) && t.is(k + 1, Cue.OF))) {
                return walk.of(Type.DEVELOPER, g, k, e); // "the result of work by X"
            }
            if (t.is(k, Cue.SELF) && t.is(k, Cue.BE) && t.is(k - 1, Cue.DEV)) {
                return new Reading(Type.DEVELOPER, walk.denied || t.is(k, Cue.NEG), k, g, 0.95);
            }
            if (t.is(k, Cue.SELF | Cue.MY | Cue.STOP | Cue.SEMICOLON | Cue.REL | Cue.ENTITY | Cue.COLON)) {
                break;
            }
        }
        return t.language().equals("de") ? participleLast(e, g) : null;
    }

    /** "Wurde von X entwickelt", "wurde bei X trainiert": the participle stands last. */
    private @Nullable Reading participleLast(int e, int g) {
        for (int k = e + 1; k < t.size() && k <= e + 12; k++) {
            if (t.is(k, Cue.DEV)) {
                return made(k, g, e);
            }
            boolean corrects = walk.denied && (t.is(k, Cue.CONTRAST) || t.is(k + 1, Cue.CONTRAST));
            if (t.is(k, Cue.COMMA | Cue.STOP | Cue.SELF | Cue.CONTRAST) && !corrects) {
                break;
            }
        }
        return null;
    }

    /** What is made, left of {@code from}: the speaker, or a product whose maker the mention is said to be. */
    private @Nullable Reading made(int cue, int from, int e) {
        Reading found = walk.of(Type.DEVELOPER, cue, from, e);
        boolean other = found == null && subject.who() == Subject.Who.OTHER && t.is(subject.at(), Cue.ENTITY);
        if (other && !walk.denied && !subject.isDenied()) {
            walk.scar = subject.at();
        }
        return found;
    }

    /** A participle at k with its maker at e. */
    @Nullable
    Reading passive(int e, int k) {
        int first = k;
        while (t.is(first - 1, Cue.DEV | Cue.AND | Cue.ADV | Cue.COMMA)
                && (t.is(first - 1, Cue.DEV) || t.is(first - 2, Cue.DEV))) {
            first--;
        }
        Reading found = made(k, first, e);
        if (found != null || subject.who() == Subject.Who.OTHER) {
            return found;
        }
        boolean opens = first == 0
                || t.is(first - 1, Cue.STOP | Cue.COLON | Cue.COMMA | Cue.AS)
                || t.is(first - 1, Cue.ADV | Cue.BE) && first == 1;
        if (opens) {
            for (int n = e + 1; n < t.size() && n < e + 14; n++) {
                if (t.is(n, Cue.COMMA) && t.is(n + 1, Cue.SELF | Cue.MY)) {
                    return new Reading(Type.DEVELOPER, walk.denied, n + 1, k, 0.9);
                }
                if (t.is(n, Cue.STOP)) {
                    break;
                }
            }
        }
        return null;
    }

    @Nullable
    Reading from(int e, int g) {
        if (t.all(g - 1, Cue.BE | Cue.FINITE) && !t.is(g - 1, Cue.SELF)) {
            boolean passive = t.language().equals("de") && t.folded(g - 1).startsWith("wurde"); // "wurde von X gekauft"
            return passive ? participleLast(e, g) : walk.ownNoun(g - 2, g);
        }
        boolean passive = t.language().equals("de")
                && t.all(g - 1, Cue.SELF | Cue.BE)
                && t.folded(g - 1).endsWith("wurde");
        Reading last = passive ? participleLast(e, g) : null; // "ich wurde bei X entwickelt"
        if (last != null) {
            return last;
        }
        if (t.is(g, Cue.PART)) {
            return walk.of(
                    phrases.nameOrMaker(e) == Type.NAME && t.alias(e).entity().kind() != Lexicon.Kind.VENDOR
                            ? Type.NAME
                            : Type.DEVELOPER,
                    g,
                    g,
                    e);
        }
        int head = g - 1;
        while (t.is(head, Cue.WORD | Cue.ADV | Cue.QUOTE | Cue.DEV)
                && !t.is(head, Cue.PART | Cue.AGENT)
                && head > g - 4) {
            head--;
        }
        if (head < g - 1 && t.is(head, Cue.OF) && t.is(head - 1, Cue.PART)) {
            head--; // "the fruit of the work of X"
        }
        for (int n = g - 1; n >= 0 && g - n < 6; n--) {
            if (t.is(n, Cue.COMPARE) && !t.is(n, Cue.AS)) {
                return null;
            }
        }
        boolean another = t.dropsPronoun() && t.is(g - 2, Cue.ENTITY) && !claimed[g - 2]; // "el Bard era de X"
        if (t.is(g - 1, Cue.SELF) && t.is(g - 1, Cue.BE) && t.has(g, Trait.ORIGIN) && !another) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            boolean no = walk.denied || t.is(g - 1, Cue.NEG) || t.dropsPronoun() && t.is(g - 2, Cue.NEG);
            double confidence = walk.has(0, g, Cue.ENTITY) ? 0.9 : 0.8; // "X is Y's, but I am Z's"
            return vendor && !t.is(phrases.next(e), Cue.WORD)
                    ? new Reading(Type.DEVELOPER, no, g - 1, g, confidence)
                    : null;
        }
        if (t.is(head, Cue.COMMA) && head == g - 1 && t.is(head - 1, Cue.AGENT)) {
            head--; // "my developers, at X, ..."
        }
        if (t.is(head, Cue.AGENT)) {
            Reading maker = agent(e, head);
            return maker != null ? maker : farMaker(e, g);
        }
        if (t.is(head, Cue.ENTITY) && claimed[head] && t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return new Reading(Type.DEVELOPER, walk.denied, head, g, 0.9);
        }
        if (t.is(head, Cue.AI | Cue.PART)) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            return walk.of(vendor ? Type.DEVELOPER : Type.NAME, g, head, e);
        }
        if (t.is(g - 1, Cue.TECH)) {
            return noun(e, g - 1);
        }
        boolean here = t.has(g - 1, Trait.HERE) && t.folded(g - 1).equals("here") && t.is(phrases.next(e), Cue.COMMA);
        if (t.is(g - 1, Cue.WE) || here && t.is(phrases.next(e) + 1, Cue.WE)) {
            return t.folded(g).equals("at") && t.alias(e).entity().kind() == Lexicon.Kind.VENDOR
                    ? new Reading(Type.TEAM, walk.denied, g, g, 0.6)
                    : null;
        }
        return farMaker(e, g);
    }

    /** "By the bright people at X", "forged in the depths of X": other words between the maker's mark and its place. */
    private @Nullable Reading farMaker(int e, int g) {
        for (int n = g - 1; n >= 0 && g - n < 10; n--) {
            if (t.is(n, Cue.SELF) && t.is(n - 1, Cue.DEV | Cue.BEHIND)) {
                return new Reading(Type.DEVELOPER, walk.denied, n, g, 0.8);
            }
            if (t.is(n, Cue.BY)) {
                boolean gift = t.folded(g).equals("from")
                        && !walk.has(n, g, Cue.AGENT | Cue.PERSON | Cue.AI); // "by a grant from X"
                return gift ? null : by(e, n);
            }
            if (t.is(n, Cue.DEV)) {
                boolean inside = t.is(n + 1, Cue.PREP) && t.folded(n + 1).startsWith("in");
                boolean at = n == g - 1 && t.folded(g).equals("at") && !t.has(n, Trait.UNDERGONE); // "built at X"
                return inside || at ? walk.of(Type.DEVELOPER, n, n, e) : null;
            }
            if (t.is(n, Cue.COMMA) && !t.is(n + 1, Cue.AND) && !t.is(n + 1, Cue.AGENT | Cue.WORD)
                    || t.is(n, Cue.STOP | Cue.CONTRAST | Cue.REL | Cue.SEMICOLON | Cue.FINITE | Cue.SELF)) {
                return null;
            }
        }
        return null;
    }

    /** Makers right before the mention: "my creators at", "by the company", "the team of". */
    @Nullable
    Reading agent(int e, int g) {
        for (int n = g; n >= 0 && g - n < 15; n--) {
            if (t.is(n, Cue.PERSON) && !t.is(n, Cue.AGENT | Cue.LIFE)) {
                return null;
            }
            if (t.is(n, Cue.MY)) {
                return new Reading(phrases.nounType(g), walk.denied, n, g, 0.95);
            }
            if (t.is(n, Cue.OUR)) {
                boolean speaker = phrases.hasBetween(0, t.size()) && phrases.isSpeakerNear();
                return speaker ? new Reading(phrases.nounType(g), walk.denied, n, g, 0.6) : null;
            }
            if (t.is(n, Cue.SELF) && (t.is(n, Cue.BEHIND) || t.is(n - 1, Cue.DEV | Cue.BEHIND))) {
                return new Reading(Type.DEVELOPER, walk.denied, n, g, 0.9);
            }
            if (t.is(n, Cue.BY)) {
                return by(e, n);
            }
            int object = madeMe(n);
            if (object >= 0) {
                return new Reading(Type.TEAM, walk.denied || t.is(object - 1, Cue.NEG), object, n, 0.9);
            }
            if (t.is(n, Cue.DEV) && n == g - 1) {
                return passive(e, n);
            }
            if (t.is(n, Cue.BELONG) && !t.is(n, Cue.PART | Cue.OF)) {
                return walk.of(Type.DEVELOPER, n, n, e); // "came out of a lab called X"
            }
            if (t.is(n, Cue.PART) && n == g - 1 && t.language().equals("ru")) {
                return walk.of(Type.DEVELOPER, n, n, e); // "a work of the company X", by case alone
            }
            if (t.is(n, Cue.OF) && n < g && t.is(n, Cue.PART)) {
                return walk.of(Type.DEVELOPER, n, n, e);
            }
            if (t.is(n, Cue.OF) && n < g && t.is(n - 1, Cue.PART | Cue.AI)) {
                return walk.of(Type.DEVELOPER, n, n - 1, e);
            }
            if (t.is(n, Cue.THIRD | Cue.YOU | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST)) {
                return null;
            }
            if (t.all(n, Cue.BE | Cue.FINITE)) {
                return walk.ownNoun(n - 1, n);
            }
        }
        return null;
    }

    /** An AI noun or a technology right before the mention: "the language model ChatGPT". */
    @Nullable
    Reading noun(int e, int g) {
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        for (int n = g; n >= 0 && g - n < 4; n--) {
            if (t.is(n, Cue.MY)) {
                return new Reading(Type.ARCHITECTURE, walk.denied, n, g, 0.8);
            }
        }
        return vendor || t.is(g, Cue.TECH) ? null : walk.of(Type.NAME, g, g, e);
    }
}
