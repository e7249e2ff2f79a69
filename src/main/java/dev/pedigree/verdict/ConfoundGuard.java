package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.TextPart;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.AnswerTraits;
import dev.pedigree.reference.CalibrationCoverage;
import dev.pedigree.reference.Trait;
import dev.pedigree.stats.ProportionInterval;
import dev.pedigree.verdict.Confound.Effect;
import dev.pedigree.verdict.Confound.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks, before any verdict, for what could explain a likeness without descent, and for answers on which the ratios were never
 * calibrated. All limits are those of the models on which the calibration was learned, but for three conventions: what concerns fewer
 * than one answer in {@value #ONE_IN} is not weighed, what concerns most answers prevents a ratio, and lengths may leave the
 * calibrated range by a quarter.
 */
final class ConfoundGuard {
    private static final int ONE_IN = 20;
    private static final double MOST = 0.5;
    private static final double NEAR = 1.25;
    private static final double FAR = 2;
    private static final double LEVEL = 0.95;
    private static final Map<Trait, Kind> KINDS = new EnumMap<>(Trait.class);

    static {
        KINDS.put(Trait.EMPTY, Kind.EMPTY_ANSWERS);
        KINDS.put(Trait.REFUSED, Kind.REFUSALS);
        KINDS.put(Trait.CUT_OFF, Kind.TRUNCATION);
        KINDS.put(Trait.LOOPING, Kind.LOOPS);
        KINDS.put(Trait.CODE, Kind.CODE);
        KINDS.put(Trait.REASONING, Kind.REASONING);
        KINDS.put(Trait.SYSTEM_PROMPT, Kind.SYSTEM_PROMPTS);
    }

    private final CalibrationCoverage coverage;
    private final String models;

    private ConfoundGuard(CalibrationCoverage coverage) {
        this.coverage = coverage;
        this.models = coverage.models() + " models on which the ratios were calibrated";
    }

    /**
     * A guard.
     *
     * @param coverage what the calibration covers
     * @return the guard
     */
    public static ConfoundGuard of(CalibrationCoverage coverage) {
        return new ConfoundGuard(coverage);
    }

    /**
     * Examines a suspect.
     *
     * @param suspect its fingerprint
     * @param knownPrompts the share of its prompts that the library's models answered as well, in [0, 1]
     * @return a finding for each kind of confound that can be told from a fingerprint, harmless ones among them; empty where there
     *     are no answers
     */
    public List<Confound> examine(Fingerprint suspect, double knownPrompts) {
        AnswerTraits traits = AnswerTraits.of(suspect);
        if (traits.responses() == 0) {
            return List.of();
        }
        List<Confound> confounds = new ArrayList<>();
        confounds.add(length(traits));
        confounds.add(language(traits));
        confounds.add(script(traits));
        for (Map.Entry<Trait, Kind> entry : KINDS.entrySet()) {
            confounds.add(trait(entry.getKey(), entry.getValue(), traits, suspect.part()));
        }
        confounds.add(prompts(knownPrompts));
        return Collections.unmodifiableList(confounds);
    }

    private Confound length(AnswerTraits traits) {
        double median = traits.medianTokens();
        double from = coverage.shortest();
        double to = coverage.longest();
        Effect effect = Effect.PREVENTS;
        if (median >= from && median <= to) {
            effect = Effect.NONE;
        } else if (median * NEAR >= from && median <= to * NEAR) {
            effect = Effect.NOTED;
        } else if (median * FAR >= from && median <= to * FAR) {
            effect = Effect.WEAKENS;
        }
        return new Confound(
                Kind.LENGTH,
                median,
                from,
                to,
                "the shortest and longest of the " + models + "; by convention, beyond them by a quarter may explain a"
                        + " likeness, and twice as long or half as short is not covered",
                effect,
                "the median answer has " + whole(median) + " tokens; those of the known models have " + whole(from)
                        + " to " + whole(to));
    }

    private Confound language(AnswerTraits traits) {
        double other = 0;
        for (Map.Entry<String, Double> language : traits.languages().entrySet()) {
            other += coverage.languages().contains(language.getKey()) ? 0 : language.getValue();
        }
        long told = traits.languages().isEmpty() ? 0 : traits.responses();
        return foreign(
                Kind.LANGUAGE,
                Math.min(1, other),
                told,
                " of the answers are in languages that the calibration does not cover; it covers "
                        + LanguageNames.of(coverage.languages()));
    }

    private Confound script(AnswerTraits traits) {
        double other = 0;
        for (var script : traits.scripts().entrySet()) {
            other += coverage.scripts().contains(script.getKey()) ? 0 : script.getValue();
        }
        String covered = coverage.scripts().stream().map(ConfoundGuard::word).collect(Collectors.joining(", "));
        return foreign(
                Kind.SCRIPT,
                Math.min(1, other),
                traits.responses(),
                " of the words are in scripts that the calibration does not cover; it covers " + covered);
    }

    /* Words of one answer are no independent draws, so both are judged with as many draws as there are answers. */
    private Confound foreign(Kind kind, double share, long draws, String what) {
        double limit = 1.0 / ONE_IN;
        Effect effect = share <= limit
                ? Effect.NONE
                : share >= MOST ? Effect.PREVENTS : surely(share, draws, limit) ? Effect.WEAKENS : Effect.NOTED;
        return new Confound(
                kind,
                share,
                0,
                limit,
                "a convention: what concerns at most one in " + ONE_IN + " is not weighed, most prevents a ratio",
                effect,
                percent(share) + what);
    }

    private Confound trait(Trait trait, Kind kind, AnswerTraits traits, TextPart part) {
        if (trait == Trait.REASONING && part == TextPart.REASONING) {
            return new Confound(
                    kind,
                    1,
                    0,
                    0,
                    "the library holds answers",
                    Effect.PREVENTS,
                    "what was fingerprinted is reasoning, and the ratios were calibrated on answers");
        }
        double share = share(traits.shares(), trait);
        double common = share(coverage.usual(), trait);
        double usual = Math.max(1.0 / ONE_IN, common);
        return new Confound(
                kind,
                share,
                0,
                usual,
                usual > 1.0 / ONE_IN
                        ? "95 % of the " + models + " have no more"
                        : "a convention: what concerns at most one answer in " + ONE_IN
                                + " is not weighed; 95 % of the " + models + " have at most "
                                + percent(common),
                effect(trait, share, usual, traits.responses()),
                percent(share) + " " + trait.title() + "; 95 % of the known models have at most " + percent(common));
    }

    private static double share(Map<Trait, Double> shares, Trait trait) {
        return requireNonNull(shares.get(trait), trait::title); // both records hold every trait
    }

    private static Effect effect(Trait trait, double share, double usual, long answers) {
        Effect effect = effect(share, usual, answers);
        // reasoning is taken off before answers are compared, and a system prompt is visible but its wording is not
        boolean only = trait == Trait.REASONING || trait == Trait.SYSTEM_PROMPT;
        return only && effect != Effect.NONE ? Effect.NOTED : effect;
    }

    /** What a share of the answers does of which no more than a limit is usual. */
    static Effect effect(double share, double usual, long answers) {
        if (share <= usual) {
            return Effect.NONE;
        }
        if (!surely(share, answers, usual)) {
            return Effect.NOTED;
        }
        return share >= MOST ? Effect.PREVENTS : Effect.WEAKENS;
    }

    private static Confound prompts(double known) {
        double rest = 1.0 / ONE_IN;
        boolean mixed = known > rest && known < 1 - rest;
        return new Confound(
                Kind.PROMPT_OVERLAP,
                known,
                0,
                1,
                "the ratios were calibrated on prompts that are all in the library, and on prompts of which none is",
                mixed ? Effect.NOTED : Effect.NONE,
                percent(known) + " of the prompts were answered by the library's models as well"
                        + (mixed ? "; the ratios were calibrated for all and for none" : ""));
    }

    /** Whether the share is above the limit even at the lower end of its interval. */
    private static boolean surely(double share, long answers, double limit) {
        long affected = StrictMath.round(share * answers);
        return answers > 0
                && ProportionInterval.WILSON
                                .of(Math.min(answers, affected), answers, LEVEL)
                                .low()
                        > limit;
    }

    private static String word(Enum<?> constant) {
        String name = constant.name();
        return name.charAt(0)
                + name.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String percent(double share) {
        return Decimals.fixed(100 * share, share > 0 && share < 0.01 ? 1 : 0) + " %";
    }

    private static String whole(double tokens) {
        return Decimals.fixed(tokens, 0);
    }
}
