package dev.pedigree.report;

import com.google.common.base.Ascii;
import dev.pedigree.internal.Decimals;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.SharedSpan;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report's own words, the same in every form. */
final class ReportWords {
    /** What stands above tests with an exact null in every form. */
    static final String EXACT =
            "Each asks nothing of any other model: its p-value is how often a result as clear would come out if its null hypothesis"
                    + " held, exact where what it exchanges is alike but for what is tested. It stands beside the verdict and is not part of its"
                    + " ratio.";

    private static final double SHARED_BY_CHANCE = 0.01;

    static final String FINGERPRINT = "fingerprint";

    private ReportWords() {}

    /** Stands in place of scores where there is too little text for them to mean anything. */
    static String noScores(Verdict verdict) {
        return ReportWords.count(verdict.candidates().size(), "candidate")
                + " stood ready, but so few answers resemble anybody by chance: no scores, order or habits are shown, as none of"
                + " them could be interpreted.";
    }

    /** Whether a ratio stands behind any of the candidates; where none does they are ranked by scores alone. */
    static boolean isCalibrated(Verdict verdict) {
        return verdict.candidates().stream()
                .anyMatch(c -> c.log10LikelihoodRatio().isPresent());
    }

    /** The kinds of evidence to show together: where the candidates have only scores, those that have scores. */
    static List<ChannelFinding> channels(Verdict verdict, CandidateFinding candidate) {
        boolean calibrated = isCalibrated(verdict);
        return candidate.channels().stream()
                .filter(c -> calibrated || c.log10LikelihoodRatio().isEmpty())
                .toList();
    }

    /** What is left of a candidate's ratio without each kind of evidence. */
    static List<DroppedChannel> without(Verdict verdict, CandidateFinding candidate) {
        return verdict.exhibits().withoutChannel().stream()
                .filter(d -> d.candidate().equals(candidate.name()))
                .toList();
    }

    /** A ratio to two digits, as a fraction where it is below one. */
    static String ratio(double log10) {
        return Decimals.ratio(log10);
    }

    /** For example "25 (95 % interval 4 to 130)". */
    static String ratio(Estimate log10) {
        return ratio(log10.value()) + " (" + percent(log10.level()) + " interval " + ratioRange(log10) + ")";
    }

    /** What a step is followed by where the ratio stands at the end of what the calibration supports, and else nothing. */
    static String atBound(Estimate log10) {
        return isAtUpperBound(log10) || log10.value() <= log10.low() ? ", at the bound" : "";
    }

    /** Whether a ratio was cut, as the calibration supports none that is higher. */
    static boolean isAtUpperBound(Estimate log10) {
        return log10.value() >= log10.high();
    }

    /** For a cell, for example "25 (4 to 130)". */
    static String ratioCell(Estimate log10) {
        return ratio(log10.value()) + " (" + ratioRange(log10) + ")";
    }

    /** The ends of a ratio's interval, for example "1/1.2 to 8.5". */
    static String ratioRange(Estimate log10) {
        return ratio(log10.low()) + " to " + ratio(log10.high());
    }

    /** For example "0.60 to 2.11". */
    static String range(Estimate estimate) {
        return Decimals.fixed(estimate.low(), 2) + " to " + Decimals.fixed(estimate.high(), 2);
    }

    /** For example "12.5 %"; small shares keep two digits. */
    static String percent(double share) {
        double hundred = share * 100;
        if (hundred > 0 && hundred < 0.01) {
            return "< 0.01 %";
        }
        boolean small = hundred != 0 && hundred < 1;
        String digits = small
                ? Decimals.fixed(hundred, hundred < 0.095 ? 3 : 2)
                : new BigDecimal(hundred)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
        return digits + " %";
    }

    /** Said where the references cannot show what chance does; nothing where each match has a p-value. */
    static Optional<String> noOverlapNull(OverlapFinding finding) {
        if (finding.nullPairs() == 0) {
            return Optional.of(
                    "There are no p-values: no two unrelated reference models answered the same prompt, so nothing shows how much such"
                            + " models share by chance, and some of this may be chance. Add answers of at least two unrelated models to"
                            + " the same prompts.");
        }
        return finding.matches().stream().anyMatch(m -> m.pValue().isEmpty())
                ? Optional.of(
                        "Programs have no p-values: no two unrelated reference models answered the same prompt with a program.")
                : Optional.empty();
    }

    /** What was found beside the verdict and is no part of its ratio: a sentence on shared text, and one for each exact test. */
    static List<String> beside(Verdict verdict) {
        return Stream.concat(
                        verdict.exhibits().overlap().flatMap(ReportWords::sharedText).stream(),
                        ExactSection.of(verdict.suspect(), verdict.exhibits().exact()).stream()
                                .map(ExactSection::headline))
                .toList();
    }

    /** The reference with which most is shared, where that is more than chance among so many references (Bonferroni). */
    private static Optional<String> sharedText(OverlapFinding finding) {
        int references = finding.references().size();
        return finding.references().stream()
                .filter(r -> r.pValue().isPresent() && r.pValue().get() * references <= SHARED_BY_CHANCE)
                .max(Comparator.comparingInt(OverlapFinding.Reference::sharedAnswers)
                        .thenComparingLong(OverlapFinding.Reference::words))
                .map(r -> "Shared text: " + r.sharedAnswers() + " of " + count(finding.answers(), "answer")
                        + " share spans with " + r.model() + ", more than unrelated models do by chance (p "
                        + probability(StrictMath.min(1, r.pValue().get() * references)) + " over "
                        + count(references, "reference") + ").");
    }

