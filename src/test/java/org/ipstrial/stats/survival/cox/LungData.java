package org.ipstrial.stats.survival.cox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipstrial.stats.survival.SurvivalTimes;

/** R's survival::lung for tests, with sex and age as covariates. */
public final class LungData {

    private LungData() {}

    /** The times counted in steps of so many days, each ended one whole. */
    public static CoxData columns(int days) {
        List<String[]> rows;
        try (var lines = Files.lines(Path.of("src/main/resources/org/ipstrial/reference/data/lung.csv"))) {
            rows = lines.filter(line -> !line.startsWith("#") && !line.startsWith("time"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SurvivalTimes times = SurvivalTimes.of(
                rows.stream()
                        .mapToDouble(row -> Math.ceil(Double.parseDouble(row[0]) / days))
                        .toArray(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray(),
                new int[rows.size()]);
        return CoxData.ofColumns(
                times,
                rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray());
    }
}
