package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.junit.jupiter.api.Test;

class ParticipantsImportTest {

    private static final String TRIAL = "id,arm,site,work,hours,note\n"
            + "P4,control,north,no,0,x\n"
            + "P1,IPS,south,yes,12.5,x\n"
            + "P3,IPS,north,NA,.,x\n"
            + "P2,control,,yes,0.5,x\n";

    @Test
    void readsLabelsEventsAndAmounts() {
        ImportedParticipants imported = read(TRIAL, List.of("site"), "work", "hours");

        assertThat(imported.warnings().inReadingOrder()).isEmpty();
        assertThat(imported.rows()).isEqualTo(4);
        assertThat(imported.outcomes())
                .containsExactly(
                        new OutcomeDefinition("work", OutcomeKind.BINARY, "yes"),
                        new OutcomeDefinition("hours", OutcomeKind.AMOUNT, ""));
        assertThat(imported.participants().everybody().levels("arm")).containsExactly("IPS", "control");
        assertThat(imported.participants().everybody().withoutLevel("site")).isEqualTo(1);
        assertThat(imported.participants().everybody().at("arm", "IPS").events("work"))
                .isEqualTo(new EventCounts(2, 1, 1));
        assertThat(imported.participants().everybody().amounts("hours").values())
                .containsExactly(12.5, 0.5, 0.0);
    }

    @Test
    void hashesTheBytesAsTheyAre() {
        assertThat(read(TRIAL, List.of(), "work").sha256())
                .isEqualTo(read(TRIAL, List.of(), "hours").sha256())
                .hasSize(64)
                .isNotEqualTo(read(TRIAL + "\n", List.of(), "work").sha256());
    }

    @Test
    void countsTheValueThatIsNamedAsTheEvent() {
        String text = "id,arm,work\nP1,a,2\nP2,a,1\nP3,b,2.0\nP4,b,\n";
        ImportedParticipants imported =
                read(text, ReadOptions.defaults(), new OutcomeRequest("work", Optional.empty(), Optional.of("2")));

        assertThat(imported.outcomes()).containsExactly(new OutcomeDefinition("work", OutcomeKind.BINARY, "2"));
        assertThat(imported.participants().everybody().events("work")).isEqualTo(new EventCounts(4, 3, 2));
    }

    @Test
    void countsTheUsualEventsWhateverTheirCase() {
        for (String pair :
                List.of("1,0", "1.0,0", "yes,no", "YES,No", "ja,nej", "Ja,NEJ", "true,false", "TRUE,False")) {
            String[] words = pair.split(",");
            String text = "id,arm,work\nP1,a," + words[0] + "\nP2,b," + words[1] + "\nP3,b," + words[1] + "\n";
            ImportedParticipants imported = read(text, List.of(), "work");

            assertThat(imported.outcomes())
                    .as(pair)
                    .containsExactly(new OutcomeDefinition("work", OutcomeKind.BINARY, words[0]));
            assertThat(imported.participants().everybody().events("work")).isEqualTo(new EventCounts(3, 3, 1));
        }
    }

    @Test
    void readsCommasAndGroupsOfThreeWhereTheMarkIsTold() {
        String text = "id;arm;hours\nP1;a;37,5\nP2;a;1.234,5\nP3;b;1.234\nP4;b;1\u00a0234,25\nP5;b;\u22120,5\n";
        ReadOptions commas = new ReadOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.of(','),
                Quote.DOUBLE,
                ReadOptions.defaults().missing(),
                0,
                100);
        ImportedParticipants imported = read(
                text, commas, new OutcomeRequest("hours", Optional.of(OutcomeKind.AMOUNT), Optional.empty()), "E230");

        assertThat(imported.participants().everybody().amounts("hours").values())
                .containsExactly(37.5, 1234.5, 1234, 1234.25, -0.5);
        assertThat(imported.warnings().codes()).containsExactly(FindingCode.E230);
    }

    @Test
    void readsOneLabelHoweverItIsComposedAndTrimmed() {
        String text = "id,arm,site,work\nP1,a,A\u030arhus,yes\nP2,b,\u00c5rhus,no\nP3,b, \u00c5rhus ,no\n";
        ImportedParticipants imported = read(text, List.of("site"), "work");

        assertThat(imported.participants().everybody().levels("site")).containsExactly("\u00c5rhus");
        assertThat(imported.warnings().isEmpty()).isTrue();
    }

    private static ImportedParticipants read(
            String text, ReadOptions options, OutcomeRequest outcome, String... allowed) {
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                options,
                new ParticipantsRequest(
                        "id",
                        "arm",
                        List.of(),
                        List.of(outcome),
                        Arrays.stream(allowed).map(FindingCode::valueOf).collect(Collectors.toSet())));
    }

    private static ImportedParticipants read(String text, List<String> labels, String... outcomes) {
        List<OutcomeRequest> requests = Arrays.stream(outcomes)
                .map(name -> new OutcomeRequest(name, Optional.empty(), Optional.empty()))
                .toList();
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults(),
                new ParticipantsRequest("id", "arm", labels, requests, Set.of()));
    }
}
