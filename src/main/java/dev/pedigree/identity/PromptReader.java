package dev.pedigree.identity;

import com.google.common.collect.ImmutableSet;
import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a prompt says about identities. */
final class PromptReader {
    /**
     * What a prompt says.
     *
     * @param known whether there is one
     * @param asks whether it asks who the speaker is
     * @param role whether it asks for a role
     * @param tools whether it holds tools
     * @param mentioned the vendors it names
     * @param assigned the vendors it makes the speaker's
     * @param personas the names, folded, that it gives the speaker where it asks for a role; no vendor's
     * @param text its text
     */
    record Reading(
            boolean known,
            boolean asks,
            boolean role,
            boolean tools,
            Set<String> mentioned,
            Set<String> assigned,
            Set<String> personas,
            String text) {

        String folded() {
            return Letters.fold(text);
        }

        /** Nothing but folded letters, to find echoes. */
        String letters() {
            return PromptReader.letters(text, 0, text.length());
        }

        /** The layer in which claims of this vendor's identity stand. */
        PromptStratum stratum(String vendor) {
            if (!known) {
                return PromptStratum.UNKNOWN;
            }
            if (assigned.contains(vendor)) {
                return PromptStratum.ROLE_ASSIGNED;
            }
            if (mentioned.contains(vendor)) {
                return PromptStratum.ENTITY_MENTIONED;
            }
            if (vendor.startsWith("other:") && folded().contains(Letters.fold(vendor.substring(6)))) {
                return role ? PromptStratum.ROLE_ASSIGNED : PromptStratum.ENTITY_MENTIONED;
            }
            if (tools) {
                return PromptStratum.TOOLS;
            }
            if (role) {
                return PromptStratum.PERSONA;
            }
            return asks ? PromptStratum.IDENTITY_QUESTION : PromptStratum.UNRELATED;
        }
    }

    /* What a phrase does, one bit each, since "you are" both assigns and speaks of the speaker; an alias has its index above them. */
    private static final int ASKS = 1;
    private static final int ROLE = 1 << 1;
    private static final int ASSIGN = 1 << 2;
    private static final int TOOLS = 1 << 3;
    private static final int YOURS = 1 << 4;
    private static final int HOUSE = 1 << 5;
    private static final int MAKER = 1 << 6;
    private static final int WHO = 1 << 7;
    private static final int ALIAS = 1 << 8;

    private static final List<String> ARTICLES = List.of(
            "a", "an", "the", "un", "una", "el", "la", "une", "le", "ein", "eine", "der", "die", "um", "uma", "o");

    /** Capitals that name nobody. */
    private static final Set<String> NO_NAMES = new LinkedHashSet<>(List.of(
            "ai", "ais", "api", "llm", "nlp", "user", "prompt", "insert", "you", "your", "not", "now", "usa", "uk"));

