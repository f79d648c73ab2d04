package org.ipstrial.stats.regression.gee;

import org.ipstrial.stats.regression.model.Logistic;

/** How the mean of an outcome, and its variance up to a factor, hang on the linear predictor. */
public enum MeanModel {
    /** An amount whose mean is the predictor, and whose variance is the same of everybody. */
    IDENTITY {
        @Override
        double mean(double eta) {
            return eta;
        }

        @Override
        double slope(double eta) {
            return 1;
        }

        @Override
        double variance(double eta) {
            return 1;
        }
    },
    /** A yes/no outcome whose log odds are the predictor. */
    LOGIT {
        @Override
        double mean(double eta) {
            return Logistic.RESPONSE.mean(eta);
        }

        @Override
        double slope(double eta) {
            return Logistic.RESPONSE.information(eta);
        }

        @Override
        double variance(double eta) {
            return Logistic.RESPONSE.information(eta);
        }
    };

    abstract double mean(double eta);

    abstract double slope(double eta);

    abstract double variance(double eta);
}
