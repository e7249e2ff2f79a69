package dev.pedigree.identity;

import com.google.common.collect.ImmutableSet;
import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Role;
import dev.pedigree.identity.PromptReading.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a prompt says about identities. */
final class PromptReader {
    /* What a phrase does, one bit each, since "you are" both assigns and speaks of the speaker; an alias has its index above them. */
    private static final int ASKS = 1;
    private static final int ROLE = 1 << 1;
    private static final int ASSIGN = 1 << 2;
    private static final int TOOLS = 1 << 3;
    private static final int YOURS = 1 << 4;
    private static final int HOUSE = 1 << 5;
    private static final int MAKER = 1 << 6;
    private static final int WHO = 1 << 7;
    private static final int TEXT = 1 << 8;
    private static final int WHOM = 1 << 9;
    private static final int ADDRESS = 1 << 10;
    private static final int WHEN = 1 << 11;
    private static final int KNOWN = 1 << 12;
    private static final int LISTENER = 1 << 13;
    private static final int ALIAS = 1 << 14;
    private static final String PARTICLES = "吗嗎么か"; // questions end in them, with a mark or without
    private static final int BRIEF = 60; // characters of a question for whom the person spoken to has
    private static final List<String> MACHINES = List.of("GPT", "AI", "Bot"); // what made-up names of models end in
    private static final int BARE = 18; // characters of a question that leaves out whom it is about, in the east
    private static final int COPULA = 8; // characters after a name that ask whether somebody bears it
    private static final int ARTICLE = 5; // characters between "are you" and a name
    private static final int QUESTION = 18; // characters between a question's word and whom it is about

    private final PhraseTrie trie;
    private final List<Lexicon.Alias> aliases;
    private final Words articles = new Words();
    private final Words noNames = new Words();
    private final Words neutral = new Words();
    private final Words copulas = new Words();

    PromptReader(Lexicon lexicon) {
        aliases = lexicon.aliases();
        PhraseTrie.Builder phrases = new PhraseTrie.Builder();
        List<String[]> rows = Resources.table("prompt-cues.tsv", 3);
        Set<String> you = new LinkedHashSet<>();
        for (String[] row : rows) {
            if (row[1].equals("YOURS")) {
                Resources.parts(row[2]).forEach(phrase -> you.add(row[0] + Letters.fold(phrase)));
            }
        }
        for (String[] row : rows) {
            Words list = switch (row[1]) {
                case "=ARTICLE" -> articles;
                case "=NO_NAME" -> noNames;
                case "=NEUTRAL" -> neutral;
                case "=COPULA" -> copulas;
                default -> null;
            };
            if (list != null) {
                Resources.parts(row[2]).forEach(list::add);
                continue;
            }
            int value = switch (row[1]) {
                case "ASKS" -> ASKS;
                case "ROLE" -> ROLE;
                case "ASSIGN" -> ASSIGN;
                case "TOOLS" -> TOOLS;
                case "YOURS" -> YOURS;
                case "HOUSE" -> HOUSE;
                case "MAKER" -> MAKER;
                case "WHO" -> WHO;
                case "TEXT" -> TEXT;
                case "WHOM" -> WHOM;
                case "ADDRESS" -> ADDRESS;
                case "ASKS_CUTOFF" -> ASKS | WHEN | KNOWN | LISTENER;
                case "WHEN" -> WHEN;
                case "KNOWN" -> KNOWN;
                case "KNOWS" -> KNOWN | LISTENER;
                case "AGE" -> WHEN | KNOWN;
                case "YOUR_AGE" -> WHEN | KNOWN | LISTENER;
                default -> throw new IllegalStateException("prompt-cues.tsv: unknown class " + row[1]);
            };
            for (String phrase : Resources.parts(row[2])) {
                String folded = Letters.fold(phrase);
                int before = phrases.put(
                        folded, value == ASSIGN && you.contains(row[0] + firstWord(folded)) ? value | YOURS : value);
                if (before != 0) {
                    phrases.put(folded, before | value);
                }
            }
        }
        for (int i = 0; i < aliases.size(); i++) {
            phrases.put(Letters.fold(aliases.get(i).text()), ALIAS + i);
        }
        trie = phrases.build();
    }

