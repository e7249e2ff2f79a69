package dev.pedigree.reference;

import com.google.common.base.Suppliers;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The models of a library that remain when a suspect's relatives are left out, on axes found from them alone. Immutable. */
public final class Cohort {
    private final ReferenceLibrary library;
    private final List<Entry> members;
    private final List<ReferenceModel> models;
    private final List<Axes> axes; // by space
    private final Map<PromptRegime, Supplier<Optional<Calibration>>> calibrations = new EnumMap<>(PromptRegime.class);
    private final Map<PromptRegime, Supplier<Optional<CalibrationDetails>>> details = new EnumMap<>(PromptRegime.class);

    Cohort(ReferenceLibrary library, List<Entry> members, List<Axes> axes) {
        this.library = library;
        this.members = List.copyOf(members);
        this.models = members.stream().map(Entry::model).toList();
        this.axes = List.copyOf(axes);
        Set<String> leftOut =
                library.models().stream().map(ReferenceModel::name).collect(Collectors.toCollection(TreeSet::new));
        models.forEach(m -> leftOut.remove(m.name()));
        for (PromptRegime regime : PromptRegime.values()) {
            calibrations.put(
                    regime,
                    Suppliers.memoize(() -> library.calibration(regime).flatMap(c -> c.without(leftOut::contains))));
            details.put(
                    regime, Suppliers.memoize(() -> library.details(regime).map(d -> d.without(leftOut::contains))));
        }
    }

    /**
     * The cohort's models, one entry for each prompt set that a model answered.
     *
     * @return the models
     */
    public List<ReferenceModel> models() {
        return models;
    }

    /**
     * The same models, compared without some habits: what these add to anybody's position is taken away, and distances are in units
     * of the median distance that is left. The axes stay as they are.
     *
     * @param habits tells by its phrase which habits are left out
     * @return the cohort; empty where the library knows no such phrase
     */
    public Optional<Cohort> without(Predicate<PhraseBook.Phrase> habits) {
        boolean any = false;
        List<Axes> left = new ArrayList<>();
        for (int s = 0; s < axes.size(); s++) {
            FeatureSpace space = library.spaces().get(s);
            boolean[] away = new boolean[space.vocabulary().length];
            for (int j = 0; j < away.length; j++) {
                away[j] = library.phrases()
                        .phrase(space.family(), space.vocabulary()[j])
                        .filter(habits)
                        .isPresent();
                any |= away[j];
            }
            left.add(axes.get(s).through(space.without(away), members, s));
        }
        return any ? Optional.of(new Cohort(library, members, left)) : Optional.empty();
    }

    /**
     * Where a member stands.
     *
     * @param member its index in {@link #models()}
     * @param family a family of the library
     * @return its place, relative to the cohort's answers to the same prompt set
     */
    public Placement member(int member, FeatureFamily family) {
        Entry entry = members.get(member);
        int space = space(family);
        double[] shares = new double[library.promptSets().size()];
        shares[entry.promptSet()] = 1;
        return placement(space, entry.coordinates()[space], shares);
    }

    /**
     * Where a suspect stands.
     *
     * @param suspect the suspect's fingerprint, of the library's scheme
     * @param family a family of the library
     * @return its place, relative to the cohort's answers to the prompt sets from which its prompts come
     */
    public Placement place(Fingerprint suspect, FeatureFamily family) {
        int space = space(family);
        SuspectBlocks known = library.blocks(suspect);
        return placement(space, known.coordinates()[space], known.shares());
    }

    /**
     * Where an entry of the library stands that was left out, as if it were a suspect.
     *
     * @param entry the index of the entry in {@link ReferenceLibrary#models()}
     * @param family a family of the library
     * @return its place, relative to the cohort's answers to its prompt set, if there are any
     */
    public Placement outsider(int entry, FeatureFamily family) {
        Entry outsider = library.entries().get(entry);
        int space = space(family);
        double[] shares = new double[library.promptSets().size()];
        if (members.stream().anyMatch(m -> m.promptSet() == outsider.promptSet())) {
            shares[outsider.promptSet()] = 1;
        }
        return placement(space, outsider.coordinates()[space], shares);
    }

    /**
     * The habits of a suspect, to be held against those of members.
     *
     * @param suspect the suspect's fingerprint, of the library's scheme
     * @return its habits; none where the library knows no phrases
     */
    public SuspectHabits habits(Fingerprint suspect) {
        List<HabitFinder> finders = new ArrayList<>();
        for (int space = 0; space < axes.size() && library.phrases().size() > 0; space++) {
            finders.add(new HabitFinder(
                    library,
                    space,
                    axes.get(space),
                    suspect,
                    library.blocks(suspect).shares()));
        }
        return new SuspectHabits(finders, members, library.promptSets().size());
    }

    /**
     * Whether a suspect's answers shift along with the models' from one group of prompts to the next.
     *
     * @param suspect the suspect's fingerprint, of the library's scheme
     * @return the comparison; empty where fewer than half of the suspect's prompts are of one prompt set of the library, or where there
     *     are too few answers or models for it
     */
    public Optional<PromptShifts> promptShifts(Fingerprint suspect) {
        return PromptShifts.of(library, members, suspect);
    }

    /**
     * How long a model's answers are.
     *
     * @param model the name of one of the models
     * @return the median number of tokens of an answer, over all prompt sets that the model answered, in [0, ∞)
     */
    public double medianTokens(String model) {
        return members.stream()
                .filter(m -> m.model().name().equals(model))
                .mapToDouble(m -> m.traits().medianTokens())
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no model '" + model + "' in the cohort"));
    }

    /**
     * How much of a suspect was answered to prompts that the library's models answered as well.
     *
     * @param suspect the suspect's fingerprint
     * @return the share of its prompts, in [0, 1]
     */
    public double knownPrompts(Fingerprint suspect) {
        double sum = 0;
        for (double share : library.blocks(suspect).shares()) {
            sum += share;
        }
        return Math.min(1, sum);
    }

    /**
     * What scores are worth on prompts that the library knows as well as a suspect's, learned without the models that were left out.
     *
     * @param knownPrompts the share of known prompts, in [0, 1]
     * @return the calibration; empty where the library was not calibrated for it
     */
    public Optional<Calibration> calibration(double knownPrompts) {
        return calibrations.get(PromptRegime.of(knownPrompts)).get();
    }

    /**
     * What stands beside the calibration for prompts that the library knows as well as a suspect's.
     *
     * @param knownPrompts the share of known prompts, in [0, 1]
     * @return coverage, calibrations of parts of the evidence and power; empty where there are none
     */
    public Optional<CalibrationDetails> details(double knownPrompts) {
        return details.get(PromptRegime.of(knownPrompts)).get();
    }

    private Placement placement(int space, double[][] blocks, double[] shares) {
        return new Placement(
                axes.get(space).place(blocks, shares), axes.get(space).typicalNoise(blocks.length));
    }

    private int space(FeatureFamily family) {
        int space = library.families().indexOf(family);
        if (space < 0) {
            throw new IllegalArgumentException("the library does not compare by " + family);
        }
        return space;
    }
}
