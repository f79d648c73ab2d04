package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void trimsBlanksOfEveryKind() {
        assertThat(CellText.trim(" \t\u00a0\u202f\ufeffa b\u2009\u200b\u3000 ")).isEqualTo("a b");
        assertThat(CellText.isBlank("\u00a0 \t\u200b")).isTrue();
        assertThat(CellText.isBlank("\u00a0.")).isFalse();
    }

    @Test
    void readsPlain() {
        assertThat(CellText.plain("A\u030arhus\u00a0N")).isEqualTo("\u00c5rhus N");
        assertThat(CellText.plain("\u202eIP\u200bS\u202c")).isEqualTo("IPS");
        assertThat(CellText.folded(" Usual  Care")).isEqualTo("usualcare");
        assertThat(CellText.hex(0xa0)).isEqualTo("00A0");
        assertThat(CellText.hex(0x1f600)).isEqualTo("1F600");
    }

    @Test
    void showsLittle() {
        assertThat(Shown.value("short")).isEqualTo("'short'");
        assertThat(Shown.value("x".repeat(24))).hasSize(26);
        assertThat(Shown.value("x".repeat(25))).isEqualTo("a value of 25 characters");
        assertThat(Shown.value("010190-1234")).isEqualTo("a value like a personal number");
        assertThat(Shown.names(List.of("id", "a@b.dk", "y".repeat(30))))
                .isEqualTo("id, (not shown), " + "y".repeat(23) + "\u2026");
    }

    @Test
    void listsTenValuesAndCountsTheRest() {
        Map<String, Long> counts = new TreeMap<>();
        for (char c = 'a'; c < 'n'; c++) {
            counts.put(String.valueOf(c), 1L + c - 'a');
        }
        assertThat(Shown.counts(counts)).startsWith("'a' (1), 'b' (2), ").endsWith("'j' (10) and 3 more");
    }

    @Test
    void listsAllValuesOfTenAndAllNamesOfTwenty() {
        Map<String, Long> counts = new TreeMap<>();
        for (char c = 'a'; c < 'k'; c++) {
            counts.put(String.valueOf(c), 1L);
        }
        assertThat(Shown.counts(counts)).endsWith("'j' (1)");

        List<String> names = IntStream.rangeClosed(1, 21).mapToObj(i -> "c" + i).toList();
        assertThat(Shown.names(names.subList(0, 20))).endsWith("c19, c20");
        assertThat(Shown.names(names)).endsWith("c19, c20 and 1 more");
        assertThat(Shown.cut("y".repeat(24))).isEqualTo("y".repeat(24));
    }

    @Test
    void oneIsSingularAndNoneIsNot() {
        assertThat(List.of(Shown.number(0, "cell"), Shown.number(1, "cell"), Shown.number(2, "cell")))
                .containsExactly("0 cells", "1 cell", "2 cells");
    }

    @Test
    void errorsOfSpreadsheetsAreKnownInAnyCase() {
        assertThat(List.of("#N/A", "#n/a", "#V\u00e6rdi!", "#DIV/0!")).allMatch(Spreadsheet::isError);
        assertThat(List.of("N/A", "#1", "#")).noneMatch(Spreadsheet::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-feb", "1-Jan", "MAR-01", "12-maj", "03-Dec-19", "1.okt", "01-sep-2019"})
    void knowsLabelsThatBecameDates(String cell) {
        assertThat(Spreadsheet.isDateOfLabel(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feb", "1-2", "march", "mar", "site-01", "2019-05-01", "decent-12", "may 2", "01-sep.-2019"})
    void knowsLabelsThatDidNot(String cell) {
        assertThat(Spreadsheet.isDateOfLabel(cell)).isFalse();
    }

    @Test
    void missingIsWhatWasDeclaredHoweverItIsWritten() {
        MissingWords missing = new MissingWords(new LinkedHashSet<>(List.of("NA", "999")));

        assertThat(List.of("", "NA", "999", "999.0", "999,0", "9.99e2")).allMatch(missing::isMissing);
        assertThat(List.of("na", "998", ".", "999d")).noneMatch(missing::isMissing);
        assertThat(missing.isMissingId("999")).isFalse();
        assertThat(missing.isMissingId("NA")).isTrue();
        assertThat(List.of("NULL", "n/a", "..", "-", ".a", ".z")).allMatch(missing::looksMissing);
        assertThat(List.of("no", "0", ".5", "a", "none yet")).noneMatch(missing::looksMissing);
        assertThat(missing.declared()).isEqualTo("empty cells, '999', 'NA'");
        assertThat(new MissingWords(new LinkedHashSet<>()).declared()).isEqualTo("empty cells only");
    }
}
