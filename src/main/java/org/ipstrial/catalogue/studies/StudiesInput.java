package org.ipstrial.catalogue.studies;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.effect.ArmCounts;
import org.ipstrial.stats.meta.effect.ArmMeans;
import org.ipstrial.stats.meta.effect.CountEffect;
import org.ipstrial.stats.meta.effect.DifferenceOfMeans;
import org.ipstrial.stats.meta.effect.DifferenceOfRisks;
import org.ipstrial.stats.meta.effect.LogOddsRatio;
import org.ipstrial.stats.meta.effect.LogRatioOfMeans;
import org.ipstrial.stats.meta.effect.LogRiskRatio;
import org.ipstrial.stats.meta.effect.MeanEffect;
import org.ipstrial.stats.meta.effect.StandardisedDifferenceOfMeans;

/**
 * Reads the studies of a reference value: {@code studies bcg risk-ratio} takes the data set {@code bcg} that ships with the
 * program and the effects of a measure; behind a {@code ;} may stand the pooling method that the number is of. Studies
 * without an effect are left out.
 */
final class StudiesInput {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private static final Map<String, CountEffect> OF_COUNTS = Map.of(
            "risk-ratio", LogRiskRatio::of, "odds-ratio", LogOddsRatio::of, "risk-difference", DifferenceOfRisks::of);

    private static final Map<String, MeanEffect> OF_MEANS = Map.of(
            "mean-difference",
            DifferenceOfMeans::of,
            "standardised-mean-difference",
            StandardisedDifferenceOfMeans::of,
            "ratio-of-means",
            LogRatioOfMeans::of);

    private StudiesInput() {}

    /** The effects. */
    static StudyEffects effects(String input) {
        return of(input).effects();
    }

    /** The counts. */
    static StratifiedTables tables(String input) {
        String[] words = words(input);
        return tables(rows(words[1])).orElseThrow();
    }

    /** Effects and counts. */
    static StudiesData of(String input) {
        String[] words = words(input);
        List<CSVRecord> rows = rows(words[1]);
        List<StudyEffect.Known> known = new ArrayList<>();
        for (CSVRecord row : rows) {
            if (effect(words[2], row) instanceof StudyEffect.Known effect) {
                known.add(effect);
            }
        }
        return new StudiesData(
                StudyEffects.of(
                        known.stream().mapToDouble(StudyEffect.Known::estimate).toArray(),
                        known.stream().mapToDouble(StudyEffect.Known::variance).toArray()),
                tables(rows));
    }

    /** The pooling method that a number is of. */
    static String method(String input) {
        return input.substring(input.indexOf(';') + 1).strip();
    }

    private static String[] words(String input) {
        String[] words = input.split(";")[0].strip().split(" ");
        if (words.length < 2 || words.length > 3) {
            throw new IllegalArgumentException("studies are written such as studies bcg risk-ratio, got " + input);
        }
        return words;
    }

    private static StudyEffect effect(String measure, CSVRecord row) {
        if (OF_COUNTS.containsKey(measure)) {
            return OF_COUNTS
                    .get(measure)
                    .of(new ArmCounts(
                            number(row, "treatment_events"),
                            number(row, "treatment_n"),
                            number(row, "control_events"),
                            number(row, "control_n")));
        }
        if (OF_MEANS.containsKey(measure)) {
            return OF_MEANS.get(measure).of(new ArmMeans(arm(row, "treatment"), arm(row, "control")));
        }
        return StudyEffect.of(number(row, "estimate"), number(row, "variance"));
    }

    private static ArmMeans.Arm arm(CSVRecord row, String arm) {
        return new ArmMeans.Arm(number(row, arm + "_mean"), number(row, arm + "_sd"), number(row, arm + "_n"));
    }

    private static Optional<StratifiedTables> tables(List<CSVRecord> rows) {
        if (!rows.get(0).isMapped("treatment_events")) {
            return Optional.empty();
        }
        return Optional.of(new StratifiedTables(rows.stream()
                .map(row -> Stratum.of(
                        row.get("study"),
                        (int) number(row, "treatment_events"),
                        (int) number(row, "treatment_n"),
                        (int) number(row, "control_events"),
                        (int) number(row, "control_n")))
                .toList()));
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<CSVRecord> rows(String name) {
        String resource = "/org/ipstrial/reference/data/" + name + ".csv";
        try (InputStream in = StudiesInput.class.getResourceAsStream(resource)) {
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
