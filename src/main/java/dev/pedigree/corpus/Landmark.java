package dev.pedigree.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a document begin: with the same brackets, white space and name of a field, byte for byte. A quote within a text
 * is escaped, so that no text holds such a beginning; by it the next record is found behind one that is no JSON.
 */
final class Landmark {
    private static final int LONGEST = 200;

    private final byte[] beginning;

    private Landmark(byte[] beginning) {
        this.beginning = beginning;
    }

    /** How the record at that place begins; null where it does not begin with an object's field. The stream stands where it stood. */
    static @Nullable Landmark at(long place, KeptStream text) throws IOException {
        long before = text.place();
        text.backTo(place);
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        boolean object = false;
        int quotes = 0;
        int b = text.place() == place ? text.read() : -1;
        while (b >= 0 && beginning.size() < LONGEST) {
            beginning.write(b);
            object |= b == '{';
            quotes += b == '"' ? 1 : 0;
            if (quotes == 2 || (quotes == 0 && b != '{' && b != '[' && !isBlank(b))) {
                break;
            }
            b = text.read();
        }
        text.backTo(before);
        return object && quotes == 2 ? new Landmark(beginning.toByteArray()) : null;
    }

    /** Goes to the next such beginning that can be a record's: behind a comma or another object. */
    boolean find(KeptStream text) throws IOException {
        int last = ',';
        for (int b = text.read(); b >= 0; b = text.read()) {
            long place = text.place() - 1;
            if (b == beginning[0] && (last == ',' || last == '}') && matches(text)) {
                text.backTo(place);
                return true;
            }
            last = isBlank(b) ? last : b;
            if ((place & 0xfff) == 0) {
                text.forgetBefore(place - LONGEST);
            }
        }
        return false;
    }

    private boolean matches(KeptStream text) throws IOException {
        long before = text.place();
        for (int i = 1; i < beginning.length; i++) {
            if (text.read() != beginning[i]) {
                text.backTo(before);
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
