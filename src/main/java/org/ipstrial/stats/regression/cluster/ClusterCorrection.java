package org.ipstrial.stats.regression.cluster;

/** How residuals of few clusters are enlarged, by the names of the R package clubSandwich. */
public enum ClusterCorrection {
    /** By the inverse root of what the fit leaves of them: unbiased where the residuals are independent. */
    CR2 {
        @Override
        double factor(double left) {
            return 1 / Math.sqrt(left);
        }
    },
    /** By its inverse, as if each cluster had been left out of the fit. */
    CR3 {
        @Override
        double factor(double left) {
            return 1 / left;
        }
    };

    /** The factor of a direction of which the fit leaves a share above 0. */
    abstract double factor(double left);
}
