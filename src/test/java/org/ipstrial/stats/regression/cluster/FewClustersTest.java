package org.ipstrial.stats.regression.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.regression.ClusterData.DIETOX;
import static org.ipstrial.stats.regression.ClusterData.PETERSEN;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Offset;
import org.ipstrial.stats.regression.ClusterData;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Clusters;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.junit.jupiter.api.Test;

/**
 * The rows of the vectors for clusters: weight by time of 72 pigs, and Petersen's firms. R 4.2.2 with clubSandwich 0.5.8
 * ({@code vcovCR}, {@code coef_test}) and sandwich 3.0-2 ({@code vcovCL}), and mpmath 1.3.0 with 40 digits.
 */
class FewClustersTest {

    private static final Offset<Double> DIGITS = within(5e-14);
    private static final double[][] UNITS = {{1, 0}, {0, 1}};

    private static final FittedModel PIGS = ClusterData.linear(DIETOX.design("time"), DIETOX.column("weight"));
    private static final int[] PIG = DIETOX.cluster("pig");
    private static final FittedModel FIRMS = ClusterData.linear(PETERSEN.design("x"), PETERSEN.column("y"));

    @Test
    void errorsOfTheDietoxVectorAreThoseOfClubSandwich() {
        assertThat(errors(Clusters.CR0, PIGS, PIG))
                .containsExactly(new double[] {.5436846238025, .0801772963086}, DIGITS);
        assertThat(errors(Clusters.CR1, PIGS, PIG))
                .containsExactly(new double[] {.547500001305165, .080739950904967}, DIGITS);
        assertThat(errors(Clusters.CR1S, PIGS, PIG))
                .containsExactly(new double[] {.547818593128051, .0807869337142406}, DIGITS);
        assertThat(errors(ClusterCorrection.CR2, PIGS, PIG))
                .containsExactly(new double[] {.5474823051020, .0807490110648}, DIGITS);
        assertThat(errors(ClusterCorrection.CR3, PIGS, PIG))
                .containsExactly(new double[] {.5513065245273, .0813248174328}, DIGITS);
    }

    /** 40 digits; clubSandwich prints 70.983859736149 and 70.8674618061588 for CR2. */
    @Test
    void errorsAndDegreesOfFreedomAreThoseOfFortyDigits() {
        near(variance(ClusterCorrection.CR2, PIGS, PIG, 0), 0.54748230510199684, 70.983859736148953);
        near(variance(ClusterCorrection.CR2, PIGS, PIG, 1), 0.080749011064778845, 70.86746180615876);
        near(variance(ClusterCorrection.CR3, PIGS, PIG, 0), 0.5513065245273219, 70.98353429940251);
        near(variance(ClusterCorrection.CR3, PIGS, PIG, 1), 0.081324817432795424, 70.864799301559054);
    }

    /** {@code vcovCL(type = "HC0" to "HC3")}: HC0 and HC1 with the factor G/(G - 1), HC2 and HC3 of whole clusters. */
    @Test
    void errorsOfPetersensFirmsAreThoseOfSandwich() {
        int[] firm = PETERSEN.cluster("firm");
        int[] year = PETERSEN.cluster("year");
        assertThat(errors(Clusters.CR0, FIRMS, firm))
                .containsExactly(new double[] {0.0669389612153517, 0.0505400490605134}, DIGITS);
        assertThat(errors(Clusters.CR1, FIRMS, firm))
                .containsExactly(new double[] {0.0670060007526497, 0.0505906650462191}, DIGITS);
        assertThat(errors(Clusters.CR1S, FIRMS, firm))
                .containsExactly(new double[] {0.0670127036987728, 0.0505957258840296}, DIGITS);
        assertThat(errors(ClusterCorrection.CR2, FIRMS, firm))
                .containsExactly(new double[] {0.0670409371731422, 0.0506777667403127}, DIGITS);
        assertThat(errors(ClusterCorrection.CR3, FIRMS, firm))
                .containsExactly(new double[] {0.0671431477798571, 0.0508159663101462}, DIGITS);
        assertThat(errors(Clusters.CR1, FIRMS, year))
                .containsExactly(new double[] {0.0233843818440188, 0.0333855736856454}, DIGITS);
        assertThat(errors(Clusters.CR1S, FIRMS, year))
                .containsExactly(new double[] {0.0233867211009489, 0.0333889134119265}, DIGITS);
        assertThat(errors(ClusterCorrection.CR2, FIRMS, year))
                .containsExactly(new double[] {0.0233928142172267, 0.0333960820160147}, DIGITS);
        assertThat(errors(ClusterCorrection.CR3, FIRMS, year))
                .containsExactly(new double[] {0.0246676350036588, 0.035214204719004}, DIGITS);
    }

