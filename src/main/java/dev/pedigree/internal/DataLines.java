package dev.pedigree.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables and lists that ship beside the classes that read them. */
public final class DataLines {
    private DataLines() {}

    /**
     * Reads a resource line by line.
     *
     * @param beside a class in whose package the resource is
     * @param name the resource's name
     * @return its lines but for empty ones and those that start with {@code #}
     */
    public static List<String> of(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
