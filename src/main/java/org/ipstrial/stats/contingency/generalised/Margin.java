package org.ipstrial.stats.contingency.generalised;

import java.util.Arrays;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * What a test looks at in one margin of a stratum's table: each category by itself, or one score of the categories.
 *
 * <p>Scores are counted from the one that lies nearest to their mean. So differences of scores far from 0 lose nothing, equal
 * scores have exactly no variance, and of what is squared no more than half cancels.
 */
final class Margin {

    /** The margin of a stratum from the people in each of its categories. */
    @FunctionalInterface
    interface Of {
        /** The margin of these people. */
        Margin people(double[] counts);
    }

    private final double[] counts;
    private final double people;
    private final double[] offsets;
    private final double unit;
    private final double squares;

    private Margin(double[] counts, double[] offsets, double unit) {
        this.counts = counts;
        this.people = Arrays.stream(counts).sum();
        this.offsets = offsets;
        this.unit = unit;
        this.squares = offsets.length == 0 ? 0 : squares();
    }

    /** Each category by itself. */
    static Margin each(double[] counts) {
        return new Margin(counts, new double[0], 1);
    }

    /**
     * One score.
     *
     * @param scores of the categories
     * @param unit   what a score is to be multiplied with in the end; sums of whole numbers stay exact until then
     */
    static Margin scored(double[] counts, double[] scores, double unit) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < counts.length; j++) {
            sum.addProduct(counts[j], scores[j]);
        }
        double mean = sum.value() / Arrays.stream(counts).sum();
        double nearest = scores[0];
        for (double score : scores) {
            nearest = Math.abs(score - mean) < Math.abs(nearest - mean) ? score : nearest;
        }
        double[] offsets = scores.clone();
        for (int j = 0; j < offsets.length; j++) {
            offsets[j] -= nearest;
        }
        return new Margin(counts, offsets, unit);
    }

    /** The square of the scores' distance from their mean, summed over people. */
    private double squares() {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < counts.length; j++) {
            sum.addProduct(counts[j] * offsets[j], offsets[j]);
        }
        double whole = total(counts);
        return Math.max(0, sum.value() - whole / people * whole);
    }

    private double total(double[] of) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < of.length; j++) {
            sum.addProduct(of[j], offsets[j]);
        }
        return sum.value();
    }

    /** Everybody in the stratum. */
    double people() {
        return people;
    }

    /** What the score is to be multiplied with. */
    double unit() {
        return unit;
    }

    /** How many people are in each category. */
    double[] counts() {
        return counts;
    }

    /** Some numbers by category, as they are, or their sum with the scores as weights. */
    double[] sums(double[] byCategory) {
        return offsets.length == 0 ? byCategory : new double[] {total(byCategory)};
    }

    /** For any two of the things looked at, the sum over people of the products of how far these lie from their means. */
    double[][] comoments() {
        if (offsets.length > 0) {
            return new double[][] {{squares}};
        }
        double[][] comoments = new double[counts.length][counts.length];
        for (int one = 0; one < counts.length; one++) {
            for (int other = 0; other < one; other++) {
                comoments[one][other] = -(counts[one] * counts[other] / people);
                comoments[other][one] = comoments[one][other];
            }
            comoments[one][one] = counts[one] * (people - counts[one]) / people;
        }
        return comoments;
    }
}