    /** Petersen MA (2009) prints what Stata gives: by firm .0670 and .0506, by year .0234 and .0334. */
    @Test
    void errorsOfPetersensFirmsAreThoseOfStata() {
        assertThat(errors(Clusters.CR1S, FIRMS, PETERSEN.cluster("firm")))
                .containsExactly(new double[] {.0670, .0506}, within(5e-5));
        assertThat(errors(Clusters.CR1S, FIRMS, PETERSEN.cluster("year")))
                .containsExactly(new double[] {.0234, .0334}, within(5e-5));
    }

    @Test
    void everybodyAClusterOfTheirOwnIsHc2AndHc3() {
        int[] own = IntStream.range(0, PIG.length).toArray();
        for (int j = 0; j < 2; j++) {
            assertThat(Math.sqrt(variance(ClusterCorrection.CR2, PIGS, own, j).variance()))
                    .isCloseTo(Heteroscedasticity.HC2.of(PIGS).orElseThrow().standardError(j), within(1e-14));
            assertThat(Math.sqrt(variance(ClusterCorrection.CR3, PIGS, own, j).variance()))
                    .isCloseTo(Heteroscedasticity.HC3.of(PIGS).orElseThrow().standardError(j), within(1e-14));
        }
    }

    @Test
    void neitherTheOrderOfTheRowsNorTheNumbersOfTheClustersShow() {
        ClusterData other = DIETOX.shuffled(3);
        FittedModel fit = ClusterData.linear(other.design("time"), other.column("weight"));
        int[] backwards = Arrays.stream(other.cluster("pig")).map(g -> 71 - g).toArray();
        ClusteredVariance expected = variance(ClusterCorrection.CR2, PIGS, PIG, 1);
        ClusteredVariance got = variance(ClusterCorrection.CR2, fit, backwards, 1);
        assertThat(got.variance()).isCloseTo(expected.variance(), within(1e-15));
        assertThat(got.df()).isCloseTo(expected.df(), within(1e-10));
    }

    /** With equal clusters wholly in one arm CR2 is the t test of the cluster means, as Bell and McCaffrey say. */
    @Test
    void armsOfWholeEqualClustersGiveTheStudentTestOfTheirMeans() {
        double[] means = {3, 7, 4, 9, 1, 2, 6, 8};
        int size = 5;
        double[] y = new double[means.length * size];
        double[] arm = new double[y.length];
        int[] cluster = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            cluster[i] = i / size;
            y[i] = means[cluster[i]] + (i % size) - 2;
            arm[i] = cluster[i] < 4 ? 1 : 0;
        }
        FittedModel fit = ClusterData.linear(DesignMatrix.intercept(y.length).with("arm", arm), y);
        ClusteredVariance found = variance(ClusterCorrection.CR2, fit, cluster, 1);

