package org.ipstrial.stats.imputation.pooling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.Moments;

/**
 * How far a pooled number would move if the missing values were drawn anew with as many imputations: its standard error
 * over imputations, the data held still.
 *
 * <p>With {@code m} imputations and {@code w(j)} the number when the {@code j}-th is left out:
 *
 * <pre>
 *   error = sqrt((m - 1) / m  sum of (w(j) - mean of w)^2)
 * </pre>
 *
 * <p>Of the pooled estimate this is {@code sqrt(b / m)} exactly. Unit: that of the number.
 *
 * <p>Edges: fewer than three imputations leave nothing to pool when one is left out ({@code too-few-imputations}); a number
 * that does not exist without some imputation has no error ({@code no-variance}).
 *
 * <p>Source: Royston P, Carlin JB, White IR (2009), Stata Journal 9:252-264; White IR, Royston P, Wood AM (2011),
 * Statistics in Medicine 30:377-399, section 7.3.
 */
public final class MonteCarloError {

    private MonteCarloError() {}

    /** The error of a number of the pooled result. */
    public static Quantity of(List<CompletedEstimate> completed, Function<RubinRules, OptionalDouble> number) {
        int m = completed.size();
        if (m < 3) {
            return Quantity.notEstimable(Reason.TOO_FEW_IMPUTATIONS);
        }
        double[] without = RubinRules.leavingOneOut(completed).stream()
                .map(number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (without.length < m) {
            return Quantity.notEstimable(Reason.NO_VARIANCE);
        }
        return Quantity.of(Math.sqrt((m - 1.0) / m * Moments.of(without).squares()));
    }
}
