package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which spells of one person count, and as which: somebody randomised on 5 March 2014, of whom the files tell until the last
 * day of that year. Days are those of the spells in the file, cut by what the plan says.
 */
class PersonSpellsTest {

    private static final String LINE_OF_PERSON = "P1,2014-03-05";
    private static final String HEADER = "id,activity,start,end,hours_per_week";

    @TempDir
    private Path folder;

    private HistoryFiles trial(String rules, String... rows) {
        return new HistoryFiles(folder)
                .randomised(LINE_OF_PERSON)
                .plan("spells: {file: spells.csv" + rules + "}")
                .file("spells.csv", HEADER, rows)
                .outcome("hours", Source.SPELLS, DerivedMeasure.HOURS, "work");
    }

    private HistoryFiles followed(String rules, String lastSeen, String reason, String... rows) {
        return trial(rules, rows)
                .plan("follow_up: {file: seen.csv, after: {died: no-activity, emigrated: not-observed}}")
                .file("seen.csv", "id,last_seen,reason", "P1," + lastSeen + "," + reason);
    }

    @Test
    void aSpellStandsAsItIsToldAndWithoutAnEndItGoesOnToTheDataCut() {
        assertThat(trial("", "P1,work,2014-03-05,2014-03-05,8", "P1,work,2014-06-01,,37")
                        .countedAsText())
                .containsExactly("work 2014-03-05 to 2014-03-05, 8 hours", "work 2014-06-01 to 2014-12-31, 37 hours");
    }

    @Test
    void theDataCutIsTheLastDayThatCounts() {
        assertThat(trial("", "P1,work,2014-12-31,2014-12-31,8").countedAsText())
                .containsExactly("work 2014-12-31 to 2014-12-31, 8 hours");
        assertThat(trial(
                                ", after_data_cut: cut",
                                "P1,work,2014-12-31,2015-01-31,8",
                                "P1,school,2015-01-01,2015-01-31,8",
                                "P1,school,2015-01-01,,8")
                        .countedAsText())
                .containsExactly("work 2014-12-31 to 2014-12-31, 8 hours");
    }

    @Test
    void withoutARuleADayAfterTheDataCutIsRefused() {
        String wanted =
                " lies after the data cut of 2014-12-31; wanted nothing later; correct it, move data_cut, or write"
                        + " after_data_cut: cut under spells in the plan [E251]";
        assertThat(trial("", "P1,work,2014-12-31,2015-01-01,8", "P1,school,2015-01-01,,8")
                        .refused())
                .containsExactly(
                        "spells.csv:2: end (4): '2015-01-01'" + wanted,
                        "spells.csv:3: start (3): '2015-01-01'" + wanted);
    }

    @Test
    void whatBeganBeforeRandomisationIsOutOrCountsFromThatDayOn() {
        String[] rows = {
            "P1,work,2014-03-04,2014-04-30,1",
            "P1,school,2014-01-01,2014-03-05,2",
            "P1,school,2014-01-01,2014-03-04,3",
            "P1,work,2014-05-01,2014-05-31,4"
        };
        assertThat(trial(", before_randomisation: exclude", rows).countedAsText())
                .containsExactly("work 2014-05-01 to 2014-05-31, 4 hours");
        assertThat(trial(", before_randomisation: count-from-randomisation", rows)
                        .countedAsText())
                .containsExactly(
                        "school 2014-03-05 to 2014-03-05, 2 hours",
                        "work 2014-03-05 to 2014-04-30, 1 hours",
                        "work 2014-05-01 to 2014-05-31, 4 hours");
    }

    @Test
    void withoutARuleWhatBeganBeforeRandomisationIsRefused() {
        String wanted = " before this person was randomised; wanted spells after randomisation; write"
                + " before_randomisation: exclude or count-from-randomisation under spells in the plan [E250]";
        assertThat(trial("", "P1,work,2014-03-04,2014-04-30,1", "P1,school,2013-03-05,2013-03-06,3")
                        .refused())
                .containsExactly(
                        "spells.csv:2: start (3): the spell begins 1 day" + wanted,
                        "spells.csv:3: start (3): the spell begins 365 days" + wanted);
    }

    @Test
    void whatBeganAfterThePersonWasLastSeenIsOutWhereThePlanCuts() {
        assertThat(followed(
                                ", after_last_seen: cut",
                                "2014-06-30",
                                "lost",
                                "P1,work,2014-06-30,2014-06-30,8",
                                "P1,school,2014-07-01,2014-07-31,9",
                                // Of each other they would overlap.
                                "P1,school,2014-07-15,2014-08-31,9")
                        .countedAsText())
                .containsExactly("work 2014-06-30 to 2014-06-30, 8 hours");
    }

