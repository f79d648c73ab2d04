package org.ipstrial.catalogue.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.PredictionInterval;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.RandomEffects;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.VarianceShares;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.meta.bias.BeggTest;
import org.ipstrial.stats.meta.bias.EggerTest;
import org.ipstrial.stats.meta.counts.PetoOddsRatio;
import org.ipstrial.stats.meta.moderators.MetaRegression;
import org.ipstrial.stats.meta.variance.MaximumLikelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To their last digit the numbers that metafor prints of the BCG trials, the aspirin trials and teacher expectancy. */
class PrintedOfBcgTest {

    private static final StudyEffects BCG = StudiesInput.effects("studies bcg risk-ratio");
    private static final double[] LATITUDE = {44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33};

    private static double number(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }

    private static double error(Pooled pooled) {
        return number(pooled.effect().standardError().orElseThrow());
    }

    @Test
    void oneEffectForAll() {
        Pooled common = pooled("inverse-variance", BCG);
        assertThat(number(common.effect().estimate())).isCloseTo(-0.4302851636541, within(5e-14));
        assertThat(error(common)).isCloseTo(0.0404987517109, within(5e-14));
        assertThat(HeterogeneityTest.of(BCG).statistic().orElseThrow())
                .isCloseTo(152.233008082373, within(5e-13 * 152));
        assertThat(share(0)).isEqualTo(0);
        // I squared by Q alone is that at DerSimonian and Laird's variance.
        assertThat(100 * (1 - 12 / HeterogeneityTest.of(BCG).statistic().orElseThrow()))
                .isCloseTo(92.1173468546, within(5e-11));
        assertThat(100 * share(pooled("dersimonian-laird", BCG).tauSquared().orElseThrow()))
                .isCloseTo(92.117346854562, within(5e-13));
    }

    private static double share(double tauSquared) {
        MetaModel model = MetaModel.ofMean(BCG);
        return number(VarianceShares.of(model, tauSquared, QProfile.of(model, 0.95))
                .iSquared()
                .estimate());
    }

    private static Pooled pooled(String method, StudyEffects effects) {
        return PoolingMethods.FAMILY.method(method).orElseThrow().function().of(effects, 0.95);
    }

    /** At the ML variance where metafor's search stops. */
    @Test
    void theShareAtItsMaximumLikelihood() {
        assertThat(100 * share(0.280028171050)).isCloseTo(91.378284739847, within(5e-9));
        assertThat(100 * share(pooled("ml", BCG).tauSquared().orElseThrow())).isCloseTo(91.3782847, within(2e-6));
    }

    /** With t of k - 2 degrees of freedom, at the variances that it prints. */
    @ParameterizedTest
    @CsvSource({"0.313243325981, -2.00837605069, 0.57931135396", "0.308760262862, -1.998838495752, 0.570604051606"})
    void predictionIntervals(double tauSquared, double low, double high) {
        MetaModel model = MetaModel.ofMean(BCG);
        Pooled there = RandomEffects.of(model, tauSquared, MeanLimits.NORMAL, 0.95);
        assertThat(number(PredictionInterval.of(there, 13, 0.95).lower())).isCloseTo(low, within(5e-12));
        assertThat(number(PredictionInterval.of(there, 13, 0.95).upper())).isCloseTo(high, within(5e-12));
    }

    @Test
    void smallStudies() {
        Pooled egger = EggerTest.of(BCG, 0.95);
        // regtest(model = "lm") has the bias as the slope of a line by the standard error.
        assertThat(number(egger.effect().estimate())).isCloseTo(-2.112042120893, within(5e-13));
        assertThat(error(egger)).isCloseTo(1.507221328357, within(5e-13));
        assertThat(egger.test().statistic().orElseThrow()).isCloseTo(-1.401282002289, within(5e-13));
        assertThat(number(egger.test().pValue())).isCloseTo(0.188706995082, within(5e-13));
        assertThat(number(BeggTest.of(BCG).estimate())).isCloseTo(0.0256410256, within(5e-11));
        // Printed without the digits behind: 0.95236190796.
        assertThat(number(BeggTest.of(BCG).test().pValue())).isBetween(0.9523619079, 0.9523619080);
    }