    private final PhraseTrie trie;
    private final List<Lexicon.Alias> aliases;

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
            int value = switch (row[1]) {
                case "ASKS" -> ASKS;
                case "ROLE" -> ROLE;
                case "ASSIGN" -> ASSIGN;
                case "TOOLS" -> TOOLS;
                case "YOURS" -> YOURS;
                case "HOUSE" -> HOUSE;
                case "MAKER" -> MAKER;
                case "WHO" -> WHO;
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

    private static String firstWord(String phrase) {
        int blank = phrase.indexOf(' ');
        return blank < 0 ? phrase : phrase.substring(0, blank);
    }

    Reading read(Prompt prompt) {
        boolean tools = false;
        StringBuilder all = new StringBuilder();
        for (Message message : prompt.messages()) {
            tools |= message.role() == Role.TOOL;
            all.append(message.text()).append('\n');
        }
        return read(all.toString(), prompt.isKnown(), tools);
    }

    private Reading read(String text, boolean known, boolean hasTools) {
        boolean asks = false;
        boolean role = false;
        boolean tools = hasTools;
        Set<String> mentioned = new LinkedHashSet<>();
        Set<String> assigned = new LinkedHashSet<>();
        List<Lexicon.Alias> named = new ArrayList<>();
        PhraseTrie.Match match = new PhraseTrie.Match();
        List<Integer> givenAt = new ArrayList<>();
        int assignEnd = -1;
        int yoursEnd = -1;
        int houseEnd = -1;
        int i = 0;
        while (i < text.length()) {
            boolean start = i == 0 || Letters.isBoundary(text.charAt(i - 1), text.charAt(i));
            match.value = 0;
            if (start) {
                trie.longest(text, i, text.length(), match);
            }
            if (match.value == 0) {
                i++;
                continue;
            }
            int value = match.value;
            if (value >= ALIAS) {
                Lexicon.Alias alias = aliases.get(value - ALIAS);
                if (Lexicon.passes(alias, text, i, match.end)) {
                    mentioned.add(alias.entity().vendor());
                    named.add(alias);
                    boolean near = assignEnd >= 0 && i - assignEnd <= 14 && !hasStop(text, assignEnd, i);
                    if (near || isTag(text, i, match.end)) {
                        assigned.add(alias.entity().vendor());
                    }
                }
            } else {
                boolean house =
                        (value & HOUSE) != 0 && yoursEnd >= 0 && i - yoursEnd <= 34 && !hasStop(text, yoursEnd, i);
                boolean yours =
                        (value & YOURS) != 0 && houseEnd >= 0 && i - houseEnd <= 16 && !hasStop(text, houseEnd, i);
                asks |= (value & ASKS) != 0 || (house || yours) && isAsked(text, i);
                boolean opens = (value & WHO) != 0 && opensSentence(text, i);
                yoursEnd = (value & YOURS) != 0 || opens ? match.end : yoursEnd;
                houseEnd = (value & HOUSE) != 0 ? match.end : houseEnd;
                role |= (value & ROLE) != 0;
                tools |= (value & TOOLS) != 0;
                if ((value & MAKER) != 0 && assignEnd >= 0 && i - assignEnd <= 60 && !hasStop(text, assignEnd, i)) {
                    assignEnd = match.end;
                }
                if ((value & (ASSIGN | ROLE)) != 0) {
                    assignEnd = match.end;
                    givenAt.add(match.end);
                }
                role |= (value & ASSIGN) != 0 && isPortrait(text, match.end);
            }
            i = Math.max(match.end, i + 1);
        }
        Set<String> personas = role ? personas(text, givenAt, named) : ImmutableSet.of();
        if (role) {
            for (Lexicon.Alias alias : named) {
                if (alias.entity().kind() != Lexicon.Kind.VENDOR) {
                    assigned.add(alias.entity().vendor());
                }
            }
        }
        return new Reading(known, asks, role, tools, mentioned, assigned, personas, text);
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
        return ARTICLES.contains(Letters.fold(text.substring(i + 2, end)));
    }

    /** Names that follow "you are", "act as", "named" within a few letters, and tags in brackets: words with a capital that are no cue. */
    private static Set<String> personas(String text, List<Integer> givenAt, List<Lexicon.Alias> named) {
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
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
            int end = nameEnd(text, open + 1);
            if (end > open + 1 && end < text.length() && text.charAt(end) == ']') {
                add(personas, text.substring(open + 1, end), named);
            }
        }
        return personas;
    }

    private static void add(Set<String> personas, String name, List<Lexicon.Alias> named) {
        String folded = Letters.fold(name);
        boolean vendor = named.stream().anyMatch(a -> Letters.fold(a.text()).startsWith(folded));
        if (!vendor && !NO_NAMES.contains(folded)) {
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
        int end = at;
        while (end < text.length() && !isStop(text.charAt(end)) && text.charAt(end) != '\uff1f') {
            end++;
        }
        boolean question = end < text.length() && (text.charAt(end) == '?' || text.charAt(end) == '\uff1f');
        return question || text.strip().length() <= 60;
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
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (Letters.script(text.charAt(i)) != Letters.NONE) {
                out.append(Letters.fold(text.charAt(i)));
            }
        }
        return out.toString();
    }
}
