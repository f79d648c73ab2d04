package org.ipstrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.finding.Severity;
import org.ipstrial.report.Language;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** In which form results come, where they go, and how findings are told. */
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown, csv or json (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there instead of standard output, whole or not at all; an existing file is replaced.")
    private Path output;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of the report: en (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(names = "--min-cell", hidden = true, paramLabel = "N", defaultValue = "0")
    private int minCell;

    @Option(names = "--date-format", hidden = true, paramLabel = "FORMAT")
    private String dateFormat;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "CODE",
            description = "Accept one named warning or refusal, on the record; needs --because.")
    private List<String> allow = new ArrayList<>();

    @Option(names = "--because", paramLabel = "TEXT", description = "Why it is accepted.")
    private String because;

    @Option(
            names = "--messages",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "The form of findings on standard error, text or json (default: ${DEFAULT-VALUE}).")
    private String messages;

    @Option(names = "--fail-on", paramLabel = "WHAT", description = "warning: a warning makes exit code 1.")
    private String failOn;

    @Option(
            names = {"-q", "--quiet"},
            description = "No warnings on standard error.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say what was read.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colour of the help page: auto, --color=always or --color=never; NO_COLOR is honoured (default:"
                            + " ${DEFAULT-VALUE}).")
    private String color;

    /** How the command that was going to run tells its findings, as far as its options were read. */
    static Messages messagesOf(CommandLine command) {
        return command.getCommandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(OutputOptions.class::isInstance)
                .map(options -> ((OutputOptions) options).messages())
                .findFirst()
                .orElse(Messages.TEXT);
    }

    Messages messages() {
        return new Messages("json".equals(messages), quiet);
    }

    boolean verbose() {
        return verbose && !quiet;
    }

    Language language() {
        return Language.EN;
    }

    Format format() {
        return format;
    }

    /**
     * Checks everything that can be checked before the work begins.
     *
     * @param input the data file, if the data are one
     * @throws RefusedException if an option is wrong or not supported, or the output cannot be written
     */
    void check(Optional<Path> input) {
        Later.refuse(!format.supported(), "--format " + format, "text, markdown, csv and json are");
        Later.refuse(!language.equals("en"), "--language " + language, "en is");
        Later.refuse(minCell != 0, "--min-cell " + minCell, "0, which hides nothing, is");
        Later.refuse(dateFormat != null, "--date-format", "columns without dates are");
        oneOf("--messages", messages, List.of("text", "json"));
        oneOf("--color", color, List.of("auto", "always", "never"));
        if (failOn != null) {
            oneOf("--fail-on", failOn, List.of("warning"));
        }
        if (output != null) {
            if (input.isPresent() && sameFile(input.get(), output)) {
                throw RefusedException.of(FindingCode.E010, Location.COMMAND_LINE, output);
            }
            AtomicFile.check(output);
        }
    }

    /**
     * The codes that the user accepts.
     *
     * @throws RefusedException if one is not known or must not be accepted, or no reason is given
     */
    Set<FindingCode> allowed() {
        Set<FindingCode> codes = new LinkedHashSet<>();
        for (String text : allow) {
            FindingCode code = code(text)
                    .orElseThrow(() -> notAllowed(text, "there is no such code", "give the code in brackets"));
            if (code.severity() == Severity.REFUSAL && !code.allowable()) {
                throw notAllowed(text, "going on after it would not be sound", "mend what it names");
            }
            if (because == null || because.isBlank()) {
                throw notAllowed(text, "no reason is given", "add --because with the reason");
            }
            codes.add(code);
        }
        return codes;
    }

    /** What was accepted and why, as the results state it. */
    Map<String, Object> stated() {
        Map<String, Object> stated = new TreeMap<>();
        if (!allow.isEmpty()) {
            stated.put("allowed", String.join(",", allow));
            stated.put("allowed-because", because);
        }
        return stated;
    }

    /** Writes the results. */
    void write(String results, Console console) {
        if (output == null) {
            console.out().print(results);
        } else {
            AtomicFile.write(output, results);
        }
    }

    /** Whether a warning that nobody accepted fails the run. */
    boolean failed(Findings findings, Set<FindingCode> allowed) {
        return failOn != null
                && findings.codes().stream()
                        .anyMatch(code -> code.severity() == Severity.WARNING && !allowed.contains(code));
    }

    private static Optional<FindingCode> code(String text) {
        for (FindingCode code : FindingCode.values()) {
            if (code.id().equals(text)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static RefusedException notAllowed(String code, String why, String mend) {
        return RefusedException.of(FindingCode.E011, Location.COMMAND_LINE, code, why, mend);
    }

    private static boolean sameFile(Path input, Path output) {
        try {
            return Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output);
        } catch (IOException e) {
            return input.toAbsolutePath()
                    .normalize()
                    .equals(output.toAbsolutePath().normalize());
        }
    }

    private static void oneOf(String option, String value, List<String> known) {
        if (!known.contains(value)) {
            throw OptionChecks.wrong(
                    option + " " + value + " is not known",
                    "wanted " + String.join(" or ", known).toLowerCase(Locale.ROOT));
        }
    }
}
