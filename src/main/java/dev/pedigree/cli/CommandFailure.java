package dev.pedigree.cli;

/** A failure that the user can mend: the message says what is wrong and what to do next. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private CommandFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(Main.USAGE, message);
    }

    static CommandFailure badData(String message) {
        return new CommandFailure(Main.BAD_DATA, message);
    }

    int code() {
        return code;
    }
}
