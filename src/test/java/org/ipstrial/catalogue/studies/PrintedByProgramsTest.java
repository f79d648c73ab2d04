package org.ipstrial.catalogue.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.catalogue.Family;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooled;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.RandomEffects;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.VarianceShares;
import org.ipstrial.stats.meta.WeightedFit;
import org.ipstrial.stats.meta.influence.Influence;
import org.ipstrial.stats.meta.variance.DerSimonianLaird;
import org.ipstrial.stats.meta.variance.MaximumLikelihood;
import org.ipstrial.stats.meta.variance.PauleMandel;
import org.ipstrial.stats.meta.variance.RestrictedLikelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs print of the BCG trials and of two smaller sets, and where what they print is not yet the root. */
class PrintedByProgramsTest {

    private static StudyEffects bcg(String measure) {
        return StudiesInput.effects("studies bcg " + measure);
    }

    private static Pooled pooled(String method, StudyEffects effects) {
        return PoolingMethods.FAMILY.methods().stream()
                .filter(any -> any.id().equals(method))
                .findFirst()
                .orElseThrow()
                .function()
                .of(effects, 0.95);
    }

    private static double[] numbers(Estimate estimate) {
        return new double[] {
            estimate.estimate().ifEstimated().orElseThrow(),
            estimate.lower().ifEstimated().orElseThrow(),
            estimate.upper().ifEstimated().orElseThrow()
        };
    }

    private static double error(Pooled pooled) {
        return pooled.effect().standardError().orElseThrow().ifEstimated().orElseThrow();
    }

    /** metafor 3.8-1 with its own stopping rule prints 0.318093711863, at which Q is not yet 12. */
    @Test
    void thePauleMandelVarianceOfMetaforIsAnEarlyStop() {
        MetaModel model = MetaModel.ofMean(bcg("risk-ratio"));
        double printed = 0.318093711863;
        assertThat(Math.abs(QProfile.q(model, printed) - 12)).isGreaterThan(5e-4);
        assertThat(QProfile.q(model, PauleMandel.of(model))).isCloseTo(12, within(1e-10));
        assertThat(PauleMandel.of(model)).isCloseTo(printed, within(3e-5)).isNotCloseTo(printed, within(2e-5));
        // At that variance everything else is what it prints: b, se, the scaled se and I squared.
        WeightedFit fit = WeightedFit.at(model, printed);
        assertThat(fit.coefficients()[0]).isCloseTo(-0.714970405632, within(5e-13));
        assertThat(Math.sqrt(fit.covariance(0, 0))).isCloseTo(0.180897984126, within(5e-13));
        assertThat(error(RandomEffects.of(model, printed, MeanLimits.HARTUNG_KNAPP, 0.95)))
                .isCloseTo(0.180892712223, within(5e-13));
        assertThat(share(model, printed)).isCloseTo(0.92330900289885, within(5e-14));
    }

    private static double share(MetaModel model, double tauSquared) {
        return VarianceShares.of(model, tauSquared, QProfile.of(model, 0.95))
                .iSquared()
                .estimate()
                .ifEstimated()
                .orElseThrow();
    }

