package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.regression.separation.Tail;

/** A yes/no outcome whose logarithm of the probability is the linear predictor, which must lie below 0. */
public enum LogBinomial implements Response {
    /** The one there is. */
    RESPONSE;

    @Override
    public double logLikelihood(double y, double eta) {
        return y == 1 ? eta : StrictMath.log(-StrictMath.expm1(eta));
    }

    @Override
    public double best(double y) {
        return 0;
    }

    @Override
    public double score(double y, double eta) {
        return y == 1 ? 1 : StrictMath.exp(eta) / StrictMath.expm1(eta);
    }

    @Override
    public double information(double eta) {
        return -StrictMath.exp(eta) / StrictMath.expm1(eta);
    }

    @Override
    public boolean allows(double eta) {
        return eta < 0;
    }

    @Override
    public double start(double y, double mean) {
        return StrictMath.log(mean);
    }

    @Override
    public Tail tail(double y) {
        return y == 1 ? Tail.NEITHER : Tail.DOWN;
    }

    @Override
    public void check(double y) {
        Logistic.RESPONSE.check(y);
    }
}
