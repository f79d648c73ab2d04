package org.ipstrial.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NIST's Statistical Reference Datasets, univariate, where their files are at hand. */
class CertifiedMomentsTest {

    private static final Path NIST = Path.of("../shared/reference/nist/univariate");

    /** NIST's Statistical Reference Datasets, univariate; every certified digit but at most one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4", "PiDigits"})
    void reachesTheCertifiedDigits(String set) throws IOException {
        Path file = NIST.resolve(set + ".dat");
        assumeTrue(Files.exists(file), "the NIST data are not here");
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        double[] values = lines.subList(60, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        Moments moments = Moments.of(values);

        assertThat(digits(moments.mean(), certified(lines, "ybar:"))).isGreaterThanOrEqualTo(14);
        assertThat(digits(moments.sd(), certified(lines, "s:"))).isGreaterThanOrEqualTo(14);
    }

    private static double certified(List<String> lines, String label) {
        Pattern pattern = Pattern.compile("\\s" + label + "\\s+(-?[\\d.]+)");
        return lines.stream()
                .limit(60)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static double digits(double got, double certified) {
        return got == certified ? 15 : Math.min(15, -StrictMath.log10(Math.abs(got - certified) / Math.abs(certified)));
    }
}
