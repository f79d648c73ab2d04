package org.ipstrial.stats.descriptive;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How a quantile is taken from a sample, by the numbers of Hyndman and Fan, which R and most programs use.
 *
 * <p>Source: Hyndman RJ, Fan Y (1996), The American Statistician 50:361-365.
 */
public enum QuantileType {
    /** Linear between the order statistics, of which the first is quantile 0 and the last quantile 1; R's default. */
    R7(7),
    /** The inverse of the distribution function, the mean of two neighbours at its steps; SAS's default. */
    R2(2);

    private final int number;

    QuantileType(int number) {
        this.number = number;
    }

    /** The number of the type. */
    public int number() {
        return number;
    }

    /**
     * The type of a number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static QuantileType of(int number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("quantile type must be one of "
                        + Arrays.stream(values())
                                .map(type -> Integer.toString(type.number))
                                .collect(Collectors.joining(", "))
                        + ", got " + number));
    }
}
