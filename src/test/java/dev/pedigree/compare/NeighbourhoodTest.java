package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.ReferenceLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static final ReferenceLibrary LIBRARY = ReferenceLibrary.builtIn();

    @Test
    void theNearestModelsAndTheSuspectStandInBoth() throws IOException {
        Fingerprint suspect = Fingerprint.read(Path.of("fixtures/example/vicuna-7b-v1.3.fp"));
        Neighbourhood near = Neighbourhood.of(LIBRARY, suspect).orElseThrow();
        List<ComparedModel> models = near.tree().models();
        assertThat(models).hasSize(Neighbourhood.MODELS + 1);
        assertThat(models.get(Neighbourhood.MODELS))
                .isEqualTo(new ComparedModel("vicuna-7b-v1.3", "vicuna-7b-v1.3", true));

        ModelDistances all = ModelDistances.byHabits(LIBRARY, List.of(suspect));
        double[] apart = all.matrix()[all.models().size() - 1];
        double farthest = models.stream()
                .limit(Neighbourhood.MODELS)
                .mapToDouble(model -> apart[all.models().indexOf(model)])
                .max()
                .orElseThrow();
        long nearer = all.models().stream()
                .filter(model -> !model.suspect() && apart[all.models().indexOf(model)] <= farthest)
                .count();
        assertThat(nearer).isEqualTo(Neighbourhood.MODELS);
    }

    @Test
    void aTreeAndAMapOfOtherModelsDoNotGoTogether() throws IOException {
        Fingerprint vicuna = Fingerprint.read(Path.of("fixtures/example/vicuna-7b-v1.3.fp"));
        Fingerprint lima = Fingerprint.read(Path.of("fixtures/example/lima-whole-13b.fp"));
        ModelTree tree = Neighbourhood.of(LIBRARY, vicuna).orElseThrow().tree();
        ModelMap map = Neighbourhood.of(LIBRARY, lima).orElseThrow().map();
        assertThatIllegalArgumentException().isThrownBy(() -> new Neighbourhood(tree, map));
    }
}
