package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.SyntheticModels;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three houses of three models each, and a suspect of the first house. */
class ModelTreeTest {
    private static final List<ReferenceModel> MODELS = new ArrayList<>();
    private static final List<Fingerprint> PRINTS = new ArrayList<>();
    private static Fingerprint suspect;
    private static ReferenceLibrary library;

    @BeforeAll
    static void learn() {
        LibraryBuilder builder = ReferenceLibrary.builder();
        for (int house = 0; house < 3; house++) {
            for (int member = 0; member < 3; member++) {
                String name = "house" + house + "-" + member;
                MODELS.add(SyntheticModels.primary(name, "lab" + house));
                PRINTS.add(print(name, house, 10 * house + member));
                builder.add("p", MODELS.get(MODELS.size() - 1), PRINTS.get(PRINTS.size() - 1));
            }
        }
        library = builder.build("houses");
        suspect = print("guest", 0, 77);
    }

    @Test
    void housesAreClansAndTheSuspectComesHome() {
        ModelTree tree = ModelTree.of(ModelDistances.byHabits(library, List.of(suspect)), 50);
        assertThat(tree.models()).hasSize(10);
        assertThat(tree.models().get(9)).isEqualTo(new ComparedModel("guest", "guest", true));
        assertThat(tree.tree().isClan(group(0, 1, 2, 9))).isTrue();
        assertThat(tree.tree().isClan(group(3, 4, 5))).isTrue();
        assertThat(tree.tree().isClan(group(6, 7, 8))).isTrue();
        for (int node = 0; node < tree.tree().nodes(); node++) {
            assertThat(tree.tree().support(node)).isBetween(ModelTree.MAJORITY, 1.0);
        }
    }

    @Test
    void sameInputSameTreeAndMap() {
        ModelDistances distances = ModelDistances.byHabits(library, List.of(suspect));
        assertThat(ModelMap.of(distances, 20)).isEqualTo(ModelMap.of(distances, 20));
        ModelTree a = ModelTree.of(distances, 20);
        ModelTree b = ModelTree.of(ModelDistances.byHabits(library, List.of(suspect)), 20);
        assertThat(a.tree().nodes()).isEqualTo(b.tree().nodes());
        for (int node = 0; node < a.tree().nodes(); node++) {
            assertThat(a.tree().length(node)).isEqualTo(b.tree().length(node));
            assertThat(a.tree().parent(node)).isEqualTo(b.tree().parent(node));
        }
    }

    @Test
    void aMapPutsTheSuspectAmongItsHouse() {
        ModelMap map = ModelMap.of(ModelDistances.byHabits(library, List.of(suspect)), 20);
        ModelMap.Point guest = map.points().get(9);
        for (int other = 3; other < 9; other++) {
            for (int own = 0; own < 3; own++) {
                assertThat(apart(guest, map.points().get(own)))
                        .isLessThan(apart(guest, map.points().get(other)));
            }
        }
        assertThat(map.stress()).isBetween(0.0, 0.3);
        assertThat(map.points()).allSatisfy(p -> assertThat(p.spread()).isPositive());
    }

    @Test
    void wordingIsComparedPromptByPrompt() {
        List<Fingerprint> prints = new ArrayList<>(PRINTS);
        ModelDistances distances =
                ModelDistances.byWording(MODELS, prints, List.of(PRINTS.get(4).named("twin")));
        double[][] matrix = distances.matrix();
        assertThat(matrix[9][4]).isZero();
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(matrix[i][j]).isEqualTo(matrix[j][i]).isBetween(0.3, 1.0);
            }
        }
        assertThat(ModelTree.of(distances, 10).tree().isClan(group(4, 9))).isTrue();
    }

    @Test
    void rarePhrasesTellHouses() {
        ModelDistances distances = ModelDistances.byPhrases(
                MODELS, PRINTS, List.of(suspect, PRINTS.get(4).named("twin")));
        double[][] matrix = distances.matrix();
        assertThat(matrix[10][4]).isLessThan(1e-6);
        for (int i = 0; i < 11; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(matrix[i][j]).isEqualTo(matrix[j][i]).isBetween(0.0, 2.0);
            }
        }
        ModelTree tree = ModelTree.of(distances, 20);
        assertThat(tree.tree().isClan(group(0, 1, 2, 9))).isTrue();
        assertThat(tree.tree().isClan(group(3, 4, 5, 10))).isTrue();
        assertThat(tree.tree().isClan(group(6, 7, 8))).isTrue();
        assertThat(distances.resampled(2))
                .element(0)
                .isNotEqualTo(distances.resampled(2).get(1));
    }

    @Test
    void whatAllSayBringsNobodyTogetherAndWhatTwoSayDoes() {
        List<Fingerprint> prints = new ArrayList<>();
        for (int m = 0; m < 5; m++) {
            List<Response> answers = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                String own = m < 2 && i % 2 == 0 ? "the ferryman nods" : "voice " + m + " says " + i;
                answers.add(Response.of("p" + i, "Question " + i, "Certainly, it is so. " + own + " and goes on."));
            }
            prints.add(SyntheticModels.print(Corpus.of("model" + m, answers)));
        }
        double[][] matrix = ModelDistances.byPhrases(MODELS.subList(0, 5), prints, List.of())
                .matrix();
        for (int i = 2; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(matrix[i][j]).isGreaterThan(matrix[1][0] + 0.1);
            }
        }
    }

    @Test
    void wordingNeedsCommonPrompts() {
        Fingerprint stranger = SyntheticModels.print(
                SyntheticModels.answers("stranger", "other", 60, SyntheticModels.habits(1, 40), 1));
        assertThatThrownBy(() -> ModelDistances.byWording(MODELS, PRINTS, List.of(stranger)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'house0-0' and 'stranger' have answered 0 prompts in common");
        assertThatThrownBy(() -> ModelDistances.byWording(MODELS.subList(0, 2), PRINTS.subList(0, 2), List.of()))
                .hasMessageContaining("at least three");
    }

    private static double apart(ModelMap.Point a, ModelMap.Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static Fingerprint print(String name, int house, long seed) {
        double[] habits =
                SyntheticModels.blend(SyntheticModels.habits(1000 + house, 60), SyntheticModels.habits(seed, 60), 0.8);
        return SyntheticModels.print(SyntheticModels.answers(name, "p", 200, habits, seed));
    }

    private static BitSet group(int... members) {
        BitSet group = new BitSet();
        for (int member : members) {
            group.set(member);
        }
        return group;
    }
}
