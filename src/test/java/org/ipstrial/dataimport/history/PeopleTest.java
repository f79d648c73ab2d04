package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of other files belong to the participant whose id is written just so; where none is, the advice fits the id. */
class PeopleTest {

    private static final String OF_NOBODY = "spells.csv:2: id (1): the id is not among the participants; wanted rows of"
            + " people who were randomised; ";
    private static final String ZEROS =
            "zeros in front were lost in one of the two files, and with them it fits: export the ids as text [E258]";
    private static final String OTHERS = "correct the id, or take the rows of others out of the file [E258]";

    @TempDir
    private Path folder;

    private HistoryFiles trial(String known, String header, String row) {
        return new HistoryFiles(folder)
                .randomised("other,2014-01-01", known + ",2014-01-01")
                .plan("spells: {file: spells.csv}")
                .file("spells.csv", header, row)
                .outcome("worked", Source.SPELLS, DerivedMeasure.EVER, "work");
    }

    private HistoryFiles trial(String known, String id) {
        return trial(known, "id,activity,start,end", id + ",work,2014-02-01,");
    }

    @Test
    void anIdIsReadAsItLooks() {
        assertThat(trial("0017", " 0017\u00a0").told()).isEmpty();
    }

    /** 007 is 7 to a spreadsheet, 0 is 000, and 10 keeps the zero behind. */
    @ParameterizedTest
    @CsvSource({"0017,17", "17,0017", "017,0017", "000,0", "0,00", "010,10", "0990,990"})
    void digitsThatLostTheirZerosAreKnownAgain(String known, String id) {
        assertThat(trial(known, id).refused()).containsExactly(OF_NOBODY + ZEROS);
    }

    /** A spreadsheet takes no zero from what is not a number, and none from behind. */
    @ParameterizedTest
    @CsvSource({"0017,18", "A7,0A7", "0A7,A7", "01,1a", "10,1", "0,''", "0/,/", ":1,0:1"})
    void whatLostNoZerosIsSomebodyElse(String known, String id) {
        assertThat(trial(known, id).refused()).containsExactly(OF_NOBODY + OTHERS);
    }

    /** Where an id stands among the names of columns these are not listed, so that nobody's id is printed. */
    @Test
    void anIdInTheHeaderIsNotShown() {
        for (String header : new String[] {"Z9QK,work,2014-02-01,", "Z9QK,activity,start,end"}) {
            assertThat(trial("Z9QK", header, "Z9QK,work,2014-03-01,").refused())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("Z9QK"));
        }
    }
}
