package org.ipstrial.stats.survival.cox;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Climbs a likelihood where Newton's steps alone lead nowhere: where a coefficient is held so far off that hardly anybody
 * tells of the others, or where the information is not the curvature, as of a penalised likelihood.
 *
 * <p>With slopes {@code u}, curvature {@code H} (of a penalised likelihood by differences of its slopes), and the information
 * {@code I(0)} where all coefficients are 0, which knows the units of the columns and how they go together:
 *
 * <pre>
 *   b moves by (H + k I(0))<sup>-1</sup> u
 * </pre>
 *
 * <p>{@code k} is 0 where that climbs, and grows until it does, which turns Newton's steps into short ones up the slope.
 *
 * <p>Source: Marquardt DW (1963), Journal of the Society for Industrial and Applied Mathematics 11:431-441.
 */
final class Climb {

    private static final int STEPS = 100;
    /** Squares of steps in standard errors: none to speak of; as small as rounding may leave; and too small for the likelihood to tell. */
    private static final double NONE = 1e-24;

    private static final double ROUNDING = 1e-12;
    private static final double SAFE = 1e-8;

    private static final double LEAST = 1e-14;
    private static final double MOST = 1e40;
    private static final double HARDER = 100;
    private static final double EASIER = 10;
    /** Half a difference of slopes, in standard errors. */
    private static final double NEARBY = 1e-4;

    private final Function<double[], PartialLikelihood> likelihood;
    private final PartialLikelihood.Kind kind;
    private final int[] free;

    private Climb(Function<double[], PartialLikelihood> likelihood, PartialLikelihood.Kind kind, int[] free) {
        this.likelihood = likelihood;
        this.kind = kind;
        this.free = free;
    }

    /** A top and the likelihood there. */
    record Top(double[] coefficients, PartialLikelihood likelihood) {}

    /**
     * The top that is reached.
     *
     * @param start where to begin
     * @param held  the columns that stay as they start
     */
    static Optional<Top> of(
            Function<double[], PartialLikelihood> likelihood,
            PartialLikelihood.Kind kind,
            double[] start,
            int... held) {
        int[] free = IntStream.range(0, start.length)
                .filter(j -> IntStream.of(held).noneMatch(column -> column == j))
                .toArray();
        return new Climb(likelihood, kind, free).from(start);
    }

    private Optional<Top> from(double[] start) {
        double[][] unit = block(likelihood.apply(new double[start.length]).information());
        double[] b = start.clone();
        PartialLikelihood now = likelihood.apply(b);
        if (free.length == 0) {
            return Optional.of(new Top(b, now));
        }
        double[][] curvature = curvature(b, now);
        double damping = 0;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS && damping < MOST; i++) {
            Optional<double[][]> inverse = Information.inverse(sum(curvature, damping, unit));
            double[] slopes = chosen(now.score());
            double[] step =
                    inverse.map(matrix -> Information.times(matrix, slopes)).orElseGet(() -> new double[free.length]);
            double decrement = inverse.isPresent() ? Information.dot(step, slopes) : Double.POSITIVE_INFINITY;
            boolean safe = decrement <= SAFE;
            double[] next = b.clone();
            for (int k = 0; k < free.length; k++) {
                next[free[k]] += step[k];
            }
            PartialLikelihood there = inverse.isPresent() ? likelihood.apply(next) : now;
            boolean higher = inverse.isPresent() && (there.isAbove(now) || safe && Double.isFinite(there.value()));
            if (!higher) {
                damping = Math.max(LEAST, damping * HARDER);
                continue;
            }
            b = next;
            now = there;
            if (decrement <= NONE || decrement <= ROUNDING && decrement >= last / 2) {
                return Optional.of(new Top(b, now));
            }
            last = decrement;
            damping = damping <= LEAST ? 0 : damping / EASIER;
            curvature = curvature(b, now);
        }
        return Optional.empty();
    }

    /** The information; of a penalised likelihood the curvature itself, unless it is not that of a top. */
    private double[][] curvature(double[] b, PartialLikelihood here) {
        double[][] information = block(here.information());
        if (kind != PartialLikelihood.Kind.PENALISED) {
            return information;
        }
        double[][] curvature = new double[free.length][];
        for (int k = 0; k < free.length; k++) {
            double apart = NEARBY / Math.sqrt(information[k][k]);
            double[] before = b.clone();
            double[] after = b.clone();
            before[free[k]] -= apart;
            after[free[k]] += apart;
            double[] low = likelihood.apply(before).score();
            double[] high = likelihood.apply(after).score();
            curvature[k] = new double[free.length];
            for (int j = 0; j < free.length; j++) {
                curvature[k][j] = (low[free[j]] - high[free[j]]) / (after[free[k]] - before[free[k]]);
            }
        }
        for (int k = 0; k < free.length; k++) {
            for (int j = 0; j < k; j++) {
                double mean = (curvature[k][j] + curvature[j][k]) / 2;
                curvature[k][j] = mean;
                curvature[j][k] = mean;
            }
        }
        return Information.inverse(curvature).isPresent() ? curvature : information;
    }

    private double[][] block(double[][] matrix) {
        double[][] block = new double[free.length][];
        for (int k = 0; k < free.length; k++) {
            block[k] = chosen(matrix[free[k]]);
        }
        return block;
    }

    private double[] chosen(double[] vector) {
        return IntStream.of(free).mapToDouble(j -> vector[j]).toArray();
    }

    private static double[][] sum(double[][] matrix, double times, double[][] unit) {
        double[][] sum = new double[matrix.length][matrix.length];
        for (int j = 0; j < sum.length; j++) {
            for (int k = 0; k < sum.length; k++) {
                sum[j][k] = matrix[j][k] + times * unit[j][k];
            }
        }
        return sum;
    }
}
