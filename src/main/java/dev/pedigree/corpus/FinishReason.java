package dev.pedigree.corpus;

/** Why a response ends where it ends. */
public enum FinishReason {
    /** The model ended it. */
    STOP,
    /** A limit on its length ended it; its closing says nothing about style. */
    LENGTH,
    /** A content filter ended it. */
    FILTER,
    /** It ends in a call of a tool. */
    TOOL_CALL,
    /** The source does not say. */
    UNKNOWN
}
