package org.ipstrial.stats.contingency.generalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.arms.KruskalWallisTest;
import org.ipstrial.stats.arms.PearsonArmsTest;
import org.ipstrial.stats.arms.SeveralCounts;
import org.ipstrial.stats.arms.SeveralSamples;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.rank.VanElterenTest;
import org.junit.jupiter.api.Test;

/** Laws, edges and a second route of the tests of several arms within strata. */
class AmountsInStrataTest {

    private static final Map<String, StratifiedAmountsTest> TESTS = new LinkedHashMap<>();

    static {
        TESTS.put("row-mean-scores", RowMeanScoresTest::of);
        TESTS.put("van-elteren", VanElterenArmsTest::of);
        TESTS.put("general-association", GeneralAssociationTest::of);
        TESTS.put("correlation", CorrelationTest::of);
    }

    private static StratifiedAmounts three(double[]... arms) {
        List<List<double[]>> strata = new ArrayList<>();
        for (int i = 0; i < arms.length; i += 3) {
            strata.add(List.of(arms[i], arms[i + 1], arms[i + 2]));
        }
        return new StratifiedAmounts(3, strata);
    }

    private static double[] some(double... amounts) {
        return amounts;
    }

    /** Strata of three arms of 0 to 6 people with whole amounts from 0 to 7, by a seed. */
    private static StratifiedAmounts seeded(long seed) {
        Random random = new Random(seed);
        List<List<double[]>> strata = new ArrayList<>();
        for (int h = 0; h < 4; h++) {
            List<double[]> arms = new ArrayList<>();
            for (int arm = 0; arm < 3; arm++) {
                arms.add(random.ints(random.nextInt(7), 0, 8).asDoubleStream().toArray());
            }
            strata.add(arms);
        }
        return new StratifiedAmounts(3, strata);
    }

    private static StratifiedAmounts each(StratifiedAmounts amounts, UnaryOperator<double[]> change) {
        return new StratifiedAmounts(
                amounts.arms(),
                amounts.strata().stream()
                        .map(stratum -> stratum.stream().map(change).toList())
                        .toList());
    }

    private static void assertClose(String of, TestResult got, TestResult wanted) {
        assertThat(got.df()).as(of).isEqualTo(wanted.df());
        assertThat(got.pValue().ifEstimated().isPresent())
                .as(of)
                .isEqualTo(wanted.pValue().ifEstimated().isPresent());
        wanted.statistic().ifPresent(statistic -> assertThat(got.statistic().getAsDouble())
                .as(of)
                .isCloseTo(statistic, within(1e-9 * Math.max(1, statistic))));
    }

    /** Not a bit of it. */
    @Test
    void neitherTheOrderOfPeopleNorOfStrataNorSilentStrataMatter() {
        for (long seed = 0; seed < 30; seed++) {
            StratifiedAmounts amounts = seeded(seed);
            Random random = new Random(seed);
            List<List<double[]>> others = new ArrayList<>(
                    each(amounts, values -> Samples.shuffled(values, random)).strata());
            others.add(List.of(some(1, 2, 3), some(), some()));
            others.add(List.of(some(), some(), some()));
            others.add(List.of(some(), some(4), some()));
            others.add(List.of(some(5, 5), some(5), some(5)));
            Collections.shuffle(others, random);
            StratifiedAmounts same = new StratifiedAmounts(3, others);
            TESTS.forEach((name, test) -> assertThat(test.of(same)).as(name).isEqualTo(test.of(amounts)));
        }
    }

    /** A trend looks at the order of the arms, and is the same from behind. */
    @Test
    void theOrderOfArmsMattersToATrendAlone() {
        for (long seed = 0; seed < 30; seed++) {
            StratifiedAmounts amounts = seeded(seed);
            for (List<Integer> order : List.of(List.of(2, 1, 0), List.of(1, 0, 2), List.of(1, 2, 0))) {
                StratifiedAmounts ordered = new StratifiedAmounts(
                        3,
                        amounts.strata().stream()
                                .map(stratum -> order.stream().map(stratum::get).toList())
                                .toList());
                TESTS.forEach((name, test) -> {
                    if (!name.equals("correlation") || order.get(1) == 1) {
                        assertClose(name + " " + order, test.of(ordered), test.of(amounts));
                    }
                });
            }
        }
        StratifiedAmounts trend = three(some(1, 2), some(3, 4), some(5, 6));
        StratifiedAmounts none = three(some(3, 4), some(1, 2), some(5, 6));
        assertThat(CorrelationTest.of(trend).statistic().getAsDouble())
                .isGreaterThan(2 * CorrelationTest.of(none).statistic().getAsDouble());
    }

