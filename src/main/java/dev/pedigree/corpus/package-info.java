/**
 * What people have: the responses of a model, read from the log files of many tools. Depends on nothing else of Pedigree
 * but the internal helpers.
 */
@NullMarked
package dev.pedigree.corpus;

import org.jspecify.annotations.NullMarked;
