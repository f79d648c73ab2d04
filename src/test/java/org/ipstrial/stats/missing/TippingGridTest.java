package org.ipstrial.stats.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.score.MiettinenNurminenDifference;
import org.ipstrial.stats.missing.TippingGrid.Frontier;
import org.ipstrial.stats.missing.TippingGrid.Side;
import org.junit.jupiter.api.Test;

class TippingGridTest {

    private static final TwoByTwoEffect SCORE =
            TwoByTwoEffect.of(MiettinenNurminenDifference::of, MiettinenNurminenDifference::test);

    private static final PartlyObserved IPS = new PartlyObserved(112, 187, 56);
    private static final PartlyObserved SAU = new PartlyObserved(79, 170, 69);

    private static TippingGrid grid(PartlyObserved group, PartlyObserved reference, TwoByTwoEffect effect) {
        return TippingGrid.of(
                group,
                reference,
                table -> effect.of(table, 0.95),
                table -> effect.test(table, 0, Alternative.TWO_SIDED),
                0);
    }

    /** R 4.2.2: (N - 1) chi-squared p below 0.05 by pchisq, over all 57 by 70 tables; its sign is that of the difference. */
    @Test
    void theStaircaseOfTheIpsTrialIsThatOfTheTestThatTheIntervalInverts() {
        TippingGrid grid = grid(IPS, SAU, SCORE);

        List<String> steps = new ArrayList<>();
        for (int j : new int[] {0, 6, 12, 32, 56, 62, 69}) {
            steps.add(j + ": " + text(grid.frontier(Side.ABOVE, j)) + " " + text(grid.frontier(Side.BELOW, j)));
        }

        assertThat(steps)
                .containsExactly("0: 0 -", "6: 0 -", "12: 2 -", "32: 23 -", "56: 47 3", "62: 53 9", "69: - 17");
        assertThat(SAU.missingEventsAsObserved()).isEqualTo(32);
        assertThat(IPS.missingEventsAsObserved()).isEqualTo(34);
    }

    private static String text(Frontier frontier) {
        assertThat(frontier.isMonotone()).isTrue();
        return frontier.missingEvents().stream()
                .mapToObj(String::valueOf)
                .findFirst()
                .orElse("-");
    }

    /** Every table of arms of up to three assessed and three missing, every method, against the definition. */
    @Test
    void theFrontierIsWhatItSaysItIsForEveryMethod() {
        int tables = 0;
        int unlike = 0;
        for (Method<TwoByTwoEffect> method : BinaryMethods.RISK_DIFFERENCE.methods()) {
            if (method.id().equals("exact-score")) {
                continue;
            }
            for (PartlyObserved group : arms()) {
                for (PartlyObserved reference : arms()) {
                    TippingGrid grid = grid(group, reference, method.function());
                    for (int j = 0; j <= reference.missing(); j++) {
                        for (Side side : List.of(Side.ABOVE, Side.BELOW)) {
                            Frontier frontier = grid.frontier(side, j);
                            assertThat(frontier)
                                    .as("%s %s %s at %s", method.id(), group, reference, j)
                                    .isEqualTo(byDefinition(group, reference, method.function(), side, j));
                            unlike += frontier.isMonotone() ? 0 : 1;
                            tables++;
                        }
                    }
                }
            }
        }
        assertThat(tables).isEqualTo(7 * 2 * 28 * 74);
        // None of the intervals at such sizes comes back once it has left a side, so that the flag is tried below.
        assertThat(unlike).isZero();
    }

    private static List<PartlyObserved> arms() {
        List<PartlyObserved> arms = new ArrayList<>();
        for (int assessed = 1; assessed <= 3; assessed += 2) {
            for (int events = 0; events <= assessed; events++) {
                for (int missing = 0; missing <= 3; missing++) {
                    arms.add(new PartlyObserved(events, assessed, missing));
                }
            }
        }
        for (int missing = 1; missing <= 4; missing++) {
            arms.add(new PartlyObserved(0, 0, missing));
        }
        return arms;
    }

    private static Frontier byDefinition(
            PartlyObserved group, PartlyObserved reference, TwoByTwoEffect effect, Side side, int j) {
        int m = group.missing();
        boolean[] on = new boolean[m + 1];
        for (int i = 0; i <= m; i++) {
            var interval = effect.of(
                    TwoByTwo.of(
                            group.events() + i,
                            group.assessed() + m,
                            reference.events() + j,
                            reference.assessed() + reference.missing()),
                    0.95);
            double low = interval.lower().ifEstimated().orElse(Double.NEGATIVE_INFINITY);
            double high = interval.upper().ifEstimated().orElse(Double.POSITIVE_INFINITY);
            on[i] = side == Side.ABOVE ? low > 0 : high < 0;
        }
        OptionalInt reached = OptionalInt.empty();
        for (int i = 0; i <= m; i++) {
            int at = side == Side.ABOVE ? m - i : i;
            boolean all = true;
            for (int k = Math.min(at, side == Side.ABOVE ? m : 0); k <= Math.max(at, side == Side.ABOVE ? m : 0); k++) {
                all &= on[k];
            }
            reached = all ? OptionalInt.of(at) : reached;
        }
        boolean monotone = true;
        for (int i = 0; i <= m; i++) {
            boolean within =
                    reached.isPresent() && (side == Side.ABOVE ? i >= reached.getAsInt() : i <= reached.getAsInt());
            monotone &= within || !on[i];
        }
        return new Frontier(reached, monotone);
    }

