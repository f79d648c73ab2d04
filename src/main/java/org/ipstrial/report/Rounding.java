package org.ipstrial.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.ipstrial.ard.Numbers;

/**
 * The one place where numbers are rounded for people: half-even on the exact value of the double. Nothing reads a
 * rounded number back. What comes out is in the notation of {@link Numerals}, which a finished page writes in its language.
 */
final class Rounding {

    private static final BigDecimal SMALLEST_P = new BigDecimal("0.0001");
    private static final String BELOW_SMALLEST_P = "< " + Numerals.number("0.0001");

    private Rounding() {}

    /** A fraction as a percentage with one decimal, without the sign. */
    static String percent(double fraction) {
        return plain(new BigDecimal(fraction).movePointRight(2), 1);
    }

    /** The same without a needless decimal. */
    static String shortPercent(double fraction) {
        BigDecimal percent = new BigDecimal(fraction).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return plain(percent, percent.stripTrailingZeros().scale() > 0 ? 1 : 0);
    }

    /** A number with all its digits. */
    static String exact(double value) {
        return Numerals.number(Numbers.print(value));
    }

    /** A whole number. */
    static String whole(long value) {
        return Numerals.number(Long.toString(value));
    }

    /** A variance or another number of no unit that is not negative: 0, three decimals from 0.01, fewer digits below. */
    static String variance(double value) {
        if (value == 0) {
            return "0";
        }
        return value >= 0.01 ? decimals(value, 3) : ratio(value);
    }

    /** A p-value with four decimals, or that it is below what they show. */
    static String fineP(double p) {
        return p < SMALLEST_P.doubleValue() ? BELOW_SMALLEST_P : decimals(p, 4);
    }

    /** A ratio: two decimals, or three significant digits where that is more, or less below 0.1. */
    static String ratio(double ratio) {
        double size = Math.abs(ratio);
        if (size >= 0.1 && size < 100) {
            return decimals(ratio, 2);
        }
        if (size >= 100) {
            return decimals(ratio, size >= 1000 ? 0 : 1);
        }
        return ratio == 0
                ? decimals(0, 2)
                : Numerals.number(new BigDecimal(ratio)
                        .round(new MathContext(2, RoundingMode.HALF_EVEN))
                        .toPlainString());
    }

    /** A number with so many decimals. */
    static String decimals(double value, int decimals) {
        return plain(new BigDecimal(value), decimals);
    }

    /** How many decimals suit amounts of a size: none from 1000, one from 10, else two. */
    static int decimalsFor(double size) {
        if (Math.abs(size) >= 1000) {
            return 0;
        }
        return Math.abs(size) >= 10 ? 1 : 2;
    }

    /**
     * A p-value with its relation: {@code = 0.012}, {@code < 0.0001}. Two decimals from 0.1, three from 0.001, and four
     * below that and next to 0.05, so that rounding never carries it over.
     */
    static String p(double p) {
        return p(p, 0.05);
    }

    /** The same with the four decimals next to another threshold. */
    static String p(double p, double threshold) {
        BigDecimal exact = new BigDecimal(p);
        if (exact.compareTo(SMALLEST_P) < 0) {
            return BELOW_SMALLEST_P;
        }
        if (p > 0.99 && p < 1) {
            return "> " + Numerals.number("0.99");
        }
        boolean fine = p < 0.001 || (p >= threshold - 0.0005 && p < threshold + 0.0005);
        return "= " + plain(exact, fine ? 4 : p < 0.1 ? 3 : 2);
    }

    private static String plain(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        return Numerals.number((rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString());
    }
}
