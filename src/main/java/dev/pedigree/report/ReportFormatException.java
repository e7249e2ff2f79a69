package dev.pedigree.report;

import java.io.IOException;

/** A file that is not a report that can be read. The message names the file, where it is one, and the line or member that is wrong. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ReportFormatException(String message) {
        super(message);
    }
}
