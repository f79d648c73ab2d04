package org.ipstrial.stats.adjusted.standardised;

import org.ipstrial.stats.adjusted.WaldContrast.Scale;

/** What is taken the difference of, when two shares are compared. */
enum ShareContrast {
    /** The shares: a risk difference. */
    DIFFERENCE(Scale.SHARES) {
        @Override
        double value(double share) {
            return share;
        }

        @Override
        double slope(double share) {
            return 1;
        }
    },
    /** Their logarithms: a risk ratio. */
    RATIO(Scale.LOGARITHM) {
        @Override
        double value(double share) {
            return StrictMath.log(share);
        }

        @Override
        double slope(double share) {
            return 1 / share;
        }
    },
    /** Their log odds: an odds ratio. */
    ODDS_RATIO(Scale.LOGARITHM) {
        @Override
        double value(double share) {
            return StrictMath.log(share) - StrictMath.log1p(-share);
        }

        @Override
        double slope(double share) {
            return 1 / (share * (1 - share));
        }
    };

    private final Scale scale;

    ShareContrast(Scale scale) {
        this.scale = scale;
    }

    abstract double value(double share);

    abstract double slope(double share);

    Scale scale() {
        return scale;
    }
}
