package dev.pedigree.text;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A reusable scanner: cuts one text after the other into tokens and lines, in one pass, into arrays of its own that are
 * overwritten by the next text. All offsets are in UTF-16 units of the original text.
 *
 * <p>A token is a run of letters, digits and marks with the apostrophes inside it (straight or curly), or one punctuation mark
 * or symbol, or one emoji with its modifiers, or a run of line ends. Chinese characters are words of their own; Katakana runs are
 * words; Hiragana falls into particles, auxiliaries and single characters; a Korean word is parted from its particle; Thai, Lao,
 * Khmer, Myanmar and Tibetan fall into character clusters, Thai function words are kept whole. Between tokens there are only
 * spaces, tabs and invisible format characters. {@code \r\n} counts as one line end.
 *
 * <p>Character classes are those of the Unicode version in {@link #UNICODE_VERSION}, whatever the JDK. Not safe to share between
 * threads.
 */
public final class TextScanner {
    /** The version of the Unicode Standard whose tables are used. */
    public static final String UNICODE_VERSION = UnicodeTables.VERSION;

    private static final TokenKind[] KINDS = TokenKind.values();
    private static final BlockKind[] BLOCKS = BlockKind.values();
    private static final byte WORD = (byte) TokenKind.WORD.ordinal();
    private static final byte NUMBER = (byte) TokenKind.NUMBER.ordinal();
    private static final byte PUNCTUATION = (byte) TokenKind.PUNCTUATION.ordinal();
    private static final byte SYMBOL = (byte) TokenKind.SYMBOL.ordinal();
    private static final byte EMOJI = (byte) TokenKind.EMOJI.ordinal();
    private static final byte LINE_END = (byte) TokenKind.LINE_END.ordinal();
    private static final byte PARAGRAPH_END = (byte) TokenKind.PARAGRAPH_END.ordinal();
    private static final byte[] ASCII_WORD = new byte[128]; // lower-cased letters and digits, 0 for the rest
    private static final byte BEYOND_ASCII = (byte) 0x80; // neither that nor an end that leaves the word ASCII

    static {
        for (char c = '0'; c <= '9'; c++) {
            ASCII_WORD[c] = (byte) c;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII_WORD[c] = (byte) c;
            ASCII_WORD[c - 32] = (byte) c;
        }
    }

    private static final long ONE_LINE = TokenHash.of("\n");
    private static final long TWO_LINES = TokenHash.of("\n\n");

    private final byte[] classes = UnicodeTables.classes();
    private final char[] lower = UnicodeTables.lowerCase();
    private final LineTable lineTable = new LineTable();

    private final AsciiWord ascii = new AsciiWord();

    private char[] text = new char[4096];
    private byte[] folded =
            new byte[4096 + AsciiWord.PADDING]; // by unit: what ASCII_WORD says, BEYOND_ASCII, then zeros
    private int length;

    private int tokens;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private byte[] kinds = new byte[1024];
    private byte[] blocks = new byte[1024];
    private long[] hashes = new long[1024];
    private int[] tails = new int[1024];
    private int words;
    private int[] wordTokens = new int[1024];
    private int signs;
    private int[] signTokens = new int[1024];
    private int stops; // marks that may end a sentence
    private int[] stopTokens = new int[1024];
    private int[] wordsBeforeStops = new int[1024];
    private int otherWords;
    private int[] otherTokens = new int[1024];
    private final Sentences sentences = new Sentences();

    private byte block; // of the line that is being read

    private int hidden;
    private int[] hiddenAt = new int[64];
    private int apostrophes;
    private int[] apostropheAt = new int[64];
    private long scans;

    /** A scanner that has not read anything yet. */
    public TextScanner() {}

    /**
     * Reads a text; what was read before is forgotten.
     *
     * @param input the text
     */
    public void scan(String input) {
        requireNonNull(input, "input");
        length = input.length();
        if (text.length <= length) {
            text = new char[Math.max(length + 1, 2 * text.length)];
            folded = new byte[text.length + AsciiWord.PADDING];
        }
        input.getChars(0, length, text, 0);
        text[length] = 0;
        fold();
        tokens = 0;
        words = 0;
        signs = 0;
        stops = 0;
        hidden = 0;
        apostrophes = 0;
        otherWords = 0;
        scans++;
        lineTable.reset();
        int at = beginLine(0, false);
        while (at < length) {
            if (folded[at] > 0) {
                at = asciiWord(at);
            } else if (text[at] == ' ') {
                at++;
            } else {
                at = step(at);
            }
        }
        sentences.find(this);
    }

    private void fold() {
        for (int i = 0; i < length; i++) {
            char c = text[i];
            folded[i] = c < 128 ? ASCII_WORD[c] : BEYOND_ASCII;
        }
        Arrays.fill(folded, length, length + AsciiWord.PADDING, (byte) 0);
    }

    /** A word that starts in ASCII, and the space behind it. */
    private int asciiWord(int from) {
        ascii.read(folded, from);
        int end = ascii.end();
        char behind = text[end];
        if (folded[end] < 0 || behind == '\'') {
            return longWord(from, end);
        }
        put(ascii.isNumber() ? NUMBER : WORD, from, end, TokenHash.finish(ascii.hash()), ascii.tail());
        return end + (behind == ' ' ? 1 : 0);
    }

    /** A word that may go on behind its ASCII letters and digits. */
    private int longWord(int from, int reached) {
        int tail = ascii.tail();
        int end = word(from, reached, ascii.hash(), ascii.isNumber());
        if (end == reached) {
            tails[tokens - 1] = tail;
            otherWords--;
        }
        return end;
    }

    private int step(int at) {
        char c = text[at];
        switch (classes[c]) {
            case UnicodeTables.SPACE:
                if (c != ' ' && c != '\t') {
                    hide(at);
                }
                return at + 1;
            case UnicodeTables.NEWLINE:
                return lineEnd(at);
            case UnicodeTables.LETTER, UnicodeTables.DIGIT, UnicodeTables.MARK:
                return word(at, at, TokenHash.SEED, true);
            case UnicodeTables.PUNCTUATION:
                return mark(at);
            case UnicodeTables.HAN:
                return add(WORD, at, at + 1);
            case UnicodeTables.HIRAGANA:
                return hiragana(at);
            case UnicodeTables.KATAKANA:
                return add(WORD, at, runOf(UnicodeTables.KATAKANA, at));
            case UnicodeTables.HANGUL:
                return hangul(at);
            case UnicodeTables.UNSPACED:
                return add(WORD, at, AsianWords.cluster(text, at, length));
            case UnicodeTables.EMOJI:
                return add(EMOJI, at, Emoji.end(text, at, length));
            case UnicodeTables.FORMAT:
                hide(at);
                return at + 1;
            default:
                return Character.isHighSurrogate(c) ? supplementary(at) : single(at, SYMBOL);
        }
    }

    private int supplementary(int at) {
        if (at + 1 == length || !Character.isLowSurrogate(text[at + 1])) {
            return single(at, SYMBOL);
        }
        switch (UnicodeTables.classOfSupplementary(Character.toCodePoint(text[at], text[at + 1]))) {
            case UnicodeTables.LETTER, UnicodeTables.DIGIT, UnicodeTables.MARK:
                return word(at, at, TokenHash.SEED, true);
            case UnicodeTables.EMOJI:
                return add(EMOJI, at, Emoji.end(text, at, length));
            case UnicodeTables.PUNCTUATION:
                return add(PUNCTUATION, at, at + 2);
            case UnicodeTables.FORMAT:
                hide(at);
                return at + 2;
            case UnicodeTables.HAN, UnicodeTables.HIRAGANA, UnicodeTables.KATAKANA, UnicodeTables.HANGUL:
                return add(WORD, at, at + 2);
            default:
                return add(SYMBOL, at, at + 2);
        }
    }

    /** A run of letters, digits and marks, with apostrophes and invisible characters only inside it. */
    private int word(int from, int reached, long hashed, boolean allDigits) {
        long hash = hashed;
        boolean digits = allDigits;
        int at = reached;
        while (at < length) {
            char c = text[at];
            byte type = classes[c];
            if (type == UnicodeTables.LETTER || type == UnicodeTables.MARK) {
                hash = TokenHash.step(hash, lower[c]);
                digits = false;
                at++;
            } else if (type == UnicodeTables.DIGIT) {
                hash = TokenHash.step(hash, c);
                at++;
            } else if (c == '\'' || c == '\u2019') {
                if (at == from || !isWordAt(at + 1)) {
                    break;
                }
                hash = TokenHash.step(hash, '\'');
                digits = false;
                if (apostrophes == apostropheAt.length) {
                    apostropheAt = Arrays.copyOf(apostropheAt, 2 * apostrophes);
                }
                apostropheAt[apostrophes++] = at++;
            } else if (type == UnicodeTables.FORMAT) {
                int next = at + 1;
                while (next < length && classes[text[next]] == UnicodeTables.FORMAT) {
                    next++;
                }
                if (!isWordAt(next)) {
                    break;
                }
                while (at < next) {
                    hide(at++);
                }
            } else if (Character.isHighSurrogate(c) && isWordAt(at)) {
                hash = TokenHash.step(TokenHash.step(hash, c), text[at + 1]);
                digits &= UnicodeTables.classOfSupplementary(Character.toCodePoint(c, text[at + 1]))
                        == UnicodeTables.DIGIT;
                at += 2;
            } else {
                break;
            }
        }
        return put(digits ? NUMBER : WORD, from, at, TokenHash.finish(hash));
    }

    private boolean isWordAt(int at) {
        if (at >= length) {
            return false;
        }
        byte type = classes[text[at]];
        if (Character.isHighSurrogate(text[at]) && at + 1 < length && Character.isLowSurrogate(text[at + 1])) {
            type = UnicodeTables.classOfSupplementary(Character.toCodePoint(text[at], text[at + 1]));
        }
        return type == UnicodeTables.LETTER || type == UnicodeTables.DIGIT || type == UnicodeTables.MARK;
    }

    private int hiragana(int from) {
        int end = runOf(UnicodeTables.HIRAGANA, from);
        for (int at = from; at < end; ) {
            at = add(WORD, at, AsianWords.hiragana(text, at, end));
        }
        return end;
    }

    private int hangul(int from) {
        int end = runOf(UnicodeTables.HANGUL, from);
        int particle = AsianWords.hangulParticle(text, from, end);
        add(WORD, from, particle);
        return particle < end ? add(WORD, particle, end) : end;
    }

    private int runOf(byte type, int from) {
        int at = from + 1;
        while (at < length && (classes[text[at]] == type || classes[text[at]] == UnicodeTables.MARK)) {
            at++;
        }
        return at;
    }

    /** A run of line ends with white space between them; begins the next line. */
    private int lineEnd(int from) {
        int count = 0;
        int last = from;
        int at = from;
        while (at < length) {
            char c = text[at];
            if (classes[c] == UnicodeTables.NEWLINE) {
                at += c == '\r' && at + 1 < length && text[at + 1] == '\n' ? 2 : 1;
                count++;
                last = at;
            } else if (c == ' ' || c == '\t') {
                at++;
            } else {
                break;
            }
        }
        lineTable.endAt(from);
        put(count > 1 ? PARAGRAPH_END : LINE_END, from, last, count > 1 ? TWO_LINES : ONE_LINE);
        return at == length ? length : beginLine(last, count > 1);
    }

    private int beginLine(int from, boolean afterEmptyLine) {
        int at = lineTable.begin(text, length, from, tokens, words, afterEmptyLine);
        block = lineTable.block();
        return at;
    }

    private void hide(int at) {
        if (hidden == hiddenAt.length) {
            hiddenAt = Arrays.copyOf(hiddenAt, 2 * hidden);
        }
        hiddenAt[hidden++] = at;
    }

    private int mark(int at) {
        // written without a branch, and overwritten next where it ends no sentence
        stopTokens[stops] = tokens;
        wordsBeforeStops[stops] = words;
        stops += Sentences.isStop(text[at]) ? 1 : 0;
        return single(at, PUNCTUATION);
    }

    private int single(int at, byte kind) {
        return put(kind, at, at + 1, TokenHash.finish(TokenHash.step(TokenHash.SEED, text[at])));
    }

    private int add(byte kind, int from, int to) {
        long hash = TokenHash.SEED;
        for (int i = from; i < to; i++) {
            hash = TokenHash.step(hash, lower[text[i]]);
        }
        return put(kind, from, to, TokenHash.finish(hash));
    }

    private int put(byte kind, int from, int to, long hash) {
        otherTokens[otherWords] = tokens;
        otherWords += kind <= NUMBER ? 1 : 0;
        put(kind, from, to, hash, 0);
        return to;
    }

    private void put(byte kind, int from, int to, long hash, int tail) {
        int i = tokens++;
        starts[i] = from;
        ends[i] = to;
        kinds[i] = kind;
        blocks[i] = block;
        hashes[i] = hash;
        tails[i] = tail;
        // written without a branch, and overwritten next where it does not belong
        wordTokens[words] = i;
        words += kind <= NUMBER ? 1 : 0;
        signTokens[signs] = i;
        signs += kind == WORD ? 0 : 1;
        if (tokens == starts.length) {
            grow(2 * tokens);
        }
    }

    private void grow(int size) {
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        kinds = Arrays.copyOf(kinds, size);
        blocks = Arrays.copyOf(blocks, size);
        hashes = Arrays.copyOf(hashes, size);
        tails = Arrays.copyOf(tails, size);
        wordTokens = Arrays.copyOf(wordTokens, size);
        signTokens = Arrays.copyOf(signTokens, size);
        stopTokens = Arrays.copyOf(stopTokens, size);
        wordsBeforeStops = Arrays.copyOf(wordsBeforeStops, size);
        otherTokens = Arrays.copyOf(otherTokens, size);
    }

    /**
     * How long the text is.
     *
     * @return its count of UTF-16 units
     */
    public int length() {
        return length;
    }

    /**
     * One unit of the text.
     *
     * @param at its index, in [0, {@link #length()})
     * @return the unit, unchanged
     */
    public char charAt(int at) {
        return text[at];
    }

    /**
     * One unit of the text in lower case.
     *
     * @param at its index, in [0, {@link #length()})
     * @return the unit's simple lower case
     */
    public char lowerAt(int at) {
        return lower[text[at]];
    }

    /**
     * How many tokens there are.
     *
     * @return the count
     */
    public int tokens() {
        return tokens;
    }

    /**
     * Where a token starts.
     *
     * @param token its index
     * @return the index of its first unit
     */
    public int start(int token) {
        return starts[token];
    }

    /**
     * Where a token ends.
     *
     * @param token its index
     * @return the index after its last unit
     */
    public int end(int token) {
        return ends[token];
    }

    /**
     * What a token is.
     *
     * @param token its index
     * @return its kind
     */
    public TokenKind kind(int token) {
        return KINDS[kinds[token]];
    }

    /**
     * Tells words and numbers from everything else.
     *
     * @param token its index
     * @return whether its kind is {@link TokenKind#WORD} or {@link TokenKind#NUMBER}
     */
    public boolean isWord(int token) {
        return kinds[token] <= NUMBER;
    }

    /**
     * Tells line ends from everything else.
     *
     * @param token its index
     * @return whether its kind is {@link TokenKind#LINE_END} or {@link TokenKind#PARAGRAPH_END}
     */
    public boolean isLineEnd(int token) {
        return kinds[token] >= LINE_END;
    }

    /**
     * The last four characters of a word of ASCII letters and digits.
     *
     * @param token its index
     * @return their lower-cased codes, a byte each, the last one lowest, zeros before a shorter word; 0 for any other token
     */
    public int tail(int token) {
        return tails[token];
    }

    /**
     * The hash of a token's lower-cased text, see {@link TokenHash}.
     *
     * @param token its index
     * @return the hash; equal for all line ends of one kind
     */
    public long hash(int token) {
        return hashes[token];
    }

    /**
     * The kind of block in which a token stands; a line end belongs to the line that it ends.
     *
     * @param token its index
     * @return the block's kind
     */
    public BlockKind block(int token) {
        return BLOCKS[blocks[token]];
    }

    /**
     * How many sentences there are.
     *
     * @return the count
     */
    public int sentences() {
        return sentences.count();
    }

    /**
     * Where a sentence starts.
     *
     * @param sentence its index
     * @return its first token
     */
    public int sentenceToken(int sentence) {
        return sentences.start(sentence);
    }

    /**
     * How many words and numbers stand before a sentence.
     *
     * @param sentence its index; {@link #sentences()} is allowed
     * @return the count
     */
    public int wordsBeforeSentence(int sentence) {
        return sentence == sentences.count() ? words : sentences.wordsBefore(sentence);
    }

    /**
     * How many words and numbers there are.
     *
     * @return the count of tokens for which {@link #isWord} holds
     */
    public int words() {
        return words;
    }

    /**
     * A word or number.
     *
     * @param index its index among them
     * @return the token
     */
    public int word(int index) {
        return wordTokens[index];
    }

    /**
     * How many marks there are that may end a sentence, in any script: full stops, question and exclamation marks, ellipses.
     *
     * @return the count
     */
    public int stops() {
        return stops;
    }

    /**
     * One of the marks that may end a sentence.
     *
     * @param index its index among them
     * @return the index of its token; they ascend
     */
    public int stop(int index) {
        return stopTokens[index];
    }

    int wordsBeforeStop(int index) {
        return wordsBeforeStops[index];
    }

    int wordsBeforeLine(int line) {
        return lineTable.words(line);
    }

    /**
     * How many tokens are no words: numbers, marks, symbols, emoji and line ends.
     *
     * @return the count of tokens whose kind is not {@link TokenKind#WORD}
     */
    public int signs() {
        return signs;
    }

    /**
     * A token that is no word.
     *
     * @param index its index among them
     * @return the token
     */
    public int sign(int index) {
        return signTokens[index];
    }

    /**
     * How many words and numbers are not made of ASCII letters and digits alone.
     *
     * @return the count
     */
    public int otherWords() {
        return otherWords;
    }

    /**
     * A word or number that is not made of ASCII letters and digits alone.
     *
     * @param index its index among them
     * @return the token
     */
    public int otherWord(int index) {
        return otherTokens[index];
    }

    /**
     * How many lines there are, without empty ones.
     *
     * @return the count, at least 1
     */
    public int lines() {
        return lineTable.count();
    }

    /**
     * Where a line starts.
     *
     * @param line its index
     * @return the index of its first unit, before its indentation
     */
    public int lineStart(int line) {
        return lineTable.start(line);
    }

    /**
     * Where a line ends.
     *
     * @param line its index
     * @return the index of its line end, or the text's length
     */
    public int lineStop(int line) {
        return lineTable.end(line);
    }

    /**
     * The first token of a line.
     *
     * @param line its index; {@link #lines()} is allowed
     * @return the token's index; the count of tokens where the line has none
     */
    public int lineToken(int line) {
        return line == lineTable.count() ? tokens : lineTable.token(line);
    }

    /**
     * How far a line is indented.
     *
     * @param line its index
     * @return its columns, a tab counting as four
     */
    public int indent(int line) {
        return lineTable.indent(line);
    }

    /**
     * What a line is.
     *
     * @param line its index
     * @return the kind of its block
     */
    public BlockKind lineBlock(int line) {
        return lineTable.block(line);
    }

    /**
     * Tells where paragraphs start.
     *
     * @param line its index
     * @return whether there is at least one empty line before it
     */
    public boolean afterEmptyLine(int line) {
        return lineTable.afterEmptyLine(line);
    }

    /**
     * Tells where code blocks start.
     *
     * @param line its index
     * @return whether it is a fence that opens a code block
     */
    public boolean opensFence(int line) {
        return lineTable.opensFence(line);
    }

    /**
     * How many unusual spaces and invisible characters there are: every space but the common one and the tab, zero-width
     * characters, byte order marks, soft hyphens. Those inside emoji are not counted.
     *
     * @return the count
     */
    public int hiddenCharacters() {
        return hidden;
    }

    /**
     * Where an unusual space or invisible character stands.
     *
     * @param index its index among them
     * @return the index of its unit
     */
    public int hiddenCharacter(int index) {
        return hiddenAt[index];
    }

    /**
     * How many apostrophes stand inside words.
     *
     * @return the count
     */
    public int apostrophes() {
        return apostrophes;
    }

    /**
     * Where an apostrophe stands inside a word.
     *
     * @param index its index among them
     * @return the index of its unit
     */
    public int apostrophe(int index) {
        return apostropheAt[index];
    }

    /**
     * How many texts were scanned: tells whether what was derived from a text is still current.
     *
     * @return the count
     */
    public long scans() {
        return scans;
    }
}
