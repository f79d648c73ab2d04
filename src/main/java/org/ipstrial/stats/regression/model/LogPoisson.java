package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.regression.separation.Tail;

/**
 * A count, or any amount not below 0, whose logarithm of the mean is the linear predictor, fitted by the likelihood of a
 * Poisson distribution.
 */
public enum LogPoisson implements Response {
    /** The one there is. */
    RESPONSE;

    @Override
    public double logLikelihood(double y, double eta) {
        return y * eta - StrictMath.exp(eta);
    }

    @Override
    public double best(double y) {
        return y > 0 ? y * StrictMath.log(y) - y : 0;
    }

    @Override
    public double score(double y, double eta) {
        return y - StrictMath.exp(eta);
    }

    @Override
    public double information(double eta) {
        return StrictMath.exp(eta);
    }

    @Override
    public boolean allows(double eta) {
        return eta < 700;
    }

    @Override
    public double start(double y, double mean) {
        return StrictMath.log((y + mean) / 2);
    }

    @Override
    public Tail tail(double y) {
        return y > 0 ? Tail.NEITHER : Tail.DOWN;
    }

    @Override
    public void check(double y) {
        if (!(y >= 0)) {
            throw new IllegalArgumentException("a count or amount must not be below 0, got " + y);
        }
    }
}
