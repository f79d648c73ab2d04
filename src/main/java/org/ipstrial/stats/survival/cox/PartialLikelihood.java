package org.ipstrial.stats.survival.cox;

/**
 * Cox's partial likelihood with its derivatives.
 *
 * <pre>
 *   l(b) = sum over events of x_i'b - sum over times of log of the denominators of {@link Ties}
 *   u(b) = sum over times of (sum of x of the events - sum over the denominators of the weighted mean of x)
 *   I(b) = sum over times and denominators of the weighted covariance of x
 * </pre>
 *
 * <p>The weights are {@code exp(x'b)} of those at risk in the stratum, under {@link Ties} less for those who have the event.
 * Where people have case weights, {@code exp(x'b)} is times the own, an event counts as often as its weight says, and each
 * denominator as often as the mean weight of the events of its time.
 *
 * <p>Source: Cox DR (1972), Journal of the Royal Statistical Society, Series B 34:187-220; Cox DR (1975), Biometrika
 * 62:269-276; case weights: Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, section 7.1 and appendix E; as
 * R's {@code coxph(weights = )}.
 *
 * @param value       {@code l}
 * @param score       {@code u}
 * @param information {@code I}
 */
record PartialLikelihood(double value, double[] score, double[][] information) {

    /** A likelihood to be climbed: this one, or one with a penalty. */
    enum Kind {
        /** As it stands. */
        PLAIN {
            @Override
            PartialLikelihood at(CoxData data, Ties ties, double[] b) {
                return PartialLikelihood.at(data, ties, b);
            }
        },
        /** With Firth's penalty. */
        PENALISED {
            @Override
            PartialLikelihood at(CoxData data, Ties ties, double[] b) {
                return PenalisedLikelihood.at(data, ties, b);
            }
        },
        /** Over all sets of people who could have had the tied events. */
        EXACT {
            @Override
            PartialLikelihood at(CoxData data, Ties ties, double[] b) {
                return ExactLikelihood.at(data, b);
            }
        };

        /** The likelihood at some coefficients. */
        abstract PartialLikelihood at(CoxData data, Ties ties, double[] b);
    }

    /** Whether this is a place not below another; one where the sums run over is none. */
    boolean isAbove(PartialLikelihood other) {
        return value >= other.value && value < Double.POSITIVE_INFINITY;
    }

    /** The likelihood at some coefficients. */
    static PartialLikelihood at(CoxData data, Ties ties, double[] b) {
        int width = data.width();
        double[] exponents = RiskSums.exponents(data, b);
        double[] value = new double[1];
        double[] score = new double[width];
        double[][] information = new double[width][width];
        RiskSums.visit(data, exponents, time -> {
            for (int i = time.from(); i < time.to(); i++) {
                if (data.event(i)) {
                    value[0] += data.weight(i) * exponents[i];
                    for (int j = 0; j < width; j++) {
                        score[j] += data.weight(i) * data.x(i, j);
                    }
                }
            }
            // The denominators of Breslow are all alike.
            int distinct = ties == Ties.EFRON ? time.events() : 1;
            double times = time.weight() * (ties == Ties.EFRON ? 1 : time.events());
            for (int l = 0; l < distinct; l++) {
                value[0] -= times * StrictMath.log(time.denominator(ties, l));
                for (int j = 0; j < width; j++) {
                    score[j] -= times * time.mean(ties, l, j);
                    for (int k = 0; k <= j; k++) {
                        information[j][k] += times * time.covariance(ties, l, j, k);
                    }
                }
            }
        });
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new PartialLikelihood(value[0], score, information);
    }
}
