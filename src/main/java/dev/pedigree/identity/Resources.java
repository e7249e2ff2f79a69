package dev.pedigree.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables beside these classes: lines of fields between tabs; an empty line or one that begins with # says nothing. */
final class Resources {
    private Resources() {}

    /**
     * Reads a table.
     *
     * @param name the file's name
     * @param columns how many fields every line has
     * @return the lines in order
     */
    static List<String[]> table(String name, int columns) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                String[] fields = line.split("\t", -1);
                if (fields.length != columns) {
                    throw new IllegalStateException(
                            name + ":" + number + ": expected " + columns + " fields, found " + fields.length);
                }
                rows.add(fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The whole of a table, its lines ended by one character. */
    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a field that are separated by " | ". */
    static List<String> parts(String field) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int bar = field.indexOf(" | "); bar >= 0; bar = field.indexOf(" | ", from)) {
            parts.add(field.substring(from, bar));
            from = bar + 3;
        }
        parts.add(field.substring(from));
        return parts;
    }
}
