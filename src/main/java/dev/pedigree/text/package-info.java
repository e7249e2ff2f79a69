/**
 * Text to tokens, sentences, lines and blocks, with offsets into the original text and Unicode tables of our own, so that
 * every JDK gives the same answer. Depends on nothing else of Pedigree.
 */
@NullMarked
package dev.pedigree.text;

import org.jspecify.annotations.NullMarked;
