package org.ipstrial.catalogue.adjusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.catalogue.Vectors;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.firth.FirthLogistic;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Heteroscedasticity;
import org.ipstrial.stats.regression.model.LinearModel;
import org.ipstrial.stats.regression.model.LogPoisson;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.model.ProfileLikelihood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others print of models, as a list that was made apart from this program: MASS::birthwt by R 4.2.2 (sandwich 3.0-2),
 * trial01 of beeca by SAS and R, survival::lung by SAS as CAMIS has it. glm of R stops where the deviance changes by less
 * than 1e-8 of itself, so that its standard errors are good to about seven digits; those of SAS stop earlier too.
 */
class AdjustedVectorsTest {

    private static final double ITERATED = 1e-6;
    private static final DesignMatrix DESIGN = Birthwt.design("smoke", "age", "lwt", "race2", "race3");
    private static final ModelData LOW = ModelData.of(DESIGN, Birthwt.column("low"));

    private static FittedModel logistic() {
        return GeneralisedLinearModel.of(Logistic.RESPONSE, LOW).ifFitted().orElseThrow();
    }

    @Test
    void logisticRegressionOfLowBirthWeight() {
        FittedModel fit = logistic();
        double[] b = {.3324515719523, 1.0544386478146, -.0224782798745, -.0125256640164, 1.2316713730676, .9432626532800
        };
        double[] se = {
            1.10767247927857, .37999960461129, .03417047559351, .00638582920675, .51715154220141, .41623187117094
        };
        for (int j = 0; j < b.length; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(b[j], within(1e-10));
            assertThat(fit.modelCovariance().standardError(j)).isCloseTo(se[j], within(ITERATED * se[j]));
        }
        assertThat(fit.deviance()).isCloseTo(214.577234534, within(5e-10));
        double[] hc0 = {1.09909227274637, .36887851081675};
        for (int j = 0; j < hc0.length; j++) {
            assertThat(Heteroscedasticity.HC0.of(fit).orElseThrow().standardError(j))
                    .isCloseTo(hc0[j], within(ITERATED * hc0[j]));
        }
        Estimate profile =
                ProfileLikelihood.of(Logistic.RESPONSE, LOW, fit, "smoke").limits(0.95);
        // confint of R reads the limits off a spline through the profile.
        assertThat(profile.lower().ifEstimated().orElseThrow()).isCloseTo(.323763550129, within(4e-5));
        assertThat(profile.upper().ifEstimated().orElseThrow()).isCloseTo(1.822240425176, within(4e-5));
    }

    /**
     * The list has .2147911716811 and .2182839400768, which is where glm of R stops: five digits. With
     * {@code glm.control(epsilon = 1e-15)} it gives .21479018212703 and .21828293443145.
     */
    @Test
    void modifiedPoissonOfLowBirthWeight() {
        FittedModel fit =
                GeneralisedLinearModel.of(LogPoisson.RESPONSE, LOW).ifFitted().orElseThrow();
        double hc0 = Heteroscedasticity.HC0.of(fit).orElseThrow().standardError(1);
        double hc1 = Heteroscedasticity.HC1.of(fit).orElseThrow().standardError(1);
        assertThat(fit.coefficient("smoke")).isCloseTo(.64949438988742, within(1e-8));
        assertThat(hc0).isCloseTo(.21479018212703, within(1e-10)).isCloseTo(.2147911716811, within(2e-6));
        assertThat(hc1).isCloseTo(.21828293443145, within(1e-10)).isCloseTo(.2182839400768, within(2e-6));
    }