    @Test
    void aConstantAndAFactorChangeNothing() {
        for (long seed = 0; seed < 30; seed++) {
            StratifiedAmounts amounts = seeded(seed);
            for (double constant : new double[] {-3, 1e6, 1e12}) {
                StratifiedAmounts moved = each(amounts, values -> Samples.linear(values, 1, constant));
                TESTS.forEach((name, test) ->
                        assertThat(test.of(moved)).as(name + " + " + constant).isEqualTo(test.of(amounts)));
            }
            StratifiedAmounts scaled = each(amounts, values -> Samples.linear(values, 1.7, -4.1));
            TESTS.forEach((name, test) -> assertClose(name, test.of(scaled), test.of(amounts)));
        }
    }

    /** Van Elteren's and the general association look at order, or not even that: a scale of its own in each stratum. */
    @Test
    void anIncreasingScaleInEachStratumLeavesRanks() {
        StratifiedAmounts amounts = seeded(3);
        List<List<double[]>> others = new ArrayList<>();
        for (List<double[]> stratum : amounts.strata()) {
            int h = others.size() + 1;
            others.add(stratum.stream()
                    .map(values -> Arrays.stream(values)
                            .map(value -> 100 * h + value * value * h)
                            .toArray())
                    .toList());
        }
        assertThat(VanElterenArmsTest.of(new StratifiedAmounts(3, others))).isEqualTo(VanElterenArmsTest.of(amounts));
    }

    @Test
    void ofOneStratumRanksAreKruskalAndWallis() {
        for (long seed = 0; seed < 30; seed++) {
            List<double[]> stratum = seeded(seed).strata().get(0);
            if (stratum.stream().allMatch(values -> values.length > 0)) {
                assertClose(
                        "seed " + seed,
                        VanElterenArmsTest.of(new StratifiedAmounts(3, List.of(stratum))),
                        KruskalWallisTest.of(new SeveralSamples(stratum)));
            }
        }
    }

    /** Of one stratum general association is Pearson's chi-squared times (N - 1) / N, of answers as of levels. */
    @Test
    void ofOneStratumAssociationIsPearsons() {
        int tried = 0;
        for (int a = 0; a <= 3; a++) {
            for (int b = 0; b <= 4; b++) {
                for (int c = 0; c <= 2; c++) {
                    StratifiedCounts counts =
                            new StratifiedCounts(List.<long[][]>of(new long[][] {{a, 3 - a}, {b, 4 - b}, {c, 2 - c}}));
                    TestResult pearson = PearsonArmsTest.of(new SeveralCounts(
                            List.of(new BinomialCount(a, 3), new BinomialCount(b, 4), new BinomialCount(c, 2))));
                    TestResult got = GeneralAssociationTest.of(counts);
                    assertThat(got.df()).isEqualTo(pearson.df());
                    if (pearson.statistic().isPresent()) {
                        assertThat(got.statistic().getAsDouble())
                                .isCloseTo(pearson.statistic().getAsDouble() * 8 / 9, within(1e-12));
                        tried++;
                    }
                    assertClose("levels", GeneralAssociationTest.of(amounts(counts)), got);
                    assertClose("scores", RowMeanScoresTest.of(amounts(counts)), got);
                    assertClose("ranks", VanElterenArmsTest.of(amounts(counts)), got);
                    assertClose("trend", CorrelationTest.of(amounts(counts)), CorrelationTest.of(counts));
                }
            }
        }
        assertThat(tried).isEqualTo(58);
    }

    /** Answers as amounts 1 and 0. */
    private static StratifiedAmounts amounts(StratifiedCounts counts) {
        List<List<double[]>> strata = new ArrayList<>();
        for (long[][] table : counts.strata()) {
            List<double[]> arms = new ArrayList<>();
            for (long[] row : table) {
                double[] answers = new double[(int) (row[0] + row[1])];
                Arrays.fill(answers, 0, (int) row[0], 1);
                arms.add(answers);
            }
            strata.add(arms);
        }
        return new StratifiedAmounts(counts.rows(), strata);
    }

