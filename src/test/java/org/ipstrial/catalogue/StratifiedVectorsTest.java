package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.interaction.CochranQ;
import org.ipstrial.stats.meta.CommonEffect;
import org.ipstrial.stats.meta.HeterogeneityTest;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.counts.PetoOddsRatio;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others print of strata of yes/no outcomes, as a list that was made apart from this program: Doll and Hill 1950 by
 * contingencytables 3.1.0 (test-ch10.R) and R 4.2.2, UCBAdmissions and Mehrotra and Railkar by R 4.2.2, Hartung and Knapp by
 * ratesci (test3.R), the random data of tern's tests.
 */
class StratifiedVectorsTest {

    private static final double Z = 1.959963984540054;

    private static final String DOLL = "647/1269 2/29 & 41/69 19/51";
    private static final String UCB =
            "512/825 89/108 & 353/560 17/25 & 120/325 202/593 & 138/417 131/375 & 53/191 94/393" + " & 22/373 24/341";
    private static final String MEHROTRA = "21/464 26/453 & 11/165 25/174 & 8/69 11/70";
    private static final String HARTUNG =
            "15/16 9/16 & 12/16 1/16 & 29/34 18/34 & 42/56 31/56 & 14/22 6/22 & 44/54 17/55"
                    + " & 14/17 7/15 & 29/58 23/58 & 10/14 3/15 & 17/26 6/27 & 38/44 12/45 & 19/29 22/30 & 21/38 19/38";

    private static String data(String name) {
        return switch (name) {
            case "doll" -> DOLL;
            case "ucb" -> UCB;
            case "mehrotra" -> MEHROTRA;
            case "hartung" -> HARTUNG;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doll | test | cochran-mantel-haenszel | statistic | 24.920 | 5e-4",
                "doll | conditional-odds-ratio | mantel-haenszel | estimate | 4.523914762 | 5e-10",
                "doll | conditional-odds-ratio | mantel-haenszel | conf.low | 2.417100549 | 5e-10",
                "doll | conditional-odds-ratio | mantel-haenszel | conf.high | 8.467088712 | 5e-10",
                "doll | interaction-test | breslow-day | statistic | 5.215475364 | 5e-10",
                "doll | interaction-test | tarone | statistic | 5.174645927 | 5e-10",
                "doll | interaction-test | tarone | p.value | .022919 | 5e-7",
                "doll | risk-ratio | mantel-haenszel | estimate | 2.4751 | 5e-5",
                "doll | risk-ratio | mantel-haenszel | conf.low | 1.5831 | 5e-5",
                "doll | risk-ratio | mantel-haenszel | conf.high | 3.8698 | 5e-5",
                "doll | risk-difference | mantel-haenszel-sato | estimate | .3294 | 5e-5",
                "doll | risk-difference | mantel-haenszel-sato | conf.low | .2227201935 | 5e-10",
                "doll | risk-difference | mantel-haenszel-sato | conf.high | .4361203706 | 5e-10",
                "ucb | test | cochran-mantel-haenszel | statistic | 1.524606660443 | 5e-13",
                "ucb | test | cochran-mantel-haenszel | p.value | .216923697056 | 5e-13",
                "ucb | test | conditional-exact | p.value | .227762526798 | 5e-13",
                "ucb | conditional-odds-ratio | mantel-haenszel | estimate | .904696828259 | 5e-13",
                "ucb | conditional-odds-ratio | mantel-haenszel | conf.low | .771907361759 | 5e-13",
                "ucb | conditional-odds-ratio | mantel-haenszel | conf.high | 1.060329764437 | 5e-13",
                "ucb | risk-difference | mantel-haenszel-sato | estimate | -.0184251961909 | 5e-14",
                "ucb | risk-difference | mantel-haenszel-sato | std.error | .0148253944383 | 5e-14",
                "ucb | interaction-test | tarone | statistic | 18.82550125205 | 5e-12",
                "ucb | interaction-test | tarone | p.value | .0020714013979 | 5e-14",
                "mehrotra | risk-difference | mantel-haenszel-sato | estimate | -.0307916459397 | 5e-14",
                "mehrotra | risk-difference | mantel-haenszel-sato | std.error | .0138207042961 | 5e-14",
                "mehrotra | risk-ratio | stratified-score | conf.low | .4444 | 5e-5",
                "mehrotra | risk-ratio | stratified-score | conf.high | .9468 | 5e-5",
                "mehrotra | risk-ratio | stratified-score-skewness-corrected | conf.low | .4410 | 5e-5",
                "mehrotra | risk-ratio | stratified-score-skewness-corrected | conf.high | .9462 | 5e-5",
                "mehrotra | conditional-odds-ratio | stratified-score | conf.low | .4155 | 5e-5",
                "mehrotra | conditional-odds-ratio | stratified-score | conf.high | .9466 | 5e-5",
                "mehrotra | conditional-odds-ratio | stratified-score-skewness-corrected | conf.low | .4124 | 5e-5",
                "mehrotra | conditional-odds-ratio | stratified-score-skewness-corrected | conf.high | .9461 | 5e-5",
                "hartung | risk-difference | stratified-scas | conf.low | .2441 | 5e-5",
                "hartung | risk-difference | stratified-scas | conf.high | .3698 | 5e-5",
                "hartung | risk-difference | stratified-tdas | conf.low | .1928 | 5e-5",
                "hartung | risk-difference | stratified-tdas | conf.high | .4647 | 5e-5",
            })
    void isThePublishedNumber(
            String data, String measure, String method, String statistic, double expected, double tolerance) {
        assertThat(Vectors.of(measure, method, data(data), statistic)).isCloseTo(expected, within(tolerance));
    }

