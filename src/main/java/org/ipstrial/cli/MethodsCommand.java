package org.ipstrial.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.report.MethodsReport;
import org.ipstrial.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ipstrial methods}. */
@Command(
        name = "methods",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.VersionProvider.class,
        sortOptions = false,
        description = "What does it compute, by which formula, from which source, checked against what?",
        footer = {"", "Examples:", "  ipstrial methods", "  ipstrial methods miettinen-nurminen"})
final class MethodsCommand implements Callable<Integer> {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "A method or a measure; without it every method is listed.")
    private String name;

    private final Console console;

    MethodsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.check(Optional.empty());
        Later.refuse(
                output.format() == Format.CSV || output.format() == Format.JSON,
                "--format " + output.format() + " of methods",
                "text and markdown are");
        Report report =
                name == null ? MethodsReport.all() : MethodsReport.of(name).orElseThrow(this::unknown);
        output.write(output.format().page(report), console);
        return ExitCode.DONE;
    }

    private RefusedException unknown() {
        String nearest = NearestName.to(name, Catalogue.names())
                .map(known -> "did you mean " + known + "?")
                .orElse("wanted a name from the list");
        return RefusedException.of(FindingCode.E017, Location.COMMAND_LINE, name, nearest);
    }
}