    @Test
    void covarianceOfBirthWeight() {
        FittedModel fit = LinearModel.of(ModelData.of(DESIGN, Birthwt.column("bwt")))
                .ifFitted()
                .orElseThrow();
        assertThat(fit.coefficient("smoke")).isCloseTo(-401.72048819213, within(5e-11));
        assertThat(fit.modelCovariance().standardError(1)).isCloseTo(109.24075103977, within(5e-11));
        double[] robust = {111.50744117530, 113.3206891938, 113.7803969299, 116.138230655};
        for (Heteroscedasticity type : Heteroscedasticity.values()) {
            assertThat(type.of(fit).orElseThrow().standardError(1))
                    .as(type.name())
                    .isCloseTo(robust[type.ordinal()], within(6e-10));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "birthwt: low by smoke 1 v 0 ~ age lwt race2 race3 | standardisation-delta-model | std.error | .0725184881448 | 1e-7",
                "birthwt: low by smoke 1 v 0 ~ age lwt race2 race3 | standardisation-delta-hc0 | std.error | .0723428613736 | 1e-7",
                "birthwt: low by smoke 1 v 0 ~ age lwt race2 race3 | standardisation-ye | std.error | .0682634791406 | 5e-12",
                "trial01: aval by trtp 1 v 0 ~ bl_cov | standardisation-ye | estimate | -.06836398809 | 5e-12",
                "trial01: aval by trtp 1 v 0 ~ bl_cov | standardisation-ye | std.error | .06088360387 | 5e-12",
                // SAS, the macros margins and of Ge: it stops iterating in the tenth place.
                "trial01: aval by trtp 1 v 0 ~ bl_cov | standardisation-delta-model | std.error | .0607164134 | 1e-10",
                "trial01: aval by trtp 1 v 0 ~ bl_cov | standardisation-delta-model | std.error | .0607164177 | 5e-9",
                "trial01: aval by trtp 1 v 0 ~ bl_cov | standardisation-delta-model | conf.low | -.1873659713 | 5e-10",
                "trial01: aval by trtp 1 v 0 ~ bl_cov | standardisation-delta-model | conf.high | .0506379957 | 5e-10",
            })
    void isThePublishedNumber(String input, String method, String statistic, double expected, double tolerance) {
        assertThat(Vectors.of("risk-difference", method, input, statistic)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void coefficientsAndSharesOfTrial01() {
        double[] y = Birthwt.column("trial01", "aval");
        DesignMatrix design = DesignMatrix.intercept(y.length)
                .with("trtp", Birthwt.column("trial01", "trtp"))
                .with("bl_cov", Birthwt.column("trial01", "bl_cov"));
        FittedModel fit = GeneralisedLinearModel.of(Logistic.RESPONSE, ModelData.of(design, y))
                .ifFitted()
                .orElseThrow();
        assertThat(y).hasSize(267);
        double[] b = {.25466496388, -.27746710638, -.02114405047};
        for (int j = 0; j < b.length; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(b[j], within(5e-11));
        }
        String input = "trial01: aval by trtp 1 v 0 ~ bl_cov";
        double difference = Vectors.of("risk-difference", "standardisation-ye", input, "estimate");
        double ratio = Vectors.of("risk-ratio", "standardisation-ye", input, "estimate");
        assertThat(difference / (ratio - 1)).isCloseTo(.4874722565, within(5e-10));
        assertThat(ratio * difference / (ratio - 1)).isCloseTo(.4191082684, within(5e-10));
    }

    /**
     * CAMIS, R v SAS, logistic regression: whether 170 people of survival::lung lost weight. logistf and SAS agree on
     * coefficients and penalised-likelihood limits, and neither on standard errors (.02023 and .02065 for age) nor on
     * p-values (.6288 and .6348), so that these are no reference. The coefficients are those of R's brglm2 0.9; that of age
     * is the one that the standard error and the p-value of SAS belong to. The limits are by a search of the penalised
     * likelihood in R with optim, whose peak leaves five digits.
     */
    @Test
    void firthOfWeightLoss() {
        String[] names = {"age", "sex", "ph_ecog", "meal_cal"};
        double[] y = Birthwt.column("weight", "wt");
        DesignMatrix design = DesignMatrix.intercept(y.length);
        for (String name : names) {
            design = design.with(name, Birthwt.column("weight", name));
        }
        FirthLogistic fit = ((FirthLogistic.Result.Fitted) FirthLogistic.of(ModelData.of(design, y))).fit();

        assertThat(y).hasSize(170);
        assertThat(Arrays.stream(fit.coefficients()).boxed())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(
                        3.153293758980066,
                        -0.009811167855660,
                        -0.845561916327392,
                        0.401822971466987,
                        -0.000849532746647);
        double[][] limits = {
            {-0.0505181, 0.0297434}, {-1.5711587, -0.1356810}, {-0.0902785, 0.9093255}, {-0.00172203, -0.00000710}
        };
        for (int j = 0; j < limits.length; j++) {
            Estimate estimate = fit.limits(j + 1, 0.95);
            double tolerance = 1e-5 * (limits[j][1] - limits[j][0]);
            assertThat(estimate.lower().ifEstimated().orElseThrow())
                    .as(names[j])
                    .isCloseTo(limits[j][0], within(tolerance));
            assertThat(estimate.upper().ifEstimated().orElseThrow())
                    .as(names[j])
                    .isCloseTo(limits[j][1], within(tolerance));
        }
        double waldOfSas = NormalDistribution.of(0, 1).survivalProbability(0.009811167855660 / .02065);
        assertThat(2 * waldOfSas).isCloseTo(.6348, within(2e-4));
    }
}
