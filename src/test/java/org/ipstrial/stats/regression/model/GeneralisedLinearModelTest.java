package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.Aliased;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.junit.jupiter.api.Test;

/** R 4.2.2 with sandwich 3.0-2; glm refitted from its own end until nothing moves. */
class GeneralisedLinearModelTest {

    private static final Offset<Double> R = within(6e-12);
    private static final DesignMatrix DESIGN = Birthwt.design("smoke", "age", "lwt", "race2", "race3");
    private static final ModelData LOW = ModelData.of(DESIGN, Birthwt.column("low"));
    private static final ModelData WEIGHT = ModelData.of(DESIGN, Birthwt.column("bwt"));

    @Test
    void logisticCoefficientsErrorsAndDevianceAreThoseOfR() {
        FittedModel fit = logistic(LOW);

        assertThat(fit.coefficients())
                .containsExactly(
                        new double[] {
                            0.33245157195695,
                            1.05443864781853,
                            -0.02247827987464,
                            -0.01252566401644,
                            1.23167137307152,
                            0.94326265328399
                        },
                        R);
        assertThat(errors(fit.modelCovariance()))
                .containsExactly(
                        new double[] {
                            1.107673051797026,
                            0.379999873510566,
                            0.034170494583628,
                            0.006385834306809,
                            0.517151787735830,
                            0.416232152575457
                        },
                        R);
        assertThat(fit.deviance()).isCloseTo(214.5772345341, within(5e-11));
        assertThat(fit.logLikelihood()).isCloseTo(-107.2886172670, within(6e-11));
        assertThat(fit.residualDf()).isEqualTo(183);
        assertThat(fit.coefficient("smoke")).isEqualTo(fit.coefficients()[1]);
    }

