package org.ipstrial.stats.consistency;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numbers of people of whom a count is a printed percentage.
 *
 * <p>With {@code k} events, the printed percentage {@code x} of {@code d} decimals and {@code h = 0.5 * 10^-d} they are all
 * whole {@code n >= k} with {@code |100 k / n - x| <= h}, that is
 *
 * <pre>
 *   100 k / (x + h) &lt;= n &lt;= 100 k / (x - h)
 * </pre>
 *
 * They follow one another. Edges: of no events any number is 0 percent, up to the most that is asked for; where
 * {@code x <= h} there is no upper end but that.
 *
 * <p>Source: the inequality of Brown NJL, Heathers JAJ (2017), Social Psychological and Personality Science 8:363-369,
 * solved for the denominator.
 *
 * @param least the least number of people
 * @param most  the most; less than {@code least} where none fits
 */
public record ImpliedDenominators(long least, long most) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /**
     * Those of a percentage and a count.
     *
     * @param upTo the most people there can be
     */
    public static ImpliedDenominators of(PrintedNumber percentage, long events, long upTo) {
        if (events < 0) {
            throw new IllegalArgumentException("events must be at least 0, got " + events);
        }
        BigDecimal hundredfold = PERCENT.multiply(BigDecimal.valueOf(events));
        long least = Math.max(1, events);
        if (percentage.high().signum() <= 0) {
            return new ImpliedDenominators(1, 0);
        }
        least = Math.max(
                least,
                hundredfold.divide(percentage.high(), 0, RoundingMode.CEILING).longValueExact());
        long most = upTo;
        if (percentage.low().signum() > 0) {
            most = Math.min(
                    upTo,
                    hundredfold.divide(percentage.low(), 0, RoundingMode.FLOOR).longValueExact());
        }
        return new ImpliedDenominators(least, most);
    }

    /** Whether any number fits. */
    public boolean any() {
        return least <= most;
    }

    /** Whether a number is among those that fit. */
    public boolean has(long people) {
        return least <= people && people <= most;
    }
}
