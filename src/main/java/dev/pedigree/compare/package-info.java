/**
 * A suspect's fingerprint against a reference library: scores for each candidate teacher, and what they are worth. Depends on
 * {@code reference} and what stands before it.
 */
@NullMarked
package dev.pedigree.compare;

import org.jspecify.annotations.NullMarked;
