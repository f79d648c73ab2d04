package org.ipstrial.stats.contingency.unconditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.score.KoopmanRatio;
import org.ipstrial.stats.contingency.score.MeeDifference;
import org.junit.jupiter.api.Test;

/** The exact unconditional intervals of Chan and Zhang. */
class ExactScoreEffectTest {

    /** The order of the tables is that of the score intervals, which find the statistic in another way. */
    @Test
    void ranksTablesByTheScoreOfMeeAndOfKoopman() {
        for (TwoByTwo table : Tables.all(6)) {
            int x1 = table.group().events();
            int n1 = table.group().assessed();
            int x2 = table.reference().events();
            int n2 = table.reference().assessed();
            for (double effect : new double[] {-0.7, -0.2, 0.1, 0.5}) {
                assertThat(DifferenceCurve.INSTANCE.score(x1, n1, x2, n2, effect))
                        .as(table + " " + effect)
                        .isCloseTo(
                                MeeDifference.test(table, effect, Alternative.GREATER)
                                        .statistic()
                                        .getAsDouble(),
                                within(1e-9));
            }
            for (double effect : new double[] {0.2, 0.9, 1.5, 4}) {
                assertThat(RatioCurve.INSTANCE.score(x1, n1, x2, n2, effect))
                        .as(table + " " + effect)
                        .isCloseTo(
                                KoopmanRatio.test(table, effect, Alternative.GREATER)
                                        .statistic()
                                        .orElse(0),
                                within(1e-7));
            }
        }
    }

    /**
     * Swapping the arms and the event for its opposite changes no difference, so that the score must be the same; with an
     * empty cell, as of 7/7 and 4/9, steps of Newton's alone never end.
     */
    @Test
    void theScoreOfADifferenceIsThatOfItsMirrorImage() {
        for (TwoByTwo table : Tables.all(9)) {
            int x1 = table.group().events();
            int n1 = table.group().assessed();
            int x2 = table.reference().events();
            int n2 = table.reference().assessed();
            for (int i = -99; i < 100; i++) {
                double effect = i / 100.0 + 1.4e-5;
                assertThat(DifferenceCurve.INSTANCE.score(x1, n1, x2, n2, effect))
                        .as(table + " " + effect)
                        .isCloseTo(DifferenceCurve.INSTANCE.score(n2 - x2, n2, n1 - x1, n1, effect), within(1e-10));
            }
        }
    }

    @Test
    void itsLimitsAreThoseOfTheMirrorImage() {
        Estimate one = ExactScoreEffect.DIFFERENCE.of(TwoByTwo.of(5, 7, 9, 9), 0.95);
        Estimate other = ExactScoreEffect.DIFFERENCE.of(TwoByTwo.of(0, 9, 2, 7), 0.95);

        assertThat(one.upper().ifEstimated().getAsDouble())
                .isCloseTo(other.upper().ifEstimated().getAsDouble(), within(1e-11))
                .isCloseTo(0.0980151, within(5e-8));
        assertThat(one.lower().ifEstimated().getAsDouble())
                .isCloseTo(other.lower().ifEstimated().getAsDouble(), within(1e-11));
    }

    /** On which the search for the limits rests. */
    @Test
    void theScoreFallsAsTheEffectGrows() {
        for (NullCurve curve : new NullCurve[] {DifferenceCurve.INSTANCE, RatioCurve.INSTANCE}) {
            for (TwoByTwo table : Tables.all(8)) {
                double before = Double.POSITIVE_INFINITY;
                for (int i = 1; i < 200; i++) {
                    double position = curve.leastPosition() + i * (1 - curve.leastPosition()) / 200;
                    double score = curve.score(
                            table.group().events(),
                            table.group().assessed(),
                            table.reference().events(),
                            table.reference().assessed(),
                            curve.effect(position));
                    assertThat(score).as(table + " " + position).isLessThanOrEqualTo(before + 1e-10);
                    before = score;
                }
            }
        }
    }

