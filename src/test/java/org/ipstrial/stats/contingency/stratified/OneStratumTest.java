package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.OptionalDouble;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.NMinusOneTest;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.approximate.KatzRatio;
import org.ipstrial.stats.contingency.approximate.NewcombeDifference;
import org.ipstrial.stats.contingency.approximate.WoolfOddsRatio;
import org.ipstrial.stats.contingency.conditional.ConditionalOddsRatio;
import org.ipstrial.stats.contingency.conditional.FisherExactTest;
import org.ipstrial.stats.contingency.score.KoopmanRatio;
import org.ipstrial.stats.contingency.score.MiettinenNurminenDifference;
import org.ipstrial.stats.contingency.stratified.exact.ExactCommonOddsRatio;
import org.ipstrial.stats.contingency.stratified.score.TangRatio;
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

    /** But where both arms have events only: Katz's limits are 1 to 1 there, and over strata there are none. */
    @Test
    void theVariancesAreThoseOfKatzAndOfWoolf() {
        for (TwoByTwo table : SMALL) {
            Estimate ratio = MantelHaenszelRatio.of(one(table), 0.9);
            if (table.events() == table.assessed()) {
                assertThat(ratio).isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
            } else {
                assertSame(table, ratio, KatzRatio.of(table, 0.9));
            }
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
    void theExactOnesAreCornfieldsAndFishers() {
        for (TwoByTwo table : SMALL) {
            if (table.events() > 0 && table.events() < table.assessed()) {
                Estimate got = ExactCommonOddsRatio.of(one(table), 0.9);
                Estimate wanted = ConditionalOddsRatio.exact(table, 0.9);
                assertThat(limit(got.estimate()))
                        .as(table.toString())
                        .isCloseTo(limit(wanted.estimate()), withinPercentage(1e-8));
                assertThat(limit(got.lower())).isCloseTo(limit(wanted.lower()), withinPercentage(1e-8));
                assertThat(limit(got.upper())).isCloseTo(limit(wanted.upper()), withinPercentage(1e-8));
                for (Alternative alternative : Alternative.values()) {
                    assertThat(limit(ExactCommonOddsRatio.test(one(table), alternative)
                                    .pValue()))
                            .as(table + " " + alternative)
                            .isCloseTo(
                                    limit(FisherExactTest.of(table, alternative).pValue()), within(1e-13));
                }
            }
        }
    }

    /** Second route: every way in which the events of two strata can fall, counted one by one. */
    @Test
    void theExactTestCountsEveryTable() {
        List<TwoByTwo> tables = Tables.all(3);
        int tried = 0;
        for (int i = 0; i < tables.size(); i += 3) {
            TwoByTwo a = tables.get(i);
            TwoByTwo b = tables.get((i * 7 + 11) % tables.size());
            if (a.events() == 0 || a.events() == a.assessed() || b.events() == 0 || b.events() == b.assessed()) {
                continue;
            }
            StratifiedTables strata = new StratifiedTables(List.of(Stratum.of("a", a), Stratum.of("b", b)));
            double[] ways = new double[20];
            for (int k = 0; k <= a.events(); k++) {
                for (int l = 0; l <= b.events(); l++) {
                    ways[k + l] += ways(a, k) * ways(b, l);
                }
            }
            int s = a.group().events() + b.group().events();
            double all = 0;
            double more = 0;
            double unlikely = 0;
            for (int k = 0; k < ways.length; k++) {
                all += ways[k];
                more += k >= s ? ways[k] : 0;
                unlikely += ways[k] <= ways[s] ? ways[k] : 0;
            }
            assertThat(limit(ExactCommonOddsRatio.test(strata, Alternative.GREATER)
                            .pValue()))
                    .isCloseTo(more / all, within(1e-13));
            assertThat(limit(ExactCommonOddsRatio.test(strata, Alternative.TWO_SIDED)
                            .pValue()))
                    .as(strata.toString())
                    .isCloseTo(unlikely / all, within(1e-13));
            tried++;
        }
        assertThat(tried).isGreaterThan(15);
    }

    private static double ways(TwoByTwo table, int k) {
        return choose(table.group().assessed(), k) * choose(table.reference().assessed(), (int) table.events() - k);
    }

    private static double choose(int n, int k) {
        double ways = k < 0 || k > n ? 0 : 1;
        for (int i = 1; i <= k && ways > 0; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    /** Without the factor N / (N - 1); tables without events, or with events only, tell nothing here. */
    @Test
    void tangsScoreOfARatioIsKoopmans() {
        int tried = 0;
        for (TwoByTwo table : SMALL) {
            if (table.events() > 0 && table.events() < table.assessed()) {
                Estimate got = TangRatio.of(one(table), 0.95);
                Estimate wanted = KoopmanRatio.of(table, 0.95);
                for (boolean upper : new boolean[] {false, true}) {
                    double one = limit(upper ? got.upper() : got.lower());
                    double other = limit(upper ? wanted.upper() : wanted.lower());
                    assertThat(one).as(table.toString()).isCloseTo(other, withinPercentage(1e-7));
                }
                tried++;
            }
        }
        assertThat(tried).isEqualTo(350);
    }

    private static double limit(Quantity quantity) {
        return quantity.ifEstimated().orElse(1e300);
    }

    /** Gart and Nam 1988, as ratesci has them: 8/15 against 4/15, and 6/10 against 6/20. */
    @Test
    void theSkewnessOfARatioIsAsPublished() {
        assertLimits(TangRatio.of(one(TwoByTwo.of(8, 15, 4, 15)), 0.95), .815, 5.336);
        assertLimits(TangRatio.skewnessCorrected(one(TwoByTwo.of(8, 15, 4, 15)), 0.95), .806, 6.148);
        assertLimits(TangRatio.of(one(TwoByTwo.of(6, 10, 6, 20)), 0.95), .844, 4.594);
        assertLimits(TangRatio.skewnessCorrected(one(TwoByTwo.of(6, 10, 6, 20)), 0.95), .822, 4.954);
    }

    private static void assertLimits(Estimate got, double lower, double upper) {
        assertThat(limit(got.lower())).isCloseTo(lower, within(5e-4));
        assertThat(limit(got.upper())).isCloseTo(upper, within(5e-4));
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
