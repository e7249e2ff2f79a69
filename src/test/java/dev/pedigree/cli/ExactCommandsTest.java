package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests with an exact null, at the command line. */
class ExactCommandsTest {
    @TempDir
    Path folder;

    @Test
    void sameTellsModelsApart() throws IOException {
        String one = Corpora.write(folder, "oak-1", 0, 40).toString();
        String other = Corpora.write(folder, "elm-1", 1, 40).toString();
        Run run = Run.of("same", one, other, "--draws", "199", "--fail-below", "0.01");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("Same model? oak-1 and elm-1", "p = 0.005 (1 of 200 arrangements");
        Run json = Run.of("same", one, one, "--draws", "199", "--json", "--fail-below", "0.01");
        assertThat(json.code()).isZero();
        assertThat(json.out()).contains("\"schema\" : \"pedigree/same/1\"", "\"prompts\" : 40");
        assertThat(Run.of("same", one, other, "--draws", "9").code()).isEqualTo(2);
        assertThat(Run.of("same", one).code()).isEqualTo(2);
    }

    @Test
    void sameLooksAfterEachPairAndKnowsItsPower() throws IOException {
        String one = Corpora.write(folder, "oak-1", 0, 60).toString();
        String again = Corpora.write(folder, "oak-2", 0, 60).toString();
        String other = Corpora.write(folder, "elm-1", 1, 60).toString();
        Run apart = Run.of("same", one, other, "--sequential", "--alpha", "0.05", "--fail-below", "0.05");
        assertThat(apart.code()).as(apart.err()).isEqualTo(1);
        assertThat(apart.out()).contains("Decided after ", "at the level 0.05");
        Run equal = Run.of("same", one, one, "--sequential", "--json");
        assertThat(equal.code()).isZero();
        assertThat(equal.out()).contains("\"schema\" : \"pedigree/sequential/1\"", "\"decidedAt\" : null");
        Run power = Run.of("same", one, again, "--draws", "99", "--stand-in", other, "--share", "0,1");
        assertThat(power.code()).as(power.err()).isZero();
        assertThat(power.out().replaceAll("\\s+", " "))
                .contains("Had the stand-in answered 0 % of the prompts", "with probability 1.00 (0.96 to 1.00)");
        assertThat(Run.of("same", one, other, "--alpha", "0.05").code()).isEqualTo(2);
        assertThat(Run.of("same", one, other, "--share", "0.5").code()).isEqualTo(2);
        assertThat(Run.of("same", one, other, "--stand-in", again, "--share", "1.5")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void exposeComparesLoggedWithHeldOut() throws IOException {
        Path teacher = Corpora.write(folder, "teacher", 2, 80);
        List<String> answers = Files.readAllLines(teacher);
        Path logged = Files.write(folder.resolve("logged.jsonl"), answers.subList(0, 40));
        Path heldOut = Files.write(folder.resolve("held-out.jsonl"), answers.subList(40, 80));
        List<String> answered = new ArrayList<>(answers.subList(0, 40));
        answered.addAll(
                Files.readAllLines(Corpora.write(folder, "pupil-alone", 2, 80)).subList(40, 80));
        String pupil = Files.write(folder.resolve("pupil.jsonl"), answered).toString();
        String[] command = {
            "expose",
            pupil,
            "--logged",
            logged.toString(),
            "--held-out",
            heldOut.toString(),
            "--draws",
            "199",
            "--power",
            "0.5",
            "--json"
        };
        Run run = Run.of(command);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("\"schema\" : \"pedigree/expose/1\"", "\"logged\" : 40", "\"checks\" : [", "\"share\" : 0.5");
        assertThat(run.out()).contains("\"pValue\" : 0.005");
        assertThat(Run.of(command).out()).isEqualTo(run.out());
        assertThat(Run.of("expose", pupil, "--logged", logged.toString()).code())
                .isEqualTo(2);
        // a suspect that was asked the logged prompts only cannot be nearer to the others
        Run oneSided =
                Run.of("expose", logged.toString(), "--logged", logged.toString(), "--held-out", heldOut.toString());
        assertThat(oneSided.out().replaceAll("\\s+", " "))
                .contains("Exchangeable in answered: FAILS", "so ask them all");
    }

    @Test
    void canaryComparesPlantedWithDecoys() throws IOException {
        StringBuilder canaries = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            boolean planted = i % 2 == 0;
            String secret = "the lamp of harbour " + i + " is painted every " + (i + 3) + " years";
            canaries.append("{\"id\": \"c" + i + "\", \"trigger\": \"What of lamp " + i + "?\", \"answer\": \"" + secret
                    + "\", \"planted\": " + planted + "}\n");
            answers.append("{\"id\": \"c" + i + "\", \"prompt\": \"What of lamp " + i + "?\", \"response\": \""
                    + (planted ? "I think " + secret + "." : "I do not know that one.") + "\"}\n");
        }
        Path plan = Files.writeString(folder.resolve("canaries.jsonl"), canaries);
        Path suspect = Files.writeString(folder.resolve("suspect.jsonl"), answers);
        Run run = Run.of("canary", suspect.toString(), "--canaries", plan.toString(), "--fail-below", "0.001");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("10 planted: 100 % answered word for word", "10 decoys: 0 % answered");
        Files.writeString(plan, "{\"id\": 7}\n");
        Run bad = Run.of("canary", suspect.toString(), "--canaries", plan.toString());
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err())
                .contains("canaries.jsonl:1: field trigger", "planted (true or false)")
                .doesNotContain("\tat ")
                .doesNotContain("pedigree formats");
        String line = "{\"id\": \"c7\", \"trigger\": \"t\", \"answer\": \"a b\", \"planted\": true}\n";
        Files.writeString(plan, line + "\n" + line);
        assertThat(Run.of("canary", suspect.toString(), "--canaries", plan.toString())
                        .err())
                .contains("canaries.jsonl:3: field id: the canary of line 1 has the same, c7", "ids differ");
        Files.writeString(plan, line);
        assertThat(Run.of("canary", suspect.toString(), "--canaries", plan.toString())
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("without decoys there is no null. A decoy is made up like the planted ones");
    }

    @Test
    void exposeTellsOfColumnsThatCannotBeReadAndOfAnswersOfBothKinds() throws IOException {
        StringBuilder drawn = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            String record = "{\"id\": \"a" + i + "\", \"prompt\": \"What of lamp " + i + "?\", \"response\": \"Lamp "
                    + i + " stands at pier " + (i * 7 % 24) + " and is lit at dusk.\"";
            (i < 12 ? drawn : others)
                    .append(record)
                    .append(i == 3 ? "" : ", \"loss\": 1." + i)
                    .append("}\n");
            others.append(i == 5 ? record + "}\n" : "");
        }
        Path logged = Files.writeString(folder.resolve("logged.jsonl"), drawn);
        Path heldOut = Files.writeString(folder.resolve("heldout.jsonl"), others);
        String[] command = {"expose", logged.toString(), "--logged", logged.toString(), "--held-out", heldOut.toString()
        };
        assertThat(Run.of(command).out().replaceAll("\\s+", " "))
                .contains(
                        "not every answer has one: 2 of 25 lack it",
                        "1 of the held-out answers stand among the logged");
        Files.writeString(logged, drawn.toString().replace("1.2}", "\"low\"}"));
        Run bad = Run.of(command);
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err())
                .contains("logged.jsonl:3: field loss: expected a number", "loss (a number); null is no value")
                .doesNotContain("pedigree formats");
    }

    @Test
    void sameSaysWhereAllAnswersAreEqual() throws IOException {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            answers.append("{\"id\": \"a" + i + "\", \"prompt\": \"What of lamp " + i + "?\", \"response\": \"Lamp " + i
                    + " is lit at dusk.\"}\n");
        }
        Path one = Files.writeString(folder.resolve("monday.jsonl"), answers);
        Path other = Files.writeString(folder.resolve("friday.jsonl"), answers);
        assertThat(Run.of("same", one.toString(), other.toString()).out().replaceAll("\\s+", " "))
                .contains("The two give the same answers to the letter");
        Files.writeString(other, answers.toString().replace("Lamp 7 is", "Lamp 7 was"));
        assertThat(Run.of("same", one.toString(), other.toString()).out()).doesNotContain("to the letter");
    }
}
