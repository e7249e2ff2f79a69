package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

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
    private static final double LOG_MISS = StrictMath.log(0.1);

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
     * How many answers to different prompts of one layer are wanted to see at least one claim with a probability of 90 %: the smallest n with
     * {@code 1 - (1 - rate)^n >= 0.9}. More samples of the same prompt count for less, since they move together.
     *
     * @param rate the share of prompts at which such a model is expected to claim, in (0, 1)
     * @return the number of prompts
     */
    public static int promptsFor(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
        }
        return (int) StrictMath.ceil(LOG_MISS / StrictMath.log1p(-rate));
    }

    /**
     * The instruction that goes with the probes.
     *
     * @return a few sentences with the numbers of samples
     */
    public static String instruction() {
        return "Put every probe to the suspect as a conversation of its own, with the temperature that its users have, and keep"
                + " prompt, system text and answer together. Models taught by another house's models claim its identity at about"
                + " 3 % of identity questions and at 0.04 % of unrelated prompts (means over the public models measured; base models"
                + " under role-play reach 20 %). To see at least one claim with a probability of 90 % takes "
                + promptsFor(0.2)
                + " answers at 20 %, "
                + promptsFor(0.03)
                + " at 3 %, and "
                + promptsFor(0.0004)
                + " at 0.04 %. Ten samples of each probe are a good start; samples of one prompt move together, so that more"
                + " prompts are worth more than more samples. Silence is weak evidence: safety training removes such sentences.";
    }
}
