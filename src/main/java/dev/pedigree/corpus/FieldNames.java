package dev.pedigree.corpus;

import dev.pedigree.internal.DataLines;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people call the fields and columns of a record, from {@code field-names.txt}. */
final class FieldNames {
    /** The meaning of a name, and its place among the names of that meaning. */
    private record Meaning(String what, int place) {}

    private static final Map<String, Meaning> KNOWN = known();
    private static final Set<String> MEANINGS = meanings();

    private FieldNames() {}

    private static Map<String, Meaning> known() {
        Map<String, Meaning> known = new HashMap<>();
        for (String line : DataLines.of(FieldNames.class, "field-names.txt")) {
            String what = line.substring(0, line.indexOf(':'));
            String[] names = line.substring(what.length() + 1).strip().split(" ");
            for (int i = 0; i < names.length; i++) {
                if (known.put(names[i], new Meaning(what, i)) != null) {
                    throw new IllegalStateException("field-names.txt gives " + names[i] + " twice");
                }
            }
        }
        return known;
    }

    private static Set<String> meanings() {
        Set<String> meanings = new TreeSet<>();
        KNOWN.values().forEach(meaning -> meanings.add(meaning.what));
        return Collections.unmodifiableSet(meanings);
    }

    /** All that a field can be named for, sorted. */
    static Set<String> all() {
        return MEANINGS;
    }

    static boolean isKnown(String normal, String what) {
        Meaning meaning = KNOWN.get(normal);
        return meaning != null && meaning.what.equals(what);
    }

    /** Of those names, the one that is most surely what is wanted; null where none of them is. */
    static @Nullable String best(Iterable<String> names, String what) {
        String best = null;
        int place = Integer.MAX_VALUE;
        for (String name : names) {
            Meaning meaning = KNOWN.get(normal(name));
            if (meaning != null && meaning.what.equals(what) && meaning.place < place) {
                best = name;
                place = meaning.place;
            }
        }
        return best;
    }

    /** The field of the record that holds what is wanted; missing where none does. */
    static Json find(Json record, String what) {
        String name = best(record.names(), what);
        return record.get(name == null ? what : name);
    }

    /** The name in lower case, with one underscore for blanks, hyphens, dots and the humps of camelCase. */
    static String normal(String name) {
        if (isNormal(name)) {
            return name; // almost all are
        }
        StringBuilder normal = new StringBuilder(name.length() + 4);
        boolean gap = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean hump = upper && i > 0 && name.charAt(i - 1) >= 'a' && name.charAt(i - 1) <= 'z';
            if (c == ' ' || c == '-' || c == '.' || c == '_') {
                gap = true;
                continue;
            }
            if ((gap || hump) && normal.length() > 0) {
                normal.append('_');
            }
            gap = false;
            normal.append(upper ? (char) (c + 32) : c);
        }
        return normal.toString();
    }

    private static boolean isNormal(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && c != '_') {
                return false;
            }
        }
        return true;
    }
}
