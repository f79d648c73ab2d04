package org.ipstrial.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.Hidden;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.finding.SheetText;

/** What was hidden of a table and why, as CSV for whoever checks what leaves a secure machine; no values stand in it. */
public final class DisclosureCsv {

    private static final List<String> COLUMNS = Stream.concat(
                    CsvRenderer.COLUMNS.subList(0, CsvRenderer.COLUMNS.indexOf("statistic")).stream(),
                    Stream.of("hidden", "why"))
            .toList();

    private DisclosureCsv() {}

    /** A line for each result of which something is hidden, then those for what is never shown. */
    public static String render(ReleasedTable released) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .setRecordSeparator("\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Hidden hidden : released.hidden()) {
                ResultKey key = hidden.key();
                printer.printRecord(Stream.concat(
                        Stream.of(
                                        key.analysis(),
                                        key.analysisSet(),
                                        key.missingRule(),
                                        key.outcome(),
                                        key.timepoint(),
                                        key.group(),
                                        key.reference(),
                                        key.stratum(),
                                        key.term(),
                                        key.measure().id(),
                                        key.method())
                                .map(SheetText::cell),
                        Stream.of(
                                hidden.statistics().stream().map(Statistic::id).collect(Collectors.joining(" ")),
                                hidden.why().id())));
            }
            for (String never : Hidden.NEVER_SHOWN) {
                printer.printRecord(Stream.concat(
                        Collections.nCopies(COLUMNS.size() - 2, "").stream(), Stream.of(never, "never-shown")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
