package org.ipstrial.stats.imputation.engine;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.design.Aliased;

/** What comes of drawing the missing values of a variable: the values, or the reason why there are none. */
public sealed interface Drawn permits Drawn.Values, Drawn.None {

    /**
     * The values.
     *
     * @param values    one for each missing value
     * @param augmented whether the model was fitted with rows of little weight added, because columns told the outcomes
     *                  apart without fault
     * @param donors    how far the donors were, where values were taken from them
     */
    record Values(double[] values, boolean augmented, Optional<DonorReach> donors) implements Drawn {
        /** Values that were taken from nobody. */
        public Values(double[] values, boolean augmented) {
            this(values, augmented, Optional.empty());
        }
    }

    /**
     * No values.
     *
     * @param reason  why
     * @param columns the columns that are the cause, where some are; one made of the column of ones alone is constant
     */
    record None(Reason reason, List<Aliased> columns) implements Drawn {
        /** Copies the columns. */
        public None {
            columns = List.copyOf(columns);
        }
    }

    /** Values of a model that needed nothing added. */
    static Drawn of(double[] values) {
        return new Values(values, false);
    }

    /** No values, and no column is the cause. */
    static Drawn none(Reason reason) {
        return new None(reason, List.of());
    }
}
