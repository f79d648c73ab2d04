package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ipstrial.dataset.history.LastSeen;
import org.ipstrial.digest.Sha256;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.EndOfFollowUp;
import org.ipstrial.outcome.FollowUpState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Participants, spells, weeks and follow-up together; the days of the made-up people are counted by hand. */
class HistoryImportTest {

    private static final String SPELLS = "id,activity,start,end";
    private static final String SEEN = "id,last_seen,reason";

    @TempDir
    private Path folder;

    private HistoryFiles trial() {
        return new HistoryFiles(folder);
    }

    @Test
    void whoeverWasRandomisedOnTheDayOfTheDataCutIsKnown() {
        assertThat(trial().randomised("P1,2014-12-31").whole().told()).isEmpty();
        assertThat(trial().randomised("P1,2015-01-01", "P2,").whole().refused())
                .containsExactly(
                        "participants.csv:2: randomised_on (2): '2015-01-01' lies after the data cut; wanted the day on"
                                + " which this person was randomised; correct it, or move data_cut in the plan [E252]",
                        "participants.csv:3: randomised_on (2): the day is missing; wanted the day on which this"
                                + " person was randomised; write it in at the source [E252]");
    }

    /** A window of four weeks holds 28 days: the spell on its last day is the 28th, and one a day later is none of it. */
    @Test
    void outcomesComeInTheOrderOfTheRequestAndOfTheParticipants() {
        HistoryImport.Read read = trial().randomised("P2,2014-02-01", "P1,2014-01-01", "P3,2014-03-01")
                .plan("spells: {file: spells.csv}")
                .file(
                        "spells.csv",
                        SPELLS,
                        "P1,work,2014-01-28,2014-03-01",
                        "P2,work,2014-03-01,2014-03-02",
                        "P3,work,2014-03-01,2014-03-05",
                        "P3,school,2014-03-20,")
                .window("4 weeks")
                .outcome("school", Source.SPELLS, DerivedMeasure.DAYS, "school")
                .outcome("worked", Source.SPELLS, DerivedMeasure.DAYS, "work")
                .read();
        assertThat(read.outcomes())
                .extracting(outcome -> outcome.definition().name())
                .containsExactly("school", "worked");
        assertThat(read.outcomes().get(0).amounts()).containsExactly(0, 0, 9);
        assertThat(read.outcomes().get(1).amounts()).containsExactly(0, 1, 5);
    }

    @Test
    void nothingIsWorkedOutFromWhatIsRefused() {
        assertThat(trial().randomised("P1,2014-02-01")
                        .plan("spells: {file: spells.csv}")
                        .file("spells.csv", SPELLS, "P1,work,2014-01-31,")
                        .outcome("worked", Source.SPELLS, DerivedMeasure.EVER, "work")
                        .refused())
                .singleElement()
                .asString()
                .endsWith("[E250]");
    }

    /** A trial may be analysed before all that its plan names has been delivered. */
    @Test
    void aFileOfWhichNoOutcomeIsMadeNeedNotBeThere() {
        HistoryFiles trial = trial().randomised("P1,2014-02-01")
                .plan("spells: {file: spells.csv}")
                .plan("weeks: {file: weeks.csv, codes: {W: work}, without_row: none}");
        trial.file("spells.csv", SPELLS, "P1,work,2014-02-01,")
                .outcome("worked", Source.SPELLS, DerivedMeasure.EVER, "work");
        assertThat(trial.told()).isEmpty();
        assertThat(trial.whole().refused()).singleElement().asString().startsWith("weeks.csv: ");
    }

    @Test
    void spellsOfWhichNoOutcomeIsMadeNeedNotBeThere() {
        HistoryFiles trial = trial().randomised("P1,2014-02-01")
                .plan("spells: {file: spells.csv}")
                .plan("weeks: {file: weeks.csv, codes: {W: work}, without_row: none}");
        trial.file("weeks.csv", "id,week,code", "P1,2014-W07,W")
                .outcome("worked", Source.WEEKS, DerivedMeasure.EVER, "work");
        assertThat(trial.told()).isEmpty();
        assertThat(trial.whole().refused()).singleElement().asString().startsWith("spells.csv: ");
    }

    @Test
    void everyFileIsOnRecordWithItsHashItsRowsAndHowManyPeopleItTellsOf() throws IOException {
        HistoryImport.Read read = trial().randomised("P1,2014-02-01", "P2,2014-02-01", "P3,2014-02-01")
                .plan("spells: {file: spells.csv, overlap: sum}")
                .plan("weeks: {file: weeks.csv, codes: {W: work}, without_row: none}")
                .plan("follow_up: {file: seen.csv}")
                .file("spells.csv", SPELLS, "P2,work,2014-02-01,", "P2,work,2014-03-01,")
                .file("weeks.csv", "id,week,code", "P1,2014-W07,W", "P3,2014-W07,W", "P1,2014-W08,W")
                .file("seen.csv", SEEN, "P1,2014-12-31,completed", "P2,2014-12-31,completed", "P3,2014-12-31,lost")
                .whole()
                .read();
        assertThat(read.files())
                .containsExactly(
                        new ReadFile("spells.csv", hash("spells.csv"), 2, 1),
                        new ReadFile("weeks.csv", hash("weeks.csv"), 3, 2),
                        new ReadFile("seen.csv", hash("seen.csv"), 3, 3));
    }

