package dev.pedigree.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often models say such things that descend from a vendor's models, and such that do not: the table {@code base-rates.tsv}. The count
 * of prompts is taken to follow a negative binomial law, whose spread is that between models (Greenwood and Yule, Journal of the Royal
 * Statistical Society 83(2), 1920, doi:10.2307/2341080).
 */
final class BaseRates {
    /**
     * One row.
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
     * Both laws of one signal in one layer.
     *
     * @param unrelated that of models without known descent
     * @param descended that of models with it
     * @param upper the upper 95 % limit of the unrelated models' mean
     */
    record Row(Law unrelated, Law descended, double upper) {
        /** Decimal logarithm of the ratio for this very count. */
        double plainLog10Ratio(int count, int prompts) {
            return (descended.logProbability(count, prompts) - unrelated.logProbability(count, prompts))
                    / StrictMath.log(10);
        }

        /** Decimal logarithm of the ratio; never less for more of it. */
        double log10Ratio(int count, int prompts) {
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= count; k++) {
                best = Math.max(best, descended.logProbability(k, prompts) - unrelated.logProbability(k, prompts));
            }
            return best / StrictMath.log(10);
        }
    }

    /** The row of what other houses' models say, over all layers. */
    Row rival() {
        return java.util.Objects.requireNonNull(rows.get("RIVAL ALL"));
    }

    private static final class Holder {
        static final BaseRates INSTANCE = new BaseRates();
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private BaseRates() {
        for (String[] row : Resources.table("base-rates.tsv", 8)) {
            Law unrelated = new Law(Double.parseDouble(row[3]), Double.parseDouble(row[4]));
            Law descended = new Law(Double.parseDouble(row[6]), Double.parseDouble(row[7]));
            rows.put(row[0] + ' ' + row[1], new Row(unrelated, descended, Double.parseDouble(row[5])));
        }
    }

    static BaseRates instance() {
        return Holder.INSTANCE;
    }

    /** The row of a signal in a layer; where the prompt is unknown or holds tools, that of identity questions, the most cautious. */
    @Nullable
    Row of(IdentitySignal signal, PromptStratum stratum) {
        PromptStratum measured = switch (stratum) {
            case UNKNOWN, TOOLS -> PromptStratum.IDENTITY_QUESTION;
            default -> stratum;
        };
        return rows.get(signal.name() + ' ' + measured.name());
    }
}
