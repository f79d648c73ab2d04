package org.ipstrial.stats.regression.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;

class JointInformationTest {

    private static final double[] Y = {0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 1, 1, 0, 2, 2, 0, 1, 1, 2, 0};
    private static final double[] X = {
        1.5, 2.2, 3.1, 0.4, 1.9, 4.5, 2.8, 1.1, 2.0, 3.9, 3.3, 0.7, 1.2, 2.6, 5.1, 0.3, 2.4, 1.8, 3.6, 2.9
    };
    private static final double[] G = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};

    private final OrdinalData data = OrdinalData.of(new DesignMatrix(List.of("x", "g"), new double[][] {X, G}), Y);
    private final ProportionalOdds fitted = ProportionalOdds.of(data).ifFitted().orElseThrow();
    private final JointInformation information = JointInformation.of(data, fitted);

    /** R 4.2.2, MASS 7.3-58.2: vcov(polr(factor(y) ~ x + g, Hess = TRUE)), from differences of the slopes. */
    @Test
    void itsInverseIsTheCovarianceOfPolr() {
        double[][] expected = {
            {2.804196360, 3.340430903, 1.075791281, 1.341996450},
            {3.340430903, 4.907965045, 1.510249932, 1.640934431},
            {1.075791281, 1.510249932, 0.5299790452, 0.4292758792},
            {1.341996450, 1.640934431, 0.4292758792, 1.3505058727}
        };
        assertThat(fitted.cuts()).containsExactly(new double[] {3.56131239065, 6.37456601092}, within(2e-6));
        assertThat(fitted.coefficients()).containsExactly(new double[] {2.04619185697, 1.31489566121}, within(2e-6));
        for (int j = 0; j < 4; j++) {
            assertThat(inverse()[j]).containsExactly(expected[j], within(2e-5));
        }
    }

    /** The block of the coefficients in the inverse is the covariance that the fit gives by another way. */
    @Test
    void itsInverseHoldsTheCovarianceOfTheFit() {
        double[][] inverse = inverse();
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < 2; k++) {
                assertThat(inverse[2 + j][2 + k]).isCloseTo(fitted.covariance()[j][k], within(1e-12));
            }
        }
    }

    @Test
    void theRootTimesItsTransposeIsTheInverse() {
        double[][] inverse = inverse();
        double[][] product = new double[4][4];
        for (int k = 0; k < 4; k++) {
            double[] unit = new double[4];
            unit[k] = 1;
            double[] column = information.solveRoot(unit);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    product[i][j] += column[i] * column[j];
                }
            }
        }
        for (int i = 0; i < 4; i++) {
            assertThat(product[i]).containsExactly(inverse[i], within(1e-11));
        }
    }

    private double[][] inverse() {
        return new LUDecomposition(new Array2DRowRealMatrix(information.matrix()))
                .getSolver()
                .getInverse()
                .getData();
    }
}
