package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** A greeting with the speaker's name after it: "Hi, it's X", "Bonjour, ici X", "こんにちは、Xです". Without a verb the name is the listener's. */
final class Greeting {
    private static final long BEFORE = Cue.BE | Cue.EXPLETIVE | Cue.DET | Cue.ADV | Cue.QUOTE;

    private static final int LONGEST = 24; // characters of a greeting

    private Greeting() {}

    /** The name at token e, or null. */
    static @Nullable Reading read(Tokens t, int e) {
        boolean greeted = isGreeted(t);
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR || e < 1 && !greeted) {
            return null;
        }
        int first = t.has(0, Trait.GREETING) ? 1 : 0;
        while (t.is(first, Cue.COMMA | Cue.STOP) && first > 0) {
            first++;
        }
        boolean verb = false;
        int k = first;
        while (k < e && (t.is(k, BEFORE) || t.has(k, Trait.HERE)) && !t.is(k, Cue.NEG)) {
            verb |= t.is(k, Cue.BE | Cue.EXPLETIVE) && (first > 0 || greeted) || t.has(k, Trait.HERE);
            k++;
        }
        int after = e + 1;
        boolean predicate = t.isEastern() && (first > 0 || greeted) && t.is(after, Cue.BE) && !t.is(after, Cue.NEG);
        if (predicate) {
            after++;
        }
        boolean ends =
                after >= t.size() || t.is(after, Cue.COMMA | Cue.STOP | Cue.DASH | Cue.SEMICOLON) || t.isApart(after);
        return k == e && ends && (verb || predicate)
                ? new Reading(Type.NAME, false, -1, Math.max(0, e - 1), 0.9)
                : null;
    }

    /** Whether the text before the sentence is a greeting and no more. */
    private static boolean isGreeted(Tokens t) {
        String before = t.text().substring(Math.max(0, t.from() - LONGEST), t.from());
        if (t.from() > LONGEST || before.isBlank()) {
            return false;
        }
        int end = 0;
        while (end < before.length() && Letters.script(before.charAt(end)) != Letters.NONE) {
            end++;
        }
        return Grammar.instance()
                .cues()
                .of(t.language())
                .isListed(Letters.fold(before.substring(0, end)), Trait.GREETING);
    }
}
