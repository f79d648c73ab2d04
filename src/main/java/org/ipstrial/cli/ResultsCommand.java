package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial results}, which only holds its subcommand. */
final class ResultsCommand implements CliCommand {

    @Override
    public String description() {
        return "Results that were written before: which numbers moved between two of them.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial results diff then.json now.json");
    }

    @Override
    public Positional positional() {
        throw new UnsupportedOperationException("only the command below has one");
    }

    @Override
    public List<CliOption> options() {
        return List.of();
    }

    @Override
    public Map<String, CliCommand> subcommands() {
        return Map.of("diff", new ResultsDiffCommand());
    }

    @Override
    public CommandSpec spec(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        page(spec);
        CliCommand.standard(spec);
        subcommands().forEach((below, command) -> spec.addSubcommand(below, command.spec(below)));
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        parsed.commandSpec().commandLine().usage(console.out());
        return ExitCode.DONE;
    }
}
