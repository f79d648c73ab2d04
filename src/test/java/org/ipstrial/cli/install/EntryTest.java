package org.ipstrial.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is taken from the model of the command line. */
class EntryTest {

    @Test
    void aHintIsTheFirstSentence() {
        assertThat(Entry.firstSentence("Who? And when.")).isEqualTo("Who?");
        assertThat(Entry.firstSentence("A share, such as 0.6. It is tested.")).isEqualTo("A share, such as 0.6");
        assertThat(Entry.firstSentence("The mark, '.' or ',' (default: '.')."))
                .isEqualTo("The mark, '.' or ',' (default: '.')");
        assertThat(Entry.firstSentence("No end")).isEqualTo("No end");
        assertThat(Entry.firstSentence("")).isEmpty();
    }

    @Test
    void aPercentSignIsOne() {
        assertThat(Entry.text("58%% of", "them")).isEqualTo("58% of them");
    }

    @Test
    void whatTheHelpPagePassesOverIsPassedOver() {
        CommandSpec below = CommandSpec.create()
                .name("below")
                .addOption(OptionSpec.builder("--shown").build())
                .addOption(OptionSpec.builder("--later").hidden(true).build());
        List<Entry> entries = Entry.all(CommandSpec.create().name("program").addSubcommand("below", below));

        assertThat(entries).extracting(Entry::words).containsExactly(List.of("program"), List.of("program", "below"));
        assertThat(entries.get(1).options()).extracting(OptionSpec::longestName).containsExactly("--shown");
        assertThat(Entry.commands(entries)).containsExactly("below");
    }

    @Test
    void wordsOfTheShellStayWords() {
        assertThat(Shell.quoted("people's")).isEqualTo("'people'\\''s'");
    }
}
