package dev.pedigree.reference;

/**
 * One model's answers to one prompt set, as the library keeps them.
 *
 * @param model the model
 * @param promptSet the ordinal of the prompt set in the library
 * @param responses how many answers there are
 * @param coordinates its blocks in each feature space: [spaces][blocks][directions]
 */
record Entry(ReferenceModel model, int promptSet, long responses, double[][][] coordinates) {}
