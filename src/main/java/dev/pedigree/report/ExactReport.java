package dev.pedigree.report;

import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.SequentialResult;

/** The result of a test with an exact null, as a document. */
public final class ExactReport {
    private final ExactSection section;

    private ExactReport(ExactSection section) {
        this.section = section;
    }

    /**
     * Whether two sets of answers could come from one model.
     *
     * @param first the one model's name
     * @param second the other's
     * @param result the test's result
     * @return the report
     */
    public static ExactReport same(String first, String second, SameModelResult result) {
        return new ExactReport(SamenessSections.same(first, second, result));
    }

    /**
     * Whether two sets of answers could come from one model, by looking after each pair.
     *
     * @param first the one model's name
     * @param second the other's
     * @param result the test's result
     * @return the report
     */
    public static ExactReport sequential(String first, String second, SequentialResult result) {
        return new ExactReport(SamenessSections.sequential(first, second, result));
    }

    /**
     * Whether a suspect is closer to answers that its makers drew than to comparable ones.
     *
     * @param suspect the suspect's name
     * @param result the test's result
     * @return the report
     */
    public static ExactReport expose(String suspect, ExposureResult result) {
        return new ExactReport(ExposureSection.of(suspect, result));
    }

    /**
     * Whether a suspect knows planted answers better than decoys.
     *
     * @param suspect the suspect's name
     * @param result the test's result
     * @return the report
     */
    public static ExactReport canary(String suspect, CanaryResult result) {
        return new ExactReport(CanarySection.of(suspect, result));
    }

    /**
     * The machine-readable form.
     *
     * @return one JSON object, ending in a line feed
     */
    public String json() {
        return JsonText.write(json -> {
            json.open();
            json.field("schema", "pedigree/" + section.kind() + "/1");
            section.json(json);
            json.close();
        });
    }

    /**
     * The form for a terminal.
     *
     * @param width how many columns no line exceeds, at least 40
     * @param colour whether to mark with ANSI colours
     * @return lines, each ending in a line feed
     */
    public String text(int width, boolean colour) {
        TextPage page = new TextPage(width, colour);
        page.prose(section.title(), "", "  ");
        TextExact.write(page, section);
        return page.toString();
    }
}
