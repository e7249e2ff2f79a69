package dev.pedigree.identity;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The cues of each language and the aliases of the lexicon, ready to be looked up in a sentence. */
final class Cues {
    /** What a phrase does, as bits of {@link Cue}, and what else it is. */
    record Phrase(long mask, Set<Trait> traits) {
        private static final Phrase NONE = new Phrase(0, EnumSet.noneOf(Trait.class));

        Phrase and(Phrase other) {
            Set<Trait> both = EnumSet.copyOf(traits);
            both.addAll(other.traits);
            return new Phrase(mask | other.mask, both);
        }
    }

    /** One language. */
    static final class Language {
        private final String tag;
        private final boolean eastern;
        private final Supplier<Lookup> lookup; // made when the first sentence in the language wants it
        private final List<Lexicon.Alias> aliases;
        private final Set<String> words = new LinkedHashSet<>();
        private final Map<Trait, Words> lists;

        private Language(String tag, Map<String, Phrase> cues, List<Lexicon.Alias> aliases, Map<Trait, Words> lists) {
            this.tag = tag;
            this.eastern = Cues.isEastern(tag);
            this.aliases = aliases;
            this.lists = lists;
            for (String cue : cues.keySet()) {
                if (cue.indexOf(' ') < 0) {
                    words.add(cue);
                }
            }
            lookup = Suppliers.memoize(() -> new Lookup(cues, aliases, lists));
        }

        String tag() {
            return tag;
        }

        boolean isEastern() {
            return eastern;
        }

        /** The cues of one word, folded. */
        Set<String> words() {
            return words;
        }

        /** Looks for the longest cue or alias that begins here and stands alone. */
        void longest(String text, int from, int to, PhraseTrie.Match match) {
            lookup.get().trie.longest(text, from, to, match);
        }

        /** The cue that a value of the trie stands for, or null where it stands for an alias. */
        @Nullable
        Phrase phrase(int value) {
            return value < lookup.get().size() ? lookup.get().phrase(value) : null;
        }

        /** The alias that a value of the trie stands for, where it is no cue. */
        Lexicon.Alias alias(int value) {
            return aliases.get(value - lookup.get().size());
        }

        /** Whether a list holds a word, folded, that is no cue. */
        boolean isListed(String word, Trait trait) {
            Words list = lists.get(trait);
            return list != null && list.has(word);
        }
    }

    /** The trie of a language: it gives an index above 0 into the phrases, or above their number into the aliases. */
    private static final class Lookup {
        private final PhraseTrie trie;
        private final List<Map.Entry<String, Phrase>> cues;
        private final Map<Trait, Words> lists;
        private final AtomicReferenceArray<Phrase> phrases; // with what the lists say, once somebody asked

        Lookup(Map<String, Phrase> cues, List<Lexicon.Alias> aliases, Map<Trait, Words> lists) {
            this.cues = List.copyOf(cues.entrySet());
            this.lists = lists;
            phrases = new AtomicReferenceArray<>(1 + this.cues.size());
            PhraseTrie.Builder builder = new PhraseTrie.Builder();
            for (int i = 1; i < phrases.length(); i++) {
                builder.put(this.cues.get(i - 1).getKey(), i);
            }
            for (int i = 0; i < aliases.size(); i++) {
                builder.put(Letters.fold(aliases.get(i).text()), phrases.length() + i);
            }
            trie = builder.build();
        }

        int size() {
            return phrases.length();
        }

        Phrase phrase(int value) {
            Phrase known = phrases.get(value);
            if (known == null) {
                known = value == 0 ? Phrase.NONE : listed(cues.get(value - 1));
                phrases.set(value, known);
            }
            return known;
        }

        private Phrase listed(Map.Entry<String, Phrase> cue) {
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            lists.forEach((trait, list) -> {
                if (list.has(cue.getKey())) {
                    traits.add(trait);
                }
            });
            return cue.getValue().and(new Phrase(0, traits));
        }
    }

    private final Map<String, Language> languages = new LinkedHashMap<>();

    private Cues() {}

    static Cues load(Lexicon lexicon) {
        Map<String, Map<String, Phrase>> cues = new LinkedHashMap<>(); // by language and folded phrase
        Map<Trait, Words> lists = new EnumMap<>(Trait.class);
        Map<String, List<String>> endings = new HashMap<>();
        for (String[] row : Resources.table("cues.tsv", 3)) {
            List<String> parts = Resources.parts(row[2]);
            if (row[1].charAt(0) == '~') {
                endings.put(row[0] + row[1], parts);
            } else if (row[1].charAt(0) == '=') {
                Words list = lists.computeIfAbsent(trait(row[1].substring(1)), t -> new Words());
                parts.forEach(list::add);
            } else {
                Phrase means = phrase(row[1], isEastern(row[0]));
                Map<String, Phrase> known = cues.computeIfAbsent(row[0], tag -> new LinkedHashMap<>());
                for (String phrase : parts) {
                    for (String form : forms(row[0], phrase, endings)) {
                        known.merge(Letters.fold(form), means, Phrase::and);
                    }
                }
            }
        }
        Cues loaded = new Cues();
        cues.forEach((tag, known) -> loaded.languages.put(tag, new Language(tag, known, lexicon.aliases(), lists)));
        return loaded;
    }

    private static boolean isEastern(String tag) {
        return tag.equals("zh") || tag.equals("ja") || tag.equals("ko");
    }

    /** What names joined by "+" mean together. */
    private static Phrase phrase(String names, boolean eastern) {
        long mask = 0;
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String name : names.split("\\+")) {
            long bits = Cue.named(name);
            mask |= bits;
            if (bits == 0) {
                traits.add(trait(name));
            }
        }
        boolean plain = eastern
                && (mask & Cue.OWN) == 0; // a plain word right after the speaker makes another subject of it there
        return new Phrase(plain ? mask & ~Cue.WORD : mask, traits);
    }

    private static Trait trait(String name) {
        return Arrays.stream(Trait.values())
                .filter(trait -> trait.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("cues.tsv: unknown class " + name));
    }

    /** A phrase as it stands, or a stem before "~NAME" with each of the endings that a line before gave this name. */
    private static List<String> forms(String language, String phrase, Map<String, List<String>> endings) {
        int mark = phrase.indexOf('~');
        if (mark < 0) {
            return List.of(phrase);
        }
        List<String> known = endings.get(language + phrase.substring(mark));
        if (known == null) {
            throw new IllegalStateException("cues.tsv: unknown endings in " + phrase);
        }
        return known.stream().map(ending -> phrase.substring(0, mark) + ending).toList();
    }

    Language of(String tag) {
        Language language = languages.get(tag);
        if (language == null) {
            throw new IllegalArgumentException("no cues for language " + tag);
        }
        return language;
    }

    /** The language that a response's tag means: "de-CH" is "de"; English where there are no cues for it. */
    String known(String tag) {
        int end = 0;
        while (end < tag.length() && Letters.script(tag.charAt(end)) == Letters.LATIN) {
            end++;
        }
        String language = Letters.fold(tag.substring(0, end));
        return languages.containsKey(language) ? language : "en";
    }

    List<String> tags() {
        return List.copyOf(languages.keySet());
    }
}
