package org.ipstrial.stats.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.junit.jupiter.api.Test;

/** Laws of the standardised differences of categories, on every small table. */
class BalanceTest {

    /** Every two arms of one to five people at three levels. */
    private static List<LevelCounts> everySmallTable() {
        List<int[]> arms = new ArrayList<>();
        for (int code = 1; code < 6 * 6 * 6; code++) {
            int[] arm = {code / 36, code / 6 % 6, code % 6};
            if (Arrays.stream(arm).sum() <= 5) {
                arms.add(arm);
            }
        }
        List<LevelCounts> tables = new ArrayList<>();
        arms.forEach(group -> arms.forEach(reference -> tables.add(new LevelCounts(group, reference))));
        return tables;
    }

    /** Yang and Dalton (2012), by a matrix and a generalised inverse, where T lies in the range of S. */
    @Test
    void isTheDistanceThatTheMatrixGives() {
        int seen = 0;
        for (LevelCounts table : everySmallTable()) {
            double[] p1 = shares(table.group());
            double[] p0 = shares(table.reference());
            RealVector difference = MatrixUtils.createRealVector(p1).subtract(MatrixUtils.createRealVector(p0));
            RealMatrix covariance = covariance(p1).add(covariance(p0)).scalarMultiply(0.5);
            RealMatrix inverse =
                    new SingularValueDecomposition(covariance).getSolver().getInverse();
            boolean inRange = covariance
                            .operate(inverse.operate(difference))
                            .subtract(difference)
                            .getNorm()
                    < 1e-9;
            Quantity computed = LevelDifference.of(table);
            String about = Arrays.toString(table.group()) + Arrays.toString(table.reference());

            if (covariance.getFrobeniusNorm() < 1e-12 && difference.getNorm() < 1e-12) {
                assertThat(computed).as(about).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
            } else if (inRange) {
                seen++;
                assertThat(computed.ifEstimated().orElseThrow())
                        .as(about)
                        .isCloseTo(Math.sqrt(difference.dotProduct(inverse.operate(difference))), within(1e-9));
            } else {
                assertThat(computed).as(about).isEqualTo(Quantity.notEstimable(Reason.NO_LEVEL_IN_COMMON));
            }
        }
        assertThat(seen).isGreaterThan(2_000);
    }

    @Test
    void neitherTheArmsChangedRoundNorTheOrderOfLevelsNorAnEmptyLevelMovesTheDistance() {
        for (LevelCounts table : everySmallTable()) {
            int[] g = table.group();
            int[] r = table.reference();
            Quantity computed = LevelDifference.of(table);

            assertThat(LevelDifference.of(new LevelCounts(r, g))).isEqualTo(computed);
            assertThat(LevelDifference.of(
                            new LevelCounts(new int[] {g[0], 0, g[1], g[2]}, new int[] {r[0], 0, r[1], r[2]})))
                    .isEqualTo(computed);
            assertAlike(
                    LevelDifference.of(new LevelCounts(new int[] {g[2], g[0], g[1]}, new int[] {r[2], r[0], r[1]})),
                    computed);
        }
    }

    @Test
    void twoLevelsAreTheAbsoluteDifferenceOfYesAndNo() {
        Tables.all(8).forEach(table -> {
            Quantity levels = LevelDifference.of(new LevelCounts(
                    new int[] {
                        table.group().events(), table.group().complement().events()
                    },
                    new int[] {
                        table.reference().events(),
                        table.reference().complement().events()
                    }));
            Quantity yesNo = YesNoDifference.of(table);
            assertAlike(levels, yesNo.ifEstimated().isPresent() ? Quantity.of(Math.abs(value(yesNo))) : yesNo);
        });
    }

    @Test
    void changingArmsRoundOrYesForNoTurnsTheSign() {
        Tables.all(8).forEach(table -> {
            Quantity computed = YesNoDifference.of(table);
            for (TwoByTwo other : List.of(table.swapped(), table.complement())) {
                Quantity turned = YesNoDifference.of(other);
                assertAlike(turned, computed.ifEstimated().isPresent() ? Quantity.of(0 - value(computed)) : computed);
            }
            assertAlike(YesNoDifference.of(table.swapped().complement()), computed);
        });
    }

    /** Neither 0 nor NaN nor infinite, but a reason. */
    @Test
    void aConstantHasNoDifference() {
        assertThat(YesNoDifference.of(TwoByTwo.of(0, 5, 0, 7))).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(YesNoDifference.of(TwoByTwo.of(5, 5, 7, 7))).isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(YesNoDifference.of(TwoByTwo.of(5, 5, 0, 7)))
                .isEqualTo(Quantity.notEstimable(Reason.NO_LEVEL_IN_COMMON));
        assertThat(LevelDifference.of(new LevelCounts(new int[] {0, 5, 0}, new int[] {0, 7, 0})))
                .isEqualTo(Quantity.notEstimable(Reason.NO_VARIANCE));
        assertThat(LevelDifference.of(new LevelCounts(new int[] {2, 2, 0}, new int[] {0, 0, 9})))
                .isEqualTo(Quantity.notEstimable(Reason.NO_LEVEL_IN_COMMON));
        assertThat(LevelDifference.of(new LevelCounts(new int[] {2, 1}, new int[] {4, 2})))
                .isEqualTo(Quantity.of(0));
    }

    @Test
    void armsAsLargeAsCanBeCountedAreCounted() {
        int most = Integer.MAX_VALUE;
        assertThat(value(LevelDifference.of(new LevelCounts(new int[] {most, most}, new int[] {most, most}))))
                .isZero();
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelCounts(new int[] {1, 2}, new int[] {1}))
                .withMessage("both arms must have the same levels, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelCounts(new int[] {1, 2}, new int[] {0, 0}))
                .withMessage("an arm must have at least one person and no negative count, got [0, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LevelCounts(new int[] {-1, 2}, new int[] {1, 1}))
                .withMessage("an arm must have at least one person and no negative count, got [-1, 2]");
    }

    private static void assertAlike(Quantity one, Quantity other) {
        if (other.ifEstimated().isEmpty()) {
            assertThat(one).isEqualTo(other);
        } else {
            assertThat(value(one)).isCloseTo(value(other), within(1e-12));
        }
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }

    private static double[] shares(int[] arm) {
        double total = Arrays.stream(arm).sum();
        return Arrays.stream(arm).mapToDouble(count -> count / total).toArray();
    }

    private static RealMatrix covariance(double[] shares) {
        RealVector p = MatrixUtils.createRealVector(shares);
        return MatrixUtils.createRealDiagonalMatrix(shares).subtract(p.outerProduct(p));
    }
}
