package dev.pedigree.overlap;

/**
 * How many words chance gives two unrelated models of one piece, beyond what others are seen to write of it, at most once in some
 * thousand answers. The fewer models stand beside the matched one, the less of what is common is seen to be common, and the more
 * chance gives. The lines were drawn through what drawn answers of AlpacaEval gave beside 1 to 184 models.
 */
final class Chance {
    /** Models beside which all that is common is seen, and models beside which next to nothing of what answers to other prompts share is. */
    private static final int MANY = 128;

    private static final int FEW = 8;

    /** Models from which on near runs are known for common. */
    private static final int MANY_OF_NEAR = 30;

    private Chance() {}

    /**
     * Half words of a verbatim span in answer to the same prompt.
     *
     * @param models how many models unrelated to the matched one answered it
     */
    static double samePrompt(int models) {
        return Math.max(8, 32 - 4.2 * StrictMath.log(models + 1.0));
    }

    /** The same of near runs that are less than half of an answer. */
    static double nearPart(int models) {
        double fewer = Math.max(1, MANY_OF_NEAR / (models + 1.0));
        return 80 * StrictMath.sqrt(StrictMath.sqrt(fewer));
    }

    /**
     * Half words of a verbatim span in answer to another prompt.
     *
     * @param models how many models unrelated to the matched one are among the references
     */
    static double otherPrompt(int models, boolean program) {
        double unseen = 1 - StrictMath.log((models + 1.0) / FEW) / StrictMath.log((double) MANY / FEW);
        double few = Math.min(1, Math.max(0, unseen));
        return program ? 32 + 16 * few : 8 + 20 * few;
    }
}
