package org.ipstrial.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line, told like every other finding. */
final class UsageErrors {

    private UsageErrors() {}

    /** Prints what is wrong and gives the exit code. */
    static int print(ParameterException e, Console console) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().root() == command.getCommandSpec() ? "" : " " + command.getCommandName();
        RefusedException refused =
                RefusedException.of(FindingCode.E001, Location.COMMAND_LINE, found(e), wanted(e), name);
        console.print(refused.findings(), OutputOptions.messagesOf(command));
        return ExitCode.of(refused.findings());
    }

    private static String found(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> arguments = unmatched.getUnmatched();
            String first = arguments.get(0);
            if (unmatched.getCommandLine().getCommandSpec().root()
                            == unmatched.getCommandLine().getCommandSpec()
                    && !first.startsWith("-")) {
                return "there is no command '" + first + "'";
            }
            return (first.startsWith("-") ? "there is no option " : "this argument is one too many: ") + first;
        }
        return e.getMessage();
    }

    private static String wanted(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            return suggestions.isEmpty()
                    ? "wanted what the help page lists"
                    : "did you mean " + suggestions.stream().limit(3).collect(Collectors.joining(" or ")) + "?";
        }
        return e instanceof MissingParameterException ? "it is required" : "wanted what the help page says";
    }
}
