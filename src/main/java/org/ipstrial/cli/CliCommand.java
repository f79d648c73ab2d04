package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A command: what its help page says, and what it does. */
interface CliCommand {

    /** The question that the command answers. */
    String description();

    /** Examples for the foot of the help page, one a line. */
    List<String> examples();

    /** What stands for the positional argument, and its words. */
    Positional positional();

    /** The options, in the order of the help page. */
    List<CliOption> options();

    /** The names that may stand for the positional argument, if it is no file. */
    default List<String> names() {
        return List.of();
    }

    /** The methods that may be named, if some may. */
    default List<String> methods() {
        return List.of();
    }

    private List<String> candidates(CliOption option) {
        return option.name().equals(EstimationOptions.METHOD_NAME) ? methods() : option.words();
    }

    /** The commands below it by name, in the order of the help page. */
    default Map<String, CliCommand> subcommands() {
        return Map.of();
    }

    /**
     * Runs it.
     *
     * @return the exit code
     * @throws org.ipstrial.finding.RefusedException if the command line or the data are refused
     */
    int run(ParseResult parsed, Console console);

    /**
     * The positional argument of a command.
     *
     * @param label       what stands for it
     * @param description its words
     */
    record Positional(String label, String description) {

        /** The argument, if the user gave it. */
        static Optional<String> value(ParseResult parsed) {
            return Optional.ofNullable(parsed.matchedPositionalValue(0, null));
        }
    }

    /** The command as picocli wants it. */
    default CommandSpec spec(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        page(spec);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel(positional().label())
                .description(positional().description())
                .completionCandidates(() -> names().iterator())
                .build());
        options()
                .forEach(option ->
                        spec.addOption(option.spec(() -> candidates(option).iterator())));
        standard(spec);
        return spec;
    }

    /** Gives name and version to the help page. */
    final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }

    /** Adds {@code --help} and {@code --version}. */
    static void standard(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this page.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print name and version.")
                .build());
        spec.versionProvider(new VersionLine());
    }

    /** Puts the words on the help page that every command has. */
    default void page(CommandSpec spec) {
        spec.usageMessage()
                .description(description().replace("%", "%%"))
                .sortOptions(false)
                // Sorting goes by the locale: Turkish puts --id elsewhere.
                .sortSynopsis(false)
                .footer(footer());
    }

    private String[] footer() {
        List<String> lines = new ArrayList<>(List.of("", examples().size() > 1 ? "Examples:" : "Example:"));
        examples().forEach(example -> lines.add("  " + example.replace("%", "%%")));
        return lines.toArray(String[]::new);
    }
}
