package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids are one for each person and none like another, and no message shows one. */
class IdsTest {

    private static List<String> found(String... cells) {
        Findings findings = new Findings();
        List<String> ids = Ids.read(Columns.column("id", cells), List.of(), Columns.USUAL, findings);
        assertThat(ids).hasSize(cells.length);
        return Columns.lines(findings);
    }

    /** Case 59 of the catalogue: fifteen digits or more with 000 at the end, and nothing but digits. */
    @ParameterizedTest
    @CsvSource({
        "91234567891000,false",
        "912345678912000,true",
        "9123456789123000,true",
        "912345678912001,false",
        "A12345678912000,false",
        "9123456789120X0,false",
        "91234567891200/,false",
        "91234567:912000,false"
    })
    void digitsThatASpreadsheetMayHaveLost(String id, boolean told) {
        assertThat(found("P1", id))
                .isEqualTo(
                        told
                                ? List.of(
                                        "f.csv:3: id (2): 1 id of 15 digits or more with 000 at the end, the first here;"
                                                + " a spreadsheet keeps 15 digits; compare them with the source [W204]")
                                : List.of());
    }

    @Test
    void theFirstOfSuchIdsIsNamed() {
        assertThat(found("P1", "912345678912000", "P3", "912345678913000", "912345678914000"))
                .singleElement()
                .asString()
                .startsWith("f.csv:3: id (2): 3 ids of 15 digits or more");
    }

    @Test
    void idsThatAllEndInPointZeroAreOfOneForm() {
        assertThat(found("1.0", "2.0"))
                .containsExactly(
                        "f.csv: id (2): every id ends in .0, as numbers from a statistics program; they were read"
                                + " as they stand; export ids as text [W205]");
        assertThat(found("1.0", "2", "3.0"))
                .extracting(line -> line.substring(0, 8) + line.substring(line.length() - 6))
                .containsExactly("f.csv:2:[E205]", "f.csv:4:[E205]");
        assertThat(found("A.0", "2.10")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.23457E+11|true", "1,01965E+09|true", "1e+9|true", "1E9|false", "12E+9|false", "1.2E+9b|false"})
    void digitsThatASpreadsheetLost(String id, boolean lost) {
        assertThat(found("P1", id).stream()
                        .filter(line -> line.endsWith("[E203]"))
                        .count())
                .isEqualTo(lost ? 1 : 0);
    }

    @Test
    void whatCannotBeSeenInAnIdIsToldOnce() {
        assertThat(found("P1", "P\u00a02", "P\u202e3", "P\u00074", "=5"))
                .containsExactly(
                        "f.csv:3: id (2): the id holds an invisible character or an odd blank (U+00A0); wanted an id that"
                                + " looks as it is; remove the character at the source [E108]",
                        "f.csv:4: id (2): the id holds an invisible character or an odd blank (U+202E); wanted an id that"
                                + " looks as it is; remove the character at the source [E108]",
                        "f.csv:5: id (2): the id holds the control character U+0007; wanted text on one line; remove the"
                                + " character at the source [E110]",
                        "f.csv:6: id (2): the id is a spreadsheet formula (1 cell); wanted text that no spreadsheet runs;"
                                + " correct it, or --allow E237 --because TEXT to keep it as text [E237]");
    }

    /** Three that look alike, two of which are the same: each is told by the line of the one that it is like. */
    @Test
    void idsThatLookAlikeAndIdsThatAreTheSame() {
        assertThat(found("p1", "P1", "p1", "P1", "P 1"))
                .extracting(line -> line.replaceAll("f.csv:(\\d): .* on line (\\d).*(\\[E\\d+])", "$1 $2 $3"))
                .containsExactly("3 2 [E206]", "4 2 [E200]", "5 3 [E200]", "6 2 [E206]");
    }

    @Test
    void anIdThatIsMissingIsNobodysTwice() {
        assertThat(found("P1", "", "NA"))
                .containsExactly(
                        "f.csv:3: id (2): the id is missing; wanted one for each person; write it in at the source"
                                + " [E207]",
                        "f.csv:4: id (2): the id is missing; wanted one for each person; write it in at the source"
                                + " [E207]");
    }
}