    /** An interval made to come and go: above at 1 and from 4 on. */
    @Test
    void anIntervalThatComesBackGivesTheCautiousNumberAndSaysSo() {
        TwoByTwoEffect odd = TwoByTwoEffect.of(
                (table, level) -> {
                    int i = table.group().events();
                    double low = i == 1 || i >= 4 ? 0.1 : -0.1;
                    return org.ipstrial.stats.Estimate.of(0.2, low, 0.9);
                },
                (table, tested, alternative) -> org.ipstrial.stats.TestResult.exact(0.5));

        Frontier frontier = grid(new PartlyObserved(0, 1, 6), new PartlyObserved(0, 1, 0), odd)
                .frontier(Side.ABOVE, 0);

        assertThat(frontier).isEqualTo(new Frontier(OptionalInt.of(4), false));
    }

    @Test
    void armsChangedRoundMirrorTheGrid() {
        TippingGrid grid = grid(new PartlyObserved(9, 12, 5), new PartlyObserved(3, 14, 7), SCORE);
        TippingGrid mirrored = grid(new PartlyObserved(3, 14, 7), new PartlyObserved(9, 12, 5), SCORE);
        boolean above = false;
        for (int i = 0; i <= 5; i++) {
            for (int j = 0; j <= 7; j++) {
                Side side = grid.at(i, j).side();
                above |= side == Side.ABOVE;
                assertThat(mirrored.at(j, i).side().ordinal()).isEqualTo(2 - side.ordinal());
            }
        }
        assertThat(above).isTrue();
    }

    @Test
    void aCellLeavesNoDifferenceExactlyWhenItsTestRejects() {
        TippingGrid grid = grid(new PartlyObserved(9, 12, 9), new PartlyObserved(3, 14, 9), SCORE);
        for (int i = 0; i <= 9; i++) {
            for (int j = 0; j <= 9; j++) {
                TippingGrid.Cell cell = grid.at(i, j);
                double p = cell.test().pValue().ifEstimated().orElseThrow();
                assertThat(cell.side() == Side.AROUND)
                        .as("%s, %s: p %s", i, j, p)
                        .isEqualTo(p >= 0.05);
            }
        }
    }

    /** 450 and 1,000 missing: the grid is thinned, the frontier is not. */
    @Test
    void aLargeGridIsThinnedAndItsFrontierIsThatOfTheWholeOne() {
        PartlyObserved group = new PartlyObserved(500, 800, 450);
        PartlyObserved reference = new PartlyObserved(400, 800, 1000);
        TippingGrid grid = grid(group, reference, SCORE);
        assertThat(grid.groupSteps()).hasSize(201).contains(0, 450);
        assertThat(grid.referenceSteps()).hasSize(201).contains(0, 5, 1000);

        int found = 0;
        for (int step = 0; step <= 200; step += 20) {
            int j = grid.referenceSteps()[step];
            for (Side side : List.of(Side.ABOVE, Side.BELOW)) {
                Frontier frontier = grid.frontier(side, step);
                assertThat(frontier).isEqualTo(byDefinition(group, reference, SCORE, side, j));
                found += frontier.missingEvents().isPresent() ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(8);
        assertThat(grid.referenceStepNextTo(501)).isEqualTo(100);
        assertThat(grid.referenceStepNextTo(503)).isEqualTo(101);
    }

    @Test
    void nobodyMissingIsOneCell() {
        TippingGrid grid = grid(new PartlyObserved(5, 8, 0), new PartlyObserved(2, 7, 0), SCORE);
        assertThat(grid.groupSteps()).containsExactly(0);
        assertThat(grid.frontier(Side.ABOVE, 0)).isEqualTo(new Frontier(OptionalInt.empty(), true));
        assertThat(grid.at(0, 0).effect()).isEqualTo(SCORE.of(TwoByTwo.of(5, 8, 2, 7), 0.95));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartlyObserved(3, 2, 0))
                .withMessage("wanted 0 <= events <= assessed and somebody in the arm, got 3 events, 2 assessed and 0"
                        + " missing");
        assertThatIllegalArgumentException().isThrownBy(() -> new PartlyObserved(0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid(IPS, SAU, SCORE).frontier(Side.AROUND, 0))
                .withMessage("a frontier is of the cells above or below");
    }
}
