package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mark is the decimal one is told by the column or by the user, and by no single cell. */
class AmountColumnTest {

    private static final Optional<Character> POINT = Optional.of('.');
    private static final Optional<Character> COMMA = Optional.of(',');
    private static final double MISSING = Double.NaN;

    private final Findings findings = new Findings();

    private Optional<double[]> read(Optional<Character> decimal, String... cells) {
        String[] known =
                Arrays.stream(cells).map(cell -> cell.isEmpty() ? null : cell).toArray(String[]::new);
        return new AmountColumn(Columns.column("pay", cells), known, OutcomeKind.AMOUNT, decimal, findings)
                .read()
                .map(ReadOutcome::amounts);
    }

    private double[] numbers(Optional<Character> decimal, String... cells) {
        double[] read = read(decimal, cells).orElseThrow();
        assertThat(findings.isEmpty()).as(Columns.lines(findings).toString()).isTrue();
        return read;
    }

    @Test
    void aPointIsDecimalUnlessTheUserSaysOtherwise() {
        assertThat(numbers(Optional.empty(), "37.5", "", "12", "1e3", ".5", "+4"))
                .containsExactly(37.5, MISSING, 12, 1000, 0.5, 4);
        assertThat(numbers(POINT, "37.5", "1,234", "1,234.5", "1 234")).containsExactly(37.5, 1234, 1234.5, 1234);
        assertThat(numbers(COMMA, "37,5", "1.234", "1.234,5", "1'234")).containsExactly(37.5, 1234, 1234.5, 1234);
        assertThat(numbers(POINT, "1.234")).containsExactly(1.234);
        assertThat(numbers(COMMA, "1,234")).containsExactly(1.234);
    }

    @Test
    void anotherCellProvesWhatAPointMeans() {
        assertThat(numbers(Optional.empty(), "1.234", "0.5")).containsExactly(1.234, 0.5);
    }

    /** 0 with a sign would sort and print apart from 0. */
    @Test
    void zeroHasNoSign() {
        assertThat(numbers(Optional.empty(), "-0", "-0.0", "\u22120")).containsExactly(0.0, 0.0, 0.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"37,5|37.5|2|3", "37.5|37,5|3|2", "37,5|1.234|2|3", "1.234|1,234|3|2", "1,234|1.234|2|3"})
    void bothMarksInOneColumnAreRefused(String one, String other, int comma, int point) {
        assertThat(read(Optional.empty(), one, other)).isEmpty();
        assertThat(Columns.lines(findings))
                .containsExactly(
                        "f.csv: pay (2): decimal commas and decimal points in one column (comma on line " + comma
                                + ", point on line " + point
                                + "); wanted one mark; correct the column, or give --decimal if the"
                                + " other mark cuts thousands [E221]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234|2.500|2 cells", "1,234|12|1 cell"})
    void whereNoCellProvesItNothingIsRead(String one, String other, String cells) {
        assertThat(read(Optional.empty(), "7", one, other)).isEmpty();
        assertThat(Columns.lines(findings))
                .containsExactly("f.csv:3: pay (2): '" + one
                        + "' can be read in two ways, as can every such number here ("
                        + cells + "); wanted to know whether the mark is decimal or cuts thousands; give --decimal . or"
                        + " --decimal , [E222]");
    }

    private List<String> refused(Optional<Character> decimal, String... cells) {
        assertThat(read(decimal, cells).orElseThrow()).contains(MISSING);
        return Columns.lines(findings);
    }

    private static String thousands(int line, String cell) {
        return "f.csv:" + line + ": pay (2): '" + cell
                + "' has thousands marks; wanted plain digits; give --decimal . or"
                + " --decimal , to say which mark is the decimal one, or export without thousands marks [E238]";
    }

    private static String mark(int line, String cell, String found, String wanted, char mark) {
        return "f.csv:" + line + ": pay (2): '" + cell + "' has a decimal " + found + "; wanted a decimal " + wanted
                + "; give --decimal " + mark + " if the whole file is written so [E220]";
    }

    /** Beside 37,5 the comma of 1,234 is no mark of thousands. */
    @Test
    void aCommaThatIsNotToldIsRefused() {
        assertThat(refused(Optional.empty(), "37,5", "1,234", "8"))
                .containsExactly(mark(2, "37,5", "comma", "point", ','), mark(3, "1,234", "comma", "point", ','));
    }

    @Test
    void aCommaBesideAPointCutsThousands() {
        assertThat(refused(Optional.empty(), "37.5", "1,234", "1.234")).containsExactly(thousands(3, "1,234"));
    }

    @Test
    void aMarkAgainstTheUsersWordIsRefused() {
        assertThat(refused(COMMA, "37.5", "1")).containsExactly(mark(2, "37.5", "point", "comma", '.'));
    }

    @Test
    void theOtherMarkIsRefusedTheOtherWayToo() {
        assertThat(refused(POINT, "37,5", "1")).containsExactly(mark(2, "37,5", "comma", "point", ','));
    }

    /** 1.234 beside groups that are certain is no longer a question of two readings. */
    @Test
    void groupsAreReadOnlyWhereTheMarkIsTold() {
        assertThat(refused(Optional.empty(), "1 234", "1.234", "12"))
                .containsExactly(thousands(2, "1 234"), thousands(3, "1.234"));
    }

    @Test
    void groupsCutByTheDecimalMarkAreRefused() {
        assertThat(refused(POINT, "1.234.567", "1,234,567")).containsExactly(thousands(2, "1.234.567"));
    }

    /** What is refused is left missing, and the other cells are looked at. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN|E223|is not a number in a table; wanted digits with at most one decimal mark; correct it, or give"
                        + " --missing if it stands for a missing value",
                "1e101|E224|is too large or too small to compute with; wanted a number from 1e-307 to 1e100; correct it",
                "1e-308|E224|is too large or too small to compute with; wanted a number from 1e-307 to 1e100; correct it",
                "5-|E225|has a minus of another kind; wanted - in front of the number; correct it",
                "\u0661\u0662|E226|has digits of another script; wanted 0 to 9; correct it",
                "37:30|E227|has more than a number; wanted the number alone; write hours and minutes as a decimal number,"
                        + " 37:30 as 37.5",
                "18%|E227|has more than a number; wanted the number alone; leave the percent sign out",
                "37 t|E227|has more than a number; wanted the number alone; leave the unit out and name it in the column",
                "kr. 18|E227|has more than a number; wanted the number alone; leave the unit out and name it in the column",
                "many|E241|is not a number; wanted digits with at most one decimal mark; correct it, or give --missing if"
                        + " it stands for a missing value"
            })
    void cellsThatAreNoPlainNumberAreRefused(String cell, String code, String message) {
        assertThat(read(Optional.empty(), "1", cell, "2").orElseThrow()).containsExactly(1, MISSING, 2);
        assertThat(Columns.lines(findings))
                .containsExactly("f.csv:3: pay (2): '" + cell + "' " + message + " [" + code + "]");
    }

    @Test
    void anApostropheOfASpreadsheetIsTold() {
        assertThat(refused(Optional.empty(), "'12", "1"))
                .singleElement()
                .asString()
                .contains("; leave the apostrophe out, which spreadsheets put before numbers kept as text [E227]");
    }

    @Test
    void theLargestNumbersAreRead() {
        assertThat(numbers(Optional.empty(), "1e100", "1e-307", "0e999")).containsExactly(1e100, 1e-307, 0);
    }
}
