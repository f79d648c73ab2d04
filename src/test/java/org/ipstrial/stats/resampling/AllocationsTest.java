package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ipstrial.stats.Alternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All allocations, counted: sums worked by hand, and how many are too many. Every small table stands with the tests. */
class AllocationsTest {

    private static final long MOST = 12_000_000;

    private static Allocations of(long[] group, long... reference) {
        return Allocations.of(group, reference).orElseThrow();
    }

    private static long[] scores(long... scores) {
        return scores;
    }

    /** One of 0, 10 and 20: the group's sum lies 10 below, at, or 10 above its expectation, each in one of three. */
    @ParameterizedTest
    @CsvSource({
        "GREATER, 10, 1",
        "GREATER, 0, 2",
        "GREATER, -10, 3",
        "GREATER, 10.01, 0",
        "GREATER, -9.99, 2",
        "LESS, 10, 1",
        "LESS, 0, 2",
        "LESS, -10, 3",
        "TWO_SIDED, 10, 2",
        "TWO_SIDED, 9.99, 2",
        "TWO_SIDED, 10.01, 0",
        "TWO_SIDED, 0, 3"
    })
    void theShareThatReachesADistance(Alternative alternative, double distance, int ofThree) {
        Allocations onePerson = of(scores(20), 0, 10);
        Allocations twoPeople = of(scores(20, 10), 0);

        assertThat(onePerson.shareAtLeast(distance, alternative)).isEqualTo(ofThree / 3.0);
        assertThat(twoPeople.shareAtLeast(distance, alternative)).isEqualTo(ofThree / 3.0);
    }

    /** The largest distance that more than the share alpha reaches, so that a share of exactly alpha rejects. */
    @ParameterizedTest
    @CsvSource({"0.3, 10, 10", "1, 0, 10", "0.5, 0, 10", "2, -10, 0", "0.9, -10, 0"})
    void theDistanceThatMoreThanAlphaReach(double alpha, double ofOneSide, double ofBoth) {
        // 1 and 2 stand for a third and two thirds, which have no decimals.
        double share = alpha < 1 ? alpha : alpha / 3;
        for (Allocations allocations : new Allocations[] {of(scores(20), 0, 10), of(scores(0, 20), 10)}) {
            assertThat(allocations.acceptedDistance(share, Alternative.GREATER)).isEqualTo(ofOneSide);
            assertThat(allocations.acceptedDistance(share, Alternative.LESS)).isEqualTo(ofOneSide);
            assertThat(allocations.acceptedDistance(share, Alternative.TWO_SIDED))
                    .isEqualTo(ofBoth);
        }
    }

    /** Scores 0, 0 and 3: the sum of one is 1 below its expectation twice, and 2 above it once; of two the other way round. */
    @Test
    void aLeaningDistributionHasOtherDistancesOnEitherSide() {
        Allocations one = of(scores(3), 0, 0);
        Allocations two = of(scores(0, 0), 3);

        assertThat(one.acceptedDistance(0.1, Alternative.GREATER)).isEqualTo(2);
        assertThat(one.acceptedDistance(0.1, Alternative.LESS)).isEqualTo(1);
        assertThat(one.acceptedDistance(0.7, Alternative.LESS)).isEqualTo(-2);
        assertThat(one.acceptedDistance(0.1, Alternative.TWO_SIDED)).isEqualTo(2);
        assertThat(one.acceptedDistance(0.4, Alternative.TWO_SIDED)).isEqualTo(1);
        assertThat(one.shareAsExtreme(Alternative.GREATER)).isEqualTo(1 / 3.0);
        assertThat(one.shareAsExtreme(Alternative.LESS)).isEqualTo(1);
        assertThat(two.acceptedDistance(0.1, Alternative.GREATER)).isEqualTo(1);
        assertThat(two.acceptedDistance(0.1, Alternative.LESS)).isEqualTo(2);
        assertThat(two.shareAsExtreme(Alternative.LESS)).isEqualTo(1 / 3.0);
        assertThat(two.shareAsExtreme(Alternative.TWO_SIDED)).isEqualTo(1 / 3.0);
    }

