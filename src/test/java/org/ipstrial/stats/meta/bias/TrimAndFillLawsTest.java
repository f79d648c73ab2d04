package org.ipstrial.stats.meta.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.CommonEffect;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.variance.DerSimonianLaird;
import org.ipstrial.stats.meta.variance.RestrictedLikelihood;
import org.junit.jupiter.api.Test;

/** What trim and fill must do whatever the studies are, and the estimator by pairs of studies instead of ranks. */
class TrimAndFillLawsTest {

    private static final TauSquared NONE = model -> 0;
    private static final List<TauSquared> ESTIMATORS = List.of(NONE, DerSimonianLaird::of, RestrictedLikelihood::of);

    /** A funnel that leans: small studies have larger effects. */
    private static StudyEffects funnel(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] v = random.doubles(count, 0.01, 0.9).toArray();
        double[] y = IntStream.range(0, count)
                .mapToDouble(i -> 0.3 + 0.8 * Math.sqrt(v[i]) + Math.sqrt(v[i]) * random.nextDouble(-2, 2))
                .toArray();
        return StudyEffects.of(y, v);
    }

    private static StudyEffects times(StudyEffects some, double factor) {
        return StudyEffects.of(
                IntStream.range(0, some.count())
                        .mapToDouble(i -> factor * some.estimate(i))
                        .toArray(),
                IntStream.range(0, some.count())
                        .mapToDouble(i -> factor * factor * some.variance(i))
                        .toArray());
    }

    private static Filling.Done done(StudyEffects some, TauSquared estimator) {
        return (Filling.Done) TrimAndFill.of(some, estimator);
    }

    private static double[] sorted(StudyEffects some) {
        return IntStream.range(0, some.count())
                .mapToDouble(some::estimate)
                .sorted()
                .toArray();
    }

    @Test
    void changingTheArmsRoundFillsTheOtherSideInWithTheSameStudies() {
        int filled = 0;
        for (long seed = 1; seed <= 40; seed++) {
            StudyEffects some = funnel(12, seed);
            for (TauSquared estimator : ESTIMATORS) {
                Filling.Done one = done(some, estimator);
                Filling.Done other = done(times(some, -1), estimator);
                assertThat(other.filled()).isEqualTo(one.filled());
                assertThat(other.side())
                        .isEqualTo(
                                switch (one.side()) {
                                    case NONE -> Filling.Side.NONE;
                                    case BELOW -> Filling.Side.ABOVE;
                                    case ABOVE -> Filling.Side.BELOW;
                                });
                assertThat(sorted(times(other.effects(), -1))).containsExactly(sorted(one.effects()), within(1e-12));
                filled += one.filled();
            }
        }
        assertThat(filled).isGreaterThan(100);
    }

    @Test
    void theOrderOfTheStudiesChangesNoBitAndTheUnitNothing() {
        for (long seed = 1; seed <= 40; seed++) {
            StudyEffects some = funnel(15, seed);
            int[] reversed = IntStream.range(0, 15).map(i -> 14 - i).toArray();
            for (TauSquared estimator : ESTIMATORS) {
                Filling.Done one = done(some, estimator);
                assertThat(sorted(done(some.only(reversed), estimator).effects()))
                        .containsExactly(sorted(one.effects()));
                Filling.Done scaled = done(times(some, 64), estimator);
                assertThat(scaled.filled()).isEqualTo(one.filled());
                assertThat(scaled.side()).isEqualTo(one.side());
            }
        }
    }

    /**
     * Of one common effect, with the sum of ranks taken as the number of pairs of studies, each with itself too, whose
     * middle is above the pooled effect.
     */
    @Test
    void countsThePairsWhoseMiddleIsAboveThePooledEffect() {
        for (long seed = 1; seed <= 200; seed++) {
            int k = 4 + (int) (seed % 17);
            StudyEffects some = funnel(k, seed);
            Filling.Done found = done(some, NONE);
            double sign = slope(some) < 0 ? -1 : 1;
            Integer[] order = IntStream.range(0, k).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(i -> sign * some.estimate(i)));
            int missing = 0;
            for (int round = 0; round < k; round++) {
                double mean = mean(some, Arrays.copyOf(order, k - missing));
                int pairs = 0;
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j <= i; j++) {
                        pairs += sign * (some.estimate(i) + some.estimate(j) - 2 * mean) > 0 ? 1 : 0;
                    }
                }
                missing = (int) Math.max(0, Math.round((4.0 * pairs - k * (k + 1)) / (2 * k - 1)));
            }
            assertThat(found.filled()).as("seed " + seed).isEqualTo(missing);
            double mean = mean(some, Arrays.copyOf(order, k - missing));
            for (int i = 0; i < missing; i++) {
                int original = order[k - missing + i];
                assertThat(found.effects().estimate(k + i))
                        .isCloseTo(2 * mean - some.estimate(original), within(1e-12));
                assertThat(found.effects().variance(k + i)).isEqualTo(some.variance(original));
            }
        }
    }

    private static double mean(StudyEffects some, Integer[] of) {
        double w = 0;
        double wy = 0;
        for (int i : of) {
            w += 1 / some.variance(i);
            wy += some.estimate(i) / some.variance(i);
        }
        return wy / w;
    }

    private static double slope(StudyEffects some) {
        double w = 0;
        double ws = 0;
        double wy = 0;
        double wsy = 0;
        for (int i = 0; i < some.count(); i++) {
            double s = Math.sqrt(some.variance(i));
            w += 1 / (s * s);
            ws += 1 / s;
            wy += some.estimate(i) / (s * s);
            wsy += some.estimate(i) / s;
        }
        return w * wsy - ws * wy;
    }

    /** What is pooled lies nearer to the large studies, and the studies that were there stay as they are. */
    @Test
    void movesThePooledEffectTowardsTheSideThatIsFilledIn() {
        for (long seed = 1; seed <= 60; seed++) {
            StudyEffects some = funnel(14, seed);
            Filling.Done found = done(some, NONE);
            double before = CommonEffect.of(some, 0.95)
                    .effect()
                    .estimate()
                    .ifEstimated()
                    .orElseThrow();
            double after = found.pooled(CommonEffect::of, 0.95)
                    .effect()
                    .estimate()
                    .ifEstimated()
                    .orElseThrow();
            assertThat(Math.signum(after - before))
                    .isEqualTo(
                            switch (found.side()) {
                                case NONE -> 0.0;
                                case BELOW -> -1.0;
                                case ABOVE -> 1.0;
                            });
            for (int i = 0; i < 14; i++) {
                assertThat(found.effects().estimate(i)).isEqualTo(some.estimate(i));
            }
        }
    }

    /** Three pairs about 0: metafor 3.8-1 ranks equal distances by effect, fills one study in and pools -0.1333. */
    @Test
    void anEvenFunnelLacksNothing() {
        double[] y = {-2, 2, -1, 1, -0.5, 0.5};
        double[] v = {1, 1, 0.5, 0.5, 0.2, 0.2};
        assertThat(done(StudyEffects.of(y, v), NONE).filled()).isZero();
        double[] away = Arrays.stream(y).map(effect -> effect + 0.1).toArray();
        assertThat(done(StudyEffects.of(away, v), NONE).filled()).isZero();
        assertThat(done(StudyEffects.of(new double[] {0.1, 0.1, 0.1, 0.1}, new double[] {1, 2, 3, 4}), NONE)
                        .filled())
                .isZero();
    }

    @Test
    void withoutASideOrAnEndThereIsNone() {
        assertThat(TrimAndFill.of(StudyEffects.of(new double[] {1, 2}, new double[] {1, 2}), NONE))
                .isEqualTo(new Filling.Impossible(Reason.FEWER_THAN_THREE_STUDIES));
        assertThat(TrimAndFill.of(StudyEffects.of(new double[] {1, 2, 4}, new double[] {3, 3, 3}), NONE))
                .isEqualTo(new Filling.Impossible(Reason.NO_VARIANCE));
        // The number goes 0, 2, 1, 2, 1, ...: metafor 3.8-1 stops with 'did not converge'.
        StudyEffects round =
                StudyEffects.of(new double[] {-14, -2, 19, 2, 5, -4, 9}, new double[] {900, 1, 900, 4, 40, 100, 900});
        Filling none = TrimAndFill.of(round, DerSimonianLaird::of);
        assertThat(none).isEqualTo(new Filling.Impossible(Reason.NOT_CONVERGED));
        assertThat(none.pooled(CommonEffect::of, 0.95).effect().estimate().ifEstimated())
                .isEmpty();
    }

    @Test
    void aSideGoesWithStudiesThatWereFilledIn() {
        StudyEffects some = funnel(5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filling.Done(some, 0, Filling.Side.ABOVE))
                .withMessage("0 of 5 studies were filled in on the side ABOVE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filling.Done(some, 2, Filling.Side.NONE))
                .withMessage("2 of 5 studies were filled in on the side NONE");
    }
}
