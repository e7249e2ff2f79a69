package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.Power;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found where answers of candidates replaced some of the suspect's: a row for each candidate, a column for each share. */
final class SpliceTable {
    /** What stands above it in every form. */
    static final String MEANING =
            "Had a candidate's answers replaced this share of the answers read, how often would it have been named? With 95 %"
                    + " intervals:";

    private static final String NOT_TRIED = "–";

    private final List<Double> shares;
    private final Map<String, Map<Double, Estimate>> chances;

    private SpliceTable(List<Double> shares, Map<String, Map<Double, Estimate>> chances) {
        this.shares = shares;
        this.chances = chances;
    }

    static SpliceTable of(Power power) {
        return new SpliceTable(
                power.splices().stream()
                        .map(Power.Splice::share)
                        .distinct()
                        .sorted()
                        .toList(),
                power.splices().stream()
                        .collect(Collectors.groupingBy(
                                Power.Splice::candidate,
                                LinkedHashMap::new,
                                Collectors.toMap(
                                        Power.Splice::share,
                                        Power.Splice::chance,
                                        (first, again) -> again,
                                        TreeMap::new))));
    }

    boolean isEmpty() {
        return chances.isEmpty();
    }

    /** The shares, for example "10 %". */
    List<String> shares() {
        return shares.stream().map(ReportWords::percent).toList();
    }

    List<String> candidates() {
        return List.copyOf(chances.keySet());
    }

    /** The chances of a candidate, one for each share, for example "88 % (74–95)". */
    List<String> chances(String candidate) {
        Map<Double, Estimate> row = requireNonNull(chances.get(candidate));
        return shares.stream()
                .map(share -> Optional.ofNullable(row.get(share))
                        .map(SpliceTable::chance)
                        .orElse(NOT_TRIED))
                .toList();
    }

    private static String chance(Estimate chance) {
        return hundredths(chance.value()) + " % (" + hundredths(chance.low()) + "–" + hundredths(chance.high()) + ")";
    }

    private static long hundredths(double chance) {
        return StrictMath.round(chance * 100);
    }
}
