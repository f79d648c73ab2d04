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
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (rounded.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }
}
