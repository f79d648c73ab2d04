package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

/** The walk itself, over likelihoods that are known in closed form and cost nothing. */
class ExactPosteriorWalkTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("walk"));
    private static final int DRAWS = 20_000;

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }

    /** Where the likelihood is that of the proposals, Student's t with 8 degrees of freedom, all are taken: the twentieth. */
    @Test
    void whereTheLikelihoodIsTheProposalsTheTwentiethIsDrawn() {
        for (int size : new int[] {1, 2, 5}) {
            for (int replicate = 0; replicate < 20; replicate++) {
                Variates random = random(replicate);
                double[] twentieth = {};
                for (int proposal = 0; proposal < 20; proposal++) {
                    twentieth = random.normals(size);
                    double stretch = Math.sqrt(8 / random.chiSquared(8));
                    twentieth = Arrays.stream(twentieth).map(z -> z * stretch).toArray();
                    random.fraction();
                }
                double[] drawn = ExactPosterior.draw(
                                size,
                                double[]::clone,
                                // proposal's.
                                z -> -(8 + size) / 2.0 * StrictMath.log1p(squares(z) / 8),
                                random(replicate))
                        .orElseThrow();
                assertThat(drawn).containsExactly(twentieth);
            }
        }
    }

    private static double squares(double[] z) {
        double squares = 0;
        for (double x : z) {
            squares += x * x;
        }
        return squares;
    }

    /** Of 2 events among 9 with a flat prior on the log odds; the maximum is log(2/7), with the information 14/9. */
    @Test
    void logOddsOfTwoOfNineAreThoseOfABetaDistribution() {
        double[] drawn = drawn(
                1,
                z -> StrictMath.log(2 / 7.0) + z[0] * Math.sqrt(9 / 14.0),
                b -> 2 * b - 9 * StrictMath.log1p(StrictMath.exp(b)));
        BetaDistribution beta = BetaDistribution.of(2, 7);

        Kolmogorov.assertDrawnFrom(b -> beta.cumulativeProbability(1 / (1 + StrictMath.exp(-b))), drawn);
    }

    /** A skewed one: the logarithm of a gamma number of shape 3, whose maximum is log 3 with the information 3. */
    @Test
    void logarithmsOfGammaNumbersAreDrawn() {
        double[] drawn = drawn(1, z -> StrictMath.log(3) + z[0] / Math.sqrt(3), b -> 3 * b - StrictMath.exp(b));
        GammaDistribution gamma = GammaDistribution.of(3, 1);

        Kolmogorov.assertDrawnFrom(b -> gamma.cumulativeProbability(StrictMath.exp(b)), drawn);
    }

    private static double[] drawn(int size, ToDoubleFunction<double[]> moved, ToDoubleFunction<Double> logLikelihood) {
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> ExactPosterior.draw(size, moved::applyAsDouble, logLikelihood, random(i))
                        .orElseThrow())
                .toArray();
    }

    /** Twenty proposals from the first that has a likelihood; a thousand if none has. */
    @Test
    void proposesTwentyTimesFromTheFirstThatIsTaken() {
        for (int without : new int[] {0, 1, 7, 980}) {
            AtomicInteger asked = new AtomicInteger();
            assertThat(ExactPosterior.draw(
                            2,
                            z -> z,
                            z -> asked.incrementAndGet() <= without ? Double.NEGATIVE_INFINITY : 0,
                            random(1)))
                    .isPresent();
            assertThat(asked).hasValue(without + 20);
        }
        AtomicInteger asked = new AtomicInteger();
        assertThat(ExactPosterior.draw(
                        2,
                        z -> z,
                        z -> {
                            asked.incrementAndGet();
                            return Double.NEGATIVE_INFINITY;
                        },
                        random(1)))
                .isEmpty();
        assertThat(asked).hasValue(1000);
    }

    /** What comes later without a likelihood is not gone to: the first is the only one that has any. */
    @Test
    void staysWhereTheOthersHaveNoLikelihood() {
        AtomicInteger asked = new AtomicInteger();
        double[] first = random(5).normals(1);
        Variates random = random(5);
        random.normals(1);
        double stretch = Math.sqrt(8 / random.chiSquared(8));

        assertThat(ExactPosterior.draw(
                                1,
                                z -> z,
                                z -> asked.incrementAndGet() == 1 ? -1e9 : Double.NEGATIVE_INFINITY,
                                random(5))
                        .orElseThrow())
                .containsExactly(first[0] * stretch);
    }
}
