/**
 * Sentences in which a model says who it is, read with their scope and weighed. {@link dev.pedigree.identity.IdentityScanner} is the door: it
 * finds claims in single responses, and examines whole corpora; {@link dev.pedigree.identity.IdentityTally} does the same for responses
 * that come one by one, and {@link dev.pedigree.identity.IdentityJson} writes both down. Depends on {@code corpus} and {@code stats}.
 *
 * <pre>{@code
 * IdentityFinding finding = IdentityScanner.withDefaults().withOwnVendors(List.of("meta")).examine(corpus);
 * finding.vendors().forEach(vendor -> System.out.println(vendor.vendor() + ": " + vendor.words()));
 * }</pre>
 */
@NullMarked
package dev.pedigree.identity;

import org.jspecify.annotations.NullMarked;
