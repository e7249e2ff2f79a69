package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * Lengths of answers, sentences and words, and vocabulary richness, as histograms over answers, so that they add up. Richness is
 * that of the first {@value #LOOKED_AT} words of answers that have at least {@value #WORDS}: Yule's K (Yule, "The statistical study
 * of literary vocabulary", 1944), MTLD with factor size .72, both directions averaged, and HD-D with samples of 42 (McCarthy and
 * Jarvis, "MTLD, vocd-D, and HD-D", Behavior Research Methods 42, 2010, doi:10.3758/BRM.42.2.381), and the share of words that
 * occur once.
 */
final class Richness implements Extractor {
    static final int WORDS = 50;

    /** Richness depends on length even where it is said not to, so that of the first words is taken. */
    static final int LOOKED_AT = 200;

    private static final Names NAMES = new Names();
    private static final int TOKENS = NAMES.histogram("half octave of the tokens in an answer", 40);
    private static final int SENTENCES = NAMES.histogram("sentences in an answer", 41);
    private static final int SENTENCE_WORDS = NAMES.histogram("words in a sentence", 61);
    private static final int WORD_LETTERS = NAMES.histogram("letters in a word", 25);
    private static final int ANSWER_SENTENCE = NAMES.histogram("mean words in a sentence of an answer", 61);
    private static final int ANSWER_WORD = NAMES.histogram("mean letters in a word of an answer", 41, 25, 100);
    private static final int YULE = NAMES.histogram("Yule's K of an answer", 61, 10, 1);
    private static final int MTLD = NAMES.histogram("MTLD of an answer", 61, 5, 1);
    private static final int HDD = NAMES.histogram("HD-D of an answer", 101, 1, 100);
    private static final int ONCE = NAMES.histogram("share of an answer's words that occur once", 41, 25, 1000);

    private final Vocabulary vocabulary = new Vocabulary();

    static Names names() {
        return NAMES;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int count = text.tokens();
        int length = text.length();
        if (count == 0) {
            return;
        }
        out.reserve(2 * count + 16);
        vocabulary.clear();
        int words = text.words();
        long letters = 0;
        for (int w = 0; w < words; w++) {
            int start = text.start(text.word(w));
            int end = text.end(text.word(w));
            out.add(WORD_LETTERS + Math.min(24, end - start), start, end);
            letters += end - start;
        }
        for (int w = 0; w < Math.min(LOOKED_AT, words); w++) {
            vocabulary.add(text.hash(text.word(w)));
        }
        int sentences = 0;
        for (int s = 0; s < text.sentences(); s++) {
            int sentenceWords = text.wordsBeforeSentence(s + 1) - text.wordsBeforeSentence(s);
            if (sentenceWords > 0) {
                int next = s + 1 < text.sentences() ? text.sentenceToken(s + 1) : count;
                out.add(
                        SENTENCE_WORDS + Math.min(60, sentenceWords),
                        text.start(text.sentenceToken(s)),
                        text.end(next - 1));
                sentences++;
            }
        }
        out.add(TOKENS + halfOctave(count), 0, length);
        out.add(SENTENCES + Math.min(40, sentences), 0, length);
        if (words < WORDS) {
            return;
        }
        out.add(ANSWER_SENTENCE + Math.min(60, words / sentences), 0, length);
        out.add(ANSWER_WORD + (int) Math.min(40, 4 * letters / words), 0, length);
        out.add(YULE + (int) Math.min(60, vocabulary.yule() / 10), 0, length);
        out.add(MTLD + (int) Math.min(60, vocabulary.mtld() / 5), 0, length);
        out.add(HDD + (int) Math.min(100, vocabulary.hdd() * 100), 0, length);
        out.add(ONCE + (int) (40L * vocabulary.once() / vocabulary.words()), 0, length);
    }

    /** 2 floor(log2) + whether the next bit is set: 1, 2, 3, 4, 6, 8, 12, ... start the buckets 0, 2, 3, 4, 5, 6, 7, ... */
    private static int halfOctave(int value) {
        int octave = 31 - Integer.numberOfLeadingZeros(value);
        int half = octave == 0 ? 0 : value >>> (octave - 1) & 1;
        return Math.min(39, 2 * octave + half);
    }
}
