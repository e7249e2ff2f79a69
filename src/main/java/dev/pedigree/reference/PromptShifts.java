package dev.pedigree.reference;

import dev.pedigree.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a suspect's answers shift along with a model's from one group of prompts to the next. Two runs of one model, a copy of it or
 * its weights trained further answer the same prompts alike, so that what sets one group of prompts apart from the others sets it
 * apart in both; what a student took over from its teacher are habits, which are in all groups, and go with the means that are taken
 * away here.
 *
 * <p>For each feature family: positions of groups of prompts, less their mean for the same model, less the mean of all models for the
 * same group, each direction divided by its root mean square over all models; the correlation over all groups and directions.
 * The mean of the families' correlations is given in robust standard deviations (1.4826 times the median absolute deviation) from its
 * median over all models, most of which have nothing to do with the suspect. Immutable.
 */
public final class PromptShifts {
    /** With fewer groups of prompts, or fewer models, nothing is said. */
    private static final int MIN_GROUPS = 16;

    private static final int MIN_MODELS = 20;
    private static final double HALF = 0.5;
    private static final double NORMAL = 1.4826;
    /** So many standard deviations are rare, whatever the library's students are like. */
    private static final double RARE = 4;

    private final int groups;
    private final Map<String, Double> alike;
    private final double highestStudent;

    private PromptShifts(int groups, Map<String, Double> alike, double highestStudent) {
        this.groups = groups;
        this.alike = alike;
        this.highestStudent = highestStudent;
    }

    static Optional<PromptShifts> of(ReferenceLibrary library, List<Entry> members, Fingerprint suspect) {
        int promptSet = -1;
        for (int set = 0; set < library.promptSets().size(); set++) {
            if (library.promptSets().get(set).shareOf(suspect.sketches()) >= HALF) {
                promptSet = set;
            }
        }
        double[][][] own = library.blocks(suspect).coordinates();
        int groups = Arrays.stream(own).mapToInt(blocks -> blocks.length).min().orElse(0);
        List<Entry> beside = new ArrayList<>();
        for (Entry member : members) {
            if (member.promptSet() == promptSet && folds(member.coordinates(), groups)) {
                beside.add(member);
            }
        }
        if (beside.size() < MIN_MODELS || groups < MIN_GROUPS || !folds(own, groups)) {
            return Optional.empty();
        }
        return Optional.of(of(groups, own, beside));
    }

    private static PromptShifts of(int groups, double[][][] own, List<Entry> members) {
        float[][] shifts = new float[members.size() + 1][];
        for (int s = 0; s < own.length; s++) {
            List<double[][]> positions = new ArrayList<>();
            for (Entry member : members) {
                positions.add(shifts(member.coordinates()[s], groups));
            }
            positions.add(shifts(own[s], groups));
            append(shifts, scaled(positions));
        }
        int suspect = members.size();
        double[] mine = deviations(shifts, suspect, own.length);
        Map<String, Double> alike = new LinkedHashMap<>();
        for (int m = 0; m < suspect; m++) {
            alike.merge(members.get(m).model().name(), mine[m], Math::max);
        }
        boolean rare = alike.values().stream().anyMatch(a -> a > RARE);
        double highest = rare ? highestStudent(shifts, own.length, members) : Double.NEGATIVE_INFINITY;
        return new PromptShifts(groups, alike, highest);
    }

