package org.ipstrial.cli;

import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Every command. Only the one that is asked for is built, unless the help page needs them all. */
enum Commands {
    /** What share of each arm had the event. */
    RATES("rates", RatesCommand::new),
    /** How much each arm worked. */
    HOURS("hours", HoursCommand::new),
    /** How far apart the arms are. */
    COMPARE("compare", CompareCommand::new),
    /** What is computed, how, and from which source. */
    METHODS("methods", MethodsCommand::new);

    private final String id;
    private final Function<Console, Object> maker;

    Commands(String id, Function<Console, Object> maker) {
        this.id = id;
        this.maker = maker;
    }

    /** The command's name. */
    String id() {
        return id;
    }

    /** The command line for some arguments: with one command if they begin with its name, else with all. */
    static CommandLine commandLine(String[] args, Console console) {
        CommandLine root = new CommandLine(new Root());
        boolean lazy = args.length > 0 && Arrays.stream(values()).anyMatch(command -> command.id.equals(args[0]));
        for (Commands command : values()) {
            if (!lazy || command.id.equals(args[0])) {
                root.addSubcommand(command.id, command.maker.apply(console));
            }
        }
        if (!lazy) {
            root.addSubcommand(new HelpCommand());
        }
        return root;
    }

    @Command(
            name = "ipstrial",
            mixinStandardHelpOptions = true,
            versionProvider = VersionProvider.class,
            description = "Analyses the outcomes of randomised trials of getting people into work and education.",
            footer = {
                "",
                "Example:",
                "  ipstrial compare participants.csv --control control --outcome employed",
                "",
                "Exit codes: 0 done, 1 a check failed, 2 wrong command line, 3 data refused,",
                "4 plan refused, 5 file not read or written, 6 something that was named could",
                "not be estimated, 7 refused for privacy."
            })
    private static final class Root implements Runnable {

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Gives the version to the help page. */
    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }
}
