package org.ipstrial.stats.multiplicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipstrial.stats.Require;

/**
 * The sequentially rejective graphical procedure of Bretz, Maurer, Brannath and Posch, with Bonferroni's tests.
 *
 * <p>Hypothesis {@code i} has the share {@code w(i)} of alpha and hands {@code g(i,j)} of it to {@code j} once it is
 * rejected ({@link HypothesisGraph}). With all hypotheses in the graph and {@code largest = 0}:
 * <pre>
 *   j           = the one in the graph with the smallest p(j) / w(j)
 *   adjusted(j) = largest = max(largest, p(j) / w(j))
 *   take j out of the graph, and again until none with a share is left; those left over have adjusted p-value 1
 * </pre>
 * A hypothesis is rejected where its adjusted p-value is at most alpha, that is where {@code p(j) <= w(j) alpha} at its
 * turn: {@code w(j) alpha} is its local level.
 *
 * <p>Unit: probability. Guards against one or more false rejections in the family, whatever the dependence, as long as the
 * graph was fixed before anybody saw the data. It is the closed test that tests each intersection by Bonferroni's
 * inequality with the weights that the graph leaves to it; which hypotheses are rejected, and their adjusted p-values, do
 * not depend on the order. Where its local level came from does, and is told for the order above, ties in the order given.
 *
 * <p>Edges: one that no share reaches is not tested, and its adjusted p-value is 1. Shares that add up to less than 1
 * leave the rest of alpha unspent. No hypotheses give no decisions.
 *
 * <p>Source: Bretz F, Maurer W, Brannath W, Posch M (2009), A graphical approach to sequentially rejective multiple test
 * procedures, Statistics in Medicine 28:586-604, algorithms 1 and 2.
 */
public final class GraphicalProcedure {

    /** A procedure that goes by a graph. */
    @FunctionalInterface
    public interface OnGraph {
        /** What comes of each hypothesis, in the order given. */
        List<Decision> of(HypothesisGraph graph, double[] pValues, double alpha);
    }

    /**
     * What comes of a hypothesis.
     *
     * @param adjusted   the adjusted p-value
     * @param rejected   whether that is at most alpha
     * @param localLevel the level at which it was tested: of a rejected one at its turn, else when no more is rejected
     * @param own        what of that level was its own from the start
     * @param received   what of it came from others, by their places from 0
     */
    public record Decision(
            double adjusted, boolean rejected, double localLevel, double own, Map<Integer, Double> received) {

        /** Keeps the places in order. */
        public Decision {
            received = Collections.unmodifiableMap(new TreeMap<>(received));
        }

        /** Whether any level reached it. */
        public boolean tested() {
            return localLevel > 0;
        }
    }

    /** The share that a hypothesis has, and what of it came from others. */
    private record Level(Portion share, Map<Integer, Portion> received) {}

    private final double[] pValues;
    private final double alpha;
    private final HypothesisGraph start;
    private final double[] adjusted;
    private final Set<Integer> left = new TreeSet<>();
    private final Map<Integer, Level> tested = new TreeMap<>();
    private final List<Map<Integer, Portion>> received = new ArrayList<>();
    private HypothesisGraph graph;

    private GraphicalProcedure(HypothesisGraph graph, double[] pValues, double alpha) {
        // The order is the user's: the family only checks that these are p-values.
        this.pValues = new FamilyOfPValues(pValues).inGivenOrder(new double[pValues.length]);
        this.alpha = alpha;
        this.start = graph;
        this.graph = graph;
        this.adjusted = new double[graph.size()];
        Arrays.fill(adjusted, 1);
        for (int i = 0; i < graph.size(); i++) {
            left.add(i);
            received.add(new TreeMap<>());
        }
    }

    /**
     * What comes of each hypothesis, in the order given.
     *
     * @param graph   the graph
     * @param pValues a p-value for each of its hypotheses
     * @param alpha   the level of the family
     * @throws IllegalArgumentException if a p-value is not from 0 to 1, there are more or fewer than hypotheses, or alpha is
     *                                  not strictly between 0 and 1
     */
    public static List<Decision> of(HypothesisGraph graph, double[] pValues, double alpha) {
        if (pValues.length != graph.size()) {
            throw new IllegalArgumentException(
                    "each of " + graph.size() + " hypotheses must have a p-value, got " + pValues.length);
        }
        return new GraphicalProcedure(graph, pValues, Require.fraction("alpha", alpha)).decisions();
    }

    private List<Decision> decisions() {
        double largest = 0;
        for (OptionalInt next = next(); next.isPresent(); next = next()) {
            int j = next.getAsInt();
            largest = Math.max(largest, share(j).whole(pValues[j]));
            if (largest > alpha) {
                // No more is rejected: all that are left have been tested at what they have now.
                left.forEach(this::test);
            }
            test(j);
            adjusted[j] = Math.min(1, largest);
            takeOut(j);
        }
        left.forEach(this::test);
        return IntStream.range(0, start.size()).mapToObj(this::decision).toList();
    }

    private Portion share(int i) {
        return graph.weights().get(i);
    }

    /** The one with the smallest p-value for its share, the first of several. */
    private OptionalInt next() {
        return left.stream()
                .filter(i -> !share(i).isNone())
                .min(Comparator.comparingDouble(i -> share(i).whole(pValues[i])))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Notes the level of a hypothesis, the first time that it matters. */
    private void test(int i) {
        tested.putIfAbsent(i, new Level(share(i), Map.copyOf(received.get(i))));
    }

    private void takeOut(int j) {
        left.remove(j);
        for (int i : left) {
            Portion handed = graph.handed(j, i);
            if (!handed.isNone()) {
                received.get(i).put(j, handed);
            }
        }
        graph = graph.without(j);
    }

    private Decision decision(int i) {
        Level level = tested.get(i);
        Map<Integer, Double> from = new TreeMap<>();
        level.received().forEach((other, share) -> from.put(other, share.of(alpha)));
        return new Decision(
                adjusted[i],
                adjusted[i] <= alpha,
                level.share().of(alpha),
                start.weights().get(i).of(alpha),
                from);
    }
}
