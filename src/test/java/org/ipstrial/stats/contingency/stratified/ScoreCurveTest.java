package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;

/** Curves whose dips are known, and the statistics of two strata at no difference by hand. */
class ScoreCurveTest {

    /** 1/2 - x down to -0.1, from there down to 0.3 at -0.4, and up again by as much as x goes down. */
    private static final DoubleUnaryOperator ONE_DIP =
            x -> x > -0.1 ? 0.5 - x : x > -0.4 ? 0.3 + (x + 0.4) : 0.3 - (x + 0.4);

    /** Dips of 0.6 at -0.6 and of 0.2 at 0.1, with a peak of 0.9 at -0.25 between them. */
    private static final DoubleUnaryOperator TWO_DIPS = x -> x > 0.3
            ? 0.5 - x
            : x > 0.1 ? x > 0.2 ? 0.2 + (0.3 - x) : 0.2 + (x - 0.1) : x > -0.25 ? 0.2 + 2 * (0.1 - x) : beyond(x);

    private static double beyond(double x) {
        return x > -0.6 ? 0.6 + (x + 0.6) * (0.3 / 0.35) : 0.6 - (x + 0.6);
    }

    @Test
    void aCurveWithoutDipsIsItself() {
        ScoreCurve curve = new ScoreCurve(x -> 0.5 - x, 0.5);

        for (double x : new double[] {-0.99, -0.5, 0, 0.25, 0.49}) {
            assertThat(curve.at(x)).isEqualTo(0.5 - x);
        }
        assertThat(curve.at(0.5)).isZero();
        assertThat(curve.at(0.75)).isZero();
        assertThat(curve.reaches(1)).isCloseTo(-0.5, within(1e-15));
        assertThat(curve.reaches(0.25)).isCloseTo(0.25, within(1e-15));
        // Not reached before the end of the scale.
        assertThat(curve.reaches(2)).isCloseTo(-1, within(1e-15));
    }

    @Test
    void whatLiesAboveADipCountsNoMoreThanTheDip() {
        ScoreCurve curve = new ScoreCurve(ONE_DIP, 0.5);

        assertThat(curve.at(0.3)).isCloseTo(0.2, within(1e-12));
        assertThat(curve.at(0)).isCloseTo(0.3, within(1e-8));
        assertThat(curve.at(-0.2)).isCloseTo(0.3, within(1e-8));
        assertThat(curve.at(-0.5)).isCloseTo(0.4, within(1e-12));
        assertThat(curve.reaches(0.35)).isCloseTo(-0.45, within(1e-12));
        assertThat(curve.reaches(0.25)).isCloseTo(0.25, within(1e-12));
        assertThat(curve.reaches(0.75)).isCloseTo(-0.85, within(1e-12));
    }

    @Test
    void ofTwoDipsTheFirstFromOutsideThatIsLowEnoughCounts() {
        ScoreCurve curve = new ScoreCurve(TWO_DIPS, 0.5);

        assertThat(curve.reaches(0.7)).isCloseTo(-0.7, within(1e-12));
        // 0.2 + 2 (0.1 - x) = 0.5 on the way to the second.
        assertThat(curve.reaches(0.5)).isCloseTo(-0.05, within(1e-12));
        assertThat(curve.reaches(0.1)).isCloseTo(0.4, within(1e-12));
        assertThat(curve.at(-0.25)).isCloseTo(0.6, within(1e-8));
        assertThat(curve.at(-0.7)).isCloseTo(0.7, within(1e-12));
        assertThat(curve.at(0.25)).isCloseTo(0.2, within(1e-8));
        assertThat(curve.at(0.4)).isCloseTo(0.1, within(1e-12));
    }

    /** Dips a two-thousandth from no difference, from the estimate and from the end, a quarter of that wide to each side. */
    @Test
    void sharpDipsAreFoundWhereTheyCanBe() {
        assertDip(-0.0005, 2000);
        assertDip(0.0005, 2000);
        assertDip(0.4995, 1);
        assertDip(-0.9995, 6000);
    }

    private static void assertDip(double place, double slope) {
        DoubleUnaryOperator sharp = x -> Math.min(0.5 - x, (0.5 - x) / 2 + slope * Math.abs(x - place));
        double dip = (0.5 - place) / 2;

        assertThat(new ScoreCurve(sharp, 0.5).at(place + 1e-4)).as("" + place).isCloseTo(dip, within(1e-8));
    }

    private static final List<TwoByTwo> TWO = List.of(TwoByTwo.of(3, 4, 1, 4), TwoByTwo.of(2, 4, 3, 12));

    /** The squares of section {@link CommonEffectsByHandTest}: with weights of 2 and 3, X^2 = 343/141. */
    @Test
    void withTheWeightsOfMantelAndHaenszelByHand() {
        assertThat(ScoreWeights.MANTEL_HAENSZEL.estimate(TWO)).isCloseTo(0.35, within(1e-16));
        assertThat(ScoreWeights.MANTEL_HAENSZEL.z(TWO, 0)).isCloseTo(Math.sqrt(343.0 / 141), within(1e-14));
    }

    /** Differences of 1/2 and 1/4 with variances of 8/7 1/8 = 1/7 and 16/15 55/256 1/3 = 11/144. */
    @Test
    void withInverseVarianceWeightsByHand() {
        assertThat(ScoreWeights.INVERSE_VARIANCE.z(TWO, 0))
                .isCloseTo((3.5 + 36.0 / 11) / Math.sqrt(7 + 144.0 / 11), within(1e-14));
        double estimate = ScoreWeights.INVERSE_VARIANCE.estimate(TWO);
        assertThat(estimate).isBetween(0.25, 0.5);
        assertThat(ScoreWeights.INVERSE_VARIANCE.z(TWO, estimate)).isCloseTo(0, within(1e-14));
        assertThat(ScoreWeights.INVERSE_VARIANCE.estimate(TWO.subList(1, 2))).isEqualTo(0.25);
    }

    /** With inverse-variance weights strata without events, or with events only, are left out. */
    @Test
    void strataThatTellNothingAtNoDifference() {
        TwoByTwo none = TwoByTwo.of(0, 3, 0, 5);
        TwoByTwo all = TwoByTwo.of(3, 3, 5, 5);
        TwoByTwo some = TwoByTwo.of(0, 3, 1, 5);

        assertThat(ScoreWeights.INVERSE_VARIANCE.used(List.of(none, some, all))).containsExactly(some);
        assertThat(ScoreWeights.MANTEL_HAENSZEL.used(List.of(none, some, all))).containsExactly(none, some, all);
    }

    /**
     * Next to the estimate of 7/20 what is left is a part of the last digit: 7/4 less five times the nearest double, over the
     * same standard error as a step of 1e-6 away.
     */
    @Test
    void keepsItsDigitsNextToTheEstimate() {
        double nearest = 0.35;
        double off = new BigDecimal(1.75)
                .subtract(new BigDecimal(nearest).multiply(BigDecimal.valueOf(5)))
                .doubleValue();
        double perUnit = ScoreWeights.MANTEL_HAENSZEL.z(TWO, nearest - 1e-6) / 5e-6;

        assertThat(off).isBetween(1e-17, 1e-15);
        assertThat(ScoreWeights.MANTEL_HAENSZEL.z(TWO, nearest) / perUnit).isCloseTo(off, within(1e-5 * off));
    }
}
