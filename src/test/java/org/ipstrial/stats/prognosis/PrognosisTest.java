package org.ipstrial.stats.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.linear.AncovaHc3;
import org.ipstrial.stats.adjusted.odds.LogisticOddsRatio;
import org.junit.jupiter.api.Test;

/** Prognosis against the models that compare arms, with levels in the place of arms and the arms as a covariate. */
class PrognosisTest {

    private static final int PEOPLE = 90;
    private static final int LEVELS = 3;

    private final Random random = new Random(19580215);
    private final int[] level = IntStream.range(0, PEOPLE).map(i -> i % LEVELS).toArray();
    private final int[] arm =
            IntStream.range(0, PEOPLE).map(i -> random.nextInt(2)).toArray();
    private final double[] amount = IntStream.range(0, PEOPLE)
            .mapToDouble(i -> random.nextInt(40) + level[i])
            .toArray();

    private ArmContrasts contrasts(double[] outcome, java.util.function.Function<AdjustedData, ArmContrasts> model) {
        double[] second = IntStream.of(arm).asDoubleStream().toArray();
        return model.apply(AdjustedData.of(
                outcome, level, List.of("a", "b", "c"), List.of("second arm"), new double[][] {second}));
    }

    private static void same(Estimate one, Estimate other) {
        assertThat(one.estimate().ifEstimated().getAsDouble())
                .isCloseTo(other.estimate().ifEstimated().getAsDouble(), within(1e-9));
        assertThat(one.lower().ifEstimated().getAsDouble())
                .isCloseTo(other.lower().ifEstimated().getAsDouble(), within(1e-8));
        assertThat(one.upper().ifEstimated().getAsDouble())
                .isCloseTo(other.upper().ifEstimated().getAsDouble(), within(1e-8));
    }

    private static long[][] counts() {
        return new long[LEVELS + 1][2];
    }

