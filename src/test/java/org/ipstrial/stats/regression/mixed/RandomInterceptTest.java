package org.ipstrial.stats.regression.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.regression.ClusterData.DIETOX;
import static org.ipstrial.stats.regression.ClusterData.DYESTUFF;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.ClusterData;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;

/** R 4.2.2 with lme4 1.1.31 and nlme 3.1-162, mpmath 1.3.0 with 40 digits, and sums of squares by hand. */
class RandomInterceptTest {

    private static final DesignMatrix ONES = DesignMatrix.intercept(30);

    private static RandomIntercept.Fitted dyestuff() {
        return (RandomIntercept.Fitted) RandomIntercept.of(ONES, DYESTUFF.column("yield"), DYESTUFF.cluster("batch"));
    }

    /**
     * {@code lmer(Yield ~ 1 + (1 | Batch))} prints 1527.5, se 19.3834121788, sd 42.0005953104 and 49.5100999656, logLik
     * -159.8271384211. Its search stops early: the batches are equal, so that the mean square within is exactly 2451.25 and
     * its root 49.5100999797; the tolerance here is how far lme4 is off.
     */
    @Test
    void theDyestuffVectorIsThatOfLme4() {
        RandomIntercept.Fitted fit = dyestuff();

        assertThat(fit.model().coefficients()[0]).isCloseTo(1527.5, within(1e-10));
        assertThat(fit.model().modelCovariance().standardError(0)).isCloseTo(19.3834121788, within(3e-8));
        assertThat(Math.sqrt(fit.between())).isCloseTo(42.0005953104, within(8e-8));
        assertThat(Math.sqrt(fit.within())).isCloseTo(49.5100999656, within(2e-8));
        assertThat(fit.logLikelihood()).isCloseTo(-159.8271384211, within(5e-11));
    }

    /** Of equal clusters REML is the analysis of variance: mean squares 11271.5 between and 2451.25 within six batches of 5. */
    @Test
    void theDyestuffVectorIsThatOfTheAnalysisOfVariance() {
        RandomIntercept.Fitted fit = dyestuff();

        assertThat(fit.within()).isCloseTo(2451.25, within(1e-9));
        assertThat(fit.between()).isCloseTo((11271.5 - 2451.25) / 5, within(1e-8));
        assertThat(fit.model().modelCovariance().standardError(0)).isCloseTo(Math.sqrt(11271.5 / 30), within(1e-11));
        assertThat(fit.ratio()).isCloseTo(0.71965323814380418, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-159.82713842112873, within(1e-11));
    }

    /** {@code lmer(Weight ~ Cu + Time + (1 | Pig))}; 40 digits. */
    @Test
    void pigsOnThreeDosesAreThoseOfFortyDigits() {
        RandomIntercept.Fitted fit = pigs(DIETOX);

        assertThat(fit.ratio()).isCloseTo(3.5488846514393497, within(1e-11));
        assertThat(Math.sqrt(fit.between())).isCloseTo(6.3513693687816044, within(1e-11));
        assertThat(Math.sqrt(fit.within())).isCloseTo(3.3714865254093521, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-2400.798348359257, within(1e-9));
        assertThat(fit.model().coefficients()[2]).isCloseTo(1.7735078584919796, within(1e-12));
        assertThat(fit.model().modelCovariance().standardError(2)).isCloseTo(1.8750639862616216, within(1e-12));
    }

    @Test
    void theOrderOfTheRowsDoesNotShow() {
        assertThat(pigs(DIETOX.shuffled(5)).ratio()).isCloseTo(pigs(DIETOX).ratio(), within(1e-11));
    }

    private static RandomIntercept.Fitted pigs(ClusterData data) {
        int[] dose = data.cluster("copper");
        double[] low = new double[dose.length];
        double[] high = new double[dose.length];
        for (int i = 0; i < dose.length; i++) {
            low[i] = dose[i] == 1 ? 1 : 0;
            high[i] = dose[i] == 2 ? 1 : 0;
        }
        DesignMatrix design = DesignMatrix.intercept(dose.length)
                .with("low", low)
                .with("high", high)
                .with("time", data.column("time"));
        return (RandomIntercept.Fitted) RandomIntercept.of(design, data.column("weight"), data.cluster("pig"));
    }

