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
    private static final int LONGEST_EASTERN = 24; // characters of a name

    private OpenNames() {}

    /** The first maker in the sentence whose work the speaker is, or null. May join tokens; the sentence must not be read again. */
    static @Nullable Found find(Tokens t, boolean[] claimed, BooleanSupplier asked) {
        return t.isEastern() ? eastern(t, asked) : western(t, claimed, asked);
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
            boolean apposed = t.is(last + 1, Cue.COMMA | Cue.OPEN) && has(t, last + 2, last + 5, Cue.AGENT);
            boolean house = apposed || t.has(last, Trait.HOUSE) || t.has(k, Trait.HOUSE) || has(t, k - 6, k, Cue.AGENT);
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

    private static boolean has(Tokens t, int from, int to, long bits) {
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
    private static int nameEnd(Tokens t, int k) {
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
    private static boolean isProper(Tokens t, int first, int last) {
        for (int k = first; k <= last; k++) {
            if (t.is(k, Cue.WORD) && !Grammar.instance().signs().isConcept(t.folded(k)) && !t.has(k, Trait.HOUSE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name in a script without capitals is one: no number of people, no question, nobody's quality. */
    private static boolean isProper(String name) {
        return !Grammar.instance().signs().isCommon(name);
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

    /** "我是由NAME开发的语言模型", "私はNAMEが開発した", "저는 NAME에서 만든": what stands between the speaker or the mark and the verb. */
    private static @Nullable Found eastern(Tokens t, BooleanSupplier asked) {
        boolean chinese = t.language().equals("zh");
        for (int d = 2; d < t.size(); d++) {
            if (!t.is(d, Cue.DEV)) {
                continue;
            }
            Found found = chinese ? chinese(t, d, asked) : verbFinal(t, d, asked);
            if (found != null) {
                return found;
            }
        }
        Found maker = maker(t, asked);
        Found cleft = maker != null ? maker : cleft(t, asked);
        Found owned = cleft != null ? cleft : chinese ? owned(t) : introduced(t);
        return owned != null || !asked.getAsBoolean() ? owned : work(t);
    }

    /** "NAMEのAIアシスタント「もぐ」と申します", "NAME의 AI 상담원 책솔이입니다": who gives its own name after whose assistant it is. */
    private static @Nullable Found introduced(Tokens t) {
        for (int of = 1; of + 2 < t.size(); of++) {
            if (!t.is(of, Cue.OF) || !t.is(of + 1, Cue.AI)) {
                continue;
            }
            int first = of;
            while (t.is(first - 1, Cue.WORD | Cue.AGENT) && of - first < LONGEST) {
                first--;
            }
            int end = of + 2;
            boolean named = false;
            boolean quoted = t.is(end, Cue.QUOTE);
            while (end < of + 8
                    && (t.is(end, Cue.WORD | Cue.QUOTE | Cue.AI)
                            || quoted && !t.is(end, Cue.NAMED | Cue.BE)
                            || t.is(end + 1, Cue.BE))
                    && !t.is(end, Cue.BE | Cue.NAMED)) {
                named |= t.is(end, Cue.WORD);
                end++;
            }
            boolean opens = first == 0
                    || t.is(first - 1, Cue.COMMA)
                    || t.is(first - 1, Cue.SELF)
                    || t.is(first - 1, Cue.TOPIC) && t.is(first - 2, Cue.SELF);
            boolean says = t.all(end, Cue.NAMED | Cue.SELF) || t.is(end, Cue.BE) && !t.is(end, Cue.NEG);
            if (first < of && opens && named && says && t.is(first, Cue.WORD)) {
                return named(t, t.start(first), t.end(of - 1), 0, of + 1);
            }
        }
        return null;
    }

    /** "我是小禾，青禾书店的智能客服": whose assistant the speaker is, after its name. */
    private static @Nullable Found owned(Tokens t) {
        for (int comma = 2; comma + 3 < t.size(); comma++) {
            int first = comma + 1;
            int of = first;
            while (of < first + 4 && t.is(of, Cue.WORD | Cue.AGENT)) {
                of++;
            }
            boolean own = t.is(first, Cue.WORD) && t.is(of, Cue.OF) && t.is(of + 1, Cue.AI) && isIntroduced(t, comma);
            if (own && t.is(of + 2, Cue.STOP | Cue.COMMA)) {
                return named(t, t.start(first), t.end(of - 1), 0, of + 1);
            }
        }
        return null;
    }

    /** "私を作ったのはNAMEという会社です", "저를 만든 곳은 NAME입니다", "创造我的是NAME". */
    private static @Nullable Found cleft(Tokens t, BooleanSupplier asked) {
        boolean chinese = t.language().equals("zh");
        for (int d = 0; d + 2 < t.size(); d++) {
            boolean made = t.is(d, Cue.DEV | Cue.BEHIND)
                    && (chinese
                            ? t.is(d + 1, Cue.SELF | Cue.MY)
                            : t.is(d - 1, Cue.SELF) && t.has(d - 1, Trait.ACCUSATIVE));
            int be = d + 1;
            while (made && be < d + 6 && !t.is(be, chinese ? Cue.BE : Cue.TOPIC)) {
                be++;
            }
            if (!made || !t.is(be, chinese ? Cue.BE : Cue.TOPIC) || t.is(be, Cue.NEG)) {
                continue;
            }
            int first = be + 1;
            while (t.is(first, Cue.COMMA | Cue.ADV)) {
                first++;
            }
            Found found = named(t, first, chinese ? d + 1 : d - 1, d, asked);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The name that begins at a token and goes to its "called", its "is" or the end of its clause, where it is called a house. */
    private static @Nullable Found named(Tokens t, int first, int me, int d, BooleanSupplier asked) {
        int end = first;
        boolean plain = false;
        while (end < first + 6
                && (t.is(end, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH) || isInside(t, end))
                && !t.is(end, Cue.NAMED | Cue.BE)) {
            plain |= t.is(end, Cue.WORD);
            end++;
        }
        boolean house = has(t, first, end + 4, Cue.AGENT | Cue.AI) || asked.getAsBoolean();
        boolean closed = end >= t.size() || t.is(end, Cue.NAMED | Cue.BE | Cue.COMMA | Cue.STOP | Cue.OF);
        return plain && house && closed && end > first ? named(t, t.start(first), t.end(end - 1), me, d) : null;
    }

    /** Whether a particle is but a syllable of a name: no blank and no end on either side. */
    private static boolean isInside(Tokens t, int k) {
        return t.is(k, Cue.AND)
                && t.is(k - 1, Cue.WORD)
                && t.is(k + 1, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH)
                && t.start(k) == t.end(k - 1)
                && t.end(k) == t.start(k + 1);
    }

    /** "我是NAME团队的作品": whose work the speaker is. */
    private static @Nullable Found work(Tokens t) {
        if (!t.language().equals("zh")) {
            return null;
        }
        for (int k = 0; k + 3 < t.size(); k++) {
            boolean own = t.is(k, Cue.SELF) && t.is(k + 1, Cue.BE) && !t.is(k + 1, Cue.NEG);
            int end = k + 2;
            while (own && end < k + 7 && t.is(end, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH)) {
                end++;
            }
            boolean work = own && t.is(end, Cue.OF) && t.is(end + 1, Cue.PART);
            if (work && has(t, k + 2, end, Cue.AGENT)) {
                return named(t, t.start(k + 2), t.end(end - 1), k, end + 1);
            }
        }
        return null;
    }

    /** "我的开发者是NAME", "私の開発者はNAMEです", "제 개발사는 NAME입니다". */
    private static @Nullable Found maker(Tokens t, BooleanSupplier asked) {
        for (int a = 1; a + 1 < t.size(); a++) {
            boolean own = t.is(a, Cue.AGENT)
                            && (t.is(a - 1, Cue.MY | Cue.SELF)
                                    || t.is(a - 2, Cue.MY | Cue.SELF) && t.is(a - 1, Cue.DEV | Cue.OF))
                    || t.is(a, Cue.MY) && t.is(a - 1, Cue.DEV);
            int first = a + 1;
            while (t.is(first, Cue.TOPIC | Cue.BE | Cue.ADV | Cue.NAMED) && !t.is(first, Cue.NEG)) {
                first++;
            }
            if (!own
                    || first == a + 1
                            && !t.folded(a).endsWith("\ub294")
                            && !t.folded(a).endsWith("\u306f")) {
                continue;
            }
            int end = first;
            boolean named = false;
            while (t.is(end, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH | Cue.OF) && end < first + 6) {
                named |= t.is(end, Cue.WORD);
                end++;
            }
            boolean house = has(t, first, end, Cue.AGENT | Cue.AI) || asked.getAsBoolean();
            if (t.is(end - 1, Cue.AGENT) && t.is(end - 2, Cue.OF)) {
                end -= 2; // "a company called NAME"
            }
            if (named && house && (end == t.size() || t.is(end, Cue.BE | Cue.COMMA | Cue.STOP | Cue.OF))) {
                return named(t, t.start(first), t.end(end - 1), a - 1, a);
            }
        }
        return null;
    }

    private static @Nullable Found chinese(Tokens t, int d, BooleanSupplier asked) {
        int by = d - 1;
        boolean named = false;
        while (by > 0 && d - by < 6 && !t.is(by, Cue.BY) && !isPlainMaker(t, by, d)) {
            if (t.is(by, Cue.ENTITY | Cue.SELF | Cue.COMMA | Cue.STOP | Cue.YOU)) {
                return null;
            }
            named |= t.is(by, Cue.WORD);
            by--;
        }
        boolean own = (t.is(by, Cue.BY) || isPlainMaker(t, by, d))
                && named
                && (t.is(by - 1, Cue.SELF)
                        || t.is(by - 1, Cue.BE | Cue.ADV) && ownBefore(t, by - 1)
                        || isIntroduced(t, by - 1));
        boolean model =
                own && (t.is(d + 1, Cue.AI) || t.is(d + 2, Cue.AI) || has(t, by, d, Cue.AGENT) || asked.getAsBoolean());
        return model ? named(t, t.end(by), t.start(d), by - 1, d) : null;
    }

    /** "我是NAME公司研发的": the maker without its mark, where it is called a company. */
    private static boolean isPlainMaker(Tokens t, int be, int d) {
        boolean house = has(t, be, d, Cue.AGENT) || t.has(be + 1, Trait.HOUSE);
        return t.is(be, Cue.BE) && !t.is(be, Cue.NEG) && (t.is(be - 1, Cue.SELF) || isIntroduced(t, be - 1)) && house;
    }

    /** Whether the clause that a comma at k closes says the speaker's name: "我叫小舟，". */
    private static boolean isIntroduced(Tokens t, int k) {
        int n = t.is(k, Cue.BE | Cue.ADV) ? k - 1 : k;
        if (!t.is(n, Cue.COMMA)) {
            return false;
        }
        for (n--; n >= 0 && t.is(n, Cue.WORD | Cue.QUOTE | Cue.AI | Cue.TOPIC | Cue.AND); n--) {
            if (t.is(n, Cue.NAMED | Cue.SELF)) {
                break;
            }
        }
        n = t.is(n, Cue.BE) && !t.is(n, Cue.NEG) ? n - 1 : n; // "我是小舟，"
        return n >= 0 && t.is(n, Cue.SELF);
    }

    private static @Nullable Found verbFinal(Tokens t, int d, BooleanSupplier asked) {
        int by = d - 1;
        if (!t.is(by, Cue.BY)) {
            return null;
        }
        int first = by;
        boolean named = false;
        while (first > 0
                && by - first < LONGEST + 2
                && (t.is(first - 1, Cue.WORD | Cue.AGENT | Cue.AI | Cue.TECH)
                        || isInside(t, first - 1)
                        || t.is(first - 1, Cue.DEV) && t.end(first - 1) == t.start(first) && t.is(first, Cue.WORD))
                && !t.is(first - 1, Cue.SELF | Cue.TOPIC)) {
            first--;
            named |= t.is(first, Cue.WORD);
        }
        int me = first - 1;
        while (t.is(me, Cue.TOPIC | Cue.COMMA | Cue.ADV)) {
            me--;
        }
        boolean own = named && first < by && (t.is(me, Cue.SELF) || isIntroduced(t, first - 1));
        boolean model = own && (has(t, d + 1, d + 4, Cue.AI) || has(t, first, by, Cue.AGENT) || asked.getAsBoolean());
        return model && !has(t, d, d + 5, Cue.NEG) ? named(t, t.start(first), t.start(by), me, d) : null;
    }

    private static @Nullable Found named(Tokens t, int start, int end, int me, int d) {
        String name = t.text().substring(start, end).strip();
        return name.isEmpty() || end - start > LONGEST_EASTERN || !isProper(name)
                ? null
                : new Found(name, start, end, new Reading(Type.DEVELOPER, false, me, d, 0.6));
    }

    private static boolean ownBefore(Tokens t, int k) {
        for (int n = k; n >= 0 && k - n < 4; n--) {
            if (t.is(n, Cue.NEG | Cue.ENTITY | Cue.COMMA)) {
                return false;
            }
            if (t.is(n, Cue.SELF)) {
                return true;
            }
        }
        return false;
    }
}
