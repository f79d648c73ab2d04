package org.ipstrial.catalogue;

import java.util.Objects;

/**
 * A number that somebody else published or computed, against which a method is checked.
 *
 * @param measure   id of the measure
 * @param method    id of the method, empty where the measure has but one
 * @param input     the data: {@code 36/154} for one arm, {@code 36/154 12/77} for group and reference, people by level as
 *                  {@code 50:30:20 40:30:30}, or amounts as {@code 1 2 3 | 4 5 6}, with {@code ; greater} or
 *                  {@code ; greater -0.5} behind them where one side, or a margin, is tested; strata have a {@code &}
 *                  between them; times as {@code catalogue.times.TimesInput} tells; with covariates a data set that
 *                  ships with the program, as {@code birthwt: low by smoke 1 v 0 ~ age lwt}; {@code arms} before all arms,
 *                  {@code against} before an arm, the others and their control; completed data sets as
 *                  {@code catalogue.imputation.PooledInput} tells; studies
 *                  a data set too, as {@code studies bcg risk-ratio}
 * @param level     confidence level as a fraction
 * @param statistic id of the statistic
 * @param expected  the number; infinite for a limit without bound
 * @param tolerance half a unit of the last printed digit, unless the file says otherwise and why
 * @param source    paper with page or table, or program with version and call
 */
public record ReferenceValue(
        String measure,
        String method,
        String input,
        double level,
        String statistic,
        double expected,
        double tolerance,
        String source) {

    /** Checks that nothing is missing. */
    public ReferenceValue {
        for (String text : new String[] {measure, input, statistic, source}) {
            if (Objects.requireNonNull(text).isBlank()) {
                throw new IllegalArgumentException("a reference value lacks a field: " + measure + ", " + method + ", "
                        + input + ", " + statistic + ", " + source);
            }
        }
    }

    /** Whether a computed number agrees. */
    public boolean agreesWith(double got) {
        return Double.isInfinite(expected) ? got == expected : Math.abs(got - expected) <= tolerance;
    }
}