    /** Whether a speaker's tag, folded, marks the usual voice. */
    boolean isNeutral(String tag) {
        return neutral.has(tag);
    }

    private static String firstWord(String phrase) {
        int blank = phrase.indexOf(' ');
        return blank < 0 ? phrase : phrase.substring(0, blank);
    }

    PromptReading read(Prompt prompt) {
        StringBuilder all = new StringBuilder();
        boolean tools = false;
        for (Message message : prompt.messages()) {
            tools |= message.role() == Role.TOOL;
            all.append(message.text()).append('\n');
        }
        Walk walk = new Walk(all.toString());
        walk.add(Kind.KNOWN, prompt.isKnown());
        walk.add(Kind.TOOLS, tools);
        return walk.read();
    }

    /** One pass over a prompt. */
    private final class Walk {
        private final String text;
        private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        private final Set<String> mentioned = new LinkedHashSet<>();
        private final Set<String> assigned = new LinkedHashSet<>();
        private final List<Lexicon.Alias> named = new ArrayList<>();
        private final List<Integer> givenAt = new ArrayList<>();
        private final List<Integer> bare = new ArrayList<>(); // questions that name nobody: "谁开发"
        private final List<Integer> aliasAt = new ArrayList<>();
        private int assignEnd = -1;
        private int yoursEnd = -1;
        private int houseEnd = -1;
        private int addressEnd = -1;
        private boolean whom; // whether it asks for a person or house
        private boolean yours;
        private int age; // the bits of a question for how far what the listener knows reaches

        Walk(String text) {
            this.text = text;
        }

        void add(Kind kind, boolean is) {
            if (is) {
                kinds.add(kind);
            }
        }

        PromptReading read() {
            PhraseTrie.Match match = new PhraseTrie.Match();
            byte left = Letters.NONE; // the script of the character before
            int i = 0;
            while (i < text.length()) {
                byte script = Letters.script(text.charAt(i));
                match.value = 0;
                if (left != script || !Letters.isSpaced(script)) {
                    trie.longest(text, i, text.length(), match);
                }
                int next = i + 1;
                if (match.value >= ALIAS) {
                    alias(aliases.get(match.value - ALIAS), i, match.end);
                    next = match.end;
                } else if (match.value != 0) {
                    cue(match.value, i, match.end);
                    next = match.end;
                }
                left = next == i + 1 ? script : Letters.script(text.charAt(next - 1));
                i = next;
            }
            for (int question : bare) {
                add(Kind.ASKS, !isAboutOther(question));
            }
            boolean brief = whom && mentioned.isEmpty() && text.strip().length() <= BRIEF;
            add(Kind.ASKS, brief && yours && isQuestion(text, 0));
            add(Kind.ASKS, mentioned.size() == 1 && isNameAsked());
            add(Kind.CUTOFF, mentioned.isEmpty() && isCutoffAsked(text.strip()));
            boolean role = kinds.contains(Kind.ROLE);
            if (role) {
                for (Lexicon.Alias alias : named) {
                    if (alias.entity().kind() != Lexicon.Kind.VENDOR) {
                        assigned.add(alias.entity().vendor());
                    }
                }
            }
            Set<String> personas = role ? personas(text, givenAt, named) : ImmutableSet.of();
            return new PromptReading(kinds, mentioned, assigned, personas, text);
        }

        private boolean isCutoffAsked(String asked) {
            boolean bare = asked.length() <= BARE && asked.chars().anyMatch(c -> isEastern((char) c));
            boolean listener = yours || addressEnd >= 0 || (age & LISTENER) != 0 || bare;
            int both = WHEN | KNOWN;
            return (age & both) == both && listener && asked.length() <= BRIEF;
        }

