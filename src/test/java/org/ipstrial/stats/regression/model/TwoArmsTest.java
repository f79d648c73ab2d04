package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;

/** Models of two arms and nothing else, whose fit is a matter of fractions. */
class TwoArmsTest {

    /** Events and people of two arms. */
    record Table(int events1, int n1, int events0, int n0) {

        ModelData data() {
            double[] group = new double[n1 + n0];
            double[] outcome = new double[n1 + n0];
            for (int i = 0; i < group.length; i++) {
                group[i] = i < n1 ? 1 : 0;
                outcome[i] = i < n1 ? (i < events1 ? 1 : 0) : (i - n1 < events0 ? 1 : 0);
            }
            return ModelData.of(DesignMatrix.intercept(n1 + n0).with("group", group), outcome);
        }

        double p1() {
            return (double) events1 / n1;
        }

        double p0() {
            return (double) events0 / n0;
        }

        /** Twice what the log-likelihood of yes and no lacks to 0. */
        double binomialDeviance() {
            return -2
                    * (events1 * Math.log(p1())
                            + (n1 - events1) * Math.log(1 - p1())
                            + events0 * Math.log(p0())
                            + (n0 - events0) * Math.log(1 - p0()));
        }

        static List<Table> all() {
            java.util.ArrayList<Table> tables = new java.util.ArrayList<>(
                    List.of(new Table(19, 20, 1, 20), new Table(1, 40, 39, 40), new Table(29, 30, 29, 30)));
            for (int n1 = 2; n1 <= 6; n1++) {
                for (int n0 = 2; n0 <= 6; n0++) {
                    for (int events1 = 1; events1 < n1; events1++) {
                        for (int events0 = 1; events0 < n0; events0++) {
                            tables.add(new Table(events1, n1, events0, n0));
                        }
                    }
                }
            }
            return tables;
        }
    }

    @Test
    void logOddsAreThoseOfTheTable() {
        for (Table table : Table.all()) {
            FittedModel fit = fit(Logistic.RESPONSE, table);
            double odds0 = table.p0() / (1 - table.p0());
            double variance = 1.0 / table.events1
                    + 1.0 / (table.n1 - table.events1)
                    + 1.0 / table.events0
                    + 1.0 / (table.n0 - table.events0);
            is(fit, table, Math.log(odds0), Math.log(table.p1() / (1 - table.p1()) / odds0), variance);
            assertThat(fit.deviance()).as("%s", table).isCloseTo(table.binomialDeviance(), within(1e-12));
        }
    }

    /** Among them tables in which the first move would lead to a probability above 1. */
    @Test
    void logRisksAreThoseOfTheTable() {
        for (Table table : Table.all()) {
            FittedModel fit = fit(LogBinomial.RESPONSE, table);
            double variance = (1 - table.p1()) / table.events1 + (1 - table.p0()) / table.events0;
            is(fit, table, Math.log(table.p0()), Math.log(table.p1() / table.p0()), variance);
            assertThat(fit.deviance()).as("%s", table).isCloseTo(table.binomialDeviance(), within(1e-12));
        }
    }

    /** As counts: each event adds twice the log of its share to the deviance, and the means sum to the events. */
    @Test
    void logRatesAreThoseOfTheTable() {
        for (Table table : Table.all()) {
            FittedModel fit = fit(LogPoisson.RESPONSE, table);
            double variance = 1.0 / table.events1 + 1.0 / table.events0;
            is(fit, table, Math.log(table.p0()), Math.log(table.p1() / table.p0()), variance);
            assertThat(fit.deviance())
                    .as("%s", table)
                    .isCloseTo(
                            -2 * (table.events1 * Math.log(table.p1()) + table.events0 * Math.log(table.p0())),
                            within(1e-12));
        }
    }

    /** Counts 1 and 5 against 4: 2 (1 log(1/3) + 5 log(5/3)), since 4 is its own mean. */
    @Test
    void theDevianceOfCountsCountsEachAgainstItsMean() {
        DesignMatrix design = DesignMatrix.intercept(3).with("group", new double[] {1, 1, 0});
        FittedModel fit = GeneralisedLinearModel.of(LogPoisson.RESPONSE, ModelData.of(design, new double[] {1, 5, 4}))
                .ifFitted()
                .orElseThrow();

        assertThat(fit.coefficients()).containsExactly(new double[] {Math.log(4), Math.log(0.75)}, within(1e-14));
        assertThat(fit.deviance()).isCloseTo(2 * (5 * Math.log(5) - 6 * Math.log(3)), within(1e-13));
    }

