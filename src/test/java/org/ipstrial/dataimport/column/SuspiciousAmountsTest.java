package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.OutcomeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are read and told of: codes for missing, negative times, slips of the decimal mark. */
class SuspiciousAmountsTest {

    private static List<String> told(String name, OutcomeKind kind, String cells) {
        List<String> each = Arrays.stream(cells.split(" "))
                .map(cell -> cell.equals("-") ? "" : cell)
                .toList();
        RawColumn column = Columns.column(name, each);
        double[] values = each.stream()
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
        Findings findings = new Findings();
        SuspiciousAmounts.check(column, values, kind, findings);
        return Columns.lines(findings);
    }

    private static List<String> told(String cells) {
        return told("score", OutcomeKind.AMOUNT, cells);
    }

    private static String code(String code, String times, String which, String next) {
        return "f.csv: score (2): " + code + " occurs " + times + " and the next " + which + " is " + next
                + "; it looks like a code for missing and was read as a number; give --missing " + code
                + " if it is one [W229]";
    }

    private static String outlier(int line, String value) {
        return "f.csv:" + line + ": score (2): " + value + " is more than 1000 times the median of the values that are"
                + " not 0; it was read as it stands; correct it if it is wrong [W246]";
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(told("- -")).isEmpty();
    }

    /** Case 86 of the catalogue: 999, 99, 98, -9, 888 and 77, beside values that leave a gap below them. */
    @ParameterizedTest
    @ValueSource(strings = {"77", "88", "98", "99", "888", "998", "999", "9999"})
    void aCodeAboveAllValuesStandsOut(String code) {
        assertThat(told("12 " + code + " 0 - 40 " + code)).containsExactly(code(code, "2 times", "largest", "40"));
    }

    /** Six tenths of 99 is 59.4. */
    @ParameterizedTest
    @CsvSource({"59.4,true", "59.5,false", "98.5,false", "100,false", "0,true"})
    void aCodeNearTheOtherValuesMayBeOneOfThem(String next, boolean told) {
        assertThat(told("12 99 " + next))
                .isEqualTo(told ? List.of(code("99", "1 time", "largest", next.equals("0") ? "12" : next)) : List.of());
    }

    @Test
    void aNumberThatIsNoCodeIsNoCode() {
        assertThat(told("1 2 3 96")).isEmpty();
        assertThat(told("1 2 3 -96")).singleElement().asString().endsWith("[W230]");
    }

    @Test
    void severalCodesAreToldEach() {
        assertThat(told("5 999 52 998 999"))
                .containsExactlyInAnyOrder(
                        code("998", "1 time", "largest", "52"), code("999", "2 times", "largest", "52"));
    }

    /** 99 may be a score where others have 80; 999 may not. */
    @Test
    void aCodeThatMayBeAValueHidesNoneAboveIt() {
        assertThat(told("80 12 99 999 99")).containsExactly(code("999", "1 time", "largest", "99"));
        assertThat(told("99 99 999")).containsExactly(code("999", "1 time", "largest", "99"));
        assertThat(told("700 998 999")).isEmpty();
    }

