package org.ipstrial.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** Every command. Only the one that is asked for is built, unless the help page needs them all. */
enum Commands {
    /** What the files hold, and whether they are sound. */
    IMPORT("import", ImportCommand::new),
    /** Where everybody went. */
    FLOW("flow", FlowCommand::new),
    /** Whether the arms are alike at the start. */
    BASELINE("baseline", BaselineCommand::new),
    /** What share of each arm had the event. */
    RATES("rates", RatesCommand::new),
    /** How much each arm worked. */
    HOURS("hours", HoursCommand::new),
    /** How far apart the arms are. */
    COMPARE("compare", CompareCommand::new),
    /** Whether the effect differs between subgroups. */
    SUBGROUPS("subgroups", SubgroupsCommand::new),
    /** How long until the event. */
    SURVIVAL("survival", SurvivalCommand::new),
    /** How much is missing, and what would overturn the result. */
    MISSING("missing", MissingCommand::new),
    /** What trials say together. */
    META("meta", MetaCommand::new),
    /** Whether a report's own numbers agree. */
    RECONCILE("reconcile", ReconcileCommand::new),
    /** How faithful teams are to the model. */
    FIDELITY("fidelity", FidelityCommand::new),
    /** Who screens in. */
    SCREENING("screening", ScreeningCommand::new),
    /** Whether the programme is run as the model says. */
    CASELOAD("caseload", CaseloadCommand::new),
    /** What a trial like this would look like. */
    SIMULATE("simulate", SimulateCommand::new),
    /** The plan of a trial: begin one, and check one. */
    PLAN("plan", PlanCommand::new),
    /** The whole plan in one report. */
    REPORT("report", ReportCommand::new),
    /** Which numbers moved between two results. */
    RESULTS("results", ResultsCommand::new),
    /** What is computed, how, and from which source. */
    METHODS("methods", MethodsCommand::new),
    /** Whether this installation gives the published numbers. */
    SELFTEST("selftest", SelftestCommand::new);

    private final String id;
    private final Supplier<CliCommand> maker;

    Commands(String id, Supplier<CliCommand> maker) {
        this.id = id;
        this.maker = maker;
    }

    /** The command's name. */
    String id() {
        return id;
    }

    /** The command. */
    CliCommand command() {
        return maker.get();
    }

    /** The command of a name. */
    static Optional<Commands> named(String name) {
        return Arrays.stream(values())
                .filter(command -> command.id.equals(name))
                .findFirst();
    }

    /** The command line for some arguments: with one command if they begin with its name, else with all. */
    static CommandLine commandLine(String[] args) {
        CommandSpec root = CommandSpec.create().name("ipstrial");
        root.usageMessage()
                .description("Analyses the outcomes of randomised trials of getting people into work and education.")
                .footer(
                        "",
                        "Example:",
                        "  ipstrial compare participants.csv --control control --outcome employed",
                        "",
                        "Exit codes: 0 done, 1 a check failed, 2 wrong command line, 3 data refused,",
                        "4 plan refused, 5 file not read or written, 6 something that was named could",
                        "not be estimated, 7 refused for privacy.");
        CliCommand.standard(root);
        Optional<Commands> asked = args.length > 0 ? named(args[0]) : Optional.empty();
        CommandLine commandLine = new CommandLine(root);
        for (Commands command : asked.map(one -> new Commands[] {one}).orElseGet(Commands::values)) {
            commandLine.addSubcommand(command.id, command.command().spec(command.id));
        }
        if (asked.isEmpty()) {
            commandLine.addSubcommand(new HelpCommand());
        }
        return commandLine;
    }
}
