package org.ipstrial.stats.regression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.regression.design.DesignMatrix;

/** A data set of the reference values, by column. */
public final class Birthwt {

    private Birthwt() {}

    public static double[] column(String name) {
        return column("birthwt", name);
    }

    public static double[] column(String set, String name) {
        try (InputStream in = Birthwt.class.getResourceAsStream("/org/ipstrial/reference/data/" + set + ".csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
            int at = Arrays.asList(lines.get(0)).indexOf(name);
            return lines.stream()
                    .skip(1)
                    .mapToDouble(cells -> Double.parseDouble(cells[at]))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DesignMatrix design(String... names) {
        DesignMatrix design = DesignMatrix.intercept(189);
        for (String name : names) {
            design = design.with(name, column(name));
        }
        return design;
    }
}
