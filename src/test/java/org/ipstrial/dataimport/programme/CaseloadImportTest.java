package org.ipstrial.dataimport.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.dataimport.programme.ProgrammeText.day;
import static org.ipstrial.dataimport.programme.ProgrammeText.refusedShortly;
import static org.ipstrial.dataimport.programme.ProgrammeText.source;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.programme.Caseloads;
import org.ipstrial.plan.participants.DateFormat;
import org.junit.jupiter.api.Test;

/** Who has whom until the last day of 2014: each person is with a consultant on each day once, the last one included. */
class CaseloadImportTest {

    private static Caseloads read(String text) {
        return CaseloadImport.read(
                        source(text), ReadOptions.defaults(), DateFormat.ISO, LocalDate.of(2014, 12, 31), Set.of())
                .caseloads();
    }

    private static Caseloads assignments(String... rows) {
        return read("id,consultant,role,start,end\n" + String.join("\n", rows) + "\n");
    }

    private static Caseloads counts(String... rows) {
        return read("consultant,role,date,participants\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void anAssignmentMayLastOneDayAndGoesOnToTheDataDateWithoutAnEnd() {
        Caseloads.Spells spells = assignments(
                        "P1,A,consultant,2014-05-01,2014-05-01",
                        "P2,A,consultant,2014-06-01,",
                        "P3,A,consultant,2014-12-31,",
                        "P4,A,consultant,2014-12-31,2014-12-31")
                .spells("A");
        assertThat(spells.first())
                .containsExactly(day("2014-05-01"), day("2014-06-01"), day("2014-12-31"), day("2014-12-31"));
        assertThat(spells.last())
                .containsExactly(day("2014-05-01"), day("2014-12-31"), day("2014-12-31"), day("2014-12-31"));
    }

    @Test
    void nothingIsKnownAfterTheDataDate() {
        assertThat(refusedShortly(
                        () -> assignments("P1,A,consultant,2014-12-31,2015-01-01", "P2,A,consultant,2015-01-01,")))
                .containsExactly(
                        "2: end (5): 2015-01-01 is after the data date 2014-12-31",
                        "3: start (4): 2015-01-01 is after the data date 2014-12-31");
    }

    /** Who comes back the day after leaving is there twice in a row; who comes back on the last day is there twice at once. */
    @Test
    void theSamePersonMayComeBackButNotOnADayAlreadyTold() {
        assertThat(assignments(
                                "P1,A,consultant,2014-05-01,2014-05-10",
                                "P1,A,consultant,2014-05-11,2014-05-20",
                                "P1,A,consultant,2014-04-01,2014-04-30",
                                "P1,B,consultant,2014-05-01,2014-05-10",
                                "P2,A,consultant,2014-05-01,2014-05-10")
                        .people("A"))
                .isEqualTo(2);
        String again = ": id (1): this person is with this consultant already on some of these days, by line ";
        assertThat(refusedShortly(() -> assignments(
                        "P1,A,consultant,2014-05-01,2014-05-10",
                        "P1,A,consultant,2014-05-10,2014-05-20",
                        "P1,A,consultant,2014-04-01,2014-05-01",
                        "P1,A,consultant,2014-05-03,2014-05-04",
                        "P1,A,consultant,2014-06-01,2014-06-30",
                        "P1,A,consultant,2014-06-30,")))
                .containsExactly("3" + again + "2", "4" + again + "2", "5" + again + "2", "7" + again + "6");
    }

    @Test
    void aCountStandsForItsDayAndNoneIsACountOfNobody() {
        Caseloads counts = counts(
                "A,consultant,2014-05-01,0",
                "A,consultant,2014-05-02,3",
                "B,leader,2014-05-01,0",
                "C,consultant,2014-12-31,99999");
        assertThat(counts.ofPeople()).isFalse();
        assertThat(counts.consultants())
                .as("who never has anybody is nobody's consultant")
                .containsExactly("A", "C");
        assertThat(counts.counted("A")).isEqualTo(Map.of(day("2014-05-01"), 0L, day("2014-05-02"), 3L));
        assertThat(counts.counted("C")).isEqualTo(Map.of(day("2014-12-31"), 99_999L));
    }

    @Test
    void aCountIsAWholeNumberOfADayThatIsKnown() {
        String wanted = "how many people, a whole number from 0";
        assertThat(refusedShortly(() -> counts(
                        "A,consultant,2014-05-01,100000",
                        "A,consultant,2015-01-01,3",
                        "A,consultant,2014-05-03,-1",
                        "A,consultant,2014-05-04,",
                        "A,consultant,,4",
                        "A,consultant,2014-05-01,4")))
                .containsExactly(
                        "2: participants (4): '100000' stands here",
                        "3: date (3): 2015-01-01 is after the data date 2014-12-31",
                        "4: participants (4): '-1' stands here",
                        "5: participants (4): an empty cell stands here",
                        "6: date (3): an empty cell stands here",
                        "7: date (3): this consultant and day stands on line 2 already");
        assertThat(ProgrammeText.refused(() -> counts("A,consultant,2014-05-01,100000")))
                .containsExactly("data.csv:2: participants (4): '100000' stands here; wanted " + wanted
                        + "; correct the cell [E531]");
    }
}
