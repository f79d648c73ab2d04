package org.ipstrial.stats.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.interaction.LinearWald;
import org.ipstrial.stats.interaction.LogBinomialLikelihoodRatio;
import org.ipstrial.stats.interaction.LogisticLikelihoodRatio;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of effects along an amount, on seeded trials; along an amount of two values they are those of two subgroups. */
class ModerationLawsTest {

    enum Kind {
        LINEAR(LinearModeration::of),
        LOGISTIC(LogisticModeration::of),
        LOG_BINOMIAL(LogBinomialModeration::of);

        private final ModerationMethod method;

        Kind(ModerationMethod method) {
            this.method = method;
        }

        private boolean isRatio() {
            return this != LINEAR;
        }
    }

    /** Events in less than half, so that the logarithm of the share has its best fit inside. */
    private static ModeratedData trial(int seed, boolean twoValues) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 60 + random.nextInt(60);
        double[] y = new double[n];
        int[] arm = new int[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            arm[i] = random.nextInt(2);
            x[i] = twoValues ? random.nextInt(2) : 18 + random.nextInt(40);
            y[i] = random.nextDouble() < 0.15 + 0.1 * arm[i] ? 1 : 0;
        }
        return new ModeratedData(y, arm, x);
    }

    private static List<ModeratedData> trials() {
        return IntStream.range(0, 40).mapToObj(seed -> trial(seed, false)).toList();
    }

    private static double number(Quantity quantity) {
        assertThat(quantity).isInstanceOf(Quantity.Estimated.class);
        return ((Quantity.Estimated) quantity).value();
    }

    private static double p(TestResult test) {
        return number(test.pValue());
    }

    private static double[] numbers(Estimate estimate) {
        return new double[] {number(estimate.estimate()), number(estimate.lower()), number(estimate.upper())};
    }

    @ParameterizedTest
    @EnumSource
    void changingTheArmsRoundMirrorsEverything(Kind kind) {
        for (ModeratedData data : trials()) {
            ModeratedData swapped = new ModeratedData(
                    data.outcome(),
                    Arrays.stream(data.inGroup()).map(a -> 1 - a).toArray(),
                    data.moderator());
            Moderation one = kind.method.of(data);
            Moderation other = kind.method.of(swapped);
            assertThat(p(other.test())).isCloseTo(p(one.test()), within(1e-9));
            for (List<double[]> pair : List.of(
                    List.of(numbers(one.slope(0.9)), numbers(other.slope(0.9))),
                    List.of(numbers(one.effect(30, 0.9)), numbers(other.effect(30, 0.9))))) {
                double[] a = pair.get(0);
                double[] b = pair.get(1);
                for (int i = 0; i < 3; i++) {
                    double mirrored = b[i == 0 ? 0 : 3 - i];
                    assertThat(kind.isRatio() ? 1 / mirrored : -mirrored)
                            .isCloseTo(a[i], within(1e-8 * Math.max(1, Math.abs(a[i]))));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfPeopleChangesNoBit(Kind kind) {
        ModeratedData data = trial(3, false);
        int n = data.outcome().length;
        int[] back = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        ModeratedData turned = new ModeratedData(
                IntStream.of(back).mapToDouble(i -> data.outcome()[i]).toArray(),
                IntStream.of(back).map(i -> data.inGroup()[i]).toArray(),
                IntStream.of(back).mapToDouble(i -> data.moderator()[i]).toArray());
        assertThat(kind.method.of(turned).test()).isEqualTo(kind.method.of(data).test());
        assertThat(kind.method.of(turned).slope(0.95))
                .isEqualTo(kind.method.of(data).slope(0.95));
        assertThat(kind.method.of(turned).effect(25, 0.95))
                .isEqualTo(kind.method.of(data).effect(25, 0.95));
    }

    /** In months from another day instead of years: the same effects, a slope of a twelfth, the same test. */
    @ParameterizedTest
    @EnumSource
    void theUnitAndTheOriginOfTheAmountMoveTheSlopeAlone(Kind kind) {
        for (ModeratedData data : trials()) {
            ModeratedData months = new ModeratedData(
                    data.outcome(),
                    data.inGroup(),
                    Arrays.stream(data.moderator()).map(x -> 12 * x + 1e6).toArray());
            Moderation one = kind.method.of(data);
            Moderation other = kind.method.of(months);
            assertThat(p(other.test())).isCloseTo(p(one.test()), within(1e-8));
            assertThat(numbers(other.effect(12 * 40 + 1e6, 0.95)))
                    .containsExactly(numbers(one.effect(40, 0.95)), within(1e-7));
            double slope = numbers(one.slope(0.95))[0];
            double twelfth = kind.isRatio() ? StrictMath.pow(slope, 1 / 12.0) : slope / 12;
            assertThat(numbers(other.slope(0.95))[0]).isCloseTo(twelfth, within(1e-9));
        }
    }

    @Test
    void theTestRejectsExactlyWhenTheLimitsOfTheSlopeLeaveNoChangeOut() {
        for (Kind kind : List.of(Kind.LINEAR, Kind.LOGISTIC)) {
            for (ModeratedData data : trials()) {
                Moderation found = kind.method.of(data);
                double none = kind.isRatio() ? 1 : 0;
                double sure = 1 - p(found.test());
                assertThat(holds(found.slope(sure - 1e-6), none)).isFalse();
                assertThat(holds(found.slope(sure + 1e-6), none)).isTrue();
            }
        }
    }

    private static boolean holds(Estimate estimate, double value) {
        double[] numbers = numbers(estimate);
        return numbers[1] <= value && value <= numbers[2];
    }

    @Test
    void alongAnAmountOfTwoValuesItIsTheTestOfTwoSubgroups() {
        for (int seed = 0; seed < 40; seed++) {
            ModeratedData data = trial(seed, true);
            List<Stratum> tables = new ArrayList<>();
            List<SampleStratum> samples = new ArrayList<>();
            for (double level : new double[] {0, 1}) {
                double[] group = outcomes(data, level, 1);
                double[] reference = outcomes(data, level, 0);
                samples.add(new SampleStratum("x=" + level, group, reference));
                tables.add(Stratum.of(
                        "x=" + level,
                        (int) Arrays.stream(group).sum(),
                        group.length,
                        (int) Arrays.stream(reference).sum(),
                        reference.length));
            }
            assertThat(p(LinearModeration.of(data).test()))
                    .isCloseTo(p(LinearWald.of(new StratifiedSamples(samples))), within(1e-10));
            StratifiedTables levels = new StratifiedTables(tables);
            for (Map.Entry<Kind, TestResult> pair : Map.of(
                            Kind.LOGISTIC, LogisticLikelihoodRatio.of(levels),
                            Kind.LOG_BINOMIAL, LogBinomialLikelihoodRatio.of(levels))
                    .entrySet()) {
                TestResult test = pair.getKey().method.of(data).test();
                // A zero cell separates the outcomes within a level; the test of levels takes it.
                if (tables.stream()
                        .allMatch(one -> one.group().orElseThrow().events() > 0
                                && one.reference().orElseThrow().events() > 0)) {
                    assertThat(p(test)).isCloseTo(p(pair.getValue()), within(1e-8));
                } else {
                    assertThat(test).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
                }
            }
        }
    }

    private static double[] outcomes(ModeratedData data, double level, int arm) {
        return IntStream.range(0, data.outcome().length)
                .filter(i -> data.moderator()[i] == level && data.inGroup()[i] == arm)
                .mapToDouble(i -> data.outcome()[i])
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void edgesHaveAReason(Kind kind) {
        double[] y = {0, 1, 0, 1, 1, 0};
        double[] x = {1, 2, 3, 4, 5, 6};
        none(kind, Reason.NOBODY_ASSESSED_IN_GROUP, y, new int[6], x);
        none(kind, Reason.NOBODY_ASSESSED_IN_REFERENCE, y, new int[] {1, 1, 1, 1, 1, 1}, x);
        none(kind, Reason.NOBODY_ASSESSED_IN_GROUP, new double[0], new int[0], new double[0]);
        int[] arms = {0, 0, 0, 1, 1, 1};
        none(kind, Reason.ONE_VALUE_IN_AN_ARM, y, arms, new double[] {1, 2, 3, 4, 4, 4});
        none(kind, Reason.NO_VARIANCE, new double[6], arms, x);
        // Within the group everybody above 4.5 has the event, and nobody below.
        none(
                kind,
                kind.isRatio() ? Reason.SEPARATION : Reason.LEVERAGE_ONE,
                new double[] {0, 1, 0, 0, 1, 0, 1},
                new int[] {0, 0, 0, 0, 0, 1, 1},
                new double[] {1, 2, 3, 4, 5, 4, 5});
    }

    private static void none(Kind kind, Reason reason, double[] y, int[] arm, double[] x) {
        Moderation found = kind.method.of(new ModeratedData(y, arm, x));
        assertThat(found.test()).as(reason.id()).isEqualTo(TestResult.notEstimable(reason));
        assertThat(found.slope(0.95)).isEqualTo(Estimate.notEstimable(reason));
        assertThat(found.effect(3, 0.95)).isEqualTo(Estimate.notEstimable(reason));
    }

    @Test
    void aLineWithoutResidualsAndFourPeopleHaveNoTest() {
        none(
                Kind.LINEAR,
                Reason.NO_VARIANCE,
                new double[] {1, 2, 3, 4, 2, 4, 6, 8},
                new int[] {0, 0, 0, 0, 1, 1, 1, 1},
                new double[] {1, 2, 3, 4, 1, 2, 3, 4});
        none(Kind.LINEAR, Reason.NO_RESIDUAL_DF, new double[] {1, 2, 2, 4}, new int[] {0, 0, 1, 1}, new double[] {
            1, 2, 1, 3
        });
    }

    /** Where everybody at the upper end has the event, the best log-binomial fit ends at a share of 1. */
    @Test
    void aShareOfOneIsTheBoundary() {
        none(
                Kind.LOG_BINOMIAL,
                Reason.ON_BOUNDARY,
                new double[] {0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1},
                new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1},
                new double[] {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6});
    }

    @Test
    void refusesWhatIsNoTrial() {
        assertThatThrownBy(() -> new ModeratedData(new double[2], new int[2], new double[1]))
                .hasMessage("outcome, arm and moderator must be known of the same people, got 2, 2 and 1");
        assertThatThrownBy(() -> new ModeratedData(new double[1], new int[] {2}, new double[1]))
                .hasMessage("an arm must be 0 or 1");
        assertThatThrownBy(() -> LinearModeration.of(trial(1, false)).slope(95)).hasMessageContaining("level");
        assertThatThrownBy(() -> Moderation.none(Reason.SEPARATION).effect(1, 0))
                .hasMessageContaining("level");
    }
}
