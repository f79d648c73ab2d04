package org.ipstrial.stats.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts behind percentages and sums behind means: published cases, every small case by brute force, refusals. */
class WholeNumberFitsTest {

    /** R package scrutiny 0.6.1, tests of grim() and its example data pigs1; the rows of percentages are its own too. */
    @ParameterizedTest
    @CsvSource({
        "5.19 5.20 5.21 5.22 5.23 5.24 5.25 5.26 5.27 5.28 5.29 5.30, 28, FFTFFFTFFFTF",
        ".150 .151 .152 .153 .154 .155 .156 .157 .158 .159, 360, TFFTFFTFTF",
        ".80 .81 .82 .83 .84 .85 .86 .87 .88 .89, 56, TFTFTFTTTT",
        "5.19, 32, T",
        "5.27, 43, F",
        "2.84, 32, T"
    })
    void means(String means, long numbers, String answers) {
        StringBuilder found = new StringBuilder();
        for (String mean : means.split(" ")) {
            found.append(WholeNumberFits.ofMean(PrintedNumber.of(mean), numbers).any() ? 'T' : 'F');
        }
        assertThat(found).hasToString(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "6 7 8 9 10 11 12 13 14 15 16, 50, TFTFTFTFTFT",
        "67.4 54.2 54.0 69.8 68.1 55.4, 150, FFTFFF",
        "71, 43, F",
        "32.5, 438, F",
        "35.6, 455, T",
        "21.7, 501, F",
        "39.3, 516, T",
        "18, 75, F"
    })
    void percentages(String percentages, long people, String answers) {
        StringBuilder found = new StringBuilder();
        for (String percentage : percentages.split(" ")) {
            found.append(
                    WholeNumberFits.ofPercentage(PrintedNumber.of(percentage), people)
                                    .any()
                            ? 'T'
                            : 'F');
        }
        assertThat(found).hasToString(answers);
    }

    @Test
    void theMeansOfPigs1() {
        String[] rows = {
            "7.22/32", "4.74/25", "5.23/29", "2.57/24", "6.77/27", "2.68/28", "7.01/29", "7.38/26", "3.14/27",
            "6.89/31", "5.00/25", "0.24/28"
        };
        StringBuilder found = new StringBuilder();
        for (String row : rows) {
            String[] parts = row.split("/");
            boolean any = WholeNumberFits.ofMean(PrintedNumber.of(parts[0]), Long.parseLong(parts[1]))
                    .any();
            found.append(any ? 'T' : 'F');
        }
        assertThat(found).hasToString("TFFFFTFTFFTF");
    }

    @Test
    void christensensPercentagesHaveOneCountEachOnTheImpliedDenominatorsAndNoneOnThoseRandomised() {
        assertThat(WholeNumberFits.ofPercentage(PrintedNumber.of("59.9"), 187))
                .isEqualTo(new WholeNumberFits(187, 112, 112));
        assertThat(WholeNumberFits.ofPercentage(PrintedNumber.of("59.1"), 171))
                .isEqualTo(new WholeNumberFits(171, 101, 101));
        assertThat(WholeNumberFits.ofPercentage(PrintedNumber.of("46.5"), 170))
                .isEqualTo(new WholeNumberFits(170, 79, 79));
        assertThat(WholeNumberFits.ofPercentage(PrintedNumber.of("59.9"), 243).any())
                .isFalse();
        assertThat(WholeNumberFits.ofPercentage(PrintedNumber.of("59.1"), 238).any())
                .isFalse();
        assertThat(WholeNumberFits.ofPercentage(PrintedNumber.of("46.5"), 239).any())
                .isFalse();
    }

