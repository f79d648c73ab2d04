package org.ipstrial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.bytes.RawBytes;
import org.ipstrial.render.results.ResultsDifference;
import org.ipstrial.render.results.ResultsFile;
import org.ipstrial.render.results.ResultsReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial results diff}. */
final class ResultsDiffCommand implements CliCommand {

    private static final CliOption TOLERANCE = CliOption.one(
                    "--tolerance",
                    "X",
                    "Take two numbers for the same that differ by no more than X times the larger of their sizes")
            .orElse("0");

    @Override
    public String description() {
        return "Which numbers moved between two results that --format json wrote? Exits with 1 where any did, or where one"
                + " has results that the other lacks.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial results diff then.json now.json",
                "ipstrial results diff then.json now.json --tolerance 1e-12");
    }

    @Override
    public Positional positional() {
        return new Positional("A", "The results as they were.");
    }

    @Override
    public List<CliOption> options() {
        return Stream.concat(Stream.of(TOLERANCE), OutputOptions.MESSAGES_ONLY.stream())
                .toList();
    }

    @Override
    public CommandSpec spec(String name) {
        CommandSpec spec = CliCommand.super.spec(name);
        spec.addPositional(PositionalParamSpec.builder()
                .index("1")
                .arity("0..1")
                .type(String.class)
                .paramLabel("B")
                .description("The results as they are.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        double tolerance = tolerance(parsed);
        ResultsFile before = read(parsed, 0);
        ResultsFile after = read(parsed, 1);
        ResultsDifference difference = ResultsDifference.between(before, after, tolerance);
        PrintWriter out = console.out();
        DifferenceLines.print(out, difference);
        if (difference.isNone()) {
            out.print("the same " + before.rows().size() + " results\n");
            return ExitCode.DONE;
        }
        return ExitCode.CHECK_FAILED;
    }

    private static double tolerance(ParseResult parsed) {
        String text = TOLERANCE.value(parsed).orElseThrow();
        try {
            double tolerance = Double.parseDouble(text);
            if (tolerance >= 0 && tolerance < 1) {
                return tolerance;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw OptionChecks.wrong(
                "--tolerance " + text + " is no such number", "wanted one from 0 to below 1, such as 1e-12");
    }

    private static ResultsFile read(ParseResult parsed, int place) {
        Optional<String> name = Optional.ofNullable(parsed.matchedPositionalValue(place, null));
        Path path = Path.of(name.orElseThrow(() -> OptionChecks.wrong(
                "two results files are wanted", "write for example 'ipstrial results diff then.json now.json'")));
        return ResultsReader.read(
                path.toString(), RawBytes.read(DataSource.file(path)).bytes());
    }
}
