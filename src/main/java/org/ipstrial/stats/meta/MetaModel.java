package org.ipstrial.stats.meta;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * Effects that are to have one mean, or a mean that depends on moderators in a straight line.
 *
 * <p>Moderators are held centred and scaled to at most 1, so that solving loses no digits; {@link #centre} and
 * {@link #scale} lead back. Sums run over the studies by their numbers, so that the order in which they come changes no
 * bit of any result.
 */
public final class MetaModel {

    private final StudyEffects effects;
    private final double[][] columns;
    private final double[] centres;
    private final double[] scales;
    private final int[] order;

    private MetaModel(StudyEffects effects, double[][] columns, double[] centres, double[] scales, int[] order) {
        this.effects = effects;
        this.columns = columns;
        this.centres = centres;
        this.scales = scales;
        this.order = order;
    }

    /** One mean for all. */
    public static MetaModel ofMean(StudyEffects effects) {
        return of(effects, List.of());
    }

    /**
     * A mean that depends on moderators.
     *
     * @param moderators of each its value for every study
     * @throws IllegalArgumentException if one has not a finite value for each study
     */
    public static MetaModel of(StudyEffects effects, List<double[]> moderators) {
        int k = effects.count();
        int[] order = order(effects, moderators);
        double[][] columns = new double[moderators.size() + 1][k];
        double[] centres = new double[columns.length];
        double[] scales = new double[columns.length];
        Arrays.fill(columns[0], 1);
        scales[0] = 1;
        for (int j = 1; j < columns.length; j++) {
            double[] values = moderators.get(j - 1);
            if (values.length != k || !Arrays.stream(values).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a moderator needs a finite value for each of " + k + " studies");
            }
            double centre = sum(order, i -> values[i]) / k;
            double scale = Arrays.stream(values)
                    .map(value -> Math.abs(value - centre))
                    .max()
                    .orElseThrow();
            centres[j] = centre;
            scales[j] = scale > 0 ? scale : 1;
            for (int i = 0; i < k; i++) {
                columns[j][i] = (values[i] - centre) / scales[j];
            }
        }
        return new MetaModel(effects, columns, centres, scales, order);
    }

    private static int[] order(StudyEffects effects, List<double[]> moderators) {
        return IntStream.range(0, effects.count())
                .boxed()
                .sorted((one, other) -> {
                    int by = Double.compare(effects.estimate(one), effects.estimate(other));
                    by = by == 0 ? Double.compare(effects.variance(one), effects.variance(other)) : by;
                    for (int j = 0; by == 0 && j < moderators.size(); j++) {
                        by = Double.compare(moderators.get(j)[one], moderators.get(j)[other]);
                    }
                    return by;
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The effects. */
    public StudyEffects effects() {
        return effects;
    }

    /** How many coefficients: one, and one for each moderator. */
    public int coefficients() {
        return columns.length;
    }

    /** Studies less coefficients. */
    public int residualDf() {
        return effects.count() - columns.length;
    }

    /** What was taken from a moderator before it was scaled. */
    public double centre(int column) {
        return centres[column];
    }

    /** What a moderator was divided by. */
    public double scale(int column) {
        return scales[column];
    }

    double at(int column, int study) {
        return columns[column][study];
    }

    /** A sum over the studies that does not depend on their order. */
    public double sum(IntToDoubleFunction term) {
        return sum(order, term);
    }

    private static double sum(int[] order, IntToDoubleFunction term) {
        CompensatedSum sum = new CompensatedSum();
        for (int i : order) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }
}
