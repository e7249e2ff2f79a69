package dev.pedigree.report;

import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.ExchangeabilityCheck;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.Limitation;
import dev.pedigree.exact.PowerPoint;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.stats.PermutationP;
import dev.pedigree.verdict.ExactFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the tests with an exact null of a report. */
final class ExactReader {
    /** Where only the value of a p-value was kept, its counts stand to one another as that value. */
    private static final long FINEST = 1_000_000_000_000_000L;

    private ExactReader() {}

    static ExactFindings read(ReportJson tests) throws ReportFormatException {
        List<ExactFindings> each = tests.list(ExactReader::test);
        Optional<ExposureResult> exposure = Optional.empty();
        Optional<CanaryResult> canary = Optional.empty();
        List<ExactFindings.Comparison> same = new ArrayList<>();
        for (ExactFindings test : each) {
            exposure = exposure.isPresent() ? exposure : test.exposure();
            canary = canary.isPresent() ? canary : test.canary();
            same.addAll(test.same());
        }
        return new ExactFindings(exposure, canary, same);
    }

    private static ExactFindings test(ReportJson test) throws ReportFormatException {
        return switch (test.get("test").text()) {
            case "expose" -> new ExactFindings(Optional.of(exposure(test)), Optional.empty(), List.of());
            case "canary" -> new ExactFindings(Optional.empty(), Optional.of(canary(test)), List.of());
            case "same" ->
                new ExactFindings(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new ExactFindings.Comparison(test.get("second").text(), same(test))));
            default -> ExactFindings.NONE;
        };
    }

    private static ExposureResult exposure(ReportJson test) throws ReportFormatException {
        return new ExposureResult(
                test.get("logged").count(),
                test.get("heldOut").count(),
                test.get("samePrompt").count(),
                counted(test),
                test.get("statistics").list(ExactReader::statistic),
                test.get("longSpans").maybe(ReportJson::estimate),
                test.get("checks")
                        .list(check -> new ExchangeabilityCheck(
                                check.get("what").choice(ExchangeabilityCheck.What.class),
                                valued(check.get("pValue")),
                                check.get("fails").flag())),
                test.get("spans")
                        .list(span -> new ExposureResult.SharedSpan(
                                span.get("id").text(),
                                span.get("logged").flag(),
                                span.get("words").count(),
                                span.get("quote").text())),
                test.get("power").list(ExactReader::power),
                test.get("limitations").list(ExactReader::limitation));
    }

    private static CanaryResult canary(ReportJson test) throws ReportFormatException {
        return new CanaryResult(
                test.get("planted").count(),
                test.get("decoys").count(),
                test.get("plantedHits").maybe(ReportJson::estimate),
                test.get("decoyHits").maybe(ReportJson::estimate),
                counted(test),
                test.get("statistics").list(ExactReader::statistic),
                test.get("hits").list(ReportJson::text),
                test.get("limitations").list(ExactReader::limitation));
    }

    private static SameModelResult same(ReportJson test) throws ReportFormatException {
        return new SameModelResult(
                test.get("prompts").count(),
                test.get("firstAnswers").count(),
                test.get("secondAnswers").count(),
                counted(test),
                test.get("statistics").list(ExactReader::statistic),
                test.get("shifts")
                        .list(shift -> new FeatureShift(
                                shift.get("feature").text(),
                                shift.get("first").number(),
                                shift.get("second").number(),
                                shift.get("difference").estimate(),
                                shift.get("adjustedP").number())),
                test.get("power").list(ExactReader::power),
                test.get("limitations").list(ExactReader::limitation));
    }

    private static TestStatistic statistic(ReportJson statistic) throws ReportFormatException {
        return new TestStatistic(
                statistic.get("name").text(),
                statistic.get("value").number(),
                statistic.get("effect").maybe(ReportJson::estimate),
                valued(statistic.get("pValue")),
                statistic.get("detectable").number());
    }

    private static PowerPoint power(ReportJson point) throws ReportFormatException {
        return new PowerPoint(
                point.get("share").number(),
                point.get("alpha").number(),
                point.get("chance").estimate());
    }

    private static Limitation limitation(ReportJson limitation) throws ReportFormatException {
        return new Limitation(
                limitation.get("kind").choice(Limitation.Kind.class),
                limitation.get("text").text());
    }

    /** The p-value of the whole test, with its counts. */
    private static Optional<PermutationP> counted(ReportJson test) throws ReportFormatException {
        if (test.get("pValue").isNull()) {
            return Optional.empty();
        }
        boolean exhaustive =
                !test.get("exhaustive").isNull() && test.get("exhaustive").flag();
        return Optional.of(PermutationP.of(
                (long) test.get("extreme").number(),
                (long) test.get("arrangements").number(),
                exhaustive));
    }

    private static PermutationP valued(ReportJson p) throws ReportFormatException {
        long extreme = (long) StrictMath.rint(p.number() * FINEST);
        return PermutationP.of(StrictMath.max(1, extreme), FINEST, false);
    }
}
