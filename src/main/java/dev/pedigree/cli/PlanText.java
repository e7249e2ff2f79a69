package dev.pedigree.cli;

import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.TextTable;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.verdict.AuditPlan;
import java.util.List;
import java.util.OptionalInt;

/** What an audit against a library could see, before anybody collects answers. */
final class PlanText {
    private static final int[] ANSWERS = {25, 50, 100, 200, 400, 800};
    private static final double WANTED = 0.8;
    private static final double FIFTH = 0.2;

    private PlanText() {}

    static String of(ReferenceLibrary library, int width) {
        AuditPlan plan = AuditPlan.of(library);
        StringBuilder text = new StringBuilder();
        prose(
                text,
                "Candidate families in the library: " + plan.candidateFamilies()
                        + " (any number will do; each is held against the best of all)",
                "",
                width);
        for (PromptRegime regime : PromptRegime.values()) {
            boolean known = regime == PromptRegime.KNOWN;
            text.append('\n');
            prose(
                    text,
                    (known ? "Answers to the library's own prompts" : "Answers to other prompts") + " ("
                            + plan.controlFamilies(regime) + " control families)",
                    "",
                    width);
            TextTable table = new TextTable(List.of("answers", "a student is found", "a fifth a student's is found"));
            for (int answers : ANSWERS) {
                table.add(List.of(
                        Integer.toString(answers),
                        chance(plan, answers, 1, regime),
                        chance(plan, answers, FIFTH, regime)));
            }
            table.lines(width - 2)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
            prose(text, wanted(plan, regime), "  ", width);
            prose(text, plan.controlsWanted(regime), "  ", width);
        }
        text.append('\n');
        plan.worthOfOwnPrompts().ifPresent(sentence -> prose(text, sentence, "", width));
        prose(
                text,
                "A candidate that is not in the library cannot be named: 'pedigree library add' puts it in, from answers to the"
                        + " library's prompts.",
                "",
                width);
        return text.toString();
    }

    private static void prose(StringBuilder text, String sentence, String indent, int width) {
        DisplayWidth.wrap(sentence, width - indent.length())
                .forEach(line -> text.append(indent).append(line).append('\n'));
    }

    private static String wanted(AuditPlan plan, PromptRegime regime) {
        OptionalInt answers = plan.answersFor(WANTED, regime);
        if (answers.isPresent()) {
            return "answers wanted: " + answers.getAsInt() + " give " + Decimals.fixed(WANTED, 1);
        }
        OptionalInt enough = plan.answersEnough(regime);
        return "no number of answers gives " + Decimals.fixed(WANTED, 1)
                + (enough.isPresent()
                        ? "; " + enough.getAsInt() + " answers are enough, as more were not found to see more"
                        : "");
    }

    private static String chance(AuditPlan plan, int answers, double share, PromptRegime regime) {
        return plan.chance(answers, share, regime)
                .map(e -> Decimals.fixed(e.value(), 2) + " (" + Decimals.fixed(e.low(), 2) + " to "
                        + Decimals.fixed(e.high(), 2) + ")")
                .orElse("not measured");
    }
}
