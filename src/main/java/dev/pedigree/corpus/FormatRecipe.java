package dev.pedigree.corpus;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a format is known and read.
 *
 * @param row whether a record is of this format
 * @param root whether a whole document is, with its records at one of the paths
 * @param paths where the records of a document stand; empty where each record stands alone
 * @param headers the fields beside the records that the reader wants to see
 * @param reader makes the reader of one file
 */
record FormatRecipe(
        Predicate<Json> row,
        Predicate<Json> root,
        List<String> paths,
        List<String> headers,
        Function<FileContext, RecordReader> reader) {

    static FormatRecipe rows(Predicate<Json> row, Function<FileContext, RecordReader> reader) {
        return new FormatRecipe(row, json -> false, List.of(), List.of(), reader);
    }

    /** A format that is not told by a JSON record. */
    static FormatRecipe container() {
        return rows(json -> false, file -> new FieldRecords(file.columns()));
    }

    FormatRecipe inDocument(Predicate<Json> document, List<String> at, List<String> beside) {
        return new FormatRecipe(row, document, at, beside, reader);
    }

    /** This recipe for records that stand alone. */
    FormatRecipe alone() {
        return new FormatRecipe(row, root, List.of(), List.of(), reader);
    }
}
