package org.ipstrial.catalogue;

import java.util.EnumMap;
import java.util.Map;
import org.ipstrial.ard.Statistic;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.TestResult;

/**
 * How a family's methods are run on the input of a {@link ReferenceValue}.
 *
 * @param <F> what the family's methods take and give
 */
@FunctionalInterface
public interface Evaluation<F> {

    /**
     * Runs a method.
     *
     * @param function the method
     * @param input    the data, as {@link ReferenceValue#input} writes them
     * @param level    confidence level as a fraction
     * @return its numbers
     */
    Map<Statistic, Quantity> run(F function, String input, double level);

    /** The numbers of an estimate. */
    static Map<Statistic, Quantity> numbers(Estimate estimate) {
        Map<Statistic, Quantity> numbers = new EnumMap<>(Statistic.class);
        numbers.put(Statistic.ESTIMATE, estimate.estimate());
        estimate.standardError().ifPresent(error -> numbers.put(Statistic.STD_ERROR, error));
        numbers.put(Statistic.CONF_LOW, estimate.lower());
        numbers.put(Statistic.CONF_HIGH, estimate.upper());
        return numbers;
    }

    /** The numbers of a test. */
    static Map<Statistic, Quantity> numbers(TestResult test) {
        Map<Statistic, Quantity> numbers = new EnumMap<>(Statistic.class);
        test.statistic().ifPresent(statistic -> numbers.put(Statistic.STATISTIC, Quantity.of(statistic)));
        test.df().ifPresent(df -> numbers.put(test.df2().isPresent() ? Statistic.DF1 : Statistic.DF, Quantity.of(df)));
        test.df2().ifPresent(df -> numbers.put(Statistic.DF2, Quantity.of(df)));
        numbers.put(Statistic.P_VALUE, test.pValue());
        return numbers;
    }
}
