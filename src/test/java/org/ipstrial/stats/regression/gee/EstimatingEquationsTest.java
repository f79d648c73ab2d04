package org.ipstrial.stats.regression.gee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ipstrial.stats.regression.ClusterData.DIETOX;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.ClusterData;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.junit.jupiter.api.Test;

/** R 4.2.2 with geepack 1.3.9, and mpmath 1.3.0 with 40 digits. */
class EstimatingEquationsTest {

    private static EstimatingEquations.Solved pigs(ClusterData data) {
        DesignMatrix design = data.design("time");
        double[] weight = data.column("weight");
        return (EstimatingEquations.Solved) EstimatingEquations.of(
                MeanModel.IDENTITY,
                ModelData.of(design, weight),
                ClusterData.linear(design, weight),
                data.cluster("pig"));
    }

    /** {@code geeglm(Weight ~ Time, id = Pig, corstr = "exchangeable")}. */
    @Test
    void theDietoxVectorIsThatOfGeepack() {
        EstimatingEquations.Solved solved = pigs(DIETOX);

        assertThat(solved.coefficients())
                .containsExactly(new double[] {15.7235230125068, 6.9425050181900}, within(1e-12));
        assertThat(solved.covariance().standardError(0)).isCloseTo(.5458907162691, within(1e-12));
        assertThat(solved.covariance().standardError(1)).isCloseTo(.0796166976166, within(1e-13));
        assertThat(solved.correlation()).isCloseTo(.7803739827344, within(1e-13));
        assertThat(solved.dispersion()).isCloseTo(51.2622359568192, within(1e-11));
    }

    @Test
    void theDietoxVectorIsThatOfFortyDigits() {
        EstimatingEquations.Solved solved = pigs(DIETOX);

        assertThat(solved.coefficients())
                .containsExactly(new double[] {15.723523012506799, 6.9425050181899617}, within(1e-13));
        assertThat(solved.covariance().standardError(0)).isCloseTo(0.54589071626910355, within(1e-14));
        assertThat(solved.covariance().standardError(1)).isCloseTo(0.079616697616601764, within(1e-15));
        assertThat(solved.correlation()).isCloseTo(0.78037398273439873, within(1e-14));
    }

    @Test
    void theOrderOfTheRowsDoesNotShow() {
        assertThat(pigs(DIETOX.shuffled(11)).coefficients())
                .containsExactly(pigs(DIETOX).coefficients(), within(1e-13));
    }

    /** geepack gives the correlation of low birth weight within ages -0.0365711415716133, 40 digits -0.0365711415716134. */
    @Test
    void theCorrelationOfAYesNoOutcomeCanBeBelowZero() {
        DesignMatrix design = Birthwt.design("smoke", "lwt", "race2", "race3");
        ModelData data = ModelData.of(design, Birthwt.column("low"));
        FittedModel start =
                GeneralisedLinearModel.of(Logistic.RESPONSE, data).ifFitted().orElseThrow();
        EstimatingEquations.Solved solved =
                (EstimatingEquations.Solved) EstimatingEquations.of(MeanModel.LOGIT, data, start, ages());

        assertThat(solved.correlation()).isCloseTo(-0.0365711415716134, within(1e-14));
    }

    private static int[] ages() {
        double[] age = Birthwt.column("age");
        double[] distinct = Arrays.stream(age).distinct().sorted().toArray();
        return Arrays.stream(age)
                .mapToInt(a -> Arrays.binarySearch(distinct, a))
                .toArray();
    }

    /** Two people a cluster, y by arm: all sums by hand. */
    @Test
    void pairsByHand() {
        double[] y = {1, 3, 2, 6, 4, 8};
        int[] cluster = {0, 0, 1, 1, 2, 2};
        DesignMatrix ones = DesignMatrix.intercept(6);
        EstimatingEquations.Solved solved = (EstimatingEquations.Solved)
                EstimatingEquations.of(MeanModel.IDENTITY, ModelData.of(ones, y), ClusterData.linear(ones, y), cluster);

        // The mean is 4; residuals -3 -1, -2 2, 0 4: squares sum to 34, products of pairs to 3 - 4 + 0.
        assertThat(solved.coefficients()[0]).isCloseTo(4, within(1e-14));
        assertThat(solved.dispersion()).isCloseTo(34 / 6.0, within(1e-13));
        assertThat(solved.correlation()).isCloseTo(-1 / 3.0 / (34 / 6.0), within(1e-14));
        // Sums of residuals -4, 0, 4 of six people.
        assertThat(solved.covariance().standardError(0)).isCloseTo(Math.sqrt(32) / 6, within(1e-14));
    }

    @Test
    void nobodyWithCompanyTellsOfNoCorrelation() {
        double[] y = {1, 3, 2};
        DesignMatrix ones = DesignMatrix.intercept(3);
        assertThat(EstimatingEquations.of(
                        MeanModel.IDENTITY,
                        ModelData.of(ones, y),
                        ClusterData.linear(ones, y),
                        IntStream.range(0, 3).toArray()))
                .isEqualTo(new EstimatingEquations.Unsolved(Reason.NO_CLUSTER_OF_TWO));
    }

    @Test
    void clustersWhosePeopleAreExactlyAlikeHaveNoCovariance() {
        double[] y = {1, 1, 3, 3};
        DesignMatrix ones = DesignMatrix.intercept(4);
        assertThat(EstimatingEquations.of(
                        MeanModel.IDENTITY, ModelData.of(ones, y), ClusterData.linear(ones, y), new int[] {0, 0, 1, 1}))
                .isEqualTo(new EstimatingEquations.Unsolved(Reason.WORKING_CORRELATION));
        assertThat(EstimatingEquations.of(
                        MeanModel.IDENTITY,
                        ModelData.of(ones, new double[] {2, 2, 2, 2}),
                        ClusterData.linear(ones, new double[] {2, 2, 2, 2}),
                        new int[] {0, 0, 1, 1}))
                .isEqualTo(new EstimatingEquations.Unsolved(Reason.NO_VARIANCE));
    }
}
