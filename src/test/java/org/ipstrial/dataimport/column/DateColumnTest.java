package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ipstrial.finding.Findings;
import org.ipstrial.plan.participants.DateFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in the declared form, from the first day of 1900 to the last of 2199. */
class DateColumnTest {

    private final Findings findings = new Findings();

    private List<OptionalLong> read(String format, String... cells) {
        return Arrays.asList(
                DateColumn.read(Columns.column("start", cells), DateFormat.named(format), Columns.USUAL, findings));
    }

    @Test
    void daysAreCountedFrom1970() {
        assertThat(read("yyyy-mm-dd", "1970-01-01", "1970-01-02", "", "1969-12-31", "NA", "1970-01-02", "2000-03-01"))
                .containsExactly(
                        OptionalLong.of(0),
                        OptionalLong.of(1),
                        OptionalLong.empty(),
                        OptionalLong.of(-1),
                        OptionalLong.empty(),
                        OptionalLong.of(1),
                        // 30 years of 365 days, 7 leap days, and January and February of a leap year.
                        OptionalLong.of(30 * 365 + 7 + 31 + 29));
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void theFirstAndTheLastYear() {
        assertThat(read("yyyy-mm-dd", "1900-01-01", "2199-12-31", "1899-12-31", "2200-01-01"))
                .containsExactly(
                        OptionalLong.of(LocalDate.of(1900, 1, 1).toEpochDay()),
                        OptionalLong.of(LocalDate.of(2199, 12, 31).toEpochDay()),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        assertThat(Columns.lines(findings))
                .containsExactly(
                        "f.csv:4: start (2): '1899-12-31' lies outside the years 1900 to 2199; wanted a day of the"
                                + " trial; correct it, or leave it empty [E265]",
                        "f.csv:5: start (2): '2200-01-01' lies outside the years 1900 to 2199; wanted a day of the"
                                + " trial; correct it, or leave it empty [E265]");
    }

    /** Cases 101 to 111 of the catalogue: every other form is refused, and told by what it looks like. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31-03-2014|E260",
                "20140331|E260",
                "31-02-2024|E261",
                "2014-02-30|E261",
                "31-03-14|E262",
                "45000|E263",
                "45000.5|E263",
                "13000000000|E263",
                "2014-03-31T02:30+01:00|E264",
                "2014-03-31 02:30|E264",
                "0023-01-01|E265",
                "9999-12-31|E265",
                "00-03-2023|E266",
                "03-2023|E266",
                "2023|E266",
                "2023-W12|E267",
                "2023Q1|E267",
                "31 mar 2014|E267",
                "soon|E267",
                "?!|E268"
            })
    void otherFormsAreToldByTheirLook(String cell, String code) {
        assertThat(read("yyyy-mm-dd", cell)).containsExactly(OptionalLong.empty());
        assertThat(Columns.lines(findings)).singleElement().asString().endsWith("[" + code + "]");
    }

    @Test
    void aDayAndMonthThatCouldBeEitherIsNotGuessed() {
        read("yyyy-mm-dd", "03/04/2014", "13/04/2014", "04/13/2014");

        assertThat(Columns.lines(findings))
                .extracting(line -> line.replaceAll(".*date_format: (.*) under.*", "$1"))
                .containsExactly("dd/mm/yyyy or mm/dd/yyyy", "dd/mm/yyyy", "mm/dd/yyyy");
    }
}
