package org.ipstrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.finding.Severity;
import org.ipstrial.report.Language;
import picocli.CommandLine.ParseResult;

/** In which form results come, where they go, and how findings are told. */
final class OutputOptions {

    private static final CliOption FORMAT = CliOption.one(
                    "--format", "FORMAT", "text, markdown, html, latex, csv, json or ard (for R's package cards)")
            .orElse("text")
            .among(Format.ids());
    private static final CliOption OUTPUT = CliOption.one(
                    "--output",
                    "FILE",
                    "Write there instead of standard output, whole or not at all; an existing file is replaced.")
            .orShort("-o");
    private static final CliOption LANGUAGE = CliOption.one(
                    "--language", "LANGUAGE", "Language of the report: " + String.join(", ", Language.ids()))
            .orElse("en")
            .among(Language.ids());
    private static final CliOption MIN_CELL = CliOption.one(
                    "--min-cell", "N", "Hide groups of fewer people than this, and what would give them away")
            .orElse("0");
    private static final CliOption ALLOW =
            CliOption.list("--allow", "CODE", "Accept one named warning or refusal, on the record; needs --because.");
    private static final CliOption BECAUSE = CliOption.one("--because", "TEXT", "Why it is accepted.");
    private static final CliOption MESSAGES = CliOption.one(
                    "--messages", "FORM", "The form of findings on standard error, text or json")
            .orElse("text")
            .among(List.of("text", "json"));
    private static final CliOption FAIL_ON = CliOption.one("--fail-on", "WHAT", "warning: a warning makes exit code 1.")
            .among(List.of("warning"));
    private static final CliOption QUIET = CliOption.flag("-q", "--quiet", "No warnings on standard error.");
    private static final CliOption VERBOSE = CliOption.flag("-v", "--verbose", "Say what was read.");
    private static final CliOption COLOR = CliOption.one(
                    "--color",
                    "WHEN",
                    "Colour of the help page: auto, --color=always or --color=never; NO_COLOR is honoured")
            .orElse("auto")
            .among(List.of("auto", "always", "never"));

    /** The options, in the order of the help page. */
    static final List<CliOption> ALL =
            List.of(FORMAT, OUTPUT, LANGUAGE, MIN_CELL, ALLOW, BECAUSE, MESSAGES, FAIL_ON, QUIET, VERBOSE, COLOR);

    /** Those of a command over numbers that are published already. */
    static final List<CliOption> PUBLISHED =
            ALL.stream().filter(option -> option != MIN_CELL).toList();

    /** Those of a command that writes a folder in several forms. */
    static final List<CliOption> OF_A_FOLDER =
            ALL.stream().filter(option -> option != FORMAT && option != OUTPUT).toList();

    /** The options of a command that writes no results. */
    static final List<CliOption> MESSAGES_ONLY = List.of(MESSAGES, QUIET, VERBOSE, COLOR);

    private static final int MOST_HIDDEN = 1_000_000;

    private final ParseResult parsed;

    OutputOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    Messages messages() {
        return new Messages(MESSAGES.value(parsed).orElseThrow().equals("json"), QUIET.given(parsed));
    }

    boolean verbose() {
        return VERBOSE.given(parsed) && !QUIET.given(parsed);
    }

    /** The language of pages: the option's, else the plan's, else English. */
    Language language(Optional<String> planned) {
        return LANGUAGE.given(parsed) ? language() : planned.map(Language::of).orElseGet(this::language);
    }

    Language language() {
        return Language.of(LANGUAGE.oneOf(parsed).orElseThrow());
    }

    /** What is done about small cells. */
    CellPolicy policy() {
        return new CellPolicy(
                MIN_CELL.number(parsed, 0, MOST_HIDDEN).orElseThrow().intValue());
    }

    /**
     * What may be told of findings: where small cells are hidden, none that counts people; and no habit that the user has
     * accepted, which stands in the results with its reason.
     */
    Findings told(Findings all) {
        return told(all, policy());
    }

