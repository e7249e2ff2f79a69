package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * Claims in languages that write words apart and put the verb between its subject and what is said of it. One file, since the readings
 * call each other and share what they know of the denial so far.
 */
final class WesternGrammar {
    private static final int INSERTION = 8; // tokens between two commas
    private static final long SAID_OF_SOMEBODY =
            Cue.SELF | Cue.MY | Cue.ENTITY | Cue.DEV | Cue.AGENT | Cue.AI | Cue.NEG;
    private static final long SKIPPED = Cue.DET | Cue.ADV | Cue.QUOTE | Cue.AUX | Cue.SAME;

    private final Tokens t;
    private final boolean[] claimed;
    private final Phrases phrases;
    private final MentionAsSubject mention;
    private final Subject subject;
    private final Relations relations;
    private final OpenVerbs verbs;
    private boolean denied;
    private boolean corrected; // whether what was denied before is taken back by a "but"
    private int scar = -1;

    WesternGrammar(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.claimed = claimed;
        this.phrases = new Phrases(tokens, claimed);
        this.subject = new Subject(tokens, claimed);
        this.mention = new MentionAsSubject(tokens, phrases, subject);
        this.relations = new Relations(tokens, claimed, phrases);
        this.verbs = new OpenVerbs(tokens, phrases, subject);
        subject.resolveWhose();
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        denied = false;
        corrected = false;
        scar = -1;
        Reading left = left(e, e);
        if (left != null) {
            return meant(left, e);
        }
        denied = false;
        Reading right = mention.right(e);
        if (right != null) {
            return meant(right, e);
        }
        Reading greeting = Greeting.read(t, e);
        if (greeting != null) {
            return greeting;
        }
        Reading rule = mention.policy(e);
        Reading tied = rule != null ? rule : meant(relations.read(e), e);
        Reading what = tied != null ? tied : meant(Predicate.read(t, e), e);
        Reading open = what != null ? what : meant(verbs.read(e), e);
        return open != null ? open : Counterpart.read(t, e);
    }

    /** The reading, or null where the speaker does something with a model or belongs to those who make one, and is none. */
    private @Nullable Reading meant(@Nullable Reading reading, int e) {
        if (reading == null) {
            return null;
        }
        Type type = reading.type();
        boolean made = type == Type.DEVELOPER || type == Type.ARCHITECTURE || type == Type.NAME;
        boolean object = made && Doer.isDoer(t, reading, e);
        boolean member = (made || type == Type.PARENT) && Members.isMember(t, phrases, reading.subject(), e);
        boolean caused = type == Type.DEVELOPER && Members.isCausative(t, reading.cue(), reading.subject());
        boolean owned = t.is(reading.subject(), Cue.MY) && phrases.isPersonal(reading.subject(), e);
        if (object || member || caused || owned) {
            return null;
        }
        boolean front = phrases.isDeniedInFront(Math.min(e, Math.max(0, reading.subject()))) || phrases.isNorBefore(e);
        return reading.denied() || !front
                ? reading
                : new Reading(type, true, reading.subject(), reading.cue(), reading.confidence());
    }

    /** The product that the last mention read is said to be the maker of, or -1. */
    int product() {
        return scar;
    }

