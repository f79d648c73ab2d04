package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.NearestName;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.report.MethodsReport;
import org.ipstrial.report.Report;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial methods}. */
final class MethodsCommand implements CliCommand {

    @Override
    public String description() {
        return "What does it compute, by which formula, from which source, checked against what?";
    }

    @Override
    public List<String> examples() {
        return List.of("ipstrial methods", "ipstrial methods miettinen-nurminen");
    }

    @Override
    public Positional positional() {
        return new Positional("NAME", "A method or a measure; without it every method is listed.");
    }

    @Override
    public List<String> names() {
        return Catalogue.names();
    }

    @Override
    public List<CliOption> options() {
        return OutputOptions.ALL;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        output.check(Optional.empty());
        Format format = output.format();
        Later.refuse(!format.isPage(), "--format " + format.id() + " of methods", "text, markdown, html and latex are");
        Report report = Positional.value(parsed)
                .map(name -> MethodsReport.of(name).orElseThrow(() -> unknown(name)))
                .orElseGet(MethodsReport::all);
        output.write(format.page(report), console);
        return ExitCode.DONE;
    }

    /** Refuses a name that neither a method nor a measure has. */
    static RefusedException unknown(String name) {
        String nearest = NearestName.to(name, Catalogue.names())
                .map(known -> "did you mean " + known + "?")
                .orElse("wanted a name from the list");
        return RefusedException.of(FindingCode.E017, Location.COMMAND_LINE, name, nearest);
    }
}