    /** Whether the user says what is done about small cells. */
    boolean givesPolicy() {
        return MIN_CELL.given(parsed);
    }

    /** The same under a policy that comes from elsewhere. */
    Findings told(Findings all, CellPolicy policy) {
        Set<FindingCode> accepted = new HashSet<>(allowed());
        accepted.removeIf(code -> code.severity() != Severity.LINT);
        Findings findings = all.without(accepted);
        return policy.threshold() > 0
                ? findings.without(Set.of(
                        FindingCode.W010,
                        FindingCode.W271,
                        FindingCode.W320,
                        FindingCode.W531,
                        FindingCode.W533,
                        FindingCode.W534,
                        FindingCode.W535))
                : findings;
    }

    Format format() {
        return Format.of(FORMAT.oneOf(parsed).orElseThrow());
    }

    /**
     * Checks everything that can be checked before the work begins.
     *
     * @param input the data file, if the data are one
     * @throws RefusedException if an option is wrong or not supported, or the output cannot be written
     */
    void check(Optional<Path> input) {
        checkForm();
        Optional<Path> output = output();
        if (output.isPresent()) {
            if (input.isPresent() && sameFile(input.get(), output.get())) {
                throw RefusedException.of(FindingCode.E010, Location.COMMAND_LINE, output.get());
            }
            AtomicFile.check(output.get());
        }
    }

    /** Checks all but the file to write. */
    void checkForm() {
        format();
        checkFolderForm();
    }

    /** Checks all but the form and the place of results. */
    void checkFolderForm() {
        LANGUAGE.oneOf(parsed);
        MIN_CELL.number(parsed, 0, MOST_HIDDEN);
        checkMessages();
        FAIL_ON.oneOf(parsed);
    }

    /** Checks how findings are told. */
    void checkMessages() {
        MESSAGES.oneOf(parsed);
        COLOR.oneOf(parsed);
    }

    /**
     * The codes that the user accepts.
     *
     * @throws RefusedException if one is not known or must not be accepted, or no reason is given
     */
    Set<FindingCode> allowed() {
        Set<FindingCode> codes = new LinkedHashSet<>();
        for (String text : ALLOW.values(parsed)) {
            FindingCode code = code(text)
                    .orElseThrow(() -> notAllowed(text, "there is no such code", "give the code in brackets"));
            if (code.severity() == Severity.REFUSAL && !code.allowable()) {
                throw notAllowed(text, "going on after it would not be sound", "mend what it names");
            }
            if (BECAUSE.value(parsed).filter(reason -> !reason.isBlank()).isEmpty()) {
                throw notAllowed(text, "no reason is given", "add --because with the reason");
            }
            codes.add(code);
        }
        return codes;
    }

    /** What was accepted and why, as the results state it. */
    Map<String, Object> stated() {
        Map<String, Object> stated = new TreeMap<>();
        if (ALLOW.given(parsed)) {
            stated.put("allowed", String.join(",", ALLOW.values(parsed)));
            stated.put("allowed-because", BECAUSE.value(parsed).orElseThrow());
        }
        return stated;
    }

    /** Writes the results. */
    void write(String results, Console console) {
        Optional<Path> output = output();
        if (output.isPresent()) {
            AtomicFile.write(output.get(), results);
        } else {
            console.out().print(results);
        }
    }

    /** Whether a warning that nobody accepted fails the run. */
    boolean failed(Findings findings, Set<FindingCode> allowed) {
        return FAIL_ON.given(parsed)
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

    static boolean sameFile(Path input, Path output) {
        try {
            return Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output);
        } catch (IOException e) {
            return input.toAbsolutePath()
                    .normalize()
                    .equals(output.toAbsolutePath().normalize());
        }
    }

    /** The file to write, if not standard output. */
    Optional<Path> output() {
        return OUTPUT.value(parsed).map(Path::of);
    }
}
