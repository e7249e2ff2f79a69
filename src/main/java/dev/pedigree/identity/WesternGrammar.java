package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * Claims in languages that write words apart and put the verb between its subject and what is said of it: which frame a mention stands
 * in, by the word before it.
 */
final class WesternGrammar {
    private final Tokens t;
    private final Phrases phrases;
    private final MentionAsSubject mention;
    private final Relations relations;
    private final OpenVerbs verbs;
    private final Leftward walk;
    private final MakerFrames makers;
    private final NameFrames names;

    WesternGrammar(Tokens tokens, boolean[] claimed) {
        this.t = tokens;
        this.phrases = new Phrases(tokens, claimed);
        Subject subject = new Subject(tokens, claimed);
        this.mention = new MentionAsSubject(tokens, phrases, subject);
        this.relations = new Relations(tokens, claimed, phrases);
        this.verbs = new OpenVerbs(tokens, phrases, subject);
        this.walk = new Leftward(tokens, phrases, subject);
        this.makers = new MakerFrames(tokens, claimed, phrases, subject, walk);
        this.names = new NameFrames(tokens, phrases, walk, makers);
        subject.resolveWhose();
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        walk.restart();
        Reading left = left(e, e);
        if (left != null) {
            return meant(left, e);
        }
        walk.denied = false;
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
        return walk.scar;
    }

    /** Reads what stands before a noun phrase; {@code e} is the mention, {@code np} the phrase's first token seen so far. */
    private @Nullable Reading left(int e, int np) {
        int g = walk.skipBack(np - 1);
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
            return opens ? new Reading(phrases.nameOrMaker(e), walk.denied, g, g, 0.9) : null;
        }
        if (t.is(g, Cue.EXPLETIVE) && t.folded(g).equals("c'est")) {
            return names.topic(t.is(g - 1, Cue.COMMA) ? g - 2 : g - 1, g);
        }
        boolean announced = g == 0 && t.has(g, Trait.HERE) && phrases.endsInsertion(e); // "Aquí X, ¿qué necesitas?"
        if (announced && t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return new Reading(Type.NAME, walk.denied, g, g, 0.9);
        }
        if (t.all(g, Cue.BEHIND | Cue.SELF)) {
            return new Reading(Type.DEVELOPER, walk.denied, g, g, 0.9);
        }
        if (t.is(g, Cue.NAMED)) {
            return names.named(e, g);
        }
        if (t.is(g, Cue.SELF) && !t.is(g, Cue.BE)) {
            if (t.language().equals("ru") && t.folded(g).equals("\u044f")) {
                return new Reading(phrases.nameOrMaker(e), walk.denied, g, g, 0.95);
            }
        }
        if (t.all(g, Cue.NAME | Cue.BE)) {
            return new Reading(Type.NAME, walk.denied, g, g, 0.9);
        }
        if (t.is(g, Cue.BE)) {
            return names.copula(e, g);
        }
        if (t.is(g, Cue.ARCH)) {
            if (t.is(g, Cue.SELF) ? isUse(g) : Doer.isUseVerb(t, g)) {
                boolean base = phrases.isModifier(e) || walk.has(0, g, Cue.AI | Cue.TECH);
                if (!t.is(g, Cue.SELF)) {
                    return base ? walk.of(Type.ARCHITECTURE, g, g, e) : null;
                }
                return base ? new Reading(Type.ARCHITECTURE, walk.denied, g, g, 0.7) : null;
            }
            if (t.is(g, Cue.SELF)) {
                return new Reading(Type.ARCHITECTURE, walk.denied || t.is(g - 1, Cue.NEG), g, g, 0.9);
            }
            return walk.of(Type.ARCHITECTURE, g, g, e);
        }
        int verb = t.is(g, Cue.OF | Cue.BY) ? g - 1 : g;
        if (verb < g && t.is(verb, Cue.NEG) && t.is(verb - 1, Cue.DEV)) {
            walk.denied = true; // "made me not at X"
            verb--;
        }
        int object = makers.madeMe(verb);
        if (object >= 0) {
            return new Reading(Type.DEVELOPER, walk.denied || t.is(object - 1, Cue.NEG), object, verb, 0.95);
        }
        Reading made = t.is(g, Cue.BY) ? makers.by(e, g) : null;
        if (made != null || t.is(g, Cue.BY) && !t.is(g, Cue.OF)) {
            return made;
        }
        if (t.is(g, Cue.OF)) {
            return makers.from(e, g);
        }
        if (t.is(g, Cue.PREP) && t.folded(g).equals("in") && t.is(phrases.next(e), Cue.PART)) {
            return makers.from(e, g);
        }
        if (t.is(g, Cue.AS)) {
            return names.as(e, g);
        }
        if (t.is(g, Cue.COMMA | Cue.OPEN | Cue.DASH | Cue.COLON)) {
            return names.apposition(e, g);
        }
        if (t.is(g, Cue.AI | Cue.TECH)) {
            Reading found = makers.noun(e, g);
            return found != null ? found : left(e, g);
        }
        if (t.is(g, Cue.AGENT)) {
            return makers.agent(e, g);
        }
        if (t.is(g, Cue.PART) && t.language().equals("ru")) {
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            return walk.of(vendor ? Type.DEVELOPER : Type.NAME, g, g, e);
        }
        if (t.is(g, Cue.PART) && t.is(g - 1, Cue.DET | Cue.OF)) {
            return left(e, g); // "de la famille X"
        }
        if (t.is(g, Cue.MY) && t.is(phrases.next(e), Cue.AGENT | Cue.TECH | Cue.AI | Cue.POSSESSIVE)) {
            return new Reading(Type.DEVELOPER, walk.denied, g, g, 0.9);
        }
        if (t.is(g, Cue.DEV) && t.is(g - 1, Cue.DET) && !t.language().equals("de")) {
            return left(e, g); // "a fine-tuned X"
        }
        if (t.is(g, Cue.DEV) && !t.is(g, Cue.FINITE)) {
            return t.language().equals("ru") || t.language().equals("de") ? makers.passive(e, g) : null;
        }
        boolean progressive = // "I've been following X", but "I'm running X"
                g >= 0 && t.language().equals("en") && t.folded(g).endsWith("ing") && !t.is(g, Cue.HOST);
        if (t.is(g, Cue.WORD)
                && !t.is(g, Cue.CAPITAL)
                && !progressive
                && t.is(walk.skipBack(g - 1), Cue.BE | Cue.BY | Cue.AGENT | Cue.PART)) {
            return left(e, g);
        }
        return null;
    }

    /** "I use X": a tool as well as a base. */
    private boolean isUse(int g) {
        return t.has(g, Trait.OWN_USE) || t.has(g, Trait.OWN_BASE);
    }
}
