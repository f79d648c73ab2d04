package org.ipstrial.dataimport.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final Dialect COMMA = new Dialect(',', Optional.of('"'), 0, 1);
    private static final WantedColumns WANTED = WantedColumns.of("id", "arm", List.of(), List.of("work"), Map.of());

    private final Findings findings = new Findings();

    private RawTable read(String text, long maxRows) {
        return new TableReader("f.csv", text, COMMA, WANTED, findings).read(maxRows);
    }

    private List<String> found(String text) {
        read(text, 1_000_000);
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "P" + i + ",A,1\n").collect(Collectors.joining());
    }

    @Test
    void keepsTheWantedColumnsInTheOrderOfTheRows() {
        RawTable table = read("note,work,id,arm\nx,1,P1,A\n\ny,\"0\n\",P2,B\nz,1,P3,A", 3);

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).containsOnlyKeys("id", "arm", "work");
        RawColumn work = table.column("work").orElseThrow();
        assertThat(IntStream.range(0, 3).mapToObj(work::cell)).containsExactly("1", "0\n", "1");
        assertThat(IntStream.range(0, 3).mapToLong(work::line)).containsExactly(2L, 4L, 6L);
        assertThat(work.at(1).toString())
                .isEqualTo(table.columns().get("work").at(1).toString());
        assertThat(findings.inReadingOrder())
                .extracting(Finding::line)
                .containsExactly(
                        "f.csv:3: 1 blank line, the first here; skipped; remove what is blank to be rid of this"
                                + " warning [W139]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 98, 99, 100, 101, 250})
    void asManyRowsAsAreAcceptedAreRead(int count) {
        assertThat(read("id,arm,work\n" + rows(count), count).rows()).isEqualTo(count);
        assertThat(findings.isEmpty()).isTrue();
    }

    /** The estimate is the number of line ends but for the header's, and at least one more than were counted. */
    @ParameterizedTest
    @CsvSource({"2,1,2", "5,3,5", "101,100,101", "250,100,250", "250,249,250"})
    void moreRowsThanAreAcceptedAreRefused(int count, int most, int about) {
        assertThat(read("id,arm,work\n" + rows(count), most).rows()).isLessThan(count);
        assertThat(findings.inReadingOrder())
                .extracting(Finding::line)
                .containsExactly("f.csv: more than " + most + " rows (about " + about
                        + "); wanted at most so many; give --max-rows with a higher limit [E138]");
    }

    @Test
    void rowsThatNoLineEndTellsOfAreCountedAllTheSame() {
        read("id,arm,work\rP1,A,1\rP2,A,1\rP3,A,0\r", 2);

        assertThat(findings.inReadingOrder().get(0).line()).startsWith("f.csv: more than 2 rows (about 3);");
    }

    @Test
    void aHeaderAloneHasNoRows() {
        assertThat(found("\nid,arm,work\n\n,,\n"))
                .containsExactly(
                        "f.csv:1: 3 blank lines, the first here; skipped; remove what is blank to be rid of this warning"
                                + " [W139]",
                        "f.csv:2: there is a header and no row; wanted one row for each person; export it again with its"
                                + " rows [E121]");
    }

    @Test
    void aHeaderAndATotalIsNotSaidToHaveNoRow() {
        assertThat(found("id,arm,work\nTotal:,,\n"))
                .containsExactly("f.csv:2: the last row is a total (its first cell says so); wanted people only; remove"
                        + " the row, which would count as one more person [E124]");
    }

    @Test
    void aTotalIsKnownInTheFirstCellAndInThePlaceOfTheId() {
        assertThat(found("arm,id,work\nA,P1,1\nI alt,,1\n"))
                .singleElement()
                .asString()
                .contains(":3: the last row is a total");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10,5.5,15.5|true",
                "10,5.5,15.50001|true",
                "10,5.5,15.51|false",
                "1000000,1000000,2000002|true",
                "1000000,1000000,2000003|false",
                "-10,-5,-15|true",
                "0,0,0|false",
                "10,x,10|true",
                "10,x,x|false",
                "10,-5,-5|false"
            })
    void aRowWithoutIdThatAddsUpAColumnIsATotal(String cells, boolean total) {
        String[] cell = cells.split(",");

        List<String> lines = found("id,arm,work\nP1,A," + cell[0] + "\nP2,B," + cell[1] + "\n,," + cell[2] + "\n");

        assertThat(lines.stream().filter(line -> line.endsWith("[E124]")).toList())
                .isEqualTo(
                        total
                                ? List.of("f.csv:4: the last row is a total (it has no id and adds up a column); wanted"
                                        + " people only; remove the row, which would count as one more person [E124]")
                                : List.of());
    }

    @Test
    void oneRowIsNoColumnToAddUp() {
        assertThat(found("id,arm,work\nP1,A,10\n,,10\n")).isEmpty();
        assertThat(new TableReader("f.csv", "id,arm,work\nP1,A,10\n,,10\n", COMMA, WANTED, findings)
                        .read(9)
                        .rows())
                .as("left to the check of ids")
                .isEqualTo(2);
    }

    @Test
    void aLastRowThatEndsBeforeItsIdOrItsAmountIsTooShort() {
        String tooShort = "; wanted 3 as in the header; write every field of the row, empty where it is missing [E131]";

        assertThat(found("id,arm,work\nP1,A,10\nP2,A,5\n,B\n")).containsExactly("f.csv:4: 2 fields" + tooShort);
        assertThat(new TableReader("g.csv", "arm,work,id\nA,1,P1\nA,1\n", COMMA, WANTED, findings)
                        .read(9)
                        .rows())
                .isEqualTo(1);
        assertThat(findings.inReadingOrder().get(1).line()).isEqualTo("g.csv:3: 2 fields" + tooShort);
    }

    @Test
    void aRowIsTheHeaderAgainOnlyIfEveryCellIs() {
        assertThat(found("id,arm,work\nP1,A,1\nid,A,work\nid,arm,work\nid,arm,1\n"))
                .containsExactly(
                        "f.csv:4: the header stands here again; wanted it once; remove this line, and see whether"
                                + " two exports were joined [E134]");
    }

    @Test
    void theHeaderIsLookedForInTheFirstHundredLines() {
        String titles = "title\n".repeat(98);

        assertThat(found(titles + "title\nid,arm,work\nP1,A,1\n"))
                .containsExactly("f.csv:1: the names of the columns stand on line 100, under other lines; wanted them"
                        + " first; give --skip 99 [E123]");
        Findings later = new Findings();
        new TableReader("f.csv", titles + "title\ntitle\nid,arm,work\nP1,A,1\n", COMMA, WANTED, later).read(200);
        assertThat(later.inReadingOrder().get(0).line()).endsWith("[E143]");
    }

    @Test
    void columnsWithoutNameAndValuesAtTheEndAreCounted() {
        assertThat(found("id,arm,work,,,\nP1,A,1,,,\nP2,B,0,,,\n"))
                .containsExactly(
                        "f.csv:1: 3 columns at the end without name and values, as Excel leaves them; left out;"
                                + " remove what is empty [W142]");
    }

    @Test
    void rowsAlikeInAllCellsAreKnownByTheirFingerprints() {
        RawColumn id = read("id,arm,work,x\nP1,A,1,2\nP1,A,1,3\nP1,A,2,1\nP1,A,1,2\nP1,1,A,2\n", 9)
                .column("id")
                .orElseThrow();

        assertThat(id.fingerprint(3)).isEqualTo(id.fingerprint(0));
        assertThat(List.of(id.fingerprint(0), id.fingerprint(1), id.fingerprint(2), id.fingerprint(4)))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAreThoseOfTheFirstLineWithOne() {
        assertThat(ColumnNames.of("\n,\u00a0,\n id ,,arm\n1,2,3\n", COMMA)).containsExactly("id", "", "arm");
        assertThat(ColumnNames.of("\n,,\n", COMMA)).isEmpty();
    }
}
