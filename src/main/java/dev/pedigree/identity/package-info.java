/**
 * Sentences in which a model claims to be another one. Depends on {@code corpus}, {@code text} and {@code stats}.
 */
@NullMarked
package dev.pedigree.identity;

import org.jspecify.annotations.NullMarked;
