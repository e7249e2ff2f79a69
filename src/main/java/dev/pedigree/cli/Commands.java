package dev.pedigree.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands. To describe all of them to picocli takes longer than many a command does, so one that is named comes alone. */
final class Commands {
    private static final List<Class<?>> ALL = List.of(
            AuditCommand.class,
            ReportCommand.class,
            MatrixCommand.class,
            TreeCommand.class,
            MapCommand.class,
            FingerprintCommand.class,
            MergeCommand.class,
            LibraryCommand.class,
            InspectCommand.class,
            SplitCommand.class,
            IdentityCommand.class,
            OverlapCommand.class,
            SameCommand.class,
            ExposeCommand.class,
            CanaryCommand.class,
            FormatsCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    /** Commands that speak of the others. */
    private static final List<Class<?>> OF_COMMANDS = List.of(CompletionCommand.class, HelpCommand.class);

    private Commands() {}

    /** Pedigree's command, with the subcommands that a command line may need. */
    static CommandLine line(Console console, String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main, new ConsoleFactory(console));
        wanted(args).forEach(line::addSubcommand);
        line.setExecutionStrategy(parsed -> {
            console.setLevel(main.level());
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    private static List<Class<?>> wanted(String... args) {
        for (Class<?> command : args.length == 0 ? List.<Class<?>>of() : ALL) {
            if (command.getAnnotation(Command.class).name().equals(args[0])) {
                return OF_COMMANDS.contains(command) ? ALL : List.of(command);
            }
        }
        return ALL;
    }
}
