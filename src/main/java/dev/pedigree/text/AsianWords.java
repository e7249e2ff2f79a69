package dev.pedigree.text;

/**
 * How far a word reaches in scripts where spaces do not say it. Closed-class words are found by longest match; what is between
 * them stays whole (Katakana, Hangul stems) or falls into single characters (Hiragana) or character clusters (Thai and its
 * neighbours; Theeramunkong et al., "Character cluster based Thai information retrieval", IRAL 2000, doi:10.1145/355214.355225).
 */
final class AsianWords {
    private static final Lexicon JAPANESE = Lexicon.named("japanese");
    private static final Lexicon KOREAN = Lexicon.named("korean");
    private static final Lexicon THAI = Lexicon.named("thai");

    private AsianWords() {}

    /** The end of the word at {@code from} in a run of Hiragana that ends at {@code end}. */
    static int hiragana(char[] text, int from, int end) {
        return from + Math.max(1, JAPANESE.longestAt(text, from, end));
    }

    /**
     * Where the particle or ending starts in a run of Hangul; {@code end} if there is none. A particle of one syllable is split
     * off only if at least two syllables stay before it, since many short nouns end in one by chance.
     */
    static int hangulParticle(char[] text, int from, int end) {
        int length = KOREAN.longestBefore(text, from, end);
        int stem = end - from - length;
        return length == 0 || stem < (length == 1 ? 2 : 1) ? end : end - length;
    }

    /** The end of the function word or else of the character cluster at {@code from}. */
    static int cluster(char[] text, int from, int length) {
        int word = from + THAI.longestAt(text, from, length);
        if (word > from && (word == length || !follows(text[word]))) {
            return word;
        }
        int at = from;
        while (at < length && leads(text[at])) {
            at++;
        }
        // A vowel that leads nothing, at the end of a line or before another script, stands alone.
        if (at == from || at < length && UnicodeTables.classOf(text[at]) == UnicodeTables.UNSPACED) {
            at++;
        }
        while (at < length) {
            if (follows(text[at])) {
                at++;
            } else if (stacks(text[at - 1]) && UnicodeTables.classOf(text[at]) == UnicodeTables.UNSPACED) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Vowels of Thai and Lao that are written before their consonant. */
    private static boolean leads(char c) {
        return c >= 0x0e40 && c <= 0x0e44 || c >= 0x0ec0 && c <= 0x0ec4;
    }

    /** Marks and vowels that belong to the letter before them. */
    private static boolean follows(char c) {
        return UnicodeTables.classOf(c) == UnicodeTables.MARK
                || c >= 0x0e30 && c <= 0x0e33
                || c == 0x0e45
                || c >= 0x0eb0 && c <= 0x0eb3;
    }

    /** Signs of Khmer and Myanmar that put the next consonant below. */
    private static boolean stacks(char c) {
        return c == 0x17d2 || c == 0x1039;
    }
}
