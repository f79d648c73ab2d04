package org.ipstrial.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial plan}, which only holds its subcommands. */
final class PlanCommand implements CliCommand {

    @Override
    public String description() {
        return "The plan of a trial in one file: who was randomised, what counts as the outcome, what is computed.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial plan init participants.csv -o trial.yaml",
                "ipstrial plan check trial.yaml",
                "ipstrial plan lock trial.yaml",
                "ipstrial compare trial.yaml");
    }

    @Override
    public Positional positional() {
        throw new UnsupportedOperationException("only the commands below have one");
    }

    @Override
    public List<CliOption> options() {
        return List.of();
    }

    @Override
    public Map<String, CliCommand> subcommands() {
        Map<String, CliCommand> commands = new LinkedHashMap<>();
        commands.put("init", new PlanInitCommand());
        commands.put("check", new PlanCheckCommand());
        commands.put("lock", new PlanLockCommand());
        commands.put("verify", new PlanVerifyCommand());
        commands.put("diff", new PlanDiffCommand());
        return commands;
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
