/**
 * Statistics that know nothing of text: arrays in, values with their uncertainty out. Depends on nothing else of Pedigree.
 */
@NullMarked
package dev.pedigree.stats;

import org.jspecify.annotations.NullMarked;
