package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ipstrial.dataset.history.Spell;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of spells: days in order, hours that fit into a week, and no column that no outcome needs. */
class SpellsFileTest {

    private static final String HEADER = "id,activity,start,end,hours_per_week,hourly_wage";

    @TempDir
    private Path folder;

    private HistoryFiles trial;

    @BeforeEach
    void onePerson() {
        trial = new HistoryFiles(folder).randomised("P1,2014-01-01").plan("spells: {file: spells.csv}");
    }

    private HistoryFiles asking(DerivedMeasure measure, String... activities) {
        return trial.outcome("it", Source.SPELLS, measure, activities);
    }

    private static String hours(List<Spell> spells) {
        return spells.stream()
                .map(spell -> spell.hoursPerWeek().toString().replaceAll("OptionalDouble|[.]empty|\\[|]", ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aSpellMayLastOneDayAndNotEndBeforeIt() {
        trial.file("spells.csv", HEADER, "P1,work,2014-02-02,2014-02-02,,", "P1,work,2014-03-02,2014-03-01,,");
        assertThat(asking(DerivedMeasure.EVER, "work").refused())
                .containsExactly(
                        "spells.csv:3: end (4): the spell ends before it begins; wanted a last day on or after the"
                                + " first; correct one of them [E253]");
    }

    @Test
    void activityAndFirstDayStandInEveryRow() {
        trial.file("spells.csv", HEADER, "P1,,2014-02-02,,,", "P1,work,,2014-03-01,,");
        assertThat(asking(DerivedMeasure.EVER, "work").refused())
                .containsExactly(
                        "spells.csv:2: activity (2): the activity is missing; wanted it in every row; write it in at the"
                                + " source [E272]",
                        "spells.csv:3: start (3): the first day is missing; wanted it in every row; write it in at the"
                                + " source [E272]");
    }

    /** A week has 7 times 24 hours, and more than 80 are told of once, where they stand first. */
    @Test
    void hoursAreThoseOfAWeek() {
        trial.file(
                "spells.csv",
                HEADER,
                "P1,work,2014-02-01,2014-02-02,80,",
                "P1,work,2014-03-01,2014-03-02,80.5,",
                "P1,work,2014-04-01,2014-04-02,168,",
                "P1,work,2014-05-01,2014-05-02,0.5,");
        assertThat(asking(DerivedMeasure.HOURS, "work").told())
                .containsExactly(
                        "spells.csv:3: hours_per_week (5): 2 spells above 80 hours a week, the first here; read as"
                                + " they stand; correct what is wrong [W231]");
        trial.file("spells.csv", HEADER, "P1,work,2014-02-01,2014-02-02,168.01,");
        assertThat(trial.refused())
                .containsExactly(
                        "spells.csv:2: hours_per_week (5): '168.01' hours in a week that has 168; wanted what one"
                                + " person can work; correct it, or declare it missing under reading in the plan [E231]");
    }

    @Test
    void aSpellOfNoHoursCountsAndIsToldOf() {
        trial.file(
                "spells.csv",
                HEADER,
                "P1,work,2014-02-01,2014-02-02,,",
                "P1,work,2014-03-01,2014-03-02,0,",
                "P1,work,2014-04-01,2014-04-02,7,",
                "P1,work,2014-05-01,2014-05-02,0,");
        assertThat(asking(DerivedMeasure.HOURS, "work").told())
                .containsExactly(
                        "spells.csv:3: hours_per_week (5): 2 spells of 0 hours a week, the first here; the spell"
                                + " counts all the same; see whether it is one [W232]");
        assertThat(hours(trial.counted())).isEqualTo(" 0.0 7.0 0.0");
    }

    @Test
    void hoursAndWagesAreAskedForOnlyWhereTheyCount() {
        trial.file("spells.csv", "id,activity,start,end", "P1,work,2014-02-01,2014-02-02");
        assertThat(asking(DerivedMeasure.DAYS, "work").told()).isEmpty();
        assertThat(asking(DerivedMeasure.EARNINGS, "work").refused())
                .extracting(line -> line.substring(0, line.indexOf(';')))
                .containsExactly("spells.csv:1: no column 'hours_per_week'", "spells.csv:1: no column 'hourly_wage'");
    }

    /** A cell of which no outcome asks is not looked at, so that what is wrong with it stops nothing. */
    @Test
    void whatNoOutcomeAsksForIsNotReadUnlessAllIsWanted() {
        trial.file("spells.csv", HEADER, "P1,work,2014-02-01,2014-02-02,many,well");
        asking(DerivedMeasure.DAYS, "work");
        assertThat(hours(trial.counted())).isEmpty();
        assertThat(trial.told()).isEmpty();
        assertThat(trial.whole().refused())
                .extracting(line -> line.substring(0, line.indexOf("):") + 2))
                .containsExactly("spells.csv:2: hours_per_week (5):", "spells.csv:2: hourly_wage (6):");
    }

    @Test
    void whereAllIsWantedHoursAndWagesAreReadIfTheFileHasThem() {
        asking(DerivedMeasure.DAYS, "work").whole();
        trial.file("spells.csv", "id,activity,start,end,hourly_wage", "P1,work,2014-02-01,2014-02-02,150");
        assertThat(trial.counted())
                .singleElement()
                .satisfies(spell -> assertThat(spell.hourlyWage()).isEqualTo(OptionalDouble.of(150)))
                .satisfies(spell -> assertThat(spell.hoursPerWeek()).isEmpty());
        trial.file("spells.csv", HEADER, "P1,work,2014-02-01,2014-02-02,,");
        assertThat(trial.told())
                .as("columns that hold nothing, and of which no outcome asks")
                .isEmpty();
        assertThat(trial.counted()).hasSize(1);
    }

    /** Of a trial in which nobody has worked yet the column of wages is empty, and that is no fault of the file. */
    @Test
    void wagesMayAllBeMissingWhereNoSpellIsPaid() {
        asking(DerivedMeasure.EARNINGS, "work").outcome("other", Source.SPELLS, DerivedMeasure.EVER, "school");
        trial.file(
                "spells.csv", HEADER, "P1,school,2014-02-01,2014-02-02,20,", "P1,school,2014-03-01,2014-03-02,20,NA");
        assertThat(trial.refused())
                .as("only the activity that nobody did is told of")
                .containsExactly(
                        "spells.csv: no spell is of the activity 'work' that the plan counts on line 9; the"
                                + " activities are school; correct the plan, or name the activity under spells.activities [E270]");
        trial.file("spells.csv", HEADER, "P1,school,2014-02-01,2014-02-02,20,", "P1,work,2014-03-01,2014-03-02,20,");
        assertThat(trial.refused())
                .containsExactly(
                        "spells.csv: hourly_wage (6): all 2 values are missing; wanted some that are known; see"
                                + " whether it is the right column [E235]");
    }
}
