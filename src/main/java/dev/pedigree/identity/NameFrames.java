package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Frames in which what stands left of a mention says that it is the speaker, or the speaker's own something: called, is, as, in apposition. */
final class NameFrames {
    private final Tokens t;
    private final Phrases phrases;
    private final Leftward walk;
    private final MakerFrames makers;

    NameFrames(Tokens tokens, Phrases phrases, Leftward walk, MakerFrames makers) {
        this.t = tokens;
        this.phrases = phrases;
        this.walk = walk;
        this.makers = makers;
    }

    @Nullable
    Reading named(int e, int g) {
        if (t.is(g, Cue.SELF)) {
            boolean no = walk.denied || t.is(g - 1, Cue.NEG) || t.is(g - 2, Cue.NEG) && t.is(g - 1, Cue.ADV | Cue.AUX);
            return new Reading(Type.NAME, no, g, g, 0.95);
        }
        int head = walk.skipBack(g - 1);
        if (t.is(head, Cue.AGENT)) {
            return makers.agent(e, head);
        }
        if (t.is(head, Cue.FINITE) && !t.is(head, Cue.SELF) && t.is(head - 1, Cue.SELF) && t.is(head - 2, Cue.DEV)) {
            return walk.ownNoun(head - 1, g); // "the start-up that built me is called X"
        }
        Reading found = walk.of(Type.NAME, g, g, e);
        if (found == null && t.is(g, Cue.REL | Cue.NAMED) && t.is(g - 1, Cue.DEV)) {
            found = walk.ownNoun(g - 1, g);
        }
        return found != null && t.is(found.subject(), Cue.MY) && !phrases.hasBetween(found.subject(), g) ? null : found;
    }

    @Nullable
    Reading copula(int e, int g) {
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
                    walk.denied || !walk.corrected && (t.is(g, Cue.NEG) || t.dropsPronoun() && t.is(g - 1, Cue.NEG)),
                    g,
                    g,
                    1);
        }
        if (!t.is(g, Cue.FINITE)) {
            return walk.of(phrases.nameOrMaker(e), g, g, e);
        }
        walk.denied |= t.is(g, Cue.NEG);
        int k = walk.beforeInsertion(g - 1);
        while (t.is(k, Cue.ADV | Cue.NEG | Cue.AUX | Cue.QUOTE | Cue.COMMA)) {
            walk.denied |= t.is(k, Cue.NEG);
            k--;
        }
        if (t.is(k, Cue.SELF) && !t.is(k, Cue.NAMED)) {
            if (t.is(k - 1, Cue.BEHIND | Cue.DEV)) {
                return new Reading(Type.DEVELOPER, walk.denied, k, g, 0.9);
            }
            return t.has(k, Trait.OBJECT)
                    ? walk.ownNoun(k, g)
                    : new Reading(phrases.nameOrMaker(e), walk.denied, k, g, 0.95);
        }
        boolean again = t.is(k, Cue.THIRD) && !t.has(k, Trait.HUMAN) && t.is(k - 1, Cue.COMMA | Cue.DASH | Cue.COLON);
        if (again && t.is(k - 2, Cue.AGENT)) {
            return walk.ownNoun(k - 2, g); // "my makers, they are X"
        }
        if (t.is(k, Cue.NAME) || t.all(k, Cue.NAMED | Cue.SELF)) {
            return new Reading(Type.NAME, walk.denied, k, g, 1);
        }
        if (t.is(k, Cue.THISAI)) {
            return new Reading(phrases.nameOrMaker(e), walk.denied, k, g, 0.7);
        }
        return walk.ownNoun(k, g);
    }

    /** "Mon nom, c'est X", "mon créateur, c'est X": the noun first and taken up again. */
    @Nullable
    Reading topic(int noun, int g) {
        return t.is(noun, Cue.NAME) ? new Reading(Type.NAME, walk.denied, noun, g, 0.95) : walk.ownNoun(noun, g);
    }

    /** "As ChatGPT, I": a name; "as Google's model, I": a maker. */
    @Nullable
    Reading as(int e, int g) {
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
                    return walk.of(Type.DEVELOPER, g, e, e);
                }
            }
            return null;
        }
        return walk.of(Type.NAME, g, e, e);
    }

    /** "Based on the same technology as X", "from the same company as X". */
    @Nullable
    Reading kinship(int e, int g) {
        boolean noun = false;
        for (int k = g - 1; k >= 0 && g - k < 9; k--) {
            noun |= t.is(k, Cue.TECH | Cue.AGENT | Cue.AI | Cue.PART);
            if (t.is(k, Cue.SAME)) {
                return noun ? walk.of(Type.KINSHIP, k, k, e) : null;
            }
        }
        return null;
    }

    @Nullable
    Reading apposition(int e, int g) {
        if (t.is(g, Cue.COLON)) {
            int k = g - 1;
            return t.is(k, Cue.NAME)
                    ? new Reading(Type.NAME, walk.denied, k, g, 0.9)
                    : t.is(k, Cue.AGENT) ? makers.agent(e, k) : null;
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
            return h == 0 || t.is(h - 1, Cue.COMMA | Cue.STOP) ? new Reading(Type.NAME, walk.denied, h, g, 0.9) : null;
        }
        boolean ownName = t.is(h, Cue.WORD) && t.folded(h).equals("name") && t.is(h - 2, Cue.MY);
        if (t.is(h, Cue.NAME) || ownName) {
            return new Reading(Type.NAME, walk.denied, h, g, 0.95);
        }
        if (t.is(h, Cue.SELF) && !t.is(h, Cue.BE | Cue.NAMED) && phrases.closes(e)) {
            return new Reading(phrases.nameOrMaker(e), walk.denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AGENT)) {
            return makers.agent(e, h);
        }
        boolean behind = t.is(h, Cue.SELF | Cue.THISAI) && t.is(h - 1, Cue.BEHIND | Cue.DEV)
                || t.is(h - 1, Cue.MY) && t.is(h - 2, Cue.BEHIND);
        if (behind && phrases.closes(e)) {
            return new Reading(Type.DEVELOPER, walk.denied, h, g, 0.9);
        }
        if (t.is(h, Cue.AI) && phrases.endsInsertion(e)) {
            return walk.of(t.alias(e).entity().kind() == Lexicon.Kind.VENDOR ? Type.DEVELOPER : Type.NAME, g, h, e);
        }
        return null;
    }
}
