package org.ipstrial.stats.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NIST's Statistical Reference Datasets, one-way analysis of variance, where their files are at hand. */
class CertifiedAnovaTest {

    private static final Path NIST = Path.of("../shared/reference/nist/anova");

    private static final Pattern BETWEEN =
            Pattern.compile("^Between \\S+\\s+(\\d+)\\s+\\S+\\s+\\S+\\s+([-+.\\dE]+)\\s*$");

    /** Every certified digit of F, but at most one; sums of doubles keep four of the hardest three. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AtmWtAg", "SiRstv", "SmLs01", "SmLs02", "SmLs03", "SmLs04", "SmLs05", "SmLs06", "SmLs07", "SmLs08",
                "SmLs09"
            })
    void reachesTheCertifiedDigits(String set) throws IOException {
        Path file = NIST.resolve(set + ".dat");
        assumeTrue(Files.exists(file), "the NIST data are not here");
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        Map<String, List<Double>> arms = new TreeMap<>();
        for (String line : lines.subList(60, lines.size())) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length == 2) {
                arms.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(Double.parseDouble(cells[1]));
            }
        }
        List<double[]> samples = new ArrayList<>();
        arms.values()
                .forEach(arm -> samples.add(
                        arm.stream().mapToDouble(Double::doubleValue).toArray()));
        Matcher certified = lines.stream()
                .limit(60)
                .map(BETWEEN::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow();

        var test = AnovaTest.of(new SeveralSamples(samples));

        double f = Double.parseDouble(certified.group(2));
        assertThat(test.df()).hasValue(Double.parseDouble(certified.group(1)));
        assertThat(-StrictMath.log10(Math.abs(test.statistic().orElseThrow() - f) / f))
                .isGreaterThanOrEqualTo(14);
    }
}
