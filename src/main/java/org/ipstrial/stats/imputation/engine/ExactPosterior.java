package org.ipstrial.stats.imputation.engine;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Parameters drawn from the posterior of a likelihood with a flat prior, by a walk over proposals that do not hang on where it
 * stands.
 *
 * <pre>
 *   proposed: b' = b + s R^-1 z,  b the maximum, R'R the information there, z p standard normal numbers,
 *             s = sqrt(v / g),  g chi-squared with v = 8 degrees of freedom: Student's t in p dimensions
 *   w(b')   = exp(l(b')) (1 + |s z|^2 / v)^((v + p) / 2),  l the log-likelihood: the posterior over the proposal's density
 *   taken with probability min(1, w(b') / w(b at present)); the first is taken, and 19 more are proposed
 * </pre>
 *
 * <p>Why not the normal posterior around the maximum that Rubin (1987, pages 169-170) takes in its place: the posterior of a
 * flat prior is such that the scores are 0 on average over it, so that of a logistic model the probabilities that are drawn
 * come to the totals that were observed. The normal one lacks its skewness, and its probabilities lean to one half: with
 * {@code V} the variance of a linear predictor and {@code p} its probability by some {@code V p (1 - p) (1 - 2 p) / 2}. The
 * mode of Firth's penalised likelihood leans twice as far: it takes away the bias of the maximum, which goes the other way.
 *
 * <p>Such a walk comes to its end by the factor {@code 1 - 1 / M} a step, {@code M} the most that {@code w} is above its mean,
 * which is below 2 for a normal posterior of up to 20 parameters: 20 steps leave less than one in a million.
 *
 * <p>Source: Tierney L (1994), Annals of Statistics 22:1701-1762, section 2.3.3; the rate: Mengersen KL, Tweedie RL (1996),
 * Annals of Statistics 24:101-121, theorem 2.1.
 */
final class ExactPosterior {

    private static final int STEPS = 20;
    private static final int MOST_PROPOSALS = 1000;
    private static final int DF = 8;

    private ExactPosterior() {}

    /**
     * Parameters, drawn; none if the likelihood is 0 wherever the walk goes.
     *
     * @param size          how many there are
     * @param moved         the maximum moved by {@code R^-1 z}
     * @param logLikelihood the log-likelihood but for a constant; minus infinity where it is 0
     */
    static <P> Optional<P> draw(
            int size, Function<double[], P> moved, ToDoubleFunction<P> logLikelihood, Variates random) {
        Optional<P> taken = Optional.empty();
        double weight = Double.NEGATIVE_INFINITY;
        int steps = 0;
        for (int proposal = 0; proposal < MOST_PROPOSALS && steps < STEPS; proposal++) {
            double[] z = random.normals(size);
            double stretch = Math.sqrt(DF / random.chiSquared(DF));
            double u = 1 - random.fraction();
            double squares = 0;
            for (int j = 0; j < size; j++) {
                z[j] *= stretch;
                squares += z[j] * z[j];
            }
            P proposed = moved.apply(z);
            double there = logLikelihood.applyAsDouble(proposed) + (DF + size) / 2.0 * StrictMath.log1p(squares / DF);
            if (there > Double.NEGATIVE_INFINITY && (taken.isEmpty() || StrictMath.log(u) < there - weight)) {
                taken = Optional.of(proposed);
                weight = there;
            }
            steps += taken.isPresent() ? 1 : 0;
        }
        return taken;
    }
}