    @Test
    void aColumnOfOneCodeAloneIsAColumnOfValues() {
        assertThat(told("99 99 99")).isEmpty();
        assertThat(told("99")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-7", "-8", "-9", "-77", "-88", "-98", "-99", "-999", "-9999"})
    void aNegativeCodeAmongNumbersThatAreNotNegativeIsTold(String code) {
        assertThat(told("12 " + code + " 0 7")).containsExactly(code(code, "1 time", "smallest", "0"));
        assertThat(told("12 " + code + " 3 7")).containsExactly(code(code, "1 time", "smallest", "3"));
    }

    @Test
    void amongNegativeNumbersItMayBeAValue() {
        String below = " below zero, the first on line 3; read as it stands; correct what is wrong [W230]";

        assertThat(told("12 -9 -2.5 7")).containsExactly("f.csv: score (2): 2 values" + below);
        assertThat(told("0 -2 0 7")).containsExactly("f.csv: score (2): 1 value" + below);
        assertThat(told("- -9 -9")).containsExactly("f.csv: score (2): 2 values" + below);
    }

    /** Hours, weeks and days, in the languages of the reports; letter case aside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hours",
                "Hours_18m",
                "timer",
                "timar",
                "timmar",
                "weeks",
                "uger",
                "veckor",
                "uker",
                "days",
                "dage",
                "dager",
                "dagar",
                "WEEKS"
            })
    void aTimeIsNotNegative(String name) {
        assertThat(told(name, OutcomeKind.AMOUNT, "12 -2.5 3 0 -40"))
                .containsExactly(
                        "f.csv:3: " + name + " (2): -2.5 is negative; wanted a time of zero or more; correct it, or"
                                + " --allow E230 --because TEXT [E230]",
                        "f.csv:6: " + name + " (2): -40 is negative; wanted a time of zero or more; correct it, or"
                                + " --allow E230 --because TEXT [E230]");
    }

    /** Cases 86 and 87 at once: the warning says how to declare the code, and nothing is computed with it. */
    @Test
    void aNegativeCodeAmongTimesIsRefusedAsATimeAndToldAsACode() {
        assertThat(told("hours", OutcomeKind.AMOUNT, "12 -9 0 7"))
                .containsExactlyInAnyOrder(
                        "f.csv: hours (2): -9 occurs 1 time and the next smallest is 0; it looks like a code for missing"
                                + " and was read as a number; give --missing -9 if it is one [W229]",
                        "f.csv:3: hours (2): -9 is negative; wanted a time of zero or more; correct it, or --allow E230"
                                + " --because TEXT [E230]");
    }

    @Test
    void aNegativeTimeToAnEventIsToldWhereTimesAre() {
        assertThat(told("weeks", OutcomeKind.TIME, "12 -2 3")).isEmpty();
        assertThat(told("weeks", OutcomeKind.TIME, "12 -9 3"))
                .singleElement()
                .asString()
                .endsWith("[W229]");
    }

    /** The median of 1, 1, 2, 3 and the last is 2. */
    @ParameterizedTest
    @CsvSource({"2000,false", "2000.5,true", "1e16,true", "-2001,true"})
    void aThousandTimesTheMedianIsFar(String value, boolean far) {
        assertThat(told("1 3 1 " + value + " 2").stream().filter(line -> line.endsWith("[W246]")))
                .isEqualTo(far ? List.of(outlier(5, value.equals("1e16") ? "1.0E16" : value)) : List.of());
    }

    @Test
    void fiveValuesThatAreNotZeroAreNeededForAMedian() {
        assertThat(told("0 0 0 1 1 1 5000")).isEmpty();
        assertThat(told("0 0 0 1 1 1 1 5000")).containsExactly(outlier(9, "5000"));
        assertThat(told("0 0 0 0 0 0 0 0 1 1 1 1 900"))
                .as("zeros do not pull it down")
                .isEmpty();
    }

    @Test
    void everyFarValueIsTold() {
        assertThat(told("6000 1 1 1 1 1 5000")).containsExactly(outlier(2, "6000"), outlier(8, "5000"));
    }

    /** What is told as a code is not told again as far, above or below; one that may be a value is. */
    @Test
    void aCodeIsToldOnce() {
        assertThat(told("1 1 1 1 1 9999")).containsExactly(code("9999", "1 time", "largest", "1"));
        assertThat(told("1 1 1 1 1 -9999")).containsExactly(code("-9999", "1 time", "smallest", "1"));
        assertThat(told("1 1 1 1 1 8000 9999")).containsExactly(outlier(7, "8000"), outlier(8, "9999"));
        assertThat(told("1 1 9999 1 1 5000 1 -9999"))
                .containsExactly(
                        code("9999", "1 time", "largest", "5000"),
                        code("-9999", "1 time", "smallest", "1"),
                        outlier(7, "5000"));
    }
}