    private static double highestStudent(float[][] shifts, int families, List<Entry> members) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < members.size(); m++) {
            ReferenceModel student = members.get(m).model();
            if (student.kind() == ReferenceModel.Kind.STUDENT) {
                double[] theirs = deviations(shifts, m, families);
                for (int t = 0; t < members.size(); t++) {
                    ReferenceModel teacher = members.get(t).model();
                    if (teacher.kind() == ReferenceModel.Kind.PRIMARY
                            && student.teachers().contains(teacher.family())) {
                        highest = Math.max(highest, theirs[t]);
                    }
                }
            }
        }
        return highest;
    }

    /**
     * How many groups of prompts were compared.
     *
     * @return a power of two
     */
    public int groups() {
        return groups;
    }

    /**
     * How much the suspect's answers shift along with a model's.
     *
     * @param model the model's name
     * @return standard deviations from the median over all models; empty where the model did not answer the suspect's prompts
     */
    public Optional<Double> with(String model) {
        return Optional.ofNullable(alike.get(model));
    }

    /**
     * The most that any known student's answers to these prompts shift along with its teacher's.
     *
     * @return standard deviations; minus infinity where there is no such student, or where the suspect is so little like any model that
     *     it does not matter
     */
    public double highestStudent() {
        return highestStudent;
    }

    /**
     * Whether answers shift along with each other so much that it is the same model, a near relative or its weights.
     *
     * @param deviations what {@link #with} gave
     * @return true above every known student with its teacher, and above {@value #RARE}
     */
    public boolean isSameModel(double deviations) {
        return deviations > Math.max(RARE, highestStudent);
    }

    /** Whether rows can be joined to so many groups without mixing prompts of several. */
    private static boolean folds(double[][][] coordinates, int groups) {
        for (double[][] rows : coordinates) {
            if (rows.length < groups || Integer.bitCount(rows.length) != 1) {
                return false;
            }
        }
        return true;
    }

    /** Each group's position, less the mean of all: row b of many belongs to group b modulo few, both powers of two. */
    private static double[][] shifts(double[][] rows, int groups) {
        double[][] shifts = new double[groups][rows[0].length];
        double[] mean = Axes.mean(rows);
        double share = (double) groups / rows.length;
        for (int b = 0; b < rows.length; b++) {
            addDifference(rows[b], mean, share, shifts[b % groups]);
        }
        return shifts;
    }

    private static void addDifference(double[] row, double[] mean, double share, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += (row[k] - mean[k]) * share;
        }
    }

    /** Shifts of all models, the mean of all taken from each, directions at unit scale, each model's at unit length. */
    private static float[][] scaled(List<double[][]> models) {
        int groups = models.get(0).length;
        int directions = models.get(0)[0].length;
        double[] squares = new double[directions];
        for (int g = 0; g < groups; g++) {
            double[] mean = new double[directions];
            for (double[][] model : models) {
                addShare(model[g], models.size(), mean);
            }
            for (double[][] model : models) {
                subtract(mean, model[g], squares);
            }
        }
        double[] scale = Arrays.stream(squares).map(Math::sqrt).toArray();
        float[][] scaled = new float[models.size()][groups * directions];
        for (int m = 0; m < scaled.length; m++) {
            double length = 0;
            for (int g = 0; g < groups; g++) {
                length = scale(models.get(m)[g], scale, scaled[m], g * directions, length);
            }
            float unit = (float) (length > 0 ? 1 / Math.sqrt(length) : 0);
            for (int i = 0; i < scaled[m].length; i++) {
                scaled[m][i] *= unit;
            }
        }
        return scaled;
    }

    private static void addShare(double[] x, int members, double[] mean) {
        for (int k = 0; k < mean.length; k++) {
            mean[k] += x[k] / members;
        }
    }

    /** Takes the mean away, and adds the squares of what is left. */
    private static void subtract(double[] mean, double[] x, double[] squares) {
        for (int k = 0; k < x.length; k++) {
            x[k] -= mean[k];
            squares[k] += x[k] * x[k];
        }
    }

    /** Puts what is left at unit scale; returns the squared length with it. */
    private static double scale(double[] x, double[] scale, float[] scaled, int at, double before) {
        double length = before;
        for (int k = 0; k < x.length; k++) {
            double value = scale[k] > 0 ? x[k] / scale[k] : 0;
            scaled[at + k] = (float) value;
            length += value * value;
        }
        return length;
    }

    private static void append(float[][] all, float[][] more) {
        for (int m = 0; m < all.length; m++) {
            float[] before = all[m] == null ? new float[0] : all[m];
            all[m] = Arrays.copyOf(before, before.length + more[m].length);
            System.arraycopy(more[m], 0, all[m], before.length, more[m].length);
        }
    }

    /** The correlations of one model with all but the last, the suspect, in robust deviations; of no meaning for itself. */
    private static double[] deviations(float[][] shifts, int model, int families) {
        int others = shifts.length - 1;
        double[] correlations = new double[others];
        for (int m = 0; m < others; m++) {
            double sum = 0;
            for (int i = 0; i < shifts[m].length; i++) {
                sum += shifts[model][i] * (double) shifts[m][i];
            }
            correlations[m] = sum / families;
        }
        double[] rest = model == others ? correlations.clone() : without(correlations, model);
        double middle = Axes.median(rest);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.abs(rest[i] - middle);
        }
        double spread = NORMAL * Axes.median(rest);
        for (int m = 0; m < others; m++) {
            correlations[m] = spread > 0 ? (correlations[m] - middle) / spread : 0;
        }
        return correlations;
    }

    private static double[] without(double[] values, int index) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
