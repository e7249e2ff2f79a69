package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables, loaded once: lexicon, cues, prompt cues and the gate made of them. Immutable. */
final class Grammar {
    private static final class Holder {
        static final Grammar INSTANCE = new Grammar();
    }

    private final Lexicon lexicon = Lexicon.load();
    private final Cues cues = Cues.load(lexicon);
    private final LanguageGuess languages = new LanguageGuess(cues);
    private final PromptReader prompts = new PromptReader(lexicon);
    private final Signs signs = new Signs();
    private final PhraseTrie names;
    private final Map<String, String> vendors = new HashMap<>();
    private final Gate gate;

    private Grammar() {
        List<Gate.Phrase> phrases = new ArrayList<>();
        PhraseTrie.Builder models = new PhraseTrie.Builder();
        for (Lexicon.Alias alias : lexicon.aliases()) {
            phrases.add(new Gate.Phrase(alias.text(), alias.entity().exactCase(), false));
            vendors.put(Letters.fold(alias.text()), alias.entity().vendor());
            if (alias.entity().kind() != Lexicon.Kind.VENDOR) {
                models.put(Letters.fold(alias.text()), 1);
            }
        }
        for (String phrase : signs.gatePhrases()) {
            phrases.add(new Gate.Phrase(phrase, false, false));
        }
        for (String phrase : signs.datedPhrases()) {
            phrases.add(new Gate.Phrase(phrase, false, true));
        }
        names = models.build();
        gate = new Gate(phrases);
    }

    static Grammar instance() {
        return Holder.INSTANCE;
    }

    Cues cues() {
        return cues;
    }

    LanguageGuess languages() {
        return languages;
    }

    Gate gate() {
        return gate;
    }

    Signs signs() {
        return signs;
    }

    PromptReader prompts() {
        return prompts;
    }

    boolean hasVendor(String id) {
        return vendors.containsValue(id);
    }

    List<String> vendorIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (Lexicon.Alias alias : lexicon.aliases()) {
            ids.add(alias.entity().vendor());
        }
        return List.copyOf(ids);
    }

    /** The vendor that an alias names, or empty. */
    String vendorOf(String alias) {
        return vendors.getOrDefault(Letters.fold(alias), "");
    }

    /** Whether a speaker's tag holds the name of a model. */
    boolean isModel(String tag) {
        PhraseTrie.Match match = new PhraseTrie.Match();
        for (int i = 0; i < tag.length(); i++) {
            if (i == 0 || Letters.isBoundary(tag.charAt(i - 1), tag.charAt(i))) {
                names.longest(tag, i, tag.length(), match);
                if (match.value != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
