package dev.pedigree.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-16 as UTF-8. What is not well-formed ends the stream with an error. */
final class Utf16Stream extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int pos;
    private int held; // 1 where a high surrogate waits at chars[0] for its low one

    Utf16Stream(InputStream in, Charset charset) {
        reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean fill() throws IOException {
        int count;
        try {
            count = reader.read(chars, held, chars.length - held);
        } catch (CharacterCodingException e) {
            throw new IOException("not well-formed UTF-16, though it begins so", e);
        }
        if (count < 0) {
            return false;
        }
        int total = held + count;
        held = Character.isHighSurrogate(chars[total - 1]) ? 1 : 0;
        bytes = new String(chars, 0, total - held).getBytes(StandardCharsets.UTF_8);
        chars[0] = chars[total - 1];
        pos = 0;
        return true;
    }

    @Override
    public int read() throws IOException {
        while (pos == bytes.length) {
            if (!fill()) {
                return -1;
            }
        }
        return bytes[pos++] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (pos == bytes.length) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - pos);
        System.arraycopy(bytes, pos, target, from, count);
        pos += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
