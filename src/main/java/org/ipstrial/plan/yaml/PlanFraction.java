package org.ipstrial.plan.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.finding.FindingCode;

/**
 * A share from 0 to 1 that is held exactly, so that three times one third is all of it. A plan writes it as {@code 1/3} or
 * {@code 0.25}.
 *
 * @param numerator   in lowest terms
 * @param denominator above 0
 */
public record PlanFraction(BigInteger numerator, BigInteger denominator) {

    /** Nothing. */
    public static final PlanFraction NONE = new PlanFraction(BigInteger.ZERO, BigInteger.ONE);

    private static final Pattern FRACTION = Pattern.compile("(-?[0-9]{1,9}) ?/ ?([1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:[0-9]{1,9}(?:\\.[0-9]{0,15})?|\\.[0-9]{1,15})");
    private static final String WANTED = "a fraction such as 1/2, or a number from 0 to 1";
    private static final int SHOWN_PLACES = 6;

    /** Puts it in lowest terms. */
    public PlanFraction {
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** Reads a share; one that is none is told. */
    public static Optional<PlanFraction> of(PlanValue value) {
        return value.scalar(WANTED).flatMap(scalar -> {
            Optional<PlanFraction> read = scalar.plain() ? read(scalar.text()) : Optional.empty();
            if (read.isEmpty()) {
                value.wrong(
                        WANTED,
                        scalar.plain() ? "write digits, with a point for the decimals" : "leave the quotes out");
            } else if (read.get().numerator().signum() < 0 || read.get().exceedsAll()) {
                value.refuse(FindingCode.E413, value.shown(), WANTED);
                return Optional.empty();
            }
            return read;
        });
    }

    private static Optional<PlanFraction> read(String text) {
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return Optional.of(new PlanFraction(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2))));
        }
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Optional.of(new PlanFraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale())));
    }

    /** Both together, which may be more than all. */
    public PlanFraction plus(PlanFraction other) {
        return new PlanFraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** Whether it is more than all. */
    public boolean exceedsAll() {
        return numerator.compareTo(denominator) > 0;
    }

    /** Whether it is nothing. */
    public boolean isNone() {
        return numerator.signum() == 0;
    }

    /** As people write it: a decimal where it has few places, else a fraction. */
    public String text() {
        BigDecimal decimal =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), SHOWN_PLACES, RoundingMode.HALF_EVEN);
        boolean exact = decimal.multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator)) == 0;
        return exact ? decimal.stripTrailingZeros().toPlainString() : numerator + "/" + denominator;
    }
}
