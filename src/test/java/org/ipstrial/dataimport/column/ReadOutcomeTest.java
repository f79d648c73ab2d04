package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.Participants;
import org.ipstrial.outcome.OutcomeDefinition;
import org.ipstrial.outcome.OutcomeKind;
import org.junit.jupiter.api.Test;

class ReadOutcomeTest {

    /** Of four people two worked, and of one of them it is not known how much; of the last it is not known whether. */
    @Test
    void anAmountOfWorkersIsAnEventAndAnAmount() {
        double nobody = Double.NaN;
        ReadOutcome hours = ReadOutcome.ofWorkers(
                        "hours", Arrays.asList(true, true, false, null), new double[] {30, nobody, nobody, nobody})
                .named("weekly hours");
        Participants.Builder participants = Participants.withIds(List.of("a", "b", "c", "d"));
        hours.addTo(participants);
        Cohort everybody = participants.build().everybody();

        assertThat(hours.definition())
                .isEqualTo(new OutcomeDefinition("weekly hours", OutcomeKind.AMOUNT_OF_WORKERS, ""));
        assertThat(everybody.events("weekly hours")).isEqualTo(new EventCounts(4, 3, 2));
        assertThat(everybody.amounts("weekly hours").values()).containsExactly(30);
    }
}
