package org.ipstrial.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Statistic;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.BalanceMethods;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;

/**
 * What is told of one covariate at the start.
 *
 * @param <D> what is known of it in an arm
 */
interface BaselineCovariate<D> {

    /** What is known of it among some people. */
    D of(Cohort people);

    /** How many of them it is missing of. */
    int missing(D people);

    /** How many of them it is known of. */
    int assessed(D people);

    /** Counts and summary of an arm, or of all arms together. */
    List<Result> summary(ResultKey key, D people);

    /** The standardised difference of two arms in each of which it is known of somebody. */
    Quantity standardised(D group, D reference);

    /** The standardised difference of two arms, group minus reference where it has a sign. */
    default Result difference(ResultKey key, D group, D reference) {
        Supplier<Quantity> computed = () -> standardised(group, reference);
        Quantity difference =
                absent(group, reference).map(Quantity::notEstimable).orElseGet(computed);
        return new Result(
                key.of(Measure.STANDARDISED_MEAN_DIFFERENCE, BalanceMethods.AVERAGE_VARIANCE),
                Map.of(Statistic.ESTIMATE, Results.cell(difference, Unit.NONE)),
                "");
    }

    private Optional<Reason> absent(D group, D reference) {
        if (assessed(group) == 0) {
            return Optional.of(Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        return assessed(reference) == 0 ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE) : Optional.empty();
    }
}
