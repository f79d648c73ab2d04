package org.ipstrial.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one place where numbers are rounded for people: half-even on the exact value of the double. Nothing reads a
 * rounded number back.
 */
final class Rounding {

    private static final BigDecimal SMALLEST_P = new BigDecimal("0.0001");

    private Rounding() {}

    /** A fraction as a percentage with one decimal, without the sign. */
    static String percent(double fraction) {
        return plain(new BigDecimal(fraction).movePointRight(2), 1);
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
                ? "0.00"
                : new BigDecimal(ratio)
                        .round(new MathContext(2, RoundingMode.HALF_EVEN))
                        .toPlainString();
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
            return "< 0.0001";
        }
        if (p > 0.99 && p < 1) {
            return "> 0.99";
        }
        boolean fine = p < 0.001 || (p >= threshold - 0.0005 && p < threshold + 0.0005);
        return "= " + plain(exact, fine ? 4 : p < 0.1 ? 3 : 2);
    }

    private static String plain(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }
}
