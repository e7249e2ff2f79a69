package dev.pedigree.corpus;

/** Who speaks in a {@link Message}. */
public enum Role {
    /** Instructions that the operator put before the conversation. */
    SYSTEM,
    /** The person, or the tool that asked in a person's place. */
    USER,
    /** The model. */
    ASSISTANT,
    /** The result of a tool call. */
    TOOL
}
