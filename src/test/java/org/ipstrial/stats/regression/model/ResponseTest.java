package org.ipstrial.stats.regression.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ipstrial.stats.regression.separation.Tail;
import org.junit.jupiter.api.Test;

/** What must hold between the numbers that a response tells of an outcome, and their edges. */
class ResponseTest {

    private static final double[] BELOW_ZERO = {-9, -3, -1, -0.2};

    @Test
    void theScoreIsTheSlopeOfTheLogLikelihood() {
        for (Response response : List.of(Logistic.RESPONSE, LogBinomial.RESPONSE, LogPoisson.RESPONSE)) {
            for (double y : new double[] {0, 1}) {
                for (double eta : BELOW_ZERO) {
                    double h = 1e-5;
                    double slope = (response.logLikelihood(y, eta + h) - response.logLikelihood(y, eta - h)) / (2 * h);
                    assertThat(response.score(y, eta))
                            .as("%s, %s at %s", response, y, eta)
                            .isCloseTo(slope, within(1e-8));
                }
            }
        }
    }

    /** The mean of the score is 0, and that of its square the information; of a count both are e^eta, as its variance is. */
    @Test
    void theInformationIsTheMeanSquareOfTheScore() {
        for (double eta : BELOW_ZERO) {
            double logistic = Math.exp(eta) / (1 + Math.exp(eta));
            double logBinomial = Math.exp(eta);
            assertThat(moment(Logistic.RESPONSE, logistic, eta, 1)).isCloseTo(0, within(1e-15));
            assertThat(moment(LogBinomial.RESPONSE, logBinomial, eta, 1)).isCloseTo(0, within(1e-15));
            assertThat(moment(Logistic.RESPONSE, logistic, eta, 2))
                    .isCloseTo(Logistic.RESPONSE.information(eta), within(1e-15));
            assertThat(moment(LogBinomial.RESPONSE, logBinomial, eta, 2))
                    .isCloseTo(LogBinomial.RESPONSE.information(eta), within(1e-14));
            assertThat(LogPoisson.RESPONSE.information(eta)).isCloseTo(Math.exp(eta), within(1e-15));
        }
    }

    private static double moment(Response response, double p, double eta, int power) {
        return p * Math.pow(response.score(1, eta), power) + (1 - p) * Math.pow(response.score(0, eta), power);
    }

    /** Neither overflow nor a difference of like numbers: e^-740 is a double, if a small one, and e^800 is none. */
    @Test
    void logOddsFarOutKeepTheirDigits() {
        assertThat(Logistic.RESPONSE.mean(-740)).isPositive().isEqualTo(StrictMath.exp(-740));
        assertThat(Logistic.RESPONSE.mean(800)).isEqualTo(1);
        assertThat(Logistic.RESPONSE.mean(-800)).isZero();
        assertThat(Logistic.RESPONSE.information(700)).isEqualTo(StrictMath.exp(-700));
        assertThat(Logistic.RESPONSE.information(-700)).isEqualTo(StrictMath.exp(-700));
        assertThat(Logistic.RESPONSE.information(800)).isZero();
        assertThat(Logistic.RESPONSE.logLikelihood(1, -800)).isEqualTo(-800);
        assertThat(Logistic.RESPONSE.logLikelihood(0, 800)).isEqualTo(-800);
        assertThat(Logistic.RESPONSE.logLikelihood(1, 40)).isEqualTo(-StrictMath.exp(-40));
        assertThat(Logistic.RESPONSE.logLikelihood(0, 0)).isEqualTo(-StrictMath.log(2));
    }

    /** The best that a count can have is where its mean is the count itself. */
    @Test
    void theBestOfACountIsAtItsOwnMean() {
        for (double y : new double[] {0.25, 1, 2, 7.5, 1000}) {
            assertThat(LogPoisson.RESPONSE.best(y))
                    .isCloseTo(LogPoisson.RESPONSE.logLikelihood(y, Math.log(y)), within(y * 2e-15));
        }
        assertThat(LogPoisson.RESPONSE.best(1)).isEqualTo(-1);
        assertThat(LogPoisson.RESPONSE.best(0)).isZero();
        assertThat(Logistic.RESPONSE.best(1)).isZero();
        assertThat(LogBinomial.RESPONSE.best(0)).isZero();
    }

    @Test
    void aProbabilityEndsBelowOneAndACountWhereDoublesEnd() {
        assertThat(LogBinomial.RESPONSE.allows(0)).isFalse();
        assertThat(LogBinomial.RESPONSE.allows(-Double.MIN_VALUE)).isTrue();
        assertThat(LogPoisson.RESPONSE.allows(699)).isTrue();
        assertThat(LogPoisson.RESPONSE.allows(710)).isFalse();
        assertThat(Logistic.RESPONSE.allows(1e9)).isTrue();
    }

    @Test
    void onlyYesAndNoOfLogOddsHaveTwoTails() {
        assertThat(List.of(Logistic.RESPONSE.tail(1), Logistic.RESPONSE.tail(0)))
                .containsExactly(Tail.UP, Tail.DOWN);
        assertThat(List.of(LogBinomial.RESPONSE.tail(1), LogBinomial.RESPONSE.tail(0)))
                .containsExactly(Tail.NEITHER, Tail.DOWN);
        assertThat(List.of(LogPoisson.RESPONSE.tail(0.5), LogPoisson.RESPONSE.tail(0)))
                .containsExactly(Tail.NEITHER, Tail.DOWN);
    }

    @Test
    void refusesOutcomesWithoutALikelihood() {
        for (Response response : List.of(Logistic.RESPONSE, LogBinomial.RESPONSE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> response.check(0.5))
                    .withMessage("a yes/no outcome must be 0 or 1, got 0.5");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogPoisson.RESPONSE.check(-1))
                .withMessage("a count or amount must not be below 0, got -1.0");
    }
}