    /** Batches less alike than chance would have it: no ratio above 0 is likelier, and the model is that of least squares. */
    @Test
    void clustersThatAreTooMuchAlikeHaveARatioOfZero() {
        double[] y = {1, 5, 9, 2, 5, 8, 0, 5, 10};
        RandomIntercept.Fitted fit = (RandomIntercept.Fitted)
                RandomIntercept.of(DesignMatrix.intercept(9), y, new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2});
        assertThat(fit.ratio()).isZero();
        assertThat(fit.between()).isZero();
        assertThat(fit.model().coefficients()[0]).isCloseTo(5, within(1e-14));
        assertThat(fit.within()).isCloseTo(100 / 8.0, within(1e-12));
    }

    /** The likelihood with the whole covariance matrix is nowhere higher, and the same at the end. */
    @Test
    void theLikelihoodAsWrittenIsHighestThere() {
        Random random = new Random(19);
        for (int round = 0; round < 15; round++) {
            int n = 24 + round;
            int[] cluster = new int[n];
            double[] x = new double[n];
            double[] y = new double[n];
            double[] effect = new double[5];
            for (int g = 0; g < 5; g++) {
                effect[g] = random.nextGaussian() * round / 5;
            }
            for (int i = 0; i < n; i++) {
                cluster[i] = i < 5 ? i : random.nextInt(5);
                x[i] = random.nextGaussian() + cluster[i];
                y[i] = 2 * x[i] + effect[cluster[i]] + random.nextGaussian();
            }
            DesignMatrix design = DesignMatrix.intercept(n).with("x", x);
            RandomIntercept.Fitted fit = (RandomIntercept.Fitted) RandomIntercept.of(design, y, cluster);
            double reached = written(design, y, cluster, fit.ratio());
            assertThat(fit.logLikelihood()).isCloseTo(reached, within(1e-9));
            for (double ratio = 0; ratio < 50; ratio += 0.05 + ratio / 10) {
                assertThat(written(design, y, cluster, ratio)).isLessThanOrEqualTo(reached + 1e-10);
            }
        }
    }

    private static double written(DesignMatrix design, double[] y, int[] cluster, double ratio) {
        int n = y.length;
        RealMatrix v = MatrixUtils.createRealIdentityMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                v.addToEntry(i, j, cluster[i] == cluster[j] ? ratio : 0);
            }
        }
        LUDecomposition lu = new LUDecomposition(v);
        RealMatrix inverse = lu.getSolver().getInverse();
        RealMatrix x = new Array2DRowRealMatrix(design.columns()).transpose();
        RealMatrix outcome = new Array2DRowRealMatrix(y);
        LUDecomposition m = new LUDecomposition(x.transpose().multiply(inverse).multiply(x));
        RealMatrix b = m.getSolver().solve(x.transpose().multiply(inverse).multiply(outcome));
        RealMatrix rest = outcome.subtract(x.multiply(b));
        double q = rest.transpose().multiply(inverse).multiply(rest).getEntry(0, 0);
        double df = n - 2;
        return -(df * (Math.log(2 * Math.PI * q / df) + 1)
                        + Math.log(lu.getDeterminant())
                        + Math.log(m.getDeterminant()))
                / 2;
    }

    /**
     * Three clusters with the four rows x, z = -1, 1 each, the outcome x + 2 z + (0, 3, 9) of the cluster + (1, -1, 2) x z,
     * which neither column nor cluster tells of: 24 within on 12 - 3 - 2 degrees of freedom, and 168 between on 2.
     */
    @Test
    void threeClustersWithTwoColumnsByHand() {
        double[] level = {0, 3, 9};
        double[] rest = {1, -1, 2};
        int[] cluster = new int[12];
        double[] x = new double[12];
        double[] z = new double[12];
        double[] y = new double[12];
        for (int i = 0; i < 12; i++) {
            int g = i / 4;
            cluster[i] = g;
            x[i] = i % 2 == 0 ? -1 : 1;
            z[i] = i / 2 % 2 == 0 ? -1 : 1;
            y[i] = x[i] + 2 * z[i] + level[g] + rest[g] * x[i] * z[i];
        }
        RandomIntercept.Fitted fit = (RandomIntercept.Fitted)
                RandomIntercept.of(DesignMatrix.intercept(12).with("x", x).with("z", z), y, cluster);

        assertThat(fit.within()).isCloseTo(24 / 7.0, within(1e-13));
        assertThat(fit.between()).isCloseTo((84 - 24 / 7.0) / 4, within(1e-12));
        assertThat(fit.ratio()).isCloseTo(47 / 8.0, within(1e-12));
        assertThat(fit.model().coefficients()).containsExactly(new double[] {4, 1, 2}, within(1e-13));
        assertThat(fit.model().modelCovariance().standardError(0)).isCloseTo(Math.sqrt(84 / 12.0), within(1e-12));
    }

    /** The ratio would be some 1e18; the likelihood is looked at up to n r = 1e8, n = 2 rows of a cluster. */
    @Test
    void rowsThatHardlyDifferHaveTheLargestRatioThatIsLookedAt() {
        double[] y = {0, 0x1p-20, 1000, 1000 + 0x1p-20, 3000, 3000 + 0x1p-20};
        RandomIntercept.Fitted fit =
                (RandomIntercept.Fitted) RandomIntercept.of(DesignMatrix.intercept(6), y, new int[] {0, 0, 1, 1, 2, 2});

        assertThat(fit.ratio()).isEqualTo(0.5e8);
    }

    /** Outcomes that a column tells but for rounding, whatever their unit, leave no variance, though every mean is 0. */
    @Test
    void whatRoundingLeavesIsNoVariance() {
        double[] x = {-1, 1, -2, 2, -1, 1, -3, 3};
        DesignMatrix design = DesignMatrix.intercept(8).with("x", x);
        for (double unit : new double[] {1e-6, 1, 1e6}) {
            assertThat(RandomIntercept.of(
                            design,
                            java.util.Arrays.stream(x).map(v -> v * unit / 3).toArray(),
                            new int[] {0, 0, 0, 0, 1, 1, 1, 1}))
                    .isEqualTo(new RandomIntercept.Unfitted(Reason.NO_VARIANCE));
        }
    }

    @Test
    void saysWhatLeavesNoModel() {
        DesignMatrix four = DesignMatrix.intercept(4);
        assertThat(RandomIntercept.of(four, new double[] {1, 2, 3, 4}, new int[4]))
                .isEqualTo(new RandomIntercept.Unfitted(Reason.FEWER_THAN_TWO_CLUSTERS));
        assertThat(RandomIntercept.of(four, new double[] {1, 2, 3, 4}, new int[] {0, 1, 2, 3}))
                .isEqualTo(new RandomIntercept.Unfitted(Reason.NO_CLUSTER_OF_TWO));
        assertThat(RandomIntercept.of(four, new double[] {1, 1, 4, 4}, new int[] {0, 0, 1, 1}))
                .isEqualTo(new RandomIntercept.Unfitted(Reason.NO_VARIANCE));
        assertThat(RandomIntercept.of(
                        four.with("arm", new double[] {0, 0, 1, 1}), new double[] {1, 2, 4, 4}, new int[] {0, 0, 1, 1}))
                .isEqualTo(new RandomIntercept.Unfitted(Reason.ONE_CLUSTER_ALONE));
        DesignMatrix full = four.with("a", new double[] {0, 1, 0, 0})
                .with("b", new double[] {0, 0, 1, 0})
                .with("c", new double[] {0, 0, 0, 1});
        assertThat(RandomIntercept.of(full, new double[] {1, 2, 4, 4}, new int[] {0, 0, 1, 1}))
                .isEqualTo(new RandomIntercept.Unfitted(Reason.NO_RESIDUAL_DF));
    }
}
