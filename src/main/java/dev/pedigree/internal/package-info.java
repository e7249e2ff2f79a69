/**
 * Helpers that no caller sees: canonical decimals, seeded randomness, files that are there whole or not at all, text made safe to show
 * and set in columns. Not exported.
 */
@NullMarked
package dev.pedigree.internal;

import org.jspecify.annotations.NullMarked;
