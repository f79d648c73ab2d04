package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.regression.separation.Tail;

/** How an outcome hangs on the linear predictor {@code eta} of a generalised linear model. */
public interface Response {

    /** The log-likelihood of an outcome, but for what hangs on the outcome alone. */
    double logLikelihood(double y, double eta);

    /** The log-likelihood of an outcome that is fitted without fault, but for the same. */
    double best(double y);

    /** The derivative of the log-likelihood by the linear predictor. */
    double score(double y, double eta);

    /** The expected information about the linear predictor. */
    double information(double eta);

    /** Whether the linear predictor may take a value. */
    boolean allows(double eta);

    /** The linear predictor that the fitting begins with. */
    double start(double y, double mean);

    /** Which way the linear predictor can go without end while the outcome grows no less likely. */
    Tail tail(double y);

    /** Refuses an outcome that the model has no likelihood for. */
    void check(double y);
}
