package org.ipstrial.stats.adjusted.odds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.regression.Birthwt;
import org.junit.jupiter.api.Test;

/** Whether one odds ratio is fair for all levels, of models with covariates and without. */
class ProportionalityTest {

    private static final List<String> ARMS = List.of("no", "yes");

    private static int[] places(String column) {
        return Arrays.stream(Birthwt.column(column)).mapToInt(v -> (int) v).toArray();
    }

    private static AdjustedData data(double[] outcome, String arm, String... covariates) {
        return AdjustedData.of(
                outcome,
                places(arm),
                ARMS,
                List.of(covariates),
                Arrays.stream(covariates).map(Birthwt::column).toArray(double[][]::new));
    }

    /** R 4.2.2, Brant's formulas by glm.fit at each cut: the same numbers as in the reference values. */
    @Test
    void needsNoCovariates() {
        TestResult test =
                Proportionality.of(data(Birthwt.column("visits"), "smoke")).test();
        assertThat(test.statistic().orElseThrow()).isCloseTo(4.928275121107, within(1e-11));
        assertThat(test.df().orElseThrow()).isEqualTo(2);
        assertThat(test.pValue().ifEstimated().orElseThrow()).isCloseTo(0.08508218897461, within(1e-12));
    }

    @Test
    void anAmountIsWhatItsGroupsMadeByHandAre() {
        double[] upTo = {1970, 2325, 2495, 2778, 2977, 3175, 3374, 3629, 3884};
        double[] groups = Arrays.stream(Birthwt.column("bwt"))
                .map(weight -> Arrays.stream(upTo).filter(end -> weight > end).count())
                .toArray();
        assertThat(Proportionality.of(data(Birthwt.column("bwt"), "smoke", "age"))
                        .test())
                .isEqualTo(Proportionality.of(data(groups, "smoke", "age")).test());
    }

    @Test
    void theOddsRatioAtACutIsThatOfALogisticModelOfBeingAboveIt() {
        double[] visits = Birthwt.column("visits");
        Proportionality check = Proportionality.of(data(visits, "smoke", "age"));
        assertThat(check.cuts().count()).isEqualTo(3);
        for (int cut = 0; cut < 3; cut++) {
            int below = cut;
            double[] above = Arrays.stream(visits).map(v -> v > below ? 1 : 0).toArray();
            Estimate expected =
                    LogisticOddsRatio.of(data(above, "smoke", "age")).estimate(1, 0, 0.95);
            assertThat(check.above(cut).estimate(1, 0, 0.95)).isEqualTo(expected);
        }
    }

    /** Coefficients of arms alone are asked about: a covariate that acts unlike at the cuts is not. */
    @Test
    void hasADegreeOfFreedomForEachArmAndCutButOne() {
        int[] race =
                Arrays.stream(Birthwt.column("race")).mapToInt(r -> (int) r - 1).toArray();
        AdjustedData three =
                AdjustedData.of(Birthwt.column("visits"), race, List.of("a", "b", "c"), List.of("age"), new double[][] {
                    Birthwt.column("age")
                });
        assertThat(Proportionality.of(three).test().df().orElseThrow()).isEqualTo(4);
    }

    @Test
    void aCovariateThatOthersMakeUpChangesNothing() {
        double[] age = Birthwt.column("age");
        AdjustedData twice = AdjustedData.of(
                Birthwt.column("visits"), places("smoke"), ARMS, List.of("age", "months"), new double[][] {
                    age, Arrays.stream(age).map(a -> 12 * a).toArray()
                });
        assertThat(Proportionality.of(twice).test())
                .isEqualTo(Proportionality.of(data(Birthwt.column("visits"), "smoke", "age"))
                        .test());
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(Proportionality.of(data(Birthwt.column("low"), "smoke")).test())
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_CUTS));
        Proportionality separated = Proportionality.of(data(Birthwt.column("ftv"), "smoke"));
        assertThat(separated.test()).isEqualTo(TestResult.notEstimable(Reason.SEPARATION));
        assertThat(separated.above(4).estimate(1, 0, 0.95)).isEqualTo(Estimate.notEstimable(Reason.SEPARATION));
        assertThat(separated.above(0).estimate(1, 0, 0.95).estimate().ifEstimated())
                .isPresent();
    }

    @Test
    void peopleKeepTheirClustersAndStrataWithAnotherOutcome() {
        int[] team = new int[189];
        Arrays.setAll(team, i -> i % 7);
        AdjustedData other =
                data(Birthwt.column("bwt"), "smoke", "age").inClusters(team).withOutcome(Birthwt.column("low"));
        assertThat(other.cluster()).isEqualTo(team);
        assertThat(other.outcome()).isEqualTo(Birthwt.column("low"));
        assertThat(other.names()).containsExactly("age");
    }
}