    /** Equal scores, however large, have one sum, at its expectation. */
    @Test
    void equalScoresHaveOneSum() {
        Allocations equal = of(scores(1L << 60, 1L << 60), 1L << 60);

        for (Alternative alternative : Alternative.values()) {
            assertThat(equal.shareAsExtreme(alternative)).isEqualTo(1);
            assertThat(equal.acceptedDistance(0.5, alternative)).isZero();
        }
    }

    /** Scores 0, 1 and s have the sums 0 to s, and one more count is that of nobody chosen: 12 million in all. */
    @Test
    void countsUpToTwelveMillionSums() {
        Allocations most = of(scores(0), 1, MOST - 2);

        assertThat(most.shareAsExtreme(Alternative.LESS)).isEqualTo(1 / 3.0);
        assertThat(most.shareAsExtreme(Alternative.GREATER)).isEqualTo(1);
        assertThat(Allocations.of(scores(0), scores(1, MOST - 1))).isEmpty();
        assertThat(Allocations.of(scores(0), scores(1, 1L << 61))).isEmpty();
        assertThat(Allocations.of(scores(0, 1, 1L << 61), scores(0, 1L << 61, 1L << 61)))
                .isEmpty();
    }

    /** What divides all scores is taken out first: a score of 2^61 is one step. */
    @Test
    void largeScoresWithACommonUnitAreFewSums() {
        assertThat(of(scores(1L << 61), 0, 0).shareAsExtreme(Alternative.GREATER))
                .isEqualTo(1 / 3.0);
        assertThat(of(scores(0), -6 * MOST, 4 * MOST).shareAsExtreme(Alternative.GREATER))
                .isEqualTo(2 / 3.0);
    }

    /**
     * 267 and 267 people with scores of their own have 9.5 million counts, and each is added to 267 times: over the thousand
     * million additions, of which half are spared.
     */
    @Test
    void doesNotCountForMinutes() {
        long[] group = LongStream.range(0, 267).map(i -> 2 * i).toArray();
        long[] reference = LongStream.range(0, 267).map(i -> 2 * i + 1).toArray();

        assertThat(Allocations.of(group, reference)).isEmpty();
    }

    /**
     * One person of 1,029 has a 1: 514 of them are chosen in choose(1029, 514) ways, about 1.43e308, a share of 514/1029 with that
     * person. choose(1030, 515) is twice as many, and the largest double 1.80e308.
     */
    @Test
    void countsAsManyAllocationsAsADoubleHolds() {
        long[] small = new long[514];
        small[7] = 1;

        assertThat(of(small, new long[515]).shareAsExtreme(Alternative.GREATER)).isCloseTo(514.0 / 1029, within(1e-12));
        assertThat(Allocations.of(Arrays.copyOf(small, 515), new long[515])).isEmpty();
    }

    /** Twelve people, six each: every choice of six written out, against the counts at every distance there is. */
    @Test
    void everyChoiceOfSixIsCounted() {
        long[] scores = {3, 5, 5, 8, 13, 21, 0, 1, 1, 2, 34, 4};
        Allocations counted = of(Arrays.copyOf(scores, 6), Arrays.copyOfRange(scores, 6, 12));
        long[] sums = IntStream.range(0, 1 << 12)
                .filter(chosen -> Integer.bitCount(chosen) == 6)
                .mapToLong(chosen -> IntStream.range(0, 12)
                        .mapToLong(i -> (chosen >> i & 1) * scores[i])
                        .sum())
                .toArray();

        assertThat(sums).hasSize(924);
        // All scores add up to 97, so that the expectation is 48.5.
        for (double distance = -50; distance <= 50; distance += 0.5) {
            double far = distance;
            assertThat(counted.shareAtLeast(far, Alternative.GREATER))
                    .isEqualTo(Arrays.stream(sums).filter(s -> s - 48.5 >= far).count() / 924.0);
            assertThat(counted.shareAtLeast(far, Alternative.LESS))
                    .isEqualTo(Arrays.stream(sums).filter(s -> 48.5 - s >= far).count() / 924.0);
            assertThat(counted.shareAtLeast(far, Alternative.TWO_SIDED))
                    .isEqualTo(Arrays.stream(sums)
                                    .filter(s -> Math.abs(s - 48.5) >= far)
                                    .count()
                            / 924.0);
        }
    }
}
