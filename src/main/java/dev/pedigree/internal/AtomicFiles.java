package dev.pedigree.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to; buffered by the caller if need be, closed for it
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the file first and then moves the result into its place.
     *
     * @param file the file; replaced where it is there already
     * @param content what to write
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = beside(file);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                content.writeTo(out);
            }
            return;
        }
        try {
            try (OutputStream out = opened(part, file)) {
                content.writeTo(out);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static OutputStream opened(Path part, Path file) throws IOException {
        try {
            return Files.newOutputStream(part);
        } catch (FileSystemException e) {
            boolean denied = e instanceof AccessDeniedException;
            throw new FileSystemException(file.toString(), null, denied ? "no permission" : "cannot be written");
        }
    }

    /**
     * Where to write what is to become a file: beside it, under a hidden name.
     *
     * @param file the file
     * @return the place, in the same folder
     * @throws IOException if there can be no such file
     */
    public static Path beside(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(file + " is a folder, a file is needed");
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("the folder of " + file + " does not exist; create it first");
        }
        return folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    /**
     * Moves a file in the place of another, in one step where the file system can.
     *
     * @param part what was written
     * @param target the file; replaced where it is there already
     * @throws IOException if it cannot be moved
     */
    public static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