    @Test
    void withoutARuleWhatBeganAfterThePersonWasLastSeenIsRefused() {
        assertThat(followed(
                                "",
                                "2014-06-30",
                                "lost",
                                "P1,work,2014-06-30,2014-08-30,8",
                                "P1,school,2014-07-01,2014-07-31,9")
                        .refused())
                .containsExactly(
                        "spells.csv:2: end (4): the end of 1 spell is after the day on which the person withdrew or was lost, the"
                                + " first here; nothing after that day counts; see which of the two is right, or write"
                                + " after_last_seen: cut under spells in the plan [W256]",
                        "spells.csv:3: start (3): the spell begins after the day on which this person was last seen"
                                + " (line 2 of seen.csv); wanted nothing later than what was seen; correct one of the two, or write"
                                + " after_last_seen: cut under spells in the plan [E257]");
    }

    /** Who was lost told nothing of later days; who completed the follow-up may be in a register that goes on. */
    @Test
    void anEndAfterThePersonWasLostIsToldOf() {
        String[] rows = {
            "P1,work,2014-06-30,2014-07-01,8", "P1,school,2014-04-01,2014-06-30,9", "P1,school,2014-06-30,2014-08-31,9"
        };
        String told =
                "spells.csv:2: end (4): the end of 2 spells is after the day on which the person withdrew or was lost, the"
                        + " first here; nothing after that day counts; see which of the two is right, or write after_last_seen: cut under"
                        + " spells in the plan [W256]";
        for (String reason : List.of("lost", "withdrew")) {
            assertThat(followed(", overlap: sum", "2014-06-30", reason, rows).told())
                    .containsExactly(told);
            assertThat(followed(", overlap: sum, after_last_seen: cut", "2014-06-30", reason, rows)
                            .told())
                    .isEmpty();
        }
        assertThat(followed(", overlap: sum", "2014-06-30", "completed", rows).told())
                .isEmpty();
    }

    /** A job that was open when somebody died ended with them; one with a later end tells of a mistake. */
    @Test
    void noSpellEndsAfterADeathAfterWhichThereIsNoActivity() {
        assertThat(followed("", "2014-06-30", "died", "P1,work,2014-06-01,2014-06-30,8", "P1,school,2014-06-01,,9")
                        .countedAsText())
                .hasSize(2);
        assertThat(followed("", "2014-06-30", "died", "P1,work,2014-06-01,2014-07-01,8")
                        .refused())
                .containsExactly(
                        "spells.csv:2: end (4): the spell reaches beyond the day on which this person died (line 2"
                                + " of seen.csv); wanted it to end by then; correct one of the two, or write after_last_seen: cut"
                                + " under spells in the plan [E256]");
        assertThat(followed("", "2014-06-30", "emigrated", "P1,work,2014-06-01,2014-07-01,8")
                        .countedAsText())
                .as("what comes after is not observed, and may go on")
                .hasSize(1);
    }

    @Test
    void rowsWhollyAlikeAreOneWhereverTheyStand() {
        HistoryFiles trial = trial(
                ", doubled: drop",
                "P1,work,2014-07-01,2014-07-31,20",
                "P1,work,2014-04-01,2014-04-30,30",
                "P1,work,2014-07-01,2014-07-31,20",
                "P1,school,2014-04-01,2014-04-30,30",
                "P1,work,2014-04-01,2014-04-30,30");
        assertThat(trial.countedAsText())
                .containsExactly(
                        "school 2014-04-01 to 2014-04-30, 30 hours",
                        "work 2014-04-01 to 2014-04-30, 30 hours",
                        "work 2014-07-01 to 2014-07-31, 20 hours");
        assertThat(trial.found())
                .containsExactly(
                        "spells.csv:4: start (3): 2 spells wholly like an earlier one of the same person, the first"
                                + " here; counted once, as the plan says; see why they were exported twice [W255]");
    }

    /** Two jobs of ten hours are twenty hours, also where both began before the window or end after it. */
    @Test
    void whatIsAlikeOnlyAfterItWasCutIsNotDoubled() {
        HistoryFiles before = trial(
                ", doubled: drop, overlap: sum, before_randomisation: count-from-randomisation",
                "P1,work,2013-01-01,2014-04-30,10",
                "P1,work,2013-06-01,2014-04-30,10",
                "P1,work,2013-01-01,2014-04-30,10");
        assertThat(before.countedAsText())
                .containsExactly("work 2014-03-05 to 2014-04-30, 10 hours", "work 2014-03-05 to 2014-04-30, 10 hours");
        assertThat(before.found())
                .singleElement()
                .asString()
                .startsWith("spells.csv:4: start (3): 1 spell wholly like");
        HistoryFiles after = trial(
                ", doubled: drop, overlap: sum, after_data_cut: cut",
                "P1,work,2014-04-01,2015-04-30,10",
                "P1,work,2014-04-01,,10");
        assertThat(after.countedAsText()).hasSize(2);
        assertThat(after.found()).isEmpty();
    }

