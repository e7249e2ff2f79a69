package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.AnswerTraits;
import dev.pedigree.stats.ConformalTest;
import dev.pedigree.verdict.Confound.Effect;
import dev.pedigree.verdict.Confound.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What English answers are like on which the ratios of a library were calibrated, so that others can be told from them: stories, debates,
 * programs and mathematics by their function words, answers in a form that somebody asked for by their openings, and answers that
 * break off by their last words. Immutable.
 *
 * <p>The kind of text: each {@linkplain FunctionWordRates word's number} less its mean, over its standard deviation among the known
 * answers (their variance, and half of that of the mean word, are added); the root of the mean square. What such a distance is worth says a
 * conformal test over families of models, each with the greatest distance of its answers from known ones without its family
 * <em>and without its prompts</em>: what stands no farther is no farther from what is known than one set of questions is from others.
 */
public final class OrdinaryAnswers {
    /** A distance this far out among families of models is another kind of text. */
    static final double OTHER_KIND = 0.1;

    private static final int FOLDS = 6;

    private static final double USUAL = 0.95;
    private static final double MOST = 0.5;
    private static final String ENGLISH = "en";
    private static final String BUILT_IN = "ordinary-answers.tsv";
    private static final String LIBRARY = "library";
    private static final String WORD = "word";
    private static final String FAMILY = "family";
    private static final String OPENINGS = "openings";
    private static final String BREAKING_OFF = "breaking off";

    private static final class Holder {
        static final OrdinaryAnswers INSTANCE = parse(BUILT_IN, LearnedTable.resource(BUILT_IN));
    }

    /**
     * Known answers.
     *
     * @param family the model's family
     * @param promptSet which prompts they answer
     * @param answers their fingerprint
     */
    public record Known(String family, String promptSet, Fingerprint answers) {
        /** Checks that nothing is missing. */
        public Known {
            requireNonNull(family, "family");
            requireNonNull(promptSet, "promptSet");
            requireNonNull(answers, "answers");
        }
    }

    private final String library;
    private final FunctionWordCentre centre;
    private final Map<String, Double> families;
    private final ConformalTest controls;
    private final double usualOpenings;
    private final double usualBreakingOff;

    private OrdinaryAnswers(
            String library,
            FunctionWordCentre centre,
            Map<String, Double> families,
            double usualOpenings,
            double usualBreakingOff) {
        this.library = library;
        this.centre = centre;
        this.families = families;
        this.controls = ConformalTest.against(
                families.values().stream().mapToDouble(x -> x).toArray());
        this.usualOpenings = usualOpenings;
        this.usualBreakingOff = usualBreakingOff;
    }

    /**
     * What ships with Pedigree, for the library that does.
     *
     * @return what was learned from the English answers on which that library was calibrated
     */
    public static OrdinaryAnswers builtIn() {
        return Holder.INSTANCE;
    }

    /**
     * Learns from known answers. Prompt sets weigh alike, in each of them families, and in each of these samples.
     *
     * @param library the name of the library that was calibrated on them
     * @param known English answers to at least two sets of prompts
     * @return what was learned
     */
    public static OrdinaryAnswers learn(String library, List<Known> known) {
        List<String> names =
                known.stream().map(Known::family).distinct().sorted().toList();
        Map<String, Double> farthest = new TreeMap<>();
        Map<String, Double> openings = new TreeMap<>();
        Map<String, Double> breakingOff = new TreeMap<>();
        for (String set : new TreeSet<>(known.stream().map(Known::promptSet).toList())) {
            for (int fold = 0; fold < FOLDS; fold++) {
                int now = fold;
                FunctionWordCentre others = FunctionWordCentre.of(known.stream()
                        .filter(k -> !k.promptSet().equals(set) && names.indexOf(k.family()) % FOLDS != now)
                        .toList());
                known.stream()
                        .filter(k -> k.promptSet().equals(set) && names.indexOf(k.family()) % FOLDS == now)
                        .forEach(k -> farthest.merge(k.family(), others.distance(k.answers()), Math::max));
            }
        }
        for (Known k : known) {
            openings.merge(k.family(), Openings.same(k.answers()), Math::max);
            breakingOff.merge(k.family(), Endings.of(k.answers()).share(), Math::max);
        }
        return new OrdinaryAnswers(
                library, FunctionWordCentre.of(known), farthest, quantile(openings), quantile(breakingOff));
    }

    /**
     * Whether a library's ratios were calibrated on these answers.
     *
     * @param name the library's name
     * @return whether findings mean anything for its ratios
     */
    public boolean isOf(String name) {
        return library.equals(name);
    }

    /**
     * Holds a suspect against the known answers.
     *
     * @param suspect its fingerprint
     * @return a finding for each thing that could be told, harmless ones among them; empty where most answers whose language is told are
     *     not English
     */
    public List<Confound> examine(Fingerprint suspect) {
        if (suspect.responses() == 0 || AnswerTraits.of(suspect).languages().getOrDefault(ENGLISH, 0.0) <= MOST) {
            return List.of();
        }
        List<Confound> found = new ArrayList<>();
        kind(suspect).ifPresent(found::add);
        found.add(openings(suspect));
        found.add(breakingOff(suspect));
        return List.copyOf(found);
    }

    private Optional<Confound> kind(Fingerprint suspect) {
        double[] counts = FunctionWordRates.sum(centre.rates().blocks(suspect.counts(FeatureFamily.FUNCTION_WORDS)));
        if (FunctionWordRates.total(counts) < FunctionWordRates.PRIOR) {
            return Optional.empty();
        }
        double p = controls.pValue(centre.distance(suspect));
        long as = Math.round(p * (controls.controls() + 1) - 1);
        return Optional.of(new Confound(
                Kind.KIND_OF_TEXT,
                p,
                OTHER_KIND,
                1,
                "a conformal test over " + controls.controls()
                        + " families of models, each with its greatest distance from others' answers to other prompts; by"
                        + " convention, up to " + Decimals.text(OTHER_KIND) + " is another kind of text",
                p <= OTHER_KIND ? Effect.PREVENTS : Effect.NONE,
                "in their function words the answers stand as far from those on which ratios were calibrated as " + as
                        + " of "
                        + controls.controls() + " families of models stand from others' answers to other questions (p "
                        + Decimals.fixed(p, 3) + ")"
                        + (p <= OTHER_KIND ? "; stories, debates, programs and mathematics do" : "")));
    }

    private Confound openings(Fingerprint suspect) {
        double share = Openings.same(suspect);
        return new Confound(
                Kind.FIXED_OPENINGS,
                share,
                0,
                usualOpenings,
                "95 % of the families of known models have no more",
                ConfoundGuard.effect(share, usualOpenings, suspect.responses()),
                "up to " + percent(share)
                        + " of the answers open with the same three words or marks; in 95 % of the known families it"
                        + " is at most " + percent(usualOpenings)
                        + ". A form that was asked for does that, whoever answers");
    }

    private Confound breakingOff(Fingerprint suspect) {
        Endings endings = Endings.of(suspect);
        double share = endings.share();
        Effect effect = Effect.NONE;
        if (share > usualBreakingOff) {
            boolean surely = endings.lowest() > usualBreakingOff;
            effect = surely ? share >= MOST ? Effect.PREVENTS : Effect.WEAKENS : Effect.NOTED;
        }
        return new Confound(
                Kind.BREAKING_OFF,
                share,
                0,
                usualBreakingOff,
                "95 % of the families of known models have no more; worked out from how many answers end in words on which no"
                        + " sentence ends, over the share of these words in running text",
                effect,
                "about " + percent(share)
                        + " of the answers break off within a sentence; in 95 % of the known families it is at most "
                        + percent(usualBreakingOff));
    }

    /**
     * What was learned, as the text of the table that ships.
     *
     * @return lines of fields between tabs
     */
    public String table() {
        LearnedTable table = new LearnedTable()
                .add(LIBRARY, List.of(library))
                .add(OPENINGS, List.of(), usualOpenings)
                .add(BREAKING_OFF, List.of(), usualBreakingOff);
        FunctionWordRates rates = centre.rates();
        for (int i = 0; i < rates.size(); i++) {
            table.add(WORD, List.of(rates.word(i)), rates.rate(i), centre.means()[i], centre.variances()[i]);
        }
        families.forEach((family, distance) -> table.add(FAMILY, List.of(family), distance));
        return table.toString();
    }

    /**
     * Reads a table.
     *
     * @param name what it is called in messages
     * @param table the text that {@link #table} gave; lines that begin with {@code #} say nothing
     * @return what was learned
     * @throws IllegalArgumentException where a line is not as it should be; names it
     */
    public static OrdinaryAnswers parse(String name, String table) {
        Map<String, Integer> ids = FunctionWordRates.ids();
        String library = "";
        double openings = Double.NaN;
        double breakingOff = Double.NaN;
        TreeMap<Integer, Double> rates = new TreeMap<>();
        TreeMap<Integer, Double> means = new TreeMap<>();
        TreeMap<Integer, Double> variances = new TreeMap<>();
        Map<String, Double> families = new TreeMap<>();
        for (LearnedTable.Line line : LearnedTable.parse(name, table)) {
            if (line.is(LIBRARY, 2)) {
                library = line.fields().get(1);
            } else if (line.is(OPENINGS, 2)) {
                openings = line.number(1);
            } else if (line.is(BREAKING_OFF, 2)) {
                breakingOff = line.number(1);
            } else if (line.is(WORD, 5) && ids.containsKey(line.fields().get(1))) {
                int id = ids.get(line.fields().get(1));
                rates.put(id, line.number(2));
                means.put(id, line.number(3));
                variances.put(id, line.number(4));
            } else if (line.is(FAMILY, 3)) {
                families.put(line.fields().get(1), line.number(2));
            } else {
                throw new IllegalArgumentException(line.place() + ": not a line of a table of ordinary answers");
            }
        }
        if (library.isEmpty() || Double.isNaN(openings) || Double.isNaN(breakingOff) || rates.isEmpty()) {
            throw new IllegalArgumentException(name + ": the library, a limit or the words are missing");
        }
        return new OrdinaryAnswers(
                library,
                new FunctionWordCentre(FunctionWordRates.of(rates), values(means), values(variances)),
                families,
                openings,
                breakingOff);
    }

    private static double quantile(Map<String, Double> families) {
        double[] sorted =
                families.values().stream().mapToDouble(x -> x).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(USUAL * sorted.length))];
    }

    private static double[] values(TreeMap<Integer, Double> byWord) {
        return byWord.values().stream().mapToDouble(x -> x).toArray();
    }

    private static String percent(double share) {
        return Decimals.fixed(100 * share, 0) + " %";
    }
}