    @Test
    void anOffsetThatIsTheSameForAllMovesTheInterceptAlone() {
        ModelData data = new Table(3, 5, 2, 6).data();
        for (Response response : List.of(Logistic.RESPONSE, LogPoisson.RESPONSE, LogBinomial.RESPONSE)) {
            FittedModel plain =
                    GeneralisedLinearModel.of(response, data).ifFitted().orElseThrow();
            for (double shift : new double[] {-600, -1, 600}) {
                FittedModel moved = GeneralisedLinearModel.of(response, data.withOffset(all(11, shift)))
                        .ifFitted()
                        .orElseThrow();
                assertThat(moved.coefficients())
                        .as("%s by %s", response, shift)
                        .containsExactly(
                                new double[] {plain.coefficients()[0] - shift, plain.coefficients()[1]}, within(1e-12));
            }
        }
    }

    /** Where all log odds are -100 or 700 the likelihood curves by e^-100 at most, and tells of no measure for a move. */
    @Test
    void aClimbFromFarOffArrives() {
        ModelData data = ModelData.of(DesignMatrix.intercept(4), new double[] {1, 0, 0, 0});
        for (double start : new double[] {-700, -100, 100, 700}) {
            FittedModel fit = new Ascent(Logistic.RESPONSE, data)
                    .from(new double[] {start})
                    .ifFitted()
                    .orElseThrow(() -> new AssertionError(start));
            assertThat(fit.coefficients()[0]).isCloseTo(-Math.log(3), within(1e-14));
        }
    }

    /** No intercept keeps e^(b + 800) and e^(b - 800) within the doubles. */
    @Test
    void offsetsThatNoInterceptBringsTogetherAreNoFit() {
        DesignMatrix ones = DesignMatrix.intercept(4);
        assertThat(GeneralisedLinearModel.of(
                        LogPoisson.RESPONSE, ModelData.of(ones, all(4, 1)).withOffset(new double[] {0, 0, 1600, 1600})))
                .isEqualTo(Fit.none(Reason.NOT_CONVERGED));
    }

    /** Two counts and two coefficients: nothing is left over, and each person alone tells of their arm. */
    @Test
    void asManyCoefficientsAsPeopleLeaveOnlyTheCovariancesThatDoNotLookAtIt() {
        DesignMatrix design = DesignMatrix.intercept(2).with("group", new double[] {0, 1});
        FittedModel fit = GeneralisedLinearModel.of(LogPoisson.RESPONSE, ModelData.of(design, new double[] {1, 3}))
                .ifFitted()
                .orElseThrow();
        int[] own = {0, 1};

        assertThat(fit.residualDf()).isZero();
        assertThat(Heteroscedasticity.HC0.of(fit)).isPresent();
        assertThat(Heteroscedasticity.HC1.of(fit)).isEmpty();
        assertThat(Heteroscedasticity.HC2.of(fit)).isEmpty();
        assertThat(Heteroscedasticity.HC3.of(fit)).isEmpty();
        assertThat(Clusters.CR0.of(fit, own)).isPresent();
        assertThat(Clusters.CR1.of(fit, own)).isPresent();
        assertThat(Clusters.CR1S.of(fit, own)).isEmpty();
    }

    private static double[] all(int rows, double value) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return values;
    }

    private static FittedModel fit(Response response, Table table) {
        return GeneralisedLinearModel.of(response, table.data())
                .ifFitted()
                .orElseThrow(() -> new AssertionError(response + " " + table));
    }

    private static void is(FittedModel fit, Table table, double intercept, double effect, double variance) {
        assertThat(fit.coefficients()).as("%s", table).containsExactly(new double[] {intercept, effect}, within(1e-12));
        assertThat(fit.modelCovariance().standardError(1))
                .as("%s", table)
                .isCloseTo(Math.sqrt(variance), within(1e-12));
    }
}
