package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NIST's Statistical Reference Datasets, linear regression, where their files are at hand. */
class CertifiedLinearModelTest {

    private static final Path NIST = Path.of("../shared/reference/nist/linear");
    private static final Pattern COEFFICIENT = Pattern.compile("\\s+B\\d+\\s+(\\S+)\\s+(\\S+)\\s*");

    /**
     * Digits that agree at least, of coefficients and of standard errors. Rational arithmetic on the same doubles gives no
     * more of the coefficients: 7.65 of Filip, whose powers lose that much by being read as doubles, 13.50 of Pontius and
     * 13.20 of Wampler2. The
     * standard errors come from a triangle in plain doubles: 8.2 digits of Filip's would be there to be had, and 15 of
     * Wampler3 to 5. R's lm drops a column of Filip; a plain Householder factoring gives 5.8 digits of Wampler5.
     */
    @ParameterizedTest
    @CsvSource({
        "Norris, 1, 13.9, 13.9",
        "Pontius, 2, 13.5, 13.7",
        "Longley, 0, 14.6, 14.7",
        "Filip, 10, 7.65, 7.6",
        "Wampler1, 5, 15, 15",
        "Wampler2, 5, 13.2, 14.9",
        "Wampler3, 5, 15, 14",
        "Wampler4, 5, 15, 13.8",
        "Wampler5, 5, 15, 13.7"
    })
    void reachesTheCertifiedDigits(String set, int degree, double ofCoefficients, double ofErrors) throws IOException {
        Path file = NIST.resolve(set + ".dat");
        assumeTrue(Files.exists(file), "the NIST data are not here");
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        List<double[]> rows = lines.subList(60, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> java.util.Arrays.stream(line.split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        double[] y = rows.stream().mapToDouble(row -> row[0]).toArray();
        DesignMatrix design = DesignMatrix.intercept(y.length);
        int columns = degree == 0 ? rows.get(0).length - 1 : degree;
        for (int j = 1; j <= columns; j++) {
            int at = j;
            design = design.with(
                    "x" + j,
                    rows.stream()
                            .mapToDouble(row -> degree == 0 ? row[at] : power(row[1], at))
                            .toArray());
        }
        FullRank full = FullRank.of(design);
        assertThat(full.aliased()).isEmpty();
        FittedModel fit =
                LinearModel.of(ModelData.of(full.design(), y)).ifFitted().orElseThrow();
        List<double[]> certified = certified(lines);
        assertThat(certified).hasSize(columns + 1);
        double least = 15;
        double leastOfErrors = 15;
        for (int j = 0; j <= columns; j++) {
            least = Math.min(least, digits(fit.coefficients()[j], certified.get(j)[0]));
            leastOfErrors = Math.min(
                    leastOfErrors,
                    digits(fit.modelCovariance().standardError(j), certified.get(j)[1]));
        }
        assertThat(least).as(set).isGreaterThanOrEqualTo(ofCoefficients);
        assertThat(leastOfErrors).as(set).isGreaterThanOrEqualTo(ofErrors);
    }

    private static double power(double x, int n) {
        return new java.math.BigDecimal(Double.toString(x)).pow(n).doubleValue();
    }

    private static List<double[]> certified(List<String> lines) {
        List<double[]> certified = new ArrayList<>();
        for (String line : lines.subList(0, 60)) {
            Matcher found = COEFFICIENT.matcher(line);
            if (found.matches()) {
                certified.add(new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))});
            }
        }
        return certified;
    }

    private static double digits(double got, double certified) {
        if (certified == 0) {
            return got == 0 ? 15 : -StrictMath.log10(Math.abs(got));
        }
        return got == certified ? 15 : Math.min(15, -StrictMath.log10(Math.abs(got - certified) / Math.abs(certified)));
    }
}
