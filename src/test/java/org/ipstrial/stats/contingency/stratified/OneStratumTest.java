package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.NMinusOneTest;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.approximate.KatzRatio;
import org.ipstrial.stats.contingency.approximate.NewcombeDifference;
import org.ipstrial.stats.contingency.approximate.WoolfOddsRatio;
import org.ipstrial.stats.contingency.score.MiettinenNurminenDifference;
import org.junit.jupiter.api.Test;

/** Strata that are one and the whole: every method over strata is then a method without, on every small table. */
class OneStratumTest {

    private static final List<TwoByTwo> SMALL = Tables.all(5);

    private static StratifiedTables one(TwoByTwo table) {
        return new StratifiedTables(List.of(Stratum.of("all", table)));
    }

    private static void assertSame(TwoByTwo table, Quantity got, Quantity wanted) {
        OptionalDouble number = wanted.ifEstimated();
        if (number.isEmpty()) {
            assertThat(got).as(table.toString()).isEqualTo(wanted);
        } else {
            assertThat(got.ifEstimated().orElse(Double.NaN))
                    .as(table.toString())
                    .isCloseTo(number.getAsDouble(), within(1e-12 * Math.max(1, Math.abs(number.getAsDouble()))));
        }
    }

    private static void assertSame(TwoByTwo table, Estimate got, Estimate wanted) {
        assertSame(table, got.estimate(), wanted.estimate());
        assertSame(table, got.lower(), wanted.lower());
        assertSame(table, got.upper(), wanted.upper());
    }

    @Test
    void mantelHaenszelGivesTheCrudeDifferenceAndRatios() {
        assertThat(SMALL).hasSize(400);
        for (TwoByTwo table : SMALL) {
            assertSame(
                    table,
                    MantelHaenszelDifference.of(one(table), 0.95).estimate(),
                    Quantity.of(PointEstimate.riskDifference(table)));
            assertSame(table, MantelHaenszelRatio.of(one(table), 0.95).estimate(), PointEstimate.riskRatio(table));
            assertSame(table, MantelHaenszelOddsRatio.of(one(table), 0.95).estimate(), PointEstimate.oddsRatio(table));
        }
    }

    @Test
    void theVariancesAreThoseOfKatzAndOfWoolf() {
        for (TwoByTwo table : SMALL) {
            assertSame(table, MantelHaenszelRatio.of(one(table), 0.9), KatzRatio.of(table, 0.9));
            assertSame(table, MantelHaenszelOddsRatio.of(one(table), 0.9), WoolfOddsRatio.of(table, 0.9));
        }
    }

    @Test
    void theScoreIntervalsAreThatOfMiettinenAndNurminen() {
        for (TwoByTwo table : SMALL) {
            Estimate wanted = MiettinenNurminenDifference.of(table, 0.95);
            assertSame(table, StratifiedMiettinenNurminen.withMantelHaenszelWeights(one(table), 0.95), wanted);
            assertSame(table, StratifiedMiettinenNurminen.withInverseVarianceWeights(one(table), 0.95), wanted);
            for (double effect : new double[] {-0.4, 0, 0.1}) {
                TestResult test = MiettinenNurminenDifference.test(table, effect, Alternative.GREATER);
                assertSame(
                        table,
                        StratifiedMiettinenNurminen.testWithMantelHaenszelWeights(
                                        one(table), effect, Alternative.GREATER)
                                .pValue(),
                        test.pValue());
                assertSame(
                        table,
                        StratifiedMiettinenNurminen.testWithInverseVarianceWeights(
                                        one(table), effect, Alternative.GREATER)
                                .pValue(),
                        test.pValue());
            }
        }
    }

    @Test
    void yanAndSuGiveNewcombe() {
        for (TwoByTwo table : SMALL) {
            assertSame(table, StratifiedNewcombeDifference.of(one(table), 0.95), NewcombeDifference.of(table, 0.95));
            assertSame(
                    table,
                    StratifiedNewcombeDifference.test(one(table), 0.1, Alternative.LESS)
                            .pValue(),
                    NewcombeDifference.test(table, 0.1, Alternative.LESS).pValue());
        }
    }

    @Test
    void cochranMantelHaenszelIsTheChiSquaredTestWithOneLess() {
        for (TwoByTwo table : SMALL) {
            for (Alternative alternative : Alternative.values()) {
                TestResult got = CochranMantelHaenszelTest.of(one(table), alternative);
                TestResult wanted = NMinusOneTest.of(table, alternative);
                assertSame(table, got.pValue(), wanted.pValue());
                assertThat(got.statistic().isPresent())
                        .isEqualTo(wanted.statistic().isPresent());
                wanted.statistic()
                        .ifPresent(statistic -> assertThat(got.statistic().getAsDouble())
                                .isCloseTo(statistic, within(1e-12 * statistic)));
            }
        }
    }
}