        // The sums of squares of 3 7 4 9 and of 1 2 6 8 about their means are 22.75 and 32.75.
        assertThat(found.variance()).isCloseTo((22.75 + 32.75) / 6 * (2 / 4.0), within(1e-13));
        assertThat(found.df()).isCloseTo(6, within(1e-12));
    }

    @Test
    void anArmThatIsOneClusterHasNoVariance() {
        double[] arm = {1, 1, 1, 0, 0, 0, 0, 0, 0};
        double[] y = {1, 2, 4, 3, 5, 7, 6, 8, 9};
        int[] cluster = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        FittedModel fit = ClusterData.linear(DesignMatrix.intercept(9).with("arm", arm), y);
        for (ClusterCorrection correction : ClusterCorrection.values()) {
            assertThat(FewClusters.of(fit, cluster, correction).variance(new double[] {0, 1}))
                    .isEmpty();
            assertThat(FewClusters.of(fit, new int[9], correction).variance(new double[] {0, 1}))
                    .isEmpty();
            assertThat(FewClusters.of(fit, cluster, correction).variance(new double[] {1, 0}))
                    .isPresent();
        }
    }

    /** A column for each cluster makes each tell of its own level alone; the arm is still told of by all. */
    @Test
    void columnsOfTheClustersThemselvesDoNoHarm() {
        double[] arm = {1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1};
        double[] y = {5, 1, 4, 2, 8, 6, 9, 3, 2, 7, 4, 4};
        int[] cluster = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        double[] one = Arrays.stream(cluster).mapToDouble(g -> g == 1 ? 1 : 0).toArray();
        double[] two = Arrays.stream(cluster).mapToDouble(g -> g == 2 ? 1 : 0).toArray();
        DesignMatrix design =
                DesignMatrix.intercept(12).with("arm", arm).with("1", one).with("2", two);
        FittedModel fit = ClusterData.linear(design, y);
        ClusteredVariance found = FewClusters.of(fit, cluster, ClusterCorrection.CR2)
                .variance(new double[] {0, 1, 0, 0})
                .orElseThrow();

        // Within each cluster the arms differ by 3, 4 and 2.5: less their mean 19/6 squared, over 3 times 2.
        assertThat(found.variance()).isCloseTo((1 / 36.0 + 25 / 36.0 + 16 / 36.0) / 6, within(1e-14));
        assertThat(found.df()).isCloseTo(2, within(1e-10));
    }

    /** The formula as it is written, with matrices of whole clusters and all pairs of them. */
    @Test
    void theFormulaAsWrittenGivesTheSame() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            int n = 25 + round;
            int[] cluster = new int[n];
            double[] x = new double[n];
            double[] z = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                cluster[i] = i < 6 ? i : random.nextInt(6);
                x[i] = random.nextInt(2);
                z[i] = random.nextGaussian();
                y[i] = x[i] + cluster[i] + random.nextGaussian();
            }
            FittedModel fit =
                    ClusterData.linear(DesignMatrix.intercept(n).with("x", x).with("z", z), y);
            for (ClusterCorrection correction : ClusterCorrection.values()) {
                ClusteredVariance expected = written(fit, cluster, correction == ClusterCorrection.CR2 ? -0.5 : -1);
                ClusteredVariance got = FewClusters.of(fit, cluster, correction)
                        .variance(new double[] {0, 1, 0})
                        .orElseThrow();
                assertThat(got.variance()).isCloseTo(expected.variance(), within(1e-9 * expected.variance()));
                assertThat(got.df()).isCloseTo(expected.df(), within(1e-8 * expected.df()));
            }
        }
    }

    private static ClusteredVariance written(FittedModel fit, int[] cluster, double power) {
        RealMatrix x = new Array2DRowRealMatrix(fit.design().columns()).transpose();
        RealMatrix inverse =
                new LUDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
        RealMatrix residual = MatrixUtils.createRealIdentityMatrix(cluster.length)
                .subtract(x.multiply(inverse).multiply(x.transpose()));
        int clusters = Arrays.stream(cluster).max().orElseThrow() + 1;
        double[][] p = new double[clusters][];
        double variance = 0;
        for (int g = 0; g < clusters; g++) {
            int own = g;
            int[] rows = IntStream.range(0, cluster.length)
                    .filter(i -> cluster[i] == own)
                    .toArray();
            int[] all = IntStream.range(0, cluster.length).toArray();
            EigenDecomposition eigen = new EigenDecomposition(residual.getSubMatrix(rows, rows));
            double[] powers = Arrays.stream(eigen.getRealEigenvalues())
                    .map(value -> Math.pow(value, power))
                    .toArray();
            RealMatrix a = eigen.getV()
                    .multiply(MatrixUtils.createRealDiagonalMatrix(powers))
                    .multiply(eigen.getVT());
            double[] weights = a.multiply(x.getSubMatrix(rows, new int[] {0, 1, 2}))
                    .multiply(inverse)
                    .getColumn(1);
            p[g] = residual.getSubMatrix(rows, all).transpose().operate(weights);
            double sum = 0;
            for (int k = 0; k < rows.length; k++) {
                sum += weights[k] * fit.scores()[rows[k]];
            }
            variance += sum * sum;
        }
        double trace = 0;
        double squares = 0;
        for (int g = 0; g < clusters; g++) {
            for (int h = 0; h < clusters; h++) {
                double product = MatrixUtils.createRealVector(p[g]).dotProduct(MatrixUtils.createRealVector(p[h]));
                trace += g == h ? product : 0;
                squares += product * product;
            }
        }
        return new ClusteredVariance(variance, trace * trace / squares);
    }

    private static void near(ClusteredVariance got, double error, double df) {
        assertThat(Math.sqrt(got.variance())).isCloseTo(error, within(1e-14));
        assertThat(got.df()).isCloseTo(df, within(1e-11));
    }

    private static double[] errors(Clusters type, FittedModel fit, int[] cluster) {
        return IntStream.range(0, 2)
                .mapToDouble(j -> type.of(fit, cluster).orElseThrow().standardError(j))
                .toArray();
    }

    private static double[] errors(ClusterCorrection correction, FittedModel fit, int[] cluster) {
        return IntStream.range(0, 2)
                .mapToDouble(
                        j -> Math.sqrt(variance(correction, fit, cluster, j).variance()))
                .toArray();
    }

    private static ClusteredVariance variance(ClusterCorrection correction, FittedModel fit, int[] cluster, int j) {
        return FewClusters.of(fit, cluster, correction).variance(UNITS[j]).orElseThrow();
    }
}