        /** "Xですか？", "X예요?": whether the listener, who is left out, is the bearer of a name. */
        private boolean isNameAsked() {
            if (aliasAt.get(0) != 0 || named.size() != 1) {
                return false;
            }
            String rest = text.substring(named.get(0).text().length()).strip();
            return rest.length() <= COPULA && copulas.has(PromptReader.letters(rest, 0, rest.length()));
        }

        private void alias(Lexicon.Alias alias, int start, int end) {
            if (Lexicon.passes(alias, text, start, end)) {
                mentioned.add(alias.entity().vendor());
                aliasAt.add(start);
                named.add(alias);
                if (isNear(addressEnd, start, ARTICLE) && isQuestion(text, end)) {
                    kinds.add(Kind.ASKS);
                } else if (isNear(assignEnd, start, 14) || isTag(text, start, end)) {
                    assigned.add(alias.entity().vendor());
                }
            }
        }

        private void cue(int value, int start, int end) {
            boolean house = (value & HOUSE) != 0 && isNear(yoursEnd, start, 34);
            boolean yours = (value & YOURS) != 0 && isNear(houseEnd, start, 16);
            boolean asks = (value & ASKS) != 0;
            boolean names = Letters.isSpaced(Letters.script(text.charAt(start))) || (value & YOURS) != 0;
            if (asks && !names && yoursEnd < 0) {
                bare.add(start);
            }
            add(Kind.ASKS, asks && (names || yoursEnd >= 0) || (house || yours) && isAsked(text, start));
            whom |= (value & WHOM) != 0;
            age |= value & (WHEN | KNOWN | LISTENER);
            this.yours |= (value & (YOURS | HOUSE)) != 0
                    && (Letters.isSpaced(Letters.script(text.charAt(start))) ? (value & YOURS) != 0 : true);
            boolean opens = (value & WHO) != 0 && opensSentence(text, start);
            yoursEnd = (value & YOURS) != 0 || opens ? end : yoursEnd;
            houseEnd = (value & HOUSE) != 0 ? end : houseEnd;
            addressEnd = (value & ADDRESS) != 0 ? end : addressEnd;
            add(Kind.TOOLS, (value & TOOLS) != 0);
            add(Kind.TEXT, (value & TEXT) != 0);
            if ((value & MAKER) != 0 && isNear(assignEnd, start, 60)) {
                assignEnd = end;
            }
            if ((value & (ASSIGN | ROLE)) != 0) {
                assignEnd = end;
                givenAt.add(end);
            }
            add(Kind.ROLE, (value & ROLE) != 0 || (value & ASSIGN) != 0 && isPortrait(text, end));
        }

