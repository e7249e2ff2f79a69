package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import dev.pedigree.internal.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * A question that a user can put to a suspect.
 *
 * @param id its name, such as {@code identity-en-01}; never reused for another question
 * @param language the language's tag
 * @param stratum the layer of prompts that it belongs to
 * @param system the system text to set with it; empty for none
 * @param question what to ask
 */
public record IdentityProbe(String id, String language, PromptStratum stratum, String system, String question) {
    private static final double[] POWERS = {0.5, 0.8, 0.9};

    /** Checks that nothing is missing. */
    public IdentityProbe {
        requireNonNull(id, "id");
        requireNonNull(language, "language");
        requireNonNull(stratum, "stratum");
        requireNonNull(system, "system");
        requireNonNull(question, "question");
    }

    /**
     * The questions that ship with Pedigree: nine languages, and every layer of prompts.
     *
     * @return the probes, by language
     */
    public static List<IdentityProbe> all() {
        List<IdentityProbe> probes = new ArrayList<>();
        String language = "";
        int number = 0;
        for (String[] row : Resources.table("probes.tsv", 4)) {
            number = row[0].equals(language) ? number + 1 : 1;
            language = row[0];
            String id = "identity-" + language + (number < 10 ? "-0" : "-") + number;
            String system = row[2].equals("-") ? "" : row[2];
            probes.add(new IdentityProbe(id, language, PromptStratum.valueOf(row[1]), system, row[3]));
        }
        return List.copyOf(probes);
    }

    /**
     * How many answers to different prompts of one layer are wanted to see at least one claim: the smallest n with {@code 1 - (1 - rate)^n >=
     * power}. More samples of the same prompt count for less, since they move together.
     *
     * @param rate the share of prompts at which such a model is expected to claim, in (0, 1)
     * @param power the wanted probability of seeing a claim, in (0, 1)
     * @return the number of prompts
     * @throws IllegalArgumentException if one of them is not in (0, 1)
     */
    public static int promptsFor(double rate, double power) {
        if (!(rate > 0 && rate < 1 && power > 0 && power < 1)) {
            throw new IllegalArgumentException("rate and power must be in (0, 1), got " + rate + " and " + power);
        }
        return (int) StrictMath.ceil(StrictMath.log1p(-power) / StrictMath.log1p(-rate));
    }

    /**
     * The instruction that goes with the probes.
     *
     * @return a few sentences with the numbers of samples
     */
    public static String instruction() {
        StringBuilder text = new StringBuilder(
                "Put every probe to the suspect as a conversation of its own, with the temperature that"
                        + " its users have, and keep prompt, system text and answer together. How many answers to different prompts it takes"
                        + " to see at least one claim with a probability of 50, 80 and 90 %, at the mean rate of public models taught by"
                        + " another house's:");
        for (PromptStratum layer : List.of(
                PromptStratum.ENTITY_MENTIONED,
                PromptStratum.IDENTITY_QUESTION,
                PromptStratum.PERSONA,
                PromptStratum.UNRELATED)) {
            double rate = rateOf(layer);
            text.append(layer == PromptStratum.ENTITY_MENTIONED ? " " : "; ");
            for (int i = 0; i < POWERS.length; i++) {
                text.append(i == 0 ? "" : ", ").append(promptsFor(rate, POWERS[i]));
            }
            text.append(" where the prompt ")
                    .append(words(layer))
                    .append(" (")
                    .append(Decimals.fixed(100 * rate, 2))
                    .append(" %)");
        }
        return text.append(
                        ". There are fewer probes than that, so ask in all nine languages, put questions of your own beside them, and take"
                                + " some ten samples of each; samples of one prompt move together, so that more prompts are worth more than"
                                + " more samples. Silence is weak evidence: safety training removes such sentences.")
                .toString();
    }

    private static String words(PromptStratum layer) {
        return switch (layer) {
            case ENTITY_MENTIONED -> "names the house";
            case IDENTITY_QUESTION -> "asks who it is";
            case PERSONA -> "asks for a role";
            default -> "is about something else";
        };
    }

    /** The mean share of prompts at which descended models claim an identity outright. */
    private static double rateOf(PromptStratum layer) {
        IdentityBaseRates.Row row =
                requireNonNull(IdentityBaseRates.builtIn().of(IdentitySignal.NAME, "openai", layer));
        return requireNonNull(row.descended()).mean();
    }
}
