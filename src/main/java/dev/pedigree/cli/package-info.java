/**
 * The command. Not part of the library's jar.
 */
@NullMarked
package dev.pedigree.cli;

import org.jspecify.annotations.NullMarked;
