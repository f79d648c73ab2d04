package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits are checked by the test of the same profile, which climbs the likelihood with the coefficient held. */
class ProfileLikelihoodTest {

    private static final ModelData LOW =
            ModelData.of(Birthwt.design("smoke", "age", "lwt", "race2", "race3"), Birthwt.column("low"));

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95, 0.9999})
    void theTestOfALimitIsAtTheLevelInEveryModel(double level) {
        for (Response response : List.of(Logistic.RESPONSE, LogPoisson.RESPONSE)) {
            for (String column : LOW.design().names()) {
                agree(response, LOW, column, level);
            }
        }
    }

    @Test
    void theTestOfALimitIsAtTheLevelForEverySmallTable() {
        int tables = 0;
        for (int n1 = 2; n1 <= 6; n1++) {
            for (int n0 = 2; n0 <= 6; n0++) {
                for (int events1 = 1; events1 < n1; events1++) {
                    for (int events0 = 1; events0 < n0; events0++) {
                        agree(Logistic.RESPONSE, table(events1, n1, events0, n0), "group", 0.95);
                        tables++;
                    }
                }
            }
        }
        agree(Logistic.RESPONSE, table(1, 400, 399, 400), "group", 0.95);
        assertThat(tables).isEqualTo(225);
    }

    private static void agree(Response response, ModelData data, String column, double level) {
        FittedModel fit = GeneralisedLinearModel.of(response, data).ifFitted().orElseThrow();
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        ProfileLikelihood profile = ProfileLikelihood.of(response, data, fit, column);
        Estimate limits = profile.limits(level);

        assertThat(statistic(profile.test(value(limits.lower()), Alternative.TWO_SIDED)))
                .as("%s of %s", column, response)
                .isCloseTo(z, within(1e-9));
        assertThat(statistic(profile.test(value(limits.upper()), Alternative.TWO_SIDED)))
                .as("%s of %s", column, response)
                .isCloseTo(-z, within(1e-9));
        for (int side : new int[] {-1, 1}) {
            assertThat(ProfileLimit.of(response, data, fit, data.design().indexOf(column), z, side))
                    .as("found without a search")
                    .isPresent();
        }
    }

    private static ModelData table(int events1, int n1, int events0, int n0) {
        double[] group = new double[n1 + n0];
        double[] outcome = new double[n1 + n0];
        for (int i = 0; i < group.length; i++) {
            group[i] = i < n1 ? 1 : 0;
            outcome[i] = i < n1 ? (i < events1 ? 1 : 0) : (i - n1 < events0 ? 1 : 0);
        }
        return ModelData.of(DesignMatrix.intercept(n1 + n0).with("group", group), outcome);
    }

    private static double statistic(TestResult test) {
        return test.statistic().orElseThrow();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow(() -> new AssertionError(quantity));
    }
}
