package dev.pedigree.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The text of a table of learned numbers, as it ships: lines of fields between tabs; those that begin with {@code #} say nothing. */
final class LearnedTable {
    /** One line of a table. */
    record Line(String place, List<String> fields) {
        boolean is(String kind, int size) {
            return fields.get(0).equals(kind) && fields.size() == size;
        }

        double number(int field) {
            try {
                return Double.parseDouble(fields.get(field));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
        }
    }

    private final StringBuilder text = new StringBuilder();

    /** Reads a table; {@code name} is what it is called in messages. */
    static List<Line> parse(String name, String table) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : table.split("\n", -1)) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(new Line(name + ':' + number, List.of(line.split("\t", -1))));
            }
        }
        return lines;
    }

    /** A table that ships in this package. */
    static String resource(String name) {
        try (InputStream in = LearnedTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line: its kind, a name if there is one, and numbers to seven digits. */
    LearnedTable add(String kind, List<String> names, double... numbers) {
        text.append(kind);
        names.forEach(name -> text.append('\t').append(name));
        for (double number : numbers) {
            text.append('\t')
                    .append(new BigDecimal(number)
                            .round(MathContext.DECIMAL32)
                            .stripTrailingZeros()
                            .toString());
        }
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
