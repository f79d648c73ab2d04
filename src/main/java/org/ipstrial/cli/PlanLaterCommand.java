package org.ipstrial.cli;

import java.util.List;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command below {@code ipstrial plan} that the contract names and the program cannot do yet.
 *
 * @param name its name
 */
record PlanLaterCommand(String name) implements CliCommand {

    @Override
    public String description() {
        return "Not supported yet.";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial plan check trial.yaml");
    }

    @Override
    public Positional positional() {
        return new Positional("PLAN", "A plan file.");
    }

    @Override
    public List<CliOption> options() {
        return List.of();
    }

    /** Takes any arguments, so that whatever is asked of it gets the one true answer. */
    @Override
    public CommandSpec spec(String below) {
        CommandSpec spec = CommandSpec.create().name(below);
        page(spec);
        spec.usageMessage().hidden(true);
        spec.parser().unmatchedOptionsArePositionalParams(true);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(positional().label())
                .description(positional().description())
                .build());
        CliCommand.standard(spec);
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        throw RefusedException.of(
                FindingCode.E002, Location.COMMAND_LINE, "plan " + name, "plan init and plan check are");
    }
}
