package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.plan.participants.PlannedReading;
import org.junit.jupiter.api.Test;

class ReadOptionsTest {

    private static ReadOptions options(Character delimiter, Character decimal, Quote quote, int skip, long rows) {
        return new ReadOptions(
                Optional.ofNullable(delimiter),
                Optional.empty(),
                Optional.ofNullable(decimal),
                quote,
                Set.of(),
                skip,
                rows);
    }

    private static void refused(Character delimiter, Character decimal, Quote quote, int skip, long rows, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(delimiter, decimal, quote, skip, rows))
                .withMessage(why);
    }

    @Test
    void refusesWhatNoFileCanBeReadWith() {
        refused(null, ';', Quote.DOUBLE, 0, 1, "decimal must be . or , but is ;");
        String delimiter = "delimiter must not be a line end or the quote";
        refused('\n', null, Quote.DOUBLE, 0, 1, delimiter);
        refused('\r', null, Quote.DOUBLE, 0, 1, delimiter);
        refused('"', null, Quote.DOUBLE, 0, 1, delimiter);
        refused(null, null, Quote.DOUBLE, -1, 1, "skip must not be negative but is -1");
        refused(null, null, Quote.DOUBLE, 0, 0, "maxRows must be at least 1 but is 0");
    }

    @Test
    void takesTheEdges() {
        assertThatCode(() -> options('"', ',', Quote.NONE, 0, 1)).doesNotThrowAnyException();
        assertThatCode(() -> options(';', '.', Quote.DOUBLE, 0, 1)).doesNotThrowAnyException();
    }

    @Test
    void aPlanThatSaysNothingLeavesItToTheFile() {
        assertThat(ReadOptions.of(PlannedReading.NONE)).isEqualTo(ReadOptions.defaults());
    }

    @Test
    void aPlansWordsAreTaken() {
        PlannedReading planned = new PlannedReading(
                Optional.of("tab"),
                Optional.of(","),
                Optional.of("windows-1252"),
                Optional.of("none"),
                List.of("999"),
                Optional.of(3L),
                PlannedReading.NONE.dates());
        ReadOptions options = ReadOptions.of(planned);

        assertThat(options)
                .isEqualTo(new ReadOptions(
                        Optional.of('\t'),
                        Optional.of(Charset.forName("windows-1252")),
                        Optional.of(','),
                        Quote.NONE,
                        Set.of("999"),
                        3,
                        ReadOptions.MAX_ROWS));
        PlannedReading semicolon = new PlannedReading(
                Optional.of(";"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                PlannedReading.NONE.dates());
        assertThat(ReadOptions.of(semicolon).delimiter()).contains(';');
    }
}
