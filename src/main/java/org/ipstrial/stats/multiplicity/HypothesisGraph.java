package org.ipstrial.stats.multiplicity;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A graph that tells how the level of a family of hypotheses is shared out, and where the share of a rejected one goes.
 *
 * <p>Hypothesis {@code i} starts with the share {@code w(i)} of alpha; rejected, it hands {@code g(i,j)} of what it has to
 * hypothesis {@code j}. The shares are exact fractions, so that the order of rejections changes no digit.
 *
 * @param weights     {@code w}, at most 1 together
 * @param transitions {@code g}, a row for each hypothesis, each at most 1 together, nothing from a hypothesis to itself
 */
public record HypothesisGraph(List<Portion> weights, List<List<Portion>> transitions) {

    /** Copies the lists, and refuses a graph that spends more than there is. */
    public HypothesisGraph {
        weights = List.copyOf(weights);
        transitions = transitions.stream().map(List::copyOf).toList();
        int n = weights.size();
        requireAtMostAll("the weights", weights);
        if (transitions.size() != n) {
            throw new IllegalArgumentException(
                    "each of " + n + " hypotheses must have its transitions, got " + transitions.size() + " rows");
        }
        for (int i = 0; i < n; i++) {
            List<Portion> row = transitions.get(i);
            if (row.size() != n) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + " of the transitions must have " + n + " entries, got " + row.size());
            }
            if (!row.get(i).isNone()) {
                throw new IllegalArgumentException("hypothesis " + (i + 1) + " hands on to itself");
            }
            requireAtMostAll("row " + (i + 1) + " of the transitions", row);
        }
    }

    private static void requireAtMostAll(String what, List<Portion> portions) {
        BigFraction sum = portions.stream().map(Portion::fraction).reduce(BigFraction.ZERO, BigFraction::add);
        if (sum.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException(what + " must add up to at most 1, got " + sum);
        }
    }

    /** How many hypotheses there are, taken out ones included. */
    int size() {
        return weights.size();
    }

    /**
     * The graph without a hypothesis, which keeps its place with nothing: the others take over what it has, and its own
     * transitions are led past it.
     * <pre>
     *   w'(j)   = w(j) + w(i) g(i,j)
     *   g'(j,k) = (g(j,k) + g(j,i) g(i,k)) / (1 - g(j,i) g(i,j)),  0 where the divisor is 0 or j = k
     * </pre>
     *
     * @param i the place of the hypothesis, from 0
     */
    HypothesisGraph without(int i) {
        List<Portion> others = new ArrayList<>();
        List<List<Portion>> rows = new ArrayList<>();
        for (int j = 0; j < size(); j++) {
            others.add(j == i ? Portion.NONE : weights.get(j).plus(handed(i, j)));
            List<Portion> row = new ArrayList<>();
            for (int k = 0; k < size(); k++) {
                row.add(j == i || k == i || j == k ? Portion.NONE : past(i, j, k));
            }
            rows.add(row);
        }
        return new HypothesisGraph(others, rows);
    }

    /** What a hypothesis that is taken out now hands to another. */
    Portion handed(int from, int to) {
        return weights.get(from).times(transitions.get(from).get(to));
    }

    private Portion past(int i, int j, int k) {
        BigFraction there = transitions.get(j).get(i).fraction();
        BigFraction back = there.multiply(transitions.get(i).get(j).fraction());
        if (back.compareTo(BigFraction.ONE) == 0) {
            return Portion.NONE;
        }
        BigFraction led = transitions
                .get(j)
                .get(k)
                .fraction()
                .add(there.multiply(transitions.get(i).get(k).fraction()));
        return new Portion(led.divide(BigFraction.ONE.subtract(back)));
    }
}
