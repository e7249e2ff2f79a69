package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How families are told apart in a plot: the largest have a colour and a shape each, all others a small grey disc. The colours are
 * after M. Okabe and K. Ito, "Color Universal Design", 2008, darker or lighter for the ground; the shape says the same without them.
 */
final class FamilyLooks {
    private static final int COLOURS = 6;
    private static final int SHAPES = 4;
    private static final int MEMBERS = 3;

    private final Map<String, Integer> looks = new LinkedHashMap<>();

    FamilyLooks(List<ComparedModel> models) {
        Map<String, Integer> members = new LinkedHashMap<>();
        models.stream().filter(m -> !m.suspect()).forEach(m -> members.merge(m.family(), 1, Integer::sum));
        List<String> families = new ArrayList<>(members.keySet());
        families.removeIf(f -> members.get(f) < MEMBERS);
        families.sort(Comparator.<String>comparingInt(f -> -members.get(f)).thenComparing(f -> f));
        families.stream().limit(COLOURS * SHAPES).forEach(f -> looks.put(f, looks.size()));
    }

    /** The families with a look of their own, the largest first. */
    List<String> families() {
        return List.copyOf(looks.keySet());
    }

    /** Draws a model's mark, with its name for those who point at it. */
    void mark(Html html, ComparedModel model, String words, double x, double y) {
        int look = model.suspect() ? -2 : looks.getOrDefault(model.family(), -1);
        mark(html, look, words, x, y);
    }

    /** Draws a family's mark. */
    void mark(Html html, String family, double x, double y) {
        mark(html, looks.getOrDefault(family, -1), family, x, y);
    }

    private static void mark(Html html, int look, String words, double x, double y) {
        String colour = look == -2 ? "suspect" : look < 0 ? "other" : "c" + look % COLOURS;
        html.open("path", "class", "mark " + colour, "d", path(look, x, y));
        html.element("title", words).close();
    }

    private static String path(int look, double x, double y) {
        if (look == -2) {
            return at(x, y - 8) + "l2.2 5.2 5.6 .5 -4.3 3.7 1.3 5.5 -4.8 -2.9 -4.8 2.9 1.3 -5.5 -4.3 -3.7 5.6 -.5z";
        }
        if (look < 0) {
            return at(x - 3, y) + "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z";
        }
        return switch (look / COLOURS) {
            case 0 -> at(x - 4.2, y) + "a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0z";
            case 1 -> at(x - 3.8, y - 3.8) + "h7.6v7.6h-7.6z";
            case 2 -> at(x, y - 5) + "l4.8 8.6h-9.6z";
            default -> at(x, y - 5.2) + "l5.2 5.2 -5.2 5.2 -5.2 -5.2z";
        };
    }

    private static String at(double x, double y) {
        return "M" + Html.pixel(x) + " " + Html.pixel(y);
    }
}
