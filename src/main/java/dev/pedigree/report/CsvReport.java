package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Verdict;
import java.util.Optional;
import java.util.function.Function;

/** The candidates for a spreadsheet; ranks and scores that mean nothing for want of text are left empty. */
final class CsvReport {
    private static final String COLUMNS =
            "suspect,candidate,family,lab,rank,responses,score,log10_lr,log10_lr_low,log10_lr_high,"
                    + "level,strength,p_value,ruled_out\n";

    private CsvReport() {}

    static String write(Verdict verdict) {
        StringBuilder out = new StringBuilder(COLUMNS);
        boolean little = verdict.isTooLittleText();
        for (CandidateFinding candidate : verdict.candidates()) {
            Optional<Estimate> ratio = candidate.log10LikelihoodRatio();
            out.append(Escapes.csv(verdict.suspect())).append(',');
            out.append(Escapes.csv(candidate.name())).append(',');
            out.append(Escapes.csv(candidate.family())).append(',');
            out.append(Escapes.csv(candidate.lab())).append(',');
            out.append(little ? "" : Integer.toString(candidate.rank())).append(',');
            out.append(verdict.input().responses()).append(',');
            out.append(little ? "" : Decimals.text(candidate.score())).append(',');
            out.append(number(ratio, Estimate::value)).append(',');
            out.append(number(ratio, Estimate::low)).append(',');
            out.append(number(ratio, Estimate::high)).append(',');
            out.append(number(ratio, Estimate::level)).append(',');
            out.append(ReportWords.id(candidate.strength())).append(',');
            out.append(number(candidate.pValue(), Function.identity())).append(',');
            out.append(candidate.ruledOut().map(Escapes::csv).orElse("")).append('\n');
        }
        return out.toString();
    }

    private static <T> String number(Optional<T> value, Function<T, Double> part) {
        return value.map(v -> Decimals.text(part.apply(v))).orElse("");
    }
}
