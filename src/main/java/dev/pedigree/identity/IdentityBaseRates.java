package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often models say such things that descend from a vendor's models, and such that do not. The count of prompts is taken to follow a
 * negative binomial law, whose spread is that between models (Greenwood and Yule, Journal of the Royal Statistical Society 83(2), 1920,
 * doi:10.2307/2341080). Both laws have one spread: then, and only then, their ratio rises with the count all the way. Immutable.
 *
 * <p>As a table: a line for each signal, vendor and layer of prompts, with eight fields between tabs: the signal; the vendor, or {@code *}
 * for every vendor of the lexicon without lines of its own; the layer; how many models were measured, {@code unrelated/descended}; mean,
 * and upper 95 % limit of the mean, of the unrelated; mean of the descended, or {@code -} where nothing is known of them; the spread.
 * Lines that begin with {@code #} say nothing.
 */
public final class IdentityBaseRates {
    private static final String BUILT_IN = "base-rates.tsv";
    private static final int FIELDS = 8;
    private static final String OTHERS = "*";

    /**
     * A count of prompts.
     *
     * @param mean the mean share of prompts
     * @param spread the law's size parameter; the smaller, the more models differ
     */
    record Law(double mean, double spread) {
        /** The natural logarithm of the probability of {@code count} among {@code prompts}. */
        double logProbability(int count, int prompts) {
            double expected = Math.max(1e-9, mean * prompts);
            double sum = spread * StrictMath.log(spread / (spread + expected));
            sum += count * StrictMath.log(expected / (spread + expected));
            for (int i = 0; i < count; i++) {
                sum += StrictMath.log((spread + i) / (i + 1));
            }
            return sum;
        }
    }

    /**
     * Both laws of one signal in one layer, of one spread.
     *
     * @param unrelated that of models without known descent
     * @param upper the upper 95 % limit of the unrelated models' mean
     * @param descended that of models with it, or null
     * @param borrowed whether it was measured with another vendor's descendants
     */
    record Row(Law unrelated, double upper, @Nullable Law descended, boolean borrowed) {
        /** Decimal logarithm of the ratio for this very count; against the limit of the mean where the other law is borrowed. */
        double plainLog10Ratio(int count, int prompts) {
            Law other = borrowed ? new Law(upper, unrelated.spread()) : unrelated;
            return (requireNonNull(descended).logProbability(count, prompts) - other.logProbability(count, prompts))
                    / StrictMath.log(10);
        }

        /** Decimal logarithm of the ratio; never less than that of silence, even where the descended say it less often. */
        double log10Ratio(int count, int prompts) {
            return Math.max(plainLog10Ratio(0, prompts), plainLog10Ratio(count, prompts));
        }
    }

    private static final class Holder {
        static final IdentityBaseRates INSTANCE = new IdentityBaseRates(BUILT_IN, Resources.text(BUILT_IN));
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Set<String> weighed = new LinkedHashSet<>();

    private IdentityBaseRates(String name, String table) {
        int number = 0;
        for (String line : table.split("\n", -1)) {
            number++;
            if (!line.isEmpty() && line.charAt(0) != '#') {
                row(name + ':' + number, line.split("\t", -1));
            }
        }
        Row rival = rows.get("RIVAL openai ALL");
        if (rival == null || rival.descended() == null) {
            throw new IllegalArgumentException(name + ": the line RIVAL, openai, ALL is missing");
        }
    }

    private void row(String place, String[] fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(place + ": expected " + FIELDS + " fields, found " + fields.length);
        }
        double spread = number(place, fields, 7);
        Law unrelated = new Law(number(place, fields, 4), spread);
        Law descended = fields[6].equals("-") ? null : new Law(number(place, fields, 6), spread);
        Row row = new Row(unrelated, number(place, fields, 5), descended, fields[3].endsWith("/0"));
        if (descended != null) {
            weighed.add(fields[0]);
        }
        if (rows.put(fields[0] + ' ' + fields[1] + ' ' + fields[2], row) != null) {
            throw new IllegalArgumentException(place + ": this signal, vendor and layer stand twice");
        }
    }

    private static double number(String place, String[] fields, int at) {
        double value;
        try {
            value = Double.parseDouble(fields[at]);
        } catch (NumberFormatException e) {
            value = -1;
        }
        if (!(value > 0 && value < 1000)) {
            throw new IllegalArgumentException(
                    place + ": field " + (at + 1) + " must be a number above 0, got \"" + fields[at] + '"');
        }
        return value;
    }

    /**
     * The rates that ship with Pedigree.
     *
     * @return the rates
     */
    public static IdentityBaseRates builtIn() {
        return Holder.INSTANCE;
    }

    /**
     * Rates of one's own, measured on other models or prompts.
     *
     * @param lines the table's lines
     * @return the rates
     * @throws IllegalArgumentException naming the line and field, if the table is not as described
     */
    public static IdentityBaseRates of(List<String> lines) {
        return new IdentityBaseRates("base rates", String.join("\n", lines));
    }

    /** How many signals have a ratio, for whichever vendor. */
    int weighed() {
        return weighed.size();
    }

    /** The row of what other houses' models say, over all layers. */
    Row rival() {
        return requireNonNull(rows.get("RIVAL openai ALL"));
    }

    /** The row of a signal in a layer; where the prompt is unknown or holds tools, that of identity questions, the most cautious. */
    @Nullable
    Row of(IdentitySignal signal, String vendor, PromptStratum stratum) {
        PromptStratum measured = switch (stratum) {
            case UNKNOWN, TOOLS -> PromptStratum.IDENTITY_QUESTION;
            default -> stratum;
        };
        Row own = rows.get(signal.name() + ' ' + vendor + ' ' + measured.name());
        boolean open = vendor.startsWith("other:");
        return own != null || open ? own : rows.get(signal.name() + ' ' + OTHERS + ' ' + measured.name());
    }
}
