package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.internal.Decimals;

/** A map of models as a document. The same map gives the same bytes; names in it can neither run nor break it. */
public final class MapReport {
    private final ModelMap map;

    private MapReport(ModelMap map) {
        this.map = requireNonNull(map, "map");
    }

    /**
     * The report of a map.
     *
     * @param map the map
     * @return its report
     */
    public static MapReport of(ModelMap map) {
        return new MapReport(map);
    }

    /**
     * For spreadsheets.
     *
     * @return a line for each model: name, family, whether it is a suspect, its place and the radius of 95 % of its places with other
     *     prompts
     */
    public String tsv() {
        StringBuilder out = new StringBuilder("model\tfamily\tsuspect\tx\ty\tspread\n");
        for (ModelMap.Point point : map.points()) {
            ComparedModel model = point.model();
            out.append(Escapes.tsv(model.name())).append('\t');
            out.append(model.suspect() ? "" : Escapes.tsv(model.family())).append('\t');
            out.append(model.suspect() ? "yes\t" : "no\t");
            out.append(Decimals.text(point.x())).append('\t');
            out.append(Decimals.text(point.y())).append('\t');
            out.append(Decimals.text(point.spread())).append('\n');
        }
        return out.toString();
    }

    /**
     * For reading.
     *
     * @return one self-contained drawing, SVG 1.1
     */
    public String svg() {
        return MapPlot.write(map);
    }
}
