package org.ipstrial.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.SheetText;

/**
 * A released table as CSV, one row a number. A text that a spreadsheet could take for a formula, or a build server for a
 * command where it begins a line, has an apostrophe in front; numbers never have.
 */
public final class CsvRenderer {

    /** The columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "analysis",
            "analysis_set",
            "missing_rule",
            "outcome",
            "timepoint",
            "group",
            "reference",
            "stratum",
            "term",
            "measure",
            "method",
            "statistic",
            "value",
            "unit",
            "status",
            "note");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .setRecordSeparator("\n")
            .get();

    private CsvRenderer() {}

    /** The table as CSV with a header line; lines end in a line feed. */
    public static String render(ReleasedTable released) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Result result : released.table().results()) {
                for (Map.Entry<Statistic, Cell> entry : result.cells().entrySet()) {
                    List<String> row = row(result, entry.getKey(), entry.getValue());
                    if (isPlain(row)) {
                        text.append(String.join(",", row)).append('\n');
                    } else {
                        printer.printRecord(row);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(Result result, Statistic statistic, Cell cell) {
        return List.of(
                first(result.key().analysis()),
                SheetText.cell(result.key().analysisSet()),
                SheetText.cell(result.key().missingRule()),
                SheetText.cell(result.key().outcome()),
                SheetText.cell(result.key().timepoint()),
                SheetText.cell(result.key().group()),
                SheetText.cell(result.key().reference()),
                SheetText.cell(result.key().stratum()),
                SheetText.cell(result.key().term()),
                result.key().measure().id(),
                result.key().method(),
                statistic.id(),
                cell.value().isPresent() ? Numbers.print(cell.value().getAsDouble()) : "",
                cell.unit().id(),
                result.status(),
                cell.note());
    }

    /** Whether no cell can need quotes, which most rows do not and the printer looks for long. */
    private static boolean isPlain(List<String> row) {
        for (String cell : row) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c <= '#' || c == ',') {
                    return false;
                }
            }
        }
        return !row.get(0).isEmpty();
    }

    private static String first(String text) {
        return text.startsWith("::") ? "'" + text : SheetText.cell(text);
    }
}
