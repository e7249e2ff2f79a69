package dev.pedigree.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceLibraryTest {
    private static ReferenceLibrary library;
    private static Fingerprint suspect;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        library = SyntheticModels.library(80).build("synthetic");
        suspect = SyntheticModels.print(
                SyntheticModels.answers("suspect", "alpha", 80, SyntheticModels.pupil(1, 77), 999));
    }

    @Test
    void writesAndReadsTheSameLibrary() throws IOException {
        Path file = folder.resolve("a.pedlib");
        library.write(file);
        ReferenceLibrary read = ReferenceLibrary.read(file);
        assertThat(LibraryFormat.write(read)).isEqualTo(LibraryFormat.write(library));
        assertThat(read.digest()).isEqualTo(library.digest()).hasSize(64);
        assertThat(read.models()).isEqualTo(library.models());
        Placement before = library.cohort(m -> false).place(suspect, FeatureFamily.OPENING);
        Placement after = read.cohort(m -> false).place(suspect, FeatureFamily.OPENING);
        assertThat(after.mean()).isEqualTo(before.mean());
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(LibraryFormat.write(SyntheticModels.library(80).build("synthetic")))
                .isEqualTo(LibraryFormat.write(library));
    }

    @Test
    void referencesJoinThePromptSetThatTheyAnswered() {
        ReferenceModel ours = ReferenceModel.named("ours");
        ReferenceModel theirs = ReferenceModel.named("theirs");
        Map<ReferenceModel, Fingerprint> references = new LinkedHashMap<>();
        references.put(
                ours,
                SyntheticModels.print(SyntheticModels.answers("ours", "alpha", 80, SyntheticModels.teacher(9), 9)));
        references.put(
                theirs,
                SyntheticModels.print(SyntheticModels.answers("theirs", "gamma", 80, SyntheticModels.teacher(10), 10)));
        ReferenceLibrary more = library.withReferences("mine", references);
        int first = library.models().size();
        assertThat(more.models()).hasSize(first + 2).containsAll(library.models());
        assertThat(more.models().subList(first, first + 2)).containsExactly(ours, theirs);
        assertThat(more.promptSet(first)).isEqualTo("alpha");
        assertThat(more.promptSet(first + 1)).isEqualTo("mine");
        assertThat(more.name()).isEqualTo("synthetic+mine");
        Cohort cohort = more.cohort(m -> false);
        assertThat(cohort.knownPrompts(suspect)).isEqualTo(1);
        assertThat(cohort.knownPrompts(SyntheticModels.print(
                        SyntheticModels.answers("x", "gamma", 80, SyntheticModels.pupil(1, 5), 5))))
                .isEqualTo(1);
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] bytes = LibraryFormat.write(library);
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 60) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> LibraryFormat.read(cut)).isInstanceOf(FormatException.class);
        }
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> LibraryFormat.read(flipped))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("digest");
    }

    @Test
    void wellSignedNonsenseIsRefusedOrReadAndNeverFailsOtherwise() {
        byte[] bytes = LibraryFormat.write(library);
        int content = bytes.length - 32;
        int refused = 0;
        for (int at = 8; at < content; at += 1 + content / 300) {
            byte[] forged = bytes.clone();
            forged[at] = (byte) 0xff;
            System.arraycopy(LibraryFormat.digest(forged, content), 0, forged, content, 32);
            try {
                LibraryFormat.read(forged);
            } catch (FormatException expected) {
                assertThat(expected.offset()).isBetween(0L, (long) bytes.length);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void leavingAModelOutEqualsALibraryWithoutIt() {
        Cohort left = library.cohort(m -> m.name().equals("lab1"));
        Cohort never = library.without("lab1").cohort(m -> false);
        assertThat(left.models()).isEqualTo(never.models());
        double[] a = left.place(suspect, FeatureFamily.STARTS).mean();
        double[] b = never.place(suspect, FeatureFamily.STARTS).mean();
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(b[i], within(1e-9));
        }
    }

    @Test
    void aModelCanBeAddedWithoutTexts() {
        ReferenceLibrary more = library.with(ReferenceModel.named("new"), "alpha", suspect);
        assertThat(more.models()).hasSize(library.models().size() + 1);
        assertThat(more.without("new").digest()).isEqualTo(library.digest());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> library.with(ReferenceModel.named("new"), "gamma", suspect))
                .withMessageContaining("gamma")
                .withMessageContaining("alpha");
        assertThatIllegalArgumentException().isThrownBy(() -> library.without("nobody"));
    }

    @Test
    void knowsItsPrompts() {
        Cohort cohort = library.cohort(m -> false);
        assertThat(cohort.knownPrompts(suspect)).isEqualTo(1);
        Fingerprint elsewhere = SyntheticModels.print(
                SyntheticModels.answers("suspect", "gamma", 80, SyntheticModels.pupil(1, 77), 999));
        assertThat(cohort.knownPrompts(elsewhere)).isZero();
        assertThat(cohort.knownPrompts(suspect.merge(elsewhere))).isEqualTo(0.5);
    }

    @Test
    void aCohortNeedsTwoModels() {
        assertThatIllegalArgumentException().isThrownBy(() -> library.cohort(m -> true));
        assertThatIllegalStateException()
                .isThrownBy(() -> ReferenceLibrary.builder()
                        .add("alpha", ReferenceModel.named("alone"), suspect)
                        .build("x"));
    }

    @Test
    void theShippedLibraryHasTheDigestOfItsContent() throws IOException {
        ReferenceLibrary shipped = ReferenceLibrary.builtIn();
        assertThat(LibraryFormat.read(LibraryFormat.write(shipped)).digest()).isEqualTo(shipped.digest());
    }

    @Test
    void theShippedLibraryIsWhatItSays() {
        ReferenceLibrary shipped = ReferenceLibrary.builtIn();
        assertThat(shipped.models()).hasSizeGreaterThan(250);
        assertThat(shipped.families())
                .containsExactly(FeatureFamily.OPENING, FeatureFamily.STARTS, FeatureFamily.LINES);
        for (PromptRegime regime : PromptRegime.values()) {
            Calibration calibration = shipped.calibration(regime).orElseThrow();
            assertThat(calibration.learnedOn()).isEqualTo(shipped.name());
            assertThat(calibration.controls().controls()).isGreaterThanOrEqualTo(15);
            // no ratio beyond what so many independent families support
            assertThat(calibration.bounds().high())
                    .isLessThanOrEqualTo(StrictMath.log10(calibration.controls().controls() + 1));
        }
    }
}