    /** Reads what stands before a noun phrase; {@code e} is the mention, {@code np} the phrase's first token seen so far. */
    private @Nullable Reading left(int e, int np) {
        int g = skipBack(np - 1);
        if (t.is(g, Cue.COMMA) && t.is(g - 1, Cue.BY | Cue.OF)) {
            g--; // "neither made nor trained by, X"
        }
        if (g < 0) {
            return null;
        }
        if (t.has(g, Trait.INTRO)) {
            boolean opens = g == 0
                    || t.is(g - 1, Cue.COMMA | Cue.STOP | Cue.COLON | Cue.DASH | Cue.QUOTE)
                    || t.has(g - 1, Trait.INSIDE);
            return opens ? new Reading(phrases.nameOrMaker(e), denied, g, g, 0.9) : null;
        }
        if (t.is(g, Cue.EXPLETIVE) && t.folded(g).equals("c'est")) {
            return topic(t.is(g - 1, Cue.COMMA) ? g - 2 : g - 1, g);
        }
        boolean announced = g == 0 && t.has(g, Trait.HERE) && phrases.endsInsertion(e); // "Aquí X, ¿qué necesitas?"
        if (announced && t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return new Reading(Type.NAME, denied, g, g, 0.9);
        }
        if (t.all(g, Cue.BEHIND | Cue.SELF)) {
            return new Reading(Type.DEVELOPER, denied, g, g, 0.9);
        }
        if (t.is(g, Cue.NAMED)) {
            return named(e, g);
        }
        if (t.is(g, Cue.SELF) && !t.is(g, Cue.BE)) {
            if (t.language().equals("ru") && t.folded(g).equals("\u044f")) {
                return new Reading(phrases.nameOrMaker(e), denied, g, g, 0.95);
            }
        }
        if (t.all(g, Cue.NAME | Cue.BE)) {
            return new Reading(Type.NAME, denied, g, g, 0.9);
        }
        if (t.is(g, Cue.BE)) {
            return copula(e, g);
        }
        if (t.is(g, Cue.ARCH)) {
            if (t.is(g, Cue.SELF) ? isUse(g) : Doer.isUseVerb(t, g)) {
                boolean base = phrases.isModifier(e) || has(0, g, Cue.AI | Cue.TECH);
                if (!t.is(g, Cue.SELF)) {
                    return base ? of(Type.ARCHITECTURE, g, g, e) : null;
                }
                return base ? new Reading(Type.ARCHITECTURE, denied, g, g, 0.7) : null;
            }
            if (t.is(g, Cue.SELF)) {
                return new Reading(Type.ARCHITECTURE, denied || t.is(g - 1, Cue.NEG), g, g, 0.9);
            }
            return of(Type.ARCHITECTURE, g, g, e);
        }
        int verb = t.is(g, Cue.OF | Cue.BY) ? g - 1 : g;
        if (verb < g && t.is(verb, Cue.NEG) && t.is(verb - 1, Cue.DEV)) {
            denied = true; // "made me not at X"
            verb--;
        }
        int object = madeMe(verb);
        if (object >= 0) {
            return new Reading(Type.DEVELOPER, denied || t.is(object - 1, Cue.NEG), object, verb, 0.95);
        }
        Reading made = t.is(g, Cue.BY) ? by(e, g) : null;
        if (made != null || t.is(g, Cue.BY) && !t.is(g, Cue.OF)) {
            return made;
        }
        if (t.is(g, Cue.OF)) {
            return from(e, g);
        }
        if (t.is(g, Cue.PREP) && t.folded(g).equals("in") && t.is(phrases.next(e), Cue.PART)) {
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
        if (t.is(g, Cue.PART) && t.language().equals("ru")) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            return of(vendor ? Type.DEVELOPER : Type.NAME, g, g, e);
        }
        if (t.is(g, Cue.PART) && t.is(g - 1, Cue.DET | Cue.OF)) {
            return left(e, g); // "de la famille X"
        }
        if (t.is(g, Cue.MY) && t.is(phrases.next(e), Cue.AGENT | Cue.TECH | Cue.AI | Cue.POSSESSIVE)) {
            return new Reading(Type.DEVELOPER, denied, g, g, 0.9);
        }
        if (t.is(g, Cue.DEV) && t.is(g - 1, Cue.DET) && !t.language().equals("de")) {
            return left(e, g); // "a fine-tuned X"
        }
        if (t.is(g, Cue.DEV) && !t.is(g, Cue.FINITE)) {
            return t.language().equals("ru") || t.language().equals("de") ? passive(e, g) : null;
        }
        boolean progressive = // "I've been following X", but "I'm running X"
                g >= 0 && t.language().equals("en") && t.folded(g).endsWith("ing") && !t.is(g, Cue.HOST);
        if (t.is(g, Cue.WORD)
                && !t.is(g, Cue.CAPITAL)
                && !progressive
                && t.is(skipBack(g - 1), Cue.BE | Cue.BY | Cue.AGENT | Cue.PART)) {
            return left(e, g);
        }
        return null;
    }

