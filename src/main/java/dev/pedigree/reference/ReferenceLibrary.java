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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    private final Supplier<String> digest;
    private final Supplier<Cohort> everybody = Suppliers.memoize(() -> cohort(m -> false, -1));
    private final String name;
    private final Population population;
    private final Learned learned;
    private final SuspectBlocks.Memory suspects;

    ReferenceLibrary(String name, Population population, Learned learned) {
        this(name, population, learned, null);
    }

    /** A library whose digest is known, since it was read. */
    ReferenceLibrary(String name, Population population, Learned learned, @Nullable String digest) {
        this.digest = digest == null ? Suppliers.memoize(this::computedDigest) : () -> digest;
        this.name = requireNonNull(name, "name");
        this.population = population;
        this.learned = learned;
        this.suspects = new SuspectBlocks.Memory(population);
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
     * Tells libraries from files of answers by how they start. Damaged ones are told too: to read them says what is wrong.
     *
     * @param file a file; anything else is no library
     * @return whether it starts as a library does, of any version
     * @throws IOException if the file cannot be read
     */
    public static boolean isStoredIn(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return LibraryFormat.starts(in.readNBytes(LibraryFormat.KIND_BYTES));
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
        return population.scheme();
    }

    /**
     * The models in it, one entry for each prompt set that a model answered.
     *
     * @return the models, in the order in which they were added
     */
    public List<ReferenceModel> models() {
        return entries().stream().map(Entry::model).toList();
    }

    /**
     * The prompt set that an entry answered.
     *
     * @param entry the index of the entry in {@link #models()}
     * @return the prompt set's name
     */
    public String promptSet(int entry) {
        return promptSets().get(entries().get(entry).promptSet()).name();
    }

    /**
     * The feature families by which the library compares.
     *
     * @return the families
     */
    public List<FeatureFamily> families() {
        return spaces().stream().map(FeatureSpace::family).toList();
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
        return new ReferenceLibrary(name, population.with(model, promptSet, print), learned);
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
        return new ReferenceLibrary(name + "+" + promptSet, population.withReferences(promptSet, references), learned);
    }

    /**
     * The library without a model. What was learned from it together with the others remains.
     *
     * @param modelName the model's name
     * @return a new library
     * @throws IllegalArgumentException if there is no such model
     */
    public ReferenceLibrary without(String modelName) {
        List<Entry> fewer = entries().stream()
                .filter(entry -> !entry.model().name().equals(modelName))
                .toList();
        if (fewer.size() == entries().size()) {
            throw new IllegalArgumentException("no model '" + modelName + "' in the library");
        }
        return new ReferenceLibrary(name, population.withEntries(fewer), learned);
    }

    /**
     * The population against which one suspect is judged.
     *
     * @param leftOut the models that must not be in it: the suspect's relatives
     * @return the cohort of all others
     * @throws IllegalArgumentException if fewer than two models remain
     */
    public Cohort cohort(Predicate<ReferenceModel> leftOut) {
        return entries().stream().map(Entry::model).anyMatch(leftOut) ? cohort(leftOut, -1) : everybody.get();
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
        int promptSet = entries().get(entry).promptSet();
        return population.members(leftOut, promptSet).size() < 2
                ? Optional.empty()
                : Optional.of(cohort(leftOut, promptSet));
    }

    private Cohort cohort(Predicate<ReferenceModel> leftOut, int withoutPromptSet) {
        List<Entry> members = population.members(leftOut, withoutPromptSet);
        if (members.size() < 2) {
            throw new IllegalArgumentException("a cohort needs at least two models, " + members.size() + " remain");
        }
        List<Axes> axes = new ArrayList<>();
        for (int s = 0; s < spaces().size(); s++) {
            axes.add(Axes.of(members, s, scatter(s, members), promptSets().size()));
        }
        return new Cohort(this, members, axes);
    }

    /**
     * What scores against this library are worth.
     *
     * @param regime how well the library knows the suspect's prompts
     * @return the calibration; empty where there is none
     */
    public Optional<Calibration> calibration(PromptRegime regime) {
        return Optional.ofNullable(learned.calibrations().get(regime));
    }

    /**
     * The library with a calibration.
     *
     * @param regime for which suspects it holds
     * @param calibration what their scores are worth
     * @return a new library
     */
    public ReferenceLibrary withCalibration(PromptRegime regime, Calibration calibration) {
        return new ReferenceLibrary(name, population, learned.with(regime, calibration));
    }

    /**
     * Tells whether references would stand well {@linkplain #withReferences beside this library's models}: it knows the language of
     * at least half of them, and its axes tell them apart. Where it does not, they need a library of their own.
     *
     * @param prints the fingerprints of the references' answers, of the library's scheme; none empty
     * @return whether they do
     */
    public boolean suits(Collection<Fingerprint> prints) {
        return new Suitability(this).suits(prints);
    }

    /**
     * What stands beside the calibration of a regime.
     *
     * @param regime how well the library knows the suspect's prompts
     * @return coverage, calibrations of parts of the evidence and power; empty where there are none
     */
    public Optional<CalibrationDetails> details(PromptRegime regime) {
        return Optional.ofNullable(learned.details().get(regime));
    }

    /**
     * The library with what stands beside a calibration.
     *
     * @param regime for which suspects it holds
     * @param found coverage, calibrations of parts of the evidence and power
     * @return a new library
     */
    public ReferenceLibrary withDetails(PromptRegime regime, CalibrationDetails found) {
        return new ReferenceLibrary(name, population, learned.with(regime, found));
    }

    /**
     * What an entry's answers are like apart from their wording.
     *
     * @param entry the index of the entry in {@link #models()}
     * @return its traits
     */
    public AnswerTraits traits(int entry) {
        return entries().get(entry).traits();
    }

    /**
     * The words behind the features by which the library compares, as far as they are known.
     *
     * @return phrases; may be empty
     */
    public PhraseBook phrases() {
        return learned.phrases();
    }

    /**
     * The library with phrases.
     *
     * @param book what a {@link PhraseCollector} found
     * @return a new library
     */
    public ReferenceLibrary withPhrases(PhraseBook book) {
        return new ReferenceLibrary(name, population, learned.with(book));
    }

    /** What the library makes of a suspect's fingerprint, which is of its scheme. */
    SuspectBlocks blocks(Fingerprint suspect) {
        return suspects.of(suspect);
    }

    Population population() {
        return population;
    }

    Learned learned() {
        return learned;
    }

    List<PromptSet> promptSets() {
        return population.promptSets();
    }

    List<FeatureSpace> spaces() {
        return population.spaces();
    }

    List<Entry> entries() {
        return population.entries();
    }

    private LinearDiscriminant scatter(int space, List<Entry> members) {
        int d = spaces().get(space).basis().length;
        return LinearDiscriminant.ofDimensions(d)
                .plus(members.stream().map(entry -> entry.coordinates()[space]).toList());
    }
}
