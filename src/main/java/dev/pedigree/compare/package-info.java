/**
 * A suspect's fingerprint against a reference library: scores for each candidate teacher. Depends on {@code reference}.
 */
@NullMarked
package dev.pedigree.compare;

import org.jspecify.annotations.NullMarked;
