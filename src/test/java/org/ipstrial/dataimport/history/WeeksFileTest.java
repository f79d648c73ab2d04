package org.ipstrial.dataimport.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipstrial.dataset.history.WeekStates;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.DerivedOutcome.Source;
import org.ipstrial.outcome.IsoWeek;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Register weeks, long or wide. A file of more than four megabytes is read in pieces, and nothing of it may depend on where
 * one ends: four rows of which each ends in a million blanks make one piece.
 */
class WeeksFileTest {

    private static final String LONG = "id,week,code";
    private static final String CODES =
            "codes: {W: work, U: education, '-': none, '997': not-observed}, without_row: none";
    private static final String BLANK = " ".repeat(1_000_000);

    @TempDir
    private Path folder;

    private HistoryFiles trial;

    @BeforeEach
    void twoPeople() {
        trial = new HistoryFiles(folder)
                .randomised("P1,2014-01-01", "P2,2014-01-01")
                .outcome("worked", Source.WEEKS, DerivedMeasure.WEEKS, "work");
    }

    private HistoryFiles tall() {
        return trial.plan("weeks: {file: weeks.csv, " + CODES + "}");
    }

    private HistoryFiles wide() {
        return trial.plan("weeks: {file: weeks.csv, layout: wide, " + CODES + "}");
    }

    /** A row of a large file. */
    private static String row(String cells) {
        return cells + BLANK;
    }

    private List<String> weeks(HistoryImport.Read read, int person) {
        WeekStates weeks = read.records().weeks().orElseThrow();
        List<String> told = new ArrayList<>();
        try {
            weeks.each(person, (monday, label) -> told.add(IsoWeek.text(monday) + " " + label));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return told;
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("weeks.csv"));
    }

    @Test
    void aLongFileTellsAWeekARow() {
        HistoryImport.Read read = tall().file(
                        "weeks.csv",
                        LONG,
                        "P2,2014-W03,W",
                        "P1,2014-W02,W",
                        "P1,2013-W52,U",
                        "P1,2014-W04,-",
                        "P1,2014-W05,997",
                        "P1,2014-W06,")
                .read();
        assertThat(weeks(read, 0))
                .as("an empty cell tells nothing of a week")
                .containsExactly("2013-W52 education", "2014-W02 work", "2014-W04 none", "2014-W05 not-observed");
        assertThat(weeks(read, 1)).containsExactly("2014-W03 work");
        assertThat(read.outcomes().get(0).amounts())
                .as("of P1 a week was not observed")
                .containsExactly(Double.NaN, 1);
    }

    @Test
    void aWideFileTellsAWeekAColumnAndPassesOverOthers() {
        HistoryImport.Read read = wide().file(
                        "weeks.csv", "id,2014-W03,sex,2014-W02,2014-W54", "P2,W,f,,W", "P1,-,m,U,W")
                .read();
        assertThat(weeks(read, 0)).containsExactly("2014-W02 education", "2014-W03 none");
        assertThat(weeks(read, 1)).containsExactly("2014-W03 work");
    }

    @Test
    void aWideFileNeedsColumnsOfWeeks() {
        assertThat(wide().file("weeks.csv", "id,January,2014-W54", "P1,W,W").refused())
                .containsExactly("weeks.csv:1: no column is no week of the calendar; wanted weeks of ISO 8601 such as"
                        + " 2014-W09; correct it at the source [E273]");
    }

    @Test
    void aCodeIsMappedAWeekIsOneAndStandsOnce() {
        assertThat(tall().file(
                                "weeks.csv",
                                LONG,
                                "P1,2014-W02,W",
                                "P1,2014-W02,W",
                                "P2,2014-W02,w",
                                "P2,2014-W53,W",
                                "P3,2014-W02,W",
                                "P2,2014-W03,999999")
                        .refused())
                .containsExactly(
                        "weeks.csv:3: code (3): another row tells of the same week of this person; wanted one; remove the one"
                                + " that is wrong [E274]",
                        "weeks.csv:4: code (3): 'w' is mapped to nothing in the plan, where W, U, -, 997 are; wanted one of"
                                + " them, the nearest is 'W'; correct the cell, or map it under codes in the plan [E233]",
                        "weeks.csv:5: week (2): '2014-W53' is no week of the calendar; wanted weeks of ISO 8601 such as"
                                + " 2014-W09; correct it at the source [E273]",
                        "weeks.csv:6: id (1): the id is not among the participants; wanted rows of people who were"
                                + " randomised; correct the id, or take the rows of others out of the file [E258]",
                        "weeks.csv:7: code (3): '999999' is mapped to nothing in the plan, where W, U, -, 997 are; wanted one"
                                + " of them; correct the cell, or map it under codes in the plan [E233]");
    }

