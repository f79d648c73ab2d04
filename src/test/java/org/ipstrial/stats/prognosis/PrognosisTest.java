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
}
