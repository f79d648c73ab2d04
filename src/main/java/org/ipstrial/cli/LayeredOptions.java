package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Options over a plan: what the user gives holds, then what the plan says, then the default. */
final class LayeredOptions {

    /** Neither chooses something else than the plan nor changes a number. */
    private static final Set<String> NO_OVERRIDE = Set.of("--outcome", "--threads", "--max-rows");

    private LayeredOptions() {}

    /**
     * The options of a command with the plan's values where the user gives none. They are read anew as a command line, so
     * that a plan and options that say the same cannot come to differ.
     *
     * @param command a command that has the options
     * @param options the options that the user may give
     * @param planned values by option
     */
    static ParseResult of(
            CliCommand command, List<CliOption> options, ParseResult parsed, Map<String, List<String>> planned) {
        List<String> arguments = new ArrayList<>();
        for (CliOption option : options) {
            List<String> values = option.given(parsed) ? given(option, parsed) : planned.get(option.name());
            if (values != null) {
                values.forEach(value -> arguments.add(option.name() + "=" + value));
            }
        }
        return new CommandLine(command.spec(parsed.commandSpec().name())).parseArgs(arguments.toArray(String[]::new));
    }

    /**
     * What the user gives other than the plan, in words, the options in the order of the help page; empty where nothing.
     *
     * @param planned for each analysis and outcome the plan's values by option
     */
    static String overrides(List<CliOption> options, ParseResult parsed, List<Map<String, List<String>>> planned) {
        StringJoiner overrides = new StringJoiner("; ");
        for (CliOption option : options) {
            if (!option.given(parsed) || NO_OVERRIDE.contains(option.name())) {
                continue;
            }
            String given = String.join(",", given(option, parsed));
            Set<String> said = new LinkedHashSet<>();
            planned.forEach(values -> said.add(String.join(",", values.getOrDefault(option.name(), List.of()))));
            if (!said.equals(Set.of(given))) {
                said.remove("");
                String plan = said.isEmpty() ? "the plan does not say" : "plan: " + String.join(" or ", said);
                overrides.add(option.name() + " " + given + " (" + plan + ")");
            }
        }
        return overrides.toString();
    }

    /** What the user gives for an option. */
    static List<String> given(CliOption option, ParseResult parsed) {
        return switch (option.shape()) {
            case LIST, REPEATED -> option.values(parsed);
            default -> List.of(option.value(parsed).orElseThrow());
        };
    }
}
