package org.ipstrial.dataimport.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses and numbers are made up; none is anybody's. */
class UnusedColumnsTest {

    private static final String FREE = "wants to work with horses";

    private static List<String> report(String name, List<String> cells) {
        Header header = new Header(1, List.of("id", name));
        UnusedColumns unused = new UnusedColumns("f.csv", header, Set.of("id"));
        for (String cell : cells) {
            unused.look(new String[] {"ole@example.org", cell});
        }
        Findings findings = new Findings();
        unused.report(findings);
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }

    /** So many cells of one kind, then other ones. */
    private static List<String> cells(String cell, int count, String other, int others) {
        List<String> cells = new ArrayList<>(Collections.nCopies(count, cell));
        cells.addAll(Collections.nCopies(others, other));
        return cells;
    }

    /** One address says enough; half of the cells must be numbers, and a fifth long texts. */
    @ParameterizedTest
    @CsvSource({
        "ole@example.org, 1, 999, e-mail addresses",
        "+4512345678, 1, 0, telephone numbers",
        "+4512345678, 2, 2, telephone numbers",
        "+4512345678, 2, 3, telephone numbers",
        "+4512345678, 2, 4, ",
        "010190-1234, 3, 3, personal numbers",
        "010190-1234, 3, 5, ",
        "wants to work with horses, 2, 8, free text",
        "wants to work with horses, 1, 8, free text",
        "wants to work with horses, 1, 9, ",
        "wants to work with horses, 1, 0, free text",
        "B, 5, 5, "
    })
    void columnsAboutSinglePeopleAreNamed(String cell, int count, int others, String what) {
        assertThat(report("note", cells(cell, count, "A", others)))
                .isEqualTo(
                        what == null
                                ? List.of()
                                : List.of("f.csv: note (2): the column is not used and looks like " + what
                                        + "; it was not kept; remove it from the file [W302]"));
    }

    @Test
    void emptyCellsDoNotCount() {
        assertThat(report("note", cells(" ", 90, FREE, 1))).hasSize(1);
        assertThat(report("note", cells("", 3, " ", 3))).isEmpty();
    }

    @Test
    void aThousandRowsAreLookedAt() {
        assertThat(report("note", cells("A", 999, "ole@example.org", 1))).hasSize(1);
        assertThat(report("note", cells("A", 1000, "ole@example.org", 1))).isEmpty();
    }

    @Test
    void aNameThatIsSomebodysIsNotShown() {
        assertThat(report("", List.of(FREE))).singleElement().asString().startsWith("f.csv: (no name) (2): ");
        assertThat(report("010190-1234", List.of(FREE)))
                .singleElement()
                .asString()
                .startsWith("f.csv: the column is");
    }

    @Test
    void rowsMayHaveFewerCells() {
        UnusedColumns unused = new UnusedColumns("f.csv", new Header(1, List.of("id", "a", "b")), Set.of("id"));
        for (String[] row : Arrays.asList(new String[] {"P1", FREE}, new String[] {"P2"})) {
            unused.look(row);
        }
        Findings findings = new Findings();
        unused.report(findings);

        assertThat(findings.inReadingOrder()).hasSize(1);
    }
}
