package org.ipstrial.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowUpStateTest {

    private static final long LAST = 180;
    private static final long CUT = 1000;

    @Test
    void whoeverWasSeenOnTheLastDayWasFollowedWhateverCameThen() {
        for (EndOfFollowUp end : EndOfFollowUp.values()) {
            assertThat(FollowUpState.of(end, LAST, LAST, CUT)).isEqualTo(FollowUpState.FOLLOWED);
        }
    }

    @Test
    void aDayLessAndTheReasonTells() {
        assertThat(FollowUpState.of(EndOfFollowUp.DIED, LAST - 1, LAST, CUT)).isEqualTo(FollowUpState.DIED);
        assertThat(FollowUpState.of(EndOfFollowUp.WITHDREW, LAST - 1, LAST, CUT))
                .isEqualTo(FollowUpState.WITHDREW);
        assertThat(FollowUpState.of(EndOfFollowUp.EMIGRATED, LAST - 1, LAST, CUT))
                .isEqualTo(FollowUpState.EMIGRATED);
        assertThat(FollowUpState.of(EndOfFollowUp.PENSION, LAST - 1, LAST, CUT)).isEqualTo(FollowUpState.PENSION);
        assertThat(FollowUpState.of(EndOfFollowUp.LOST, LAST - 1, LAST, CUT)).isEqualTo(FollowUpState.LOST);
        assertThat(FollowUpState.of(EndOfFollowUp.COMPLETED, LAST - 1, LAST, CUT))
                .isEqualTo(FollowUpState.COMPLETED_EARLIER);
    }

    @Test
    void theDataCutComesFirstForThoseSeenUpToIt() {
        assertThat(FollowUpState.of(EndOfFollowUp.COMPLETED, 100, LAST, 100)).isEqualTo(FollowUpState.DATA_CUT);
        assertThat(FollowUpState.of(EndOfFollowUp.LOST, 99, LAST, 100)).isEqualTo(FollowUpState.LOST);
    }
}
