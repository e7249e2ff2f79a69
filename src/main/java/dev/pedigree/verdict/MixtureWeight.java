package dev.pedigree.verdict;

import dev.pedigree.compare.Shares;
import dev.pedigree.internal.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What shares of resemblance do to a conclusion. A mixture of several models' answers stands near none of them, so that ratios, which
 * compare all answers together, speak against each; where single answers do read like those of several candidates, nothing may be
 * said against training on them.
 */
final class MixtureWeight {
    private MixtureWeight() {}

    /** The conclusion, without support for the alternative where the answers may be a mixture of candidates'. */
    static Conclusion on(Conclusion conclusion, Shares shares) {
        List<Shares.Share> parts =
                shares.candidates().stream().filter(s -> s.share().low() > 0).toList();
        if (conclusion.kind() != Conclusion.Kind.NONE_OF_THE_CANDIDATES || parts.size() < 2) {
            return conclusion;
        }
        List<String> reasons = new ArrayList<>(conclusion.reasons());
        reasons.add("taken one by one, the answers read like those of "
                + parts.stream()
                        .map(s -> s.family() + " ("
                                + Decimals.fixed(100 * s.share().value(), 0) + " %)")
                        .collect(Collectors.joining(" and "))
                + ": ratios compare all answers together, and a mixture of several models stands near none of them, so"
                + " nothing is said against it");
        return new Conclusion(
                conclusion.kind(),
                conclusion.strength() == Strength.AGAINST ? Strength.NONE : conclusion.strength(),
                conclusion.candidates(),
                conclusion.statement(),
                reasons);
    }
}
