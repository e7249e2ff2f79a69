/**
 * Verbatim and near-verbatim reuse of reference responses, and of the code in them. Depends on {@code corpus},
 * {@code text} and {@code stats}.
 */
@NullMarked
package dev.pedigree.overlap;

import org.jspecify.annotations.NullMarked;
