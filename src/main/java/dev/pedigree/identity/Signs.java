package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fixed words that speak of a house without naming it: knowledge cutoffs, slogans and formulas. Immutable. */
final class Signs {
    /**
     * A date after which the speaker knows nothing.
     *
     * @param text {@code YYYY-MM}, or {@code YYYY} where no month is given
     * @param start where the date begins
     * @param end where it ends
     */
    record Cutoff(String text, int start, int end) {}

    /**
     * A slogan or formula.
     *
     * @param vendor whose words they are
     * @param start where they begin
     * @param end where they end
     */
    record Phrase(String vendor, int start, int end) {}

    private static final int REACH = 90;
    private static final int BOUND = 24; // characters between what bounds a date and the date
    private static final int BOUND_EAST = 8; // and behind it
    private static final int BRIEF = 40; // characters of a sentence that is hardly more than a date
    private static final int TOGETHER = 70; // characters in which the three words of a slogan stand

    private static final List<String> CLASSES = List.of(
            "CUTOFF", "MONTH", "SLOGAN", "FORMULA", "NOTHING", "AFTER", "KNOWN", "UNTIL", "LEARNT", "TAUGHT", "BEFORE",
            "NEWEST", "MINE", "KNOWING", "NOT", "HELPFUL", "HONEST");
    private static final Set<String> BOUND_TO_OTHERS =
            ImmutableSet.of("MONTH", "AFTER", "UNTIL", "BEFORE", "MINE", "NOT", "HELPFUL", "HONEST");

    private static final Set<String> UNDATED = ImmutableSet.of("SLOGAN", "FORMULA");

    private final PhraseTrie any; // of all classes by which a sentence is found
    private final PhraseTrie cutoffs;
    private final PhraseTrie months;
    private final PhraseTrie slogans;
    private final PhraseTrie formulas;
    private final PhraseTrie nothing;
    private final PhraseTrie after;
    private final PhraseTrie known;
    private final PhraseTrie until;
    private final PhraseTrie learnt;
    private final PhraseTrie taught; // the same where MINE stands in the sentence too
    private final PhraseTrie
            knowing; // what one knows or learns; with NOT, the same as NOTHING where MINE stands in the sentence too
    private final PhraseTrie not;
    private final PhraseTrie before;
    private final PhraseTrie newest;
    private final PhraseTrie mine;
    private final List<PhraseTrie> virtues;
    private final List<String> vendors = new ArrayList<>();
    private final List<String> gate = new ArrayList<>();
    private final List<String> dated = new ArrayList<>(); // phrases that say something only with a year
    private final Set<String> concepts = new HashSet<>();
    private final List<String> common = new ArrayList<>();
    private final Map<String, String> houses = new LinkedHashMap<>();

    Signs() {
        Map<String, PhraseTrie.Builder> tries = new LinkedHashMap<>();
        for (String name : CLASSES) {
            tries.put(name, new PhraseTrie.Builder());
        }
        PhraseTrie.Builder all = new PhraseTrie.Builder();
        for (String[] row : Resources.table("signs.tsv", 3)) {
            if (row[0].equals("HOUSE_CUTOFF")) {
                for (String month : Resources.parts(row[2])) {
                    houses.put(month, row[1]);
                }
                continue;
            }
            if (row[0].equals("CONCEPT")) {
                concepts.addAll(Resources.parts(row[2]));
                continue;
            }
            if (row[0].equals("COMMON")) {
                common.addAll(Resources.parts(row[2]));
                continue;
            }
            if (row[0].equals("OPEN")) {
                gate.addAll(Resources.parts(row[2]));
                continue;
            }
            PhraseTrie.Builder trie = tries.get(row[0]);
            if (trie == null) {
                throw new IllegalStateException("signs.tsv: unknown class " + row[0]);
            }
            vendors.add(row[1]);
            boolean isMonth = row[0].equals("MONTH");
            boolean bound = BOUND_TO_OTHERS.contains(row[0]);
            for (String phrase : Resources.parts(row[2])) {
                trie.put(Letters.fold(phrase), isMonth ? Integer.parseInt(row[1]) : vendors.size());
                if (!bound) {
                    (UNDATED.contains(row[0]) ? gate : dated).add(phrase);
                    all.put(Letters.fold(phrase), 1);
                }
            }
        }
        any = all.build();
        cutoffs = build(tries, "CUTOFF");
        months = build(tries, "MONTH");
        slogans = build(tries, "SLOGAN");
        formulas = build(tries, "FORMULA");
        nothing = build(tries, "NOTHING");
        after = build(tries, "AFTER");
        known = build(tries, "KNOWN");
        until = build(tries, "UNTIL");
        learnt = build(tries, "LEARNT");
        taught = build(tries, "TAUGHT");
        knowing = build(tries, "KNOWING");
        not = build(tries, "NOT");
        before = build(tries, "BEFORE");
        newest = build(tries, "NEWEST");
        mine = build(tries, "MINE");
        virtues = List.of(build(tries, "HELPFUL"), build(tries, "HONEST"));
    }

