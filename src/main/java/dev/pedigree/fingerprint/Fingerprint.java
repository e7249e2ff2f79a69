package dev.pedigree.fingerprint;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.internal.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Everything that attribution needs to know of a model's responses, as counts of hashed features from which no text can be read
 * back. Immutable. {@link #merge} is associative and commutative, and merging the fingerprints of a corpus's parts gives the
 * fingerprint of the corpus.
 */
public final class Fingerprint {
    /** In so many bytes a file must say what it is. */
    private static final int LOOKED_AT = 200;

    private final FingerprintScheme scheme;
    private final TextPart part;
    private final String name;
    private final CorpusProfile profile;
    private final int[] blockResponses; // [block]
    private final CountRows[] counts; // by the family's ordinal
    private final PromptSketches sketches;

    Fingerprint(
            FingerprintScheme scheme,
            TextPart part,
            String name,
            CorpusProfile profile,
            int[] blockResponses,
            CountRows[] counts,
            PromptSketches sketches) {
        this.scheme = scheme;
        this.part = part;
        this.name = name;
        this.profile = profile;
        this.blockResponses = blockResponses;
        this.counts = counts;
        this.sketches = sketches;
    }

    /**
     * The fingerprint of no responses, without a name: merging it changes nothing.
     *
     * @param scheme the scheme
     * @param part the part of the responses
     * @return the neutral fingerprint
     */
    public static Fingerprint empty(FingerprintScheme scheme, TextPart part) {
        CountRows[] counts = new CountRows[FeatureFamily.values().length];
        for (FeatureFamily family : FeatureFamily.values()) {
            counts[family.ordinal()] = CountRows.empty(scheme.blocks(family));
        }
        return new Fingerprint(
                scheme,
                part,
                "",
                CorpusProfile.empty(),
                new int[FingerprintScheme.BLOCKS],
                counts,
                PromptSketches.EMPTY);
    }

    /**
     * Reads a fingerprint in any format.
     *
     * @param bytes a whole file
     * @return the fingerprint
     * @throws FormatException if the bytes are not a fingerprint of a known scheme, whole and undamaged
     */
    public static Fingerprint of(byte[] bytes) throws FormatException {
        return bytes.length > 0 && bytes[0] == '{' ? JsonFormat.read(bytes) : BinaryFormat.read(bytes);
    }

    /**
     * Reads a file.
     *
     * @param file a fingerprint in any format
     * @return the fingerprint
     * @throws FormatException if the file is not a fingerprint of a known scheme, whole and undamaged
     * @throws IOException if the file cannot be read
     */
    public static Fingerprint read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /**
     * Tells fingerprints from files of answers by how they start. Damaged ones are told too: to read them says what is wrong.
     *
     * @param file a file; anything else is no fingerprint
     * @return whether it starts as a fingerprint does, in any format of any version
     * @throws IOException if the file cannot be read
     */
    public static boolean isStoredIn(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LOOKED_AT);
            return BinaryFormat.starts(start) || JsonFormat.starts(start);
        }
    }

    /**
     * Writes a file.
     *
     * @param file where; replaced whole or not at all; one that ends in {@code .json} becomes JSON, any other binary
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        byte[] bytes = file.toString().endsWith(".json") ? toJson() : toBytes();
        AtomicFiles.write(file, out -> out.write(bytes));
    }

    /**
     * The compact binary form.
     *
     * @return the same bytes for equal fingerprints
     */
    public byte[] toBytes() {
        return BinaryFormat.write(this);
    }

    /**
     * The JSON form.
     *
     * @return UTF-8, the same bytes for equal fingerprints
     */
    public byte[] toJson() {
        return JsonFormat.write(this);
    }

    /**
     * The definition by which it was made.
     *
     * @return the scheme
     */
    public FingerprintScheme scheme() {
        return scheme;
    }

    /**
     * Which part of the responses it was made of.
     *
     * @return the part
     */
    public TextPart part() {
        return part;
    }

    /**
     * What may explain a likeness without descent.
     *
     * @return counts of lengths, languages, refusals and the like
     */
    public CorpusProfile profile() {
        return profile;
    }

    /**
     * What the fingerprinted responses are called.
     *
     * @return a name, may be empty
     */
    public String name() {
        return name;
    }

    /**
     * The same fingerprint under another name.
     *
     * @param newName the name
     * @return the renamed fingerprint
     */
    public Fingerprint named(String newName) {
        return new Fingerprint(
                scheme, part, requireNonNull(newName, "newName"), profile, blockResponses, counts, sketches);
    }

    /**
     * How many responses were counted.
     *
     * @return the count
     */
    public long responses() {
        long sum = 0;
        for (int responses : blockResponses) {
            sum += responses;
        }
        return sum;
    }

    /**
     * How many responses were counted in each block of a family.
     *
     * @param family the family
     * @return a new array with {@link BlockCounts#blocks()} entries
     */
    public int[] responses(FeatureFamily family) {
        int[] sums = new int[scheme.blocks(family)];
        for (int block = 0; block < blockResponses.length; block++) {
            int to = block & (sums.length - 1);
            sums[to] = CountRows.saturated(sums[to], blockResponses[block]);
        }
        return sums;
    }

    /**
     * The counts of a family.
     *
     * @param family the family
     * @return its features and counts in each block
     */
    public BlockCounts counts(FeatureFamily family) {
        return counts[family.ordinal()];
    }

    /**
     * The samples of what was answered to each prompt.
     *
     * @return the samples
     */
    public PromptSketches sketches() {
        return sketches;
    }

    /**
     * The fingerprint of the responses of both together. Of two names that are not empty and differ, the smaller is kept.
     *
     * @param other a fingerprint of the same scheme and part
     * @return the sum
     * @throws IllegalArgumentException if the schemes or parts differ
     */
    public Fingerprint merge(Fingerprint other) {
        if (scheme != other.scheme) {
            throw new IllegalArgumentException("cannot merge schemes " + scheme + " and " + other.scheme);
        }
        if (part != other.part) {
            throw new IllegalArgumentException("cannot merge " + part + " and " + other.part);
        }
        int[] responses = blockResponses.clone();
        for (int block = 0; block < responses.length; block++) {
            responses[block] = CountRows.saturated(responses[block], other.blockResponses[block]);
        }
        CountRows[] sums = new CountRows[counts.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i].plus(other.counts[i]);
        }
        boolean takeOther = name.isEmpty() || !other.name.isEmpty() && other.name.compareTo(name) < 0;
        return new Fingerprint(
                scheme,
                part,
                takeOther ? other.name : name,
                profile.plus(other.profile),
                responses,
                sums,
                sketches.plus(other.sketches));
    }

    int[] blockResponses() {
        return blockResponses;
    }

    CountRows rows(FeatureFamily family) {
        return counts[family.ordinal()];
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Fingerprint other
                && scheme == other.scheme
                && part == other.part
                && name.equals(other.name)
                && profile.equals(other.profile)
                && Arrays.equals(blockResponses, other.blockResponses)
                && Arrays.equals(counts, other.counts)
                && sketches.equals(other.sketches);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Fingerprint[" + name + ", " + responses() + " responses]";
    }
}
