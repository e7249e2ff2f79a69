package dev.pedigree.report;

import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.Limitation;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import dev.pedigree.verdict.ExactFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One test with an exact null in words and figures, from which each form of a report takes what it shows.
 *
 * @param kind the test's name in machine-readable forms
 * @param title what was tested, with the names of the models
 * @param nullHypothesis the hypothesis that the p-value is about
 * @param evidence the p-value in words
 * @param p the permutation p-value, empty where the test could not be made or is none of permutations
 * @param facts what was compared, sentence after sentence
 * @param statistics each statistic alone
 * @param shifts what differs; empty but for tests of sameness
 * @param quotes passages that a reader can look up
 * @param limitations what to know before acting on the p-value
 * @param members what this kind adds to JSON
 */
record ExactSection(
        String kind,
        String title,
        String nullHypothesis,
        String evidence,
        Optional<PermutationP> p,
        List<String> facts,
        List<TestStatistic> statistics,
        List<FeatureShift> shifts,
        List<Quote> quotes,
        List<Limitation> limitations,
        JsonText.Document members) {
    /**
     * A passage.
     *
     * @param id the answer in which it stands
     * @param text the passage
     * @param note what it is
     */
    record Quote(String id, String text, String note) {}

    static List<ExactSection> of(String suspect, ExactFindings findings) {
        List<ExactSection> sections = new ArrayList<>();
        findings.exposure().ifPresent(result -> sections.add(ExposureSection.of(suspect, result)));
        findings.canary().ifPresent(result -> sections.add(CanarySection.of(suspect, result)));
        findings.same().forEach(c -> sections.add(SamenessSections.same(suspect, c.model(), c.result())));
        return sections;
    }

    /** The result in a line, for the head of a report. */
    String headline() {
        boolean doubted = limitations.stream().anyMatch(l -> l.kind() == Limitation.Kind.EXCHANGEABILITY);
        return title + ": " + evidence
                + (doubted ? ". But a check of exchangeability fails, so that it proves nothing." : ".");
    }

    /** The members of the test in an object that is open. */
    void json(JsonText json) throws IOException {
        json.field("nullHypothesis", nullHypothesis);
        json.optional("pValue", p.map(PermutationP::value));
        json.optional("extreme", p.map(v -> (double) v.extreme()));
        json.optional("arrangements", p.map(v -> (double) v.arrangements()));
        if (p.isPresent()) {
            json.field("exhaustive", p.get().exhaustive());
        }
        members.writeTo(json);
        json.openArray("statistics");
        for (TestStatistic statistic : statistics) {
            json.open();
            json.field("name", statistic.name());
            json.field("value", statistic.value());
            json.estimate("effect", statistic.effect());
            json.field("pValue", statistic.pValue().value());
            json.field("detectable", statistic.detectable());
            json.close();
        }
        json.closeArray();
        json.openArray("limitations");
        for (Limitation limitation : limitations) {
            json.open();
            json.field("kind", ReportWords.id(limitation.kind()));
            json.field("text", limitation.text());
            json.close();
        }
        json.closeArray();
    }

    static String range(Estimate estimate) {
        return Decimals.text(estimate.low()) + " to " + Decimals.text(estimate.high());
    }
}
