package org.ipstrial.stats.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Allotted;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSampleInterval;
import org.ipstrial.stats.location.TwoSamples;
import org.junit.jupiter.api.Test;

/** Against all pairs and all allocations, on every small sample and on hours with many zeros. */
class HodgesLehmannTest {

    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};

    /** Every two arms of two and three, and of three and three, with whole numbers below four. */
    static List<TwoSamples> small() {
        List<TwoSamples> all = new ArrayList<>();
        for (int size : new int[] {2, 3}) {
            for (double[] group : Samples.everySample(size, 4)) {
                for (double[] reference : Samples.everySample(3, 4)) {
                    // The order of the rows changes nothing: one of each set will do.
                    if (sorted(group) && sorted(reference)) {
                        all.add(new TwoSamples(group, reference));
                    }
                }
            }
        }
        return all;
    }

    static List<TwoSamples> hours() {
        return IntStream.rangeClosed(1, 60).mapToObj(Samples::twoArms).toList();
    }

    /** The same with amounts that are no decimal numbers, through the search by bits. */
    private static TwoSamples thirds(TwoSamples samples) {
        return new TwoSamples(
                Samples.linear(samples.group(), 1 / 3.0, -1), Samples.linear(samples.reference(), 1 / 3.0, -1));
    }

    @Test
    void everyRankIsThatOfTheSortedDifferences() {
        Stream.of(small(), hours())
                .flatMap(List::stream)
                .flatMap(samples -> Stream.of(samples, samples.swapped(), thirds(samples)))
                .forEach(samples -> {
                    PairDifferences differences = PairDifferences.of(samples);
                    double[] sorted = differences(samples);
                    int m = sorted.length;
                    assertThat(differences.pairs()).isEqualTo(m);
                    assertThat(differences.zeros())
                            .isEqualTo(Arrays.stream(sorted).filter(d -> d == 0).count());
                    assertThat(differences.median())
                            .isCloseTo((sorted[(m - 1) / 2] + sorted[m / 2]) / 2, within(1e-12));
                    for (int rank = 1; rank <= m; rank += 1 + m / 50) {
                        assertThat(differences.at(rank)).isCloseTo(sorted[rank - 1], within(1e-12));
                    }
                });
    }

    /** Decimal numbers stay decimal: 3.53 - 4.08 is -0.55 and not -0.5500000000000003. */
    @Test
    void differencesOfDecimalsAreDecimals() {
        PairDifferences differences = PairDifferences.of(new TwoSamples(new double[] {3.53}, new double[] {4.08}));

        assertThat(differences.median()).isEqualTo(-0.55);
    }

    /** How many differences are at most t, where t is one of them, or the next double on either side, or beyond all. */
    @Test
    void aDifferenceCountsByItsOwnDouble() {
        TwoSamples decimals = arms("3.53 0.1 7.25 1e9 0.3", "4.08 0.1 -0.2 0.7");
        for (TwoSamples samples : List.of(decimals, decimals.swapped(), thirds(decimals), arms("5 1", "3 3"))) {
            PairDifferences differences = PairDifferences.of(samples);
            int m = (int) differences.pairs();
            double[] sorted =
                    IntStream.rangeClosed(1, m).mapToDouble(differences::at).toArray();
            for (double difference : sorted) {
                for (double t :
                        new double[] {Math.nextDown(difference), difference, Math.nextUp(difference), difference / 2}) {
                    assertThat(differences.atMost(t))
                            .isEqualTo(Arrays.stream(sorted).filter(d -> d <= t).count());
                }
            }
            assertThat(differences.atMost(1e300)).isEqualTo(m);
            assertThat(differences.atMost(-1e300)).isZero();
            assertThat(differences.atMost(Double.POSITIVE_INFINITY)).isEqualTo(m);
            assertThat(differences.atMost(Double.NEGATIVE_INFINITY)).isZero();
        }
    }

    /** -0 less 0 is -0, which nobody wants to read. */
    @Test
    void noDifferenceIsMinusZero() {
        PairDifferences differences =
                PairDifferences.of(new TwoSamples(new double[] {-0.0, 1 / 3.0, -0.0}, new double[] {0}));

        assertThat(1 / differences.at(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(1 / differences.median()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(differences.at(3)).isEqualTo(1 / 3.0);
        PairDifferences two =
                PairDifferences.of(new TwoSamples(new double[] {-0.0, 1 / 3.0}, new double[] {0, 1 / 3.0}));
        assertThat(1 / two.median()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Second route: a shift lies within the limits exactly when the test does not reject it, for every shift. */
    @Test
    void limitsHoldTheShiftsThatTheExactTestDoesNotReject() {
        int limits = 0;
        for (TwoSamples samples : small()) {
            double[] all = distribution(samples);
            for (double level : LEVELS) {
                limits += holdsTheAccepted(
                        exact(samples, level),
                        samples,
                        w -> Arrays.stream(all)
                                        .filter(other -> Math.abs(other - half(samples)) >= Math.abs(w - half(samples)))
                                        .count()
                                > (1 - level) * all.length * (1 + 1e-9));
            }
        }
        assertThat(limits).isGreaterThan(500);
    }

    @Test
    void limitsHoldTheShiftsThatTheApproximateTestDoesNotReject() {
        int limits = 0;
        for (TwoSamples samples :
                Stream.of(small(), hours()).flatMap(List::stream).toList()) {
            double sd = Math.sqrt(MannWhitneyTest.variance(samples));
            for (double level : LEVELS) {
                limits += holdsTheAccepted(
                        asymptotic(samples, level),
                        samples,
                        w -> sd > 0
                                && 2
                                                * NormalDistribution.of(0, 1)
                                                        .survivalProbability((Math.abs(w - half(samples)) - 0.5) / sd)
                                        > 1 - level);
            }
        }
        assertThat(limits).isGreaterThan(1000);
    }

    private interface Accepted {
        boolean accepts(double w);
    }

    private static int holdsTheAccepted(Estimate estimate, TwoSamples samples, Accepted test) {
        if (estimate.lower().equals(Quantity.notEstimable(Reason.NO_VARIANCE))) {
            return 0;
        }
        double low = estimate.lower().ifEstimated().orElse(Double.NEGATIVE_INFINITY);
        double high = estimate.upper().ifEstimated().orElse(Double.POSITIVE_INFINITY);
        double[] differences = differences(samples);
        double[] steps = Arrays.stream(differences).distinct().toArray();
        List<Double> shifts = new ArrayList<>(List.of(steps[0] - 1, steps[steps.length - 1] + 1));
        for (int i = 1; i < steps.length; i++) {
            shifts.add((steps[i - 1] + steps[i]) / 2);
        }
        for (double shift : shifts) {
            assertThat(low < shift && shift < high)
                    .as(Arrays.toString(samples.group()) + Arrays.toString(samples.reference()) + shift)
                    .isEqualTo(test.accepts(wins(differences, shift)));
        }
        for (double step : steps) {
            if (test.accepts(wins(differences, step))) {
                assertThat(step).isBetween(low, high);
            }
        }
        return Double.isInfinite(low) ? 0 : 1;
    }

    /**
     * Where a treatment changes nobody's amount, each allocation is as likely, and a limit on one side must not leave 0 out
     * more often than it says, ties or not. One side of the two-sided limits at twice the tail does where W is not symmetric.
     */
    @Test
    void anExactLimitOnOneSideKeepsItsLevelOverAllAllocations() {
        int beyond = 0;
        for (TwoSamples samples : small()) {
            List<TwoSamples> all = Allotted.all(samples);
            for (double level : new double[] {0.7, 0.8, 0.9}) {
                double bound = (1 - level) * (1 + 1e-9) * all.size();
                long above = all.stream()
                        .filter(one -> lower(HodgesLehmannExact.INSTANCE.of(
                                        one, level, Alternative.GREATER, Samples.resampling()))
                                > 0)
                        .count();
                long below = all.stream()
                        .filter(one -> -upper(HodgesLehmannExact.INSTANCE.of(
                                        one, level, Alternative.LESS, Samples.resampling()))
                                > 0)
                        .count();
                long ofBoth = all.stream()
                        .filter(one -> lower(exact(one, 2 * level - 1)) > 0)
                        .count();

                assertThat((double) above).isLessThanOrEqualTo(bound);
                assertThat((double) below).isLessThanOrEqualTo(bound);
                beyond += ofBoth > bound ? 1 : 0;
            }
        }
        assertThat(beyond).isPositive();
    }

    private static double lower(Estimate estimate) {
        return estimate.lower().ifEstimated().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double upper(Estimate estimate) {
        return estimate.upper().ifEstimated().orElse(Double.POSITIVE_INFINITY);
    }

    /** A limit that is exactly 0 is the one place where test and limits may part. */
    @Test
    void testAndLimitsAgreeOnNoDifference() {
        int exactlyZero = 0;
        for (TwoSamples samples :
                Stream.of(small(), hours()).flatMap(List::stream).toList()) {
            for (double level : LEVELS) {
                exactlyZero +=
                        agrees(exact(samples, level), MannWhitneyExactTest.of(samples, Alternative.TWO_SIDED), level);
                exactlyZero +=
                        agrees(asymptotic(samples, level), MannWhitneyTest.of(samples, Alternative.TWO_SIDED), level);
            }
        }
        assertThat(exactlyZero).isPositive();
    }

    private static int agrees(Estimate estimate, TestResult test, double level) {
        if (estimate.lower().equals(Quantity.notEstimable(Reason.NO_VARIANCE))) {
            return 0;
        }
        boolean rejects = test.pValue().ifEstimated().orElseThrow() <= (1 - level) * (1 + 1e-9);
        double low = estimate.lower().ifEstimated().orElse(Double.NEGATIVE_INFINITY);
        double high = estimate.upper().ifEstimated().orElse(Double.POSITIVE_INFINITY);
        if (low == 0 || high == 0) {
            return rejects ? 1 : 0;
        }
        assertThat(rejects).isEqualTo(low > 0 || high < 0);
        return 0;
    }

    @Test
    void changingArmsRoundMirrorsEverything() {
        for (TwoSamples samples :
                Stream.of(small(), hours()).flatMap(List::stream).toList()) {
            for (TwoSampleInterval effect : effects()) {
                Estimate one = effect.of(samples, 0.9, Samples.resampling());
                Estimate other = effect.of(samples.swapped(), 0.9, Samples.resampling());
                assertThat(value(other.estimate())).isEqualTo(0 - value(one.estimate()));
                assertThat(value(other.lower())).isEqualTo(0 - value(one.upper()));
                assertThat(value(other.upper())).isEqualTo(0 - value(one.lower()));
            }
        }
    }

    /** An amount added to everybody of the group moves the estimate, and without ties the limits too. */
    @Test
    void aShiftOfTheGroupShifts() {
        for (TwoSamples samples : hours()) {
            TwoSamples moved = new TwoSamples(Samples.linear(samples.group(), 1, 12.25), samples.reference());
            for (TwoSampleInterval effect : effects()) {
                assertThat(value(effect.of(moved, 0.9, Samples.resampling()).estimate()))
                        .isCloseTo(
                                12.25
                                        + value(effect.of(samples, 0.9, Samples.resampling())
                                                .estimate()),
                                within(1e-12));
            }
        }
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            double[] group = random.doubles(7).toArray();
            double[] reference = random.doubles(9).toArray();
            for (TwoSampleInterval effect : effects()) {
                Estimate plain = effect.of(new TwoSamples(group, reference), 0.9, Samples.resampling());
                Estimate moved =
                        effect.of(new TwoSamples(Samples.linear(group, 1, 5), reference), 0.9, Samples.resampling());
                assertThat(value(moved.lower())).isCloseTo(5 + value(plain.lower()), within(1e-12));
                assertThat(value(moved.upper())).isCloseTo(5 + value(plain.upper()), within(1e-12));
            }
        }
    }

    /** Ranks found without 4e10 pairs: counted here by a binary search for each person. */
    @Test
    void manyPeopleTakeMemoryForPeopleOnly() {
        Random random = new Random(5);
        int n = 200_000;
        TwoSamples samples = new TwoSamples(
                random.doubles(n).map(u -> StrictMath.log(u) + 0.01).toArray(),
                random.doubles(n).map(StrictMath::log).toArray());
        Estimate estimate = asymptotic(samples, 0.95);
        double half = (double) n * n / 2;
        double reach = 0.5
                + NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025)
                        * Math.sqrt(MannWhitneyTest.variance(samples));

        double[] reference = samples.reference().clone();
        Arrays.sort(reference);
        assertThat(countBelow(samples.group(), reference, value(estimate.estimate())))
                .isCloseTo(half, within(1.0));
        assertThat(countBelow(samples.group(), reference, value(estimate.lower())))
                .isCloseTo(half - reach, within(1.0));
        assertThat(countBelow(samples.group(), reference, value(estimate.upper())))
                .isCloseTo(half + reach, within(1.0));
        assertThat(exact(samples, 0.95))
                .isEqualTo(Estimate.withoutLimits(value(estimate.estimate()), Reason.TOO_LARGE_FOR_EXACT));
    }

    private static double countBelow(double[] group, double[] reference, double t) {
        double count = 0;
        for (double x : group) {
            int low = 0;
            int high = reference.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (x - reference[middle] >= t) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            count += reference.length - low;
        }
        return count;
    }

    @Test
    void edges() {
        for (TwoSampleInterval effect : effects()) {
            assertThat(effect.of(arms("5 5", "3 3 3"), 0.95, Samples.resampling()))
                    .isEqualTo(Estimate.withoutLimits(2, Reason.NO_VARIANCE));
            assertThat(effect.of(arms("0 -0", "0 0"), 0.95, Samples.resampling()))
                    .isEqualTo(Estimate.withoutLimits(0, Reason.NO_VARIANCE));
            assertThat(effect.of(arms("5", "3"), 0.95, Samples.resampling()))
                    .isEqualTo(Estimate.withoutLimits(2, Reason.NO_VARIANCE));
            assertThat(effect.of(arms("5", "3 4"), 0.95, Samples.resampling()))
                    .isEqualTo(Estimate.of(1.5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
        // Three and three in 20 ways: the outermost two have a chance of exactly one in ten, which rejects at 90%.
        assertThat(exact(arms("7 8 9", "1 2 4"), 0.9)).isEqualTo(Estimate.of(6, 3, 8));
        assertThat(exact(arms("7 8 9", "1 2 4"), 0.95))
                .isEqualTo(Estimate.of(6, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void knowsWhenZerosSettleTheResult() {
        TwoSamples zeros = arms("0 0 0 0 0 9 12", "0 0 0 0 1");
        TwoSamples fives = arms("5 5 5 5 5 9 12", "5 5 5 5 6");
        TwoSamples apart = arms("0 3 4 5", "0 10 11 12");
        TwoSamples mostlyFives = arms("5 5 5 5 0", "5 5 5 5 0");

        assertThat(HodgesLehmann.settledByZeros(zeros, exact(zeros, 0.95))).isTrue();
        assertThat(HodgesLehmann.settledByZeros(fives, exact(fives, 0.95))).isFalse();
        assertThat(HodgesLehmann.settledByZeros(apart, exact(apart, 0.5))).isFalse();
        assertThat(HodgesLehmann.settledByZeros(mostlyFives, exact(mostlyFives, 0.95)))
                .isFalse();
        // Of pairs that are equal, just half are zeros: those do not settle it.
        assertThat(HodgesLehmann.settledByZeros(arms("0 5", "0 5"), Estimate.of(0, -5, 5)))
                .isFalse();
        assertThat(HodgesLehmann.settledByZeros(zeros, Estimate.of(2, 0, 5))).isTrue();
        assertThat(HodgesLehmann.settledByZeros(zeros, Estimate.of(-2, -5, 0))).isTrue();
        assertThat(HodgesLehmann.settledByZeros(zeros, Estimate.of(0, -5, 5))).isTrue();
        assertThat(HodgesLehmann.settledByZeros(zeros, Estimate.of(2, 1, 5))).isFalse();
        assertThat(HodgesLehmann.settledByZeros(zeros, Estimate.notEstimable(Reason.NO_VARIANCE)))
                .isFalse();
    }

    private static List<TwoSampleInterval> effects() {
        return List.of(HodgesLehmannAsymptotic::of, HodgesLehmannExact.INSTANCE);
    }

    private static Estimate exact(TwoSamples samples, double level) {
        return HodgesLehmannExact.INSTANCE.of(samples, level, Samples.resampling());
    }

    static Estimate asymptotic(TwoSamples samples, double level) {
        return HodgesLehmannAsymptotic.of(samples, level, Samples.resampling());
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElse(0);
    }

    static double half(TwoSamples samples) {
        return samples.group().length * samples.reference().length / 2.0;
    }

    static double[] differences(TwoSamples samples) {
        return Arrays.stream(samples.group())
                .flatMap(x -> Arrays.stream(samples.reference()).map(y -> x - y))
                .sorted()
                .toArray();
    }

    static double wins(TwoSamples samples, double shift) {
        return wins(differences(samples), shift);
    }

    private static double wins(double[] differences, double shift) {
        double wins = 0;
        for (double difference : differences) {
            wins += difference > shift ? 1 : difference == shift ? 0.5 : 0;
        }
        return wins;
    }

    /** W of every allocation. */
    static double[] distribution(TwoSamples samples) {
        return Allotted.all(samples).stream()
                .mapToDouble(other -> wins(other, 0))
                .toArray();
    }

    private static boolean sorted(double[] values) {
        return IntStream.range(1, values.length).allMatch(i -> values[i - 1] <= values[i]);
    }

    static TwoSamples arms(String group, String reference) {
        return new TwoSamples(amounts(group), amounts(reference));
    }

    private static double[] amounts(String text) {
        return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
