package org.ipstrial.stats.proportion.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.BlakerInterval;
import org.ipstrial.stats.proportion.ClopperPearsonInterval;
import org.ipstrial.stats.proportion.WilsonInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of a share against a stated one: laws over every small group, exact sums, edges and refusals. */
class ShareTestsTest {

    private static final int LARGEST = 24;
    private static final double LEVEL = 0.95;

    /** Each stated share is so many twentieths. */
    private interface Case {
        void of(BinomialCount count, int twentieths);
    }

    private static void everySmallGroup(Case each) {
        for (int n = 1; n <= LARGEST; n++) {
            for (int x = 0; x <= n; x++) {
                for (int twentieths = 1; twentieths < 20; twentieths++) {
                    each.of(new BinomialCount(x, n), twentieths);
                }
            }
        }
    }

    private static double p(ShareTest test, BinomialCount count, double target) {
        return p(test, count, target, Alternative.TWO_SIDED);
    }

    private static double p(ShareTest test, BinomialCount count, double target, Alternative alternative) {
        return test.of(count, target, alternative).pValue().ifEstimated().orElseThrow();
    }

    private static boolean excludes(Estimate interval, double target) {
        return target < interval.lower().ifEstimated().orElseThrow()
                || target > interval.upper().ifEstimated().orElseThrow();
    }

    @Test
    void anIntervalExcludesTheStatedShareExactlyWhenItsTestRejects() {
        everySmallGroup((count, twentieths) -> {
            double target = twentieths / 20.0;
            assertThat(excludes(ClopperPearsonInterval.of(count, LEVEL), target))
                    .as("central %s %s", count, target)
                    .isEqualTo(p(BinomialCentralTest::of, count, target) < 1 - LEVEL);
            assertThat(excludes(WilsonInterval.of(count, LEVEL), target))
                    .as("score %s %s", count, target)
                    .isEqualTo(p(ScoreShareTest::of, count, target) < 1 - LEVEL);
            if (excludes(BlakerInterval.of(count, LEVEL), target)) {
                assertThat(p(BlakerShareTest::of, count, target))
                        .as("blaker %s %s", count, target)
                        .isLessThanOrEqualTo(1 - LEVEL + 1e-12);
            }
        });
    }

    @Test
    void aOneSidedLimitExcludesTheStatedShareExactlyWhenTheOneSidedTestRejects() {
        everySmallGroup((count, twentieths) -> {
            double target = twentieths / 20.0;
            Estimate central = ClopperPearsonInterval.of(count, 2 * LEVEL - 1);
            assertThat(target < central.lower().ifEstimated().orElseThrow())
                    .as("greater %s %s", count, target)
                    .isEqualTo(p(BinomialExactTest::of, count, target, Alternative.GREATER) < 1 - LEVEL);
            assertThat(target > central.upper().ifEstimated().orElseThrow())
                    .as("less %s %s", count, target)
                    .isEqualTo(p(BinomialExactTest::of, count, target, Alternative.LESS) < 1 - LEVEL);
        });
    }

    /** Whole numbers throughout: f(k) is a count of equally likely draws out of 20 to the power of n. */
    @Test
    void theExactTestsAreTheSumsOverEveryOutcome() {
        everySmallGroup((count, twentieths) -> {
            int n = count.assessed();
            int x = count.events();
            BigInteger[] f = new BigInteger[n + 1];
            BigInteger choose = BigInteger.ONE;
            for (int k = 0; k <= n; k++) {
                f[k] = choose.multiply(BigInteger.valueOf(twentieths).pow(k))
                        .multiply(BigInteger.valueOf(20 - twentieths).pow(n - k));
                choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
            }
            BigInteger asUnlikely = BigInteger.ZERO;
            BigInteger most = BigInteger.ZERO;
            BigInteger least = BigInteger.ZERO;
            for (int k = 0; k <= n; k++) {
                asUnlikely = f[k].compareTo(f[x]) <= 0 ? asUnlikely.add(f[k]) : asUnlikely;
                most = k >= x ? most.add(f[k]) : most;
                least = k <= x ? least.add(f[k]) : least;
            }
            BigInteger smaller = most.min(least);
            BigInteger opposite = BigInteger.ZERO;
            BigInteger sum = BigInteger.ZERO;
            for (int step = 0; step <= n; step++) {
                sum = sum.add(f[most.compareTo(least) < 0 ? step : n - step]);
                opposite = sum.compareTo(smaller) <= 0 ? sum : opposite;
            }
            double target = twentieths / 20.0;
            BigInteger whole = BigInteger.valueOf(20).pow(n);
            assertThat(p(BinomialExactTest::of, count, target))
                    .as("minimum likelihood %s %s", count, target)
                    .isCloseTo(share(asUnlikely, whole), within(1e-12));
            assertThat(p(BinomialCentralTest::of, count, target))
                    .as("doubling %s %s", count, target)
                    .isCloseTo(Math.min(1, 2 * share(smaller, whole)), within(1e-12));
            assertThat(p(BlakerShareTest::of, count, target))
                    .as("blaker %s %s", count, target)
                    .isCloseTo(Math.min(1, share(smaller.add(opposite), whole)), within(1e-12));
        });
    }