    @Test
    void aFileThatCannotBeReadIsToldOfOnce() {
        tall();
        trial.file("weeks.csv", LONG, "P1,2014-W02,\"W", "P1,2014-W03,W");
        assertThat(trial.refused()).singleElement().asString().startsWith("weeks.csv:2: a quote that opens here");
        trial.file("weeks.csv", "id;week,code", "P1;2014-W02,W");
        assertThat(trial.refused()).hasSize(1);
        trial.file("weeks.csv", "id,week", "P1,2014-W02");
        assertThat(trial.refused()).singleElement().asString().startsWith("weeks.csv:1: no column 'code'");
        trial.file("weeks.csv", LONG);
        assertThat(trial.refused())
                .containsExactly(
                        "weeks.csv:1: there is a header and no row; wanted one row for each person; export it again"
                                + " with its rows [E121]");
    }

    @Test
    void aFileOfNothingHoldsNoText() throws IOException {
        Files.write(folder.resolve("weeks.csv"), new byte[0]);
        assertThat(tall().refused())
                .containsExactly(
                        "weeks.csv: the file holds no text; wanted a header line and rows; export it again [E120]");
        Files.writeString(folder.resolve("weeks.csv"), LONG);
        assertThat(trial.refused())
                .as("a header without a line end")
                .singleElement()
                .asString()
                .startsWith("weeks.csv:1: there is a header and no row");
    }

    /** A birthday and four digits look like a Danish person's number. */
    @Test
    void personalNumbersInPlaceOfPseudonymsAreToldOfOnce() {
        trial.randomised("010190-1111,2014-01-01", "P2,2014-01-01");
        tall().file(
                        "weeks.csv",
                        LONG,
                        row("010190-1111,2014-W01,W"),
                        row("010190-1111,2014-W02,W"),
                        row("010190-1111,2014-W03,W"),
                        row("010190-1111,2014-W04,W"),
                        row("010190-1111,2014-W05,W"),
                        row("010190-1111,2014-W06,W"),
                        row("010190-1111,2014-W07,W"),
                        row("010190-1111,2014-W08,W"),
                        row("010190-1111,2014-W09,W"));
        assertThat(trial.refused())
                .filteredOn(line -> line.startsWith("weeks.csv"))
                .singleElement()
                .asString()
                .startsWith("weeks.csv: id (1): 100 % of the values look like national personal numbers")
                .doesNotContain("010190");
    }

