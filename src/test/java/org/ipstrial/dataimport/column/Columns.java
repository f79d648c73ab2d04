package org.ipstrial.dataimport.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.table.Dialect;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.TableReader;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Findings;

/** Columns as the reader of tables hands them on: the second of {@code f.csv}, with row 0 on line 2. */
final class Columns {

    /** Empty cells, NA and the full stop. */
    static final MissingWords USUAL = new MissingWords(ReadOptions.defaults().missing());

    private static final Dialect COMMA = new Dialect(',', Optional.of('"'), 0, 1);

    private Columns() {}

    static RawColumn column(String name, List<String> cells) {
        String rows = IntStream.range(0, cells.size())
                .mapToObj(row -> "R" + row + ",\"" + cells.get(row).replace("\"", "\"\"") + "\"\n")
                .collect(Collectors.joining());
        Findings findings = new Findings();
        RawColumn column = new TableReader(
                        "f.csv",
                        "row," + name + "\n" + rows,
                        COMMA,
                        new WantedColumns("row", Map.of("row", "", name, "")),
                        findings)
                .read(cells.size())
                .column(name)
                .orElseThrow();
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(lines(findings).toString());
        }
        return column;
    }

    static RawColumn column(String name, String... cells) {
        return column(name, List.of(cells));
    }

    /** The findings as the user reads them. */
    static List<String> lines(Findings findings) {
        return findings.inReadingOrder().stream().map(Finding::line).toList();
    }
}
