package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataset.EventCounts;
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

    private static ImportedParticipants read(String text, List<String> labels, String... outcomes) {
        List<OutcomeRequest> requests = java.util.Arrays.stream(outcomes)
                .map(name -> new OutcomeRequest(name, Optional.empty(), Optional.empty()))
                .toList();
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults(),
                new ParticipantsRequest("id", "arm", labels, requests, Set.of()));
    }
}
