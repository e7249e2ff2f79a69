/**
 * Analysed text to counts of stylistic features, one small class per family. Depends on {@code text}.
 */
@NullMarked
package dev.pedigree.feature;

import org.jspecify.annotations.NullMarked;
