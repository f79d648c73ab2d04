package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipstrial.analysis.Compare;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Subgroups;
import org.ipstrial.analysis.Survival;
import org.ipstrial.catalogue.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual and the completions know every command, every option and every word that an option takes. */
class InstalledFilesTest {

    private static final String MOMENT = "2026-11-01T00:00:00Z";
    private static final Map<String, String> FILES = InstalledFiles.files(MOMENT);
    private static final String BASH = FILES.get("share/bash-completion/completions/ipstrial");
    private static final String ZSH = FILES.get("share/zsh/site-functions/_ipstrial");
    private static final String FISH = FILES.get("share/fish/vendor_completions.d/ipstrial.fish");

    static Stream<CommandSpec> commands() {
        List<CommandSpec> commands = new ArrayList<>();
        collect(Commands.commandLine(new String[0]).getCommandSpec(), commands);
        return commands.stream();
    }

    private static void collect(CommandSpec command, List<CommandSpec> commands) {
        if (!command.name().equals("help")) {
            commands.add(command);
        }
        command.subcommands().values().forEach(below -> collect(below.getCommandSpec(), commands));
    }

    private static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    private static List<String> words(OptionSpec option) {
        List<String> words = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(words::add);
        }
        return words;
    }

    private static String page(CommandSpec command) {
        return FILES.get("share/man/man1/" + command.qualifiedName("-") + ".1");
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start);
        String rest = text.substring(text.indexOf(start) + start.length());
        assertThat(rest).contains(end);
        return rest.substring(0, rest.indexOf(end));
    }

    @Test
    void thereIsAPageForEveryCommandAndNoOther() {
        assertThat(FILES.keySet().stream().filter(name -> name.startsWith("share/man/")))
                .containsExactlyInAnyOrderElementsOf(commands()
                        .map(command -> "share/man/man1/" + command.qualifiedName("-") + ".1")
                        .toList())
                .hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aPageHoldsWhatAManualPageHolds(CommandSpec command) {
        String page = page(command);
        assertThat(page)
                .startsWith(".TH \"" + command.qualifiedName("\\-").toUpperCase(java.util.Locale.ROOT)
                        + "\" 1 \"2026-11-01\" \"ipstrial 0.1.0\" \"User Commands\"\n");
        assertThat(page.lines().filter(line -> line.startsWith(".SH ")).map(line -> line.replaceAll(".SH |\"", "")))
                .containsSubsequence(
                        "NAME",
                        "SYNOPSIS",
                        "DESCRIPTION",
                        "OPTIONS",
                        "EXIT STATUS",
                        "ENVIRONMENT",
                        "EXAMPLES",
                        "SEE ALSO");
        for (OptionSpec option : options(command)) {
            for (String name : option.names()) {
                assertThat(page).contains("\\fB" + name.replace("-", "\\-") + "\\fR");
            }
        }
        command.subcommands().values().stream()
                .map(below -> below.getCommandSpec())
                .filter(below -> !below.name().equals("help"))
                .forEach(below ->
                        assertThat(page).contains(below.qualifiedName("-").replace("-", "\\-") + "\\fR(1)"));
    }

    /** A line that begins with a point, or a sign after a backslash, would be a request that nobody meant. */
    @ParameterizedTest
    @MethodSource("commands")
    void aPageAsksManForNothingElse(CommandSpec command) {
        assertThat(page(command).lines())
                .allMatch(line -> !line.startsWith("'")
                        && (!line.startsWith(".") || line.matches("\\.(TH|SH|TP|RS|RE|nf|fi|nh|ad)( .*)?")))
                .allMatch(line -> !line.replaceAll("\\\\(f[BIR]|-|e|&|\\((aq|dq|ga|ha|ti))", "")
                        .contains("\\"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyShellKnowsEveryCommandWithItsOptionsAndTheirWords(CommandSpec command) {
        List<String> path = Arrays.asList(command.qualifiedName(" ").split(" "));
        String words = String.join(" ", path.subList(1, path.size()));
        String bash = between(BASH, "    '" + words + "')\n", "\n      ;;\n");
        String zsh = between(ZSH, "_" + String.join("_", path) + "() {\n", "\n}\n");
        String fish = String.join(
                "\n",
                FISH.lines()
                        .filter(line -> line.contains("'__ipstrial_" + (words.isEmpty() ? "at'" : "in " + words + "'")))
                        .toList());
        for (OptionSpec option : options(command)) {
            for (String name : option.names()) {
                assertThat(bash).contains(" " + name);
                assertThat(zsh).containsPattern("[{,'*)]" + name + "[=+\\[,}]");
                assertThat(fish)
                        .contains(
                                name.startsWith("--") ? " -l " + name.substring(2) + " " : " -s " + name.substring(1));
            }
            for (String word : words(option)) {
                assertThat(bash).as(option.longestName()).contains("'" + word + "'");
                assertThat(zsh)
                        .as(option.longestName())
                        .containsPattern("[ (]\\\\?" + java.util.regex.Pattern.quote(word));
                assertThat(fish).as(option.longestName()).contains(word);
            }
        }
        command.subcommands().keySet().forEach(below -> {
            assertThat(bash).contains(" " + below);
            assertThat(zsh).contains("'" + below + (below.equals("help") ? "" : ":"));
            assertThat(FISH).contains("'" + ("__ipstrial_at " + words).strip() + "' -a " + below + " ");
        });
    }

    /** Words in the help text and the words that are taken cannot come to differ. */
    @ParameterizedTest
    @MethodSource("commands")
    void theHelpTextNamesEveryWordThatAnOptionTakes(CommandSpec command) {
        for (OptionSpec option : options(command)) {
            for (String word :
                    option.longestName().equals(EstimationOptions.METHOD_NAME) ? List.<String>of() : words(option)) {
                assertThat(option.description()[0]).as(option.longestName()).contains(word);
            }
        }
    }

    @Test
    void optionsThatTakeOneOfSomeWordsOfferThem() {
        CommandSpec compare = commands()
                .filter(command -> command.name().equals("compare"))
                .findFirst()
                .orElseThrow();
        assertThat(words(compare.findOption("--format"))).containsExactlyElementsOf(Format.ids());
        assertThat(words(compare.findOption("--language"))).containsExactly("en", "da", "sv", "nb");
        assertThat(words(compare.findOption("--multiplicity"))).contains("none", "holm", "dunnett");
        assertThat(words(compare.findOption("--method")))
                .contains("miettinen-nurminen", "welch")
                .doesNotContain("reml");
        assertThat(compare.positionalParameters().get(0).completionCandidates()).isEmpty();
        assertThat(commands()
                        .filter(command -> command.name().equals("methods"))
                        .findFirst()
                        .orElseThrow()
                        .positionalParameters()
                        .get(0)
                        .completionCandidates())
                .contains("wilson", "risk-difference", "holm");
    }

    /** What is offered is taken: a name that is not would be refused here. */
    @Test
    void everyMethodThatIsOfferedIsTaken() {
        List<String> outcomes = MethodSelection.known(Compare.measures(), Family::isOfOutcomes);
        List<String> subgroups = MethodSelection.known(Subgroups.measures(), Family::isOfSubgroups);
        List<String> times = MethodSelection.known(Survival.MEASURES, Family::isOfTimes);
        List<String> studies = MethodSelection.known(MetaOptions.MEASURES, Family::isOfStudies);
        assertThat(MethodSelection.of(outcomes, Compare.measures()).asksFor("wald"))
                .isTrue();
        assertThat(MethodSelection.ofSubgroups(subgroups, Subgroups.measures()).asksFor("cochran-q"))
                .isEqualTo(subgroups.contains("cochran-q"));
        assertThat(MethodSelection.ofTimes(times, Survival.MEASURES).asksFor("log-rank"))
                .isEqualTo(times.contains("log-rank"));
        assertThat(MethodSelection.ofStudies(studies, MetaOptions.MEASURES).asksFor("reml"))
                .isTrue();
        for (String name : List.of("wilson", "holm")) {
            assertThat(new SelftestCommand().names()).contains(name);
            assertThat(Run.of("selftest", name, "-q").exit()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyArgumentIsAFileOrOneOfSomeNames(CommandSpec command) {
        command.positionalParameters().forEach(argument -> assertThat(argument.paramLabel())
                .isIn("DATA", "PLAN", "FILE", "STUDIES", "CLAIMS", "A", "B", "NAME"));
    }

    @Test
    void thePagesAndTheReadmeSayTheSameOfExitCodes() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        ExitCode.MEANINGS.forEach((code, meaning) -> {
            if (code < ExitCode.FAULT) {
                String words = meaning.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + meaning.substring(1, meaning.length() - 1);
                assertThat(readme).contains("| " + code + " | " + words);
            }
        });
    }

    @Test
    void writesEachFileWhereItsReaderLooks(@TempDir Path folder) throws IOException {
        InstalledFiles.main(new String[] {folder.toString(), MOMENT});
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            assertThat(folder.resolve(file.getKey())).hasContent(file.getValue());
        }
    }
}
