package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands other than audit and inspect. */
class CommandsTest {
    @TempDir
    Path folder;

    private Path references;

    @BeforeEach
    void write() throws IOException {
        references = Corpora.references(folder.resolve("refs"));
    }

    @Test
    void matrixLeavesTheSuspectItselfOut() throws IOException {
        Path out = folder.resolve("m.tsv");
        Run run = Run.of(
                "matrix",
                "--suspects",
                references.toString(),
                "--references",
                references.toString(),
                "--out",
                out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        String table = Files.readString(out);
        assertThat(table)
                .startsWith("suspect\tcandidate\tresponses\tscore\tlog10_lr\tlog10_lr_low\tlog10_lr_high\tp_value\n")
                .contains("oak-1\tfir-1\t60\t");
        assertThat(table.lines()).hasSize(1 + 5 * 4).allMatch(l -> l.split("\t", -1).length == 8);
        assertThat(table).doesNotContain("oak-1\toak-1");
    }

    private static Run matrix(String suspects, String references) {
        return Run.of("matrix", "--suspects", suspects, "--references", references, "--out", "-");
    }

    @Test
    void aSingleUnknownReferenceIsEnoughAndTheOnlyCandidate() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Files.copy(references.resolve("oak-1.jsonl"), alone.resolve("oak-1.jsonl"));
        Run run = matrix(references.resolve("elm-1.jsonl").toString(), alone.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2).last().asString().startsWith("elm-1\toak-1\t60\t-");
    }

    @Test
    void aKnownModelAmongReferencesDoesNotHideTheUnknownOnes() throws IOException {
        Files.copy(references.resolve("oak-1.jsonl"), references.resolve("claude-2.jsonl"));
        Corpora.write(folder, "maple", 1, 60);
        Run run = matrix(folder.resolve("maple.jsonl").toString(), references.toString());
        assertThat(run.out().lines().skip(1).map(l -> l.split("\t")[1]))
                .containsExactlyInAnyOrder("oak-1", "elm-1", "fir-1", "ash-1", "yew-1", "claude-2");
    }

    @Test
    void aKnownStudentAmongReferencesIsComparedButNotAccused() throws IOException {
        Files.copy(references.resolve("oak-1.jsonl"), references.resolve("vicuna-7b.jsonl"));
        String suspect = Corpora.write(folder, "maple", 0, 60).toString();
        Run matrix = matrix(suspect, references.toString());
        assertThat(matrix.out().lines().skip(1).map(l -> l.split("\t")[1]))
                .containsExactlyInAnyOrder("oak-1", "elm-1", "fir-1", "ash-1", "yew-1", "vicuna-7b");
        Run audit = Run.of("audit", suspect, "--references", references.toString(), "--csv", "-");
        assertThat(audit.out().lines().filter(l -> l.contains("compared but not accused")))
                .singleElement()
                .asString()
                .contains("vicuna-7b");
        Run named = Run.of(
                "audit",
                suspect,
                "--references",
                references.toString(),
                "--candidates",
                "vicuna-7b,oak-1",
                "--csv",
                "-");
        assertThat(named.out()).contains("vicuna-7b").doesNotContain("not accused");
    }

