package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * How often a comparison finds a student of a candidate, measured on known students whose answers were thinned out, and on models
 * of human texts into whose answers a share of a student's answers was mixed.
 *
 * @param rows the measurements, in ascending order of share and answers
 */
public record PowerTable(List<Row> rows) {
    /** No measurements. */
    public static final PowerTable EMPTY = new PowerTable(List.of());

    /**
     * One measurement.
     *
     * @param answers how many answers were compared
     * @param share the share of the student's answers among them, in (0, 1]
     * @param families how many independent families of students it rests on
     * @param probability how often the true teacher's score sufficed to name it, with an interval over families
     */
    public record Row(int answers, double share, int families, Estimate probability) {
        /** Checks the ranges. */
        public Row {
            requireNonNull(probability, "probability");
            if (answers < 1 || !(share > 0 && share <= 1) || families < 1) {
                throw new IllegalArgumentException("need answers >= 1, 0 < share <= 1 and families >= 1, got " + answers
                        + ", " + share + ", " + families);
            }
        }
    }

    /** Copies the list. */
    public PowerTable {
        rows = List.copyOf(rows);
    }

    /**
     * The shares that were measured.
     *
     * @return shares, ascending
     */
    public List<Double> shares() {
        return rows.stream().map(Row::share).distinct().sorted().toList();
    }

    /**
     * The chance of support with some number of answers: between two measurements linear in the logarithm of the number of answers,
     * beyond the last one as there.
     *
     * @param answers how many answers are compared
     * @param share one of {@link #shares}
     * @return the chance; empty where fewer answers than in any measurement of this share are compared
     */
    public Optional<Estimate> at(long answers, double share) {
        List<Row> line = rows.stream().filter(r -> r.share() == share).toList();
        Optional<Estimate> found = Optional.empty();
        for (int i = 0; i < line.size() && line.get(i).answers() <= answers; i++) {
            Row row = line.get(i);
            found = Optional.of(
                    i + 1 < line.size() && line.get(i + 1).answers() > answers
                            ? between(row, line.get(i + 1), answers)
                            : row.probability());
        }
        return found;
    }

    private static Estimate between(Row low, Row high, long answers) {
        double weight = StrictMath.log((double) answers / low.answers())
                / StrictMath.log((double) high.answers() / low.answers());
        Estimate a = low.probability();
        Estimate b = high.probability();
        return new Estimate(
                a.value() + weight * (b.value() - a.value()),
                a.low() + weight * (b.low() - a.low()),
                a.high() + weight * (b.high() - a.high()),
                a.level());
    }
}
