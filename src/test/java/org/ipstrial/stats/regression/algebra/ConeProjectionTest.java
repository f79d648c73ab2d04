package org.ipstrial.stats.regression.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.junit.jupiter.api.Test;

/** Remainders by hand and by trying every set of generators. */
class ConeProjectionTest {

    @Test
    void theQuarterPlaneLeavesWhatIsBelowZero() {
        double[][] quarter = {{1, 0}, {0, 1}};

        assertThat(remainder(quarter, 3, -2)).contains(new double[] {0, -2});
        assertThat(remainder(quarter, -3, -2)).contains(new double[] {-3, -2});
        assertThat(remainder(quarter, 3, 2)).isEmpty();
        assertThat(remainder(quarter, 0, 0)).isEmpty();
    }

    /** From (1, 0) the nearest point of the ray along (1, 1) is (1/2, 1/2). */
    @Test
    void aRayLeavesWhatIsAcrossIt() {
        assertThat(remainder(new double[][] {{1, 1}}, 1, 0).orElseThrow())
                .containsExactly(new double[] {0.5, -0.5}, within(1e-15));
    }

    /** Nothing is nearer to (0, 0, 1) than 0 in a cone that leans away from it; d is the vector as it was. */
    @Test
    void aConeThatLeansAwayLeavesAll() {
        assertThat(remainder(new double[][] {{1, 0, -1}, {0, 1, -0.5}}, 0, 0, 1).orElseThrow())
                .containsExactly(0, 0, 1);
    }

    /** A generator that is offered again, as rounding may, adds nothing: what was left is the answer. */
    @Test
    void aGeneratorThatIsThereAlreadyEndsTheSearch() {
        double[] ray = {1, 1};
        Optional<double[]> left = ConeProjection.remainder(direction -> Optional.of(ray), new double[] {1, 0});

        assertThat(left.orElseThrow()).containsExactly(new double[] {0.5, -0.5}, within(1e-15));
    }

    /** A generator that does not lean towards what is left cannot come nearer: it gets no factor and ends the search. */
    @Test
    void aGeneratorThatLeansAwayEndsTheSearch() {
        double[] away = {-1, 0};
        Optional<double[]> left = ConeProjection.remainder(direction -> Optional.of(away), new double[] {2, 1});

        assertThat(left.orElseThrow()).containsExactly(2, 1);
    }

    @Test
    void noSetOfGeneratorsComesNearer() {
        SplittableRandom random = new SplittableRandom(17);
        int inside = 0;
        for (int round = 0; round < 400; round++) {
            int p = 2 + random.nextInt(3);
            double[][] generators = new double[3 + random.nextInt(6)][p];
            for (double[] generator : generators) {
                Arrays.setAll(generator, j -> random.nextInt(-3, 4));
            }
            double[] target = new double[p];
            Arrays.setAll(target, j -> random.nextInt(-5, 6));
            double nearest = nearest(generators, target);
            Optional<double[]> left = remainder(generators, target);

            assertThat(left.map(ConeProjectionTest::length).orElse(0.0))
                    .as("round %s", round)
                    .isCloseTo(nearest, within(1e-12));
            if (left.isPresent()) {
                for (double[] generator : generators) {
                    assertThat(dot(generator, left.orElseThrow())).isLessThan(1e-12);
                }
            }
            inside += nearest < 1e-9 ? 1 : 0;
        }
        assertThat(inside).isBetween(40, 360);
    }

    /** How far a target is from the nearest point that some generators, all with factors not below 0, make. */
    private static double nearest(double[][] generators, double[] target) {
        double nearest = length(target);
        for (int set = 1; set < 1 << generators.length; set++) {
            List<double[]> chosen = new ArrayList<>();
            for (int k = 0; k < generators.length; k++) {
                if ((set >> k & 1) == 1) {
                    chosen.add(generators[k]);
                }
            }
            if (chosen.size() <= target.length) {
                nearest = Math.min(nearest, distance(chosen, target));
            }
        }
        return nearest;
    }

    private static double distance(List<double[]> chosen, double[] target) {
        Array2DRowRealMatrix columns = new Array2DRowRealMatrix(target.length, chosen.size());
        for (int k = 0; k < chosen.size(); k++) {
            columns.setColumn(k, chosen.get(k));
        }
        try {
            ArrayRealVector wanted = new ArrayRealVector(target);
            double[] factors = new QRDecomposition(columns, 1e-12)
                    .getSolver()
                    .solve(wanted)
                    .toArray();
            boolean inCone = Arrays.stream(factors).allMatch(factor -> factor >= 0);
            return inCone
                    ? wanted.subtract(columns.operate(new ArrayRealVector(factors)))
                            .getNorm()
                    : Double.POSITIVE_INFINITY;
        } catch (SingularMatrixException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static Optional<double[]> remainder(double[][] generators, double... target) {
        return ConeProjection.remainder(
                direction -> Arrays.stream(generators)
                        .filter(generator -> dot(generator, direction) > 1e-12)
                        .max((a, b) -> Double.compare(dot(a, direction), dot(b, direction))),
                target);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
