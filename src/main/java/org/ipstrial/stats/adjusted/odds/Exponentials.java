package org.ipstrial.stats.adjusted.odds;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;

/** From the logarithm of a ratio to the ratio. */
public final class Exponentials {

    private Exponentials() {}

    /** The ratio with its limits; without standard error, which is that of the logarithm. */
    public static Estimate of(Estimate logarithm) {
        return new Estimate(of(logarithm.estimate()), Optional.empty(), of(logarithm.lower()), of(logarithm.upper()));
    }

    private static Quantity of(Quantity logarithm) {
        return logarithm instanceof Quantity.Estimated number
                ? Quantity.limit(StrictMath.exp(number.value()))
                : logarithm;
    }
}
