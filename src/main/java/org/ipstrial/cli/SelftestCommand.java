package org.ipstrial.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.render.SelfTestLog;
import org.ipstrial.report.SelfTestReport;
import org.ipstrial.selftest.SelfTest;
import picocli.CommandLine.ParseResult;

/** {@code ipstrial selftest}. */
final class SelftestCommand implements CliCommand {

    private final Supplier<SelfTest> test;

    SelftestCommand() {
        this(SelfTest::run);
    }

    /** With another test than that of all reference values. */
    SelftestCommand(Supplier<SelfTest> test) {
        this.test = test;
    }

    @Override
    public String description() {
        return "Does this installation give the published numbers? Tries every reference value that ships with the program,"
                + " on this machine and without a network, and exits with 1 where one does not agree. --format json or csv"
                + " writes a log of every number with its source.";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "ipstrial selftest",
                "ipstrial selftest wilson",
                "ipstrial selftest --format json -o qualification.json");
    }

    @Override
    public Positional positional() {
        return new Positional("NAME", "A method or a measure; without it every method is tried.");
    }

    @Override
    public List<String> names() {
        return Catalogue.namesOf(Catalogue.CHECKED);
    }

    @Override
    public List<CliOption> options() {
        return OutputOptions.PUBLISHED;
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        OutputOptions output = new OutputOptions(parsed);
        output.check(Optional.empty());
        SelfTest done = Positional.value(parsed)
                .map(name -> SelfTest.run(name).orElseThrow(() -> MethodsCommand.unknown(name)))
                .orElseGet(test);
        output.write(log(done, output.format()), console);
        return done.passed() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private static String log(SelfTest done, Format format) {
        Map<String, String> installation = Installation.facts();
        return switch (format) {
            case CSV -> SelfTestLog.csv(done);
            case JSON -> SelfTestLog.json(done, installation);
            default -> format.page(SelfTestReport.of(done, installation));
        };
    }
}
