package org.ipstrial.stats.consistency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A number as it was printed, with its decimals: 5.20 is not 5.2.
 *
 * <p>With the printed value {@code x} of {@code d} decimals and {@code h = 0.5 * 10^-d}, the number before rounding lay in
 * {@code x - h} to {@code x + h}. Both ends belong to it: rounding half up, half even and half down are all in use, so that
 * a value exactly halfway may have been printed either way. A number that was cut off, not rounded, had the size
 * {@code |x|} to below {@code |x| + 2h}.
 *
 * <p>Source: Brown NJL, Heathers JAJ (2017), Social Psychological and Personality Science 8:363-369; the closed window is
 * that of rounding {@code up_or_down} in the R package scrutiny 0.6.1.
 *
 * @param value the value; its scale is the number of decimals
 */
public record PrintedNumber(BigDecimal value) {

    /** The most decimals that a printed number may have. */
    public static final int MOST_DECIMALS = 9;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Refuses more decimals than anybody prints. */
    public PrintedNumber {
        Objects.requireNonNull(value, "value");
        if (value.scale() < 0 || value.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    "decimals must be from 0 to " + MOST_DECIMALS + ", got " + value.scale());
        }
    }

    /** The number of a text such as {@code 18.0}. */
    public static PrintedNumber of(String text) {
        return new PrintedNumber(new BigDecimal(text));
    }

    /** How many decimals it was printed with. */
    public int decimals() {
        return value.scale();
    }

    /** The lowest value that is printed so. */
    public BigDecimal low() {
        return value.subtract(half());
    }

    /** The highest value that is printed so. */
    public BigDecimal high() {
        return value.add(half());
    }

    /** What it can have been before it was rounded. */
    public Window window() {
        return new Window(low().doubleValue(), high().doubleValue());
    }

    /** Whether a computed number is printed so. */
    public boolean agrees(double computed) {
        return window().holds(computed);
    }

    /** Whether a computed number is printed so where the further digits are cut off. */
    public boolean agreesIfCut(double computed) {
        return agrees(computed)
                || new BigDecimal(computed)
                                .setScale(decimals(), RoundingMode.DOWN)
                                .compareTo(value)
                        == 0;
    }

    private BigDecimal half() {
        return HALF.scaleByPowerOfTen(-decimals());
    }
}
