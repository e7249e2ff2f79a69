package dev.pedigree.corpus;

/** Understands the records of one file in one format. Made anew for each file, so it may keep what it needs between records. */
interface RecordReader {
    /**
     * Reads one record.
     *
     * @throws BadRecord where the record is not what the format says
     */
    void record(Json record, Sink out) throws BadRecord;

    /** A field that stands beside the records of one document, if the format asks for it. */
    default void header(String name, Json value) throws BadRecord {}

    /** Whether what stands beside the records explains that there are none; asked when the document ends without any. */
    default boolean mayHoldNone() {
        return false;
    }

    /** The file ends. */
    default void end(Sink out) {}
}
