package org.ipstrial.stats.imputation.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.junit.jupiter.api.Test;

class RubinRulesTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** mice issue 441: Q = 13 to 17, U = 3 to 7; every number but df is a fraction that can be worked by hand. */
    @Test
    void theExampleOfMice() {
        RubinRules finite = RubinRules.of(example(99));

        assertThat(finite.estimate()).isEqualTo(15);
        assertThat(finite.within()).isEqualTo(5);
        assertThat(finite.between()).isEqualTo(2.5);
        assertThat(finite.total()).isEqualTo(8);
        assertThat(value(finite.relativeIncrease())).isCloseTo(0.6, within(1e-15));
        assertThat(value(finite.lambda())).isCloseTo(0.375, within(1e-15));
        // 4 / 0.375^2 = 256/9; 100/102 * 99 * 0.625; their product over their sum.
        assertThat(value(finite.df())).isCloseTo(19.364421542919, within(5e-13));
        assertThat(value(finite.fractionMissing())).isCloseTo(0.430892346583, within(5e-13));
        assertThat(value(RubinRules.of(example(INFINITE)).df())).isCloseTo(256.0 / 9, within(1e-13));
    }

    /** {@code mice::pool.scalar} takes a lambda below 0.0001 for 0.0001: where nothing is missing it has no end of df. */
    @Test
    void lambdaIsNotHeldAboveAFloor() {
        RubinRules alike = RubinRules.of(Collections.nCopies(5, new CompletedEstimate(2, 4, 99)));

        assertThat(value(alike.lambda())).isZero();
        assertThat(value(alike.df())).isEqualTo(100.0 / 102 * 99);
        assertThat(value(alike.fractionMissing())).isCloseTo(2 / (100.0 / 102 * 99 + 3), within(1e-15));
        assertThat(RubinRules.of(Collections.nCopies(5, CompletedEstimate.normal(2, 4)))
                        .df())
                .isEqualTo(Quantity.notEstimable(Reason.UNBOUNDED));
    }

    @Test
    void completedDataThatAllAgreeHaveNormalLimits() {
        RubinRules alike = RubinRules.of(Collections.nCopies(3, CompletedEstimate.normal(2, 4)));
        Estimate limits = alike.limits(0.95);

        assertThat(value(limits.lower())).isCloseTo(2 - 2 * 1.959963984540054, within(1e-14));
        assertThat(value(limits.upper())).isCloseTo(2 + 2 * 1.959963984540054, within(1e-14));
        assertThat(value(alike.fractionMissing())).isZero();
        assertThat(value(alike.test(2, Alternative.TWO_SIDED).pValue())).isEqualTo(1);
    }

    /** 2 with a standard error of 2 lies one of them above 0 and two above -2: 1 - 0.6827 and 1 - 0.9545, as pnorm has it. */
    @Test
    void completedDataThatAllAgreeHaveANormalTest() {
        RubinRules alike = RubinRules.of(Collections.nCopies(3, CompletedEstimate.normal(2, 4)));

        assertThat(alike.test(0, Alternative.TWO_SIDED).statistic()).hasValue(1);
        assertThat(value(alike.test(0, Alternative.TWO_SIDED).pValue())).isCloseTo(0.317310507862914, within(5e-16));
        assertThat(value(alike.test(-2, Alternative.TWO_SIDED).pValue())).isCloseTo(0.0455002638963584, within(5e-17));
    }

    @Test
    void limitsHoldTheNullExactlyWhereTheTestDoesNotReject() {
        RubinRules rules = RubinRules.of(example(99));
        Estimate limits = rules.limits(0.95);
        double lower = value(limits.lower());

        assertThat(value(rules.test(lower + 1e-9, Alternative.TWO_SIDED).pValue()))
                .isGreaterThan(0.05);
        assertThat(value(rules.test(lower - 1e-9, Alternative.TWO_SIDED).pValue()))
                .isLessThan(0.05);
        double t = TDistribution.of(value(rules.df())).inverseSurvivalProbability(0.025);
        assertThat(15 - lower).isCloseTo(t * Math.sqrt(8), within(1e-13));
        assertThat(value(limits.standardError().orElseThrow())).isEqualTo(Math.sqrt(8));
    }

    @Test
    void withoutVarianceThereIsAnEstimateAlone() {
        RubinRules none = RubinRules.of(Collections.nCopies(3, CompletedEstimate.normal(2, 0)));

        assertThat(none.limits(0.95)).isEqualTo(Estimate.withoutLimits(2, Reason.NO_VARIANCE));
        assertThat(none.lambda()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(none.relativeIncrease()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(none.df()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(none.fractionMissing()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(none.test(0, Alternative.TWO_SIDED).pValue()).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
    }

    /** All of the variance comes from what is missing: Rubin's df are m - 1, Barnard and Rubin's fall to 0. */
    @Test
    void varianceOfImputingAlone() {
        List<CompletedEstimate> normal = List.of(CompletedEstimate.normal(1, 0), CompletedEstimate.normal(3, 0));
        List<CompletedEstimate> finite = List.of(new CompletedEstimate(1, 0, 9), new CompletedEstimate(3, 0, 9));

        assertThat(value(RubinRules.of(normal).df())).isEqualTo(1);
        assertThat(RubinRules.of(finite).limits(0.95)).isEqualTo(Estimate.withoutLimits(2, Reason.NO_VARIANCE));
    }

    @Test
    void theOrderOfImputationsChangesNothing() {
        List<CompletedEstimate> shuffled = new ArrayList<>(some(20));
        RubinRules before = RubinRules.of(shuffled);
        Collections.reverse(shuffled);

        assertThat(RubinRules.of(shuffled)).isEqualTo(before);
    }

    @Test
    void theScaleOfTheEstimatesIsThatOfTheResult() {
        List<CompletedEstimate> twice = some(20).stream()
                .map(one -> new CompletedEstimate(2 * one.estimate(), 4 * one.variance(), one.df()))
                .toList();
        RubinRules once = RubinRules.of(some(20));
        RubinRules doubled = RubinRules.of(twice);

        assertThat(doubled.standardError()).isCloseTo(2 * once.standardError(), within(1e-14));
        assertThat(value(doubled.df())).isCloseTo(value(once.df()), within(1e-10));
        assertThat(value(doubled.fractionMissing())).isCloseTo(value(once.fractionMissing()), within(1e-14));
    }

    /** Leaving one out is worked out from the whole; the second route pools the others anew. */
    @Test
    void leavingOneOutIsPoolingTheOthers() {
        List<CompletedEstimate> all = some(12);
        List<RubinRules> without = RubinRules.leavingOneOut(all);

        for (int j = 0; j < all.size(); j++) {
            List<CompletedEstimate> others = new ArrayList<>(all);
            others.remove(j);
            RubinRules anew = RubinRules.of(others);
            assertThat(without.get(j).estimate()).isCloseTo(anew.estimate(), within(1e-14));
            assertThat(without.get(j).within()).isCloseTo(anew.within(), within(1e-14));
            assertThat(without.get(j).between()).isCloseTo(anew.between(), within(1e-14));
            assertThat(without.get(j).completeDf()).isEqualTo(anew.completeDf());
            assertThat(without.get(j).imputations()).isEqualTo(11);
        }
    }

    /** Of the estimate itself the jackknife is sqrt(b / m) exactly. */
    @Test
    void monteCarloErrorOfTheEstimate() {
        List<CompletedEstimate> all = some(25);
        RubinRules rules = RubinRules.of(all);

        assertThat(value(MonteCarloError.of(all, one -> OptionalDouble.of(one.estimate()))))
                .isCloseTo(Math.sqrt(rules.between() / 25), within(1e-14));
        assertThat(value(MonteCarloError.of(example(99), one -> OptionalDouble.of(one.estimate()))))
                .isCloseTo(Math.sqrt(0.5), within(1e-14));
    }

    /** Q = 13 to 17, U = 3 to 7: the five results without one, written out. */
    @Test
    void monteCarloErrorOfTheStandardError() {
        double[] totals = new double[5];
        for (int j = 0; j < 5; j++) {
            double sum = 0;
            double within = 0;
            for (int i = 0; i < 5; i++) {
                sum += i == j ? 0 : (13.0 + i) / 4;
                within += i == j ? 0 : (3.0 + i) / 4;
            }
            double squares = 0;
            for (int i = 0; i < 5; i++) {
                squares += i == j ? 0 : (13 + i - sum) * (13 + i - sum);
            }
            totals[j] = Math.sqrt(within + 1.25 * squares / 3);
        }
        double mean = IntStream.range(0, 5).mapToDouble(j -> totals[j] / 5).sum();
        double spread = IntStream.range(0, 5)
                .mapToDouble(j -> (totals[j] - mean) * (totals[j] - mean))
                .sum();

        assertThat(value(MonteCarloError.of(example(99), one -> OptionalDouble.of(one.standardError()))))
                .isCloseTo(Math.sqrt(0.8 * spread), within(1e-14));
    }

    /** The jackknife, against the spread of results that were truly drawn anew 4,000 times. */
    @Test
    void monteCarloErrorIsTheSpreadOfDrawingAnew() {
        SplittableRandom random = new SplittableRandom(1);
        int trials = 4000;
        double sum = 0;
        double squares = 0;
        double told = 0;
        Function<RubinRules, OptionalDouble> error = one -> OptionalDouble.of(one.standardError());
        for (int trial = 0; trial < trials; trial++) {
            List<CompletedEstimate> drawn = IntStream.range(0, 40)
                    .mapToObj(i -> CompletedEstimate.normal(random.nextGaussian(), 1))
                    .toList();
            double se = RubinRules.of(drawn).standardError();
            sum += se;
            squares += se * se;
            told += value(MonteCarloError.of(drawn, error)) / trials;
        }
        double spread = Math.sqrt((squares - sum * sum / trials) / (trials - 1));

        assertThat(told / spread).isBetween(0.95, 1.08);
    }

    /** Q = 1, 2, 6: b = 7, and the root of 7/3. Without one, means 4, 7/2, 3/2 about 3: 2/3 (1 + 1/4 + 9/4) = 7/3 too. */
    @Test
    void threeImputationsHaveAMonteCarloError() {
        List<CompletedEstimate> three =
                List.of(CompletedEstimate.normal(1, 1), CompletedEstimate.normal(2, 1), CompletedEstimate.normal(6, 1));

        assertThat(value(MonteCarloError.of(three, one -> OptionalDouble.of(one.estimate()))))
                .isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
    }

    /** Without the one that differs all agree, and there is no such number. */
    @Test
    void aNumberThatIsNotThereWithoutSomeImputationHasNoError() {
        List<CompletedEstimate> oneDiffers = List.of(
                CompletedEstimate.normal(1, 1),
                CompletedEstimate.normal(1, 1),
                CompletedEstimate.normal(1, 1),
                CompletedEstimate.normal(2, 1));

        assertThat(MonteCarloError.of(oneDiffers, one -> one.df().ifEstimated()))
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
    }

    /** The fewest degrees of freedom are those of one: without it they are the next ones. */
    @Test
    void leavingOutTheFewestDegreesOfFreedomLeavesTheNext() {
        List<CompletedEstimate> all = List.of(
                new CompletedEstimate(1, 1, 12), new CompletedEstimate(2, 1, 7), new CompletedEstimate(4, 1, 30));

        assertThat(RubinRules.of(all).completeDf()).isEqualTo(7);
        assertThat(RubinRules.leavingOneOut(all))
                .extracting(RubinRules::completeDf)
                .containsExactly(7.0, 12.0, 7.0);
    }

    @Test
    void twoImputationsHaveNoMonteCarloError() {
        assertThat(MonteCarloError.of(example(99).subList(0, 2), one -> OptionalDouble.of(one.estimate())))
                .isEqualTo(Quantity.notEstimable(Reason.TOO_FEW_IMPUTATIONS));
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> RubinRules.of(example(99).subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pooling needs at least two completed data sets, got 1");
        assertThatThrownBy(() -> new CompletedEstimate(1, -1, 9))
                .hasMessage("a variance must not be below 0 and df must be above 0, got -1.0 and 9.0");
        assertThatThrownBy(() -> new CompletedEstimate(1, 1, 0))
                .hasMessage("a variance must not be below 0 and df must be above 0, got 1.0 and 0.0");
        assertThatThrownBy(() -> new RubinRules(1, 0, 1, 1, 9))
                .hasMessage("pooling needs at least two completed data sets, got 1");
        assertThatThrownBy(() -> ImputationsNeeded.linear(-0.1))
                .hasMessage("the fraction of missing information must be from 0 to 1, got -0.1");
        assertThatThrownBy(() -> ImputationsNeeded.quadratic(Double.NaN, 20, 0.05, 0.95))
                .hasMessage("the fraction of missing information must be from 0 to 1, got NaN");
        assertThatThrownBy(() -> ImputationsNeeded.quadratic(0.3, 20, 5, 0.95))
                .hasMessage("variation must lie strictly between 0 and 1, got 5.0");
        assertThatThrownBy(() -> CompletedEstimate.normal(Double.NaN, 1))
                .hasMessage("estimate and variance must be finite, got NaN");
        assertThatThrownBy(() -> ImputationsNeeded.linear(1.5))
                .hasMessage("the fraction of missing information must be from 0 to 1, got 1.5");
    }

    private static List<CompletedEstimate> example(double df) {
        return IntStream.range(0, 5)
                .mapToObj(i -> new CompletedEstimate(13 + i, 3 + i, df))
                .toList();
    }

    private static List<CompletedEstimate> some(int count) {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new CompletedEstimate(random.nextGaussian(), 1 + random.nextDouble(), 90 + (i + 3) % count))
                .toList();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
