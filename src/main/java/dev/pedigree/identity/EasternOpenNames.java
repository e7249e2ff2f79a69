package dev.pedigree.identity;

import static dev.pedigree.identity.OpenNames.has;

import dev.pedigree.identity.IdentityClaim.Type;
import dev.pedigree.identity.OpenNames.Found;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What {@link OpenNames} finds in Chinese, Japanese and Korean, where no capital shows a name: what stands in the place of a maker. */
final class EasternOpenNames {
    private static final int LONGEST = 5; // words of a name
    private static final int LETTERS = 24; // characters of a name

    private EasternOpenNames() {}

    /** Whether a name in a script without capitals is one: no number of people, no question, nobody's quality. */
    private static boolean isProper(String name) {
        return !Grammar.instance().signs().isCommon(name);
    }

    /** "我是由NAME开发的语言模型", "私はNAMEが開発した", "저는 NAME에서 만든": what stands between the speaker or the mark and the verb. */
    static @Nullable Found find(Tokens t, BooleanSupplier asked) {
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
        return name.isEmpty() || end - start > LETTERS || !isProper(name)
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
