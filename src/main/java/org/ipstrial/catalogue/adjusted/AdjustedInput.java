package org.ipstrial.catalogue.adjusted;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.stats.adjusted.AdjustedData;

/**
 * Reads the data of a reference value with covariates: {@code birthwt: low by smoke 1 v 0 ~ age lwt | strata ht} is the
 * column low of the data set birthwt in the arms that the column smoke names, 1 against 0, with the covariates age and
 * lwt; {@code ~ 1} is without covariates, and the strata may be left out. Clusters stand last, {@code | cluster age}.
 *
 * @param data      the data, over all arms
 * @param group     place of the arm that is compared
 * @param reference place of the arm that it is compared with
 */
record AdjustedInput(AdjustedData data, int group, int reference) {

    /** The data sets that ship with the program. */
    static final List<String> DATA_SETS = List.of("birthwt", "dietox", "endometrial", "survey", "trial01");

    private static final Pattern FORM = Pattern.compile(
            "(\\w+): (\\w+) by (\\w+) (\\w+) v (\\w+) ~ ((?:\\w+ ?)+?)(?: \\| strata (\\w+))?(?: \\| cluster (\\w+))?");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    static AdjustedInput of(String input) {
        Matcher form = FORM.matcher(input);
        if (!form.matches() || !DATA_SETS.contains(form.group(1))) {
            throw new IllegalArgumentException("data with covariates are written such as"
                    + " birthwt: low by smoke 1 v 0 ~ age lwt | strata ht, of the data sets "
                    + String.join(", ", DATA_SETS) + ", got " + input);
        }
        List<CSVRecord> rows = rows(form.group(1));
        List<String> arms = rows.stream()
                .map(row -> row.get(form.group(3)))
                .distinct()
                .sorted()
                .toList();
        List<String> names =
                form.group(6).equals("1") ? List.of() : List.of(form.group(6).split(" "));
        AdjustedData data = new AdjustedData(
                numbers(rows, form.group(2)),
                places(rows, form.group(3)),
                arms,
                names,
                names.stream().map(name -> numbers(rows, name)).toArray(double[][]::new),
                Optional.ofNullable(form.group(7))
                        .map(name -> places(rows, name))
                        .orElse(new int[rows.size()]));
        data = form.group(8) == null ? data : data.inClusters(places(rows, form.group(8)));
        return new AdjustedInput(data, arms.indexOf(form.group(4)), arms.indexOf(form.group(5)));
    }

    private static List<CSVRecord> rows(String name) {
        String resource = "/org/ipstrial/reference/data/" + name + ".csv";
        try (InputStream in = AdjustedInput.class.getResourceAsStream(resource);
                CSVParser parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(List<CSVRecord> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    private static int[] places(List<CSVRecord> rows, String column) {
        String[] levels =
                rows.stream().map(row -> row.get(column)).distinct().sorted().toArray(String[]::new);
        return rows.stream()
                .mapToInt(row -> Arrays.binarySearch(levels, row.get(column)))
                .toArray();
    }
}
