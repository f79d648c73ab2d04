package org.ipstrial.dataexport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a canonical CSV row by row. */
final class CsvRows {

    private static final CSVFormat CANONICAL =
            CSVFormat.Builder.create().setRecordSeparator('\n').get();

    private final BufferedWriter writer;
    private final CSVPrinter printer;
    private long rows;

    private CsvRows(OutputStream out) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.printer = new CSVPrinter(writer, CANONICAL);
    }

    /** Begins with the names of the columns; the stream stays open. */
    static CsvRows begin(OutputStream out, List<String> header) throws IOException {
        CsvRows rows = new CsvRows(out);
        rows.printer.printRecord(header);
        return rows;
    }

    void row(List<String> fields) throws IOException {
        printer.printRecord(fields);
        rows++;
    }

    /** Hands everything over and tells how many rows there were besides the header. */
    long end() throws IOException {
        printer.flush();
        writer.flush();
        return rows;
    }
}
