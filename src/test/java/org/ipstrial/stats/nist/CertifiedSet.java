package org.ipstrial.stats.nist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of NIST's Statistical Reference Datasets.
 *
 * @param name      its name
 * @param kind      what is certified
 * @param rows      the data as they are printed
 * @param certified the certified numbers by name
 */
record CertifiedSet(String name, Kind kind, List<List<String>> rows, Map<String, Double> certified) {

    private static final int HEADER = 60;

    /** What is certified, and where NIST's files print it. */
    enum Kind {
        UNIVARIATE(
                "Sample Mean\\s+ybar:\\s+(?<mean>[-.\\d]+).*",
                "Sample Standard Deviation .*s:\\s+(?<sd>[-.\\d]+).*",
                "Sample Autocorrelation .*r\\(1\\):\\s+(?<r1>[-.\\d]+).*"),
        ANOVA(
                "Between \\S+\\s+(?<dfModel>\\d+)\\s+(?<ssModel>\\S+)\\s+(?<msModel>\\S+)\\s+(?<f>\\S+)\\s*",
                "Within \\S+\\s+(?<dfResidual>\\d+)\\s+(?<ssResidual>\\S+)\\s+(?<msResidual>\\S+)\\s*",
                "\\s+Certified R-Squared\\s+(?<r2>\\S+)\\s*",
                "\\s+Standard Deviation\\s+(?<sd>\\S+)\\s*"),
        LINEAR(
                "\\s+B(?<place>\\d+)\\s+(?<b>\\S+)\\s+(?<se>\\S+)\\s*",
                "\\s+Standard Deviation\\s+(?<sd>[.\\dE+-]+)\\s*",
                "\\s+R-Squared\\s+(?<r2>\\S+)\\s*",
                "Regression\\s+(?<dfModel>\\d+)\\s+(?<ssModel>\\S+)\\s+(?<msModel>\\S+)\\s+(?<f>\\S+)\\s*",
                "Residual\\s+(?<dfResidual>\\d+)\\s+(?<ssResidual>\\S+)\\s+(?<msResidual>\\S+)\\s*");

        private static final Pattern NAME = Pattern.compile("\\(\\?<([a-zA-Z0-9]+)>");

        private final List<Pattern> lines;

        Kind(String... lines) {
            this.lines = Arrays.stream(lines).map(Pattern::compile).toList();
        }

        String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private void read(String line, Map<String, Double> into) {
            for (Pattern pattern : lines) {
                Matcher found = pattern.matcher(line);
                if (found.matches()) {
                    String place = pattern.pattern().contains("<place>") ? found.group("place") : "";
                    NAME.matcher(pattern.pattern())
                            .results()
                            .map(name -> name.group(1))
                            .filter(name -> !name.equals("place"))
                            .forEach(name -> into.put(name + place, Double.valueOf(found.group(name))));
                }
            }
        }
    }

    /** Reads NIST's own file: a header of sixty lines, then the data. */
    static CertifiedSet read(Path nist, Kind kind, String name) {
        try {
            List<String> lines =
                    Files.readAllLines(nist.resolve(kind.folder()).resolve(name + ".dat"), StandardCharsets.ISO_8859_1);
            Map<String, Double> certified = new LinkedHashMap<>();
            lines.stream().limit(HEADER).forEach(line -> kind.read(line, certified));
            return new CertifiedSet(
                    name,
                    kind,
                    lines.stream()
                            .skip(HEADER)
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> List.of(line.split("\\s+")))
                            .toList(),
                    certified);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One column, as the doubles that a program reads. */
    double[] column(int column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }
}