    /** Its REML and ML variances are right to six digits: the likelihoods are higher at ours. */
    @Test
    void theLikelihoodVariancesOfMetaforAreEarlyStops() {
        MetaModel model = MetaModel.ofMean(bcg("risk-ratio"));
        double reml = 0.313243325981;
        double ml = 0.280028171050;
        assertThat(RestrictedLikelihood.of(model)).isCloseTo(reml, within(1e-7)).isNotCloseTo(reml, within(1e-8));
        assertThat(RestrictedLikelihood.log(WeightedFit.at(model, RestrictedLikelihood.of(model))))
                .isGreaterThanOrEqualTo(RestrictedLikelihood.log(WeightedFit.at(model, reml)));
        assertThat(MaximumLikelihood.of(model)).isCloseTo(ml, within(1e-7)).isNotCloseTo(ml, within(1e-8));
        assertThat(MaximumLikelihood.log(WeightedFit.at(model, MaximumLikelihood.of(model))))
                .isGreaterThanOrEqualTo(MaximumLikelihood.log(WeightedFit.at(model, ml)));
        WeightedFit fit = WeightedFit.at(model, reml);
        assertThat(fit.coefficients()[0]).isCloseTo(-0.714532348365, within(5e-13));
        assertThat(Math.sqrt(fit.covariance(0, 0))).isCloseTo(0.179781531780, within(5e-13));
        assertThat(share(model, reml)).isCloseTo(0.92221386074966, within(5e-14));
        Pooled scaled = RandomEffects.of(model, reml, MeanLimits.HARTUNG_KNAPP, 0.95);
        assertThat(error(scaled)).isCloseTo(0.180791745519, within(5e-13));
        assertThat(scaled.test().statistic().orElseThrow()).isCloseTo(-3.95223988968, within(5e-12));
        assertThat(scaled.test().pValue().ifEstimated().orElseThrow()).isCloseTo(0.00192001509, within(5e-12));
        assertThat(numbers(scaled.effect())[1]).isCloseTo(-1.108443723, within(5e-10));
        assertThat(numbers(scaled.effect())[2]).isCloseTo(-0.320620973730, within(5e-12));
        WeightedFit other = WeightedFit.at(model, ml);
        assertThat(other.coefficients()[0]).isCloseTo(-0.711199139190, within(5e-13));
        assertThat(Math.sqrt(other.covariance(0, 0))).isCloseTo(0.171896817023, within(5e-13));
    }

    /** Its Q-profile limits are searched to four decimals. */
    @Test
    void theLimitsOfTheVarianceOfMetaforAreEarlyStops() {
        MetaModel model = MetaModel.ofMean(bcg("risk-ratio"));
        QProfile limits = QProfile.of(model, 0.95);
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(12);
        assertThat(limits.lower()).isCloseTo(0.119695312817, within(2e-4));
        assertThat(limits.upper()).isCloseTo(1.111486262215, within(2e-4));
        assertThat(QProfile.q(model, limits.lower())).isCloseTo(chi.inverseSurvivalProbability(0.025), within(1e-9));
        assertThat(QProfile.q(model, limits.upper())).isCloseTo(chi.inverseCumulativeProbability(0.025), within(1e-9));
        assertThat(Math.abs(QProfile.q(model, 0.119695312817) - chi.inverseSurvivalProbability(0.025)))
                .isGreaterThan(1e-7);
        Estimate shares =
                VarianceShares.of(model, RestrictedLikelihood.of(model), limits).iSquared();
        assertThat(numbers(shares)[1]).isCloseTo(0.819177217, within(2e-4));
        assertThat(numbers(shares)[2]).isCloseTo(0.976780896, within(2e-4));
    }

