package dev.pedigree.identity;

/**
 * What the grammar made of one mention of a vendor.
 *
 * @param type the kind of claim
 * @param denied whether it is negated
 * @param subject the token that stands for the speaker, or -1 where there is none
 * @param cue the token that carries the claim
 * @param confidence in (0, 1]
 */
record Reading(IdentityClaim.Type type, boolean denied, int subject, int cue, double confidence) {}
