package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A suspect that may be the same model as a candidate: every form says that, and none puts a strength of training in its place. */
class SameModelTest {
    private static final Report REPORT = Report.of(Verdicts.sameModel());

    @Test
    void machinesReadWhatPeopleRead() {
        assertThat(REPORT.json()).contains("\"kind\" : \"same-model\"", "\"words\" : \"may be the same model\"");
        assertThat(REPORT.text(100, false)).contains("Verdict: may be the same model");
    }

    @Test
    void pipelinesAreWarned() {
        assertThat(REPORT.render(ReportFormat.SARIF))
                .contains("\"level\" : \"warning\"", "may be the same model heron-2: From prompt to prompt")
                .doesNotContain("weak support");
        assertThat(REPORT.render(ReportFormat.JUNIT))
                .contains("<failure message=\"may be the same model\"")
                .doesNotContain("weak support");
    }

    @Test
    void aRatioAtTheBoundIsMarked() {
        assertThat(REPORT.text(100, false)).contains("weak, at the bound");
        assertThat(REPORT.markdown()).contains("weak support, at the bound");
        assertThat(REPORT.html()).contains("weak support, at the bound");
        assertThat(Report.of(Verdicts.strong()).text(100, false)).doesNotContain("at the bound");
    }
}
