package dev.pedigree.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command's entry point. */
@Command(name = "pedigree", mixinStandardHelpOptions = true, version = "pedigree 0.1.0-SNAPSHOT")
public final class Main implements Runnable {
    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args the words of the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