    private String hash(String file) throws IOException {
        return Sha256.of(Files.readAllBytes(folder.resolve(file)));
    }

    /**
     * Six months from 1 February end on 31 July: whoever was seen on that day was followed, and whoever was last seen the day
     * before was not. Of whoever was randomised on 2 July the window ends on 1 January, after the data cut.
     */
    @Test
    void theLastDayOfTheHorizonIsTheDayBeforeTheSameDaySixMonthsLater() {
        HistoryImport.Read read = trial().randomised(
                        "P1,2014-02-01", "P2,2014-02-01", "P3,2014-07-01", "P4,2014-07-02", "P5,2014-02-01")
                .plan("horizon: 6 months")
                .plan("follow_up: {file: seen.csv, after: {died: no-activity}}")
                .file(
                        "seen.csv",
                        SEEN,
                        "P1,2014-07-31,lost",
                        "P2,2014-07-30,lost",
                        "P3,2014-12-31,completed",
                        "P4,2014-12-31,completed",
                        "P5,2014-07-30,died")
                .whole()
                .read();
        assertThat(read.states())
                .containsExactly(
                        FollowUpState.FOLLOWED,
                        FollowUpState.LOST,
                        FollowUpState.FOLLOWED,
                        FollowUpState.DATA_CUT,
                        FollowUpState.DIED);
    }

    /** A death on the day of the data cut is known, and it competes; 31 December is 330 days after 4 February. */
    @Test
    void aDeathOnTheDayOfTheDataCutCompetes() {
        HistoryFiles trial = trial().randomised("P1,2014-02-04", "P2,2014-02-04")
                .plan("spells: {file: spells.csv}")
                .plan("follow_up: {file: seen.csv, after: {died: no-activity}}")
                .file("spells.csv", SPELLS, "P2,work,2014-02-14,")
                .file("seen.csv", SEEN, "P1,2014-12-31,died", "P2,2014-12-31,completed")
                .window("12 months")
                .outcome("time", Source.SPELLS, DerivedMeasure.TIME_TO_FIRST, "work");
        HistoryImport.Read read = trial.read();
        assertThat(read.outcomes().get(0).amounts()).containsExactly(330, 10);
        assertThat(read.outcomes().get(0).ends()).containsExactly("death", "event");
        assertThat(trial.file("seen.csv", SEEN, "P1,2015-01-01,died", "P2,2014-12-31,completed")
                        .refused())
                .containsExactly(
                        "seen.csv:2: 2015-01-01 lies after the data cut of 2014-12-31; wanted nothing later; correct"
                                + " it, move data_cut, or write after_data_cut: cut under spells in the plan [E251]");
    }

    @Test
    void peopleAreOnRecordAsTheFilesTellBeforeAnyRule() {
        HistoryImport.Read read = trial().randomised("P3,2014-02-01", "P1,2014-01-01", "P2,2014-03-01")
                .plan("spells: {file: spells.csv, doubled: drop, before_randomisation: exclude, after_data_cut: cut}")
                .plan("follow_up: {file: seen.csv}")
                .file(
                        "spells.csv",
                        SPELLS,
                        "P3,work,2013-05-01,2015-01-31",
                        "P1,work,2014-05-01,",
                        "P3,work,2013-05-01,2015-01-31")
                .file("seen.csv", SEEN, "P1,2014-12-31,completed", "P2,2014-06-30,lost", "P3,2014-12-30,withdrew")
                .whole()
                .read();
        assertThat(read.records().people())
                .as("in the order of their ids")
                .extracting(person -> person.id() + " " + person.place() + " "
                        + person.randomised().orElseThrow())
                .containsExactly("P1 1 2014-01-01", "P2 2 2014-03-01", "P3 0 2014-02-01");
        assertThat(read.records().people())
                .extracting(person -> person.spells().stream()
                        .map(spell -> spell.firstDay() + "/"
                                + spell.lastDay().map(LocalDate::toString).orElse(""))
                        .toList())
                .containsExactly(
                        List.of("2014-05-01/"), List.of(), List.of("2013-05-01/2015-01-31", "2013-05-01/2015-01-31"));
        assertThat(read.records().people().get(1).lastSeen())
                .isEqualTo(Optional.of(new LastSeen(LocalDate.of(2014, 6, 30), EndOfFollowUp.LOST)));
    }
}