        /** Whether a question without "you" has a model or house beside it, which it is about. */
        private boolean isAboutOther(int question) {
            for (int at : aliasAt) {
                int from = Math.min(at, question);
                int to = Math.max(at, question);
                if (to - from <= QUESTION && !hasStop(text, from, to)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether a phrase ended at most so many characters before, in the same sentence. */
        private boolean isNear(int before, int start, int reach) {
            return before >= 0 && start - before <= reach && !hasStop(text, before, start);
        }
    }

    private static boolean isEastern(char c) {
        byte script = Letters.script(c);
        return script != Letters.NONE && !Letters.isSpaced(script);
    }

    /** Whether a name that is no vendor's and what its bearer is follow: "you are Captain Brine, a retired sea captain". */
    private boolean isPortrait(String text, int at) {
        int i = at;
        PhraseTrie.Match match = new PhraseTrie.Match();
        int words = 0;
        while (i + 2 < text.length() && text.charAt(i) == ' ' && Letters.isUpper(text.charAt(i + 1)) && words++ < 4) {
            trie.longest(text, i + 1, text.length(), match);
            if (match.value >= ALIAS) {
                return false;
            }
            i++;
            while (i < text.length() && Letters.isSpaced(Letters.script(text.charAt(i)))) {
                i++;
            }
        }
        if (words == 0 || i + 2 >= text.length() || text.charAt(i) != ',') {
            return false;
        }
        int end = i + 2;
        while (end < text.length() && Letters.isSpaced(Letters.script(text.charAt(end)))) {
            end++;
        }
        return articles.has(Letters.fold(text.substring(i + 2, end)));
    }

    /** Names that follow "you are", "act as", "named" within a few letters, and tags in brackets: words with a capital that are no cue. */
    private Set<String> personas(String text, List<Integer> givenAt, List<Lexicon.Alias> named) {
        Set<String> personas = new LinkedHashSet<>();
        for (int at : givenAt) {
            int i = at;
            while (i < text.length() && i - at <= 14 && !isStop(text.charAt(i))) {
                boolean starts = Letters.isBoundary(text.charAt(i - 1), text.charAt(i));
                int end = starts ? nameEnd(text, i) : i;
                if (end > i) {
                    add(personas, text.substring(i, end), named);
                    break;
                }
                i++;
            }
        }
        for (String kind : MACHINES) { // spoken of again and again: "the realm of PersonGPT"
            for (int at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
                int start = at;
                while (start > 0 && Letters.script(text.charAt(start - 1)) == Letters.LATIN) {
                    start--;
                }
                boolean made = start < at && nameEnd(text, start) == at + kind.length();
                if (made && text.indexOf(text.substring(start, at + kind.length()), at + 1) >= 0) {
                    add(personas, text.substring(start, at + kind.length()), named);
                }
            }
        }
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int end = nameEnd(text, open + 1);
            if (end > open + 1 && end < text.length() && text.charAt(end) == ']') {
                add(personas, text.substring(open + 1, end), named);
            }
        }
        return personas;
    }

    private void add(Set<String> personas, String name, List<Lexicon.Alias> named) {
        String folded = Letters.fold(name);
        boolean vendor = named.stream().anyMatch(a -> Letters.fold(a.text()).startsWith(folded));
        if (!vendor && !noNames.has(folded)) {
            personas.add(folded);
        }
    }

    /** Where a name with a second capital, or all of capitals, ends: "BasicBot", "DAN". Common words are not written so. */
    private static int nameEnd(String text, int start) {
        int end = start;
        int capitals = 0;
        while (end < text.length() && Letters.script(text.charAt(end)) == Letters.LATIN) {
            capitals += Letters.isUpper(text.charAt(end)) ? 1 : 0;
            end++;
        }
        return end - start >= 2 && capitals >= 2 && Letters.isUpper(text.charAt(start)) ? end : start;
    }

    private static boolean opensSentence(String text, int at) {
        int i = at;
        while (i > 0 && Letters.script(text.charAt(i - 1)) == Letters.NONE && !isStop(text.charAt(i - 1))) {
            i--;
        }
        return i == 0 || isStop(text.charAt(i - 1)) || text.charAt(i - 1) == '\uff1f';
    }

    /** Whether the sentence around a place ends with a question mark, or is short and so a question put without one. */
    private static boolean isAsked(String text, int at) {
        return isQuestion(text, at) || text.strip().length() <= 60;
    }

    private static boolean isQuestion(String text, int at) {
        int end = at;
        while (end < text.length() && !isStop(text.charAt(end)) && text.charAt(end) != '\uff1f') {
            end++;
        }
        boolean marked = end < text.length() && (text.charAt(end) == '?' || text.charAt(end) == '\uff1f');
        return marked || end > at && PARTICLES.indexOf(text.charAt(end - 1)) >= 0;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '?' || c == '!' || c == '\n' || c == '\u3002';
    }

    private static boolean hasStop(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isStop(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTag(String text, int start, int end) {
        char before = start == 0 ? '\n' : text.charAt(start - 1);
        char after = end == text.length() ? '\n' : text.charAt(end);
        return (before == '[' && after == ']')
                || (before == '(' && after == ')')
                || after == ':' && (before == '\n' || before == '"' || before == '*');
    }

    /** The letters and digits of text[from, to), folded. */
    static String letters(String text, int from, int to) {
        char[] out = new char[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Letters.script(c) != Letters.NONE) {
                out[length++] = Letters.fold(c);
            }
        }
        return new String(out, 0, length);
    }
}
