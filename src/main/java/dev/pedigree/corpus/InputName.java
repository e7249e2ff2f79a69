package dev.pedigree.corpus;

/**
 * What an input is called.
 *
 * @param path as the caller wrote it, for errors
 * @param shortName without folders, for responses
 */
record InputName(String path, String shortName) {}
