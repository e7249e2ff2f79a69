package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * A house that the lexicon does not hold, as the answer to a short question for the speaker's: the only name in the first sentence that is
 * called a house, whatever else the sentence says. What {@link ImplicitAnswer#congruent} is for houses of the lexicon.
 */
final class HouseNamed {
    private static final long TOLD =
            Cue.NEG | Cue.PERSON | Cue.LIFE | Cue.SPEECH | Cue.OPINION | Cue.HYPO | Cue.YOU | Cue.ENTITY;
    private static final int SENTENCE = 24; // tokens of such a sentence
    private static final int LETTERS = 24; // characters of a name without capitals
    private static final double CONFIDENCE = 0.4;

    private HouseNamed() {}

    /** The house, or null where there is none, or more than one. */
    static OpenNames.@Nullable Found find(Tokens t) {
        if (t.size() > SENTENCE || ImplicitAnswer.isAsked(t)) {
            return null;
        }
        for (int k = 0; k < t.size(); k++) {
            boolean introduced = t.is(k, Cue.SELF) && t.is(k + 1, Cue.CAPITAL); // "I am Sir John of House Y"
            if (introduced || t.is(k, TOLD) && !t.is(k, Cue.AGENT | Cue.DET)) {
                return null;
            }
        }
        return t.isEastern() ? eastern(t) : western(t);
    }

    private static OpenNames.@Nullable Found western(Tokens t) {
        OpenNames.Found found = null;
        for (int k = 0; k < t.size(); k++) {
            int last = OpenNames.nameEnd(t, k);
            if (last < k || !OpenNames.isProper(t, k, last) || t.end(last) - t.start(k) < 3) {
                continue;
            }
            if (OpenNames.isHouse(t, k, last)) {
                if (found != null) {
                    return null;
                }
                found = found(t, t.start(k), t.end(last), k);
            }
            k = last;
        }
        return found;
    }

    private static OpenNames.@Nullable Found eastern(Tokens t) {
        OpenNames.Found found = null;
        for (int a = 0; a < t.size(); a++) {
            if (!t.is(a, Cue.AGENT | Cue.NAMED)) {
                continue;
            }
            OpenNames.Found here = t.is(a, Cue.NAMED) ? called(t, a) : named(t, a);
            if (here != null && found != null && !found.name().equals(here.name())) {
                return null;
            }
            found = here != null ? here : found;
        }
        return found;
    }

    /** "NAMEという会社", "NAME라는 곳", "叫NAME的公司". */
    private static OpenNames.@Nullable Found called(Tokens t, int cue) {
        boolean chinese = t.language().equals("zh");
        int house = chinese ? cue + 2 : cue + 1;
        while (house < cue + 6 && house < t.size() && !t.is(house, Cue.AGENT) && !isPlace(t, house)) {
            house++;
        }
        if (!t.is(house, Cue.AGENT) && !isPlace(t, house)) {
            return null;
        }
        if (chinese) {
            return t.is(cue + 1, Cue.WORD) && t.is(cue + 2, Cue.OF | Cue.COMMA)
                    ? found(t, t.start(cue + 1), t.end(cue + 1), cue)
                    : null;
        }
        int first = cue;
        while (t.is(first - 1, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH) && cue - first < 4) {
            first--;
        }
        return first < cue ? found(t, t.start(first), t.end(cue - 1), cue) : null;
    }

    /** A word for a place that a house is called by: "ところ", "곳". */
    private static boolean isPlace(Tokens t, int k) {
        return k < t.size()
                && (t.text().startsWith("\u3068\u3053\u308d", t.start(k))
                        || t.text().startsWith("\uacf3", t.start(k)));
    }

    /** "NAME研究所の", "株式会社NAMEです". */
    private static OpenNames.@Nullable Found named(Tokens t, int a) {
        if (t.is(a - 1, Cue.WORD) && t.end(a - 1) == t.start(a) && !t.has(a, Trait.GROUP)) {
            boolean ends =
                    a + 1 >= t.size() || t.is(a + 1, Cue.BE | Cue.BY | Cue.OF | Cue.STOP | Cue.COMMA | Cue.AGENT);
            boolean proper = t.end(a - 1) - t.start(a - 1) >= 2;
            return ends && proper ? found(t, t.start(a - 1), t.end(a), a) : null;
        }
        int first = t.is(a + 1, Cue.QUOTE) ? a + 2 : a + 1;
        boolean quoted = first == a + 2;
        boolean ends = t.is(first + 1, Cue.QUOTE) || t.is(first + 1, Cue.BE | Cue.BY);
        boolean leans = quoted || t.is(first, Cue.WORD) && t.start(first) == t.end(a);
        return t.is(first, Cue.WORD) && leans && ends ? found(t, t.start(first), t.end(first), a) : null;
    }

    private static OpenNames.@Nullable Found found(Tokens t, int from, int to, int cue) {
        String clause = "\u3042\u308b"; // "ある", the end of a clause of place before the name
        int start = t.text().startsWith(clause, from) ? from + clause.length() : from;
        String name = t.text().substring(start, to).strip();
        boolean common = t.isEastern() && Grammar.instance().signs().isCommon(name);
        if (name.isEmpty()
                || t.isEastern() && to - start > LETTERS
                || common
                || !Grammar.instance().vendorOf(name).isEmpty()) {
            return null;
        }
        return new OpenNames.Found(name, start, to, new Reading(Type.IMPLICIT, false, -1, cue, CONFIDENCE));
    }
}
