package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence as cues, aliases, other words and punctuation. Filled anew for each sentence; not for sharing between threads. */
final class Tokens {
    /** What the last member of a compound may be. */
    private static final long HEADS = Cue.AGENT | Cue.AI | Cue.TECH | Cue.POLICY | Cue.PLACE | Cue.PART;

    private static final int MANNER = 8; // letters that an adverb with an ending has at least
    private static final List<String> ENGLISH_MANNER = List.of("ally", "ously", "ively", "ently");
    private static final List<String> ROMANCE_MANNER = List.of("mente");
    private static final List<String> FRENCH_MANNER = List.of("lement", "quement", "ivement", "mment");
    private static final List<String> GERMAN_MANNER = List.of("weise");

    private final PhraseTrie.Match match = new PhraseTrie.Match();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] bits = new long[64];
    private Lexicon.@Nullable Alias[] aliases = new Lexicon.@Nullable Alias[64]; // null where a token is none
    private Cues.@Nullable Phrase[] phrases = new Cues.@Nullable Phrase[64]; // null where a token is no cue
    private int size;
    private String text = "";
    private int from;
    private int to;
    private Cues.Language language;
    private List<String> manner = List.of();

    Tokens(Cues.Language any) {
        language = any;
    }

    /** Reads text[from, to). */
    void read(String source, int begin, int finish, Cues.Language by) {
        text = source;
        from = begin;
        to = finish;
        language = by;
        manner = manner(by.tag());
        size = 0;
        int i = begin;
        while (i < finish) {
            i = readOne(i);
        }
    }

    /** The endings of adverbs of manner. */
    private static List<String> manner(String tag) {
        return switch (tag) {
            case "en" -> ENGLISH_MANNER;
            case "es", "pt" -> ROMANCE_MANNER;
            case "fr" -> FRENCH_MANNER;
            case "de" -> GERMAN_MANNER;
            default -> List.of();
        };
    }

    private int readOne(int i) {
        char c = text.charAt(i);
        if (Letters.script(c) != Letters.NONE || c == '\'' || c == '\u2019' || c == '\u30fb') {
            boolean alone = i == 0 || Letters.isBoundary(text.charAt(i - 1), c);
            if (alone) {
                language.longest(text, i, to, match);
                if (match.value != 0 && accept(i)) {
                    return match.end;
                }
            }
        }
        if (isLaughter(c)) {
            if (!is(size - 1, Cue.STOP)) {
                add(i, i + 1, Cue.STOP, null);
            }
            return i + 1;
        }
        byte script = Letters.script(c);
        if (script == Letters.NONE) {
            long mark = mark(i, c);
            if (mark != 0) {
                add(i, i + 1, mark, null);
            }
            return i + 1;
        }
        int end = i + 1;
        if (Letters.isSpaced(script)) {
            while (end < to && Letters.script(text.charAt(end)) == script) {
                end++;
            }
            long head = Letters.isUpper(c) && language.tag().equals("de") ? compound(i, end) : 0;
            long kind = isManner(i, end) ? Cue.ADV : head | Cue.WORD | (Letters.isUpper(c) ? Cue.CAPITAL : 0);
            add(i, end, kind, null);
        } else if (size > 0 && ends[size - 1] == i && (bits[size - 1] == Cue.WORD || isEnding(c, script))) {
            ends[size - 1] = end;
            phrases[size - 1] = null; // what its ending makes of it is told by the whole word
        } else {
            add(i, end, Cue.WORD, null);
        }
        return end;
    }

    /** A Korean letter by itself, of which laughing and weeping are written; it ends what is said before. */
    private static boolean isLaughter(char c) {
        return c >= '\u3131' && c <= '\u318e';
    }

    /** Whether a letter goes on with the verb before it, in languages that write endings on: "開発" + "なさった", "개발" + "하신"; no particle. */
    private boolean isEnding(char c, byte script) {
        return bits[size - 1] == Cue.DEV
                && (language.tag().equals("ko") && script == Letters.HANGUL && "을를에의로와과만".indexOf(c) < 0
                        || language.tag().equals("ja") && c >= '\u3041' && c <= '\u3093' && "をにへのもや".indexOf(c) < 0);
    }

    /** Whether a word has the ending of adverbs, which say nothing: "generally", "généralement", "generalmente". */
    private boolean isManner(int start, int end) {
        if (end - start < MANNER || Letters.isUpper(text.charAt(start))) {
            return false;
        }
        for (String letters : manner) {
            if (text.startsWith(letters, end - letters.length())) {
                return true;
            }
        }
        return false;
    }

    /** What a German compound is, as its last member is: "Nutzungsrichtlinien" are "Richtlinien". */
    private long compound(int start, int end) {
        for (int i = start + 3; i <= end - 4; i++) {
            language.longest(text, i, end, match);
            Cues.Phrase member = match.end == end ? language.phrase(match.value) : null;
            if (member != null && (member.mask() & HEADS) != 0) {
                return member.mask() & HEADS;
            }
        }
        return 0;
    }

    private boolean accept(int i) {
        Cues.Phrase phrase = language.phrase(match.value);
        if (phrase != null) {
            if (isInsideHangulWord(i, phrase.mask())) {
                return false;
            }
            boolean contrasted = phrase.mask() == Cue.CONTRAST && has(size - 1, Trait.SUBJECT); // "ich dagegen", "я же"
            add(i, match.end, contrasted ? Cue.ADV : phrase.mask(), null);
            phrases[size - 1] = phrase;
            return true;
        }
        Lexicon.Alias alias = language.alias(match.value);
        if (!Lexicon.passes(alias, text, i, match.end)) {
            return false;
        }
        add(i, match.end, Cue.ENTITY, alias);
        return true;
    }

    /** Korean pronouns are words of their own, particles are not, and the polite ending of a lone name follows it. */
    private boolean isInsideHangulWord(int i, long mask) {
        boolean polite = mask == Cue.AUX && Letters.script(text.charAt(i)) == Letters.HANGUL;
        if (polite) {
            return size == 0 || ends[size - 1] != i || !is(size - 1, Cue.ENTITY);
        }
        boolean particle = match.end - i == 1 && mask != 0 && (mask & ~(Cue.BY | Cue.TOPIC | Cue.OF | Cue.AND)) == 0;
        if (particle && Letters.script(text.charAt(i)) == Letters.HANGUL) {
            return i == 0
                    || text.charAt(i - 1)
                            <= ' '; // it leans on the word before, as in "팀이", and opens none, as in "가르쳐"
        }
        if (Letters.script(text.charAt(i)) != Letters.HANGUL
                || (mask & (Cue.SELF | Cue.MY | Cue.YOU | Cue.THIRD | Cue.WE)) == 0
                || (mask & Cue.NAMED) != 0) {
            return false;
        }
        boolean left = i > 0 && Letters.script(text.charAt(i - 1)) == Letters.HANGUL;
        boolean right = match.end - i == 1
                && match.end < text.length()
                && Letters.script(text.charAt(match.end)) == Letters.HANGUL;
        return left || right;
    }

    private long mark(int i, char c) {
        return switch (c) {
            case ',', '\uff0c', '\u3001' -> Cue.COMMA;
            case '(', '\uff08', '[', '\u3010' -> Cue.OPEN;
            case ')', '\uff09', ']', '\u3011' -> Cue.CLOSE;
            case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\u300c', '\u300d', '\u300e', '\u300f', '`' ->
                Cue.QUOTE;
            case '\'', '\u2018', '\u2019' -> isInnerApostrophe(i) ? 0 : Cue.QUOTE;
            case '\u2013', '\u2014', '\u2015' -> Cue.DASH;
            case '-' -> isSpacedHyphen(i) ? Cue.DASH : 0;
            case ':', '\uff1a', '|' -> Cue.COLON; // the line between the cells of a table
            case ';', '\uff1b' -> Cue.SEMICOLON;
            case '.', '!', '?', '\u3002', '\uff01', '\uff1f' -> Cue.STOP;
            default -> 0;
        };
    }

    private boolean isInnerApostrophe(int i) {
        return i > 0
                && Letters.script(text.charAt(i - 1)) != Letters.NONE
                && i + 1 < text.length()
                && Letters.script(text.charAt(i + 1)) != Letters.NONE;
    }

    private boolean isSpacedHyphen(int i) {
        return i > 0 && text.charAt(i - 1) == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' '
                || i + 1 < text.length() && text.charAt(i + 1) == '-';
    }

    private void add(int start, int end, long kind, Lexicon.@Nullable Alias alias) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            bits = Arrays.copyOf(bits, 2 * size);
            aliases = Arrays.copyOf(aliases, 2 * size);
            phrases = Arrays.copyOf(phrases, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        bits[size] = kind;
        phrases[size] = null;
        aliases[size++] = alias;
    }

    int size() {
        return size;
    }

    /** Whether a word with a capital stands here that is neither cue nor alias. */
    boolean hasName() {
        for (int i = 0; i < size; i++) {
            if (bits[i] == (Cue.WORD | Cue.CAPITAL)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes speakers of the words that the prompt gave the speaker as a name.
     *
     * @param names the names, folded
     * @return whether there is one
     */
    boolean name(Set<String> names) {
        boolean found = false;
        for (int i = 0; i < size; i++) {
            if (bits[i] == (Cue.WORD | Cue.CAPITAL) && names.contains(folded(i))) {
                bits[i] = Cue.THISAI | Cue.CAPITAL;
                found = true;
            }
        }
        return found;
    }

    /** Makes a token say "my". */
    void own(int i) {
        bits[i] = Cue.MY;
    }

    /** Makes the person spoken to the speaker, as in a question that the speaker takes over: "are you X" becomes "I am X". */
    void turnRound() {
        for (int i = 0; i < size; i++) {
            if ((bits[i] & Cue.YOU) == 0) {
                continue;
            }
            boolean none =
                    language.tag().equals("ru") && is(i + 1, Cue.ENTITY | Cue.DASH | Cue.BY); // no verb is wanted
            boolean be = none || has(i, Trait.YOU_ARE) || all(i - 1, Cue.BE | Cue.FINITE);
            long me = has(i, Trait.YOURS) ? Cue.MY : be ? Cue.SELF | Cue.BE | Cue.FINITE : Cue.SELF;
            bits[i] = bits[i] & ~Cue.YOU | me;
            if (all(i + 1, Cue.BE | Cue.FINITE) && !isEastern()) {
                bits[i + 1] |= Cue.SELF; // "are" becomes "am"
            }
            if (isEastern() && is(i + 1, Cue.BE) && all(i + 2, Cue.BE | Cue.NEG)) {
                bits[i + 2] &= ~Cue.NEG; // "are you or are you not"
            }
        }
    }

    /** Makes one mention of the tokens from first to last, as if the lexicon held their words. */
    void mention(int first, int last, Lexicon.Alias alias) {
        ends[first] = ends[last];
        bits[first] = Cue.ENTITY | Cue.CAPITAL;
        aliases[first] = alias;
        phrases[first] = null;
        int gone = last - first;
        for (int i = last + 1; i < size; i++) {
            starts[i - gone] = starts[i];
            ends[i - gone] = ends[i];
            bits[i - gone] = bits[i];
            aliases[i - gone] = aliases[i];
            phrases[i - gone] = phrases[i];
        }
        size -= gone;
    }

    /** Whether token i exists and has one of these bits. */
    boolean is(int i, long any) {
        return i >= 0 && i < size && (bits[i] & any) != 0;
    }

    /** Whether token i exists and has all of these bits. */
    boolean all(int i, long every) {
        return i >= 0 && i < size && (bits[i] & every) == every;
    }

    /** Whether token i exists and is this as well. */
    boolean has(int i, Trait trait) {
        if (i < 0 || i >= size) {
            return false;
        }
        Cues.Phrase phrase = phrases[i];
        return phrase == null
                ? language.isListed(folded(i), trait)
                : phrase.traits().contains(trait);
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    /** Spanish and Portuguese leave the subject to the verb, and put "not" before a verb that is its own subject. */
    boolean dropsPronoun() {
        return language.tag().equals("es") || language.tag().equals("pt");
    }

    /** The alias of a token that {@link #is} an entity. */
    Lexicon.Alias alias(int i) {
        return requireNonNull(aliases[i], "token is no entity");
    }

    String text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean isEastern() {
        return language.isEastern();
    }

    /** Whether, of the eastern languages, it is one in which the verb ends the clause. */
    boolean isVerbFinal() {
        return !language.tag().equals("zh");
    }

    /** Whether a technology or a model is spoken of before some token, other than by the mention at e. */
    boolean holdsTechnology(int e, int to) {
        for (int k = 0; k < to; k++) {
            if (k != e && is(k, Cue.TECH | Cue.AI)) {
                return true;
            }
        }
        return false;
    }

    String language() {
        return language.tag();
    }

    /** Whether something that is no token and no blank, such as a picture, stands right before token k. */
    boolean isApart(int k) {
        for (int i = k > 0 && k < size ? ends[k - 1] : to; i < starts[Math.min(k, size - 1)]; i++) {
            if (text.charAt(i) > ' ' && text.charAt(i) != '*') {
                return true;
            }
        }
        return false;
    }

    /** The token's own words, folded. */
    String folded(int i) {
        return Letters.fold(text.substring(starts[i], ends[i]));
    }
}
