package dev.pedigree.reference;

import dev.pedigree.fingerprint.CorpusProfile;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Script;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model's answers are like apart from its habits of wording.
 *
 * @param responses how many answers there are
 * @param medianTokens the median length of an answer in tokens, to within its bucket of {@link CorpusProfile#lengths}
 * @param shares the share of answers that show each trait, in [0, 1]; every trait has one
 * @param languages the share of the answers in each language, among those whose language is told; in [0, 1]
 * @param scripts the share of the words in each script, in [0, 1]; a script without words is missing
 */
public record AnswerTraits(
        long responses,
        double medianTokens,
        Map<Trait, Double> shares,
        SortedMap<String, Double> languages,
        Map<Script, Double> scripts) {
    private static final String UNKNOWN_LANGUAGE = "und";

    /** Copies the maps; a trait without a share is an {@link IllegalArgumentException}. */
    public AnswerTraits {
        EnumMap<Trait, Double> shareCopy = new EnumMap<>(Trait.class);
        shareCopy.putAll(shares);
        for (Trait trait : Trait.values()) {
            if (!shareCopy.containsKey(trait)) {
                throw new IllegalArgumentException("need a share for each trait, none for " + trait);
            }
        }
        shares = Collections.unmodifiableMap(shareCopy);
        languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
        EnumMap<Script, Double> scriptCopy = new EnumMap<>(Script.class);
        scriptCopy.putAll(scripts);
        scripts = Collections.unmodifiableMap(scriptCopy);
    }

    /**
     * The traits of fingerprinted answers.
     *
     * @param print the fingerprint
     * @return its traits
     */
    public static AnswerTraits of(Fingerprint print) {
        CorpusProfile profile = print.profile();
        long responses = 0;
        for (long count : profile.lengths()) {
            responses += count;
        }
        EnumMap<Trait, Double> shares = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            shares.put(trait, responses == 0 ? 0 : Math.min(1, (double) trait.count(profile) / responses));
        }
        TreeMap<String, Double> languages = new TreeMap<>();
        long told = 0;
        for (Map.Entry<String, Long> language : profile.languages().entrySet()) {
            if (!language.getKey().equals(UNKNOWN_LANGUAGE)) {
                languages.merge(primary(language.getKey()), (double) language.getValue(), Double::sum);
                told += language.getValue();
            }
        }
        double all = Math.max(1, told);
        languages.replaceAll((language, count) -> count / all);
        EnumMap<Script, Double> scripts = new EnumMap<>(Script.class);
        double words = 0;
        for (Script script : Script.values()) {
            words += profile.words(script);
        }
        for (Script script : Script.values()) {
            if (profile.words(script) > 0) {
                scripts.put(script, profile.words(script) / words);
            }
        }
        return new AnswerTraits(responses, median(profile.lengths(), responses), shares, languages, scripts);
    }

    /** The language of a tag without its region or script. */
    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /* Linear within the bucket that holds the middle answer. */
    private static double median(long[] lengths, long responses) {
        double half = responses / 2.0;
        double before = 0;
        for (int bucket = 0; bucket < lengths.length; bucket++) {
            if (lengths[bucket] > 0 && before + lengths[bucket] >= half) {
                double from = CorpusProfile.lengthFrom(bucket);
                double to = bucket + 1 < lengths.length ? CorpusProfile.lengthFrom(bucket + 1) : from;
                return from + (to - from) * (half - before) / lengths[bucket];
            }
            before += lengths[bucket];
        }
        return 0;
    }
}
