package dev.pedigree.report;

import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Verdict;
import java.util.List;

/**
 * One test case for each candidate: it fails where the verdict names the candidate, and is skipped where the candidate is ruled out
 * or the verdict abstains. Elements, attributes and their order are such that the schemas of Maven Surefire and of Jenkins both hold; no
 * time is measured, so that every time is 0.
 */
final class JunitReport {
    private JunitReport() {}

    static String write(Verdict verdict) {
        Conclusion conclusion = verdict.conclusion();
        List<CandidateFinding> candidates = verdict.candidates();
        long failures = candidates.stream()
                .filter(c -> outcome(conclusion, c).startsWith("failure"))
                .count();
        long skipped = candidates.stream()
                .filter(c -> outcome(conclusion, c).startsWith("skipped"))
                .count();
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuite name=\"pedigree: ").append(name(verdict.suspect()));
        out.append("\" tests=\"").append(candidates.size());
        out.append("\" failures=\"").append(failures);
        out.append("\" errors=\"0\" skipped=\"").append(skipped).append("\" time=\"0\">\n");
        for (CandidateFinding candidate : candidates) {
            out.append("  <testcase classname=\"pedigree.").append(name(verdict.suspect()));
            out.append("\" name=\"not trained on outputs of ").append(name(candidate.name()));
            out.append("\" time=\"0");
            String outcome = outcome(conclusion, candidate);
            if (outcome.isEmpty()) {
                out.append("\"/>\n");
                continue;
            }
            String message = outcome.equals("failure")
                    ? message(conclusion, candidate)
                    : candidate.ruledOut().orElse(conclusion.statement());
            out.append("\">\n    <").append(outcome).append(" message=\"");
            out.append(Escapes.attribute(message, Escapes.SENTENCE));
            out.append(outcome.equals("failure") ? "\" type=\"lineage\"/>\n" : "\"/>\n");
            out.append("  </testcase>\n");
        }
        return out.append("</testsuite>\n").toString();
    }

    private static String outcome(Conclusion conclusion, CandidateFinding candidate) {
        if (candidate.ruledOut().isPresent() || conclusion.kind() == Conclusion.Kind.ABSTAINS) {
            return "skipped";
        }
        return conclusion.candidates().contains(candidate.name()) ? "failure" : "";
    }

    private static String message(Conclusion conclusion, CandidateFinding candidate) {
        return VerdictWords.withoutRatio(conclusion)
                .orElseGet(() -> candidate.strength().words()
                        + candidate
                                .log10LikelihoodRatio()
                                .map(JunitReport::interval)
                                .orElse(""));
    }

    private static String interval(Estimate ratio) {
        return ", likelihood ratio " + ReportWords.ratio(ratio);
    }

    private static String name(String text) {
        return Escapes.attribute(text, Escapes.NAME);
    }
}