    /** What is alike and no match: answers that are nearly the same, equal ones and spans with the reason; nothing where there are none. */
    static List<String> alike(OverlapFinding finding) {
        return Stream.of(nearAnswers(finding), unmatched(finding), sharedSpans(finding))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private record Sample(String id, int ordinal) {}

    private static String nearAnswers(OverlapFinding finding) {
        Set<Sample> near = finding.nearAnswers().stream()
                .map(n -> new Sample(n.suspectId(), n.suspectSample()))
                .collect(Collectors.toCollection(HashSet::new));
        int all = near.size();
        finding.matches().forEach(m -> near.remove(new Sample(m.suspectId(), m.suspectSample())));
        return all == 0
                ? ""
                : count(all, "answer") + " of " + finding.answers()
                        + (all == 1 ? " is" : " are")
                        + ", as a whole, nearly or wholly the same as a reference answer, "
                        + (all > 1 ? near.size() + " of them without" : near.isEmpty() ? "with" : "without")
                        + " a match.";
    }

    private static String unmatched(OverlapFinding finding) {
        int tooShort = 0;
        int ofPrompt = 0;
        int alsoByOthers = 0;
        for (OverlapFinding.Reference reference : finding.references()) {
            if (reference.unmatched().isPresent()) {
                tooShort += reference.unmatched().get().tooShort();
                ofPrompt += reference.unmatched().get().ofPrompt();
                alsoByOthers += reference.unmatched().get().alsoByOthers();
            }
        }
        int sum = tooShort + ofPrompt + alsoByOthers;
        return sum == 0
                ? ""
                : count(sum, "equal pair") + " of answers not counted as shared: " + tooShort
                        + " of fewer than twelve words, "
                        + ofPrompt + " of the prompt's own words, " + alsoByOthers
                        + " that unrelated reference models write as well.";
    }

    private static String sharedSpans(OverlapFinding finding) {
        Map<SharedSpan.Reason, Long> reasons = finding.sharedSpans().stream()
                .collect(Collectors.groupingBy(
                        SharedSpan::reason, () -> new EnumMap<>(SharedSpan.Reason.class), Collectors.counting()));
        String why = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " " + because(reason.getKey()))
                .collect(Collectors.joining(", "));
        int size = finding.sharedSpans().size();
        String more = finding.spansLeftOut() == 0
                ? ""
                : "; " + finding.spansLeftOut() + " more, in the same places or in answers with many, are only counted";
        return why.isEmpty()
                ? ""
                : count(size, "span") + " of twelve words and more " + (size == 1 ? "stands" : "stand")
                        + " in reference answers word for word and " + (size == 1 ? "does" : "do") + " not count: "
                        + why
                        + ". The JSON lists " + (size == 1 ? "it" : "them") + more + ".";
    }

    private static String because(SharedSpan.Reason reason) {
        return switch (reason) {
            case OF_PROMPT -> "of the prompt's own words or set phrases";
            case TOO_SHORT -> "no longer than what unrelated models share by chance";
            case ALSO_BY_OTHERS -> "that unrelated reference models write as well";
            case STOCK_PHRASE -> "that models write in answer to several prompts";
        };
    }

    /** A p-value to two digits, for example "0.012" or "&lt; 0.0001". */
    static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : Decimals.rounded(p);
    }

    /** The word for a step by which machines and options know it, for example "moderately-strong". */
    static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why the verdict is as it is: the clauses of a conclusion as sentences. */
    static List<String> reasons(Conclusion conclusion) {
        return conclusion.reasons().stream().map(ReportWords::sentence).toList();
    }

    /** A clause as a sentence: with a capital and a full stop. */
    static String sentence(String clause) {
        String text = clause.strip();
        if (text.isEmpty()) {
            return text;
        }
        boolean ended = ".!?:".indexOf(text.charAt(text.length() - 1)) >= 0;
        return Ascii.toUpperCase(text.charAt(0)) + text.substring(1) + (ended ? "" : ".");
    }

    /** What was read, for example "160 answers, in the format lm-eval" or "160 answers, as a fingerprint". */
    static String read(Verdict verdict) {
        List<String> formats = verdict.input().formats();
        String answers = count(verdict.input().responses(), "answer");
        if (formats.isEmpty()) {
            return answers;
        }
        return formats.equals(List.of(FINGERPRINT))
                ? answers + ", as a fingerprint"
                : answers + ", in the format" + (formats.size() > 1 ? "s " : " ") + String.join(", ", formats);
    }

    /** For example "805 answers". */
    static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    /** A step's name where a title says that it is about support. */
    static String step(Strength strength) {
        return switch (strength) {
            case AGAINST -> "alternative";
            case NONE -> "none";
            default -> strength.words().replace(" support", "");
        };
    }

    /** A step's likelihood ratios, for example "1,000 to 10,000". */
    static String range(Strength strength) {
        return strength.range()
                .replace("1000000", "1,000,000")
                .replace("10000", "10,000")
                .replace("1000", "1,000");
    }
}
