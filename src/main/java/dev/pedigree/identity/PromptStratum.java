package dev.pedigree.identity;

/**
 * What a prompt had already said about an identity: the layer within which claim rates may be compared. Rates of different layers never
 * add up to one rate.
 */
public enum PromptStratum {
    /** The prompt is about something else. */
    UNRELATED,
    /** The prompt asks who or what the speaker is and names nobody. */
    IDENTITY_QUESTION,
    /** The prompt names the vendor or its products without saying that the speaker is one. */
    ENTITY_MENTIONED,
    /** The prompt says that the speaker is the vendor's, or tells it to be. */
    ROLE_ASSIGNED,
    /** The prompt asks for a role or a broken rule, without this vendor. */
    PERSONA,
    /** The prompt holds tools or their results. */
    TOOLS,
    /** The source does not hold the prompt. */
    UNKNOWN
}
