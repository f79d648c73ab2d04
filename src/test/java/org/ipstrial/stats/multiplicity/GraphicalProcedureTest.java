package org.ipstrial.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ipstrial.stats.multiplicity.GraphicalProcedure.Decision;
import org.junit.jupiter.api.Test;

class GraphicalProcedureTest {

    private static Portion portion(String text) {
        String[] parts = text.split("/");
        return parts.length == 2 ? Portion.of(Long.parseLong(parts[0]), Long.parseLong(parts[1])) : Portion.of(text);
    }

    private static List<Portion> row(String text) {
        return Arrays.stream(text.split(" "))
                .map(GraphicalProcedureTest::portion)
                .toList();
    }

    private static HypothesisGraph graph(String weights, String... rows) {
        return new HypothesisGraph(
                row(weights),
                Arrays.stream(rows).map(GraphicalProcedureTest::row).toList());
    }

    private static double[] adjusted(List<Decision> decisions) {
        return decisions.stream().mapToDouble(Decision::adjusted).toArray();
    }

    private static List<Boolean> rejected(List<Decision> decisions) {
        return decisions.stream().map(Decision::rejected).toList();
    }

    /** To the last bit or the one before it: 0.05 is no number of two's powers. */
    private static void assertAll(List<Double> got, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(got.get(i)).as("number " + i).isCloseTo(expected[i], within(1e-17));
        }
    }

    /** Two primary hypotheses, each with a secondary one, as graphicalMCP's vignette on shortcut testing has it. */
    private static final HypothesisGraph SUCCESSIVE =
            graph("1/2 1/2 0 0", "0 1/2 1/2 0", "1/2 0 0 1/2", "0 1 0 0", "1 0 0 0");

    private static final HypothesisGraph GATEKEEPING = graph("1/2 1/2 0 0", "0 0 1 0", "0 0 0 1", "0 1 0 0", "1 0 0 0");

    /** Bretz, Posch, Glimm, Klinglmueller, Maurer and Rohmeyer (2011), Biometrical Journal 53:894-913: three doses, two ends. */
    private static final HypothesisGraph THREE_DOSES = graph(
            "1/3 1/3 1/3 0 0 0",
            "0 1/2 0 1/2 0 0",
            "1/3 0 1/3 0 1/3 0",
            "0 1/2 0 0 0 1/2",
            "0 1 0 0 0 0",
            "1/2 0 1/2 0 0 0",
            "0 1 0 0 0 0");

    /** The six hypotheses of graphicalMCP's vignette on closed testing, with its epsilon of 0.00001. */
    private static final HypothesisGraph EPSILON = graph(
            "1/2 1/2 0 0 0 0",
            "0 0.5 0.25 0 0.25 0",
            "0.5 0 0 0.25 0 0.25",
            "0 0 0 0 1 0",
            "0.00001 0 0 0 0 0.99999",
            "0 0.00001 0.99999 0 0 0",
            "0 0 0 1 0 0");

    /** The R package graphicalMCP, vignettes shortcut-testing and closed-testing, and its snapshot of the reports of tests. */
    @Test
    void agreesWithGraphicalMcp() {
        List<Decision> shortcut = GraphicalProcedure.of(SUCCESSIVE, new double[] {.018, .01, .105, .006}, 0.025);
        assertThat(rejected(shortcut)).containsExactly(true, true, false, true);
        // Levels as its page on adjusted significance levels has them: 0.75, 0.5, 1 and 0.5 times alpha.
        assertAll(shortcut.stream().map(Decision::localLevel).toList(), .01875, .0125, .025, .0125);

        List<Decision> closed = GraphicalProcedure.of(EPSILON, new double[] {.015, .013, .01, .007, .1, .0124}, 0.025);
        double[] printed = {.026, .026, .028, .028, .1, .028};
        for (int i = 0; i < printed.length; i++) {
            // Printed with three decimals, of which the third is all there is but for the epsilon.
            assertThat(closed.get(i).adjusted()).isCloseTo(printed[i], within(.0000005));
        }
        assertThat(rejected(closed)).doesNotContain(true);

        assertThat(adjusted(GraphicalProcedure.of(GATEKEEPING, new double[] {.01, .01, .01, .01}, 0.025)))
                .containsExactly(.02, .02, .02, .02);
    }

    /** Its test of a p-value that lies above its level by the last bit only, in arithmetic with doubles. */
    @Test
    void noBitIsLostWhereAPValueIsItsLevel() {
        HypothesisGraph graph = graph(
                "1/2 1/2 0 0 0 0",
                "0 0.5 0.25 0 0.25 0",
                "0.5 0 0 0.25 0 0.25",
                "0 0 0 0 1 0",
                "0.0001 0 0 0 0 0.9999",
                "0 0.0001 0.9999 0 0 0",
                "0 0 0 1 0 0");
        assertThat(rejected(GraphicalProcedure.of(graph, new double[] {.001, .01875, .013, .0002, .03, .04}, 0.025)))
                .containsExactly(true, true, false, true, false, false);
    }

    /** The R package gMCP, runit.gMCP.R: which are rejected, and the graph that is left. */
    @Test
    void agreesWithGmcp() {
        List<Decision> decisions =
                GraphicalProcedure.of(THREE_DOSES, new double[] {.1, .008, .005, .15, .04, .006}, 0.025);
        assertThat(rejected(decisions)).containsExactly(false, true, true, false, false, true);
        HypothesisGraph left = THREE_DOSES.without(1).without(2).without(5);
        assertThat(left.transitions())
                .containsExactly(
                        row("0 0 0 2/3 1/3 0"),
                        row("0 0 0 0 0 0"),
                        row("0 0 0 0 0 0"),
                        row("1/2 0 0 0 1/2 0"),
                        row("1 0 0 0 0 0"),
                        row("0 0 0 0 0 0"));
        List<Decision> three = GraphicalProcedure.of(holm(3), new double[] {.02, .055, .012}, 0.05);
        assertAll(three.stream().map(Decision::adjusted).toList(), .04, .055, .036);
    }

    /** Where graphicalMCP's parametric tests once rejected every intersection and no hypothesis: Bonferroni's reject neither. */
    @Test
    void rejectsAHypothesisWhereItRejectsItsIntersections() {
        List<Decision> decisions =
                GraphicalProcedure.of(GATEKEEPING, new double[] {.01347867, .01347867, .0125, .0125}, 0.025);
        assertAll(decisions.stream().map(Decision::adjusted).toList(), .02695734, .02695734, .02695734, .02695734);
        assertThat(rejected(decisions)).doesNotContain(true);
    }

    /**
     * Worked by hand at 0.05. H2 (0.01 / 0.5 = 0.02) goes first and hands half of 0.025 to H1 and half to H4. H1 has 0.0375
     * then, and 0.03 / 0.75 = 0.04. Without H2 it hands 1/4 back to itself by way of H2 and H4, so that H3 gets 2/3 of it
     * (1/2 over 3/4) and H4 1/3 (1/4 over 3/4): 0.025 and 0.0125, which with 0.0125 is 0.025. H4 with 0.03 and H3 with 0.2 are
     * above.
     */
    @Test
    void tellsAtWhichLevelEachWasTestedAndWhereThatCameFrom() {
        List<Decision> decisions = GraphicalProcedure.of(SUCCESSIVE, new double[] {.03, .01, .2, .03}, 0.05);

        assertThat(rejected(decisions)).containsExactly(true, true, false, false);
        assertAll(decisions.stream().map(Decision::localLevel).toList(), .0375, .025, .025, .025);
        assertThat(decisions.stream().map(Decision::own)).containsExactly(.025, .025, .0, .0);
        assertThat(decisions.get(0).received()).containsOnlyKeys(1).containsEntry(1, .0125);
        assertThat(decisions.get(1).received()).isEmpty();
        assertThat(decisions.get(2).received()).containsOnlyKeys(0).containsEntry(0, .025);
        assertThat(decisions.get(3).received()).containsEntry(0, .0125).containsEntry(1, .0125);
        assertThat(adjusted(decisions)).containsExactly(.04, .02, .2, .06);
    }

    @Test
    void whatNoLevelReachesIsNotTested() {
        HypothesisGraph graph = graph("1/2 1/2 0", "0 0 0", "0 0 1", "0 0 0");
        List<Decision> decisions = GraphicalProcedure.of(graph, new double[] {.01, .04, 0}, 0.05);
        assertThat(rejected(decisions)).containsExactly(true, false, false);
        assertThat(decisions.stream().map(Decision::tested)).containsExactly(true, true, false);
        assertThat(adjusted(decisions)).containsExactly(.02, .08, .08);

        // Never, whatever comes of the others: graphicalMCP stops there with an error.
        HypothesisGraph never = graph("1/2 1/2 0", "0 0 0", "0 0 0", "0 0 0");
        assertThat(adjusted(GraphicalProcedure.of(never, new double[] {1, 0, 0}, 0.05)))
                .containsExactly(1, 0, 1);
        HypothesisGraph nothing = graph("0 0 0", "0 0 0", "0 0 0", "0 0 0");
        assertThat(adjusted(GraphicalProcedure.of(nothing, new double[] {.001, .001, .001}, 0.05)))
                .containsExactly(1, 1, 1);
        assertThat(adjusted(GraphicalProcedure.of(holm(3), new double[3], 0.05)))
                .containsExactly(0, 0, 0);
        assertThat(adjusted(GraphicalProcedure.of(holm(2), new double[] {1, 1}, 0.05)))
                .containsExactly(1, 1);
        assertThat(GraphicalProcedure.of(new HypothesisGraph(List.of(), List.of()), new double[0], 0.05))
                .isEmpty();
    }

    private static HypothesisGraph holm(int n) {
        List<List<Portion>> rows = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> i == j ? Portion.NONE : Portion.of(1, n - 1))
                        .toList())
                .toList();
        return new HypothesisGraph(Collections.nCopies(n, Portion.of(1, n)), rows);
    }

    private static HypothesisGraph chain(int n) {
        List<List<Portion>> rows = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> j == i + 1 ? Portion.ALL : Portion.NONE)
                        .toList())
                .toList();
        List<Portion> weights = new ArrayList<>(Collections.nCopies(n, Portion.NONE));
        weights.set(0, Portion.ALL);
        return new HypothesisGraph(weights, rows);
    }

    /** To the last bit: the shares are exact. */
    @Test
    void isHolmOnACompleteGraphAndTheFixedSequenceOnAChain() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 500; trial++) {
            double[] p = random.doubles(2 + random.nextInt(6)).map(x -> x * x).toArray();
            assertThat(adjusted(GraphicalProcedure.of(holm(p.length), p, 0.05))).containsExactly(Holm.adjust(p));
            assertThat(adjusted(GraphicalProcedure.of(chain(p.length), p, 0.05)))
                    .containsExactly(FixedSequence.adjust(p));
        }
    }

    private static List<Portion> anyRow(SplittableRandom random, int n, int without) {
        int[] parts = random.ints(n, 0, 4).toArray();
        if (without >= 0) {
            parts[without] = 0;
        }
        // Sometimes less than all of it is handed on.
        int all = Arrays.stream(parts).sum() + (random.nextInt(4) == 0 ? 1 : 0);
        return Arrays.stream(parts)
                .mapToObj(part -> all == 0 ? Portion.NONE : Portion.of(part, all))
                .toList();
    }

    private static HypothesisGraph any(SplittableRandom random, int n) {
        return new HypothesisGraph(
                anyRow(random, n, -1),
                IntStream.range(0, n).mapToObj(i -> anyRow(random, n, i)).toList());
    }

    private static double[] anyP(SplittableRandom random, int n) {
        return random.doubles(n)
                .map(x -> random.nextBoolean() ? x / 20 : Math.rint(x * 40) / 1000)
                .toArray();
    }

    /**
     * Second route: the closed test. Every intersection is tested by Bonferroni's inequality with the weights that the graph
     * leaves once the other hypotheses are taken out of it, in any order. graphicalMCP's internal validation of 1,000 random
     * graphs of six (vignettes/internal-validation_bonferroni.csv, all TRUE) is the same comparison.
     */
    @Test
    void isTheClosedTest() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 300; trial++) {
            int n = 2 + random.nextInt(4);
            HypothesisGraph graph = any(random, n);
            double[] p = anyP(random, n);
            double[] largest = new double[n];
            for (int set = 1; set < 1 << n; set++) {
                HypothesisGraph here = graph;
                List<Integer> others = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    if ((set >> i & 1) == 0) {
                        others.add(random.nextInt(others.size() + 1), i);
                    }
                }
                for (int other : others) {
                    here = here.without(other);
                }
                double smallest = 1;
                for (int i = 0; i < n; i++) {
                    if ((set >> i & 1) == 1 && !here.weights().get(i).isNone()) {
                        smallest = Math.min(smallest, here.weights().get(i).whole(p[i]));
                    }
                }
                for (int i = 0; i < n; i++) {
                    largest[i] = (set >> i & 1) == 1 ? Math.max(largest[i], smallest) : largest[i];
                }
            }
            assertThat(adjusted(GraphicalProcedure.of(graph, p, 0.025)))
                    .as("%s with %s", graph, Arrays.toString(p))
                    .containsExactly(largest);
        }
    }

    /** What is rejected, and the graph that is left, are the same whichever of those that may be rejected goes first. */
    @Test
    void theOrderOfRejectionsDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(3);
        int several = 0;
        for (int trial = 0; trial < 500; trial++) {
            int n = 2 + random.nextInt(4);
            HypothesisGraph graph = any(random, n);
            double[] p = anyP(random, n);
            double alpha = 0.05;
            List<Decision> decisions = GraphicalProcedure.of(graph, p, alpha);
            HypothesisGraph left = graph;
            boolean[] gone = new boolean[n];
            while (true) {
                List<Integer> may = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    if (!gone[i]
                            && !left.weights().get(i).isNone()
                            && left.weights().get(i).whole(p[i]) <= alpha) {
                        may.add(i);
                    }
                }
                if (may.isEmpty()) {
                    break;
                }
                several += may.size() > 1 ? 1 : 0;
                int one = may.get(random.nextInt(may.size()));
                gone[one] = true;
                left = left.without(one);
            }
            for (int i = 0; i < n; i++) {
                assertThat(gone[i]).isEqualTo(decisions.get(i).rejected());
                if (!gone[i]) {
                    assertThat(decisions.get(i).localLevel())
                            .isEqualTo(left.weights().get(i).of(alpha));
                }
            }
        }
        assertThat(several).isGreaterThan(100);
    }

    @Test
    void keepsItsLaws() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(6);
            HypothesisGraph graph = any(random, n);
            double[] p = anyP(random, n);
            double alpha = 0.01 + 0.1 * random.nextDouble();
            List<Decision> decisions = GraphicalProcedure.of(graph, p, alpha);
            double[] smaller = Arrays.stream(p).map(x -> x / 2).toArray();
            List<Decision> more = GraphicalProcedure.of(graph, smaller, alpha);
            for (int i = 0; i < n; i++) {
                Decision one = decisions.get(i);
                assertThat(one.rejected()).isEqualTo(one.adjusted() <= alpha);
                assertThat(one.adjusted()).isBetween(p[i], 1.0);
                assertThat(more.get(i).adjusted()).isLessThanOrEqualTo(one.adjusted());
                double parts = one.own()
                        + one.received().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
                assertThat(parts).isCloseTo(one.localLevel(), within(1e-16));
                assertThat(one.localLevel()).isBetween(0.0, alpha);
                // At another level the adjusted p-values are the same.
                assertThat(GraphicalProcedure.of(graph, p, 0.2).get(i).adjusted())
                        .isEqualTo(one.adjusted());
            }
        }
    }

    /** Another order of the hypotheses gives each the same. */
    @Test
    void theOrderOfThePlanDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            int n = 2 + random.nextInt(4);
            HypothesisGraph graph = any(random, n);
            double[] p = anyP(random, n);
            double[] turned = new double[n];
            List<Portion> weights = new ArrayList<>();
            List<List<Portion>> rows = new ArrayList<>();
            for (int i = n - 1; i >= 0; i--) {
                turned[n - 1 - i] = p[i];
                weights.add(graph.weights().get(i));
                List<Portion> row = new ArrayList<>(graph.transitions().get(i));
                Collections.reverse(row);
                rows.add(row);
            }
            double[] one = adjusted(GraphicalProcedure.of(graph, p, 0.05));
            double[] other = adjusted(GraphicalProcedure.of(new HypothesisGraph(weights, rows), turned, 0.05));
            for (int i = 0; i < n; i++) {
                assertThat(other[n - 1 - i]).isEqualTo(one[i]);
            }
        }
    }

    @Test
    void refusesWhatIsNoGraph() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph("1/2 2/3", "0 1", "1 0"))
                .withMessage("the weights must add up to at most 1, got 7 / 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph("1/2 1/4 1/4", "0 1/2 2/3", "1 0 0", "1 0 0"))
                .withMessage("row 1 of the transitions must add up to at most 1, got 7 / 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph("1/2 1/2", "1/2 1/2", "1 0"))
                .withMessage("hypothesis 1 hands on to itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph("1/2 1/2", "0 1"))
                .withMessage("each of 2 hypotheses must have its transitions, got 1 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph("1/2 1/2", "0 1", "1"))
                .withMessage("row 2 of the transitions must have 2 entries, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Portion.of("-0.5"))
                .withMessage("a portion must lie from 0 to 1, got -1 / 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Portion.of(4, 3))
                .withMessage("a portion must lie from 0 to 1, got 4 / 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphicalProcedure.of(holm(2), new double[] {.5}, 0.05))
                .withMessage("each of 2 hypotheses must have a p-value, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphicalProcedure.of(holm(2), new double[] {.5, 1.5}, 0.05))
                .withMessage("a p-value must lie from 0 to 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphicalProcedure.of(holm(2), new double[] {.5, .5}, 5))
                .withMessage("alpha must lie strictly between 0 and 1, got 5.0");
    }
}
