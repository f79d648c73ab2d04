package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.outcome.SumOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sum and its parts must agree in each row; which of them may lack, and what is said where they do not. */
class SumColumnsTest {

    private static final SumOf INCOME = new SumOf("income", List.of("wages", "benefits", "grants"));

    /** Findings about rows of cells "income wages benefits grants", a dash where one is missing. */
    private static List<String> found(String... rows) {
        String[][] cells = Arrays.stream(rows).map(row -> row.split(" ")).toArray(String[][]::new);
        List<ReadCovariate> parts = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            parts.add(amount(INCOME.parts().get(part - 1), numbers(cells, part)));
        }
        Findings findings = new Findings();
        new SumColumns(INCOME, parts, findings)
                .check(
                        Columns.column(
                                "income",
                                Arrays.stream(cells).map(row -> row[0]).toList()),
                        ReadOutcome.ofAmounts("income", OutcomeKind.AMOUNT, numbers(cells, 0)));
        return Columns.lines(findings);
    }

    private static double[] numbers(String[][] cells, int column) {
        return Arrays.stream(cells)
                .mapToDouble(row -> row[column].equals("-") ? Double.NaN : Double.parseDouble(row[column]))
                .toArray();
    }

    private static ReadCovariate amount(String name, double... values) {
        return new ReadCovariate(Covariate.amount(name), List.of(), values);
    }

    /** 0.1 + 0.2 is not 0.3 in doubles, nor is 12345678901.1 + 0.2 quite 12345678901.3; on paper both are. */
    @ParameterizedTest
    @CsvSource({
        "600 100 200 300",
        "0 0 0 0",
        "0.3 0.1 0.2 0",
        "12345678901.3 12345678901.1 0.2 0",
        "70 100 -30 0",
        "-20 -30 10 0",
        "0 100 -100 0"
    })
    void aSumIsThatOfItsParts(String row) {
        assertThat(found(row)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "601 100 200 300",
        "1000000.01 1000000 0 0",
        "0.01 0 0 0",
        "-600 100 200 300",
        "0.000003 0.000001 0.000001 0",
        "130 100 -30 0"
    })
    void aSumThatIsAnotherNumberIsRefused(String row) {
        assertThat(found(row))
                .containsExactly("f.csv:2: income (2): '" + row.split(" ")[0]
                        + "' is not the sum of wages + benefits + grants, which are known; wanted columns that agree;"
                        + " correct the cell, or its parts [E377]");
    }

    @Test
    void everyRowIsLookedAt() {
        assertThat(found("6 1 2 3", "7 1 2 3", "6 1 2 3", "5 1 2 3"))
                .extracting(line -> line.substring(0, 8))
                .containsExactly("f.csv:3:", "f.csv:5:");
    }

    @Test
    void onePartThatLacksFollowsFromTheSum() {
        assertThat(found("6 - 2 3", "6 1 - 3", "6 1 2 -", "2 1 2 -")).isEmpty();
    }

    @Test
    void withMorePartsLackingNothingSaysWhatTheyWere() {
        String end =
                "; wanted one at most, which follows from the others; write in the parts, or leave the sum empty to"
                        + " have them imputed [E378]";

        assertThat(found("6 - 2 -", "6 1 2 3", "6 - - -"))
                .containsExactly(
                        "f.csv:2: income (2): the sum is known and more than one of its parts is not (wages, grants)"
                                + end,
                        "f.csv:4: income (2): the sum is known and more than one of its parts is not (wages, benefits,"
                                + " grants)" + end);
    }

    @Test
    void aSumThatLacksIsToldWhereItsPartsAreKnown() {
        assertThat(found("- 1 2 3", "6 1 2 3", "- 0 0 0", "- 1 - 3", "- - - -"))
                .containsExactly("f.csv: income (2): 2 rows lack the sum wages + benefits + grants though all of its"
                        + " parts are known; the comparison leaves them out, and imputation works it out; write it in"
                        + " [W377]");
        assertThat(found("- 1 - 3", "- - - -")).isEmpty();
    }

    @Test
    void ofTwoPartsBothMayNotLack() {
        Findings findings = new Findings();
        new SumColumns(
                        new SumOf("income", List.of("wages", "benefits")),
                        List.of(amount("benefits", 1, Double.NaN), amount("wages", Double.NaN, Double.NaN)),
                        findings)
                .check(Columns.column("income", "3", "3"), amount("income", 3, 3));

        assertThat(Columns.lines(findings)).singleElement().asString().contains("f.csv:3:", "(wages, benefits)");
    }

    @Test
    void partsThatWereRefusedAreToldOfWhereTheyAre() {
        Findings findings = new Findings();
        new SumColumns(INCOME, List.of(amount("wages", 1), amount("benefits", 2), amount("hours", 3)), findings)
                .check(Columns.column("income", "7"), amount("income", 7));

        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void aSumHoldsAmounts() {
        Findings findings = new Findings();
        SumColumns sums = new SumColumns(INCOME, List.of(), findings);
        sums.check(Columns.column("income", "yes"), ReadOutcome.ofEvents("income", "yes", List.of(true)));
        sums.check(
                Columns.column("income", "high"),
                new ReadCovariate(new Covariate("income", List.of("high", "low"), ""), List.of("high"), new double[0]));

        assertThat(Columns.lines(findings))
                .hasSize(2)
                .containsOnly("f.csv: income (2): the column is to be wages + benefits + grants and holds no amounts;"
                        + " wanted numbers; say so with --kind amount, or of a covariate with --amounts [E379]");
    }
}
