/**
 * A library of fingerprints of known models, and what is learned from them. Depends on {@code corpus}, {@code feature},
 * {@code fingerprint} and {@code stats}.
 */
@NullMarked
package dev.pedigree.reference;

import org.jspecify.annotations.NullMarked;
