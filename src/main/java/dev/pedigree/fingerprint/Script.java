package dev.pedigree.fingerprint;

/** Writing systems that a {@link CorpusProfile} tells apart. The order is that of the stored form: new ones come last. */
public enum Script {
    /** Latin. */
    LATIN,
    /** Greek. */
    GREEK,
    /** Cyrillic. */
    CYRILLIC,
    /** Hebrew. */
    HEBREW,
    /** Arabic. */
    ARABIC,
    /** Scripts of India and Sri Lanka. */
    INDIC,
    /** Thai, Lao, Khmer, Myanmar and Tibetan. */
    SOUTHEAST_ASIAN,
    /** Chinese characters. */
    HAN,
    /** Hiragana and Katakana. */
    KANA,
    /** Hangul. */
    HANGUL,
    /** Any other. */
    OTHER;

    /** The script of a word by its first UTF-16 unit. */
    static Script of(char c) {
        if (c < 0x250 || c >= 0x1e00 && c < 0x1f00) {
            return LATIN;
        }
        if (c < 0x0900) {
            return below0900(c);
        }
        if (c < 0x0e00) {
            return INDIC;
        }
        if (c < 0x10a0 || c >= 0x1780 && c < 0x1800) {
            return SOUTHEAST_ASIAN;
        }
        if (c >= 0x3040 && c < 0x3100 || c >= 0xff66 && c < 0xffa0) {
            return KANA;
        }
        if (c >= 0x3400 && c < 0xa000 || c == 0x3005 || c >= 0xf900 && c < 0xfb00 || c >= 0xd840 && c < 0xd8c0) {
            return HAN;
        }
        return c >= 0xac00 && c < 0xd800 || c >= 0x1100 && c < 0x1200 || c >= 0x3130 && c < 0x3190 ? HANGUL : OTHER;
    }

    private static Script below0900(char c) {
        if (c >= 0x370 && c < 0x400) {
            return GREEK;
        }
        if (c >= 0x400 && c < 0x530) {
            return CYRILLIC;
        }
        if (c >= 0x590 && c < 0x600) {
            return HEBREW;
        }
        return c >= 0x600 && c < 0x780 ? ARABIC : OTHER;
    }
}
