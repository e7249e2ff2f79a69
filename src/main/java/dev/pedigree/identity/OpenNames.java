package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makers that the lexicon does not hold: "developed by NAME" with the speaker as subject. A name is read as a mention of the lexicon would be,
 * and counts where something says that it is a house that makes models: an AI noun, a maker's noun, a word of companies' names, or a prompt that
 * asks who the speaker is. Cut out names ("developed by  research laboratory") are scars.
 */
final class OpenNames {
    /**
     * A maker.
     *
     * @param name its name; empty where it was cut out
     * @param start where it begins
     * @param end where it ends
     * @param reading what it claims
     */
    record Found(String name, int start, int end, Reading reading) {}

    private static final int LONGEST = 5; // words of a name

    private OpenNames() {}

    /** The first maker in the sentence whose work the speaker is, or null. May join tokens; the sentence must not be read again. */
    static @Nullable Found find(Tokens t, boolean[] claimed, BooleanSupplier asked) {
        return t.isEastern() ? EasternOpenNames.find(t, asked) : western(t, claimed, asked);
    }

    private static @Nullable Found western(Tokens t, boolean[] claimed, BooleanSupplier asked) {
        for (int d = 0; d + 1 < t.size(); d++) {
            if (t.is(d, Cue.DEV) && t.is(d + 1, Cue.BY) && isCut(t.text(), t.end(d + 1), t.to())) {
                Subject subject = new Subject(t, claimed).before(d);
                boolean model = subject.isSpeaker()
                        && subject.at() >= 0
                        && (has(t, subject.at(), d, Cue.AI) || asked.getAsBoolean());
                if (model) {
                    int gap = t.end(d + 1);
                    double confidence = 0.7 * subject.confidence();
                    return new Found(
                            "", gap, gap, new Reading(Type.DEVELOPER, subject.isDenied(), subject.at(), d, confidence));
                }
            }
        }
        for (int k = 1; k < t.size(); k++) {
            int last = nameEnd(t, k);
            if (last < k
                    || t.end(last) - t.start(k) < 3
                    || !isProper(t, k, last)
                    || t.is(k - 1, Cue.OPEN | Cue.CLOSE | Cue.STOP | Cue.COLON)) {
                continue;
            }
            int start = t.start(k);
            String name = t.text().substring(start, t.end(last));
            if (!Grammar.instance().vendorOf(name).isEmpty()) {
                continue; // a name of the lexicon in another sense
            }
            Reading owned = last > k || t.has(k, Trait.HOUSE) ? OpenOwners.read(t, k) : null;
            if (owned != null) {
                return new Found(name, start, start + name.length(), owned);
            }
            boolean house = isHouse(t, k, last);
            t.mention(k, last, Lexicon.open(name));
            Reading reading = new WesternGrammar(t, claimed).read(k);
            claimed[k] = reading != null
                    && reading.type() == Type.NAME
                    && !reading.denied(); // who is called so is the speaker
            if (reading != null
                    && (isMaker(t, reading, k) || house && isOrigin(t, reading, k) && asked.getAsBoolean())
                    && (house || has(t, 0, t.size(), Cue.AI) || asked.getAsBoolean())) {
                return new Found(
                        name,
                        start,
                        start + name.length(),
                        new Reading(
                                reading.type(),
                                reading.denied(),
                                reading.subject(),
                                reading.cue(),
                                0.7 * reading.confidence()));
            }
        }
        return null;
    }

    /** Whether the name from token first to last is called a house, by a word of its own or one before or after it. */
    static boolean isHouse(Tokens t, int first, int last) {
        boolean apposed = t.is(last + 1, Cue.COMMA | Cue.OPEN) && has(t, last + 2, last + 5, Cue.AGENT);
        return apposed || t.has(last, Trait.HOUSE) || t.has(first, Trait.HOUSE) || has(t, first - 6, first, Cue.AGENT);
    }

