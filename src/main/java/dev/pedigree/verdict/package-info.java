/**
 * What the evidence says, how strongly, and what else could explain it. Depends on {@code compare}, {@code identity} and
 * {@code overlap}.
 */
@NullMarked
package dev.pedigree.verdict;

import org.jspecify.annotations.NullMarked;
