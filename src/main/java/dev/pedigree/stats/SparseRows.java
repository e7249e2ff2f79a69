package dev.pedigree.stats;

/**
 * A matrix of which most entries are zero, by rows. Not copied on construction: the caller gives the arrays away.
 *
 * @param columns the number of columns
 * @param indices for each row its columns with an entry, strictly ascending
 * @param values for each row the entries at {@code indices}
 */
public record SparseRows(int columns, int[][] indices, float[][] values) {
    /** Checks the shapes. */
    public SparseRows {
        if (indices.length != values.length) {
            throw new IllegalArgumentException(
                    "need as many rows of values as of indices, got " + values.length + " and " + indices.length);
        }
    }

    /**
     * The number of rows.
     *
     * @return at least 0
     */
    public int rows() {
        return indices.length;
    }
}
