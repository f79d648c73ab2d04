package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits are checked by the test of the same profile, which climbs the likelihood with the coefficient held. */
class ProfileLikelihoodTest {

    private static final ModelData LOW =
            ModelData.of(Birthwt.design("smoke", "age", "lwt", "race2", "race3"), Birthwt.column("low"));

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95, 0.9999})
    void theTestOfALimitIsAtTheLevelInEveryModel(double level) {
        for (Response response : List.of(Logistic.RESPONSE, LogPoisson.RESPONSE)) {
            for (String column : LOW.design().names()) {
                agree(response, LOW, column, level);
            }
        }
    }

    @Test
    void theTestOfALimitIsAtTheLevelForEverySmallTable() {
        int tables = 0;
        for (int n1 = 2; n1 <= 6; n1++) {
            for (int n0 = 2; n0 <= 6; n0++) {
                for (int events1 = 1; events1 < n1; events1++) {
                    for (int events0 = 1; events0 < n0; events0++) {
                        agree(Logistic.RESPONSE, table(events1, n1, events0, n0), "group", 0.95);
                        tables++;
                    }
                }
            }
        }
        agree(Logistic.RESPONSE, table(1, 400, 399, 400), "group", 0.95);
        assertThat(tables).isEqualTo(225);
    }

    /**
     * Half of each arm with events, each person with weight w. By symmetry the intercept stays halfway, so that the limit
     * is known: logistic 4 artanh(s), s^2 = 1 - exp(-z^2 / (8 w)), for counts 2 artanh(s), s^2 = 1 - exp(-z^2 / (4 w)). The
     * smaller the weight, the farther from its parabola the likelihood is, until the limit must be searched.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6})
    void limitsOfArmsThatAreAlikeAreThoseOfTheirFormula(double weight) {
        double[] weights = new double[8];
        Arrays.fill(weights, weight);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);
        for (Response response : List.of(Logistic.RESPONSE, LogPoisson.RESPONSE)) {
            int people = response == Logistic.RESPONSE ? 8 : 4;
            double u = z * z / (people * weight);
            double limit = people / 2 * (Math.log1p(Math.sqrt(-Math.expm1(-u))) + u / 2);
            ModelData data = table(2, 4, 2, 4).withWeights(weights);
            Estimate limits = ProfileLikelihood.of(
                            response,
                            data,
                            GeneralisedLinearModel.of(response, data).ifFitted().orElseThrow(),
                            "group")
                    .limits(0.95);
            assertThat(value(limits.upper())).isCloseTo(limit, withinPercentage(1e-9));
            assertThat(value(limits.lower())).isCloseTo(-limit, withinPercentage(1e-9));
        }
    }

    /** A ten-thousandth of a millionth of a person tells so little that the likelihood never falls as far. */
    @Test
    void whereTheLikelihoodHardlyFallsThereIsNoLimit() {
        double[] weights = new double[8];
        Arrays.fill(weights, 1e-10);
        ModelData data = table(2, 4, 2, 4).withWeights(weights);
        Estimate limits = ProfileLikelihood.of(
                        Logistic.RESPONSE,
                        data,
                        GeneralisedLinearModel.of(Logistic.RESPONSE, data)
                                .ifFitted()
                                .orElseThrow(),
                        "group")
                .limits(0.95);

        assertThat(limits.lower()).isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
        assertThat(limits.upper()).isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
    }

    /**
     * Limits of a risk ratio t, next to probabilities of 1 too: with e1 of n1 and e0 of n0 the best p0 at t is the smaller root
     * of {@code n t p^2 - ((n1 + e0) t + n0 + e1) p + e = 0}, by setting the slope of the likelihood to 0.
     */
    @Test
    void limitsOfARiskRatioAreThoseOfItsQuadraticEquation() {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);
        for (int n : new int[] {3, 6, 20}) {
            for (int events1 = 1; events1 < n; events1++) {
                for (int events0 = 1; events0 < n; events0++) {
                    ModelData data = table(events1, n, events0, n);
                    FittedModel fit = GeneralisedLinearModel.of(LogBinomial.RESPONSE, data)
                            .ifFitted()
                            .orElseThrow();
                    Estimate limits = ProfileLikelihood.of(LogBinomial.RESPONSE, data, fit, "group")
                            .limits(0.95);
                    for (double limit : new double[] {value(limits.lower()), value(limits.upper())}) {
                        double t = Math.exp(limit);
                        double half = ((n + events0) * t + n + events1) / (4 * n * t);
                        double product = (events1 + events0) / (2 * n * t);
                        double p = product / (half + Math.sqrt(half * half - product));
                        double there = events1 * Math.log(t * p)
                                + (n - events1) * Math.log1p(-t * p)
                                + events0 * Math.log(p)
                                + (n - events0) * Math.log1p(-p);
                        assertThat(Math.sqrt(2 * (fit.logLikelihood() - there)))
                                .as("%s and %s of %s at %s", events1, events0, n, limit)
                                .isCloseTo(z, within(1e-8));
                    }
                    assertThat(value(limits.lower())).isLessThan(fit.coefficients()[1]);
                    assertThat(value(limits.upper())).isGreaterThan(fit.coefficients()[1]);
                }
            }
        }
    }

    /**
     * Two people out of order by a thousandth, so that the odds are all but without end: ten people, five of them with the
     * event, have a log-likelihood of -10 log 2 without the column, however steep it is with it.
     */
    @Test
    void outcomesThatAreAllButSeparatedAreTestedAgainstTheSmallerModel() {
        double[] x = {1, 2, 3, 4, 5.001, 5, 6, 7, 8, 9};
        double[] y = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        ModelData data = ModelData.of(DesignMatrix.intercept(10).with("x", x), y);
        FittedModel fit =
                GeneralisedLinearModel.of(Logistic.RESPONSE, data).ifFitted().orElseThrow();
        ProfileLikelihood profile = ProfileLikelihood.of(Logistic.RESPONSE, data, fit, "x");
        Estimate limits = profile.limits(0.95);

        assertThat(statistic(profile.test(0, Alternative.TWO_SIDED)))
                .isCloseTo(Math.sqrt(2 * (fit.logLikelihood() + 10 * Math.log(2))), within(1e-12));
        assertThat(statistic(profile.test(value(limits.upper()), Alternative.TWO_SIDED)))
                .isCloseTo(-1.959963984540054, within(1e-9));
        assertThat(statistic(profile.test(value(limits.lower()), Alternative.TWO_SIDED)))
                .isCloseTo(1.959963984540054, within(1e-9));
    }

    /** Two people out of order by a thousandth, with a column that two of thirty-one have: a climb that is lost ends in no number. */
    @Test
    void limitsOfOutcomesThatAreAllButSeparatedAreAtTheLevel() {
        double[] x = {
            -1.565, -1.513, -1.425, -0.929, -0.814, -0.812, -0.811, -0.8, -0.589, -0.457, -0.451, -0.326, -0.277,
            -0.095, -0.092, -0.091, 0.022, 0.044, 0.107, 0.151, 0.164, 0.392, 0.409, 0.436, 0.556, 0.56, 1.032, 1.129,
            1.598, 1.951, 1.973
        };
        double[] g = new double[31];
        g[2] = 1;
        g[27] = 1;
        double[] y = new double[31];
        Arrays.fill(y, 14, 31, 1);
        y[15] = 0;
        ModelData data = ModelData.of(DesignMatrix.intercept(31).with("g", g).with("x", x), y);
        FittedModel fit =
                GeneralisedLinearModel.of(Logistic.RESPONSE, data).ifFitted().orElseThrow();
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.005);
        for (String column : List.of("g", "x")) {
            ProfileLikelihood profile = ProfileLikelihood.of(Logistic.RESPONSE, data, fit, column);
            Estimate limits = profile.limits(0.99);
            assertThat(statistic(profile.test(value(limits.lower()), Alternative.TWO_SIDED)))
                    .isCloseTo(z, within(1e-6));
            assertThat(statistic(profile.test(value(limits.upper()), Alternative.TWO_SIDED)))
                    .isCloseTo(-z, within(1e-6));
        }
    }

    /** Columns with a long tail, as earnings have: what the search finds is at the level, and the test that of two fits. */
    @Test
    void columnsWithALongTailHaveTheirLimitsToo() {
        Random random = new Random(11);
        int fitted = 0;
        for (int round = 0; round < 60; round++) {
            int n = 30;
            double[] x = random.doubles(n).map(u -> Math.exp(9 * u * u)).toArray();
            double[] g = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                g[i] = i % 2;
                y[i] = random.nextDouble() < 0.3 + 0.2 * g[i] + (x[i] > 100 ? 0.4 : 0) ? 1 : 0;
            }
            ModelData data = ModelData.of(DesignMatrix.intercept(n).with("g", g).with("x", x), y);
            Fit fit = GeneralisedLinearModel.of(Logistic.RESPONSE, data);
            if (fit.ifFitted().isEmpty()) {
                continue;
            }
            FittedModel larger = fit.ifFitted().orElseThrow();
            fitted++;
            for (String column : List.of("g", "x")) {
                ProfileLikelihood profile = ProfileLikelihood.of(Logistic.RESPONSE, data, larger, column);
                Estimate limits = profile.limits(0.95);
                FittedModel smaller = GeneralisedLinearModel.of(
                                Logistic.RESPONSE, data.with(data.design().select(0, column.equals("g") ? 2 : 1)))
                        .ifFitted()
                        .orElseThrow();
                assertThat(Math.pow(statistic(profile.test(0, Alternative.TWO_SIDED)), 2))
                        .isCloseTo(2 * (larger.logLikelihood() - smaller.logLikelihood()), within(1e-9));
                assertThat(statistic(profile.test(value(limits.lower()), Alternative.TWO_SIDED)))
                        .as("round %s, %s", round, column)
                        .isCloseTo(1.959963984540054, within(1e-9));
                assertThat(statistic(profile.test(value(limits.upper()), Alternative.TWO_SIDED)))
                        .as("round %s, %s", round, column)
                        .isCloseTo(-1.959963984540054, within(1e-9));
            }
        }
        assertThat(fitted).isGreaterThan(40);
    }

    private static void agree(Response response, ModelData data, String column, double level) {
        FittedModel fit = GeneralisedLinearModel.of(response, data).ifFitted().orElseThrow();
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        ProfileLikelihood profile = ProfileLikelihood.of(response, data, fit, column);
        Estimate limits = profile.limits(level);

        assertThat(statistic(profile.test(value(limits.lower()), Alternative.TWO_SIDED)))
                .as("%s of %s", column, response)
                .isCloseTo(z, within(1e-9));
        assertThat(statistic(profile.test(value(limits.upper()), Alternative.TWO_SIDED)))
                .as("%s of %s", column, response)
                .isCloseTo(-z, within(1e-9));
        for (int side : new int[] {-1, 1}) {
            assertThat(ProfileLimit.of(response, data, fit, data.design().indexOf(column), z, side))
                    .as("found without a search")
                    .isPresent();
        }
    }

    private static ModelData table(int events1, int n1, int events0, int n0) {
        double[] group = new double[n1 + n0];
        double[] outcome = new double[n1 + n0];
        for (int i = 0; i < group.length; i++) {
            group[i] = i < n1 ? 1 : 0;
            outcome[i] = i < n1 ? (i < events1 ? 1 : 0) : (i - n1 < events0 ? 1 : 0);
        }
        return ModelData.of(DesignMatrix.intercept(n1 + n0).with("group", group), outcome);
    }

    private static double statistic(TestResult test) {
        return test.statistic().orElseThrow();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow(() -> new AssertionError(quantity));
    }
}
