package org.ipstrial.dataimport.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.dataimport.programme.ProgrammeText.refused;
import static org.ipstrial.dataimport.programme.ProgrammeText.refusedShortly;
import static org.ipstrial.dataimport.programme.ProgrammeText.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.dataset.programme.Screenings;
import org.ipstrial.digest.Sha256;
import org.ipstrial.plan.participants.PlannedReading;
import org.junit.jupiter.api.Test;

/** Files of a programme: each cell that is no answer is told of by its line, and no id is shown. */
class ProgrammeFilesTest {

    private static PeopleImport.ImportedPeople people(String rows) {
        return PeopleImport.read(source("id,age,in_work_or_education\n" + rows), ReadOptions.defaults(), Set.of());
    }

    private static TeamRatesImport.ImportedRates rates(String rows) {
        return TeamRatesImport.read(source("team,n,events\n" + rows), ReadOptions.defaults(), Set.of());
    }

    @Test
    void readsPeople() {
        PeopleImport.ImportedPeople people = people("P1,0,ja\nP2,,NEJ\nP3,120,1\nP4,35,\n");

        assertThat(people.people())
                .containsEntry("P1", new Screenings.Person(Optional.of(0), Optional.of(true)))
                .containsEntry("P2", new Screenings.Person(Optional.empty(), Optional.of(false)))
                .containsEntry("P3", new Screenings.Person(Optional.of(120), Optional.of(true)))
                .containsEntry("P4", new Screenings.Person(Optional.of(35), Optional.empty()));
        assertThat(people.rows()).isEqualTo(4);
        assertThat(people.warnings().isEmpty()).isTrue();
    }

    @Test
    void refusesIdsThatCannotBeSeenOrAreNone() {
        assertThat(refused(() ->
                        people(",30,yes\nZ9\u00a0QK,30,yes\nZ9\u0007QK,30,yes\nZ9\u202eQK,30,yes\n=Z9QK,30,yes\n")))
                .noneMatch(line -> line.contains("QK"))
                .extracting(line -> line.substring(0, line.indexOf(';')))
                .containsExactly(
                        "data.csv:2: id (1): the id is missing",
                        "data.csv:3: id (1): the id holds an invisible character or an odd blank (U+00A0)",
                        "data.csv:4: id (1): the id holds the control character U+0007",
                        "data.csv:5: id (1): the id holds an invisible character or an odd blank (U+202E)",
                        "data.csv:6: id (1): the id is a spreadsheet formula (1 cell)");
    }

    @Test
    void anIdMayNotBeginWithWhatCannotBeSeen() {
        assertThat(refusedShortly(() -> people("\u0007Z9QK,30,yes\n\u202eZ9QK,30,yes\n\u00a0Z9QK,30,yes\n")))
                .containsExactly(
                        "2: id (1): the id holds the control character U+0007",
                        "3: id (1): the id holds an invisible character or an odd blank (U+202E)",
                        "4: id (1): the id holds an invisible character or an odd blank (U+00A0)");
    }

    /** Where a row is cut off, what stands in its other columns cannot be told, and nothing more is said of the cells. */
    @Test
    void cellsAreLookedAtOnlyWhereEveryRowIsWhole() {
        assertThat(refusedShortly(() -> people("P1,30\nP2,-1,yes\n"))).containsExactly("2: 2 fields");
    }

    @Test
    void theHashIsThatOfTheBytes() {
        String text = "id,age,in_work_or_education\nP1,30,yes\n";
        assertThat(PeopleImport.read(source(text), ReadOptions.defaults(), Set.of())
                        .sha256())
                .isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAPersonTwiceAndAnswersThatAreNone() {
        assertThat(refused(() -> people("P1,30,yes\nP1,31,yes\nP2,-1,perhaps\nP3,30.5,yes\n")))
                .extracting(line -> line.substring(0, line.lastIndexOf(';')))
                .contains("data.csv:3: id (1): this person stands on line 2 already; wanted it once")
                .anyMatch(
                        line -> line.startsWith("data.csv:4: age (2): '-1' stands here; wanted an age in whole years"))
                .anyMatch(
                        line -> line.startsWith(
                                "data.csv:4: in_work_or_education (3): 'perhaps' stands here; wanted yes or no, or nothing where it is not known"))
                .anyMatch(line -> line.startsWith("data.csv:5: age (2): '30.5' stands here; wanted an age"))
                .hasSize(4);
    }

    @Test
    void readsTeamsInOrder() {
        assertThat(rates("South,10,0\nNorth,1,1\n").rates().toString())
                .isEqualTo("{North=" + new EventCounts(1, 1, 1) + ", South=" + new EventCounts(10, 10, 0) + "}");
    }

    @Test
    void refusesTeamsWithoutNamesTwiceAndMoreEventsThanPeople() {
        assertThat(refusedShortly(() -> rates(",10,1\nA,10,11\nB,0,0\nC,,1\nD,5,\nE,5,1\nE,6,1\n")))
                .containsExactlyInAnyOrder(
                        "2: team (1): an empty cell stands here",
                        "3: events (3): '11' stands here",
                        "4: n (2): '0' stands here",
                        "5: n (2): an empty cell stands here",
                        "6: events (3): an empty cell stands here",
                        "8: team (1): this team stands on line 7 already");
    }

    /** The columns of people on a caseload and those of mere counts are two forms, and a file has one of them. */
    @Test
    void aCaseloadHasOneOfTwoForms() {
        String neither = "consultant,role\nC,employment-consultant\n";
        String both = "id,consultant,role,start,end,date,participants\nP1,C,employment-consultant,,,,\n";
        for (String text : List.of(neither, both)) {
            assertThat(refused(() -> CaseloadImport.read(
                            source(text),
                            ReadOptions.defaults(),
                            PlannedReading.NONE.dates(),
                            LocalDate.of(2026, 1, 1),
                            Set.of())))
                    .singleElement()
                    .asString()
                    .contains(
                            text.equals(both) ? "the columns are those of both;" : "the columns are those of neither;")
                    .endsWith("[E533]");
        }
    }
}
