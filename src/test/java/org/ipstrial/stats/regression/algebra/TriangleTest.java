package org.ipstrial.stats.regression.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A line through four points: {@code X'X} has the rows 4 6 and 6 14, and the determinant 20. */
class TriangleTest {

    private static final double[][] COLUMNS = {{1, 1, 1, 1}, {0, 1, 2, 3}};
    private static final Triangle PLAIN = Triangle.of(COLUMNS);
    private static final Triangle EXTENDED = LeastSquares.of(
                    List.of(ExtendedColumn.ofDecimals(COLUMNS[0]), ExtendedColumn.ofDecimals(COLUMNS[1])),
                    ExtendedColumn.ofDecimals(new double[] {1, 0, 0, 0}))
            .triangle();

    @Test
    void itsSquareIsThatOfTheMatrix() {
        for (Triangle r : List.of(PLAIN, EXTENDED)) {
            assertThat(r.size()).isEqualTo(2);
            assertThat(r.get(1, 0)).isZero();
            assertThat(r.get(0, 0) * r.get(0, 0)).isCloseTo(4, within(1e-14));
            assertThat(r.get(0, 0) * r.get(0, 1)).isCloseTo(6, within(1e-14));
            assertThat(r.get(0, 1) * r.get(0, 1) + r.get(1, 1) * r.get(1, 1)).isCloseTo(14, within(1e-14));
            assertThat(r.logDeterminant()).isCloseTo(Math.log(20), within(1e-14));
        }
        assertThat(PLAIN.isExtended()).isFalse();
        assertThat(EXTENDED.isExtended()).isTrue();
    }

    /** 1 + 2 x at the four points is 1 3 5 7, whose squares sum to 84. */
    @Test
    void aProductIsAsLongAsThatOfTheMatrixAndIsUndoneBySolving() {
        double[] x = {1, 2};
        for (Triangle r : List.of(PLAIN, EXTENDED)) {
            double[] product = r.times(x);
            assertThat(product[0] * product[0] + product[1] * product[1]).isCloseTo(84, within(1e-13));
            assertThat(r.solve(product)).containsExactly(x, within(1e-14));
        }
    }

    /** X'X x = (10, 20) has the solution (1, 1). */
    @Test
    void bothSolutionsAfterEachOtherSolveTheNormalEquations() {
        for (Triangle r : List.of(PLAIN, EXTENDED)) {
            assertThat(r.solve(r.solveTransposed(new double[] {10, 20})))
                    .containsExactly(new double[] {1, 1}, within(1e-14));
        }
    }

    /** A weight counts a row that often: (1, 3, 1, 1) is six rows, whose x sum to 8 and their squares to 16. */
    @Test
    void aWeightIsARowThatManyTimes() {
        Triangle r = Triangle.weighted(COLUMNS, new double[] {1, 3, 1, 1});

        assertThat(r.get(0, 0) * r.get(0, 0)).isCloseTo(6, within(1e-14));
        assertThat(r.get(0, 0) * r.get(0, 1)).isCloseTo(8, within(1e-14));
        assertThat(r.logDeterminant()).isCloseTo(Math.log(6 * 16 - 8 * 8), within(1e-14));
    }
}
