package org.ipstrial.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.conditional.FisherExactTest;
import org.ipstrial.stats.contingency.unconditional.BarnardTest;
import org.ipstrial.stats.contingency.unconditional.BoschlooTest;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.multiplicity.Dunnett;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.target.BinomialExactTest;
import org.ipstrial.stats.rank.MannWhitneyExactTest;
import org.ipstrial.stats.survival.ChiSquaredTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The p-values of the tests, down to 1e-305, against sums and integrals with more digits than a double has. */
class TailsTest {

    private record Tail(String of, double[] at, double p) {

        int whole(int place) {
            return (int) at[place];
        }

        TwoByTwo table() {
            return TwoByTwo.of(whole(0), whole(1), whole(2), whole(3));
        }

        BinomialCount count() {
            return new BinomialCount(whole(0), whole(1));
        }
    }

    /**
     * The furthest that one of so many p-values may lie from the true one, relative to it. Rounding t, z or x itself moves
     * the logarithm of a tail of 1e-300 by 1e-13, so that more would be chance; the incomplete beta function loses a digit
     * more with a million people, and Dunnett's integrals are computed to 1e-10.
     */
    @ParameterizedTest
    @CsvSource({
        "normal, 15, 2e-13",
        "t, 108, 1e-13",
        "chi-squared, 153, 1e-13",
        "f, 519, 2e-13",
        "fisher, 6, 1e-14",
        "fisher-greater, 6, 1e-14",
        "binomial, 8, 2e-12",
        "binomial-greater, 7, 2e-12",
        "binomial-less, 1, 2e-12",
        "barnard, 3, 1e-12",
        "mann-whitney, 2, 1e-14",
        "dunnett, 9, 1e-10"
    })
    void isRightFarOut(String of, int rows, double furthest) throws IOException {
        List<Tail> tails = read().get(of);
        assertThat(tails).hasSize(rows);
        assertThat(tails).allSatisfy(tail -> {
            double p = p(tail);
            assertThat(Math.abs(p - tail.p()) / tail.p())
                    .as("%s %s: %s, wanted %s", of, Arrays.toString(tail.at()), p, tail.p())
                    .isLessThan(furthest);
        });
    }

    /** As Barnard's: nothing is as extreme as all against none. */
    @Test
    void boschloosTestKeepsItsDigitsToo() throws IOException {
        assertThat(read().get("barnard"))
                .allSatisfy(tail -> assertThat(p(BoschlooTest.of(tail.table(), Alternative.TWO_SIDED)) / tail.p())
                        .isBetween(1 - 1e-12, 1 + 1e-12));
    }

    private static double p(Tail tail) {
        double[] at = tail.at();
        return switch (tail.of()) {
            case "normal" -> p(NormalTest.of(at[0], Alternative.GREATER));
            case "t" -> p(new TApproximation(at[0], 1, at[1]).test(0, Alternative.GREATER));
            case "chi-squared" -> p(ChiSquaredTail.of(at[0], (int) at[1]));
            case "f" -> p(FTest.of(at[0], at[1], at[2]));
            case "fisher" -> p(FisherExactTest.of(tail.table()));
            case "fisher-greater" -> p(FisherExactTest.of(tail.table(), Alternative.GREATER));
            case "binomial" -> p(BinomialExactTest.of(tail.count(), at[2], Alternative.TWO_SIDED));
            case "binomial-greater" -> p(BinomialExactTest.of(tail.count(), at[2], Alternative.GREATER));
            case "binomial-less" -> p(BinomialExactTest.of(tail.count(), at[2], Alternative.LESS));
            case "barnard" -> p(BarnardTest.of(tail.table(), Alternative.TWO_SIDED));
            case "mann-whitney" -> p(MannWhitneyExactTest.of(apart(tail.whole(0)), Alternative.TWO_SIDED));
            case "dunnett" -> {
                double[] loadings = new double[tail.whole(1)];
                Arrays.fill(loadings, at[3]);
                yield Dunnett.of(loadings, at[2]).pValue(at[0], Alternative.TWO_SIDED);
            }
            default -> throw new IllegalArgumentException(tail.of());
        };
    }

    private static double p(TestResult result) {
        return result.pValue().ifEstimated().getAsDouble();
    }

    private static TwoSamples apart(int n) {
        double[] high = new double[n];
        double[] low = new double[n];
        Arrays.setAll(high, i -> 1000 + i);
        Arrays.setAll(low, i -> i);
        return new TwoSamples(high, low);
    }

    private static Map<String, List<Tail>> read() throws IOException {
        try (InputStream in = TailsTest.class.getResourceAsStream("/tails/tails.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Tail(
                            cells[0],
                            Arrays.stream(cells, 1, 5)
                                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                                    .toArray(),
                            Double.parseDouble(cells[5])))
                    .collect(Collectors.groupingBy(Tail::of));
        }
    }
}