    @Test
    void withTwoArmsRanksAreVanElterensSquareAndScoresTheSquareOfADeviate() {
        for (int seed = 1; seed <= 30; seed++) {
            StratifiedSamples samples = new StratifiedSamples(List.of(
                    new SampleStratum(
                            "a",
                            Samples.twoArms(seed).group(),
                            Samples.twoArms(seed).reference()),
                    new SampleStratum(
                            "b",
                            Samples.twoArms(seed + 50).group(),
                            Samples.twoArms(seed + 50).reference())));
            StratifiedAmounts amounts = StratifiedAmounts.of(samples);
            double z = VanElterenTest.of(samples, Alternative.TWO_SIDED)
                    .statistic()
                    .getAsDouble();
            assertThat(VanElterenArmsTest.of(amounts).statistic().getAsDouble())
                    .isCloseTo(z * z, within(1e-11 * Math.max(1, z * z)));
            assertClose(
                    "seed " + seed,
                    RowMeanScoresTest.of(amounts, Alternative.TWO_SIDED),
                    RowMeanScoresTest.of(amounts));
            assertClose("seed " + seed, CorrelationTest.of(amounts), RowMeanScoresTest.of(amounts));
            double greater = p(RowMeanScoresTest.of(amounts, Alternative.GREATER));
            double less = p(RowMeanScoresTest.of(amounts, Alternative.LESS));
            assertThat(greater + less).isCloseTo(1, within(1e-12));
            assertThat(2 * Math.min(greater, less))
                    .isCloseTo(p(RowMeanScoresTest.of(amounts, Alternative.TWO_SIDED)), within(1e-12));
            assertThat(p(RowMeanScoresTest.of(StratifiedAmounts.of(samples.swapped()), Alternative.LESS)))
                    .isCloseTo(greater, within(1e-12));
        }
        StratifiedSamples more = new StratifiedSamples(List.of(new SampleStratum("a", some(5, 6), some(1, 2))));
        assertThat(p(RowMeanScoresTest.of(StratifiedAmounts.of(more), Alternative.GREATER)))
                .isLessThan(0.1);
    }

    private static double p(TestResult test) {
        return test.pValue().ifEstimated().getAsDouble();
    }

    /** Second route: every allocation of the amounts within each stratum, and the moments of what it gives. */
    @Test
    void theMomentsAreThoseOfEveryAllocation() {
        StratifiedAmounts amounts = three(
                some(0, 3),
                some(5),
                some(3), // 12 allocations
                some(1),
                some(2, 8),
                some(4, 1), // 30
                some(7),
                some(),
                some(6, 9)); // 3
        double[][] byAllocation = sums(amounts);
        double[] mean = new double[4];
        double[][] covariance = new double[4][4];
        for (double[] sums : byAllocation) {
            for (int k = 0; k < 4; k++) {
                mean[k] += sums[k] / byAllocation.length;
            }
        }
        for (double[] sums : byAllocation) {
            for (int k = 0; k < 4; k++) {
                for (int l = 0; l < 4; l++) {
                    covariance[k][l] += (sums[k] - mean[k]) * (sums[l] - mean[l]) / byAllocation.length;
                }
            }
        }
        double[] observed = new double[4];
        for (List<double[]> stratum : amounts.strata()) {
            for (int arm = 0; arm < 3; arm++) {
                double sum = Arrays.stream(stratum.get(arm)).sum();
                observed[arm] += sum;
                observed[3] += (arm + 1) * sum;
            }
        }
        assertThat(byAllocation).hasNumberOfRows(12 * 30 * 3);
        RealVector off = new ArrayRealVector(observed).subtract(new ArrayRealVector(mean));
        RealVector ofArms = off.getSubVector(0, 3);
        double wanted = ofArms.dotProduct(
                new SingularValueDecomposition(new Array2DRowRealMatrix(covariance).getSubMatrix(0, 2, 0, 2))
                        .getSolver()
                        .solve(ofArms));
        assertThat(RowMeanScoresTest.of(amounts).statistic().getAsDouble()).isCloseTo(wanted, within(1e-10));
        assertThat(CorrelationTest.of(amounts).statistic().getAsDouble())
                .isCloseTo(off.getEntry(3) * off.getEntry(3) / covariance[3][3], within(1e-10));
    }

    /** For each allocation of all strata the sum of each arm, and that of the arms' numbers times them. */
    private static double[][] sums(StratifiedAmounts amounts) {
        List<double[]> all = new ArrayList<>(List.of(new double[4]));
        for (List<double[]> stratum : amounts.strata()) {
            List<double[]> own = new ArrayList<>();
            int[] left = stratum.stream().mapToInt(arm -> arm.length).toArray();
            deal(stratum.stream().flatMapToDouble(Arrays::stream).toArray(), 0, left, new double[4], own);
            List<double[]> next = new ArrayList<>();
            for (double[] before : all) {
                for (double[] sums : own) {
                    double[] both = before.clone();
                    for (int k = 0; k < 4; k++) {
                        both[k] += sums[k];
                    }
                    next.add(both);
                }
            }
            all = next;
        }
        return all.toArray(double[][]::new);
    }

