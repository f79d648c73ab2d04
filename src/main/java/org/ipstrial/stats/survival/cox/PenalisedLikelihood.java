package org.ipstrial.stats.survival.cox;

import java.util.Optional;

/**
 * Cox's partial likelihood with Firth's penalty, which has a maximum whatever the events.
 *
 * <p>With {@code l}, {@code u} and {@code I} of {@link PartialLikelihood}:
 *
 * <pre>
 *   m(b) = l(b) + log det I(b) / 2
 *   slope of m by b_h = u_h + sum over j, k of (I<sup>-1</sup>)_jk dI_jk / db_h / 2
 * </pre>
 *
 * <p>{@code dI_jk / db_h} is the sum over times and denominators of the weighted third moment of the covariates about their
 * means. The information that goes with it is that of {@code l}.
 *
 * <p>Source: Firth D (1993), Biometrika 80:27-38; Heinze G, Schemper M (2001), Biometrics 57:114-119.
 */
final class PenalisedLikelihood {

    private PenalisedLikelihood() {}

    /** The penalised likelihood at some coefficients, minus infinity where the information has no inverse. */
    static PartialLikelihood at(CoxData data, Ties ties, double[] b) {
        PartialLikelihood plain = PartialLikelihood.at(data, ties, b);
        Optional<double[][]> inverse = Information.inverse(plain.information());
        if (inverse.isEmpty()) {
            return new PartialLikelihood(Double.NEGATIVE_INFINITY, new double[b.length], plain.information());
        }
        double[] score = plain.score().clone();
        double[][][] moments = thirdMoments(data, ties, b);
        for (int h = 0; h < b.length; h++) {
            double trace = 0;
            for (int j = 0; j < b.length; j++) {
                for (int k = 0; k < b.length; k++) {
                    trace += inverse.get()[j][k] * sorted(moments, h, j, k);
                }
            }
            score[h] += trace / 2;
        }
        double value =
                plain.value() + Information.logDeterminant(plain.information()).orElseThrow() / 2;
        return new PartialLikelihood(value, score, plain.information());
    }

    private static double[][][] thirdMoments(CoxData data, Ties ties, double[] b) {
        int width = b.length;
        double[][][] sums = new double[width][width][width];
        RiskSums.visit(data, RiskSums.exponents(data, b), true, time -> {
            int distinct = ties == Ties.EFRON ? time.events() : 1;
            double times = time.weight() * (ties == Ties.EFRON ? 1 : time.events());
            for (int l = 0; l < distinct; l++) {
                for (int h = 0; h < width; h++) {
                    for (int j = 0; j <= h; j++) {
                        for (int k = 0; k <= j; k++) {
                            sums[h][j][k] += times * time.thirdMoment(ties, l, h, j, k);
                        }
                    }
                }
            }
        });
        return sums;
    }

    /** The moment of three columns in any order; only descending ones are kept. */
    private static double sorted(double[][][] moments, int a, int b, int c) {
        int most = Math.max(a, Math.max(b, c));
        int least = Math.min(a, Math.min(b, c));
        return moments[most][a + b + c - most - least][least];
    }
}
