package dev.pedigree.corpus;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

/**
 * What a reader of records may want to know beside them.
 *
 * @param file the file
 * @param columns which field or column the caller named for what
 * @param questions the prompts that stand in a file of their own
 */
record FileContext(Path file, Map<String, String> columns, Questions questions) {
    /** Nothing beside the records. */
    static final FileContext NONE = new FileContext(Path.of(""), Collections.emptyMap(), Questions.NONE);
}
