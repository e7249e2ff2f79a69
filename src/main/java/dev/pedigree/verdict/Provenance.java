package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is needed to get the same report again. Holds no time, host or JDK: those do not change it.
 *
 * @param version the version of Pedigree
 * @param schemes ids of the schemes by which stored numbers were made, sorted
 * @param suspectDigest SHA-256 of the suspect's input, in hexadecimal; empty where it did not come from a file
 * @param libraryName the reference library
 * @param libraryDigest SHA-256 of the reference library, in hexadecimal
 * @param seed the seed of all resampling
 */
public record Provenance(
        String version,
        List<String> schemes,
        String suspectDigest,
        String libraryName,
        String libraryDigest,
        long seed) {

    /** Copies the list. */
    public Provenance {
        requireNonNull(version, "version");
        requireNonNull(suspectDigest, "suspectDigest");
        requireNonNull(libraryName, "libraryName");
        requireNonNull(libraryDigest, "libraryDigest");
        schemes = List.copyOf(schemes);
    }
}
