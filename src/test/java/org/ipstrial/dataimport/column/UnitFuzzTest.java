package org.ipstrial.dataimport.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import org.ipstrial.ard.Numbers;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.OpenedFile;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.claims.PrintedText;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.fault.Hostile;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.finding.Severity;
import org.ipstrial.outcome.IsoWeek;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.participants.DateFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Dates, numbers, weeks and printed numbers of chance: each ends in a value or in a finding, never in both, in neither or in
 * an exception; and a value, written again, is what was read. What once went wrong is read again at each build.
 */
class UnitFuzzTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz/units");
    private static final int RUNS = Integer.getInteger("fault.units", 20_000);
    private static final long SEED = Long.getLong("fault.seed", 20120101);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final List<String> DATES = List.of(
            "2014-03-31",
            "31-03-2014",
            "31/03/2014",
            "31.03.2014",
            "03/31/2014",
            "20140331",
            "2016-02-29",
            "29.02.1900",
            "1900-01-01",
            "2199-12-31",
            "2200-01-01",
            "1899-12-31",
            "41729",
            "2014-W09",
            "31-Mar-14",
            "2014-03-31T00:00");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "12",
            "1.5",
            "1,5",
            ".5",
            "5.",
            "1.234",
            "1,234",
            "1.234.567,89",
            "1,234,567.89",
            "1 234 567",
            "1e5",
            "1.5E-20",
            "-3",
            "+3",
            "\u22123",
            "3-",
            "(3)",
            "1e400",
            "1e-400",
            "9007199254740993",
            "0.1",
            "1'234",
            "12%",
            "37.5",
            "1e308",
            "0x1p3",
            "NaN",
            "1d",
            "7:30");
    private static final List<String> WEEKS =
            List.of("2014-W09", "2014W09", "2015-W53", "2014-W53", "2014-W00", "1999-W01");
    private static final List<String> PRINTED = List.of(
            "18", "59.9", "-1.20", ".5", "18%", "18 %", "0\u00b7014", "<0.001", "= 0.05", "> .9", "1e5", "1000000000");

    private final MissingWords missing = new MissingWords(ReadOptions.defaults().missing());

    @Test
    void whatOnceWentWrongGoesWell() throws IOException {
        Map<String, Consumer<String>> readers =
                Map.of("dates", this::date, "numbers", this::number, "weeks", this::week, "printed", this::printed);
        for (Map.Entry<String, Consumer<String>> reader : readers.entrySet()) {
            List<String> cells = Files.readAllLines(CORPUS.resolve(reader.getKey() + ".txt"));
            assertThat(cells).isNotEmpty();
            cells.forEach(reader.getValue());
        }
        DATES.forEach(this::date);
        NUMBERS.forEach(this::number);
        WEEKS.forEach(this::week);
        PRINTED.forEach(this::printed);
    }

    @Test
    @Tag("fault")
    void datesOfChance() {
        fuzz(DATES, this::date);
    }

    @Test
    @Tag("fault")
    void numbersOfChance() {
        fuzz(NUMBERS, this::number);
    }

    @Test
    @Tag("fault")
    void weeksOfChance() {
        fuzz(WEEKS, this::week);
    }

    @Test
    @Tag("fault")
    void printedNumbersOfChance() {
        fuzz(PRINTED, this::printed);
    }

    private static void fuzz(List<String> sound, Consumer<String> reader) {
        Random random = new Random(SEED);
        assertTimeoutPreemptively(LONGEST, () -> {
            for (int i = 0; i < RUNS; i++) {
                String cell = Hostile.cell(sound, random);
                try {
                    reader.accept(cell);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("with '" + cell + "'", e);
                }
            }
        });
    }

    private void date(String cell) {
        for (DateFormat format : DateFormat.values()) {
            Optional<RawColumn> column = column(cell);
            if (column.isEmpty()) {
                return;
            }
            Findings findings = new Findings();
            OptionalLong day = DateColumn.read(column.get(), format, missing, findings)[0];
            String plain = CellText.plain(column.get().cell(0));
            assertThat(day.isPresent() || missing.isMissing(plain))
                    .as("'%s' as %s", cell, format.id())
                    .isNotEqualTo(isRefused(findings));
            if (day.isPresent()) {
                LocalDate date = LocalDate.ofEpochDay(day.getAsLong());
                assertThat(date.format(DateTimeFormatter.ofPattern(format.pattern(), Locale.ROOT)))
                        .isEqualTo(plain);
                assertThat(date.getYear()).isBetween(1900, 2199);
            }
        }
    }

    private void number(String cell) {
        for (Optional<Character> decimal : List.of(Optional.of('.'), Optional.of(','), Optional.<Character>empty())) {
            Optional<RawColumn> column = column(cell);
            if (column.isEmpty()) {
                return;
            }
            String plain = CellText.plain(column.get().cell(0));
            boolean isMissing = missing.isMissing(plain);
            Findings findings = new Findings();
            double value = new AmountColumn(
                            column.get(),
                            new String[] {isMissing ? null : plain},
                            OutcomeKind.AMOUNT,
                            decimal,
                            findings)
                    .read()
                    .map(outcome -> outcome.amounts()[0])
                    .orElse(Double.NaN);
            assertThat(!Double.isNaN(value) || isMissing)
                    .as("'%s' with %s", cell, decimal)
                    .isNotEqualTo(isRefused(findings));
            if (!Double.isNaN(value)) {
                assertSameNumber(plain, decimal.orElse('.'), value);
            }
        }
    }

    /** Read by the grammar of decimals alone, and written and read again. */
    private static void assertSameNumber(String cell, char decimal, double value) {
        StringBuilder digits = new StringBuilder();
        for (char c : cell.toCharArray()) {
            if (c == '\u2212') {
                digits.append('-');
            } else if (c == decimal) {
                digits.append('.');
            } else if ("+-0123456789eE".indexOf(c) >= 0) {
                digits.append(c);
            }
        }
        assertThat(value).isEqualTo(new BigDecimal(digits.toString()).doubleValue() + 0.0);
        assertThat(Math.abs(value)).isLessThanOrEqualTo(1e100);
        String printed = Numbers.print(value);
        assertThat(Numbers.print(Double.parseDouble(printed))).isEqualTo(printed);
    }

    private void week(String cell) {
        IsoWeek.monday(cell).ifPresent(monday -> {
            assertThat(LocalDate.ofEpochDay(monday).getDayOfWeek().getValue()).isEqualTo(1);
            assertThat(IsoWeek.text(monday).replace("-", "")).isEqualTo(cell.replace("-", ""));
            assertThat(IsoWeek.text(monday + 6)).isEqualTo(IsoWeek.text(monday));
        });
    }

    private void printed(String cell) {
        for (char decimal : new char[] {'.', ','}) {
            PrintedText.number(cell, decimal).ifPresent(number -> assertThat(
                            PrintedText.number(number.value().toPlainString(), '.')
                                    .orElseThrow()
                                    .value())
                    .isEqualByComparingTo(number.value()));
            PrintedText.percentage(cell, decimal)
                    .ifPresent(share -> assertThat(share.value()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
            PrintedText.pValue(cell, decimal)
                    .ifPresent(p -> assertThat(p.value()).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
        }
    }

    private static boolean isRefused(Findings findings) {
        return findings.codes().stream().anyMatch(code -> findings.severity(code) == Severity.REFUSAL);
    }

    /** A column with the cell in its first row; nothing where the file is refused before it is cut into columns. */
    private static Optional<RawColumn> column(String cell) {
        String text = "id,arm,value\n1,A,\"" + cell.replace("\"", "\"\"") + "\"\n";
        Findings findings = new Findings();
        try {
            ReadOptions options = ReadOptions.defaults();
            return OpenedFile.of(
                            DataSource.standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                            options,
                            findings)
                    .table(WantedColumns.of("id", "arm", List.of("value"), List.of(), Map.of()), options, findings)
                    .column("value");
        } catch (RefusedException e) {
            assertThat(e.findings().codes()).isNotEmpty();
            return Optional.empty();
        }
    }
}
