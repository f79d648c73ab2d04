package org.ipstrial.stats.meta.bias;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.StudyEffects;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * Trim and fill: how many studies lack their mirror image, by the estimator L0, and the studies with those images.
 *
 * <p>Studies are filled in on the side away from which small studies lie: above if the slope of effects y on their standard
 * errors, with the variance between studies that it leaves, is below 0, and below if it is above 0. In the first case all
 * signs are changed until the end. Then, from {@code q = 0} on, until q stays as it is:
 * <pre>
 *   m = pooled effect of the k - q studies with the smallest y
 *   T = sum of the ranks of |y - m| over the studies with y &gt; m
 *   q = (4 T - k (k + 1)) / (2 k - 1), rounded to a whole number, at least 0
 * </pre>
 * and each of the q studies with the largest y gets an image {@code 2 m - y} with the same variance. What is pooled over all
 * of them is an adjustment on the assumption that the funnel is even but for studies that were never published. Where small
 * studies differ for other reasons it fills in studies that never were, and where studies differ much it errs either way.
 *
 * <p>Direction: changing the arms round mirrors all of it. Equal |y - m| share the mean of their ranks, so that an even funnel
 * lacks nothing (metafor ranks them by y, and such a funnel can then lack one); of equal y the study with the larger
 * variance is trimmed first.
 *
 * <p>Edges: fewer than three studies, or all of one variance, have no slope and no side. Without a slope nothing is filled in.
 * Where q goes round in a circle there is none ({@code not-converged}).
 *
 * <p>Source: Duval S, Tweedie R (2000), Trim and fill: a simple funnel-plot-based method of testing and adjusting for
 * publication bias in meta-analysis, Biometrics 56:455-463, the estimator L0.
 */
public final class TrimAndFill {

    /** A distance from the pooled effect that is smaller than this part of the largest effect is rounding. */
    private static final double ROUNDING = 1e-13;

    private static final int LEAST = 3;

    private final double[] y;
    private final double[] v;
    private final TauSquared estimator;

    private TrimAndFill(double[] y, double[] v, TauSquared estimator) {
        this.y = y;
        this.v = v;
        this.estimator = estimator;
    }

    /**
     * The studies with what is filled in.
     *
     * @param estimator of the variance between studies, on which the pooled effect of the trimmed studies rests
     */
    public static Filling of(StudyEffects effects, TauSquared estimator) {
        int k = effects.count();
        if (k < LEAST) {
            return new Filling.Impossible(Reason.FEWER_THAN_THREE_STUDIES);
        }
        double[] errors = IntStream.range(0, k)
                .mapToDouble(i -> Math.sqrt(effects.variance(i)))
                .toArray();
        MetaModel line = MetaModel.of(effects, List.of(errors));
        if (!WeightedFit.isOfFullRank(line)) {
            return new Filling.Impossible(Reason.NO_VARIANCE);
        }
        double slope = WeightedFit.at(line, estimator.of(line)).coefficients()[1];
        if (slope == 0) {
            return new Filling.Done(effects, 0, Filling.Side.NONE);
        }
        double sign = slope < 0 ? -1 : 1;
        int[] order = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> sign * effects.estimate(i))
                        .thenComparingDouble(effects::variance))
                .mapToInt(Integer::intValue)
                .toArray();
        return new TrimAndFill(
                        Arrays.stream(order)
                                .mapToDouble(i -> sign * effects.estimate(i))
                                .toArray(),
                        Arrays.stream(order).mapToDouble(effects::variance).toArray(),
                        estimator)
                .filling(effects, sign);
    }

    private Filling filling(StudyEffects effects, double sign) {
        BitSet tried = new BitSet();
        int missing = 0;
        double mean = mean(missing);
        for (int next = missing(mean); next != missing; next = missing(mean)) {
            tried.set(missing);
            if (tried.get(next)) {
                return new Filling.Impossible(Reason.NOT_CONVERGED);
            }
            missing = next;
            mean = mean(missing);
        }
        if (missing == 0) {
            return new Filling.Done(effects, 0, Filling.Side.NONE);
        }
        int k = y.length;
        double[] filled = new double[k + missing];
        double[] variances = new double[k + missing];
        for (int i = 0; i < k; i++) {
            filled[i] = effects.estimate(i);
            variances[i] = effects.variance(i);
        }
        for (int i = k - missing; i < k; i++) {
            filled[i + missing] = sign * (2 * mean - y[i]);
            variances[i + missing] = v[i];
        }
        return new Filling.Done(
                StudyEffects.of(filled, variances), missing, sign < 0 ? Filling.Side.ABOVE : Filling.Side.BELOW);
    }

    /** The pooled effect without so many of the largest. */
    private double mean(int missing) {
        int left = y.length - missing;
        if (left == 1) {
            return y[0];
        }
        MetaModel model = MetaModel.ofMean(StudyEffects.of(Arrays.copyOf(y, left), Arrays.copyOf(v, left)));
        return WeightedFit.at(model, estimator.of(model)).coefficients()[0];
    }

    /** How many studies lack their image in a mirror that stands here. */
    private int missing(double mean) {
        int k = y.length;
        double rounding = ROUNDING * Math.max(Math.abs(y[0]), Math.abs(y[k - 1]));
        int[] ranked = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance(i, mean)))
                .mapToInt(Integer::intValue)
                .toArray();
        long twice = 0;
        int first = 0;
        for (int last = 0; last < k; last++) {
            if (last == k - 1 || distance(ranked[last + 1], mean) - distance(ranked[last], mean) > rounding) {
                for (int i = first; i <= last; i++) {
                    // Twice the mean of the ranks first + 1 to last + 1.
                    twice += y[ranked[i]] - mean > rounding ? first + last + 2 : 0;
                }
                first = last + 1;
            }
        }
        // Never halfway between two whole numbers, since the divisor is odd; and always below k.
        double lacking = (double) (2 * twice - (long) k * (k + 1)) / (2L * k - 1);
        return (int) Math.max(0, Math.rint(lacking));
    }

    private double distance(int study, double mean) {
        return Math.abs(y[study] - mean);
    }
}
