package dev.pedigree.reference;

import dev.pedigree.fingerprint.FormatException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Big-endian numbers and texts from bytes that nobody vouches for. Nothing is allocated that the bytes could not fill. */
final class ByteReader {
    private final ByteBuffer in;

    ByteReader(byte[] bytes, int end) {
        in = ByteBuffer.wrap(bytes, 0, end);
    }

    long offset() {
        return in.position();
    }

    byte int8() throws FormatException {
        require(Byte.BYTES);
        return in.get();
    }

    short int16() throws FormatException {
        require(Short.BYTES);
        return in.getShort();
    }

    int int32() throws FormatException {
        require(Integer.BYTES);
        return in.getInt();
    }

    long int64() throws FormatException {
        require(Long.BYTES);
        return in.getLong();
    }

    float float32() throws FormatException {
        long at = offset();
        float value = Float.intBitsToFloat(int32());
        if (!Float.isFinite(value)) {
            throw new FormatException(at, "expected a finite number");
        }
        return value;
    }

    double float64() throws FormatException {
        long at = offset();
        double value = Double.longBitsToDouble(int64());
        if (!Double.isFinite(value)) {
            throw new FormatException(at, "expected a finite number");
        }
        return value;
    }

    byte[] bytes(int length) throws FormatException {
        require(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** A count of things that take at least {@code each} bytes apiece. */
    int count(int max, int each, String what) throws FormatException {
        long at = offset();
        int count = int32();
        if (count < 0 || count > max || (long) count * each > in.remaining()) {
            throw new FormatException(
                    at, "expected a number of " + what + " up to " + max + " that fits, found " + count);
        }
        return count;
    }

    String text() throws FormatException {
        long at = offset();
        int length = Short.toUnsignedInt(int16());
        in.position(in.position() - Short.BYTES);
        try {
            return new DataInputStream(new ByteArrayInputStream(bytes(length + Short.BYTES))).readUTF();
        } catch (FormatException e) {
            throw e;
        } catch (IOException e) {
            throw new FormatException(at, "expected text in modified UTF-8");
        }
    }

    <E extends Enum<E>> E constant(Class<E> type, String what) throws FormatException {
        long at = offset();
        String name = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new FormatException(at, "expected a " + what + ", found '" + name + "'");
    }

    void expectEnd() throws FormatException {
        if (in.hasRemaining()) {
            throw new FormatException(offset(), "expected the end, found " + in.remaining() + " more bytes");
        }
    }

    private void require(int bytes) throws FormatException {
        if (in.remaining() < bytes) {
            throw new FormatException(offset(), "the file ends too early: " + bytes + " more bytes were expected");
        }
    }
}