    /** By another route: every table asked for its score, at 4,000 effects below the limit and at some above it. */
    @Test
    void noEffectBelowTheLowerLimitIsCompatibleWithTheTable() {
        for (TwoByTwo table :
                new TwoByTwo[] {TwoByTwo.of(2, 7, 0, 9), TwoByTwo.of(9, 9, 5, 7), TwoByTwo.of(6, 13, 2, 7)}) {
            ExactScore exact = new ExactScore(DifferenceCurve.INSTANCE, table);
            double lower = exact.lower(0.025).orElseThrow();
            for (int i = 1; i < 4000; i++) {
                double effect = -1 + (lower + 1) * i / 4000;
                assertThat(largestProbability(table, effect))
                        .as(table + " " + effect)
                        .isLessThanOrEqualTo(0.025);
            }
            assertThat(largestProbability(table, lower + 1e-5))
                    .as(table.toString())
                    .isGreaterThan(0.025);
        }
    }

    /** Over 200 shares, so never above the true one. */
    private static double largestProbability(TwoByTwo table, double effect) {
        int n1 = table.group().assessed();
        int n2 = table.reference().assessed();
        double observed = DifferenceCurve.INSTANCE.score(
                table.group().events(), n1, table.reference().events(), n2, effect);
        boolean[][] extreme = new boolean[n1 + 1][n2 + 1];
        for (int x1 = 0; x1 <= n1; x1++) {
            for (int x2 = 0; x2 <= n2; x2++) {
                extreme[x1][x2] = DifferenceCurve.INSTANCE.score(x1, n1, x2, n2, effect) >= observed - 1e-9;
            }
        }
        double largest = 0;
        for (int j = 0; j <= 200; j++) {
            double p2 = Math.max(0, -effect) + (Math.min(1, 1 - effect) - Math.max(0, -effect)) * j / 200;
            double sum = 0;
            for (int x1 = 0; x1 <= n1; x1++) {
                for (int x2 = 0; x2 <= n2; x2++) {
                    sum += extreme[x1][x2] ? binomial(x1, n1, p2 + effect) * binomial(x2, n2, p2) : 0;
                }
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** The staircase is what one gets by asking every table. */
    @Test
    void theScoreGrowsWithTheGroupAndFallsWithTheReference() {
        for (NullCurve curve : new NullCurve[] {DifferenceCurve.INSTANCE, RatioCurve.INSTANCE}) {
            for (double effect : new double[] {-0.5, -0.05, 0.3, 0.8, 2.5}) {
                if (curve == RatioCurve.INSTANCE ? effect > 0 : effect < 1) {
                    for (int x1 = 0; x1 < 9; x1++) {
                        for (int x2 = 0; x2 < 7; x2++) {
                            double here = curve.score(x1, 9, x2, 7, effect);
                            assertThat(curve.score(x1 + 1, 9, x2, 7, effect)).isGreaterThanOrEqualTo(here - 1e-9);
                            assertThat(curve.score(x1, 9, x2 + 1, 7, effect)).isLessThanOrEqualTo(here + 1e-9);
                        }
                    }
                }
            }
        }
    }

    /** By enumeration: whatever the shares, the interval misses the effect no more often than it says. */
    @Test
    void coversAtLeastAsOftenAsItSays() {
        int n1 = 7;
        int n2 = 5;
        Estimate[][] difference = new Estimate[n1 + 1][n2 + 1];
        Estimate[][] ratio = new Estimate[n1 + 1][n2 + 1];
        for (int x1 = 0; x1 <= n1; x1++) {
            for (int x2 = 0; x2 <= n2; x2++) {
                difference[x1][x2] = ExactScoreEffect.DIFFERENCE.of(TwoByTwo.of(x1, n1, x2, n2), 0.9);
                ratio[x1][x2] = ExactScoreEffect.RATIO.of(TwoByTwo.of(x1, n1, x2, n2), 0.9);
            }
        }
        for (int i = 1; i < 40; i++) {
            for (int j = 1; j < 40; j++) {
                double p1 = i / 40.0;
                double p2 = j / 40.0;
                double coveredDifference = 0;
                double coveredRatio = 0;
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        double f = binomial(x1, n1, p1) * binomial(x2, n2, p2);
                        coveredDifference += contains(difference[x1][x2], p1 - p2) ? f : 0;
                        coveredRatio += contains(ratio[x1][x2], p1 / p2) ? f : 0;
                    }
                }
                assertThat(coveredDifference).as(p1 + " " + p2).isGreaterThanOrEqualTo(0.9);
                assertThat(coveredRatio).as(p1 + " " + p2).isGreaterThanOrEqualTo(0.9);
            }
        }
    }

    /**
     * StatXact takes the p-value at no difference alone: twice 0.27847 is its 0.5569. Below no difference there are
     * worse cases, so that the p-value which agrees with the interval is larger.
     */
    @Test
    void itsPValueIsTheLargestUpToTheTestedEffect() {
        TwoByTwo table = TwoByTwo.of(6, 13, 2, 7);
        double p = ExactScoreEffect.DIFFERENCE
                .test(table, 0, Alternative.GREATER)
                .pValue()
                .ifEstimated()
                .getAsDouble();
        double alone = BarnardTest.of(table, Alternative.GREATER)
                .pValue()
                .ifEstimated()
                .getAsDouble();

        assertThat(2 * alone).isCloseTo(0.5569, within(5e-5));
        assertThat(p).isGreaterThan(alone).isCloseTo(0.3358, within(5e-4));
    }

    @Test
    void refusesWhatWouldTakeTooLong() {
        for (TwoByTwoEffect effect : new TwoByTwoEffect[] {ExactScoreEffect.DIFFERENCE, ExactScoreEffect.RATIO}) {
            Estimate none = effect.of(TwoByTwo.of(500, 1000, 400, 1001), 0.95);
            assertThat(none.estimate().ifEstimated()).isPresent();
            assertThat(none.lower()).isEqualTo(Quantity.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
            assertThat(effect.test(TwoByTwo.of(500, 1000, 400, 1001), 0.1, Alternative.GREATER)
                            .pValue())
                    .isEqualTo(Quantity.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
        }
    }

    /** The limits of a trial of five hundred lie around those of the score, whose coverage is only nearly right. */
    @Test
    void isALittleWiderThanTheScoreIntervalInATrialOfFiveHundred() {
        TwoByTwo table = TwoByTwo.of(45, 243, 62, 239);
        Estimate exact = ExactScoreEffect.DIFFERENCE.of(table, 0.95);
        Estimate score = MeeDifference.of(table, 0.95);

        assertThat(exact.lower().ifEstimated().getAsDouble())
                .isLessThan(score.lower().ifEstimated().getAsDouble())
                .isCloseTo(score.lower().ifEstimated().getAsDouble(), within(0.005));
        assertThat(exact.upper().ifEstimated().getAsDouble())
                .isGreaterThan(score.upper().ifEstimated().getAsDouble())
                .isCloseTo(score.upper().ifEstimated().getAsDouble(), within(0.005));
    }

    private static boolean contains(Estimate estimate, double effect) {
        return estimate.lower().ifEstimated().orElse(Double.NEGATIVE_INFINITY) <= effect + 1e-9
                && effect - 1e-9 <= estimate.upper().ifEstimated().orElse(Double.POSITIVE_INFINITY);
    }

    private static double binomial(int k, int n, double p) {
        double probability = 1;
        for (int i = 1; i <= k; i++) {
            probability *= (double) (n - k + i) / i * p;
        }
        return probability * StrictMath.pow(1 - p, n - k);
    }
}
