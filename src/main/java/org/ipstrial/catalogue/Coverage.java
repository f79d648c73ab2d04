package org.ipstrial.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How often the 95% interval of a method holds the true value: the probabilities of all outcomes summed, none
 * simulated, for arms of stated sizes and shares on a stated grid.
 *
 * @param measure id of the measure
 * @param method  id of the method
 * @param people  the size of the arm, or of group and reference as {@code 20+10}
 * @param lowest  the smallest probability on the grid
 * @param at      the share, or the two, at which it is smallest
 * @param mean    the mean over the grid
 */
public record Coverage(String measure, String method, String people, double lowest, String at, double mean) {

    private static final String RESOURCE = "/org/ipstrial/reference/coverage-95.csv";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    /** All that ship with the program. */
    public static List<Coverage> all() {
        try (InputStream in = Coverage.class.getResourceAsStream(RESOURCE);
                CSVParser parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Coverage> all = new ArrayList<>();
            for (CSVRecord row : parser) {
                all.add(new Coverage(
                        row.get("measure"),
                        row.get("method"),
                        row.get("people"),
                        Double.parseDouble(row.get("lowest")),
                        row.get("at"),
                        Double.parseDouble(row.get("mean"))));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
