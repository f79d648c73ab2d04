package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.rank.VanElterenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others print of amounts, as a list that was made apart from this program: sleep and airquality by R 4.2.2, the birth
 * weights of Kirkwood and Sterne (smokers against others) as CAMIS has them from SAS and R, recovery by R's multcomp.
 */
class AmountVectorsTest {

    private static final String SLEEP =
            "0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0 | 1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4";
    private static final String BIRTH =
            "3.18 2.74 2.9 3.27 3.65 3.42 3.23 2.86 3.6 3.65 3.69 3.53 2.38 2.34 | 3.99 3.89 3.6"
                    + " 3.73 3.31 3.7 4.08 3.61 3.83 3.41 4.13 3.36 3.54 3.51 2.71";
    private static final String OZONE =
            "arms 41 36 12 18 28 23 19 8 7 16 11 14 18 14 34 6 30 11 1 11 4 32 23 45 115 37 | 29 71"
                    + " 39 23 21 37 20 12 13 | 135 49 32 64 40 77 97 97 85 10 27 7 48 35 61 79 63 16 80 108 20 52 82 50 64 59 | 39"
                    + " 9 16 78 35 66 122 89 110 44 28 65 22 59 23 31 44 21 9 45 168 73 76 118 84 85 | 96 78 73 91 47 32 20 23 21"
                    + " 24 44 21 28 9 13 46 18 13 24 16 13 23 36 7 14 30 14 18 20";
    private static final String[] BLANKETS = {
        "against 13 16 9 | 5 8 9 | 14 16 16 12 7 12 13 13 9 16 13 18 13 12 13 | 15 13 12 16 16 17 13 13 16 17 17 19 17 15 13"
                + " 12 16 10 17 12",
        "against 5 8 9 | 13 16 9 | 14 16 16 12 7 12 13 13 9 16 13 18 13 12 13 | 15 13 12 16 16 17 13 13 16 17 17 19 17 15 13"
                + " 12 16 10 17 12",
        "against 14 16 16 12 7 12 13 13 9 16 13 18 13 12 13 | 13 16 9 | 5 8 9 | 15 13 12 16 16 17 13 13 16 17 17 19 17 15 13"
                + " 12 16 10 17 12"
    };

    private static String data(String name) {
        return switch (name) {
            case "sleep" -> SLEEP;
            case "birth" -> BIRTH;
            case "ozone" -> OZONE;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sleep | test | welch | statistic | -1.8608134674869 | 5e-14",
                "sleep | test | welch | df | 17.7764735161785 | 5e-14",
                "sleep | test | welch | p.value | .0793941401874 | 5e-14",
                "sleep | mean-difference | welch | conf.low | -3.3654832307117 | 5e-14",
                "sleep | mean-difference | welch | conf.high | .2054832307117 | 5e-14",
                "sleep | test | student | p.value | .0791867142159 | 5e-14",
                "sleep | test | mann-whitney | statistic | 25.5 | 0",
                "sleep | test | mann-whitney | p.value | .0693275754336 | 5e-14",
                "sleep | test | mann-whitney-exact | p.value | .0658165364048 | 5e-14",
                "birth | test | mann-whitney | statistic | 45.5 | 0",
                "birth | test | mann-whitney | p.value | .0100064721663 | 5e-14",
                "birth | test | mann-whitney-exact | p.value | .0081809585 | 5e-11",
                "birth | hodges-lehmann | asymptotic | estimate | -.425 | 1e-15",
                "birth | hodges-lehmann | asymptotic | conf.low | -.770 | 1e-15",
                "birth | hodges-lehmann | asymptotic | conf.high | -.090 | 1e-15",
                "birth | hodges-lehmann | exact | conf.low | -.760 | 1e-15",
                "birth | hodges-lehmann | exact | conf.high | -.100 | 1e-15",
                "birth | probabilistic-index | brunner-munzel | estimate | .2166666667 | 5e-11",
                "birth | test | brunner-munzel | p.value | .0030088771 | 5e-11",
                // The other sign: lawstat's statistic is of the other arm.
                "birth | test | brunner-munzel | statistic | -3.2632462633 | 5e-11",
                "ozone | test | kruskal-wallis | statistic | 29.2665763061 | 5e-11",
                "ozone | test | kruskal-wallis | df | 4 | 0",
                "ozone | test | kruskal-wallis | p.value | 6.90071e-06 | 5e-12",
            })
    void isThePublishedNumber(
            String data, String measure, String method, String statistic, double expected, double tolerance) {
        assertThat(Vectors.of(measure, method, data(data), statistic)).isCloseTo(expected, within(tolerance));
    }

    /** Without the continuity correction the test of the birth weights is van Elteren's of one stratum. */
    @Test
    void birthWeightsWithoutTheCorrection() {
        assertThat(VanElterenTest.of(StratifiedInput.samples(BIRTH), Alternative.TWO_SIDED)
                        .pValue()
                        .ifEstimated()
                        .orElseThrow())
                .isCloseTo(.0093923514, within(5e-11));
    }

    /** multcomp sums by quasi-Monte Carlo; its p-values are good to about 1e-5. Its limits are not: see the wrong oracles. */
    @ParameterizedTest
    @CsvSource({
        "0, -2.13333, -1.33018510936, .455916",
        "1, -7.46667, -4.65564788276, .000121",
        "2, -1.66667, -1.88372286867, .181980"
    })
    void recoveryUnderBlankets(int blanket, double estimate, double t, double p) {
        String input = BLANKETS[blanket];
        assertThat(Vectors.of("mean-difference", "student+dunnett", input, "estimate"))
                .isCloseTo(estimate, within(5e-6));
        assertThat(Vectors.of("test", "student+dunnett", input, "statistic")).isCloseTo(t, within(5e-12));
        assertThat(Vectors.of("test", "student+dunnett", input, "p.adjusted")).isCloseTo(p, within(1e-5));
    }

    /** Win odds of sets so small that the pairs are counted by hand: wins and half the ties, over losses and half the ties. */
    @Test
    void winsCountedByHand() {
        // 2 wins over 0 and 1 and ties with 2; 0 ties with 0; 5 wins over 0, 1 and 2 and ties with 5: 5 wins, 3 ties, 4
        // losses.
        String input = "2 0 5 | 0 1 2 5";
        assertThat(Vectors.of("probabilistic-index", "brunner-munzel", input, "estimate"))
                .isCloseTo(6.5 / 12, within(1e-15));
        assertThat(Vectors.of("win-odds", "brunner-munzel", input, "estimate")).isCloseTo(6.5 / 5.5, within(1e-15));
        // Everybody of the group has 3: more than 1 and 2, as much as 3, less than 4 and 5.
        assertThat(Vectors.of("win-odds", "brunner-munzel", "3 3 | 1 2 3 4 5", "estimate"))
                .isCloseTo(1, within(1e-15));
        // Six wins of eight and one tie: (6 + 1/2) / (1 + 1/2).
        assertThat(Vectors.of("win-odds", "brunner-munzel", "4 9 | 1 3 4 5", "estimate"))
                .isCloseTo(6.5 / 1.5, within(1e-14));
    }
}
