package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

/**
 * One sentence in which the speaker says, or denies, who or what it is.
 *
 * @param id the id of the response
 * @param vendor whose identity it is: an id of the lexicon such as {@code openai}, {@code other:NAME} for a name that the lexicon
 *     does not hold, or empty where the sentence names nobody (cutoff, slogan, an emptied name)
 * @param alias the words that name it, as written; for a cutoff the month as {@code YYYY-MM} or the year
 * @param type what kind of claim it is
 * @param polarity whether it is affirmed or denied
 * @param modality whether it is meant
 * @param voice in whose voice it is said
 * @param channel where in the response it stands
 * @param promptStratum what the prompt had said about this vendor
 * @param sincere whether it is affirmed and meant, and the prompt did not impose it
 * @param start offset of the quote's first UTF-16 unit in the answer, or in the response's reasoning where the claim stands there
 * @param end offset after its last unit: the text from {@code start} to {@code end} is the quote
 * @param quote the sentence, shortened to at most 300 units around the words that make the claim; no character is cut in two
 * @param confidence how often claims read in this way are right, in (0, 1]; a judgement by construction, not a calibrated probability
 */
public record IdentityClaim(
        String id,
        String vendor,
        String alias,
        Type type,
        Polarity polarity,
        Modality modality,
        Voice voice,
        Channel channel,
        PromptStratum promptStratum,
        boolean sincere,
        int start,
        int end,
        String quote,
        double confidence) {

    /** What is claimed. */
    public enum Type {
        /** To be called so: "I am X", "call me X". */
        NAME,
        /** To have been made by: "trained by Y". */
        DEVELOPER,
        /** To belong to: "my company, Y". */
        PARENT,
        /** To be built on: "based on the X architecture". */
        ARCHITECTURE,
        /** To have been made by the people of: "my team at Y". */
        TEAM,
        /** To be at home with: "my servers stand with Y". */
        LOCATION,
        /** To know nothing after a date. */
        CUTOFF,
        /** To be bound by somebody's rules. */
        POLICY,
        /** To be of the same kind or house as another. */
        KINSHIP,
        /** A house's own description of its model, in its fixed words. */
        SLOGAN,
        /** A product with a maker that is not its own, or a maker's name cut out: what search and replace leaves in training data. */
        SUBSTITUTION_SCAR,
        /** A fact about somebody's house as the answer to a question about the speaker's own. */
        IMPLICIT
    }

    /** Whether a claim is affirmed. */
    public enum Polarity {
        /** It says so. */
        AFFIRMED,
        /** It says that it is not so. */
        DENIED
    }

    /** Whether a claim is meant. */
    public enum Modality {
        /** Meant as said. */
        REAL,
        /** Under a condition, or imagined. */
        HYPOTHETICAL,
        /** Somebody else's words. */
        QUOTED,
        /** The prompt's own words. */
        ECHO,
        /** Asked. */
        QUESTION,
        /** One of three or more vendors in a row. */
        LIST
    }

    /** In whose voice a claim is made. */
    public enum Voice {
        /** The model's own. */
        OWN,
        /** A section marked as normal or standard beside a section in another voice. */
        NEUTRAL,
        /** A section marked with the name of a model. */
        MODEL_TAG,
        /** A role. */
        PERSONA
    }

    /** Where a claim stands. */
    public enum Channel {
        /** The answer. */
        ANSWER,
        /** The reasoning before the answer. */
        REASONING,
        /** A block of code in the answer. */
        CODE
    }

    /** Checks the offsets and that nothing is missing. */
    public IdentityClaim {
        requireNonNull(id, "id");
        requireNonNull(vendor, "vendor");
        requireNonNull(alias, "alias");
        requireNonNull(type, "type");
        requireNonNull(polarity, "polarity");
        requireNonNull(modality, "modality");
        requireNonNull(voice, "voice");
        requireNonNull(channel, "channel");
        requireNonNull(promptStratum, "promptStratum");
        requireNonNull(quote, "quote");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("need 0 <= start <= end, got " + start + ", " + end);
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1], got " + confidence);
        }
    }

    /**
     * Tells whether the claim says outright that the speaker is this vendor's: a name, a maker, an owner, a team, a base model or an
     * unmistakable answer, affirmed and meant. Kinship, policies, cutoffs, slogans, scars and lists are weaker.
     *
     * @return whether it does
     */
    public boolean isStrong() {
        return polarity == Polarity.AFFIRMED
                && modality == Modality.REAL
                && channel != Channel.CODE
                && switch (type) {
                    case NAME, DEVELOPER, PARENT, ARCHITECTURE, TEAM -> true;
                    default -> false;
                };
    }
}
