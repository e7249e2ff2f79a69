package dev.pedigree.corpus;

import static dev.pedigree.corpus.CorpusException.Kind.OTHER_FILE;

import java.nio.charset.StandardCharsets;

/** Files that are known at sight and are no text. */
final class Foreign {
    private static final String[][] MAGIC = {
        {
            "PAR1",
            "a Parquet file; write it as JSON Lines first, in Python with"
                    + " pandas.read_parquet(file).to_json(\"answers.jsonl\", orient=\"records\", lines=True)"
        },
        {"SQLite format 3", "an SQLite database; write the answers as JSON Lines first"},
        {"%PDF", "a PDF"},
        {"PK\u0003\u0004", "an archive in an archive; unpack it first"},
        {"7z\u00bc\u00af", "a 7z archive; unpack it first"},
        {"\u001f\u008b", "compressed twice"},
        {"BZh", "compressed with bzip2; only .gz and .zst are read"},
        {"\u00fd7zXZ", "compressed with xz; only .gz and .zst are read"},
        {"PDFP\u0089", "a fingerprint, in which there is no text; if it is compressed, unpack it to compare it"},
        {"ARROW1", "an Arrow file; write it as JSON Lines first"},
        {"\u0080\u0004\u0095", "a Python pickle; write it as JSON Lines first"},
    };

    /** Where a tar archive says what it is. */
    private static final int TAR_MAGIC = 257;

    private Foreign() {}

    static void check(Bytes bytes, InputName name) throws CorpusException {
        int count = Math.min(16, bytes.peek(TAR_MAGIC + 5));
        String start = new String(bytes.array(), bytes.from(), count, StandardCharsets.ISO_8859_1);
        for (String[] magic : MAGIC) {
            if (start.startsWith(magic[0])) {
                throw new CorpusException(OTHER_FILE, new Source(name.path(), 0), magic[1]);
            }
        }
        if (isTar(bytes)) {
            throw new CorpusException(
                    OTHER_FILE, new Source(name.path(), 0), "a tar archive; unpack it first, with tar -xf");
        }
        if (count >= 2 && (start.charAt(0) == 0 || start.charAt(1) == 0)) {
            throw new CorpusException(
                    new Source(name.path(), 0), "NUL bytes at the beginning: no text in UTF-8 or UTF-16");
        }
    }

    private static boolean isTar(Bytes bytes) {
        return bytes.peek(TAR_MAGIC + 5) >= TAR_MAGIC + 5
                && new String(bytes.array(), bytes.from() + TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }
}
