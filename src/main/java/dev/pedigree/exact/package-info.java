/**
 * Tests with an exact null hypothesis: they need no population of models, because what they permute is exchangeable by design.
 * Was the suspect exposed to answers that were drawn from the teacher ({@code ExposureTest}), does it know planted answers
 * ({@code CanaryTest}), is it simply the other model ({@code SameModelTest})? Each test is an immutable value with
 * {@code withDefaults()} and {@code withX} steps; each result says what could not be done. Uses the corpora and the statistics.
 *
 * <pre>{@code
 * SameModelResult result = SameModelTest.withDefaults().test(yesterday, today);
 * System.out.println(result.pValue());
 * }</pre>
 */
@NullMarked
package dev.pedigree.exact;

import org.jspecify.annotations.NullMarked;