    /** rma(yi, vi, mods = ~ ablat): at its REML variance, where its search stops, the rest to all digits. */
    @Test
    void moderatedByLatitude() {
        MetaModel model = MetaModel.of(BCG, List.of(LATITUDE));
        double printed = 0.0763546947057;
        MetaRegression there = MetaRegression.of(model, any -> printed, MeanLimits.NORMAL, 0.95);
        Pooled intercept = there.coefficients().get(0);
        Pooled slope = there.coefficients().get(1);
        assertThat(number(intercept.effect().estimate())).isCloseTo(0.251464294374285, within(5e-13));
        assertThat(number(slope.effect().estimate())).isCloseTo(-0.0291016609280148, within(5e-14));
        assertThat(error(intercept)).isCloseTo(0.24910366638913, within(5e-13));
        assertThat(error(slope)).isCloseTo(0.00719555475708, within(5e-14));
        double z = slope.test().statistic().orElseThrow();
        assertThat(z * z).isCloseTo(16.3571255721594, within(5e-11));
        MetaRegression scaled = MetaRegression.of(model, any -> printed, MeanLimits.HARTUNG_KNAPP, 0.95);
        assertThat(error(scaled.coefficients().get(0))).isCloseTo(0.28393003741913, within(5e-13));
        assertThat(error(scaled.coefficients().get(1))).isCloseTo(0.00820154179601, within(5e-14));
        assertThat(there.residual().statistic().orElseThrow()).isCloseTo(30.7330900107493, within(5e-12));
        assertThat(100 * (1 - printed / 0.313243325980895)).isCloseTo(75.6244783614905, within(5e-9));
        MetaRegression ours = MetaRegression.of(model, VarianceEstimators.REML.function(), MeanLimits.NORMAL, 0.95);
        assertThat(ours.tauSquared()).isCloseTo(printed, within(7e-6)).isNotCloseTo(printed, within(6e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "odds-ratio, mantel-haenszel, -0.4734109883886, 0.0410077784042",
        "risk-ratio, mantel-haenszel, -0.4537096046838, 0.0393373668713",
        "odds-ratio, peto, -0.4744463109406, 0.0406590807446",
        "risk-difference, mantel-haenszel, -0.00328818183261, 0.000286656748527"
    })
    void counts(String measure, String method, double expected, double error) {
        boolean ratio = measure.endsWith("ratio");
        Family<CountPoolingMethods.CountPooling> family = ratio
                ? measure.startsWith("odds") ? CountPoolingMethods.ODDS_RATIO : CountPoolingMethods.RISK_RATIO
                : CountPoolingMethods.RISK_DIFFERENCE;
        Map<Statistic, Quantity> numbers =
                family.evaluation().run(family.method(method).orElseThrow().function(), "studies bcg", 0.95);
        double estimate = number(numbers.get(Statistic.ESTIMATE));
        double high = number(numbers.get(Statistic.CONF_HIGH));
        double apart = ratio ? Math.log(high) - Math.log(estimate) : high - estimate;
        assertThat(ratio ? Math.log(estimate) : estimate).isCloseTo(expected, within(ratio ? 5e-14 : 5e-15));
        assertThat(apart / 1.959963984540054).isCloseTo(error, within(ratio ? 5e-14 : 5e-16));
    }

    @Test
    void petosHeterogeneity() {
        assertThat(PetoOddsRatio.heterogeneity(StudiesInput.tables("studies bcg"))
                        .statistic()
                        .orElseThrow())
                .isCloseTo(167.7301675, within(5e-8));
    }

    /**
     * DerSimonian and Kacker's table has tau .0023 and mean -.1974 by ML: the likelihood is highest at 0, with a mean that
     * rounds to -.1973.
     */
    @Test
    void maximumLikelihoodOfTheAspirinTrials() {
        MetaModel model = MetaModel.ofMean(StudiesInput.effects("studies clasp odds-ratio"));
        assertThat(MaximumLikelihood.of(model)).isZero();
        assertThat(MaximumLikelihood.log(WeightedFit.at(model, 0)))
                .isGreaterThan(MaximumLikelihood.log(WeightedFit.at(model, 0.0023 * 0.0023)));
        assertThat(WeightedFit.at(model, 0.0023 * 0.0023).coefficients()[0]).isCloseTo(-0.1974, within(5e-5));
        assertThat(WeightedFit.at(model, 0).coefficients()[0])
                .isCloseTo(-0.1974, within(6e-5))
                .isNotCloseTo(-0.1974, within(5e-5));
    }

    /** Raudenbush SW (2009), table 16.3 on page 309 of the Handbook of Research Synthesis, as metafor's test has it. */
    @ParameterizedTest
    @CsvSource({
        "inverse-variance, 0, 0.060, 0.036, 1.655, -0.011, 0.132",
        "ml, 0.013, 0.078, 0.047, 1.637, -0.015, 0.171",
        "reml, 0.019, 0.084, 0.052, 1.621, -0.018, 0.185",
        "dersimonian-laird, 0.026, 0.089, 0.056, 1.601, -0.020, 0.199",
        "hedges-olkin, 0.080, 0.114, 0.079, 1.443, -0.041, 0.270",
        "ml+hartung-knapp, 0.013, 0.078, 0.059, 1.311, -0.047, 0.202",
        "reml+hartung-knapp, 0.019, 0.084, 0.062, 1.359, -0.046, 0.213",
        "dersimonian-laird+hartung-knapp, 0.026, 0.089, 0.064, 1.405, -0.044, 0.223",
        "hedges-olkin+hartung-knapp, 0.080, 0.114, 0.071, 1.608, -0.035, 0.264"
    })
    void fiveEstimatorsOfTeacherExpectancy(
            String method, double tauSquared, double mean, double error, double z, double low, double high) {
        Pooled pooled = pooled(method, StudiesInput.effects("studies raudenbush estimate"));
        assertThat(pooled.tauSquared().orElse(0.0)).isCloseTo(tauSquared, within(5e-4));
        assertThat(number(pooled.effect().estimate())).isCloseTo(mean, within(5e-4));
        assertThat(error(pooled)).isCloseTo(error, within(5e-4));
        assertThat(pooled.test().statistic().orElseThrow()).isCloseTo(z, within(5e-4));
        assertThat(number(pooled.effect().lower())).isCloseTo(low, within(5e-4));
        assertThat(number(pooled.effect().upper())).isCloseTo(high, within(5e-4));
    }

    /** The same table's common effect with Knapp and Hartung's error, which no method here offers, and its tests. */
    @Test
    void teacherExpectancyBesides() {
        StudyEffects effects = StudiesInput.effects("studies raudenbush estimate");
        WeightedFit fit = WeightedFit.at(MetaModel.ofMean(effects), 0);
        double error = Math.sqrt(MeanLimits.HARTUNG_KNAPP.factor(fit, 18) * fit.covariance(0, 0));
        double half = TDistribution.of(18).inverseSurvivalProbability(0.025) * error;
        assertThat(error).isCloseTo(0.051, within(5e-4));
        assertThat(fit.coefficients()[0] / error).isCloseTo(1.173, within(5e-4));
        assertThat(fit.coefficients()[0] - half).isCloseTo(-0.048, within(5e-4));
        assertThat(fit.coefficients()[0] + half).isCloseTo(0.168, within(5e-4));
        assertThat(HeterogeneityTest.of(effects).statistic().orElseThrow()).isCloseTo(35.83, within(5e-3));
    }

    private static final int[] BY_YEAR = {0, 1, 5, 2, 9, 8, 11, 4, 6, 10, 12, 3, 7};
    private static final double[] REML = {
        -0.889311, -1.325003, -0.97208, -1.001094, -1.101424, -0.973464, -0.901251, -0.788566, -0.865607, -0.785211,
        -0.708206, -0.794768, -0.714532
    };
    private static final double[] MANTEL_HAENSZEL = {
        -0.889311, -1.351739, -0.827295, -0.837892, -0.894003, -0.850672, -0.835785, -0.774442, -0.789605, -0.666015,
        -0.635076, -0.775798, -0.45371
    };
    private static final double[] PETO = {
        -0.860383, -1.240086, -0.957016, -0.964222, -1.000315, -0.940979, -0.924632, -0.850145, -0.871198, -0.726791,
        -0.691247, -0.816134, -0.474446
    };

    /** Its test_misc_cumul.r: trials in the order of the year; of REML where its search stops, which moves the sixth digit. */
    @Test
    void trialsAddedByYear() {
        StratifiedTables all = StudiesInput.tables("studies bcg");
        for (int k = 1; k <= 13; k++) {
            int[] first = Arrays.copyOf(BY_YEAR, k);
            // One trial is not pooled; it has its own effect.
            Quantity mean = k == 1
                    ? Quantity.of(BCG.estimate(0))
                    : pooled("reml", BCG.only(first)).effect().estimate();
            assertThat(number(mean)).as("of " + k).isCloseTo(REML[k - 1], within(3e-6));
            StratifiedTables tables = new StratifiedTables(
                    Arrays.stream(first).mapToObj(all.strata()::get).toList());
            assertThat(logarithm(CountPoolingMethods.RISK_RATIO, "mantel-haenszel", tables))
                    .isCloseTo(MANTEL_HAENSZEL[k - 1], within(5e-7));
            assertThat(logarithm(CountPoolingMethods.ODDS_RATIO, "peto", tables))
                    .isCloseTo(PETO[k - 1], within(5e-7));
        }
    }

    private static double logarithm(
            Family<CountPoolingMethods.CountPooling> family, String method, StratifiedTables tables) {
        return Math.log(number(
                family.method(method).orElseThrow().function().of(tables, 0.95).estimate()));
    }
}
