package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

/**
 * A model in a tree or on a map.
 *
 * @param name its name
 * @param family its family in the table of models; the name where nothing is known
 * @param suspect whether it was given as a suspect
 */
public record ComparedModel(String name, String family, boolean suspect) {
    /** Checks that all is given. */
    public ComparedModel {
        requireNonNull(name, "name");
        requireNonNull(family, "family");
    }
}
