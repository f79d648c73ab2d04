package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The command line against itself: what messages recommend exists, and lazy and eager commands are the same. */
class OptionsTest {

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    private static CommandLine everything() {
        return Commands.commandLine(new String[0]);
    }

    @Test
    void everyOptionThatAMessageRecommendsExists() {
        Set<String> options = new TreeSet<>();
        collect(everything(), options);
        int recommended = 0;
        for (FindingCode code : FindingCode.values()) {
            Matcher matcher = OPTION.matcher(code.template());
            while (matcher.find()) {
                recommended++;
                assertThat(options).as(code.id() + " recommends").contains(matcher.group());
            }
        }
        assertThat(recommended).isGreaterThan(20);
    }

    private static void collect(CommandLine command, Set<String> options) {
        options.addAll(command.getCommandSpec().optionsMap().keySet());
        command.getSubcommands().values().forEach(below -> collect(below, options));
    }

    @Test
    void aCommandBelowACommandHasItsPage() {
        Run run = Run.of("plan", "check", "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: ipstrial plan check");
        assertThat(Run.of("plan").out()).isEqualTo(Run.of("plan", "--help").out());
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageSaysWhatWasFoundWhatWasWantedAndHowToMendIt(FindingCode code) {
        assertThat(code.template().split("; ").length).as(code.template()).isGreaterThanOrEqualTo(3);
        assertThat(code.id()).matches("[EWL][0-9]{3}");
    }

    @ParameterizedTest
    @EnumSource
    void theCommandAskedForIsTheOneThatTheHelpPageShows(Commands command) {
        Run asked = Run.of(command.id(), "--help");
        Run shown = Run.of("help", command.id());

        assertThat(asked.exit()).isZero();
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).isEqualTo(shown.out()).contains("Usage: ipstrial " + command.id());
        assertThat(everything().getSubcommands()).containsKey(command.id());
    }

    @Test
    void theProgramAlonePrintsTheOverview() {
        Run run = Run.of();
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        for (Commands command : Commands.values()) {
            assertThat(run.out()).contains("  " + command.id() + " ");
        }
    }

    @Test
    void printsNameAndVersion() {
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "ipstrial 0.1.0\n", ""));
        assertThat(Run.of("compare", "--version")).isEqualTo(new Run(0, "ipstrial 0.1.0\n", ""));
    }

    @Test
    void anArgumentThatBeginsWithAtIsNoFileOfArguments() {
        Run run = Run.of("rates", "@sample-data/supported-work/participants.csv", "--outcome", "employed_1978");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("there is no file").doesNotContain("NSW001");
    }

    /**
     * Arguments stand in the list of processes that everybody on the computer may read. These take what people share,
     * levels and codes, because an analysis is asked for by them; none takes what tells of one person.
     */
    @Test
    void onlyTheseOptionsTakeValuesOfTheData() {
        Set<String> options = new TreeSet<>();
        Set<String> ofValues = new TreeSet<>();
        collectSpecs(everything(), option -> {
            options.add(option.longestName());
            if (option.paramLabel().matches("LABEL.*|VALUE|CODE|COLUMN=.*")) {
                ofValues.add(option.longestName());
            }
        });
        assertThat(options).hasSizeGreaterThan(35);
        // --allow takes the code of a finding.
        assertThat(ofValues)
                .containsExactly(
                        "--allow",
                        "--control",
                        "--counts",
                        "--event-value",
                        "--missing",
                        "--own-arm",
                        "--randomised",
                        "--where");
    }

    private static void collectSpecs(CommandLine command, Consumer<CommandLine.Model.OptionSpec> taker) {
        command.getCommandSpec().options().forEach(taker);
        command.getSubcommands().values().forEach(below -> collectSpecs(below, taker));
    }
}
