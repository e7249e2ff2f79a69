package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.FingerprintScheme;
import dev.pedigree.fingerprint.FormatException;
import dev.pedigree.internal.AtomicFiles;
import dev.pedigree.stats.LinearDiscriminant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of many known models, reduced to what a comparison needs, and what was learned from them. Immutable.
 *
 * <p>The feature spaces are learned once from all models. Whatever depends on who is judged (the centre of the population, the
 * axes along which models differ) is found anew from the models that remain when the suspect's relatives are left out: see
 * {@link #cohort}.
 */
public final class ReferenceLibrary {
    private static final String BUILT_IN = "default.pedlib";
    /** Fewer references do not tell whether the axes of a library suit them. */
    private static final int FEW = 3;
    /** References of chat answers stood at 0.38 to 0.87, those of debates, fiction and news at 0.05 to 0.20. */
    private static final double APART = 0.3;

    private static final double HALF = 0.5;

    private final Supplier<String> digest;
    private final Supplier<Cohort> everybody = Suppliers.memoize(() -> cohort(m -> false, -1));
    private final String name;
    private final FingerprintScheme scheme;
    private final List<PromptSet> promptSets;
    private final List<FeatureSpace> spaces;
    private final List<Entry> entries;
    private final Map<PromptRegime, Calibration> calibrations;
    private final Map<PromptRegime, CalibrationDetails> details;
    private final PhraseBook phrases;

    ReferenceLibrary(
            String name,
            FingerprintScheme scheme,
            List<PromptSet> promptSets,
            List<FeatureSpace> spaces,
            List<Entry> entries,
            Map<PromptRegime, Calibration> calibrations,
            Map<PromptRegime, CalibrationDetails> details,
            PhraseBook phrases) {
        this(name, scheme, promptSets, spaces, entries, calibrations, details, phrases, null);
    }

    /** A library whose digest is known, since it was read. */
    ReferenceLibrary(
            String name,
            FingerprintScheme scheme,
            List<PromptSet> promptSets,
            List<FeatureSpace> spaces,
            List<Entry> entries,
            Map<PromptRegime, Calibration> calibrations,
            Map<PromptRegime, CalibrationDetails> details,
            PhraseBook phrases,
            @Nullable String digest) {
        this.digest = digest == null ? Suppliers.memoize(this::computedDigest) : () -> digest;
        this.name = requireNonNull(name, "name");
        this.scheme = scheme;
        this.promptSets = List.copyOf(promptSets);
        this.spaces = List.copyOf(spaces);
        this.entries = List.copyOf(entries);
        this.calibrations = copy(calibrations);
        this.details = copy(details);
        this.phrases = requireNonNull(phrases, "phrases");
    }

    private static <V> Map<PromptRegime, V> copy(Map<PromptRegime, V> map) {
        EnumMap<PromptRegime, V> copy = new EnumMap<>(PromptRegime.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Starts a new library.
     *
     * @return a builder without models
     */
    public static LibraryBuilder builder() {
        return new LibraryBuilder();
    }

    /**
     * The library that ships with Pedigree.
     *
     * @return the library
     */
    public static ReferenceLibrary builtIn() {
        try (InputStream in = ReferenceLibrary.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return LibraryFormat.readShipped(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a library.
     *
     * @param file a file that {@link #write} wrote
     * @return the library
     * @throws FormatException where the file is not a library of this version; names the offset
     * @throws IOException where it cannot be read
     */
    public static ReferenceLibrary read(Path file) throws IOException {
        return LibraryFormat.read(Files.readAllBytes(file));
    }

    /**
     * Writes the library. Equal libraries give equal bytes.
     *
     * @param file where; replaced whole or not at all
     * @throws IOException where it cannot be written
     */
    public void write(Path file) throws IOException {
        byte[] bytes = LibraryFormat.write(this);
        AtomicFiles.write(file, out -> out.write(bytes));
    }

    /**
     * SHA-256 of the library's content.
     *
     * @return in hexadecimal
     */
    public String digest() {
        return digest.get();
    }

    private String computedDigest() {
        byte[] bytes = LibraryFormat.write(this);
        return HexFormat.of().formatHex(bytes, bytes.length - 32, bytes.length);
    }

    /**
     * What the library is called.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * The scheme of the fingerprints in it.
     *
     * @return the scheme; only suspects of the same one can be compared
     */
    public FingerprintScheme scheme() {
        return scheme;
    }

    /**
     * The models in it, one entry for each prompt set that a model answered.
     *
     * @return the models, in the order in which they were added
     */
    public List<ReferenceModel> models() {
        return entries.stream().map(Entry::model).toList();
    }

    /**
     * The prompt set that an entry answered.
     *
     * @param entry the index of the entry in {@link #models()}
     * @return the prompt set's name
     */
    public String promptSet(int entry) {
        return promptSets.get(entries.get(entry).promptSet()).name();
    }

    /**
     * The feature families by which the library compares.
     *
     * @return the families
     */
    public List<FeatureFamily> families() {
        return spaces.stream().map(FeatureSpace::family).toList();
    }

    /**
     * The library with one more model, placed in the feature spaces as they are.
     *
     * @param model the model
     * @param promptSet the name of a prompt set of the library that it answered
     * @param print its fingerprint, of the library's scheme
     * @return a new library
     */
    public ReferenceLibrary with(ReferenceModel model, String promptSet, Fingerprint print) {
        List<Entry> more = new ArrayList<>(entries);
        List<Projection> projections = spaces.stream().map(Projection::of).toList();
        more.add(entry(model, ordinal(promptSet), print, spaces, projections));
        return new ReferenceLibrary(name, scheme, promptSets, spaces, more, calibrations, details, phrases);
    }

    /**
     * The library with references of one's own beside its models, placed in the feature spaces as they are: the library's models
     * become the population against which the references and a suspect are seen, and what was learned from them says what scores
     * are worth. A few references alone are no population. Answers of which at least half are to prompts of the library join the
     * prompt set of these; all others are one new prompt set.
     *
     * @param promptSet what the new prompt set is called; the library's name gets it as an addition
     * @param references the fingerprints of the references' answers, of the library's scheme; none empty
     * @return a new library, in which the references are models like all others
     */
    public ReferenceLibrary withReferences(String promptSet, Map<ReferenceModel, Fingerprint> references) {
        List<Entry> more = new ArrayList<>(entries);
        List<Projection> projections = spaces.stream().map(Projection::of).toList();
        Map<ReferenceModel, Fingerprint> others = new LinkedHashMap<>();
        references.forEach((model, print) -> {
            if (print.scheme() != scheme || print.responses() == 0) {
                throw new IllegalArgumentException("need answers in a fingerprint of scheme " + scheme + ", got "
                        + print.responses() + " in one of " + print.scheme() + " for '" + model.name() + "'");
            }
            OptionalInt known = IntStream.range(0, promptSets.size())
                    .filter(set -> promptSets.get(set).shareOf(print.sketches()) >= HALF)
                    .findFirst();
            known.ifPresentOrElse(
                    set -> more.add(entry(model, set, print, spaces, projections)), () -> others.put(model, print));
        });
        List<PromptSet> sets = new ArrayList<>(promptSets);
        others.forEach((model, print) -> more.add(entry(model, promptSets.size(), print, spaces, projections)));
        if (!others.isEmpty()) {
            sets.add(PromptSet.of(promptSet, others.values()));
        }
        return new ReferenceLibrary(name + "+" + promptSet, scheme, sets, spaces, more, calibrations, details, phrases);
    }

    /**
     * The library without a model. What was learned from it together with the others remains.
     *
     * @param modelName the model's name
     * @return a new library
     * @throws IllegalArgumentException if there is no such model
     */
    public ReferenceLibrary without(String modelName) {
        List<Entry> fewer = entries.stream()
                .filter(entry -> !entry.model().name().equals(modelName))
                .toList();
        if (fewer.size() == entries.size()) {
            throw new IllegalArgumentException("no model '" + modelName + "' in the library");
        }
        return new ReferenceLibrary(name, scheme, promptSets, spaces, fewer, calibrations, details, phrases);
    }

    /**
     * The population against which one suspect is judged.
     *
     * @param leftOut the models that must not be in it: the suspect's relatives
     * @return the cohort of all others
     * @throws IllegalArgumentException if fewer than two models remain
     */
    public Cohort cohort(Predicate<ReferenceModel> leftOut) {
        return entries.stream().map(Entry::model).anyMatch(leftOut) ? cohort(leftOut, -1) : everybody.get();
    }

    /**
     * The population against which an entry is judged as if nobody else had answered its prompts: without all answers to its prompt
     * set.
     *
     * @param entry the index of the entry in {@link #models()}
     * @param leftOut the models that must not be in it
     * @return the cohort of all others; empty where fewer than two models remain
     */
    public Optional<Cohort> cohortOnOtherPrompts(int entry, Predicate<ReferenceModel> leftOut) {
        int promptSet = entries.get(entry).promptSet();
        return members(leftOut, promptSet).size() < 2 ? Optional.empty() : Optional.of(cohort(leftOut, promptSet));
    }

    private Cohort cohort(Predicate<ReferenceModel> leftOut, int withoutPromptSet) {
        List<Entry> members = members(leftOut, withoutPromptSet);
        if (members.size() < 2) {
            throw new IllegalArgumentException("a cohort needs at least two models, " + members.size() + " remain");
        }
        List<Axes> axes = new ArrayList<>();
        for (int s = 0; s < spaces.size(); s++) {
            axes.add(Axes.of(members, s, scatter(s, members), promptSets.size()));
        }
        return new Cohort(this, members, axes);
    }

    private List<Entry> members(Predicate<ReferenceModel> leftOut, int withoutPromptSet) {
        return entries.stream()
                .filter(entry -> entry.model().kind().standsInCohort()
                        && entry.promptSet() != withoutPromptSet
                        && !leftOut.test(entry.model()))
                .toList();
    }

    /**
     * What scores against this library are worth.
     *
     * @param regime how well the library knows the suspect's prompts
     * @return the calibration; empty where there is none
     */
    public Optional<Calibration> calibration(PromptRegime regime) {
        return Optional.ofNullable(calibrations.get(regime));
    }

    /**
     * The library with a calibration.
     *
     * @param regime for which suspects it holds
     * @param calibration what their scores are worth
     * @return a new library
     */
    public ReferenceLibrary withCalibration(PromptRegime regime, Calibration calibration) {
        Map<PromptRegime, Calibration> more = new EnumMap<>(PromptRegime.class);
        more.putAll(calibrations);
        more.put(regime, calibration);
        return new ReferenceLibrary(name, scheme, promptSets, spaces, entries, more, details, phrases);
    }

    /**
     * Tells whether references would stand well {@linkplain #withReferences beside this library's models}: it knows the language of
     * at least half of them, and its axes tell them apart. Where it does not, they need a library of their own.
     *
     * @param prints the fingerprints of the references' answers, of the library's scheme; none empty
     * @return whether they do
     */
    public boolean suits(Collection<Fingerprint> prints) {
        if (prints.isEmpty()) {
            return false;
        }
        long readable = details(PromptRegime.UNSEEN)
                .map(d -> prints.stream()
                        .filter(print -> d.coverage().reads(AnswerTraits.of(print)))
                        .count())
                .orElse(0L);
        return 2 * readable >= prints.size() && (prints.size() < FEW || spread(prints) >= APART);
    }

    /* How far apart models stand along the axes of this library's models: the median distance from their own centre, less what
     * sampling adds, in units of that of the library's models from theirs; the median over the feature families. */
    private double spread(Collection<Fingerprint> prints) {
        Cohort cohort = cohort(m -> false);
        double[] byFamily = families().stream()
                .mapToDouble(family -> {
                    List<Placement> placed =
                            prints.stream().map(p -> cohort.place(p, family)).toList();
                    double[] centre =
                            Axes.mean(placed.stream().map(Placement::mean).toArray(double[][]::new));
                    return median(placed.stream()
                            .mapToDouble(p -> {
                                double squares = -p.noise();
                                double[] mean = p.mean();
                                for (int i = 0; i < mean.length; i++) {
                                    squares += (mean[i] - centre[i]) * (mean[i] - centre[i]);
                                }
                                return Math.sqrt(Math.max(0, squares));
                            })
                            .toArray());
                })
                .toArray();
        return median(byFamily);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[values.length / 2] + values[(values.length - 1) / 2]) / 2;
    }

    /**
     * What stands beside the calibration of a regime.
     *
     * @param regime how well the library knows the suspect's prompts
     * @return coverage, calibrations of parts of the evidence and power; empty where there are none
     */
    public Optional<CalibrationDetails> details(PromptRegime regime) {
        return Optional.ofNullable(details.get(regime));
    }

    /**
     * The library with what stands beside a calibration.
     *
     * @param regime for which suspects it holds
     * @param found coverage, calibrations of parts of the evidence and power
     * @return a new library
     */
    public ReferenceLibrary withDetails(PromptRegime regime, CalibrationDetails found) {
        Map<PromptRegime, CalibrationDetails> more = new EnumMap<>(PromptRegime.class);
        more.putAll(details);
        more.put(regime, found);
        return new ReferenceLibrary(name, scheme, promptSets, spaces, entries, calibrations, more, phrases);
    }

    /**
     * What an entry's answers are like apart from their wording.
     *
     * @param entry the index of the entry in {@link #models()}
     * @return its traits
     */
    public AnswerTraits traits(int entry) {
        return entries.get(entry).traits();
    }

    /**
     * The words behind the features by which the library compares, as far as they are known.
     *
     * @return phrases; may be empty
     */
    public PhraseBook phrases() {
        return phrases;
    }

    /**
     * The library with phrases.
     *
     * @param book what a {@link PhraseCollector} found
     * @return a new library
     */
    public ReferenceLibrary withPhrases(PhraseBook book) {
        return new ReferenceLibrary(name, scheme, promptSets, spaces, entries, calibrations, details, book);
    }

    Map<PromptRegime, CalibrationDetails> details() {
        return details;
    }

    Map<PromptRegime, Calibration> calibrations() {
        return calibrations;
    }

    List<PromptSet> promptSets() {
        return promptSets;
    }

    List<FeatureSpace> spaces() {
        return spaces;
    }

    List<Entry> entries() {
        return entries;
    }

    static Entry entry(
            ReferenceModel model,
            int promptSet,
            Fingerprint print,
            List<FeatureSpace> spaces,
            List<Projection> projections) {
        byte[][][] codes = new byte[spaces.size()][][];
        for (int s = 0; s < codes.length; s++) {
            codes[s] = projections
                    .get(s)
                    .encode(sample(promptSet, print, spaces.get(s).family()));
        }
        return Entry.of(model, promptSet, print.responses(), AnswerTraits.of(print), codes, spaces);
    }

    static FeatureSpace.Sample sample(int promptSet, Fingerprint print, FeatureFamily family) {
        return new FeatureSpace.Sample(
                promptSet,
                print.counts(family),
                Arrays.stream(print.responses(family)).asLongStream().sum());
    }

    private LinearDiscriminant scatter(int space, List<Entry> members) {
        int d = spaces.get(space).basis().length;
        return LinearDiscriminant.ofDimensions(d)
                .plus(members.stream().map(entry -> entry.coordinates()[space]).toList());
    }

    private int ordinal(String promptSet) {
        for (int i = 0; i < promptSets.size(); i++) {
            if (promptSets.get(i).name().equals(promptSet)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no prompt set '" + promptSet + "' in the library, there are "
                + promptSets.stream().map(PromptSet::name).toList());
    }
}
