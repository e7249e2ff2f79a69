package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What vendors and laboratories are called. Claims, libraries and reports for machines know them by ids such as {@code openai}; a reader
 * expects "OpenAI".
 */
public final class Vendors {
    private static final String OPEN = "other:"; // before the name of a maker whom no table knows

    private Vendors() {}

    /** The table, read when first asked for. */
    private static final class Table {
        static final Map<String, String> NAMES = new HashMap<>();
        static final Map<String, String> IDS = new HashMap<>();

        static {
            for (String[] row : Resources.table("vendors.tsv", 3)) {
                NAMES.put(row[0], row[1]);
                IDS.put(row[0], row[0]);
                for (String other : row[2].split(" ")) {
                    if (!other.isEmpty()) {
                        IDS.put(other, row[0]);
                    }
                }
            }
        }
    }

    /**
     * The name for people.
     *
     * @param id a vendor of a claim, or a laboratory of a library, in whatever case
     * @return its name; an id that no table knows stands for itself
     */
    public static String name(String id) {
        if (id.startsWith(OPEN)) {
            return id.substring(OPEN.length());
        }
        return Table.NAMES.getOrDefault(vendor(id), id);
    }

    /**
     * The id by which claims know a laboratory; a library may know it by another.
     *
     * @param lab a laboratory of a library, in whatever case
     * @return the vendor's id, or the same in lower case where no table knows it
     */
    public static String vendor(String lab) {
        String id = requireNonNull(lab, "lab").toLowerCase(Locale.ROOT);
        return Table.IDS.getOrDefault(id, id);
    }
}