    @Test
    void robustErrorsAreThoseOfSandwich() {
        FittedModel fit = logistic(LOW);
        FittedModel linear = LinearModel.of(WEIGHT).ifFitted().orElseThrow();

        assertThat(Arrays.stream(Heteroscedasticity.values())
                        .mapToDouble(type -> type.of(fit).orElseThrow().standardError(1)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 6e-12 ? 0 : 1, Double.class)
                .containsExactly(0.368878578532634, 0.37487699751278, 0.376880039399946, 0.385175130595681);
        assertThat(Arrays.stream(Heteroscedasticity.values())
                        .mapToDouble(type -> type.of(linear).orElseThrow().standardError(1)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 6e-11 ? 0 : 1, Double.class)
                .containsExactly(111.5074411753, 113.3206891938, 113.7803969299, 116.1382306551);
    }

    @Test
    void clusterErrorsAreThoseOfSandwich() {
        int[] age = Arrays.stream(Birthwt.column("age")).mapToInt(a -> (int) a).toArray();
        int[] ages = Arrays.stream(age).distinct().sorted().toArray();
        int[] cluster =
                Arrays.stream(age).map(a -> Arrays.binarySearch(ages, a)).toArray();
        FittedModel fit = logistic(LOW);
        FittedModel linear = LinearModel.of(WEIGHT).ifFitted().orElseThrow();

        assertThat(Arrays.stream(Clusters.values())
                        .mapToDouble(type -> type.of(fit, cluster).orElseThrow().standardError(1)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 6e-12 ? 0 : 1, Double.class)
                .containsExactly(0.2878906676443, 0.2940825731720, 0.2980730211868);
        assertThat(Arrays.stream(Clusters.values())
                        .mapToDouble(
                                type -> type.of(linear, cluster).orElseThrow().standardError(1)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 6e-11 ? 0 : 1, Double.class)
                .containsExactly(86.55168117113, 88.41322061409, 89.61291210506);
        assertThat(Clusters.CR1.of(fit, new int[189])).isEmpty();
    }

    @Test
    void everybodyAClusterOfTheirOwnIsHc0() {
        FittedModel fit = logistic(LOW);
        int[] own = new int[189];
        Arrays.setAll(own, i -> i);

        for (int j = 0; j < 6; j++) {
            assertThat(Clusters.CR0.of(fit, own).orElseThrow().standardError(j))
                    .isCloseTo(Heteroscedasticity.HC0.of(fit).orElseThrow().standardError(j), within(1e-14));
        }
    }

    @Test
    void takesWeightsAndAnOffset() {
        double[] weights = Arrays.stream(Birthwt.column("ftv")).map(v -> v + 1).toArray();
        double[] lwt = Birthwt.column("lwt");
        DesignMatrix design = Birthwt.design("smoke", "age");
        FittedModel logistic = logistic(ModelData.of(design, Birthwt.column("low"))
                .withWeights(weights)
                .withOffset(Arrays.stream(lwt).map(x -> x / 100).toArray()));
        FittedModel linear = LinearModel.of(ModelData.of(design, Birthwt.column("bwt"))
                        .withWeights(weights)
                        .withOffset(Arrays.stream(lwt).map(x -> x * 2).toArray()))
                .ifFitted()
                .orElseThrow();

        assertThat(logistic.coefficients())
                .containsExactly(new double[] {0.4460939822554, 0.5842885906722, -0.1246449030891}, R);
        assertThat(errors(logistic.modelCovariance()))
                .containsExactly(new double[] {0.59576231334703, 0.25391052068759, 0.02575631605979}, R);
        assertThat(logistic.deviance()).isCloseTo(407.7374565999, within(6e-11));
        assertThat(linear.coefficients())
                .containsExactly(new double[] {2358.80703875613, -259.30595844810, 18.63444644786}, within(6e-11));
        assertThat(errors(linear.modelCovariance()))
                .containsExactly(new double[] {227.046668758699, 102.765144310853, 9.115603974176}, within(6e-11));
        assertThat(errors(Heteroscedasticity.HC3.of(linear).orElseThrow()))
                .containsExactly(new double[] {284.09144023869, 106.60429123731, 11.97315923536}, within(6e-11));
    }

    @Test
    void likelihoodRatioTestIsThatOfR() {
        FittedModel smaller = logistic(LOW.with(DESIGN.select(0, 2, 3, 4, 5)));
        TestResult test = LikelihoodRatioTest.of(logistic(LOW), smaller);

        assertThat(test.statistic().orElseThrow()).isCloseTo(8.083402921058, within(5e-12));
        assertThat(test.df().orElseThrow()).isEqualTo(1);
        assertThat(test.pValue().ifEstimated().orElseThrow()).isCloseTo(0.0044672, within(5e-8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatioTest.of(smaller, logistic(LOW)))
                .withMessage("the larger model must have more coefficients on the same rows, got 5 on 189 rows and 6 on"
                        + " 189");
    }

    @Test
    void logBinomialOnTheBoundaryIsNoFit() {
        double[] x = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        double[] y = {0, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1};
        Fit fit = GeneralisedLinearModel.of(
                LogBinomial.RESPONSE, ModelData.of(DesignMatrix.intercept(12).with("x", x), y));

        assertThat(fit).isEqualTo(Fit.none(Reason.ON_BOUNDARY));
    }

    /** Whatever the order of the rows, coefficients and errors are the same but for the last digits. */
    @Test
    void theOrderOfTheRowsIsOfNoAccount() {
        int[] order = new int[189];
        Arrays.setAll(order, i -> (i * 100 + 7) % 189);
        double[][] columns = Arrays.stream(DESIGN.columns())
                .map(column -> Arrays.stream(order).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
        ModelData permuted = ModelData.of(
                new DesignMatrix(DESIGN.names(), columns),
                Arrays.stream(order).mapToDouble(i -> LOW.outcome()[i]).toArray());

        FittedModel before = logistic(LOW);
        FittedModel after = logistic(permuted);
        assertThat(after.coefficients()).containsExactly(before.coefficients(), within(1e-14));
        assertThat(errors(after.modelCovariance())).containsExactly(errors(before.modelCovariance()), within(1e-14));
    }

    @Test
    void namesTheColumnsThatAreMadeOfOthers() {
        double[] lwt = Birthwt.column("lwt");
        double[] age = Birthwt.column("age");
        double[] sum = new double[189];
        Arrays.setAll(sum, i -> 3 * lwt[i] - age[i] / 7 + 1e6);
        FullRank full = FullRank.of(DESIGN.with("sum", sum)
                .with("zero", new double[189])
                .with("constant", Arrays.stream(lwt).map(any -> 4.2).toArray())
                .with("again", lwt.clone()));

        assertThat(full.aliased())
                .containsExactly(
                        new Aliased("sum", List.of("(intercept)", "age", "lwt")),
                        new Aliased("zero", List.of()),
                        new Aliased("constant", List.of("(intercept)")),
                        new Aliased("again", List.of("lwt")));
        assertThat(full.design().names()).isEqualTo(DESIGN.names());
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESIGN.with("age", new double[189]))
                .withMessage("each column must have a name of its own, got [(intercept), smoke, age, lwt, race2, race3,"
                        + " age]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESIGN.with("short", new double[3]))
                .withMessage("all columns must have the same rows, at least one; short has 3 and (intercept) 189");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DESIGN.with("x", new double[] {Double.NaN}))
                .withMessage("all columns must have the same rows, at least one; x has 1 and (intercept) 189");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelData.of(DESIGN, new double[2]))
                .withMessage("outcome, offset and weights must have 189 values, as the columns have, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOW.withWeights(new double[189]))
                .withMessage("weights must be above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneralisedLinearModel.of(Logistic.RESPONSE, WEIGHT))
                .withMessage("a yes/no outcome must be 0 or 1, got 2523.0");
    }

    private static FittedModel logistic(ModelData data) {
        return GeneralisedLinearModel.of(Logistic.RESPONSE, data).ifFitted().orElseThrow();
    }

    private static double[] errors(CoefficientCovariance covariance) {
        double[] errors = new double[covariance.factors()[0].length];
        Arrays.setAll(errors, covariance::standardError);
        return errors;
    }
}