    /** Of ratios the list has logarithms, with the standard errors that the limits stand for. */
    @ParameterizedTest
    @CsvSource({
        "ucb, risk-ratio, -.0566708617289, .0442239944392",
        "ucb, conditional-odds-ratio, , .0809889096562",
        "mehrotra, risk-ratio, -.4288405332571, .1949301948031",
        "mehrotra, conditional-odds-ratio, -.4675784964485, .2116187913141",
    })
    void isThePublishedLogarithm(String data, String measure, Double log, double error) {
        double estimate = Vectors.of(measure, "mantel-haenszel", data(data), "estimate");
        double lower = Vectors.of(measure, "mantel-haenszel", data(data), "conf.low");
        double upper = Vectors.of(measure, "mantel-haenszel", data(data), "conf.high");
        if (log != null) {
            assertThat(StrictMath.log(estimate)).isCloseTo(log, within(5e-14));
        }
        assertThat(StrictMath.log(upper / lower) / (2 * Z)).isCloseTo(error, within(5e-14));
    }

    /** Tang's identity: at no difference the score with the weights of Mantel and Haenszel is their test. */
    @Test
    void theScoreAtNoDifferenceIsTheTestOfMantelAndHaenszel() {
        assertThat(Vectors.of(
                        "risk-difference", "stratified-miettinen-nurminen-mh", MEHROTRA + "; two-sided 0", "p.value"))
                .isCloseTo(Vectors.of("test", "cochran-mantel-haenszel", MEHROTRA, "p.value"), within(1e-15));
    }

    /** Woolf's, Peto's and the likelihood's odds ratios of Doll and Hill, which are offered for studies and for models. */
    @Test
    void otherEstimatorsOfDollAndHill() {
        StratifiedTables strata = StratifiedInput.tables(DOLL);
        List<TwoByTwo> tables = strata.tables();
        StudyEffects effects = StudyEffects.of(
                tables.stream()
                        .mapToDouble(table -> StrictMath.log(
                                PointEstimate.oddsRatio(table).ifEstimated().orElseThrow()))
                        .toArray(),
                tables.stream().mapToDouble(StratifiedVectorsTest::reciprocals).toArray());
        Estimate woolf = CommonEffect.of(effects, 0.95).effect();
        assertThat(exp(woolf.estimate())).isCloseTo(3.5563, within(5e-5));
        assertThat(exp(woolf.lower())).isCloseTo(1.8365, within(5e-5));
        assertThat(exp(woolf.upper())).isCloseTo(6.8866, within(5e-5));

        assertThat(exp(PetoOddsRatio.of(strata, 0.95).effect().estimate())).isCloseTo(3.7120, within(5e-5));
        TestResult peto = PetoOddsRatio.heterogeneity(strata);
        assertThat(peto.statistic().orElseThrow()).isCloseTo(2.822, within(5e-4));
        assertThat(value(peto.pValue())).isCloseTo(.09297, within(5e-6));

        FittedModel fit = likelihood(tables);
        double error = fit.modelCovariance().standardError(1);
        assertThat(StrictMath.exp(fit.coefficients()[1])).isCloseTo(4.2549, within(5e-5));
        assertThat(StrictMath.exp(fit.coefficients()[1] - Z * error)).isCloseTo(2.3478, within(5e-5));
        assertThat(StrictMath.exp(fit.coefficients()[1] + Z * error)).isCloseTo(7.7112, within(5e-5));
    }

    private static double reciprocals(TwoByTwo table) {
        return 1.0 / table.group().events()
                + 1.0 / table.group().nonEvents()
                + 1.0 / table.reference().events()
                + 1.0 / table.reference().nonEvents();
    }

    /** Logistic regression on the arm and the stratum, each of eight kinds of people as often as they were. */
    private static FittedModel likelihood(List<TwoByTwo> tables) {
        double[] y = new double[8];
        double[] arm = new double[8];
        double[] stratum = new double[8];
        double[] people = new double[8];
        for (int i = 0; i < 8; i++) {
            TwoByTwo table = tables.get(i / 4);
            arm[i] = i % 4 < 2 ? 1 : 0;
            y[i] = i % 2;
            stratum[i] = i / 4;
            BinomialCount count = arm[i] == 1 ? table.group() : table.reference();
            people[i] = y[i] == 1 ? count.events() : count.nonEvents();
        }
        DesignMatrix design = DesignMatrix.intercept(8).with("arm", arm).with("stratum", stratum);
        return GeneralisedLinearModel.of(
                        Logistic.RESPONSE, ModelData.of(design, y).withWeights(people))
                .ifFitted()
                .orElseThrow();
    }

    /**
     * contingencytables' test of Cochran's Q is of risk differences about the mean of Mantel and Haenszel; that of this
     * program is about the inverse-variance mean, which is the least.
     */
    @Test
    void cochransQOfDollAndHill() {
        StratifiedTables strata = StratifiedInput.tables(DOLL);
        double mean = Vectors.of("risk-difference", "mantel-haenszel-sato", DOLL, "estimate");
        double q = 0;
        for (TwoByTwo table : strata.tables()) {
            double apart = PointEstimate.riskDifference(table) - mean;
            double variance = table.group().proportion()
                            * (1 - table.group().proportion())
                            / table.group().assessed()
                    + table.reference().proportion()
                            * (1 - table.reference().proportion())
                            / table.reference().assessed();
            q += apart * apart / variance;
        }
        TestResult test = HeterogeneityTest.of(q, 1);
        assertThat(test.statistic().orElseThrow()).isCloseTo(6.591, within(5e-4));
        assertThat(value(test.pValue())).isCloseTo(.010251, within(5e-7));
        assertThat(CochranQ.of(strata).statistic().orElseThrow()).isLessThan(q);
    }

    private static double exp(Quantity log) {
        return StrictMath.exp(value(log));
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
