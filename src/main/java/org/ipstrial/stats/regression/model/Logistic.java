package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.regression.separation.Tail;

/** A yes/no outcome whose log odds are the linear predictor. */
public enum Logistic implements Response {
    /** The one there is. */
    RESPONSE;

    /** The probability of the outcome. */
    public double mean(double eta) {
        if (eta >= 0) {
            return 1 / (1 + StrictMath.exp(-eta));
        }
        double odds = StrictMath.exp(eta);
        return odds / (1 + odds);
    }

    @Override
    public double logLikelihood(double y, double eta) {
        double unlikely = y == 1 ? -eta : eta;
        return unlikely > 0
                ? -unlikely - StrictMath.log1p(StrictMath.exp(-unlikely))
                : -StrictMath.log1p(StrictMath.exp(unlikely));
    }

    @Override
    public double best(double y) {
        return 0;
    }

    @Override
    public double score(double y, double eta) {
        return y == 1 ? mean(-eta) : -mean(eta);
    }

    @Override
    public double information(double eta) {
        double odds = StrictMath.exp(-Math.abs(eta));
        return odds / ((1 + odds) * (1 + odds));
    }

    @Override
    public boolean allows(double eta) {
        return true;
    }

    @Override
    public double start(double y, double mean) {
        return y == 1 ? StrictMath.log(3) : -StrictMath.log(3);
    }

    @Override
    public Tail tail(double y) {
        return y == 1 ? Tail.UP : Tail.DOWN;
    }

    @Override
    public void check(double y) {
        if (y != 0 && y != 1) {
            throw new IllegalArgumentException("a yes/no outcome must be 0 or 1, got " + y);
        }
    }
}