    /** "Mon nom, c'est X", "mon créateur, c'est X": the noun first and taken up again. */
    private @Nullable Reading topic(int noun, int g) {
        return t.is(noun, Cue.NAME) ? new Reading(Type.NAME, denied, noun, g, 0.95) : ownNoun(noun, g);
    }

    private boolean has(int from, int to, long bits) {
        for (int k = from; k < to; k++) {
            if (t.is(k, bits)) {
                return true;
            }
        }
        return false;
    }

    /** "I use X": a tool as well as a base. */
    private boolean isUse(int g) {
        return t.has(g, Trait.OWN_USE) || t.has(g, Trait.OWN_BASE);
    }

    /** The speaker as the object of the verb right after it, or -1: "me creó X", "меня разработали в X", "mich entwickelte X". */
    private int madeMe(int verb) {
        int me = verb - 1;
        while (t.is(me, Cue.AUX) && !t.is(me, Cue.SELF)) {
            me--;
        }
        boolean made = t.is(verb, Cue.DEV) && t.is(me, Cue.SELF) && !t.is(me, Cue.BE) && t.has(me, Trait.OBJECT);
        return made ? me : -1;
    }

    /** Steps over articles, adverbs, quotes, possessors and the other members of a list. */
    private int skipBack(int i) {
        int k = i;
        while (k >= 0) {
            if (t.is(k, Cue.NEG) && !t.is(k, Cue.BE)) {
                denied = true;
                k--;
            } else if (phrases.endsSpeech(k)) {
                return -1; // "I'm …" X began
            } else if (t.is(k, SKIPPED) && !t.is(k, Cue.BE | Cue.NAMED | Cue.SELF)) {
                k--;
            } else if (t.is(k, Cue.POSSESSIVE) && (t.is(k - 1, Cue.ENTITY) || isNation(k - 1))) {
                k -= 2;
            } else if (t.is(k, Cue.ENTITY) && k == i) {
                k--;
            } else if (t.is(k, Cue.CONTRAST) && phrases.isCorrected(k)) {
                k = phrases.corrected(k) - 1;
                while (t.is(k, Cue.NEG | SKIPPED)) {
                    k--;
                }
                denied = false;
                corrected = true;
            } else if (t.is(k, Cue.AND) && phrases.isItem(k - 1)) {
                k = phrases.itemStart(k - 1) - 1;
            } else if (t.is(k, Cue.COMMA)
                    && (t.is(k - 1, Cue.QUOTE) || t.is(k + 1, Cue.QUOTE))
                    && phrases.isItem(k - 1)) {
                k = phrases.itemStart(k - 1) - 1;
            } else {
                break;
            }
        }
        return k;
    }

    /** "China's": a land or town, which owns no model. */
    private boolean isNation(int k) {
        return t.all(k, Cue.WORD | Cue.CAPITAL) && Grammar.instance().signs().isConcept(t.folded(k));
    }

    private @Nullable Reading of(Type type, int cue, int from, int e) {
        subject.before(from);
        if (!subject.isSpeaker()) {
            return null;
        }
        return new Reading(type, denied || subject.isDenied(), subject.at(), cue, subject.confidence());
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
        if (t.is(head, Cue.FINITE) && !t.is(head, Cue.SELF) && t.is(head - 1, Cue.SELF) && t.is(head - 2, Cue.DEV)) {
            return ownNoun(head - 1, g); // "the start-up that built me is called X"
        }
        Reading found = of(Type.NAME, g, g, e);
        if (found == null && t.is(g, Cue.REL | Cue.NAMED) && t.is(g - 1, Cue.DEV)) {
            found = ownNoun(g - 1, g);
        }
        return found != null && t.is(found.subject(), Cue.MY) && !phrases.hasBetween(found.subject(), g) ? null : found;
    }

