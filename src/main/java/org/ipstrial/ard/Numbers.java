package org.ipstrial.ard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How numbers are printed in CSV and JSON, on every machine the same: the exact value of the double, rounded half-even
 * to 15 significant digits, trailing zeros dropped, plain from 1e-5 to below 1e15 and as {@code 1.5e-20} beyond.
 */
public final class Numbers {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final double LEAST_PLAIN = 1e-5;

    /** The powers of ten that are doubles; 15 digits of a number from 1e-5 on need no more. */
    private static final double[] POWERS = new double[23];

    static {
        for (int power = 0; power < POWERS.length; power++) {
            POWERS[power] = BigDecimal.TEN.pow(power).doubleValue();
        }
    }

    private Numbers() {}

    /**
     * The number in print.
     *
     * @param value finite
     * @throws IllegalArgumentException if it is not
     */
    public static String print(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only finite numbers are printed, got " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(value).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (rounded.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }

    /**
     * The exact value rounded to 15 digits. A number of common size times a power of ten is a double and the rest that its
     * rounding dropped, exactly; together they say how to round, many times faster than all digits of the number do.
     */
    private static BigDecimal rounded(double value) {
        double size = Math.abs(value);
        if (size >= LEAST_PLAIN && size < POWERS[DIGITS.getPrecision()]) {
            int decimals = decimals(size);
            double product = size * POWERS[decimals];
            double dropped = Math.fma(size, POWERS[decimals], -product);
            double whole = Math.rint(product);
            if (Math.abs(product - whole) == 0.5 && dropped != 0) {
                whole = dropped > 0 ? Math.ceil(product) : Math.floor(product);
            }
            if (whole > POWERS[DIGITS.getPrecision() - 1] && whole < POWERS[DIGITS.getPrecision()]) {
                return BigDecimal.valueOf(value < 0 ? -(long) whole : (long) whole, decimals);
            }
        }
        return new BigDecimal(value).round(DIGITS);
    }

    /** How many decimals make 15 digits; one more or fewer next to a power of ten. */
    private static int decimals(double size) {
        int decimals = DIGITS.getPrecision() - 1;
        while (size * POWERS[decimals] >= POWERS[DIGITS.getPrecision()]) {
            decimals--;
        }
        while (size * POWERS[decimals] < POWERS[DIGITS.getPrecision() - 1]) {
            decimals++;
        }
        return decimals;
    }
}
