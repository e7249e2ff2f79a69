package dev.pedigree.identity;

/** The kinds of evidence about an identity that are counted apart, because their base rates differ. */
public enum IdentitySignal {
    /** Sincere outright claims in the answer: name, maker, owner, team, base model. */
    NAME,
    /** The same in the reasoning, which is outside any role. */
    REASONING,
    /** Kinship, policies, implicit answers and lists, sincere. */
    ALLUSION,
    /** A knowledge cutoff that a vendor's models have. */
    CUTOFF,
    /** A product with a maker that is not its own. */
    SCAR,
    /** A house's slogan. */
    SLOGAN,
    /** A house's way of speaking of itself, such as "as an AI language model". */
    FORMULA,
    /** Names, slogans and formulas of all other houses: the more a model speaks as one house, the less it speaks for another. */
    RIVAL
}
