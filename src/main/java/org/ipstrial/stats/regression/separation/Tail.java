package org.ipstrial.stats.regression.separation;

/** Which way a person's linear predictor can go without end while their outcome grows no less likely. */
public enum Tail {
    /** Upwards: an event of a logistic model. */
    UP(1),
    /** Downwards: no event, or a count of 0. */
    DOWN(-1),
    /** Neither: a count above 0. */
    NEITHER(0);

    private final int sign;

    Tail(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
