package dev.pedigree.cli;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files for models, in one folder: letters and digits of any script stay, so that names of other scripts stay apart, and a
 * name that is taken already gets a number, so that no file is written over another. Not safe to share between threads.
 */
final class FileNames {
    /** Bytes that file systems allow are 255; some go to endings and to the name of what is not yet whole. */
    private static final int LONGEST = 200;

    private final Set<String> taken = new HashSet<>();

    /** A name that none was given before, on file systems that do not tell capitals from small letters either. */
    String of(String model) {
        String safe = safe(model);
        String name = safe;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = safe + "-" + number;
        }
        return name;
    }

    /** A name without what a file's name may not hold. */
    private static String safe(String name) {
        String safe = cut(name.replaceAll("[^\\p{L}\\p{M}\\p{N}._+-]", "_"));
        return safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
    }

    private static String cut(String name) {
        int end = 0;
        for (int bytes = 0; end < name.length(); end += Character.charCount(name.codePointAt(end))) {
            bytes += Character.toString(name.codePointAt(end)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
        }
        return name.substring(0, end);
    }
}
