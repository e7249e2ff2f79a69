package dev.pedigree.reference;

import dev.pedigree.internal.DataLines;
import java.util.Locale;
import java.util.Set;

/** The many ways in which one model's name is written: as on a hub, as a folder of its cache, as a file. */
final class ModelNames {
    private static final Set<String> PUBLISHERS = Set.copyOf(DataLines.of(ModelNames.class, "publishers.txt"));
    private static final String[] BETWEEN = {"/", "__", "--"};

    private ModelNames() {}

    /**
     * What all spellings of a name have in common: its letters and digits, in lower case, without who published the model.
     *
     * @param name a name, such as {@code meta-llama/Llama-3.1-8B-Instruct} or {@code models--meta-llama--Llama-3.1-8B-Instruct}
     * @return for both {@code llama318binstruct}; the name itself where it holds neither letter nor digit
     */
    static String normal(String name) {
        String rest = name.toLowerCase(Locale.ROOT);
        for (String shorter = published(rest); !shorter.equals(rest); shorter = published(rest)) {
            rest = shorter;
        }
        StringBuilder normal = new StringBuilder();
        rest.codePoints()
                .filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 0x7f)
                .forEach(normal::appendCodePoint);
        return normal.isEmpty() ? name : normal.toString();
    }

    /* Other words than publishers' stay: "student-of/gpt-4" is not gpt-4. */
    private static String published(String name) {
        for (String between : BETWEEN) {
            int end = name.indexOf(between);
            if (end > 0 && PUBLISHERS.contains(name.substring(0, end)) && end + between.length() < name.length()) {
                return name.substring(end + between.length());
            }
        }
        return name;
    }
}
