/**
 * A verdict as JSON, HTML or text. Depends on {@code verdict}.
 */
@NullMarked
package dev.pedigree.report;

import org.jspecify.annotations.NullMarked;
