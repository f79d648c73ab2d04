package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers made up from dates alone: from half of the cells on they are taken for people's, as ids and as values. */
class PersonalNumbersTest {

    private static List<String> ids(String... cells) {
        Findings findings = new Findings();
        PersonalNumbers.checkIds(Columns.column("id", cells), findings);
        return Columns.lines(findings);
    }

    private static List<String> values(String... cells) {
        Findings findings = new Findings();
        boolean found = PersonalNumbers.foundIn(Columns.column("site", cells), findings);
        assertThat(found).isEqualTo(!findings.isEmpty());
        return Columns.lines(findings);
    }

    /** Of so many cells so many are like a personal number; blank ones do not count. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0101901234 P2|50",
                "0101901234 P2 0202881234 P4|50",
                "0101901234 P2 P3|0",
                "0101901234 P2 0202881234 P4 P5|0",
                "0101901234 P2 0202881234 P4 _ _ _|50",
                "0101901234 0202881234 P3|66",
                "0101901234|100",
                "P1 P2|0",
                "_ _|0"
            })
    void halfOfTheIdsAreEnough(String ids, int percent) {
        assertThat(ids(ids.replace('_', ' ').isBlank() ? new String[] {"", ""} : cells(ids)))
                .isEqualTo(
                        percent == 0
                                ? List.of()
                                : List.of("f.csv: id (2): " + percent
                                        + " % of the values look like national personal numbers, which are not shown;"
                                        + " wanted pseudonyms; replace them, or --allow E300 --because TEXT [E300]"));
    }

    private static String[] cells(String text) {
        return text.replace("_", "\u00a0").split(" ");
    }

    /** Danish with its zero lost, Danish, Norwegian, Swedish with its century, Finnish. */
    @ParameterizedTest
    @CsvSource({"101901234", "0101901234", "01019012345", "199001011234", "010190-123A"})
    void fromNineDigitsOn(String number) {
        assertThat(ids(number, "P2")).hasSize(1);
        assertThat(ids(number.substring(0, number.length() - 3), "P2")).isEmpty();
    }

    @Test
    void amongValuesOneWrittenWithItsSeparatorIsEnough() {
        assertThat(values("north", "south", "010190-1234", "north"))
                .containsExactly("f.csv: site (2): values look like national personal numbers (1 cell), which are not"
                        + " shown; wanted labels or numbers that a table may show; remove them from the column [E301]");
        assertThat(ids("P1", "P2", "010190-1234", "P4"))
                .as("ids are never shown")
                .isEmpty();
    }

    @Test
    void withoutSeparatorItMayBeANumberUntilHalfAreLikeIt() {
        assertThat(values("0101901234", "7", "8")).isEmpty();
        assertThat(values("0101901234", "7", "0202881234", "8"))
                .singleElement()
                .asString()
                .contains("(2 cells)");
    }

    @Test
    void theCountIsOfAllThatAreLikeOne() {
        assertThat(values("0101901234", "020288-1234", "030377-1234", "7", "8", "9", "10"))
                .singleElement()
                .asString()
                .contains("(3 cells)");
    }
}
