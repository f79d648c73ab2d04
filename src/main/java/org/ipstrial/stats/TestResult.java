package org.ipstrial.stats;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The outcome of a significance test.
 *
 * @param statistic the test statistic, where the test has one and it exists
 * @param df        its degrees of freedom, where it has any; of an F test those of the numerator
 * @param df2       of an F test those of the denominator
 * @param pValue    the p-value
 */
public record TestResult(OptionalDouble statistic, OptionalDouble df, OptionalDouble df2, Quantity pValue) {

    /** Checks that nothing is null. */
    public TestResult {
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(df, "df");
        Objects.requireNonNull(df2, "df2");
        Objects.requireNonNull(pValue, "pValue");
    }

    /** A test with no more than one number of degrees of freedom. */
    public TestResult(OptionalDouble statistic, OptionalDouble df, Quantity pValue) {
        this(statistic, df, OptionalDouble.empty(), pValue);
    }

    /** An F test. */
    public static TestResult ofF(double statistic, double df1, double df2, double pValue) {
        return new TestResult(
                OptionalDouble.of(statistic), OptionalDouble.of(df1), OptionalDouble.of(df2), Quantity.of(pValue));
    }

    /** A test with a statistic, degrees of freedom and a p-value. */
    public static TestResult of(double statistic, double df, double pValue) {
        return new TestResult(OptionalDouble.of(statistic), OptionalDouble.of(df), Quantity.of(pValue));
    }

    /** A test with a statistic and a p-value. */
    public static TestResult of(double statistic, double pValue) {
        return new TestResult(OptionalDouble.of(statistic), OptionalDouble.empty(), Quantity.of(pValue));
    }

    /** An exact test, which has only a p-value. */
    public static TestResult exact(double pValue) {
        return new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.of(pValue));
    }

    /** A test that cannot be done, and why. */
    public static TestResult notEstimable(Reason reason) {
        return new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), Quantity.notEstimable(reason));
    }
}
