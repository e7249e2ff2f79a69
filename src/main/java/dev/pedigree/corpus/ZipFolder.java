package dev.pedigree.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32;

/** A ZIP archive of files, read as the folder that was packed into it. */
final class ZipFolder {
    private ZipFolder() {}

    static void read(Path archive, Sink sink, MessageDigest digest, ReadOptions options) throws CorpusException {
        try (InputStream in = Files.newInputStream(archive)) {
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count > 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        } catch (IOException e) {
            throw CorpusReader.wrapped(archive, 0, e);
        }
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            List<Path> files = Folders.files(zip.getPath("/"));
            if (files.isEmpty()) {
                throw error(
                        archive, CorpusException.Kind.NOTHING_TO_READ, "the archive holds no file that can be read");
            }
            for (Path file : files) {
                Checksum checksum = new Checksum();
                new FileReading(file, sink, checksum, options, Folders.isText(file)).run();
                if (checksum.value() != (long) Files.getAttribute(file, "zip:crc")) {
                    sink.at(shown(file), file.getFileName().toString(), 0);
                    sink.bad("the entry is damaged: its checksum is wrong");
                }
            }
        } catch (CorpusException e) {
            throw e;
        } catch (ProviderNotFoundException e) {
            throw error(
                    archive,
                    CorpusException.Kind.OTHER_FILE,
                    "a ZIP archive, which this Java cannot open for want of the module jdk.zipfs; unpack it first");
        } catch (IOException e) {
            throw CorpusReader.wrapped(archive, 0, e);
        }
    }

    private static CorpusException error(Path archive, CorpusException.Kind kind, String message) {
        return new CorpusException(kind, new Source(archive.toString(), 0), message);
    }

    /** Whether the file stands in an archive. */
    static boolean holds(Path file) {
        return file.getFileSystem() != FileSystems.getDefault();
    }

    /** How the file is called in errors: an entry by its archive, too. */
    static String shown(Path file) {
        return holds(file) ? file.getFileSystem() + "!" + file.toString().substring(1) : file.toString();
    }

    /** The checksum that ZIP keeps of each entry, counted as a digest is. */
    private static final class Checksum extends MessageDigest {
        private final CRC32 crc = new CRC32();

        Checksum() {
            super("CRC-32");
        }

        long value() {
            return crc.getValue();
        }

        @Override
        protected void engineUpdate(byte b) {
            crc.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            crc.update(bytes, from, length);
        }

        @Override
        protected byte[] engineDigest() {
            return new byte[0];
        }

        @Override
        protected void engineReset() {
            crc.reset();
        }
    }
}
