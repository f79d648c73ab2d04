package org.ipstrial.catalogue.times;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Published data sets on which reference values were computed; a file of each names where it is from. */
public final class DataSet {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private DataSet() {}

    /**
     * The rows of a data set.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static List<CSVRecord> rows(String name) {
        String resource = "/org/ipstrial/reference/data/" + name + ".csv";
        try (InputStream in = DataSet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such data set of reference values: " + resource);
            }
            try (CSVParser parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return parser.getRecords();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
