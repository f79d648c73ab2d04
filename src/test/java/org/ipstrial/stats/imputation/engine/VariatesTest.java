package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

class VariatesTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("variates"));
    private static final int DRAWS = 40_000;

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }

    /**
     * Frozen: a change here changes every imputation that is published. Python 3.11: seeding by SHA-256, L64X128Mix, the polar
     * method, and the way to gamma numbers of Marsaglia and Tsang written anew from the papers.
     */
    @Test
    void theDigitsAreThoseOfASecondProgram() {
        assertThat(random(0).normals(6))
                .containsExactly(
                        new double[] {
                            -1.5581189307358454,
                            1.207234296307122,
                            -0.7444688987292148,
                            0.6947849910485141,
                            -0.05216669469433034,
                            -0.5377366340198738
                        },
                        within(1e-15));
        Variates one = random(1);
        double[] chi = new double[5];
        long[] df = {1, 1, 2, 7, 440};
        Arrays.setAll(chi, k -> one.chiSquared(df[k]));
        assertThat(chi)
                .containsExactly(
                        new double[] {
                            0.8200585172158213,
                            1.0695573351332024,
                            1.4397649999317186,
                            7.161412133562177,
                            435.56730104768957
                        },
                        within(1e-12));
    }

    /** The same program: one draw that is turned down elsewhere moves all that follow, and the sum of a thousand. */
    @Test
    void aThousandAreThoseOfASecondProgram() {
        long[] df = {1, 2, 3, 7, 440};
        double[] sums = {963.8413948189129, 2061.598976452619, 2977.815628154682, 6955.314585020372, 440509.7630828212};
        for (int j = 0; j < df.length; j++) {
            Variates random = random((int) (2 + df[j]));
            double sum = 0;
            for (int i = 0; i < 1000; i++) {
                sum += random.chiSquared(df[j]);
            }
            assertThat(sum).isCloseTo(sums[j], within(1e-12 * sums[j]));
        }
        assertThat(Arrays.stream(random(2).normals(1000)).sum()).isCloseTo(-40.81388321398813, within(1e-11));
    }

    /** Of pairs of independent normal numbers exp(-(x^2 + y^2) / 2) is uniform, and so is the angle. */
    @Test
    void pairsOfNormalNumbersAreIndependent() {
        double[] z = random(3).normals(2 * DRAWS);
        double[] radius = new double[DRAWS];
        double[] angle = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            radius[i] = StrictMath.exp(-(z[2 * i] * z[2 * i] + z[2 * i + 1] * z[2 * i + 1]) / 2);
            angle[i] = StrictMath.atan2(z[2 * i], z[2 * i + 1]) / (2 * Math.PI) + 0.5;
        }

        Kolmogorov.assertDrawnFrom(u -> u, radius);
        Kolmogorov.assertDrawnFrom(u -> u, angle);
        Kolmogorov.assertDrawnFrom(NormalDistribution.of(0, 1)::cumulativeProbability, z);
    }

    @Test
    void chiSquaredNumbersHaveTheirDistribution() {
        for (int df : new int[] {1, 2, 3, 8, 100}) {
            Variates random = random(1000 + df);
            double[] draws = IntStream.range(0, DRAWS)
                    .mapToDouble(i -> random.chiSquared(df))
                    .toArray();
            Kolmogorov.assertDrawnFrom(ChiSquaredDistribution.of(df)::cumulativeProbability, draws);
        }
    }

    @Test
    void eventsHappenAsOftenAsTheyAreLikely() {
        Variates random = random(4);
        int times = 0;
        for (int i = 0; i < DRAWS; i++) {
            assertThat(random.happens(0)).isFalse();
            assertThat(random.happens(1)).isTrue();
            times += random.happens(0.3) ? 1 : 0;
        }
        assertThat(times / (double) DRAWS).isCloseTo(0.3, within(4 * Math.sqrt(0.21 / DRAWS)));
    }
}
