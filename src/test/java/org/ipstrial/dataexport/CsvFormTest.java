package org.ipstrial.dataexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ipstrial.plan.participants.DateFormat;
import org.ipstrial.plan.participants.PlannedReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is written as its reading says; where that says nothing, canonically. */
class CsvFormTest {

    private static final LocalDate DAY = LocalDate.of(2014, 3, 9);

    private static PlannedReading reading(String delimiter, String decimal, String encoding, String quote, long skip) {
        return new PlannedReading(
                Optional.of(delimiter),
                Optional.of(decimal),
                Optional.of(encoding),
                Optional.of(quote),
                List.of(),
                Optional.of(skip),
                DateFormat.DAY_FIRST_HYPHENS);
    }

    private static String text(CsvForm form, String... fields) throws UnwritableException {
        return new String(form.bytes(List.of("a", "b"), List.of(List.of(fields))), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theCanonicalFormHasCommasPointsAndIsoDays() throws UnwritableException {
        CsvForm form = CsvForm.of(PlannedReading.NONE);

        assertThat(form.day(DAY)).isEqualTo("2014-03-09");
        assertThat(form.number(12.5)).isEqualTo("12.5");
        assertThat(text(form, "x,y", "say \"no\"")).isEqualTo("a,b\n\"x,y\",\"say \"\"no\"\"\"\n");
        assertThat(text(form, "ø", "")).isEqualTo("a,b\n\u00c3\u00b8,\n");
    }

    @Test
    void aPlanMayWantAnother() throws UnwritableException {
        CsvForm form = CsvForm.of(reading(";", ",", "windows-1252", "single", 1));

        assertThat(form.day(DAY)).isEqualTo("09-03-2014");
        assertThat(form.number(12.5)).isEqualTo("12,5");
        assertThat(text(form, "ø;", "1,5")).isEqualTo("No data in this line.\na;b\n'ø;';1,5\n");
        assertThat(text(CsvForm.of(reading("tab", ".", "UTF-8", "none", 0)), "x", "y"))
                .isEqualTo("a\tb\nx\ty\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyFormOfDaysCanBeWritten(DateFormat dates) {
        PlannedReading none = PlannedReading.NONE;
        CsvForm form = CsvForm.of(new PlannedReading(
                none.delimiter(), none.decimal(), none.encoding(), none.quote(), none.missing(), none.skip(), dates));

        assertThat(form.day(DAY))
                .isEqualTo(
                        dates.id().replace("yyyy", "2014").replace("mm", "03").replace("dd", "09"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "37, 37", "0.1, 0.1", "1200, 1200", "1e6, 1000000", "0.0005, 0.0005"})
    void numbersHaveNoExponentAndNoZerosAtTheEnd(double number, String written) {
        assertThat(CsvForm.of(PlannedReading.NONE).number(number)).isEqualTo(written);
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithoutTheText() {
        CsvForm danish = CsvForm.of(reading(";", ",", "windows-1252", "none", 0));

        assertThatThrownBy(() -> text(danish, "Z9QK ł", "1"))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("a text holds characters that windows-1252 lacks");
        assertThatThrownBy(() -> text(danish, "Z9QK;", "1"))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("a field holds a delimiter or a quote, and nothing is to quote it");
    }
}