    private static PhraseTrie build(Map<String, PhraseTrie.Builder> tries, String name) {
        return requireNonNull(tries.get(name)).build();
    }

    /** Whether a sentence holds any of these phrases at all: most do not, and need not be asked for each. */
    boolean anyIn(String text, int from, int to) {
        return find(any, text, from, to, new PhraseTrie.Match()) >= 0;
    }

    List<String> gatePhrases() {
        return gate;
    }

    List<String> datedPhrases() {
        return dated;
    }

    /** Whether a word, folded, is common though it may bear a capital: a field, a nation, a place. */
    boolean isConcept(String word) {
        return concepts.contains(word);
    }

    /** Whether what stands where a maker's name may is people in general, in the scripts without capitals. */
    boolean isCommon(String name) {
        return name.indexOf('\u7684') >= 0
                || common.stream()
                        .anyMatch(word ->
                                word.charAt(0) == '-' ? name.endsWith(word.substring(1)) : name.startsWith(word));
    }

    /** The house whose models know nothing after this month, or null. */
    @Nullable
    String houseOf(String cutoff) {
        return houses.get(cutoff);
    }

    /** "Harmless" with "helpful" and "honest" beside it, in any order. */
    @Nullable
    Phrase slogan(String text, int from, int to) {
        Phrase harmless = phrase(slogans, text, from, to);
        if (harmless == null) {
            return null;
        }
        int start = harmless.start();
        int end = harmless.end();
        for (PhraseTrie virtue : virtues) {
            Phrase beside = phrase(
                    virtue, text, Math.max(from, harmless.start() - TOGETHER), Math.min(to, harmless.end() + TOGETHER));
            if (beside == null) {
                return null;
            }
            start = Math.min(start, beside.start());
            end = Math.max(end, beside.end());
        }
        return new Phrase(harmless.vendor(), start, end);
    }

    @Nullable
    Phrase formula(String text, int from, int to) {
        return phrase(formulas, text, from, to);
    }

    private @Nullable Phrase phrase(PhraseTrie trie, String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        int at = find(trie, text, from, to, match);
        return at < 0 ? null : new Phrase(vendors.get(match.value - 1), at, match.end);
    }

