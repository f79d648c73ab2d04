package org.ipstrial.stats.multiplicity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An exact share of a whole, from 0 to 1: one third is one third, and three of them are all of it.
 *
 * @param fraction the fraction in lowest terms
 */
public record Portion(BigFraction fraction) {

    /** Nothing. */
    public static final Portion NONE = new Portion(BigFraction.ZERO);

    /** All of it. */
    public static final Portion ALL = new Portion(BigFraction.ONE);

    /** More digits than a double holds, so that the one rounding is that to a double. */
    private static final MathContext DIGITS = new MathContext(60);

    /** Refuses what is below 0 or above 1. */
    public Portion {
        if (fraction.compareTo(BigFraction.ZERO) < 0 || fraction.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException("a portion must lie from 0 to 1, got " + fraction);
        }
    }

    /** A fraction of two whole numbers. */
    public static Portion of(BigInteger numerator, BigInteger denominator) {
        return new Portion(new BigFraction(numerator, denominator));
    }

    /** A fraction of two whole numbers. */
    public static Portion of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal number, as it is written. */
    public static Portion of(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return value.scale() > 0
                ? of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : of(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Both together, at most all of it. */
    Portion plus(Portion other) {
        return new Portion(fraction.add(other.fraction));
    }

    /** That share of this share. */
    Portion times(Portion other) {
        return new Portion(fraction.multiply(other.fraction));
    }

    /** Whether it is nothing. */
    public boolean isNone() {
        return fraction.compareTo(BigFraction.ZERO) == 0;
    }

    /** This share of an amount. */
    public double of(double amount) {
        return new BigDecimal(amount)
                .multiply(new BigDecimal(fraction.getNumerator()))
                .divide(new BigDecimal(fraction.getDenominator()), DIGITS)
                .doubleValue();
    }

    /** The amount of which this share, which is not nothing, is the given one. */
    double whole(double share) {
        return new BigDecimal(share)
                .multiply(new BigDecimal(fraction.getDenominator()))
                .divide(new BigDecimal(fraction.getNumerator()), DIGITS)
                .doubleValue();
    }
}
