package org.ipstrial.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryTest {

    @Test
    void takesQuantilesAsRDoes() throws IOException {
        int rows = 0;
        for (String line : resource("quantiles.csv").split("\n")) {
            if (line.startsWith("#") || line.startsWith("x,")) {
                continue;
            }
            String[] field = line.split(",");
            double[] sorted = Arrays.stream(field[0].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .sorted()
                    .toArray();
            double expected = Double.parseDouble(field[3]);

            assertThat(Quantiles.of(sorted, Double.parseDouble(field[2]), QuantileType.of(Integer.parseInt(field[1]))))
                    .as(line)
                    .isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
            rows++;
        }
        assertThat(rows).isEqualTo(8 * 2 * 8);
    }

    @Test
    void summarisesHoursWithManyZeros() {
        double[] hours = {0, 0, 0, 12, 20, 37.5, 0, 150.25, 310, 82};

        // R 4.2.2: mean, sd, quantile(type = 7) and quantile(type = 2)
        assertThat(Summary.of(hours, QuantileType.R7))
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .isEqualTo(new Summary(10, 61.175, Quantity.of(99.9586060160238), 16, 0, 70.875, 0, 310, 611.75, 4));
        assertThat(Summary.of(hours, QuantileType.R2).p75()).isEqualTo(82);
    }

    @Test
    void onePersonHasNoSpread() {
        assertThat(Summary.of(new double[] {7}, QuantileType.R7))
                .isEqualTo(new Summary(1, 7, Quantity.notEstimable(Reason.FEWER_THAN_TWO), 7, 7, 7, 7, 7, 7, 0));
    }

    @Test
    void countsBothZeros() {
        assertThat(Summary.of(new double[] {-0.0, 0.0, 1}, QuantileType.R7).zeros())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void quantilesRiseWithTheirProbabilityAndMirror(QuantileType type) {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            double[] sorted = Samples.hours(random, 1 + random.nextInt(12));
            Arrays.sort(sorted);
            double[] mirrored = Samples.linear(sorted, -1, 0);
            Arrays.sort(mirrored);
            double before = sorted[0];
            for (int percent = 0; percent <= 100; percent++) {
                double q = Quantiles.of(sorted, percent / 100.0, type);

                assertThat(q).as("seed " + seed).isBetween(before, sorted[sorted.length - 1]);
                assertThat(Quantiles.of(mirrored, 1 - percent / 100.0, type))
                        .as("seed " + seed)
                        .isCloseTo(-q, within(1e-9));
                before = q;
            }
        }
    }

    @Test
    void refuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantileType.of(6))
                .withMessage("quantile type must be one of 7, 2, got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(new double[0], 0.5, QuantileType.R7))
                .withMessage("a quantile needs at least one value, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(new double[] {1}, 50, QuantileType.R7))
                .withMessage("probability must be from 0 to 1, got 50.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Summary.of(new double[0], QuantileType.R7))
                .withMessage("moments need at least one amount, got none");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SummaryTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
