package dev.pedigree.reference;

import com.google.common.hash.Hashing;
import dev.pedigree.fingerprint.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bytes of a library, version 1: all that is known of them stands in this class, in those of its two halves, {@link
 * PopulationFormat} and {@link LearnedFormat}, and in the site's page on formats. Numbers are big-endian; texts are modified UTF-8 behind
 * their length; at the end stands the SHA-256 of what is before it.
 */
final class LibraryFormat {
    /** Of the eight bytes so many say what the file is; the others are its version. */
    static final int KIND_BYTES = 6;

    private static final long MAGIC = 0x5045444c49420001L; // "PEDLIB", version 1
    private static final int DIGEST_BYTES = 32;

    private LibraryFormat() {}

    static byte[] write(ReferenceLibrary library) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeUTF(library.name());
            PopulationFormat.write(out, library.population());
            LearnedFormat.write(out, library.learned());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] content = bytes.toByteArray();
        byte[] all = Arrays.copyOf(content, content.length + DIGEST_BYTES);
        System.arraycopy(digest(content, content.length), 0, all, content.length, DIGEST_BYTES);
        return all;
    }

    /** Whether bytes start as a library of any version does. */
    static boolean starts(byte[] bytes) {
        return bytes.length >= KIND_BYTES
                && Arrays.equals(
                        bytes,
                        0,
                        KIND_BYTES,
                        ByteBuffer.allocate(Long.BYTES).putLong(MAGIC).array(),
                        0,
                        KIND_BYTES);
    }

    static ReferenceLibrary read(byte[] bytes) throws FormatException {
        int end = bytes.length - DIGEST_BYTES;
        ByteReader in = new ByteReader(bytes, Math.max(0, end));
        if (end < Long.BYTES || in.int64() != MAGIC) {
            throw new FormatException(0, "expected a reference library of version 1");
        }
        if (!Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new FormatException(end, "the digest does not fit the content: the file is damaged or was changed");
        }
        return content(in, bytes);
    }

    /**
     * Reads the library that ships in the jar without working its digest out again: the archive has a checksum of its own for every
     * entry, and to hash six megabytes takes a tenth of a short audit.
     */
    static ReferenceLibrary readShipped(byte[] bytes) throws FormatException {
        ByteReader in = new ByteReader(bytes, bytes.length - DIGEST_BYTES);
        in.int64();
        return content(in, bytes);
    }

    private static ReferenceLibrary content(ByteReader in, byte[] bytes) throws FormatException {
        String name = in.text();
        Population population = PopulationFormat.read(in);
        Learned learned = LearnedFormat.read(in);
        in.expectEnd();
        return new ReferenceLibrary(
                name, population, learned, HexFormat.of().formatHex(bytes, bytes.length - DIGEST_BYTES, bytes.length));
    }

    static byte[] digest(byte[] bytes, int length) {
        return Hashing.sha256().hashBytes(bytes, 0, length).asBytes();
    }
}
