package org.ipstrial.stats.interaction.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.linear.AncovaHc3;
import org.ipstrial.stats.adjusted.odds.LogisticOddsRatio;
import org.ipstrial.stats.adjusted.standardised.YeRiskDifference;
import org.ipstrial.stats.adjusted.standardised.YeRiskRatio;
import org.ipstrial.stats.contingency.stratified.StratifiedTables;
import org.ipstrial.stats.contingency.stratified.Stratum;
import org.ipstrial.stats.interaction.LinearWald;
import org.ipstrial.stats.interaction.LogisticLikelihoodRatio;
import org.ipstrial.stats.location.stratified.SampleStratum;
import org.ipstrial.stats.location.stratified.StratifiedSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of effects at levels with covariates, on seeded trials. */
class AdjustedLevelsLawsTest {

    enum Kind {
        DIFFERENCES(StandardisedLevels::ofDifferences, false),
        RATIOS(StandardisedLevels::ofRatios, true),
        ODDS(LogisticLevels::of, true),
        MEANS(LinearLevels::of, false);

        private final LevelsMethod method;
        private final boolean ratio;

        Kind(LevelsMethod method, boolean ratio) {
            this.method = method;
            this.ratio = ratio;
        }

        private ArmContrasts amongEverybody(AdjustedData data) {
            return switch (this) {
                case DIFFERENCES -> YeRiskDifference.of(data);
                case RATIOS -> YeRiskRatio.of(data);
                case ODDS -> LogisticOddsRatio.of(data);
                case MEANS -> AncovaHc3.of(data);
            };
        }
    }

    /** People as rows: outcome, arm, level, and covariates behind them. */
    private record People(List<double[]> rows, int arms, int levels) {

        private LevelsData data() {
            List<String> arms =
                    IntStream.range(0, this.arms).mapToObj(arm -> "arm " + arm).toList();
            int covariates = rows.get(0).length - 3;
            return new LevelsData(
                    AdjustedData.of(
                            column(0),
                            Arrays.stream(column(1)).mapToInt(arm -> (int) arm).toArray(),
                            arms,
                            IntStream.range(0, covariates)
                                    .mapToObj(one -> "covariate " + one)
                                    .toList(),
                            IntStream.range(0, covariates)
                                    .mapToObj(one -> column(3 + one))
                                    .toArray(double[][]::new)),
                    Arrays.stream(column(2)).mapToInt(level -> (int) level).toArray(),
                    levels);
        }

        private double[] column(int place) {
            return rows.stream().mapToDouble(row -> row[place]).toArray();
        }

        private People with(UnaryOperator<double[]> change) {
            return new People(rows.stream().map(change).toList(), arms, levels);
        }

        private People where(Predicate<double[]> kept) {
            return new People(rows.stream().filter(kept).toList(), arms, levels);
        }
    }