    private static int find(PhraseTrie trie, String text, int from, int to, PhraseTrie.Match match) {
        for (int i = from; i < to; i++) {
            if (i == 0 || Letters.isBoundary(text.charAt(i - 1), text.charAt(i))) {
                trie.longest(text, i, to, match);
                if (match.value != 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The cutoff that a sentence states, or null. */
    @Nullable
    Cutoff cutoff(String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        int cue = find(cutoffs, text, from, to, match);
        if (cue < 0) {
            Cutoff known = limit(text, from, to);
            Cutoff taught = known != null ? known : lesson(text, from, to);
            Cutoff limit = taught != null ? taught : newest(text, from, to);
            return limit != null || !isIgnorant(text, from, to) ? limit : ignorance(text, from, to);
        }
        int low = Math.max(from, cue - REACH);
        int high = Math.min(to, match.end + REACH);
        Cutoff after = date(text, match.end, high);
        return after != null ? after : date(text, low, cue);
    }

    /** A date alone, as an answer to the question for the cutoff: in a short sentence, or with a bound beside it. */
    @Nullable
    Cutoff answered(String text, int from, int to) {
        Cutoff date = date(text, from, to);
        if (date == null || to - from <= BRIEF) {
            return date;
        }
        boolean bound = isBound(text, Math.max(from, date.start() - BOUND), date.start())
                || isBound(text, date.end(), Math.min(to, date.end() + BOUND_EAST));
        return bound ? date : null;
    }

    /** "What I know ends in DATE". */
    private @Nullable Cutoff limit(String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        if (find(known, text, from, to, match) < 0) {
            return null;
        }
        int end = match.end;
        Cutoff date = date(text, end, Math.min(to, end + REACH));
        if (date == null) {
            return null;
        }
        int mark = Math.min(to, date.end() + BOUND_EAST); // the east marks the end after the date
        return find(until, text, end, mark, match) >= 0 ? date : null;
    }

    /** "All I learned is from before DATE", "until DATE is what I was trained on": a bound right beside the date. */
    private @Nullable Cutoff lesson(String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        int lesson = find(learnt, text, from, to, match);
        if (lesson < 0 && find(mine, text, from, to, match) >= 0) {
            lesson = find(taught, text, from, to, match);
        }
        if (lesson < 0) {
            return null;
        }
        int end = match.end;
        Cutoff later = date(text, end, Math.min(to, end + REACH));
        Cutoff date = later != null ? later : date(text, Math.max(from, lesson - REACH), lesson);
        if (date == null || later == null && hasComma(text, date.end(), lesson)) {
            return null;
        }
        int low = Math.max(later != null ? end : from, date.start() - BOUND);
        int high = Math.min(to, date.end() + BOUND_EAST);
        return isBound(text, low, date.start()) || isBound(text, date.end(), high) ? date : null;
    }

    /** "My latest information is from DATE". */
    private @Nullable Cutoff newest(String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        int at = find(newest, text, from, to, match);
        if (at < 0 || find(mine, text, from, to, new PhraseTrie.Match()) < 0) {
            return null;
        }
        return date(text, match.end, Math.min(to, match.end + REACH));
    }

    private static boolean hasComma(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ',' || text.charAt(i) == '\uff0c' || text.charAt(i) == '\u3001') {
                return true;
            }
        }
        return false;
    }

    private boolean isBound(String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        return find(until, text, from, to, match) >= 0 || find(before, text, from, to, match) >= 0;
    }

    /** Whether a sentence says that its speaker does not know something. */
    private boolean isIgnorant(String text, int from, int to) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        return find(nothing, text, from, to, match) >= 0
                || find(knowing, text, from, to, match) >= 0
                        && find(not, text, from, to, match) >= 0
                        && find(mine, text, from, to, match) >= 0;
    }

    /** "I know nothing of what came after DATE". */
    private @Nullable Cutoff ignorance(String text, int from, int to) {
        Cutoff date = date(text, from, to);
        if (date == null) {
            return null;
        }
        PhraseTrie.Match match = new PhraseTrie.Match();
        boolean before = find(after, text, Math.max(from, date.start() - 16), date.start(), match) >= 0;
        return before || find(after, text, date.end(), Math.min(to, date.end() + 5), match) >= 0 ? date : null;
    }

    private @Nullable Cutoff date(String text, int from, int to) {
        for (int i = from; i + 4 <= to; i++) {
            if (isYear(text, i)) {
                return dated(text, i, from, to);
            }
        }
        return null;
    }

    private Cutoff dated(String text, int year, int from, int to) {
        String number = text.substring(year, year + 4);
        int next = year + 4;
        if (next + 1 < to
                && (text.charAt(next) == '\u5e74' || text.charAt(next) == '\ub144' || text.charAt(next) == '-')) {
            int digit = text.charAt(next + 1) == ' ' ? next + 2 : next + 1;
            int end = digit;
            while (end < to && end < digit + 2 && Letters.isDigit(text.charAt(end))) {
                end++;
            }
            if (end > digit) {
                return new Cutoff(number + '-' + two(Integer.parseInt(text.substring(digit, end))), year, end);
            }
        }
        PhraseTrie.Match match = new PhraseTrie.Match();
        for (int i = Math.max(from, year - 16); i < year; i++) {
            if (i == 0 || Letters.isBoundary(text.charAt(i - 1), text.charAt(i))) {
                months.longest(text, i, year, match);
                if (match.value != 0) {
                    return new Cutoff(number + '-' + two(match.value), i, year + 4);
                }
            }
        }
        return new Cutoff(number, year, year + 4);
    }

    private static String two(int month) {
        return month < 10 ? "0" + month : Integer.toString(month);
    }

    /** A year from 2018 to 2029 that is no part of a longer number. */
    private static boolean isYear(String text, int i) {
        boolean century = text.charAt(i) == '2' && text.charAt(i + 1) == '0';
        char tens = text.charAt(i + 2);
        char ones = text.charAt(i + 3);
        boolean digits = tens == '1' && (ones == '8' || ones == '9') || tens == '2' && Letters.isDigit(ones);
        boolean left = i == 0 || !Letters.isDigit(text.charAt(i - 1));
        boolean right = i + 4 == text.length() || !Letters.isDigit(text.charAt(i + 4));
        return century && digits && left && right;
    }
}