    /** Its default prediction interval takes a normal value; ours takes t with k - 2, and is wider. */
    @ParameterizedTest
    @CsvSource({
        "dersimonian-laird, 0.308760262862, -1.858153752732, 0.429919308586",
        "paule-mandel, 0.318093711863, -1.875854596044, 0.445913784779",
        "reml, 0.313243325981, -1.866692346607, 0.437627649877"
    })
    void itsPredictionIntervalIsNormal(String method, double tauSquared, double low, double high) {
        StudyEffects effects = bcg("risk-ratio");
        WeightedFit fit = WeightedFit.at(MetaModel.ofMean(effects), tauSquared);
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025)
                * Math.sqrt(tauSquared + fit.covariance(0, 0));
        assertThat(fit.coefficients()[0] - half).isCloseTo(low, within(5e-12));
        assertThat(fit.coefficients()[0] + half).isCloseTo(high, within(5e-12));
        double[] ours = numbers(HeterogeneityMethods.PREDICTION_INTERVAL
                .methods()
                .get(0)
                .function()
                .of(pooled(method, effects), effects.count(), 0.95));
        assertThat(ours[1]).isLessThan(low);
        assertThat(ours[2]).isGreaterThan(high);
    }

    /** Stata's metan as metafor's tests quote it: the estimate, its limits, z and Q, of logarithms for ratios. */
    @ParameterizedTest
    @CsvSource({
        "risk-ratio, inverse-variance, -0.4303, -0.5097, -0.3509, -10.6247, 152.2330",
        "risk-ratio, dersimonian-laird, -0.7141, -1.0644, -0.3638, -3.9952, 152.2330",
        "odds-ratio, inverse-variance, -0.4361, -0.5190, -0.3533, -10.3190, 163.1649",
        "odds-ratio, dersimonian-laird, -0.7474, -1.1242, -0.3706, -3.8873, 163.1649",
        "risk-difference, inverse-variance, -0.0009, -0.0014, -0.0005, -4.0448, 276.4737",
        "risk-difference, dersimonian-laird, -0.0071, -0.0101, -0.0040, -4.5128, 276.4737"
    })
    void metanPoolsTheSame(String measure, String method, double b, double low, double high, double z, double q) {
        StudyEffects effects = bcg(measure);
        Pooled pooled = pooled(method, effects);
        assertThat(numbers(pooled.effect())).containsExactly(new double[] {b, low, high}, within(5e-5));
        assertThat(pooled.test().statistic().orElseThrow()).isCloseTo(z, within(5e-5));
        assertThat(HeterogeneityTest.of(MetaModel.ofMean(effects)).statistic().orElseThrow())
                .isCloseTo(q, within(5e-5));
    }

    /** metan, randomi: tau squared and I squared. */
    @ParameterizedTest
    @CsvSource({"risk-ratio, 0.3088, 92.1173", "odds-ratio, 0.3663, 92.6455", "risk-difference, 0.0000, 95.6596"})
    void metanDiffersAsMuch(String measure, double tauSquared, double share) {
        MetaModel model = MetaModel.ofMean(bcg(measure));
        double found = DerSimonianLaird.of(model);
        assertThat(found).isCloseTo(tauSquared, within(5e-5));
        assertThat(100 * share(model, found)).isCloseTo(share, within(5e-5));
    }

    /** metan, fixed and fixed peto, of the logarithm; its standard error of the risk difference is another (1985, not 1989). */
    @ParameterizedTest
    @CsvSource({
        "risk-ratio, mantel-haenszel, -0.4537, -0.5308, -0.3766",
        "odds-ratio, mantel-haenszel, -0.4734, -0.5538, -0.3930",
        "odds-ratio, peto, -0.4744, -0.5541, -0.3948",
        "risk-difference, mantel-haenszel, -0.0033, -0.0039, -0.0027"
    })
    void metanCountsTheSame(String measure, String method, double b, double low, double high) {
        double[] found = numbers(counted(measure, method, StudiesInput.tables("studies bcg")));
        for (int i = 0; i < 3; i++) {
            found[i] = measure.endsWith("ratio") ? StrictMath.log(found[i]) : found[i];
        }
        assertThat(found).containsExactly(new double[] {b, low, high}, within(5e-5));
    }

    private static Estimate counted(String measure, String method, StratifiedTables tables) {
        Family<CountPoolingMethods.CountPooling> family =
                switch (measure) {
                    case "risk-ratio" -> CountPoolingMethods.RISK_RATIO;
                    case "odds-ratio" -> CountPoolingMethods.ODDS_RATIO;
                    default -> CountPoolingMethods.RISK_DIFFERENCE;
                };
        return family.method(method).orElseThrow().function().of(tables, 0.95);
    }

    /** metafor's tests of influence() and leave1out(), the first trial; its REML variance is the early stop. */
    @Test
    void theFirstTrialLeftOut() {
        StudyEffects effects = bcg("risk-ratio");
        MetaModel model = MetaModel.ofMean(effects);
        Influence influence = Influence.of(
                effects, 0, WeightedFit.at(model, RestrictedLikelihood.of(model)), RestrictedLikelihood::of);
        assertThat(new double[] {
                    influence.studentisedResidual(), influence.dffits(), influence.cooksDistance(), influence.hat()
                })
                .containsExactly(
                        new double[] {-0.218142474344442, -0.0407075604868486, 0.00171654236729195, 0.0505948307931551},
                        within(5e-8));
        Pooled without = pooled("reml", effects.without(0));
        assertThat(numbers(without.effect()))
                .containsExactly(
                        new double[] {-0.707083788031436, -1.07940055491509, -0.334767021147788}, within(2e-7));
        assertThat(error(without)).isCloseTo(0.189961024702717, within(1e-7));
        assertThat(without.tauSquared().orElseThrow()).isCloseTo(0.336156745300306, within(5e-7));
        assertThat(HeterogeneityTest.of(MetaModel.ofMean(effects.without(0)))
                        .statistic()
                        .orElseThrow())
                .isCloseTo(151.582572747109, within(5e-12 * 151));
        StratifiedTables all = StudiesInput.tables("studies bcg");
        StratifiedTables others =
                new StratifiedTables(all.strata().subList(1, all.strata().size()));
        double[] ratio = numbers(counted("risk-ratio", "mantel-haenszel", others));
        assertThat(StrictMath.log(ratio[0])).isCloseTo(-0.451379469928476, within(5e-15 * 10));
        assertThat(StrictMath.log(ratio[1])).isCloseTo(-0.528670714671484, within(5e-14));
        assertThat(StrictMath.log(ratio[2])).isCloseTo(-0.374088225185468, within(5e-14));
        double[] odds = numbers(counted("odds-ratio", "peto", others));
        assertThat(StrictMath.log(odds[0])).isCloseTo(-0.472177269248539, within(5e-14));
        assertThat(StrictMath.log(odds[1])).isCloseTo(-0.552101521740927, within(5e-14));
        assertThat(StrictMath.log(odds[2])).isCloseTo(-0.39225301675615, within(5e-14));
    }

    /**
     * Kacker RN (2004), Metrologia 41:132-136, by R metafor with tol 1e-9, as the tests of statsmodels have it. Its Q,
     * 24.801897741835, has lost the last digits to the size of the effects: 40 digits give 24.80189774174833.
     */
    @Test
    void kackersMeasurements() {
        StudyEffects effects = StudyEffects.of(
                new double[] {61.0, 61.4, 62.21, 62.3, 62.34, 62.6, 62.7, 62.84, 65.9},
                new double[] {0.2025, 1.2100, 0.0900, 0.2025, 0.3844, 0.5625, 0.0676, 0.0225, 1.8225});
        Pooled pooled = pooled("paule-mandel", effects);
        assertThat(pooled.tauSquared().orElseThrow()).isCloseTo(0.705395309224248, within(1e-8));
        assertThat(numbers(pooled.effect()))
                .containsExactly(new double[] {62.4076199113286, 61.7450921043947, 63.0701477182625}, within(1e-8));
        assertThat(error(pooled)).isCloseTo(0.338030602684471, within(1e-8));
        assertThat(HeterogeneityTest.of(MetaModel.ofMean(effects)).statistic().orElseThrow())
                .isCloseTo(24.80189774174833, within(1e-13));
        assertThat(share(MetaModel.ofMean(effects), pooled.tauSquared().orElseThrow()))
                .isCloseTo(0.837218626490482, within(1e-8));
    }

    /** DerSimonian R, Kacker R (2007), Contemporary Clinical Trials 28:105-114, table: tau, not squared, and the mean. */
    @ParameterizedTest
    @CsvSource({
        "paule-mandel, 0.3681, -0.3811",
        "hedges-olkin, 0.4410, -0.4035",
        "dersimonian-laird, 0.2323, -0.3240",
        "reml, 0.1843, -0.2980",
        "hunter-schmidt, 0.1330, -0.2666",
        "sidik-jonkman, 0.4572, -0.4079"
    })
    void clasp(String method, double tau, double mean) {
        Pooled pooled = pooled(method, StudiesInput.effects("studies clasp odds-ratio"));
        assertThat(Math.sqrt(pooled.tauSquared().orElseThrow())).isCloseTo(tau, within(5e-5));
        assertThat(numbers(pooled.effect())[0]).isCloseTo(mean, within(5e-5));
    }
}
