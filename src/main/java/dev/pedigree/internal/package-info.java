/**
 * Helpers that no caller sees: canonical decimals and JSON, hashing, seeded randomness. Not exported.
 */
@NullMarked
package dev.pedigree.internal;

import org.jspecify.annotations.NullMarked;
