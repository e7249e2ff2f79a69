package dev.pedigree.compare;

import dev.pedigree.stats.MultidimensionalScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A map of models: points in the plane whose distances are as near as may be to those of the models, {@linkplain
 * MultidimensionalScaling by stress majorisation} from their principal coordinates. Directions mean nothing, and a plane cannot hold all
 * distances: {@link #stress()} says how badly it does.
 *
 * @param basis by what the models were compared
 * @param points the models
 * @param stress the root of the squared misfit of all distances over their squared size (Kruskal's stress-1); below 0.1 fair, above
 *     0.2 poor
 * @param resamples how many sets of prompts were drawn for the spread of the points
 */
public record ModelMap(ModelDistances.Basis basis, List<Point> points, double stress, int resamples) {
    private static final int STEPS = 500;
    private static final int MORE_STEPS = 30;
    private static final double LEVEL = 0.95;

    /**
     * A model on the map.
     *
     * @param model the model
     * @param x to the right, in units of the distances
     * @param y up
     * @param spread the distance from the point within which 95 % of resampled sets of prompts put it
     */
    public record Point(ComparedModel model, double x, double y, double spread) {}

    /** Copies the list. */
    public ModelMap {
        points = List.copyOf(points);
    }

    /**
     * The map of some models.
     *
     * @param distances their distances
     * @param resamples how many sets of prompts to draw, at least 1
     * @return the map; the same for the same input
     */
    public static ModelMap of(ModelDistances distances, int resamples) {
        if (resamples < 1) {
            throw new IllegalArgumentException("need at least one resample, got " + resamples);
        }
        double[][] matrix = distances.matrix();
        double[][] map = MultidimensionalScaling.majorised(matrix, MultidimensionalScaling.classical(matrix, 2), STEPS);
        double[][] moved = new double[map.length][resamples];
        List<double[][]> draws = distances.resampled(resamples);
        for (int draw = 0; draw < resamples; draw++) {
            double[][] other = MultidimensionalScaling.aligned(
                    MultidimensionalScaling.majorised(draws.get(draw), map, MORE_STEPS), map);
            for (int i = 0; i < map.length; i++) {
                double right = other[i][0] - map[i][0];
                double up = other[i][1] - map[i][1];
                moved[i][draw] = Math.sqrt(right * right + up * up);
            }
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < map.length; i++) {
            Arrays.sort(moved[i]);
            double spread = moved[i][(int) Math.ceil(LEVEL * resamples) - 1];
            points.add(new Point(distances.models().get(i), map[i][0], map[i][1], spread));
        }
        return new ModelMap(distances.basis(), points, MultidimensionalScaling.stress(matrix, map), resamples);
    }
}