    private @Nullable Reading copula(int e, int g) {
        boolean whose = t.is(phrases.next(e), Cue.POSSESSIVE) && !phrases.isModifier(e);
        boolean ends = t.is(phrases.next(e) + 1, Cue.STOP | Cue.COMMA) || phrases.next(e) + 1 >= t.size();
        if (whose && !(ends && t.all(g, Cue.SELF | Cue.BE))) {
            return null; // but "I am X's."
        }
        if (phrases.isIndefinite(e - 1) && t.is(phrases.next(e), Cue.WORD | Cue.PERSON) && !phrases.isModifier(e)) {
            return null; // "a Microsoft partner"
        }
        if (t.alias(e).entity().homograph() && phrases.isIndefinite(e - 1) && !phrases.isModifier(e)) {
            return null;
        }
        if (t.is(g, Cue.SELF)) {
            return new Reading(
                    phrases.nameOrMaker(e),
                    denied || !corrected && (t.is(g, Cue.NEG) || t.dropsPronoun() && t.is(g - 1, Cue.NEG)),
                    g,
                    g,
                    1);
        }
        if (!t.is(g, Cue.FINITE)) {
            return of(phrases.nameOrMaker(e), g, g, e);
        }
        denied |= t.is(g, Cue.NEG);
        int k = beforeInsertion(g - 1);
        while (t.is(k, Cue.ADV | Cue.NEG | Cue.AUX | Cue.QUOTE | Cue.COMMA)) {
            denied |= t.is(k, Cue.NEG);
            k--;
        }
        if (t.is(k, Cue.SELF) && !t.is(k, Cue.NAMED)) {
            if (t.is(k - 1, Cue.BEHIND | Cue.DEV)) {
                return new Reading(Type.DEVELOPER, denied, k, g, 0.9);
            }
            return t.has(k, Trait.OBJECT) ? ownNoun(k, g) : new Reading(phrases.nameOrMaker(e), denied, k, g, 0.95);
        }
        boolean again = t.is(k, Cue.THIRD) && !t.has(k, Trait.HUMAN) && t.is(k - 1, Cue.COMMA | Cue.DASH | Cue.COLON);
        if (again && t.is(k - 2, Cue.AGENT)) {
            return ownNoun(k - 2, g); // "my makers, they are X"
        }
        if (t.is(k, Cue.NAME) || t.all(k, Cue.NAMED | Cue.SELF)) {
            return new Reading(Type.NAME, denied, k, g, 1);
        }
        if (t.is(k, Cue.THISAI)) {
            return new Reading(phrases.nameOrMaker(e), denied, k, g, 0.7);
        }
        return ownNoun(k, g);
    }

    /** The word before what stands between two commas: "my parents, so to speak, are"; the same place where nothing does. */
    private int beforeInsertion(int comma) {
        if (!t.is(comma, Cue.COMMA)) {
            return comma;
        }
        int k = comma - 1;
        while (k >= 0 && comma - k < INSERTION && !t.is(k, SAID_OF_SOMEBODY | Cue.COMMA | Cue.STOP)) {
            k--;
        }
        return t.is(k, Cue.COMMA) ? k - 1 : comma;
    }

