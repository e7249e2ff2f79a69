/**
 * The door: from a suspect's responses to a verdict in five lines.
 */
@NullMarked
package dev.pedigree;

import org.jspecify.annotations.NullMarked;
