package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.SyntheticModels;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MixtureFitTest {
    private final Cohort cohort =
            SyntheticModels.library(200).build("synthetic").cohort(m -> false);
    private final Shares halves = shares(0.5, 0.5);

    private static Shares shares(double first, double second) {
        return new Shares(
                200,
                List.of(
                        new Shares.Share("family-lab0", new Estimate(first, 0, 1, 0.9)),
                        new Shares.Share("family-lab4", new Estimate(second, 0, 1, 0.9))),
                Optional.of(new Estimate(1 - first - second, 0, 1, 0.9)),
                List.of(),
                "");
    }

    private static Fingerprint mixture(double[] first, double[] second) {
        List<Response> answers = new ArrayList<>();
        answers.addAll(SyntheticModels.answers("x", "alpha", 200, first, 31)
                .responses()
                .subList(0, 100));
        answers.addAll(SyntheticModels.answers("x", "alpha", 200, second, 32)
                .responses()
                .subList(100, 200));
        return SyntheticModels.print(Corpus.of("mixture", answers));
    }

    @Test
    void aMixtureStandsWhereItsSourcesWouldPutIt() {
        MixtureFit fit = MixtureFit.in(cohort);
        Fingerprint mixed = mixture(SyntheticModels.teacher(0), SyntheticModels.teacher(4));
        assertThat(fit.distance(halves, mixed)).isLessThan(MixtureFit.FARTHEST);
        assertThat(fit.admit(halves, mixed)).isSameAs(halves);
    }

    @Test
    void aStrangerStandsApartFromAnyMixture() {
        MixtureFit fit = MixtureFit.in(cohort);
        double[] habits = SyntheticModels.habits(987_654, 40);
        Shares admitted = fit.admit(halves, mixture(habits, habits));
        assertThat(admitted.residual()).isEmpty();
        assertThat(admitted.reason()).contains("not like a mixture of candidates' answers");
        assertThat(admitted.answers()).isEqualTo(200);
    }

    @Test
    void whatHasNoSharesIsLeftAlone() {
        Fingerprint mixed = mixture(SyntheticModels.teacher(0), SyntheticModels.teacher(4));
        Shares none = Shares.none(3, "too little text");
        assertThat(MixtureFit.in(cohort).admit(none, mixed)).isSameAs(none);
        Shares residual = shares(0, 0);
        assertThat(MixtureFit.in(cohort).admit(residual, mixed)).isSameAs(residual);
    }
}
