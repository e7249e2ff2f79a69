package dev.pedigree.identity;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makers that the lexicon does not hold: "a language model developed by NAME", and names that somebody has cut out. */
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

    private OpenNames() {}

    /** The first maker in the sentence whose work the speaker is, or null. */
    static @Nullable Found find(Tokens t, boolean[] claimed, BooleanSupplier asked) {
        return t.language().equals("zh") ? chinese(t, asked) : t.isEastern() ? null : western(t, claimed, asked);
    }

    private static @Nullable Found western(Tokens t, boolean[] claimed, BooleanSupplier asked) {
        for (int d = 0; d + 1 < t.size(); d++) {
            if (!t.is(d, Cue.DEV) || !t.is(d + 1, Cue.BY)) {
                continue;
            }
            Subject subject = new Subject(t, claimed).before(d);
            if (!subject.isSpeaker() || subject.at() < 0 || !hasAi(t, subject.at(), d) && !asked.getAsBoolean()) {
                continue;
            }
            Reading reading = new Reading(
                    IdentityClaim.Type.DEVELOPER, subject.isDenied(), subject.at(), d, 0.7 * subject.confidence());
            int gap = t.end(d + 1);
            if (isCut(t.text(), gap, t.to())) {
                return new Found("", gap, gap, reading);
            }
            Found found = name(t, d + 2, reading);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean hasAi(Tokens t, int from, int to) {
        for (int k = from; k < to; k++) {
            if (t.is(k, Cue.AI)) {
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

    /** Up to five words with capitals, past an article or "researchers at". */
    private static @Nullable Found name(Tokens t, int from, Reading reading) {
        int k = from;
        while (t.is(k, Cue.DET | Cue.AGENT | Cue.OF | Cue.QUOTE | Cue.AND) && k < from + 6 && !isCapital(t, k)) {
            k++;
        }
        if (!isCapital(t, k) || t.is(k, Cue.ENTITY)) {
            return null;
        }
        int last = k;
        while (last + 1 < t.size()
                && last < k + 5
                && t.start(last + 1) - t.end(last) <= 1
                && (isCapital(t, last + 1) || t.is(last + 1, Cue.OF) && isCapital(t, last + 2))) {
            last++;
        }
        if (t.end(last) - t.start(k) < 3) {
            return null;
        }
        return new Found(t.text().substring(t.start(k), t.end(last)), t.start(k), t.end(last), reading);
    }

    private static boolean isCapital(Tokens t, int k) {
        return k < t.size() && Letters.isUpper(t.text().charAt(t.start(k))) && !t.is(k, Cue.SELF | Cue.MY | Cue.ENTITY);
    }

    /** "我是由 NAME 开发的语言模型": what stands between the mark and the verb. */
    private static @Nullable Found chinese(Tokens t, BooleanSupplier asked) {
        for (int d = 2; d < t.size(); d++) {
            if (!t.is(d, Cue.DEV)) {
                continue;
            }
            int by = d - 1;
            boolean named = false;
            while (by > 0 && d - by < 6 && !t.is(by, Cue.BY)) {
                if (t.is(by, Cue.ENTITY | Cue.SELF | Cue.COMMA | Cue.STOP | Cue.YOU)) {
                    named = false;
                    break;
                }
                named |= t.is(by, Cue.WORD);
                by--;
            }
            boolean own = t.is(by, Cue.BY)
                    && named
                    && (t.is(by - 1, Cue.SELF) || t.is(by - 1, Cue.BE | Cue.ADV) && ownBefore(t, by - 1));
            boolean ai = own && (t.is(d + 1, Cue.AI) || t.is(d + 2, Cue.AI) || asked.getAsBoolean());
            if (own && ai) {
                int start = t.end(by);
                int end = t.start(d);
                Reading reading = new Reading(IdentityClaim.Type.DEVELOPER, false, by - 1, d, 0.6);
                return end - start > 16
                        ? null
                        : new Found(t.text().substring(start, end).strip(), start, end, reading);
            }
        }
        return null;
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