    @Test
    void mergingPartsGivesTheFingerprintOfTheWhole() throws IOException {
        Path file = references.resolve("oak-1.jsonl");
        List<String> lines = Files.readAllLines(file);
        Path parts = Files.createDirectories(folder.resolve("parts"));
        Files.write(parts.resolve("a.jsonl"), lines.subList(0, 25));
        Files.write(parts.resolve("b.jsonl"), lines.subList(25, 60));
        Path prints = folder.resolve("prints");
        assertThat(Run.of("fingerprint", parts.toString(), "--out", prints.toString())
                        .code())
                .isZero();
        Path merged = folder.resolve("merged.pedprint");
        assertThat(Run.of(
                                "merge",
                                prints.resolve("b.pedprint").toString(),
                                prints.resolve("a.pedprint").toString(),
                                "--name",
                                "oak-1",
                                "--out",
                                merged.toString())
                        .code())
                .isZero();
        Path whole = folder.resolve("whole.pedprint");
        assertThat(Run.of("fingerprint", file.toString(), "--out", whole.toString())
                        .code())
                .isZero();
        assertThat(merged).hasSameBinaryContentAs(whole);
        Files.writeString(folder.resolve("no.pedprint"), "PDFP but not really");
        Run bad = Run.of("merge", folder.resolve("no.pedprint").toString(), "--out", merged.toString());
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err()).contains("no.pedprint", "pedigree fingerprint").doesNotContain("\tat ");
    }

    @Test
    void librariesAreBuiltChangedAndListed() throws IOException {
        String library = folder.resolve("mine.pedlib").toString();
        assertThat(Run.of("library", "build", references.toString(), "--out", library)
                        .code())
                .isZero();
        assertThat(Run.of("library", "list", library, "--tsv").out())
                .contains("oak-1\t")
                .startsWith("model\tfamily\tlab\t");
        Path more = Corpora.write(folder.resolve("more"), "bay-1", 3, 60);
        Run add = Run.of("library", "add", library, more.toString(), "--prompt-set", "refs");
        assertThat(add.code()).as(add.err()).isZero();
        assertThat(Run.of("library", "list", library).out()).contains("bay-1");
        assertThat(Run.of("library", "remove", library, "bay-1").code()).isZero();
        assertThat(Run.of("library", "list", library).out()).doesNotContain("bay-1");
        assertThat(Run.of("library", "remove", library, "bay-1").code()).isEqualTo(2);
        Run set = Run.of("library", "add", library, more.toString(), "--prompt-set", "nowhere");
        assertThat(set.code()).isEqualTo(2);
        assertThat(set.err()).contains("nowhere", "refs");
        assertThat(Run.of("library").code()).isEqualTo(2);
    }

    @Test
    void identityWritesAnObjectForEachClaim() throws IOException {
        Path file = Files.writeString(folder.resolve("s.jsonl"), """
                {"id": "1", "prompt": "Who are you?", "response": "I am ChatGPT, a language model made by OpenAI."}
                {"id": "2", "prompt": "What is moss?", "response": "A small green plant."}
                """);
        Run json = Run.of("identity", file.toString(), "--json");
        assertThat(json.code()).isZero();
        assertThat(json.out()).contains("\"vendor\" : \"openai\"", "\"promptStratum\" : \"identity_question\"");
        assertThat(Run.of("identity", file.toString(), "--csv").out())
                .startsWith("suspect,id,vendor,")
                .contains("\"openai\"");
        Run probes = Run.of("identity", "--probes");
        assertThat(probes.out().lines()).hasSizeGreaterThan(20).allMatch(l -> l.startsWith("{\"id\":\"identity-"));
        assertThat(probes.err()).contains("samples");
        assertThat(Run.of("identity").code()).isEqualTo(2);
        assertThat(Run.of("identity", file.toString()).out()).contains("Who it says it is", "OpenAI");
    }

    @Test
    void overlapReadsAFolderOrItsIndex() throws IOException {
        Path suspect = Files.writeString(folder.resolve("s.jsonl"), """
                {"id": "1", "prompt": "Why?", "response": "When the ferry is late the baker opens early, and the gulls sit on the \
                harbour wall waiting for the first loaves to come out of the oven."}
                """);
        Path copy = Files.createDirectories(folder.resolve("o")).resolve("gull-1.jsonl");
        Files.writeString(copy, Files.readString(suspect));
        String index = folder.resolve("o.pedindex").toString();
        Run built = Run.of("overlap", "--references", folder.resolve("o").toString(), "--save-index", index);
        assertThat(built.code()).as(built.err()).isZero();
        Run fromIndex = Run.of("overlap", suspect.toString(), "--references", index, "--json");
        Run fromFolder = Run.of(
                "overlap",
                suspect.toString(),
                "--references",
                folder.resolve("o").toString(),
                "--json");
        assertThat(fromIndex.out())
                .isEqualTo(fromFolder.out())
                .contains("\"kind\" : \"verbatim\"", "\"referenceModel\" : \"gull-1\"");
        assertThat(Run.of("overlap", "--references", index).code()).isEqualTo(2);
        assertThat(fromIndex.out()).contains("Add answers of at least two unrelated models to the same prompts.");
        Run itself = Run.of("overlap", copy.toString(), "--references", index);
        assertThat(itself.code()).isEqualTo(3);
        assertThat(itself.err()).contains("gull-1 is the only reference, and is not compared with itself");
        Path more = Files.createDirectories(folder.resolve("p")).resolve("tern-1.jsonl");
        Files.writeString(more, Files.readString(suspect));
        String others = folder.resolve("p").toString();
        Run added = Run.of("overlap", suspect.toString(), "--references", others, "--save-index", index, "--append");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).contains("gull-1", "tern-1");
        Run beside = Run.of("overlap", copy.toString(), "--references", index);
        assertThat(beside.code()).as(beside.err()).isZero();
        assertThat(beside.err()).contains("gull-1 is among the references, and is not compared with itself");
        assertThat(beside.out()).contains("tern-1").doesNotContain("gull-1  ");
        byte[] whole = Files.readAllBytes(Path.of(index));
        Path damaged = Files.write(folder.resolve("d.pedindex"), Arrays.copyOf(whole, whole.length - 9));
        Run cut = Run.of("overlap", suspect.toString(), "--references", damaged.toString());
        assertThat(cut.code()).isEqualTo(3);
        assertThat(cut.err()).contains("d.pedindex: at byte", "make it anew: pedigree overlap --references FOLDER");
        assertThat(Run.of("overlap", suspect.toString(), "--references", others, "--append")
                        .code())
                .isEqualTo(2);
        assertThat(Run.of("overlap", "--references", others, "--save-index", suspect.toString(), "--append")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void theShippedLibraryIsChangedInACopyAlone() throws IOException {
        Run inPlace = Run.of("library", "remove", "default", "gpt4");
        assertThat(inPlace.code()).isEqualTo(2);
        assertThat(inPlace.err()).contains("cannot be changed in its place", "--out mine.pedlib");
        Path more = Corpora.write(folder.resolve("more"), "bay-1", 3, 60);
        Run add = Run.of("library", "add", "default", more.toString(), "--prompt-set", "mt_bench");
        assertThat(add.err()).contains("--out mine.pedlib");
        Path copy = folder.resolve("my.pedlib");
        assertThat(Run.of("library", "remove", "default", "gpt4", "--out", copy.toString())
                        .code())
                .isZero();
        assertThat(Run.piped("library", "list", copy.toString(), "--tsv").out())
                .doesNotContain("\ngpt4\t")
                .contains("\ngpt4_0314\t");
    }

    @Test
    void aFingerprintHoldsNoTextsAndACommandThatNeedsThemSaysSo() throws IOException {
        Path prints = folder.resolve("prints");
        assertThat(Run.of("fingerprint", references.toString(), "--out", prints.toString())
                        .code())
                .isZero();
        String print = prints.resolve("oak-1.pedprint").toString();
        for (Run run : List.of(
                Run.of("identity", print),
                Run.of("inspect", print),
                Run.of("overlap", print, "--references", references.toString()),
                Run.of("same", print, print))) {
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("oak-1.pedprint: this is a fingerprint", "give the answers");
        }
    }

    @Test
    void aFolderOfFingerprintsIsAFolderOfModels() throws IOException {
        Path prints = folder.resolve("prints");
        assertThat(Run.of("fingerprint", references.toString(), "--out", prints.toString())
                        .code())
                .isZero();
        String[] scores = {
            "matrix", "--suspects", references.resolve("elm-1.jsonl").toString(), "--out", "-", "--references", ""
        };
        scores[6] = references.toString();
        String ofTexts = Run.of(scores).out();
        scores[6] = prints.toString();
        assertThat(Run.of(scores).out()).isEqualTo(ofTexts).contains("elm-1\toak-1\t60\t");
        Run audit = Run.of("audit", references.resolve("elm-1.jsonl").toString(), "--references", prints.toString());
        assertThat(audit.code()).as(audit.err()).isZero();
    }

    /** One that cannot be read costs a study of many no other row, and is not passed over either. */
    @Test
    void ofSeveralModelsOneThatCannotBeReadStopsNoOther() throws IOException {
        Path suspects = Files.createDirectories(folder.resolve("suspects"));
        Files.copy(references.resolve("elm-1.jsonl"), suspects.resolve("b.jsonl"));
        Files.writeString(suspects.resolve("a.jsonl"), "{\"id\": ");
        Path table = folder.resolve("scores.tsv");
        Run matrix = Run.of(
                "matrix",
                "--suspects",
                suspects.toString(),
                "--references",
                references.toString(),
                "--out",
                table.toString());
        assertThat(matrix.code()).isEqualTo(3);
        assertThat(matrix.err())
                .contains("a.jsonl: not JSON", "1 of 2 suspects could not be read; the others were scored");
        assertThat(Files.readAllLines(table))
                .hasSizeGreaterThan(1)
                .filteredOn(row -> !row.startsWith("suspect\t"))
                .allMatch(row -> row.startsWith("b\t"));
        Path prints = folder.resolve("prints");
        Run print = Run.of("fingerprint", suspects.toString(), "--out", prints.toString());
        assertThat(print.code()).isEqualTo(3);
        assertThat(print.err()).contains("1 of 2 models could not be read; the others were fingerprinted");
        assertThat(prints.toFile().list()).containsExactly("b.pedprint");
        Files.writeString(suspects.resolve("b.jsonl"), "{\"id\": ");
        Files.delete(table);
        assertThat(Run.of("matrix", "--suspects", suspects.toString(), "--out", table.toString())
                        .err())
                .contains("none of the 2 suspects could be read");
        assertThat(table).doesNotExist();
    }

    /** A single teacher needs no folder of its own, whether its answers are at hand or their fingerprint. */
    @Test
    void oneFileOfAnswersIsAReference() throws IOException {
        Path teacher = references.resolve("oak-1.jsonl");
        String print = folder.resolve("oak-1.pedprint").toString();
        assertThat(Run.of("fingerprint", teacher.toString(), "--out", print).code())
                .isZero();
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Files.copy(teacher, alone.resolve("oak-1.jsonl"));
        String suspect = references.resolve("elm-1.jsonl").toString();
        Run ofFolder = matrix(suspect, alone.toString());
        assertThat(ofFolder.out()).contains("elm-1\toak-1\t60\t");
        assertThat(matrix(suspect, teacher.toString()).out()).isEqualTo(ofFolder.out());
        assertThat(matrix(suspect, print).out()).isEqualTo(ofFolder.out());
    }

    @Test
    void anEmptyFolderIsAnErrorThatSaysWhatToGive() throws IOException {
        String empty = Files.createDirectories(folder.resolve("empty")).toString();
        for (Run run : List.of(
                Run.of("audit", empty),
                Run.of("matrix", "--suspects", empty, "--out", "-"),
                Run.of("tree", "--references", empty, "--out", "-"),
                Run.of("identity", empty),
                Run.of("inspect", empty),
                Run.of("overlap", empty, "--references", references.toString()),
                Run.of("fingerprint", empty, "--out", folder.resolve("x").toString()))) {
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err())
                    .contains("found none that can be read", "Give a file of answers, or a folder that holds");
        }
    }

    /** Wherever a result cannot go: the same code from every command, and before the work. */
    @Test
    void resultsThatCannotBeWritten() throws IOException {
        String answers = references.resolve("elm-1.jsonl").toString();
        String refs = references.toString();
        String print = folder.resolve("elm.pedprint").toString();
        assertThat(Run.of("fingerprint", answers, "--out", print).code()).isZero();
        String file = Files.writeString(folder.resolve("file"), "x").toString();
        String isFolder = Files.createDirectories(folder.resolve("sub.svg")).toString();
        for (String out : List.of(folder.resolve("no/such/place.svg").toString(), isFolder)) {
            for (Run run : List.of(
                    Run.of("audit", answers, "--html", out),
                    Run.of("audit", answers, "--json", out),
                    Run.of("matrix", "--suspects", answers, "--out", out),
                    Run.of("tree", "--references", refs, "--out", out),
                    Run.of("map", "--references", refs, "--out", out),
                    Run.of("identity", answers, "--out", out),
                    Run.of("same", answers, answers, "--out", out),
                    Run.of("library", "build", refs, "--out", out),
                    Run.of("merge", print, "--out", out))) {
                assertThat(run.code()).as(run.err()).isEqualTo(3);
                assertThat(run.err())
                        .contains(out)
                        .containsAnyOf("is a folder, a file is needed", "does not exist; create it");
            }
        }
        for (Run run : List.of(
                Run.of("audit", refs, "--html", file),
                Run.of("fingerprint", refs, "--out", file),
                Run.of("split", answers, "--out", file),
                Run.of("library", "charts", "--out", file))) {
            assertThat(run.code()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).contains("is a file, and a folder is needed");
        }
    }

    @Test
    void answersAreNoFingerprints() {
        String answers = references.resolve("elm-1.jsonl").toString();
        Run run = Run.of("merge", answers, "--out", folder.resolve("m.pedprint").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("this is no fingerprint", "'pedigree fingerprint " + answers + " --out ");
    }

    @Test
    void aKeptReportIsShownInAnyForm() throws IOException {
        Path kept = folder.resolve("kept.json");
        Run audit = Run.of(
                "audit",
                references.resolve("elm-1.jsonl").toString(),
                "--references",
                references.toString(),
                "--no-overlap",
                "--json",
                kept.toString());
        assertThat(audit.code()).as(audit.err()).isZero();
        assertThat(Run.of("report", kept.toString()).out()).isEqualTo(audit.out());
        Run again = Run.of("report", kept.toString(), "--json", "-");
        assertThat(again.out()).isEqualTo(Files.readString(kept));
        Run wrong = Run.of("report", references.resolve("elm-1.jsonl").toString());
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).contains("elm-1.jsonl: ").doesNotContain("Exception");
    }
}
