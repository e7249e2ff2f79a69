package dev.pedigree.reference;

import dev.pedigree.fingerprint.Script;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which answers a calibration has seen: a likelihood ratio holds for answers like these and for no others.
 *
 * @param models how many known models it was learned on
 * @param usual for each trait the share that 95 % of them do not exceed
 * @param shortest the smallest median length of their answers, in tokens
 * @param longest the largest
 * @param languages the languages in which at least {@value #ENOUGH} of them gave most of their answers
 * @param scripts the scripts in which at least {@value #ENOUGH} of them wrote most of their words
 */
public record CalibrationCoverage(
        int models,
        Map<Trait, Double> usual,
        double shortest,
        double longest,
        SortedSet<String> languages,
        Set<Script> scripts) {
    /** As many as the families without which there is no calibration. */
    private static final int ENOUGH = Calibration.MIN_FAMILIES;

    private static final double QUANTILE = 0.95;

    /** Copies the collections. */
    public CalibrationCoverage {
        usual = copy(usual);
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
        EnumSet<Script> scriptCopy = EnumSet.noneOf(Script.class);
        scriptCopy.addAll(scripts);
        scripts = Collections.unmodifiableSet(scriptCopy);
    }

    /**
     * What known models' answers were like.
     *
     * @param known the traits of each; not empty
     * @return what they cover
     */
    public static CalibrationCoverage of(Collection<AnswerTraits> known) {
        if (known.isEmpty()) {
            throw new IllegalArgumentException("need at least one model");
        }
        Map<Trait, Double> usual = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            List<Double> shares =
                    known.stream().map(t -> t.shares().get(trait)).sorted().toList();
            usual.put(trait, shares.get((int) Math.ceil(QUANTILE * shares.size()) - 1));
        }
        Map<String, Integer> languages = new TreeMap<>();
        Map<Script, Integer> scripts = new EnumMap<>(Script.class);
        for (AnswerTraits traits : known) {
            traits.languages()
                    .forEach((language, share) -> languages.merge(language, share > 0.5 ? 1 : 0, Integer::sum));
            traits.scripts().forEach((script, share) -> scripts.merge(script, share > 0.5 ? 1 : 0, Integer::sum));
        }
        languages.values().removeIf(models -> models < ENOUGH);
        scripts.values().removeIf(models -> models < ENOUGH);
        return new CalibrationCoverage(
                known.size(),
                usual,
                known.stream().mapToDouble(AnswerTraits::medianTokens).min().orElseThrow(),
                known.stream().mapToDouble(AnswerTraits::medianTokens).max().orElseThrow(),
                new TreeSet<>(languages.keySet()),
                scripts.keySet());
    }

    /**
     * Tells whether answers are mostly in a language that is covered; where their language cannot be told, in a script that is.
     *
     * @param traits the answers' traits
     * @return whether they are
     */
    public boolean reads(AnswerTraits traits) {
        Map<?, Double> shares = traits.languages().isEmpty() ? traits.scripts() : traits.languages();
        Set<?> covered = traits.languages().isEmpty() ? scripts : languages;
        return shares.entrySet().stream()
                        .filter(e -> covered.contains(e.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                > 0.5;
    }

    private static Map<Trait, Double> copy(Map<Trait, Double> shares) {
        EnumMap<Trait, Double> copy = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            copy.put(trait, shares.getOrDefault(trait, 0.0));
        }
        return Collections.unmodifiableMap(copy);
    }
}
