package org.ipstrial.stats.imputation.engine;

import org.ipstrial.stats.Reason;

/** What comes of fitting a logistic model: its posterior, or the reason why there is none. */
sealed interface LogisticFit permits LogisticPosterior, LogisticFit.None {

    /**
     * No posterior.
     *
     * @param reason why
     */
    record None(Reason reason) implements LogisticFit {}
}
