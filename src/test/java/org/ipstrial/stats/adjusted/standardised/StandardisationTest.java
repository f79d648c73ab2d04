package org.ipstrial.stats.adjusted.standardised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.regression.Birthwt;
import org.junit.jupiter.api.Test;

/** Shares of everybody, were they in one arm, and their ratio by the delta method: R 4.2.2, birthwt of MASS. */
class StandardisationTest {

    private static final double Z = 1.959963984540054;

    private static final AdjustedData LOW = AdjustedData.of(
            Birthwt.column("low"),
            Arrays.stream(Birthwt.column("smoke")).mapToInt(s -> (int) s).toArray(),
            List.of("0", "1"),
            List.of("age", "lwt", "race2", "race3"),
            Stream.of("age", "lwt", "race2", "race3").map(Birthwt::column).toArray(double[][]::new));

    private static double value(Estimate estimate) {
        return estimate.estimate().ifEstimated().orElseThrow();
    }

    /** The shares follow from the difference and the ratio of them. */
    @Test
    void theSharesAreThoseOfR() {
        double difference = value(YeRiskDifference.of(LOW).estimate(1, 0, 0.95));
        double ratio = value(YeRiskRatio.of(LOW).estimate(1, 0, 0.95));
        double reference = difference / (ratio - 1);

        // glm of R stops with eleven digits or so.
        assertThat(difference).isCloseTo(.2097434851187, within(1e-11));
        assertThat(StrictMath.log(ratio)).isCloseTo(.6407204064115, within(1e-10));
        assertThat(reference).isCloseTo(.2336069986998, within(1e-10));
        assertThat(reference * ratio).isCloseTo(.4433504838184, within(1e-10));
    }

    /** Not offered by name, but made of the same parts: the logarithm of the ratio with the model's covariances. */
    @Test
    void theErrorOfTheLogarithmOfTheRatioIsThatOfTheDeltaMethod() {
        Estimate ratio = Standardisation.of(
                        LOW,
                        ShareContrast.RATIO,
                        all -> DeltaCovariances.of(all, all.fit().modelCovariance()))
                .estimate(1, 0, 0.95);
        double error = StrictMath.log(ratio.upper().ifEstimated().orElseThrow()
                        / ratio.lower().ifEstimated().orElseThrow())
                / (2 * Z);
        assertThat(error).isCloseTo(.2185120642483, within(1e-6));
    }
}
