package dev.pedigree.benchmarks;

import dev.pedigree.reference.ModelTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of suspects and references, against which scores are judged.
 *
 * @param cases the suspects
 * @param families the family of each reference; one that is missing is its own
 * @param labs the lab of each family; one that is missing is its own
 */
record AccuracyTruth(List<Case> cases, Map<String, String> families, Map<String, String> labs) {

    /**
     * One suspect.
     *
     * @param suspect its name
     * @param family its relatives: left out when it is judged, and resampled with it
     * @param teachers references or families on whose outputs it was trained; empty where on none
     * @param judged whether the truth is known well enough to judge by it
     * @param admissible references or families that may be accused; empty where all may
     * @param kind what it is, for example {@code human}; empty where unknown
     */
    record Case(
            String suspect, String family, Set<String> teachers, boolean judged, Set<String> admissible, String kind) {
        boolean innocent() {
            return judged && teachers.isEmpty();
        }

        boolean learntFromHumansOnly() {
            return kind.equals("human") || kind.equals("base");
        }

        boolean admits(String reference, String referenceFamily) {
            return admissible.isEmpty() || admissible.contains(reference) || admissible.contains(referenceFamily);
        }
    }

    String familyOf(String reference) {
        return families.getOrDefault(reference, reference);
    }

    String labOf(String family) {
        return labs.getOrDefault(family, family);
    }

    /**
     * Reads a truth table and a table of references.
     *
     * @param truth tab-separated with the columns suspect, family, truth (names with | between, {@code none} or {@code ?}) and, where
     *     known, admissible and kind
     * @param references tab-separated with the columns reference, family, lab; may be empty
     * @return the truth
     */
    static AccuracyTruth of(List<Map<String, String>> truth, List<Map<String, String>> references) {
        List<Case> cases = new ArrayList<>();
        for (Map<String, String> row : truth) {
            String said = row.getOrDefault("truth", "?").strip();
            cases.add(new Case(
                    row.get("suspect"),
                    row.getOrDefault("family", row.get("suspect")),
                    said.equals("none") || said.equals("?") ? Set.of() : names(said),
                    !said.equals("?"),
                    names(row.getOrDefault("admissible", "")),
                    row.getOrDefault("kind", "")));
        }
        Map<String, String> families = new LinkedHashMap<>();
        Map<String, String> labs = new LinkedHashMap<>();
        for (Map<String, String> row : references) {
            families.put(row.get("reference"), row.get("family"));
            labs.put(row.get("family"), row.get("lab"));
        }
        return new AccuracyTruth(cases, families, labs);
    }

    /**
     * The truth as an audit takes it that is told the suspect's month: a teacher must have been available before that month, while the
     * tables admit those of the same month too.
     *
     * @param table since when models are available
     * @return the same suspects with fewer candidates; without those to whom none is left
     */
    AccuracyTruth dated(ModelTable table) {
        List<Case> dated = new ArrayList<>();
        for (Case suspect : cases) {
            Optional<YearMonth> month = table.get(suspect.suspect()).availableSince();
            Set<String> left = new TreeSet<>();
            families.forEach((reference, family) -> {
                if (suspect.admits(reference, family)
                        && month.map(table.get(reference)::availableBefore).orElse(true)) {
                    left.add(reference);
                }
            });
            if (!left.isEmpty()) {
                dated.add(new Case(
                        suspect.suspect(),
                        suspect.family(),
                        suspect.teachers(),
                        suspect.judged(),
                        left,
                        suspect.kind()));
            }
        }
        return new AccuracyTruth(dated, families, labs);
    }

    private static Set<String> names(String joined) {
        return Arrays.stream(joined.split("\\|"))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Map<String, String>> table(Path file) throws IOException {
        return table(Files.newBufferedReader(file), file.toString());
    }

    /** A table that comes with the benchmarks. */
    static List<Map<String, String>> ownTable(String name) throws IOException {
        InputStream in = AccuracyTruth.class.getResourceAsStream("truth/" + name);
        if (in == null) {
            throw new IOException("there is no truth table " + name);
        }
        return table(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
    }

    private static List<Map<String, String>> table(BufferedReader reader, String name) throws IOException {
        try (BufferedReader lines = reader) {
            String header = lines.readLine();
            if (header == null) {
                throw new IOException(name + ": expected a header, found an empty file");
            }
            String[] columns = header.split("\t", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length > columns.length) {
                    throw new IOException(name + ":" + (rows.size() + 2) + ": expected " + columns.length
                            + " columns, found " + cells.length);
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
