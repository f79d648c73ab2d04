package org.ipstrial.dataimport.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Records one by one, each with the physical line on which it begins. Reads what {@link LexicalCheck} let pass. */
final class RecordReader implements Iterator<RecordReader.Line> {

    /**
     * One record.
     *
     * @param number the physical line on which it begins
     * @param cells  its fields, as they stand
     */
    record Line(long number, String[] cells) {}

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int startLine;
    private long linesBefore;

    RecordReader(String text, Dialect dialect) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quote().orElse(null))
                .setIgnoreEmptyLines(false)
                .get();
        StringReader reader = new StringReader(text);
        try {
            reader.skip(dialect.start());
            this.parser = CSVParser.parse(reader, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
        this.startLine = dialect.startLine();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Line next() {
        // The iterator reads ahead only in hasNext, so the lines read so far are those before this record.
        long line = startLine + linesBefore;
        CSVRecord record = records.next();
        linesBefore = parser.getCurrentLineNumber();
        return new Line(line, record.values());
    }
}