    private static void deal(double[] values, int next, int[] left, double[] sums, List<double[]> into) {
        if (next == values.length) {
            into.add(sums.clone());
            return;
        }
        for (int arm = 0; arm < left.length; arm++) {
            if (left[arm] > 0) {
                left[arm]--;
                sums[arm] += values[next];
                sums[3] += (arm + 1) * values[next];
                deal(values, next + 1, left, sums, into);
                sums[3] -= (arm + 1) * values[next];
                sums[arm] -= values[next];
                left[arm]++;
            }
        }
    }

    @Test
    void anArmThatMeetsNoOtherTakesADegreeOfFreedomWithIt() {
        StratifiedAmounts apart = three(some(1, 2, 3), some(2, 4, 6), some(), some(), some(), some(7, 8, 9));
        StratifiedAmounts two = new StratifiedAmounts(2, List.of(List.of(some(1, 2, 3), some(2, 4, 6))));
        for (String name : List.of("row-mean-scores", "van-elteren")) {
            assertClose(name, TESTS.get(name).of(apart), TESTS.get(name).of(two));
            assertThat(TESTS.get(name).of(apart).df()).hasValue(1);
        }
        // Two pairs of arms that never meet: two degrees of freedom, as of three arms, but of other things.
        List<List<double[]>> pairs = List.of(
                List.of(some(1, 2, 3), some(2, 4, 6), some(), some()),
                List.of(some(), some(), some(5, 1), some(7, 8, 9)));
        assertThat(RowMeanScoresTest.of(new StratifiedAmounts(4, pairs)).df()).hasValue(2);
    }

    @Test
    void saysWhyThereIsNoTest() {
        TESTS.forEach((name, test) -> {
            assertThat(test.of(three(some(1, 2), some(), some(), some(), some(3), some())))
                    .as(name)
                    .isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_TWO_ARMS));
            assertThat(test.of(three(some(0.1, 0.1), some(0.1), some(0.1), some(3), some(3), some())))
                    .as(name)
                    .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
            assertThat(test.of(new StratifiedAmounts(3, List.of())).pValue())
                    .isEqualTo(Quantity.notEstimable(Reason.NO_STRATUM_WITH_TWO_ARMS));
        });
        assertThat(GeneralAssociationTest.of(
                        new StratifiedCounts(List.of(new long[][] {{0, 3}, {0, 2}}, new long[][] {{1, 0}, {0, 0}}))))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void moreThanTwentyLevelsAreTooManyForAssociation() {
        double[] twenty = new double[20];
        Arrays.setAll(twenty, i -> i);
        assertThat(GeneralAssociationTest.of(three(twenty, some(3, 4), some(0, -0.0)))
                        .df())
                .hasValue(38);
        assertThat(GeneralAssociationTest.of(three(twenty, some(3, 4), some(20))))
                .isEqualTo(TestResult.notEstimable(Reason.TOO_MANY_LEVELS));
    }

    /** A stratum of billions of people, and one person of an arm and a level that are rare: no overflow, no rank lost. */
    @Test
    void largeCountsDoNotOverflowAndRareLevelsStay() {
        long most = 3_000_000_000L;
        StratifiedCounts counts = new StratifiedCounts(List.of(
                new long[][] {{most, most + 90_000, 0}, {most, most, 1}, {0, 1, 0}},
                new long[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
        TestResult test = GeneralAssociationTest.of(counts);
        assertThat(test.df()).hasValue(4);
        assertThat(test.statistic().getAsDouble()).isFinite().isPositive();
        assertThat(CorrelationTest.of(counts).statistic().getAsDouble()).isFinite();
        assertThat(RowMeanScoresTest.of(counts).df()).hasValue(2);
    }

    @Test
    void refusesWhatIsNoStrataOfArms() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedAmounts(1, List.of()))
                .withMessage("there must be two arms at least, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedAmounts(3, List.of(List.of(some(1), some(2)))))
                .withMessage("each stratum must have 3 arms, got one with 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedAmounts(2, List.of(List.of(some(1), some(Double.NaN)))))
                .withMessage("amounts must be finite, got NaN");
    }
}
