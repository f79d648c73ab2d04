package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

/** Posteriors that are known in closed form, by a grid, or by what must hold on average over them. */
class ExactPosteriorTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("posterior"));
    private static final int DRAWS = 20_000;

    /** With the column of ones alone a flat prior on the log odds gives a beta distribution of the probability. */
    @Test
    void theProbabilityOfTwoOfNineIsBeta() {
        DesignMatrix ones = DesignMatrix.intercept(9);
        double[] outcome = {1, 1, 0, 0, 0, 0, 0, 0, 0};
        LogisticPosterior posterior = (LogisticPosterior) LogisticPosterior.of(ones, outcome);
        BetaDistribution beta = BetaDistribution.of(2, 7);
        double[] p = IntStream.range(0, DRAWS)
                .mapToDouble(i -> Logistic.RESPONSE.mean(posterior.draw(random(i))[0]))
                .toArray();

        assertThat(Arrays.stream(p).average().orElseThrow())
                .isCloseTo(2.0 / 9, within(3 * Math.sqrt(beta.getVariance() / DRAWS)));
        for (double share : new double[] {0.025, 0.25, 0.5, 0.75, 0.975}) {
            double quantile = beta.inverseCumulativeProbability(share);
            double below = Arrays.stream(p).filter(x -> x < quantile).count() / (double) DRAWS;
            assertThat(below).isCloseTo(share, within(3.5 * Math.sqrt(share * (1 - share) / DRAWS)));
        }
    }

    /** On average over the posterior the scores are 0: totals of the columns, over drawn probabilities, are those observed. */
    @Test
    void totalsOfTheColumnsAreKept() {
        double[] x = {0.1, 0.4, 0.5, 0.9, 1.2, 1.3, 1.9, 2.2, 2.4, 3.1, 3.3, 4.8};
        double[] outcome = {0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0};
        DesignMatrix design = DesignMatrix.intercept(12).with("x", x);
        LogisticPosterior posterior = (LogisticPosterior) LogisticPosterior.of(design, outcome);
        double[] people = new double[DRAWS];
        double[] amounts = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double[] b = posterior.draw(random(i));
            for (double at : x) {
                double p = Logistic.RESPONSE.mean(b[0] + b[1] * at);
                people[i] += p;
                amounts[i] += p * at;
            }
        }

        assertThat(mean(people)).isCloseTo(3, within(3.5 * error(people)));
        assertThat(mean(amounts)).isCloseTo(1.2 + 2.4 + 3.3, within(3.5 * error(amounts)));
    }

    /** With the column of ones alone, levels without an order have a Dirichlet distribution: n(k) / n, and pairs that agree. */
    @Test
    void levelsWithoutAnOrderAreDirichlet() {
        int[] counts = {2, 3, 7};
        double[] outcome = {0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2};
        DrawData data = new DrawData(outcome, DesignMatrix.intercept(12), new double[][] {{1, 1}});
        double[] shares = new double[3];
        double agree = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] values = ((Drawn.Values) MultinomialDraw.of(data, random(i))).values();
            shares[(int) values[0]] += 1.0 / DRAWS;
            agree += values[0] == values[1] ? 1.0 / DRAWS : 0;
        }
        double pairs = 0;
        for (int k = 0; k < 3; k++) {
            double share = counts[k] / 12.0;
            assertThat(shares[k]).isCloseTo(share, within(3.5 * Math.sqrt(share * (1 - share) / DRAWS)));
            pairs += counts[k] * (counts[k] + 1.0) / (12 * 13);
        }
        assertThat(agree).isCloseTo(pairs, within(3.5 * Math.sqrt(pairs * (1 - pairs) / DRAWS)));
    }

    /** Two cuts in order, summed over a grid; the walk never goes where they are not. */
    @Test
    void cutsInOrderAreThoseOfTheGrid() {
        double[] outcome = {0, 0, 0, 0, 1, 2, 2, 2, 2, 2};
        double x = 0.5;
        double[] column = {-1, 0, 1, -0.5, 0.5, 1, -1, 0, 0.7, -0.7};
        DrawData data = new DrawData(outcome, DesignMatrix.intercept(10).with("x", column), new double[][] {{1}, {x}});
        double[] shares = new double[3];
        for (int i = 0; i < DRAWS; i++) {
            shares[(int) ((Drawn.Values) OrdinalDraw.of(data, random(i))).values()[0]] += 1.0 / DRAWS;
        }
        double[] expected = new double[3];
        double step = 0.1;
        for (double low = -7; low < 6; low += step) {
            for (double high = low + step / 2; high < 8; high += step) {
                for (double b = -7; b < 7; b += step) {
                    double likelihood = 1;
                    for (int i = 0; i < 10; i++) {
                        likelihood *= probability((int) outcome[i], low - column[i] * b, high - column[i] * b);
                    }
                    for (int k = 0; k < 3; k++) {
                        expected[k] += likelihood * probability(k, low - x * b, high - x * b);
                    }
                }
            }
        }
        double whole = Arrays.stream(expected).sum();
        for (int k = 0; k < 3; k++) {
            double share = expected[k] / whole;
            assertThat(shares[k]).isCloseTo(share, within(3.5 * Math.sqrt(share * (1 - share) / DRAWS)));
        }
    }

    @Test
    void aLikelihoodOfNothingGivesNoDraw() {
        assertThat(ExactPosterior.draw(2, z -> z, z -> Double.NEGATIVE_INFINITY, random(0)))
                .isEmpty();
    }

    /** Where the likelihood is 0 on one side, nothing is drawn there: a half of a normal distribution, with mean sqrt(2 / pi). */
    @Test
    void whereTheLikelihoodIsNothingNothingIsDrawn() {
        double[] drawn = IntStream.range(0, DRAWS)
                .mapToDouble(i -> ExactPosterior.draw(
                                1, z -> z, z -> z[0] < 0 ? Double.NEGATIVE_INFINITY : -z[0] * z[0] / 2, random(i))
                        .orElseThrow()[0])
                .toArray();

        assertThat(Arrays.stream(drawn).min().orElseThrow()).isNotNegative();
        assertThat(mean(drawn)).isCloseTo(Math.sqrt(2 / Math.PI), within(3.5 * error(drawn)));
    }

    private static double probability(int level, double low, double high) {
        double below = Logistic.RESPONSE.mean(low);
        double above = Logistic.RESPONSE.mean(-high);
        return level == 0 ? below : level == 2 ? above : 1 - below - above;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        return Math.sqrt(
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1) / values.length);
    }

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }
}
