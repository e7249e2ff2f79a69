/**
 * The fingerprint of a corpus of responses: mergeable counts that cannot be read back as text, in a versioned format.
 * Depends on {@code corpus}, {@code text} and {@code feature}.
 */
@NullMarked
package dev.pedigree.fingerprint;

import org.jspecify.annotations.NullMarked;
