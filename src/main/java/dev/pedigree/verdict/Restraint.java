package dev.pedigree.verdict;

import com.google.common.base.Ascii;
import dev.pedigree.verdict.Confound.Effect;
import java.util.List;
import java.util.Locale;

/** What confounds take away from a verdict. */
final class Restraint {
    private final List<Confound> confounds;

    Restraint(List<Confound> confounds) {
        this.confounds = List.copyOf(confounds);
    }

    /** Whether the calibration does not hold for these answers. */
    boolean prevents() {
        return confounds.stream().anyMatch(c -> c.effect() == Effect.PREVENTS);
    }

    /** A step of support after the confounds: one less where any of them may explain a likeness. */
    Strength on(Strength strength) {
        boolean weakens = confounds.stream().anyMatch(c -> c.effect() == Effect.WEAKENS);
        return weakens && strength.compareTo(Strength.NONE) > 0 ? Strength.values()[strength.ordinal() - 1] : strength;
    }

    /** Each confound that takes something away, by name, with what was measured. */
    List<String> reasons() {
        return confounds.stream()
                .filter(c -> c.effect() == Effect.PREVENTS || c.effect() == Effect.WEAKENS)
                .map(c -> name(c.kind()) + ": " + c.finding())
                .toList();
    }

    /** The names of the confounds with some effect, for example "language, script and length". */
    String names(Effect effect) {
        List<String> names = confounds.stream()
                .filter(c -> c.effect() == effect)
                .map(c -> name(c.kind()))
                .distinct()
                .toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** A caveat for each confound that a reader must know of. */
    List<Caveat> caveats() {
        return confounds.stream()
                .filter(c -> c.effect() != Effect.NONE)
                .map(c -> new Caveat(Caveat.Kind.CONFOUND, sentence(c)))
                .toList();
    }

    private static String sentence(Confound confound) {
        String name = name(confound.kind());
        String start = Ascii.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + confound.finding() + ".";
        return switch (confound.effect()) {
            case WEAKENS -> start + " This may explain a likeness, so support is given one step less.";
            case PREVENTS -> start + " The calibration does not hold for such answers, so no ratio is given.";
            default -> start;
        };
    }

    private static String name(Confound.Kind kind) {
        return switch (kind) {
            case MATCHED_LENGTHS -> "length of the answers";
            case SAME_BASE -> "base model";
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
