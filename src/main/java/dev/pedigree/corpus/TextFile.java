package dev.pedigree.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A text file that is one answer. */
final class TextFile {
    private TextFile() {}

    static void read(Bytes bytes, Sink sink, InputName name, int maxRecord) throws IOException {
        sink.format(CorpusFormat.TEXT);
        sink.at(name.path(), name.shortName(), 1);
        try {
            int count = bytes.peek(maxRecord + 1);
            bytes.check();
            if (count > maxRecord) {
                throw JsonLines.tooLong(maxRecord);
            }
            byte[] array = bytes.array();
            int from = bytes.from();
            JsonLines.check(array, from, from + count);
            String text = new String(array, from, count, StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.endsWith("\n")) {
                text = text.substring(0, text.length() - 1); // it ends the file, not the answer
            }
            sink.answer(new Draft().id(Folders.stem(name.shortName())).text(text));
            sink.flush();
        } catch (BadRecord e) {
            sink.bad(e);
        }
        bytes.skip(bytes.peek(1) == 0 ? 0 : bytes.peek(maxRecord + 1));
    }
}
