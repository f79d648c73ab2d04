package org.ipstrial.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line, told like every other finding. */
final class UsageErrors {

    private UsageErrors() {}

    /** What is wrong. */
    static Findings of(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String page = command.qualifiedName().substring(command.root().name().length());
        Findings findings = new Findings();
        findings.add(FindingCode.E001, Location.COMMAND_LINE, found(e), wanted(e), page);
        return findings;
    }

    private static String found(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "there is no option " + first;
        }
        CommandSpec command = e.getCommandLine().getCommandSpec();
        return !command.subcommands().isEmpty()
                ? "there is no command '" + (command.qualifiedName() + " " + first).substring("ipstrial ".length())
                        + "'"
                : "this argument is one too many: " + first;
    }

    private static String wanted(ParameterException e) {
        List<String> suggestions =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return suggestions.isEmpty()
                ? "wanted what the help page says"
                : "did you mean " + suggestions.stream().limit(3).collect(Collectors.joining(" or ")) + "?";
    }
}