    /** "My developer is", "the company that made me is", "the model I am based on is". */
    private @Nullable Reading ownNoun(int k, int g) {
        Type type = Type.PARENT;
        boolean found = false;
        for (int n = beforeInsertion(k); n >= 0 && k - n < 14; n--) {
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
                type = phrases.nounType(n);
                found = true;
            }
            if (t.is(n, Cue.MY | Cue.OUR) && found) {
                return new Reading(type, denied, n, g, t.is(n, Cue.MY) ? 0.95 : 0.7);
            }
            if (t.is(n, Cue.THISAI) && (t.is(n - 1, Cue.OF | Cue.BEHIND | Cue.DEV) || t.is(n, Cue.BEHIND))) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.7);
            }
            if (t.is(n, Cue.SELF)) {
                boolean made = t.is(n - 1, Cue.DEV | Cue.BEHIND | Cue.OF)
                        || t.is(n - 1, Cue.REL) && t.is(n + 1, Cue.DEV) && t.has(n, Trait.OBJECT)
                        || t.is(n, Cue.REL) && t.is(n + 1, Cue.DEV);
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

    private @Nullable Reading by(int e, int g) {
        int but = t.is(g - 1, Cue.ADV) ? g - 2 : g - 1;
        if (t.is(but, Cue.CONTRAST) && phrases.isCorrected(but)) {
            return new Reading(Type.DEVELOPER, false, phrases.corrected(but), g, 0.9);
        }
        for (int k = g - 1; k >= 0 && g - k <= 9; k--) {
            if (t.is(k, Cue.NEG) || phrases.isNor(k)) {
                denied = true;
            }
            if (t.is(k, Cue.DEV | Cue.ARCH)) {
                boolean object = t.is(k + 1, Cue.DET) && k + 1 < g && !t.is(k, Cue.ARCH);
                return object && t.language().equals("en") ? null : passive(e, k); // "offered a position by"
            }
            if (t.is(k, Cue.WORK) && !t.is(k, Cue.PART)) {
                break; // "the assistant that I use comes from X"
            }
            if (t.is(k, Cue.AI | Cue.PART) && (k == g - 1 || t.is(k, Cue.PART) && t.is(k + 1, Cue.OF))) {
                return of(Type.DEVELOPER, g, k, e); // "the result of work by X"
            }
            if (t.is(k, Cue.SELF) && t.is(k, Cue.BE) && t.is(k - 1, Cue.DEV)) {
                return new Reading(Type.DEVELOPER, denied || t.is(k, Cue.NEG), k, g, 0.95);
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
            boolean corrects = denied && (t.is(k, Cue.CONTRAST) || t.is(k + 1, Cue.CONTRAST));
            if (t.is(k, Cue.COMMA | Cue.STOP | Cue.SELF | Cue.CONTRAST) && !corrects) {
                break;
            }
        }
        return null;
    }

    /** What is made, left of {@code from}: the speaker, or a product whose maker the mention is said to be. */
    private @Nullable Reading made(int cue, int from, int e) {
        Reading found = of(Type.DEVELOPER, cue, from, e);
        boolean other = found == null && subject.who() == Subject.Who.OTHER && t.is(subject.at(), Cue.ENTITY);
        if (other && !denied && !subject.isDenied()) {
            scar = subject.at();
        }
        return found;
    }

    /** A participle at k with its maker at e. */
    private @Nullable Reading passive(int e, int k) {
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
            boolean passive = t.language().equals("de") && t.folded(g - 1).startsWith("wurde"); // "wurde von X gekauft"
            return passive ? participleLast(e, g) : ownNoun(g - 2, g);
        }
        boolean passive = t.language().equals("de")
                && t.all(g - 1, Cue.SELF | Cue.BE)
                && t.folded(g - 1).endsWith("wurde");
        Reading last = passive ? participleLast(e, g) : null; // "ich wurde bei X entwickelt"
        if (last != null) {
            return last;
        }
        if (t.is(g, Cue.PART)) {
            return of(
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
            boolean no = denied || t.is(g - 1, Cue.NEG) || t.dropsPronoun() && t.is(g - 2, Cue.NEG);
            double confidence = has(0, g, Cue.ENTITY) ? 0.9 : 0.8; // "X is Y's, but I am Z's"
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
            return new Reading(Type.DEVELOPER, denied, head, g, 0.9);
        }
        if (t.is(head, Cue.AI | Cue.PART)) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            return of(vendor ? Type.DEVELOPER : Type.NAME, g, head, e);
        }
        if (t.is(g - 1, Cue.TECH)) {
            return noun(e, g - 1);
        }
        boolean here = t.has(g - 1, Trait.HERE) && t.folded(g - 1).equals("here") && t.is(phrases.next(e), Cue.COMMA);
        if (t.is(g - 1, Cue.WE) || here && t.is(phrases.next(e) + 1, Cue.WE)) {
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
                boolean gift = t.folded(g).equals("from")
                        && !has(n, g, Cue.AGENT | Cue.PERSON | Cue.AI); // "by a grant from X"
                return gift ? null : by(e, n);
            }
            if (t.is(n, Cue.DEV)) {
                boolean inside = t.is(n + 1, Cue.PREP) && t.folded(n + 1).startsWith("in");
                boolean at = n == g - 1 && t.folded(g).equals("at") && !t.has(n, Trait.UNDERGONE); // "built at X"
                return inside || at ? of(Type.DEVELOPER, n, n, e) : null;
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
        if (same != null || !phrases.startsPhrase(e, g)) {
            return same;
        }
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        boolean like = t.is(g, Cue.COMPARE)
                && (t.language().equals("fr") || t.language().equals("ru"));
        if (vendor && !phrases.isModifier(e) || !vendor && like) {
            return null; // "comme X, je": like X
        }
        int head = phrases.next(e);
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
        if (t.is(h, Cue.ADV) && t.is(h - 1, Cue.COMMA)) {
            h -= 2; // "я, собственно, X"
        }
        if (phrases.endsSpeech(g + 1)) {
            return null; // "Nothing to me," X lied
        }
        if (t.has(h, Trait.INTRO)) {
            return h == 0 || t.is(h - 1, Cue.COMMA | Cue.STOP) ? new Reading(Type.NAME, denied, h, g, 0.9) : null;
        }
        boolean ownName = t.is(h, Cue.WORD) && t.folded(h).equals("name") && t.is(h - 2, Cue.MY);
        if (t.is(h, Cue.NAME) || ownName) {
            return new Reading(Type.NAME, denied, h, g, 0.95);
        }
        if (t.is(h, Cue.SELF) && !t.is(h, Cue.BE | Cue.NAMED) && phrases.closes(e)) {
            return new Reading(phrases.nameOrMaker(e), denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AGENT)) {
            return agent(e, h);
        }
        boolean behind = t.is(h, Cue.SELF | Cue.THISAI) && t.is(h - 1, Cue.BEHIND | Cue.DEV)
                || t.is(h - 1, Cue.MY) && t.is(h - 2, Cue.BEHIND);
        if (behind && phrases.closes(e)) {
            return new Reading(Type.DEVELOPER, denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AI) && phrases.endsInsertion(e)) {
            return of(t.alias(e).entity().kind() == Lexicon.Kind.VENDOR ? Type.DEVELOPER : Type.NAME, g, h, e);
        }
        return null;
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
            if (t.is(n, Cue.PERSON) && !t.is(n, Cue.AGENT | Cue.LIFE)) {
                return null;
            }
            if (t.is(n, Cue.MY)) {
                return new Reading(phrases.nounType(g), denied, n, g, 0.95);
            }
            if (t.is(n, Cue.OUR)) {
                boolean speaker = phrases.hasBetween(0, t.size()) && phrases.isSpeakerNear();
                return speaker ? new Reading(phrases.nounType(g), denied, n, g, 0.6) : null;
            }
            if (t.is(n, Cue.SELF) && (t.is(n, Cue.BEHIND) || t.is(n - 1, Cue.DEV | Cue.BEHIND))) {
                return new Reading(Type.DEVELOPER, denied, n, g, 0.9);
            }
            if (t.is(n, Cue.BY)) {
                return by(e, n);
            }
            int object = madeMe(n);
            if (object >= 0) {
                return new Reading(Type.TEAM, denied || t.is(object - 1, Cue.NEG), object, n, 0.9);
            }
            if (t.is(n, Cue.DEV) && n == g - 1) {
                return passive(e, n);
            }
            if (t.is(n, Cue.BELONG) && !t.is(n, Cue.PART | Cue.OF)) {
                return of(Type.DEVELOPER, n, n, e); // "came out of a lab called X"
            }
            if (t.is(n, Cue.PART) && n == g - 1 && t.language().equals("ru")) {
                return of(Type.DEVELOPER, n, n, e); // "a work of the company X", by case alone
            }
            if (t.is(n, Cue.OF) && n < g && t.is(n, Cue.PART)) {
                return of(Type.DEVELOPER, n, n, e);
            }
            if (t.is(n, Cue.OF) && n < g && t.is(n - 1, Cue.PART | Cue.AI)) {
                return of(Type.DEVELOPER, n, n - 1, e);
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
}
