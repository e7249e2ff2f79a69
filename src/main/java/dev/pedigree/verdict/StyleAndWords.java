package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Style and what a suspect says of itself, weighed together. The same training leaves both, so their ratios are not multiplied: the
 * words move the score of style, and what the moved score is worth is learned from models of known descent, of which both are known.
 *
 * <p>Ratios of the words from 0.8 to 1.6 count as nothing said: so far they stray where only a few prompts let a model speak of itself.
 * What goes beyond, times {@value #WEIGHT}, is added to the logarithm on which scores are calibrated. On that scale independent evidence
 * would weigh about as much, so that with what does not count both together stay below the product of their ratios. Immutable.
 */
public final class StyleAndWords {
    private static final double UPPER = 0.2;
    private static final double LOWER = -0.1;
    private static final double WEIGHT = 0.6;
    private static final double SAME = 1e-5;
    private static final String BUILT_IN = "style-and-words.tsv";
    private static final String LIBRARY = "library";
    private static final int FIELDS = 6;

    private static final class Holder {
        static final StyleAndWords INSTANCE = parse(BUILT_IN, LearnedTable.resource(BUILT_IN));
    }

    /**
     * A known model whose words count.
     *
     * @param regime whether the library knows the prompts that it answered
     * @param style what it is worth by its style alone
     * @param together the same with its words: of a student its true teacher's score, of an innocent that of its best candidate
     */
    public record Known(PromptRegime regime, Calibration.Point style, Calibration.Point together) {
        /** Checks that nothing is missing. */
        public Known {
            requireNonNull(regime, "regime");
            requireNonNull(style, "style");
            requireNonNull(together, "together");
        }
    }

    /** The scores of a known model: by style alone, and of both together with its lead. */
    private record Moved(double style, double score, double lead) {}

    private final String library;
    private final Map<String, Moved> known;

    private StyleAndWords(String library, Map<String, Moved> known) {
        this.library = library;
        this.known = Map.copyOf(known);
    }

    /**
     * What ships with Pedigree, for the library that does.
     *
     * @return what is known of the models on which that library was calibrated
     */
    public static StyleAndWords builtIn() {
        return Holder.INSTANCE;
    }

    /**
     * Reads what {@link #table} wrote.
     *
     * @param table its text
     * @return the same models
     * @throws IllegalArgumentException if it is no such table
     */
    public static StyleAndWords of(String table) {
        return parse("table", table);
    }

    private static StyleAndWords parse(String name, String table) {
        String library = "";
        Map<String, Moved> known = new HashMap<>();
        for (LearnedTable.Line line : LearnedTable.parse(name, table)) {
            if (line.is(LIBRARY, 2)) {
                library = line.fields().get(1);
            } else if (line.fields().size() == FIELDS) {
                known.put(
                        String.join("\t", line.fields().subList(0, 3)),
                        new Moved(line.number(3), line.number(4), line.number(5)));
            } else {
                throw new IllegalArgumentException(line.place() + ": unknown line");
            }
        }
        return new StyleAndWords(library, known);
    }

    /**
     * Writes known models.
     *
     * @param library the library whose calibration they belong to
     * @param known the models whose words count
     * @return a table, an aggregate only
     */
    public static String table(String library, List<Known> known) {
        LearnedTable table = new LearnedTable().add(LIBRARY, List.of(library));
        for (Known model : known) {
            Calibration.Point point = model.style();
            table.add(
                    name(model.regime()),
                    List.of(point.promptSet(), point.name()),
                    point.score(),
                    model.together().score(),
                    model.together().lead());
        }
        return table.toString();
    }

    /**
     * Whether words count at all.
     *
     * @param words the decimal logarithm of their likelihood ratio for a candidate's maker
     * @return false for what is as good as silence
     */
    public static boolean count(double words) {
        return beyond(words) != 0;
    }

    /**
     * The score of both.
     *
     * @param style a candidate's score by style
     * @param words the decimal logarithm of the words' likelihood ratio for its maker; 0 where they say nothing of it
     * @return the score; that of style where the words do not count
     */
    public static double score(double style, double words) {
        double beyond = beyond(words);
        return beyond == 0 ? style : Calibration.moved(style, WEIGHT * beyond);
    }

    private static double beyond(double words) {
        return Math.max(0, words - UPPER) + Math.min(0, words - LOWER);
    }

    /**
     * The calibration of both.
     *
     * @param style that of style alone
     * @param regime for which prompts it is
     * @return the same known models, by scores of both; empty where it is not the calibration to which these models belong
     */
    public Optional<Calibration> calibration(Calibration style, PromptRegime regime) {
        if (!style.learnedOn().equals(library)) {
            return Optional.empty();
        }
        List<Calibration.Point> points = new ArrayList<>();
        boolean any = false;
        for (Calibration.Point point : style.points()) {
            Moved moved = known.get(String.join("\t", name(regime), point.promptSet(), point.name()));
            if (moved == null) {
                points.add(point);
            } else if (Math.abs(moved.style - point.score()) > SAME * (1 + Math.abs(point.score()))) {
                return Optional.empty();
            } else {
                any = true;
                points.add(new Calibration.Point(
                        point.name(), point.family(), point.promptSet(), moved.score, moved.lead, point.trained()));
            }
        }
        return any && Calibration.isPossible(points)
                ? Optional.of(Calibration.learn(style.learnedOn(), points))
                : Optional.empty();
    }

    private static String name(PromptRegime regime) {
        return regime.name().toLowerCase(Locale.ROOT);
    }
}
