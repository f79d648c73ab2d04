package org.ipstrial.stats.consistency;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole numbers that can stand behind a printed percentage or mean.
 *
 * <p>With the printed value {@code x} of {@code d} decimals, {@code h = 0.5 * 10^-d}, the denominator {@code n} and the
 * scale {@code c} (100 for a percentage, 1 for a mean) they are all whole {@code k} with
 *
 * <pre>
 *   |c k / n - x| &lt;= h,   and for a percentage 0 &lt;= k &lt;= n
 * </pre>
 *
 * They follow one another, so that the least and the most say all. Worked out in whole numbers, with no rounding. Both ends
 * belong to the window: a value exactly halfway may be printed either way ({@link PrintedNumber}).
 *
 * <p>Edges: no whole number may fit; from {@code n = c * 10^d} on one always does inside the range, and the digits
 * test nothing.
 *
 * <p>Source: Brown NJL, Heathers JAJ (2017), The GRIM test, Social Psychological and Personality Science 8:363-369.
 *
 * @param denominator how many people, or people times items
 * @param least       the least whole number that fits
 * @param most        the most; one less than {@code least} where none fits
 */
public record WholeNumberFits(long denominator, long least, long most) {

    /** The most people up to whom every number is tried. */
    public static final long MOST_SEARCHED = 100_000;

    private static final int PERCENT = 100;

    /** Refuses a denominator of no people. */
    public WholeNumberFits {
        if (denominator < 1) {
            throw new IllegalArgumentException("denominator must be at least 1, got " + denominator);
        }
        if (most < least) {
            most = least - 1;
        }
    }

    /** The counts of so many people that a percentage can stand for. */
    public static WholeNumberFits ofPercentage(PrintedNumber percentage, long people) {
        WholeNumberFits any = of(percentage, people, PERCENT);
        return new WholeNumberFits(people, Math.max(0, any.least), Math.min(people, any.most));
    }

    /** The sums of so many whole numbers that a mean can stand for. */
    public static WholeNumberFits ofMean(PrintedNumber mean, long numbers) {
        return of(mean, numbers, 1);
    }

    /**
     * For every number of people up to one the counts that a percentage can stand for, where there are any.
     *
     * @throws IllegalArgumentException beyond {@link #MOST_SEARCHED} people
     */
    public static List<WholeNumberFits> ofPercentageUpTo(PrintedNumber percentage, long mostPeople) {
        if (mostPeople > MOST_SEARCHED) {
            throw new IllegalArgumentException("mostPeople must be at most " + MOST_SEARCHED + ", got " + mostPeople);
        }
        List<WholeNumberFits> fits = new ArrayList<>();
        for (long people = 1; people <= mostPeople; people++) {
            WholeNumberFits counts = ofPercentage(percentage, people);
            if (counts.any()) {
                fits.add(counts);
            }
        }
        return fits;
    }

    /** Whether some percentage of so many decimals has no count of so many people: whether the digits test anything. */
    public static boolean percentageTells(PrintedNumber percentage, long people) {
        return tells(percentage, people, PERCENT);
    }

    /** Whether some mean of so many decimals has no sum of so many whole numbers. */
    public static boolean meanTells(PrintedNumber mean, long numbers) {
        return tells(mean, numbers, 1);
    }

    /** Whether any whole number fits. */
    public boolean any() {
        return least <= most;
    }

    /** How many whole numbers fit. */
    public long count() {
        return most - least + 1;
    }

    /** Whether a whole number is among those that fit. */
    public boolean has(long number) {
        return least <= number && number <= most;
    }

    private static WholeNumberFits of(PrintedNumber printed, long denominator, int scale) {
        BigDecimal n = BigDecimal.valueOf(denominator);
        BigDecimal c = BigDecimal.valueOf(scale);
        long least =
                printed.low().multiply(n).divide(c, 0, RoundingMode.CEILING).longValueExact();
        long most = printed.high().multiply(n).divide(c, 0, RoundingMode.FLOOR).longValueExact();
        return new WholeNumberFits(denominator, least, most);
    }

    private static boolean tells(PrintedNumber printed, long denominator, int scale) {
        BigInteger steps = BigInteger.TEN.pow(printed.decimals()).multiply(BigInteger.valueOf(scale));
        return BigInteger.valueOf(denominator).compareTo(steps) < 0;
    }
}
