package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cues of each language and the aliases of the lexicon, ready to be looked up in a sentence. */
final class Cues {
    /** One language: its trie gives an index above 0 into {@code masks}, or above {@code masks.length} into the aliases. */
    static final class Language {
        final String tag;
        final PhraseTrie trie = new PhraseTrie();
        final List<Long> masks = new ArrayList<>();
        final List<Lexicon.Alias> aliases;
        final Set<String> words = new LinkedHashSet<>(); // the cues of one word

        Language(String tag, List<Lexicon.Alias> aliases) {
            this.tag = tag;
            this.aliases = aliases;
            masks.add(0L);
        }

        private void addCue(String phrase, long mask) {
            String folded = Letters.fold(phrase);
            if (folded.indexOf(' ') < 0) {
                words.add(folded);
            }
            masks.add(mask);
            int before = trie.put(folded, masks.size() - 1);
            if (before != 0) {
                masks.set(masks.size() - 1, mask | masks.get(before));
            }
        }

        private void addAliases() {
            for (int i = 0; i < aliases.size(); i++) {
                trie.put(Letters.fold(aliases.get(i).text()), masks.size() + i);
            }
        }

        boolean isEastern() {
            return tag.equals("zh") || tag.equals("ja") || tag.equals("ko");
        }
    }

    private final Map<String, Language> languages = new LinkedHashMap<>();

    private Cues() {}

    static Cues load(Lexicon lexicon) {
        Cues cues = new Cues();
        Map<String, List<String>> endings = new HashMap<>();
        for (String[] row : Resources.table("cues.tsv", 3)) {
            if (row[1].charAt(0) == '~') {
                endings.put(row[0] + row[1], Resources.parts(row[2]));
                continue;
            }
            Language language = cues.languages.computeIfAbsent(row[0], tag -> new Language(tag, lexicon.aliases()));
            long mask = 0;
            for (String name : row[1].split("\\+")) {
                mask |= Cue.named(name);
            }
            if (language.isEastern() && (mask & Cue.OWN) == 0) {
                mask &= ~Cue.WORD; // a plain word right after the speaker makes another subject of it there
            }
            for (String phrase : Resources.parts(row[2])) {
                for (String form : forms(row[0], phrase, endings)) {
                    language.addCue(form, mask);
                }
            }
        }
        for (Language language : cues.languages.values()) {
            language.addAliases();
        }
        return cues;
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