    private static double share(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), new MathContext(30))
                .doubleValue();
    }

    @Test
    void countingThoseWithoutTheEventMirrorsEverything() {
        everySmallGroup((count, twentieths) -> {
            double target = twentieths / 20.0;
            double other = (20 - twentieths) / 20.0;
            for (ShareTest test : new ShareTest[] {
                ScoreShareTest::of, BinomialExactTest::of, BinomialCentralTest::of, BlakerShareTest::of
            }) {
                assertThat(p(test, count, target)).isCloseTo(p(test, count.complement(), other), within(1e-12));
                assertThat(p(test, count, target, Alternative.GREATER))
                        .isCloseTo(p(test, count.complement(), other, Alternative.LESS), within(1e-12));
            }
        });
    }

    @Test
    void blakersTestIsNeverAboveTheDoubledTail() {
        everySmallGroup((count, twentieths) -> assertThat(p(BlakerShareTest::of, count, twentieths / 20.0))
                .isLessThanOrEqualTo(p(BinomialCentralTest::of, count, twentieths / 20.0) + 1e-12));
    }

    @Test
    void edges() {
        // One of one at one half: both outcomes are as likely.
        assertThat(p(BinomialExactTest::of, new BinomialCount(1, 1), 0.5)).isEqualTo(1);
        assertThat(p(BinomialExactTest::of, new BinomialCount(1, 1), 0.3)).isCloseTo(0.3, within(1e-15));
        assertThat(p(BinomialExactTest::of, new BinomialCount(0, 3), 0.1)).isEqualTo(1);
        // 0.9^20, and with it 5 and more of 20.
        assertThat(p(BinomialExactTest::of, new BinomialCount(0, 20), 0.1)).isCloseTo(0.254529978, within(1e-9));
        assertThat(p(BinomialExactTest::of, new BinomialCount(36, 60), 0.6)).isEqualTo(1);
        // Too small for a double is not 0.
        assertThat(p(BinomialExactTest::of, new BinomialCount(100_000, 100_000), 1e-9))
                .isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void aGroupOfAThousandMillionTakesNoTime() {
        BinomialCount count = new BinomialCount(600_050_000, 1_000_000_000);
        double score = p(ScoreShareTest::of, count, 0.6);
        for (ShareTest test : new ShareTest[] {BinomialExactTest::of, BinomialCentralTest::of, BlakerShareTest::of}) {
            assertThat(p(test, count, 0.6)).isCloseTo(score, within(2e-5));
        }
    }

    /**
     * At one half the tails are mirror images, so that Blaker's p-value is the doubled tail. The function acceptbin that is
     * printed in Blaker's paper, run in R 4.2.2, gives 0.000107147684 for 59 of 83: it holds tails against each other that
     * differ by rounding alone, and finds the wrong one.
     */
    @Test
    void tailsThatAreEqualCountAsEqual() {
        BinomialCount count = new BinomialCount(59, 83);
        assertThat(p(BlakerShareTest::of, count, 0.5))
                .isCloseTo(p(BinomialCentralTest::of, count, 0.5), within(1e-15))
                .isNotCloseTo(0.000107147684, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 60, Double.NaN})
    void refusesWhatIsNoShare(double target) {
        for (ShareTest test :
                new ShareTest[] {ScoreShareTest::of, BinomialExactTest::of, BinomialCentralTest::of, BlakerShareTest::of
                }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> test.of(new BinomialCount(1, 2), target, Alternative.TWO_SIDED))
                    .withMessage("target must lie strictly between 0 and 1, got " + target);
        }
    }
}
