package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.List;

/** Vendors, their products and what both are called: the table {@code lexicon.tsv}. */
final class Lexicon {
    /** What an alias names. */
    enum Kind {
        VENDOR,
        PRODUCT,
        VERSION
    }

    /**
     * One line of the table.
     *
     * @param vendor the vendor's id
     * @param kind what the aliases name
     * @param exactCase whether the first letter must be as written
     * @param solid whether a hyphen after it makes another word of it
     * @param homograph whether the word has an everyday meaning, so that only a plain claim of the name counts
     * @param given whether people bear the name too
     * @param notNext words that must not follow
     * @param notPrevious words that must not stand before
     * @param notNear words, or their beginnings, that must not stand around it
     */
    record Entity(
            String vendor,
            Kind kind,
            boolean exactCase,
            boolean solid,
            boolean homograph,
            boolean given,
            List<String> notNext,
            List<String> notPrevious,
            List<String> notNear) {}

    /** An alias with its line. */
    record Alias(String text, Entity entity) {
        /** Whether it names a house, be it by the name that its product bears too. */
        boolean isHouse() {
            return entity.kind() == Kind.VENDOR || Letters.fold(text).equals(entity.vendor());
        }
    }

    private static final int SHORT = 2; // letters of a name that must all be as written: "Pi" and not "PI"
    private static final int AROUND = 120; // characters on either side in which a word shows another sense

    private final List<Alias> aliases = new ArrayList<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        for (String[] row : Resources.table("lexicon.tsv", 4)) {
            Entity entity = entity(row);
            for (String alias : Resources.parts(row[3])) {
                lexicon.aliases.add(new Alias(alias, entity));
                for (String declined : declined(alias)) {
                    lexicon.aliases.add(new Alias(declined, entity));
                }
                for (String genitive : genitive(alias, entity)) {
                    lexicon.aliases.add(new Alias(genitive, entity));
                }
            }
        }
        return lexicon;
    }

    /** The German genitive of a house's name, which has no apostrophe: "Googles"; none of names of several words, or that end in a hiss. */
    private static List<String> genitive(String alias, Entity entity) {
        char last = alias.charAt(alias.length() - 1);
        boolean word = alias.length() > SHORT
                && entity.kind() == Kind.VENDOR
                && !entity.homograph()
                && "sxzß".indexOf(Letters.fold(last)) < 0;
        for (int i = 0; i < alias.length() && word; i++) {
            word = Letters.script(alias.charAt(i)) == Letters.LATIN && !Letters.isDigit(alias.charAt(i));
        }
        return word ? List.of(alias + 's') : List.of();
    }

    /** The other cases of a name in Cyrillic letters that ends as Russian masculines and feminines do; none of other names. */
    private static List<String> declined(String alias) {
        char last = alias.charAt(alias.length() - 1);
        if (Letters.script(last) != Letters.CYRILLIC || alias.length() < 4 || Letters.isUpper(last)) {
            return List.of();
        }
        String stem = alias.substring(0, alias.length() - 1);
        if (last == '\u0430') { // a
            return List.of(stem + '\u044b', stem + '\u0438', stem + '\u0435', stem + '\u0443', stem + "\u043e\u0439");
        }
        if ("\u0435\u0438\u043e\u0443\u044b\u044c\u044d\u044e\u044f\u0439".indexOf(last) >= 0) {
            return List.of();
        }
        return List.of(alias + '\u0430', alias + '\u0443', alias + "\u043e\u043c", alias + '\u0435');
    }

    private static Entity entity(String[] row) {
        boolean exactCase = false;
        boolean solid = false;
        boolean homograph = false;
        boolean given = false;
        List<String> notNext = List.of();
        List<String> notPrevious = List.of();
        List<String> notNear = List.of();
        for (String guard : row[2].split(" ")) {
            if (guard.equals("case")) {
                exactCase = true;
            } else if (guard.equals("solid")) {
                solid = true;
            } else if (guard.equals("self")) {
                homograph = true;
            } else if (guard.equals("given")) {
                given = true;
            } else if (guard.startsWith("near!=")) {
                notNear = List.of(guard.substring(6).split("/"));
            } else if (guard.startsWith("next!=")) {
                notNext = List.of(guard.substring(6).split("/"));
            } else if (guard.startsWith("prev!=")) {
                notPrevious = List.of(guard.substring(6).split("/"));
            } else if (!guard.equals("-")) {
                throw new IllegalStateException("lexicon.tsv: unknown guard " + guard + " for " + row[0]);
            }
        }
        Kind kind = switch (row[1]) {
            case "vendor" -> Kind.VENDOR;
            case "product" -> Kind.PRODUCT;
            case "version" -> Kind.VERSION;
            default -> throw new IllegalStateException("lexicon.tsv: unknown kind " + row[1]);
        };
        return new Entity(row[0], kind, exactCase, solid, homograph, given, notNext, notPrevious, notNear);
    }

    /** A maker that no line names, as it stands in a text. */
    static Alias open(String name) {
        return new Alias(
                name,
                new Entity("other:" + name, Kind.VENDOR, true, false, false, false, List.of(), List.of(), List.of()));
    }

    List<Alias> aliases() {
        return aliases;
    }

    /** Whether an alias that stands at text[start, end) passes the guards of its line. */
    static boolean passes(Alias alias, String text, int start, int end) {
        Entity entity = alias.entity();
        int exact = alias.text().length() <= SHORT ? alias.text().length() : 1;
        if (entity.exactCase() && !text.startsWith(alias.text().substring(0, exact), start)) {
            return false;
        }
        if (!entity.notNear().isEmpty()) {
            String around =
                    Letters.fold(text.substring(Math.max(0, start - AROUND), Math.min(text.length(), end + AROUND)));
            if (entity.notNear().stream().anyMatch(around::contains)) {
                return false;
            }
        }
        if (entity.solid() && end < text.length() && text.charAt(end) == '-') {
            return false;
        }
        if (!entity.notNext().isEmpty()) {
            int from = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-') ? end + 1 : end;
            int to = from;
            while (to < text.length() && Letters.isSpaced(Letters.script(text.charAt(to)))) {
                to++;
            }
            if (to > from && entity.notNext().contains(Letters.fold(text.substring(from, to)))) {
                return false;
            }
        }
        if (!entity.notPrevious().isEmpty() && start > 1) {
            int to = text.charAt(start - 1) == '-' || text.charAt(start - 1) == ' ' ? start - 1 : start;
            int from = to;
            while (from > 0 && Letters.isSpaced(Letters.script(text.charAt(from - 1)))) {
                from--;
            }
            if (to > from && entity.notPrevious().contains(Letters.fold(text.substring(from, to)))) {
                return false;
            }
        }
        return true;
    }
}
