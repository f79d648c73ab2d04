package org.ipstrial.report;

import java.util.Optional;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.Statistic;

/**
 * An effect with, where it is adjusted too, the same with covariates in the model.
 *
 * @param plain    without covariates
 * @param adjusted with them
 */
record EffectPair(Result plain, Optional<Result> adjusted) {

    /** What a plot shows, if it is one of what is adjusted and if not. */
    Result drawn(boolean withCovariates) {
        return withCovariates ? adjusted.orElse(plain) : plain;
    }

    boolean isAdjusted() {
        return adjusted.isPresent();
    }

    /** Whether there is an adjusted number to draw. */
    boolean drawsAdjusted() {
        return adjusted.flatMap(effect -> effect.value(Statistic.ESTIMATE)).isPresent();
    }
}