    @Test
    void withoutARuleAnOverlapIsRefusedAndWhollyAlikeRowsAreCalledSo() {
        String wanted = "; wanted to know what that means; write ";
        assertThat(trial(
                                "",
                                "P1,work,2014-04-01,2014-04-30,10",
                                "P1,work,2014-04-30,2014-05-31,10",
                                "P1,school,2014-04-01,2014-04-30,10",
                                "P1,school,2014-04-01,2014-04-30,10",
                                "P1,work,2014-06-01,2014-06-30,10")
                        .refused())
                .containsExactly(
                        "spells.csv:3: start (3): the spell overlaps the one of the same activity on line 2" + wanted
                                + "overlap: merge, sum or max under spells in the plan [E254]",
                        "spells.csv:5: start (3): the spell overlaps the one of the same activity on line 4, and is wholly"
                                + " like it" + wanted
                                + "doubled: drop under spells in the plan, if it was exported twice [E254]");
        assertThat(trial(
                                ", before_randomisation: count-from-randomisation",
                                "P1,work,2013-01-01,2014-04-30,10",
                                "P1,work,2013-06-01,2014-04-30,10")
                        .refused())
                .as("they are alike only from randomisation on")
                .containsExactly("spells.csv:3: start (3): the spell overlaps the one of the same activity on line 2"
                        + wanted + "overlap: merge, sum or max under spells in the plan [E254]");
    }

    /** What overlaps is found against the spell that reaches furthest, whatever stands between and in whatever order. */
    @Test
    void anOverlapIsFoundBehindAShorterSpell() {
        assertThat(trial(
                                "",
                                "P1,work,2014-06-01,2014-06-30,10",
                                "P1,work,2014-04-01,2014-08-31,10",
                                "P1,work,2014-05-01,2014-05-10,10",
                                "P1,work,2014-09-01,2014-09-30,10")
                        .refused())
                .extracting(line -> line.substring(0, line.indexOf(';')))
                .containsExactly(
                        "spells.csv:2: start (3): the spell overlaps the one of the same activity on line 3",
                        "spells.csv:4: start (3): the spell overlaps the one of the same activity on line 3");
    }

    @Test
    void oneSpellToldTwiceIsMergedWhateverTheOrder() {
        assertThat(trial(
                                ", overlap: merge",
                                "P1,work,2014-06-01,2014-07-31,10",
                                "P1,work,2014-05-01,2014-05-10,10",
                                "P1,work,2014-04-01,2014-06-01,10",
                                "P1,work,2014-08-01,2014-08-31,10")
                        .countedAsText())
                .containsExactly("work 2014-04-01 to 2014-07-31, 10 hours", "work 2014-08-01 to 2014-08-31, 10 hours");
        assertThat(trial(", overlap: merge", "P1,work,2014-04-01,2014-06-01,10", "P1,work,2014-06-01,2014-07-31,11")
                        .refused())
                .containsExactly(
                        "spells.csv:3: start (3): the spell overlaps the one of the same activity on line 2, with"
                                + " other hours or another wage; wanted to know what that means; correct one, or write overlap: sum"
                                + " or max under spells in the plan [E254]");
    }

    @Test
    void spellsThatAreAddedUpOrOfWhichTheLongerHoursCountStandApart() {
        for (String rule : new String[] {", overlap: sum", ", overlap: max"}) {
            assertThat(trial(rule, "P1,work,2014-04-01,2014-06-01,10", "P1,work,2014-06-01,2014-07-31,20")
                            .countedAsText())
                    .containsExactly(
                            "work 2014-04-01 to 2014-06-01, 10 hours", "work 2014-06-01 to 2014-07-31, 20 hours");
        }
    }

    /** 100 and 68 are the hours of a week; half an hour more nobody works. What runs at another time adds nothing. */
    @Test
    void hoursThatAddUpFitIntoAWeek() {
        assertThat(trial(
                                ", overlap: sum",
                                "P1,work,2014-04-01,2014-06-01,70",
                                "P1,work,2014-05-01,2014-07-31,68",
                                "P1,work,2014-06-01,2014-06-30,30",
                                "P1,work,2014-07-01,2014-07-31,70")
                        .countedAsText())
                .hasSize(4);
        assertThat(trial(
                                ", overlap: sum",
                                "P1,work,2014-04-01,2014-06-01,70",
                                "P1,work,2014-05-01,2014-07-31,68",
                                "P1,work,2014-06-01,2014-06-30,30.5")
                        .refused())
                .containsExactly(
                        "spells.csv:4: start (3): with the spells that it overlaps 168.5 hours in a week that has"
                                + " 168; wanted what one person can work; correct one of them, or write overlap: max under spells in"
                                + " the plan [E231]");
    }

    @Test
    void hoursOfAnotherActivityAreNotAddedUp() {
        assertThat(trial(
                                ", overlap: sum",
                                "P1,school,2014-04-01,2014-12-31,70",
                                "P1,work,2014-05-01,2014-07-31,60",
                                "P1,work,2014-06-01,2014-06-30,60")
                        .countedAsText())
                .hasSize(3);
    }
}