    /** Only those who make: everybody has a company, a team and an office, and a place is no maker. */
    private static boolean isMaker(Tokens t, Reading reading, int e) {
        if (t.has(e - 1, Trait.PLACED)) {
            return false;
        }
        if (reading.type() != Type.DEVELOPER && reading.type() != Type.TEAM || reading.subject() < 0) {
            return false;
        }
        int first = Math.min(reading.subject(), e);
        first = reading.cue() < 0 ? first : Math.min(first, reading.cue());
        return has(t, first - 1, Math.max(reading.subject(), Math.max(reading.cue(), e)) + 4, Cue.DEV | Cue.BEHIND)
                || t.is(reading.cue(), Cue.AGENT)
                || has(t, first, e, Cue.AGENT) && has(t, first, e, Cue.PART) && has(t, first, e, Cue.TECH)
                || has(t, first, e, Cue.AGENT)
                        && has(t, first, e, Cue.FINITE | Cue.WORK)
                        && t.is(reading.subject(), Cue.MY);
    }

    /** "I was born in the workshops of NAME", "a team at NAME is behind everything I do": enough where the prompt asks for it. */
    private static boolean isOrigin(Tokens t, Reading reading, int e) {
        boolean made = reading.type() == Type.DEVELOPER || reading.type() == Type.PARENT || reading.type() == Type.TEAM;
        int before = t.is(e - 1, Cue.DET) ? e - 2 : e - 1;
        return made && !reading.denied() && !t.has(before, Trait.PLACED) && !has(t, 0, t.size(), Cue.LIFE | Cue.PERSON);
    }

    static boolean has(Tokens t, int from, int to, long bits) {
        for (int k = Math.max(0, from); k < to; k++) {
            if (t.is(k, bits)) {
                return true;
            }
        }
        return false;
    }

    /** Two blanks, or a mark right after "by": a name stood here. */
    private static boolean isCut(String text, int at, int to) {
        if (at + 2 >= to || text.charAt(at) != ' ' && text.charAt(at) != ',') {
            return false;
        }
        boolean blanks = text.charAt(at) == ' '
                && text.charAt(at + 1) == ' '
                && Letters.script(text.charAt(at + 2)) != Letters.NONE;
        boolean mark = text.charAt(at) == ' ' && (text.charAt(at + 1) == ',' || text.charAt(at + 1) == '.');
        return blanks || mark;
    }

    /** The last token of a name that begins at k: words with capitals, with "of" between; k - 1 where none begins here. */
    static int nameEnd(Tokens t, int k) {
        if (!isCapital(t, k)
                || t.is(k, Cue.ENTITY)
                || !t.is(k, Cue.WORD) && !isCapital(t, k + 1)
                || t.language().equals("de") && !isGermanName(t, k)) {
            return k - 1;
        }
        int last = k;
        for (int quote = k; t.is(k - 1, Cue.QUOTE) && quote < k + LONGEST; quote++) {
            if (t.is(quote + 1, Cue.QUOTE)) {
                return quote; // all between its marks
            }
            if (!t.is(quote + 1, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH | Cue.OF)) {
                break;
            }
        }
        while (last + 1 < t.size()
                && last < k + LONGEST
                && t.start(last + 1) - t.end(last) <= 1
                && (isCapital(t, last + 1)
                        || t.is(last + 1, Cue.AGENT) && Letters.isUpper(t.text().charAt(t.start(last + 1)))
                        || t.is(last + 1, Cue.OF) && isCapital(t, last + 2))) {
            last++;
        }
        return last;
    }

    /** Whether a word of it is neither a cue nor a common concept: not "Machine Learning" nor "AI Research". */
    static boolean isProper(Tokens t, int first, int last) {
        for (int k = first; k <= last; k++) {
            if (t.is(k, Cue.WORD) && !Grammar.instance().signs().isConcept(t.folded(k)) && !t.has(k, Trait.HOUSE)) {
                return true;
            }
        }
        return false;
    }

    /** German writes all nouns with a capital: a name has two such words, or follows a maker's noun. */
    private static boolean isGermanName(Tokens t, int k) {
        return isCapital(t, k + 1) && t.is(k, Cue.WORD) || t.is(k - 1, Cue.AGENT | Cue.NAMED | Cue.QUOTE);
    }

    private static boolean isCapital(Tokens t, int k) {
        return k < t.size()
                && Letters.isUpper(t.text().charAt(t.start(k)))
                && !t.is(k, Cue.SELF | Cue.MY | Cue.ENTITY | Cue.DET | Cue.YOU | Cue.BY)
                && (!t.is(k, Cue.AGENT) || t.is(k, Cue.WORD)); // a compound of a maker's noun may be a name
    }
}
