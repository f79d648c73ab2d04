package org.ipstrial.stats.contingency.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;

class FisherExactTestTest {

    private static final BigInteger TEN_MILLION = BigInteger.valueOf(10_000_000);

    /** Second route: every possible table counted in whole numbers. */
    @Test
    void agreesWithEnumerationInWholeNumbers() {
        for (List<TwoByTwo> tables : List.of(Tables.all(9), Tables.random(400, 400))) {
            for (TwoByTwo table : tables) {
                double expected = enumerated(table);
                double got = p(table);
                if (!(Math.abs(got - expected) <= 2e-14 * expected)) {
                    fail(table + ": " + got + ", enumerated " + expected);
                }
            }
        }
    }

    @Test
    void doesNotCareWhichArmOrWhichOutcomeIsFirst() {
        for (List<TwoByTwo> tables : List.of(Tables.all(9), Tables.random(100, 1_000_000))) {
            for (TwoByTwo table : tables) {
                double p = p(table);
                assertThat(p(table.swapped())).as(table.toString()).isCloseTo(p, within(1e-10 * p));
                assertThat(p(table.complement())).as(table.toString()).isCloseTo(p, within(1e-10 * p));
                assertThat(p).as(table.toString()).isPositive().isLessThanOrEqualTo(1);
            }
        }
    }

    /** All tables with given margins: their probabilities sum to 1, so some table has p = 1. */
    @Test
    void isOneForTheMostLikelyTable() {
        for (TwoByTwo table : Tables.all(9)) {
            double largest = 0;
            for (int k = 0; k <= table.group().assessed(); k++) {
                long other = table.events() - k;
                if (other >= 0 && other <= table.reference().assessed()) {
                    largest = Math.max(
                            largest,
                            p(TwoByTwo.of(
                                    k,
                                    table.group().assessed(),
                                    (int) other,
                                    table.reference().assessed())));
                }
            }
            assertThat(largest).as(table.toString()).isEqualTo(1);
        }
    }

    @Test
    void isExactlyOneWhenNobodyOrEverybodyHadTheEvent() {
        assertThat(FisherExactTest.of(TwoByTwo.of(0, 10, 0, 20))).isEqualTo(TestResult.exact(1));
        assertThat(FisherExactTest.of(TwoByTwo.of(10, 10, 20, 20))).isEqualTo(TestResult.exact(1));
        assertThat(FisherExactTest.of(TwoByTwo.of(0, 1, 0, 1))).isEqualTo(TestResult.exact(1));
    }

    /** In arms of equal size the mirrored table is equally likely and must be counted, rounding or not. */
    @Test
    void countsTablesThatAreEquallyLikely() {
        for (int n : new int[] {20, 100, 333}) {
            for (int x1 = 0; x1 <= n; x1 += 7) {
                for (int x2 = 0; x2 <= n; x2 += 11) {
                    TwoByTwo table = TwoByTwo.of(x1, n, x2, n);
                    double expected = enumerated(table);
                    assertThat(p(table)).as(table.toString()).isCloseTo(expected, within(1e-13 * expected));
                }
            }
        }
    }

    /** Unlike arms can tie too, and rounding parts these pairs by one bit: 5 of 6 against 2 of 11 ties with 0 and 7. */
    @Test
    void countsTiesThatRoundingParts() {
        for (TwoByTwo table : List.of(
                TwoByTwo.of(5, 6, 2, 11),
                TwoByTwo.of(1, 6, 9, 11),
                TwoByTwo.of(5, 7, 1, 10),
                TwoByTwo.of(2, 7, 9, 10),
                TwoByTwo.of(5, 7, 4, 14))) {
            assertThat(p(table)).as(table.toString()).isCloseTo(enumerated(table), within(1e-14));
        }
    }

    /** Here the next table is likelier by 2.4e-5 and 1.5e-5 of itself only, and must not be counted. */
    @Test
    void doesNotTakeANearMissForATie() {
        for (TwoByTwo table : List.of(TwoByTwo.of(10, 33, 8, 46), TwoByTwo.of(5, 36, 11, 52))) {
            assertThat(p(table)).as(table.toString()).isCloseTo(enumerated(table), within(1e-14));
        }
    }

    /** An absolute tolerance for ties once made 8.7e-7 of this kind of p-value in another program. */
    @Test
    void isRightFarOutInTheTail() {
        assertThat(p(TwoByTwo.of(700, 1000, 200, 1000))).isCloseTo(8.75065212958482e-117, within(1e-129));
        assertThat(p(TwoByTwo.of(640, 700, 40, 700))).isCloseTo(6.83540042445987e-267, within(1e-279));
        TwoByTwo furthest = TwoByTwo.of(500, 500, 10, 510);
        assertThat(p(furthest) / enumerated(furthest)).isCloseTo(1, within(1e-12));
        assertThat(enumerated(furthest)).isBetween(1e-300, 1e-270);
    }

    @Test
    void isNeverZero() {
        assertThat(p(TwoByTwo.of(950, 1000, 20, 1000))).isEqualTo(Double.MIN_VALUE);
        assertThat(p(TwoByTwo.of(1_000_000, 1_000_000, 0, 1_000_000))).isEqualTo(Double.MIN_VALUE);
    }

    /** Where the counts are so large the p-value is that of the normal distribution with continuity correction. */
    @Test
    void takesAsManyPeopleAsCanBeCounted() {
        double p = p(TwoByTwo.of(1_000_000_000, Integer.MAX_VALUE, 1_000_020_000, Integer.MAX_VALUE));

        double n = Integer.MAX_VALUE;
        double share = 2_000_020_000.0 / (2 * n);
        double z = (10_000 - 0.5) / Math.sqrt(n * share * (1 - share) / 2);
        assertThat(p)
                .isCloseTo(
                        2
                                * org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                                        .survivalProbability(z),
                        within(1e-6));
    }

    private static double p(TwoByTwo table) {
        return FisherExactTest.of(table).pValue().ifEstimated().getAsDouble();
    }

    private static double enumerated(TwoByTwo table) {
        long n1 = table.group().assessed();
        long n2 = table.reference().assessed();
        long m = table.events();
        long first = Math.max(0, m - n2);
        long last = Math.min(n1, m);
        BigInteger[] weights = new BigInteger[(int) (last - first) + 1];
        weights[0] = choose(n1, first).multiply(choose(n2, m - first));
        for (long k = first; k < last; k++) {
            weights[(int) (k - first) + 1] = weights[(int) (k - first)]
                    .multiply(BigInteger.valueOf((n1 - k) * (m - k)))
                    .divide(BigInteger.valueOf((k + 1) * (n2 - m + k + 1)));
        }
        BigInteger limit = weights[(int) (table.group().events() - first)].multiply(TEN_MILLION.add(BigInteger.ONE));
        BigInteger all = BigInteger.ZERO;
        BigInteger asUnlikely = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            all = all.add(weight);
            if (weight.multiply(TEN_MILLION).compareTo(limit) <= 0) {
                asUnlikely = asUnlikely.add(weight);
            }
        }
        return new BigDecimal(asUnlikely)
                .divide(new BigDecimal(all), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigInteger choose(long n, long k) {
        BigInteger result = BigInteger.ONE;
        for (long i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