    @Test
    void aLargeFileTellsTheSameAsASmallOne() {
        String[] rows = {
            "P1,2014-W01,W",
            "P1,2014-W02,U",
            "P2,2014-W01,W",
            "P1,2014-W03,W",
            "P1,2014-W04,-",
            "P2,2014-W02,W",
            "P1,2014-W05,W",
            "P2,2014-W09,U",
            "P1,2014-W06,W"
        };
        HistoryImport.Read small = tall().file("weeks.csv", LONG, rows).read();
        String[] large = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            large[i] = row(rows[i]);
        }
        HistoryImport.Read read = trial.file("weeks.csv", LONG, large).read();
        assertThat(weeks(read, 0)).isEqualTo(weeks(small, 0)).hasSize(6);
        assertThat(weeks(read, 1)).isEqualTo(weeks(small, 1)).hasSize(3);
        assertThat(read.files().get(0).rows()).isEqualTo(9);
        assertThat(read.files().get(0).people()).isEqualTo(2);
        assertThat(trial.found()).isEmpty();
    }

    @Test
    void aLargeWideFileIsReadByItsOneHeader() {
        String[] rows = new String[6];
        List<String> people = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            people.add("Q" + i + ",2014-01-01");
            rows[i] = row("Q" + i + (i == 5 ? ",W,U" : ",U,W"));
        }
        HistoryImport.Read read = trial.randomised(people.toArray(String[]::new))
                .plan("weeks: {file: weeks.csv, layout: wide, " + CODES + "}")
                .file("weeks.csv", "id,2014-W02,2014-W01", rows)
                .read();
        assertThat(weeks(read, 4)).containsExactly("2014-W01 work", "2014-W02 education");
        assertThat(weeks(read, 5)).containsExactly("2014-W01 education", "2014-W02 work");
    }

    @Test
    void whatIsWrongInALargeFileIsToldWithItsLine() {
        assertThat(tall().file(
                                "weeks.csv",
                                LONG,
                                row("P1,2014-W01,W"),
                                row("P1,2014-W02,X"),
                                row("P1,2014-W03,W"),
                                row("P1,2014-W04,W"),
                                row("P1,2014-W05,W"),
                                row("P1,2014-W01,W"),
                                row("P1,2014-W06,W"),
                                row("P1,2014-W07,W"),
                                row("P1,2014-W08,W"),
                                row("P1,2014-W09,X"))
                        .refused())
                .extracting(line -> line.substring(0, line.indexOf("):") + 2))
                .containsExactly("weeks.csv:3: code (3):", "weeks.csv:7: code (3):", "weeks.csv:11: code (3):");
    }

    /** Lines above the header count, and the header is the one below them. */
    @Test
    void linesAboveTheHeaderAreSkippedOnceAndCounted() {
        trial.plan("weeks: {file: weeks.csv, reading: {skip: 1}, " + CODES + "}");
        String[] rows = new String[7];
        rows[0] = LONG;
        for (int week = 1; week < rows.length; week++) {
            rows[week] = row("P1,2014-W0" + week + (week == 6 ? ",X" : ",W"));
        }
        assertThat(trial.file("weeks.csv", "Weeks of the register", rows).refused())
                .singleElement()
                .asString()
                .startsWith("weeks.csv:8: code (3): 'X' is mapped to nothing");
    }

    /** A warning is one about the file, and its first place is in the first piece that has any. */
    @Test
    void aWarningIsGivenOnceForAllPieces() {
        assertThat(tall().file(
                                "weeks.csv",
                                LONG,
                                row("P1,2014-W01,W"),
                                ",,",
                                row("P1,2014-W02,W"),
                                row("P1,2014-W03,W"),
                                row("P1,2014-W04,W"),
                                row("P1,2014-W05,W"),
                                ",,",
                                row("P1,2014-W06,W"))
                        .told())
                .singleElement()
                .asString()
                .startsWith("weeks.csv:3: 1 blank line");
        assertThat(trial.file(
                                "weeks.csv",
                                LONG,
                                row("P1,2014-W01,W"),
                                row("P1,2014-W02,W"),
                                row("P1,2014-W03,W"),
                                row("P1,2014-W04,W"),
                                row("P1,2014-W05,W"),
                                ",,",
                                row("P1,2014-W06,W"))
                        .told())
                .singleElement()
                .asString()
                .startsWith("weeks.csv:7: 1 blank line");
    }

    @Test
    void linesThatAllEndAsWindowsEndsThemAreAlikeInALargeFile() throws IOException {
        tall().file(
                        "weeks.csv",
                        LONG,
                        row("P1,2014-W01,W"),
                        row("P1,2014-W02,W"),
                        row("P1,2014-W03,W"),
                        row("P1,2014-W04,W"),
                        row("P1,2014-W05,W"));
        Files.writeString(folder.resolve("weeks.csv"), text().replace("\n", "\r\n"));
        assertThat(weeks(trial.read(), 0)).hasSize(5);
        assertThat(trial.found()).isEmpty();
    }

    @Test
    void aByteThatIsNoLetterIsToldWithItsLineInALargeFile() throws IOException {
        tall().file(
                        "weeks.csv",
                        LONG,
                        row("P1,2014-W01,W"),
                        row("P1,2014-W02,W"),
                        row("P1,2014-W03,W"),
                        row("P1,2014-W04,W"),
                        row("P1,2014-W05,W"),
                        row("P1,2014-W06,\u00e6"));
        Files.write(folder.resolve("weeks.csv"), text().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(trial.refused()).singleElement().asString().startsWith("weeks.csv:7: byte 0xE6 is not UTF-8");
    }

    /** What statistics programs call Unicode is two bytes a letter, with a mark in front of the first piece alone. */
    @Test
    void aLargeFileMayBeOfTwoBytesALetter() throws IOException {
        tall().file("weeks.csv", LONG, row("P1,2014-W01,W"), row("P1,2014-W02,W"), row("P1,2014-W03,W"));
        Files.write(folder.resolve("weeks.csv"), ("\ufeff" + text()).getBytes(StandardCharsets.UTF_16LE));
        assertThat(weeks(trial.read(), 0)).containsExactly("2014-W01 work", "2014-W02 work", "2014-W03 work");
        assertThat(trial.found()).isEmpty();
    }

    /** Spreadsheets write out the blank rows behind the last, and there may be megabytes of them. */
    @Test
    void blankLinesBehindTheLastRowAreNoFileWithoutRows() {
        assertThat(tall().file("weeks.csv", LONG, "P1,2014-W01,W", BLANK, BLANK, BLANK, BLANK, BLANK, BLANK)
                        .told())
                .singleElement()
                .asString()
                .startsWith("weeks.csv:3: ")
                .contains("blank line");
    }
}