    @Test
    void oddsAreThoseOfIndividualRowsAndALevelWithoutEventsChangesNothing() {
        double[] event = IntStream.range(0, PEOPLE)
                .mapToDouble(i -> amount[i] > 18 ? 1 : 0)
                .toArray();
        long[][] events = counts();
        long[][] assessed = counts();
        for (int i = 0; i < PEOPLE; i++) {
            assessed[level[i]][arm[i]]++;
            events[level[i]][arm[i]] += (long) event[i];
        }
        assessed[LEVELS][1] = 7;
        Prognosis prognosis = PrognosticOdds.of(events, assessed);
        ArmContrasts model = contrasts(event, LogisticOddsRatio::of);
        assertThat(prognosis.against()).isZero();
        same(prognosis.estimate(1, 0.9), model.estimate(1, 0, 0.9));
        same(prognosis.estimate(2, 0.9), model.estimate(2, 0, 0.9));
        assertThat(prognosis.estimate(LEVELS, 0.9)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
        assertThat(prognosis.test().df()).hasValue(2);
    }

    @Test
    void meansAreThoseOfTheModelAndALevelOfOnePersonChangesNothing() {
        int[] more = java.util.Arrays.copyOf(level, PEOPLE + 1);
        more[PEOPLE] = LEVELS;
        Prognosis prognosis = PrognosticMeans.of(
                java.util.Arrays.copyOf(amount, PEOPLE + 1),
                more,
                LEVELS + 1,
                java.util.Arrays.copyOf(arm, PEOPLE + 1),
                2);
        ArmContrasts model = contrasts(amount, AncovaHc3::of);
        same(prognosis.estimate(1, 0.95), model.estimate(1, 0, 0.95));
        same(prognosis.estimate(2, 0.95), model.estimate(2, 0, 0.95));
        assertThat(prognosis.estimate(LEVELS, 0.95)).isEqualTo(Estimate.notEstimable(Reason.FEWER_THAN_TWO));
        assertThat(prognosis.test().df2()).hasValue(PEOPLE - 4);
    }

    @Test
    void nothingIsToldOfOneLevelOrOfAmountsThatAreAlike() {
        assertThat(PrognosticOdds.of(new long[][] {{1, 2}, {0, 0}}, new long[][] {{4, 5}, {3, 0}})
                        .test()
                        .pValue())
                .isEqualTo(Quantity.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
        assertThat(PrognosticMeans.of(new double[6], new int[] {0, 0, 0, 1, 1, 1}, 2, new int[] {0, 1, 0, 1, 0, 1}, 2)
                        .test()
                        .pValue())
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
    }

    /** Two levels in one arm: the odds ratio of 12/20 and 5/20 is (12 15) / (8 5) = 4.5, the difference of 3 5 and 4 8 is 2. */
    @Test
    void theFirstLevelThatTellsIsTheOneThatOthersAreHeldAgainst() {
        Prognosis odds =
                PrognosticOdds.of(new long[][] {{4}, {0}, {5}, {12}, {3}}, new long[][] {{4}, {6}, {20}, {20}, {3}});
        assertThat(odds.against()).isEqualTo(2);
        assertThat(odds.estimate(3, 0.95).estimate().ifEstimated().getAsDouble())
                .isCloseTo(4.5, within(1e-9));
        for (int alike : new int[] {0, 1, 4}) {
            assertThat(odds.estimate(alike, 0.95)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
        }
        assertThat(odds.test().df()).hasValue(1);

        Prognosis means =
                PrognosticMeans.of(new double[] {9, 3, 5, 4, 8, 7}, new int[] {0, 1, 1, 2, 2, 3}, 4, new int[6], 1);
        assertThat(means.against()).isEqualTo(1);
        assertThat(means.estimate(2, 0.95).estimate().ifEstimated().getAsDouble())
                .isCloseTo(2, within(1e-12));
        for (int alone : new int[] {0, 3}) {
            assertThat(means.estimate(alone, 0.95)).isEqualTo(Estimate.notEstimable(Reason.FEWER_THAN_TWO));
        }
        assertThat(means.test().df2()).hasValue(2);
    }

    @Test
    void aLevelThatGoesWithAnArmCannotBeToldFromIt() {
        Prognosis odds = PrognosticOdds.of(new long[][] {{4, 0}, {0, 7}}, new long[][] {{9, 0}, {0, 12}});
        assertThat(odds.estimate(1, 0.95)).isEqualTo(Estimate.notEstimable(Reason.COLLINEAR_COVARIATES));
        int[] both = {0, 0, 0, 1, 1, 1};
        Prognosis means = PrognosticMeans.of(new double[] {1, 4, 2, 8, 5, 7}, both, 2, both, 2);
        assertThat(means.estimate(1, 0.95)).isEqualTo(Estimate.notEstimable(Reason.COLLINEAR_COVARIATES));
        assertThat(means.test().pValue()).isEqualTo(Quantity.notEstimable(Reason.COLLINEAR_COVARIATES));
    }

    /** The one person of an arm is fitted by himself: 1 - h, by which HC3 divides, is 0. */
    @Test
    void nothingIsToldWhereSomebodyIsFittedByHimself() {
        Prognosis means = PrognosticMeans.of(
                new double[] {1, 4, 2, 8, 5, 7, 3},
                new int[] {0, 0, 0, 1, 1, 1, 1},
                2,
                new int[] {0, 0, 0, 0, 0, 0, 1},
                2);
        assertThat(means.estimate(1, 0.95)).isEqualTo(Estimate.notEstimable(Reason.LEVERAGE_ONE));
        assertThat(means.against()).isEqualTo(-1);
        assertThat(means.test().pValue()).isEqualTo(Quantity.notEstimable(Reason.LEVERAGE_ONE));
    }

    /** Four people, two arms and two levels that add up: the fit leaves nothing over, however large the amounts are. */
    @Test
    void nothingIsToldOfAmountsThatArmAndLevelGiveWhole() {
        for (double size : new double[] {1, 1e-6, 1e9}) {
            double[] amounts = {0, size, 2 * size, 3 * size, 0, size, 2 * size, 3 * size};
            Prognosis means = PrognosticMeans.of(
                    amounts, new int[] {0, 0, 1, 1, 0, 0, 1, 1}, 2, new int[] {0, 1, 0, 1, 0, 1, 0, 1}, 2);
            assertThat(means.test().pValue()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        }
    }

    /** As many coefficients as people. */
    @Test
    void nothingIsToldWhereNobodyIsLeftOver() {
        Prognosis means =
                PrognosticMeans.of(new double[] {1, 4, 2, 8}, new int[] {0, 0, 1, 1}, 2, new int[] {0, 1, 2, 0}, 3);
        assertThat(means.test().pValue()).isInstanceOf(Quantity.NotEstimable.class);
        assertThat(means.estimate(1, 0.95).estimate()).isEqualTo(means.test().pValue());
    }
}
