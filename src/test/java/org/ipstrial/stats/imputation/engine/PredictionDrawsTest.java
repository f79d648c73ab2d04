package org.ipstrial.stats.imputation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.resampling.RandomStreams;
import org.junit.jupiter.api.Test;

/**
 * Amounts that are drawn, by matrix algebra at the random numbers of the same stream: sigma* = sqrt(q / g), b* = b + sigma* R^-1 z
 * with the Cholesky root R of X'X, then noise or donors.
 */
class PredictionDrawsTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20120101, List.of("predictions"));
    private static final int N = 30;
    private static final double[] AGE =
            IntStream.range(0, N).mapToDouble(i -> 20 + i * 17 % 31).toArray();
    private static final double[] HOURS =
            IntStream.range(0, N).mapToDouble(i -> i * i % 23 / 4.0).toArray();
    private static final double[] PAY = IntStream.range(0, N)
            .mapToDouble(i -> 100 + 3 * AGE[i] - 7 * HOURS[i] + 20 * StrictMath.sin(5 * i) + i / 1e3)
            .toArray();
    private static final double[][] MISSING = {{1, 1, 1, 1, 1}, {33, 20, 48, 80, 5}, {2, 5, 0, 1, 3}};
    private static final DrawData DATA =
            new DrawData(PAY, DesignMatrix.intercept(N).with("age", AGE).with("hours", HOURS), MISSING);

    private static final RealMatrix X = new Array2DRowRealMatrix(DATA.observed().columns()).transpose();
    private static final RealMatrix XX = X.transpose().multiply(X);
    private static final RealVector B =
            new LUDecomposition(XX).getSolver().solve(X.transpose().operate(new ArrayRealVector(PAY)));
    private static final double[] PREDICTED = X.operate(B).toArray();

    private static Variates random(int replicate) {
        return new Variates(STREAMS.replicate(replicate));
    }

    private static Drawn.Values values(Drawn drawn) {
        return (Drawn.Values) drawn;
    }

    /** The spread drawn. */
    private static double sigma(Variates random) {
        double squares = new ArrayRealVector(PAY)
                .subtract(new ArrayRealVector(PREDICTED))
                .getNorm();
        return Math.sqrt(squares * squares / random.chiSquared(N - 3));
    }

    /** What is predicted of the missing with coefficients that are drawn. */
    private static double[] predicted(double sigma, Variates random) {
        RealMatrix root = new CholeskyDecomposition(XX).getLT();
        RealVector moved = new LUDecomposition(root).getSolver().solve(new ArrayRealVector(random.normals(3)));
        return new Array2DRowRealMatrix(MISSING)
                .transpose()
                .operate(B.add(moved.mapMultiply(sigma)))
                .toArray();
    }

    /** People in the order of how near what is predicted of them is. */
    private static List<Integer> nearest(double wanted) {
        return IntStream.range(0, N)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(PREDICTED[i] - wanted)))
                .toList();
    }

    @Test
    void normalDrawsAreThePredictionAndNoise() {
        for (int replicate = 0; replicate < 20; replicate++) {
            Variates random = random(replicate);
            double sigma = sigma(random);
            double[] expected = predicted(sigma, random);
            for (int i = 0; i < expected.length; i++) {
                expected[i] += sigma * random.normal();
            }

            assertThat(values(NormalDraw.of(DATA, random(replicate))).values()).containsExactly(expected, within(1e-9));
        }
    }

    /** No two of the amounts are equal, so that a value names its donor: one of the five nearest, whose distances add up. */
    @Test
    void matchedValuesAreThoseOfOneOfTheFiveNearest() {
        double least = Arrays.stream(PREDICTED).min().orElseThrow();
        double most = Arrays.stream(PREDICTED).max().orElseThrow();
        boolean[] places = new boolean[5];
        for (int replicate = 0; replicate < 100; replicate++) {
            Variates random = random(replicate);
            double[] wanted = predicted(sigma(random), random);
            Drawn.Values drawn = values(PredictiveMeanMatching.of(DATA, random(replicate)));
            double pull = 0;
            int beyond = 0;
            for (int i = 0; i < wanted.length; i++) {
                double value = drawn.values()[i];
                int donor = IntStream.range(0, N)
                        .filter(k -> PAY[k] == value)
                        .findFirst()
                        .orElseThrow();
                places[nearest(wanted[i]).indexOf(donor)] = true;
                pull += PREDICTED[donor] - wanted[i];
                beyond += wanted[i] < least || wanted[i] > most ? 1 : 0;
            }
            DonorReach reach = drawn.donors().orElseThrow();
            assertThat(reach.pull()).isCloseTo(pull, within(1e-8));
            assertThat(reach.beyond()).isEqualTo(beyond);
            assertThat(drawn.augmented()).isFalse();
        }
        assertThat(places).containsOnly(true);
    }

    /** With the leverage by the inverse of X'X. */
    @Test
    void localDrawsAreThePredictionAndTheResidualOfOneOfTheFiveNearest() {
        RealMatrix inverse = new LUDecomposition(XX).getSolver().getInverse();
        boolean[] places = new boolean[5];
        for (int replicate = 0; replicate < 100; replicate++) {
            Variates random = random(replicate);
            double[] wanted = predicted(sigma(random), random);
            Drawn.Values drawn = values(LocalResidualDraw.of(DATA, random(replicate)));
            for (int i = 0; i < wanted.length; i++) {
                double residual = drawn.values()[i] - wanted[i];
                List<Integer> nearest = nearest(wanted[i]).subList(0, 5);
                int place = IntStream.range(0, 5)
                        .filter(k -> {
                            int donor = nearest.get(k);
                            RealVector row = X.getRowVector(donor);
                            double leverage = row.dotProduct(inverse.operate(row));
                            return Math.abs((PAY[donor] - PREDICTED[donor]) / Math.sqrt(1 - leverage) - residual)
                                    < 1e-8;
                        })
                        .findFirst()
                        .orElseThrow();
                places[place] = true;
            }
            assertThat(drawn.donors()).isEmpty();
        }
        assertThat(places).containsOnly(true);
    }

    /** y = 5 + 3 (x - 1000) without noise: the normal equations alone are 6e-14 off, of which one improvement leaves nothing. */
    @Test
    void columnsFarFromZeroKeepTheirDigits() {
        double[] x = IntStream.range(0, 60).mapToDouble(i -> 1000 + i * 17 % 31).toArray();
        double[] y = Arrays.stream(x).map(v -> 5 + 3 * (v - 1000)).toArray();
        DesignMatrix design = DesignMatrix.intercept(60).with("x", x);
        double[] b =
                LinearPosterior.of(design, y, Triangle.of(design.columns())).coefficients();

        assertThat(b[1]).isCloseTo(3, within(1e-14));
        assertThat(b[0]).isCloseTo(-2995, within(1e-11));
    }

    /** Two together add up; a share of them is divided. */
    @Test
    void reachesAddUp() {
        assertThat(new DonorReach(4, 2).and(new DonorReach(-1, 3))).isEqualTo(new DonorReach(3, 5));
        assertThat(new DonorReach(3, 5).over(2)).isEqualTo(new DonorReach(1.5, 2.5));
    }
}