    /** Every count of every n, rounded by either rule to 0, 1 and 2 decimals, is found; that is the law of no false alarm. */
    @Test
    void everyRoundedFractionIsFound() {
        long checked = 0;
        for (int n = 1; n <= 400; n++) {
            for (int k = 0; k <= n; k++) {
                for (int decimals = 0; decimals <= 2; decimals++) {
                    for (RoundingMode rule : List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN)) {
                        BigDecimal percent = BigDecimal.valueOf(100L * k).divide(BigDecimal.valueOf(n), decimals, rule);
                        PrintedNumber printed = new PrintedNumber(percent);
                        checked++;
                        if (!WholeNumberFits.ofPercentage(printed, n).has(k)
                                || !ImpliedDenominators.of(printed, k, 1000).has(n)) {
                            throw new AssertionError(k + "/" + n + " printed " + percent);
                        }
                    }
                }
            }
        }
        assertThat(checked).isEqualTo(483_600);
    }

    /** Every percentage that can be printed, against going through all counts in whole numbers. */
    @Test
    void exactlyThePercentagesWithNoCountAreRefused() {
        long impossible = 0;
        for (int decimals = 0; decimals <= 1; decimals++) {
            long unit = decimals == 0 ? 1 : 10;
            for (int n = 1; n <= 300; n++) {
                for (long printed = 0; printed <= 100 * unit; printed++) {
                    WholeNumberFits fits =
                            WholeNumberFits.ofPercentage(new PrintedNumber(BigDecimal.valueOf(printed, decimals)), n);
                    List<Integer> brute = new ArrayList<>();
                    for (int k = 0; k <= n; k++) {
                        if (Math.abs(200 * unit * k - 2 * printed * n) <= n) {
                            brute.add(k);
                        }
                    }
                    impossible += brute.isEmpty() ? 1 : 0;
                    List<Integer> found = LongStream.rangeClosed(fits.least(), fits.most())
                            .mapToObj(Math::toIntExact)
                            .toList();
                    if (!found.equals(brute)) {
                        throw new AssertionError(printed + " of " + n + ": " + found + ", by brute force " + brute);
                    }
                }
            }
        }
        assertThat(impossible).isGreaterThan(100_000);
    }

    /** From 100 people on whole percentages test nothing; below that some are impossible, but for 80 and 96. */
    @Test
    void theDigitsTellUpToAHundredPeople() {
        List<Integer> nothingImpossible = IntStream.rangeClosed(1, 120)
                .filter(n -> IntStream.rangeClosed(0, 100).allMatch(percent -> WholeNumberFits.ofPercentage(
                                PrintedNumber.of(Integer.toString(percent)), n)
                        .any()))
                .boxed()
                .toList();
        assertThat(nothingImpossible).startsWith(80, 96, 100, 101).hasSize(23);
        assertThat(WholeNumberFits.percentageTells(PrintedNumber.of("18"), 99)).isTrue();
        assertThat(WholeNumberFits.percentageTells(PrintedNumber.of("18"), 100)).isFalse();
        assertThat(WholeNumberFits.meanTells(PrintedNumber.of("5.30"), 99)).isTrue();
        assertThat(WholeNumberFits.meanTells(PrintedNumber.of("5.30"), 100)).isFalse();
    }

    @Test
    void denominatorsOfACountAreThoseOfGoingThroughAll() {
        for (int events = 0; events <= 40; events++) {
            for (int printed = 0; printed <= 100; printed++) {
                PrintedNumber percent = PrintedNumber.of(Integer.toString(printed));
                ImpliedDenominators implied = ImpliedDenominators.of(percent, events, 300);
                for (int n = 1; n <= 300; n++) {
                    boolean brute = n >= events && Math.abs(200 * events - 2 * printed * n) <= n;
                    assertThat(implied.has(n))
                            .as(events + "/" + n + " as " + printed)
                            .isEqualTo(brute);
                }
            }
        }
    }

    /** Bond 2007 prints 75.0 and 33.7 percent of 187 people: two splits in near equal arms, and two lopsided ones. */
    @Test
    void splitsOfATotal() {
        List<List<WholeNumberFits>> splits =
                TotalSplits.of(List.of(PrintedNumber.of("75.0"), PrintedNumber.of("33.7")), 187);
        assertThat(splits)
                .containsExactly(
                        List.of(new WholeNumberFits(12, 9, 9), new WholeNumberFits(175, 59, 59)),
                        List.of(new WholeNumberFits(24, 18, 18), new WholeNumberFits(163, 55, 55)),
                        List.of(new WholeNumberFits(92, 69, 69), new WholeNumberFits(95, 32, 32)),
                        List.of(new WholeNumberFits(104, 78, 78), new WholeNumberFits(83, 28, 28)));
        assertThat(TotalSplits.of(List.of(PrintedNumber.of("50"), PrintedNumber.of("50"), PrintedNumber.of("50")), 6))
                .containsExactly(List.of(
                        new WholeNumberFits(2, 1, 1), new WholeNumberFits(2, 1, 1), new WholeNumberFits(2, 1, 1)));
    }

    /** Mueser 2004 prints 73.9, 18.2 and 27.5 percent of 204 people in three arms: one split in near equal arms. */
    @Test
    void muesersArms() {
        List<List<WholeNumberFits>> splits = TotalSplits.of(
                List.of(PrintedNumber.of("73.9"), PrintedNumber.of("18.2"), PrintedNumber.of("27.5")), 204);
        assertThat(splits.stream().filter(split -> split.stream()
                        .allMatch(arm -> arm.denominator() >= 60 && arm.denominator() <= 76)))
                .containsExactly(List.of(
                        new WholeNumberFits(69, 51, 51),
                        new WholeNumberFits(66, 12, 12),
                        new WholeNumberFits(69, 19, 19)));
        assertThat(splits).hasSize(7);
    }

    /** Reme 2019 prints 36.6 and 37.4 percent against 27.1 of 410 people: with 150 to 260 in the first arm no count fits. */
    @Test
    void remesArms() {
        assertThat(IntStream.rangeClosed(150, 260)
                        .filter(n -> WholeNumberFits.ofPercentage(PrintedNumber.of("36.6"), n)
                                        .any()
                                && WholeNumberFits.ofPercentage(PrintedNumber.of("37.4"), n)
                                        .any()
                                && WholeNumberFits.ofPercentage(PrintedNumber.of("27.1"), 410 - n)
                                        .any()))
                .isEmpty();
    }

    /** Drake 1999 prints 60.8, 45.9 and 10.8 percent: of 70 to 76 people they fit 74 alone, though 76 were randomised. */
    @Test
    void drakesArm() {
        assertThat(IntStream.rangeClosed(70, 76).filter(n -> List.of("60.8", "45.9", "10.8").stream()
                        .allMatch(text -> WholeNumberFits.ofPercentage(PrintedNumber.of(text), n)
                                .any())))
                .containsExactly(74);
    }

    @Test
    void refusesWhatCannotBe() {
        PrintedNumber half = PrintedNumber.of("50");
        assertThatThrownBy(() -> WholeNumberFits.ofPercentage(half, 0))
                .hasMessage("denominator must be at least 1, got 0");
        assertThatThrownBy(() -> WholeNumberFits.ofPercentageUpTo(half, 100_001))
                .hasMessage("mostPeople must be at most 100000, got 100001");
        assertThatThrownBy(() -> PrintedNumber.of("1e3")).hasMessage("decimals must be from 0 to 9, got -3");
        assertThatThrownBy(() -> ImpliedDenominators.of(half, -1, 10)).hasMessage("events must be at least 0, got -1");
        assertThatThrownBy(() -> TotalSplits.of(List.of(half), 10))
                .hasMessage("a split is of two arms or three, got 1");
        assertThatThrownBy(() -> new Window(1, 0)).hasMessage("a window must hold something, got 1.0 to 0.0");
        assertThatThrownBy(() -> new PrintedMeans(half, half, 1))
                .hasMessage("wanted two people and a spread of 0 or more, got 1 and 50");
    }
}
