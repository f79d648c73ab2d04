package org.ipstrial.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the reference values that ship with the program, for its tests and for the check on the user's own machine.
 *
 * <p>Each file holds {@code measure,method,input,level,statistic,expected,tolerance,source}. Lines that begin with
 * {@code #} are remarks. An empty tolerance is half a unit of the last digit of {@code expected}; a wider one needs a
 * reason in the source. {@code Inf} is a limit without bound.
 */
public final class ReferenceValues {

    /** The files, without folder and ending. */
    public static final List<String> FILES = List.of(
            "proportion",
            "target",
            "rank-association",
            "risk-difference",
            "risk-ratio",
            "odds-ratio",
            "mean-difference",
            "ratio-of-means",
            "probabilistic-index",
            "hodges-lehmann",
            "win-odds",
            "standardised-mean-difference",
            "balance",
            "test-binary",
            "test-amount",
            "survival",
            "restricted-time",
            "hazard-ratio",
            "subdistribution-hazard-ratio",
            "cumulative-incidence",
            "test-times",
            "mean-weeks",
            "stratified-effects",
            "stratified-tests",
            "stratified-amounts",
            "interaction-tests",
            "moderation",
            "adjusted-interaction-tests",
            "adjusted-risk-difference",
            "adjusted-risk-ratio",
            "adjusted-odds-ratio",
            "conditional-odds-ratio",
            "proportionality",
            "ordinal-odds-ratio",
            "adjusted-mean-difference",
            "adjusted-ratio-of-means",
            "clustered-effects",
            "test-arms",
            "stratified-arms",
            "against-control",
            "multiplicity",
            "missing",
            "multiple-imputation",
            "studies");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();

    private ReferenceValues() {}

    /** All reference values of all files. */
    public static List<ReferenceValue> all() {
        return FILES.stream().flatMap(file -> of(file).stream()).toList();
    }

    /**
     * The reference values of one file.
     *
     * @param file its name, without folder and ending
     */
    public static List<ReferenceValue> of(String file) {
        String resource = "/org/ipstrial/reference/" + file + ".csv";
        try (InputStream in = ReferenceValues.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no such file of reference values: " + resource);
            }
            List<ReferenceValue> values = new ArrayList<>();
            try (CSVParser parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (CSVRecord row : parser) {
                    if (!row.isConsistent()) {
                        throw new IllegalArgumentException(
                                resource + ": record " + row.getRecordNumber() + " has " + row.size() + " fields");
                    }
                    values.add(value(row));
                }
            }
            return List.copyOf(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceValue value(CSVRecord row) {
        String expected = row.get("expected");
        String tolerance = row.get("tolerance");
        return new ReferenceValue(
                row.get("measure"),
                row.get("method"),
                row.get("input"),
                Double.parseDouble(row.get("level")),
                row.get("statistic"),
                number(expected),
                tolerance.isEmpty() ? halfUnitOfLastDigit(expected) : Double.parseDouble(tolerance),
                row.get("source"));
    }

    private static double number(String text) {
        return switch (text) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Half a unit of the last printed digit, and the rounding of the comparison itself. */
    private static double halfUnitOfLastDigit(String printed) {
        if (printed.endsWith("Inf")) {
            return 0;
        }
        BigDecimal value = new BigDecimal(printed);
        double half = new BigDecimal(java.math.BigInteger.ONE, value.scale()).doubleValue() / 2;
        return half + 4 * Math.ulp(value.doubleValue());
    }
}
