package org.ipstrial.dataimport.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a header that lacks columns, or whose names are odd. */
class HeaderTest {

    private static final Dialect COMMA = new Dialect(',', Optional.of('"'), 0, 1);
    private static final WantedColumns WANTED = WantedColumns.of("id", "arm", List.of(), List.of("work"), Map.of());

    private static List<String> found(String text, WantedColumns wanted) {
        Findings findings = new Findings();
        new TableReader("f.csv", text, COMMA, wanted, findings).read(1_000);
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }

    private static List<String> found(String text) {
        return found(text, WANTED);
    }

    @Test
    void theLastNameIsCheckedAsTheFirst() {
        assertThat(found("id,arm,work,id\nP1,A,1,2\n"))
                .containsExactly(
                        "f.csv:1: columns 1 and 4 are both named 'id'; wanted each name once; rename one of them [E140]");
    }

    @Test
    void aWantedNameWithAControlCharacterIsRefused() {
        WantedColumns wanted = WantedColumns.of("id", "a\u0007rm", List.of(), List.of(), Map.of());

        assertThat(found("id,a\u0007rm,b\u0007\nP1,A,1\n", wanted))
                .filteredOn(line -> line.endsWith("[E110]"))
                .singleElement()
                .asString()
                .contains(
                        "the name of the column holds the control character U+0007; wanted text on one line; remove the"
                                + " character at the source");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAreAndTheRowsAreReadOn() {
        assertThat(found("id,,arm,\nP1,x,A,y\nP2,x\n,x,B,y\n,x,B,y\n,x,B,y\n"))
                .filteredOn(line -> line.endsWith("[E143]") || line.endsWith("[E131]"))
                .containsExactly(
                        "f.csv:1: no column 'work'; the columns are id, arm; name one of these with --outcome [E143]",
                        "f.csv:3: 2 fields; wanted 3 as in the header; write every field of the row, empty where it is"
                                + " missing [E131]");
    }

    /** A table turned on its side has the people's ids for names, and few rows. */
    @ParameterizedTest
    @CsvSource({"1,false", "3,false", "4,true"})
    void namesThatMayBePeopleAreNotShown(int rows, boolean shown) {
        List<String> lines = found("id,Ib,Bo\n" + "x,1,2\n".repeat(rows));

        assertThat(lines)
                .hasSize(2)
                .allMatch(line -> line.contains(
                        shown
                                ? "; the columns are id, Ib, Bo; "
                                : "; the columns are not shown, since they may be people's ids; "));
    }

    @Test
    void aHeaderThatNamesTheArmIsNoTableOnItsSide() {
        assertThat(found("id,arm,job\nP1,A,1\n"))
                .containsExactly(
                        "f.csv:1: no column 'work'; the columns are id, arm, job; name one of these with --outcome"
                                + " [E143]");
    }

    @Test
    void anIdInTheHeaderMakesItATableOnItsSideAndNothingIsRead() {
        WantedColumns known = new WantedColumns("id", Map.of("id", "name it", "arm", "name it"), Set.of("P2"));
        Findings findings = new Findings();
        RawTable table = new TableReader("f.csv", "id,P1,P2\narm,A\n", COMMA, known, findings).read(9);

        assertThat(findings.inReadingOrder())
                .extracting(Finding::line)
                .singleElement()
                .asString()
                .startsWith("f.csv:1: the names of the columns (")
                .endsWith(
                        ") stand below one another in the first column; wanted one row for each person; turn the table"
                                + " [E146]");
        assertThat(table.columns()).isEmpty();
        assertThat(found("P1,P2\nid,x,y\narm,A\n")).singleElement().asString().endsWith("[E146]");
    }

    /** Cells of people that stand in the first line: they are not shown. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P1,A,7\\nP2,B,8\\n|a number",
                "P1,A,yes\\nP2\\nP3,A,no\\n|the second cell stands in its column again, beyond a row that lacks it",
                "P1,A,yes|there is no other line",
                "ole@example.org,A,yes\\nP2,B,no|an e-mail address"
            })
    void aFirstLineOfDataIsNoHeader(String text, String why) {
        assertThat(found(text.replace("\\n", "\n")))
                .as(why)
                .containsExactly(
                        "f.csv:1: the first line looks like data, not like names of columns; wanted a header with"
                                + " id, arm, work; write the names of the columns on a line above [E122]");
    }

    @Test
    void aFirstLineThatIsRepeatedWholeOrHasEmptyCellsMayBeAHeader() {
        assertThat(found("nr,gruppe,job\nnr,gruppe,job\n1,A,1\n2,A,1\n3,A,1\n"))
                .filteredOn(line -> line.endsWith("[E143]"))
                .hasSize(3);
        assertThat(found("nr,,job\n1,,x\n2,,y\n"))
                .filteredOn(line -> line.endsWith("[E143]"))
                .hasSize(3);
    }

    @Test
    void adviceOfOnesOwnComesBeforeTheUsual() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("arm", "see the plan, line 3");

        assertThat(WantedColumns.of("id", "arm", List.of("site"), List.of("work"), own)
                        .advice())
                .containsExactly(
                        Map.entry("id", "name the column of ids with --id"),
                        Map.entry("arm", "see the plan, line 3"),
                        Map.entry("site", "name one of these"),
                        Map.entry("work", "name one of these with --outcome"));
    }
}
