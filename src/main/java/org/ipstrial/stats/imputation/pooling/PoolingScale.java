package org.ipstrial.stats.imputation.pooling;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;

/** The scale on which completed estimates are pooled, and what is shown of them. */
public enum PoolingScale {
    /** Shown as pooled. */
    PLAIN,
    /** A difference of shares: limits end at -1 and 1. */
    SHARE_DIFFERENCE,
    /** Logarithms of ratios: the ratio is shown, without a standard error, which is one of the logarithm. */
    LOG_RATIO;

    /** A pooled number as it is shown. */
    public double shown(double pooled) {
        return switch (this) {
            case PLAIN -> pooled;
            case SHARE_DIFFERENCE -> Math.max(-1, Math.min(1, pooled));
            case LOG_RATIO -> StrictMath.exp(pooled);
        };
    }

    /** A value of the shown scale on that of pooling. */
    public double pooled(double shown) {
        return this == LOG_RATIO ? StrictMath.log(shown) : shown;
    }

    /** A pooled estimate with its limits as they are shown. */
    public Estimate shown(Estimate pooled) {
        if (this == PLAIN) {
            return pooled;
        }
        return new Estimate(
                shown(pooled.estimate()),
                this == LOG_RATIO ? Optional.empty() : pooled.standardError(),
                shown(pooled.lower()),
                shown(pooled.upper()));
    }

    private Quantity shown(Quantity pooled) {
        return pooled instanceof Quantity.Estimated number ? Quantity.limit(shown(number.value())) : pooled;
    }
}