    private static People trial(int seed, int arms, int levels) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = arms * levels * (25 + random.nextInt(10));
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int arm = i % arms;
            int level = i / arms % levels;
            double age = 20 + random.nextInt(40);
            double sex = random.nextInt(2);
            double share = 0.25 + 0.1 * arm + 0.05 * level + 0.005 * (age - 40);
            rows.add(new double[] {random.nextDouble() < share ? 1 : 0, arm, level, age, sex});
        }
        return new People(rows, arms, levels);
    }

    private static List<People> trials(int arms) {
        return IntStream.range(0, 12)
                .mapToObj(seed -> trial(seed, arms, 2 + seed % 3))
                .toList();
    }

    private static double number(Quantity quantity) {
        assertThat(quantity).isInstanceOf(Quantity.Estimated.class);
        return ((Quantity.Estimated) quantity).value();
    }

    private static double[] numbers(Estimate estimate) {
        return new double[] {number(estimate.estimate()), number(estimate.lower()), number(estimate.upper())};
    }

    private static double statistic(TestResult test) {
        assertThat(test.pValue()).isInstanceOf(Quantity.Estimated.class);
        return test.statistic().getAsDouble();
    }

    private static void close(double[] got, double... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            assertThat(got[i]).isCloseTo(wanted[i], within(1e-9 * Math.max(1, Math.abs(wanted[i]))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void atOneLevelItIsTheEffectAmongEverybody(Kind kind) {
        for (int seed = 0; seed < 6; seed++) {
            LevelsData data = trial(seed, 3, 1).data();
            LevelEffects levels = kind.method.of(data);
            ArmContrasts everybody = kind.amongEverybody(data.data());
            close(numbers(levels.effect(0, 2, 0, 0.9)), numbers(everybody.estimate(2, 0, 0.9)));
            close(numbers(levels.effect(0, 1, 2, 0.95)), numbers(everybody.estimate(1, 2, 0.95)));
            assertThat(levels.test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
        }
    }

    @ParameterizedTest
    @EnumSource
    void swappingTheArmsMirrorsTheEffectsAndLeavesTheTest(Kind kind) {
        for (People people : trials(3)) {
            LevelEffects found = kind.method.of(people.data());
            double[] there = numbers(found.effect(1, 2, 1, 0.95));
            double[] back = numbers(found.effect(1, 1, 2, 0.95));
            close(
                    back,
                    kind.ratio
                            ? new double[] {1 / there[0], 1 / there[2], 1 / there[1]}
                            : new double[] {-there[0], -there[2], -there[1]});
            assertThat(statistic(found.test(1, 2))).isCloseTo(statistic(found.test(2, 1)), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfPeopleLevelsAndCovariatesChangesNothing(Kind kind) {
        for (People people : trials(2)) {
            int last = people.levels() - 1;
            List<double[]> shuffled = new ArrayList<>(people.rows());
            Collections.shuffle(shuffled, new Random(7));
            People other = new People(shuffled, 2, people.levels())
                    .with(row -> new double[] {row[0], row[1], last - row[2], row[4], row[3]});
            LevelEffects one = kind.method.of(people.data());
            LevelEffects two = kind.method.of(other.data());
            close(numbers(two.effect(last, 1, 0, 0.95)), numbers(one.effect(0, 1, 0, 0.95)));
            assertThat(statistic(two.test(1, 0))).isCloseTo(statistic(one.test(1, 0)), within(1e-8));
        }
    }

    /** What is the same of everybody, or within each level, is left out of the model. */
    @ParameterizedTest
    @EnumSource
    void aCovariateThatIsTheSameWithinLevelsChangesNothing(Kind kind) {
        for (People people : trials(3)) {
            LevelEffects without = kind.method.of(people.data());
            LevelEffects with = kind.method.of(
                    people.with(row -> new double[] {row[0], row[1], row[2], row[3], row[4], 7, row[2] * 3})
                            .data());
            assertThat(with.effect(1, 1, 0, 0.95)).isEqualTo(without.effect(1, 1, 0, 0.95));
            assertThat(with.test(1, 0)).isEqualTo(without.test(1, 0));
            assertThat(with.notes().aliased()).hasSize(2);
        }
    }

    /** Without a covariate that tells anything the tests are those of the cells alone; of means in two arms. */
    @Test
    void withoutCovariatesTheTestsAreThoseWithout() {
        for (People people : trials(2)) {
            LevelsData alone =
                    people.with(row -> new double[] {row[0], row[1], row[2], 1}).data();
            List<Stratum> strata = new ArrayList<>();
            List<SampleStratum> samples = new ArrayList<>();
            for (int level = 0; level < people.levels(); level++) {
                double[] group = outcomes(people, level, 1);
                double[] reference = outcomes(people, level, 0);
                strata.add(Stratum.of(
                        "" + level,
                        (int) Arrays.stream(group).sum(),
                        group.length,
                        (int) Arrays.stream(reference).sum(),
                        reference.length));
                samples.add(new SampleStratum("" + level, group, reference));
            }
            assertThat(statistic(LogisticLevels.of(alone).test(1, 0)))
                    .isCloseTo(statistic(LogisticLikelihoodRatio.of(new StratifiedTables(strata))), within(1e-9));
            TestResult wald = LinearLevels.of(alone).test(1, 0);
            TestResult without = LinearWald.of(new StratifiedSamples(samples));
            assertThat(statistic(wald)).isCloseTo(statistic(without), within(1e-9));
            assertThat(wald.df2()).isEqualTo(without.df2());
        }
    }

    private static double[] outcomes(People people, int level, int arm) {
        return people.where(row -> row[2] == level && row[1] == arm).column(0);
    }

    /** A zero cell is the limit of ever fewer: the tests of it are those of the others and that cell's own part. */
    @Test
    void aZeroCellLeavesTheOthersAndTheirTests() {
        People people = trial(3, 2, 3)
                .with(row -> row[1] == 0 && row[2] == 1 ? new double[] {0, row[1], row[2], row[3], row[4]} : row);
        LevelsData data = people.data();
        for (Kind kind : List.of(Kind.DIFFERENCES, Kind.RATIOS, Kind.ODDS)) {
            LevelEffects found = kind.method.of(data);
            assertThat(found.effect(1, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
            assertThat(number(found.effect(0, 1, 0, 0.95).estimate())).isFinite();
        }
        assertThat(statistic(StandardisedLevels.ofDifferences(data).test(1, 0))).isPositive();
        assertThat(StandardisedLevels.ofRatios(data).test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
        TestResult odds = LogisticLevels.of(data).test(1, 0);
        assertThat(odds.df()).hasValue(2);
        // The same model with the cell's people and a coefficient that is as good as endless.
        People almost = new People(new ArrayList<>(people.rows()), 2, 3);
        assertThat(statistic(odds))
                .isGreaterThan(statistic(
                        LogisticLevels.of(almost.where(row -> row[2] != 1).data())
                                .test(1, 0)));
    }

    @ParameterizedTest
    @EnumSource
    void levelsThatLackAnArmOrTellNothingAddNothing(Kind kind) {
        People people = trial(5, 2, 4);
        LevelEffects found = kind.method.of(people.where(row -> row[2] != 0 || row[1] == 1)
                .with(row -> row[2] == 3 ? new double[] {0, row[1], row[2], row[3], row[4]} : row)
                .data());
        TestResult test = found.test(1, 0);
        assertThat(test.df()).hasValue(1);
        assertThat(found.effect(0, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NOBODY_ASSESSED_IN_REFERENCE));
        if (kind != Kind.MEANS) {
            assertThat(found.effect(3, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        }
        assertThat(found.effect(2, 1, 0, 0.95).estimate()).isInstanceOf(Quantity.Estimated.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIFFERENCES", "RATIOS", "MEANS"})
    void aPersonAloneInAnArmAddsNothing(Kind kind) {
        int[] seen = {0};
        People people = trial(8, 2, 3).where(row -> row[2] != 0 || row[1] == 0 || seen[0]++ == 0);
        LevelEffects found = kind.method.of(people.data());
        assertThat(found.effect(0, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.FEWER_THAN_TWO));
        assertThat(found.test(1, 0).df()).hasValue(1);
    }

    @Test
    void covariatesThatSeparateLeaveNothingAndAreNamed() {
        LevelsData data = trial(2, 2, 2)
                .with(row -> new double[] {row[0], row[1], row[2], row[3], row[0]})
                .data();
        for (Kind kind : List.of(Kind.DIFFERENCES, Kind.RATIOS, Kind.ODDS)) {
            LevelEffects found = kind.method.of(data);
            assertThat(found.test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
            assertThat(found.effect(0, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
            assertThat(found.notes().separating())
                    .anyMatch(column -> column.name().equals("covariate 1"));
        }
        LevelEffects means = LinearLevels.of(data);
        assertThat(means.test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(means.effect(0, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void everyCellWithOneOutcomeLeavesNothing() {
        LevelsData data = trial(2, 2, 2)
                .with(row -> new double[] {row[1], row[1], row[2], row[3], row[4]})
                .data();
        for (Kind kind : List.of(Kind.DIFFERENCES, Kind.RATIOS, Kind.ODDS)) {
            assertThat(kind.method.of(data).test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
        }
    }

    /** The squared distance of two effects over its variance is the test of two levels, since one model gives both. */
    @Test
    void ofTwoLevelsTheTestOfMeansIsThatOfTheDifferenceOfTheirEffects() {
        for (int seed = 0; seed < 8; seed++) {
            People people = trial(seed, 2, 2);
            LevelEffects found = LinearLevels.of(people.data());
            double apart = number(found.effect(1, 1, 0, 0.95).estimate())
                    - number(found.effect(0, 1, 0, 0.95).estimate());
            // The product as a covariate of a model without levels apart: its coefficient over its error, squared.
            double[] product =
                    people.rows().stream().mapToDouble(row -> row[1] * row[2]).toArray();
            double[] again = product(people, product);
            assertThat(apart).isCloseTo(again[0], within(1e-9));
            assertThat(statistic(found.test(1, 0))).isCloseTo(again[1], within(1e-7));
        }
    }

    /** The coefficient of the product by least squares, and its square over the variance HC3, by plain matrices. */
    private static double[] product(People people, double[] product) {
        int n = product.length;
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = people.rows().get(i);
            x[i] = new double[] {1, row[1], row[2], row[3], row[4], product[i]};
        }
        RealMatrix design = new Array2DRowRealMatrix(x);
        RealMatrix inverse = new QRDecomposition(design.transpose().multiply(design))
                .getSolver()
                .getInverse();
        double[] b = inverse.multiply(design.transpose()).operate(people.column(0));
        double variance = 0;
        for (int i = 0; i < n; i++) {
            double[] hat = inverse.operate(x[i]);
            double fitted = 0;
            double leverage = 0;
            for (int j = 0; j < b.length; j++) {
                fitted += x[i][j] * b[j];
                leverage += x[i][j] * hat[j];
            }
            double residual = (people.rows().get(i)[0] - fitted) / (1 - leverage);
            variance += residual * residual * hat[5] * hat[5];
        }
        return new double[] {b[5], b[5] * b[5] / variance};
    }

    @Test
    void somebodyWhomACovariateFitsLeavesNoVarianceOfMeans() {
        int[] seen = {0};
        LevelsData data = trial(4, 2, 2)
                .with(row -> new double[] {row[0], row[1], row[2], row[3], seen[0]++ == 0 ? 1 : 0})
                .data();
        LevelEffects found = LinearLevels.of(data);
        assertThat(found.test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.LEVERAGE_ONE));
        assertThat(found.effect(0, 1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.LEVERAGE_ONE));
    }

    @Test
    void noMorePeopleThanCoefficientsLeaveNoMeans() {
        int[] seen = new int[4];
        People two = trial(4, 2, 2).where(row -> seen[(int) (2 * row[2] + row[1])]++ < 2);
        LevelEffects few = LinearLevels.of(
                two.with(row -> new double[] {row[0], row[1], row[2], row[3], row[3] * row[3], row[4], row[3] * row[4]})
                        .data());
        assertThat(few.test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.NO_RESIDUAL_DF));
        int[] again = new int[4];
        People one = two.where(row -> again[(int) (2 * row[2] + row[1])]++ < 1);
        assertThat(LinearLevels.of(one.data()).effect(0, 1, 0, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_RESIDUAL_DF));
    }

    @Test
    void nobodyAgainstEverybodyAtALevelHasNoVariance() {
        LevelsData data = trial(6, 2, 3)
                .with(row -> row[2] == 2 ? new double[] {row[1], row[1], row[2], row[3], row[4]} : row)
                .data();
        assertThat(StandardisedLevels.ofDifferences(data).test(1, 0))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(StandardisedLevels.ofDifferences(data).effect(2, 1, 0, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
    }

    @Test
    void anArmWithoutEventsAtAnyLevelHasNoCommonOddsRatio() {
        LevelsData data = trial(6, 2, 3)
                .with(row -> row[1] == 0 ? new double[] {0, row[1], row[2], row[3], row[4]} : row)
                .data();
        assertThat(LogisticLevels.of(data).test(1, 0)).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
    }

    @Test
    void refusesLevelsOfOtherPeople() {
        AdjustedData data = trial(1, 2, 2).data().data();
        assertThatThrownBy(() -> new LevelsData(data, new int[3], 2))
                .hasMessage("levels must be those of " + data.people() + " people, got 3");
        int[] levels = new int[data.people()];
        levels[4] = 2;
        assertThatThrownBy(() -> new LevelsData(data, levels, 2)).hasMessage("a level must be from 0 to 1, got 2");
    }

    @Test
    void refusesAConfidenceLevelThatIsNone() {
        for (Kind kind : Kind.values()) {
            assertThatThrownBy(() -> kind.method.of(trial(1, 2, 2).data()).effect(0, 1, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
