package dev.pedigree.overlap;

/**
 * The layout of an index file, known here, to its one writer ({@link SegmentBuilder}) and to its one reader ({@link Segment});
 * the document is {@code overlap.md}. All integers are little-endian.
 */
final class IndexFormat {
    /** The first eight bytes of a file, "PEDOVLP" and the version. */
    static final long FILE_MAGIC = 0x04_50_4C_56_4F_44_45_50L;

    static final int FILE_HEADER = 16;

    /** The first eight bytes of a segment, "PEDSEGM" and the version. */
    static final long SEGMENT_MAGIC = 0x04_4D_47_45_53_44_45_50L;

    static final int SEGMENT_HEADER = 160;

    /** Sections of a segment in their order; each starts at a multiple of 8. */
    static final int MODELS = 0;

    static final int PROMPTS = 1;
    static final int ANSWERS = 2;
    static final int BY_CONTENT = 3;
    static final int BLOCKS = 4;
    static final int TEXT = 5;
    static final int WORD_TOKENS = 6;
    static final int CODE_TOKENS = 7;
    static final int WORD_BUCKETS = 8;
    static final int WORD_GRAMS = 9;
    static final int CODE_BUCKETS = 10;
    static final int CODE_GRAMS = 11;
    static final int BAND_BUCKETS = 12;
    static final int BANDS = 13;
    static final int SECTIONS = 14;

    static final int ANSWER_RECORD = 48;
    static final int PROMPT_RECORD = 8;
    static final int BLOCK_RECORD = 8;
    /** Bytes of text in a block before compression; the last block may be shorter. */
    static final int BLOCK = 1 << 15;
    /** Bits of a gram's hash: the bucket's, then these. */
    static final int GRAM_TAIL_BITS = 16;

    static final int GRAM_RECORD = 6;
    static final int BAND_RECORD = 4;
    /** Answers in a segment: their ordinals are stored in 16 bits. */
    static final int MAX_ANSWERS = 1 << 16;
    /** The longest answer, in bytes of UTF-8. */
    static final int MAX_ANSWER_BYTES = 1 << 26;
    /** Tokens of one kind in a segment. */
    static final int MAX_TOKENS = 1 << 28;

    private IndexFormat() {}

    /** Bits of the bucket's number so that a bucket holds two to four entries, or more where there are many entries. */
    static int bucketBits(int entries) {
        return Math.min(20, Math.max(1, 30 - Integer.numberOfLeadingZeros(Math.max(entries, 4))));
    }
}
