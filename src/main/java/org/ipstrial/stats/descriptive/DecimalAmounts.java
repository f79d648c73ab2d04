package org.ipstrial.stats.descriptive;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Amounts as the decimal numbers that they were written as: whole numbers of one unit {@code 10^-k}.
 *
 * <p>A double that was read from {@code 10000000.2} is not that number, and the rounding, not the arithmetic, is what
 * costs most programs half their digits on such data. The smallest {@code k} from 0 to 9 is sought for which every
 * amount {@code x} has a whole number {@code w} below 2<sup>53</sup> in size with {@code w / 10^k = x} to the bit. Sums
 * of whole numbers are exact, so that they do not depend on the order of the rows either.
 */
public final class DecimalAmounts {

    /** The powers of ten that a double holds to the last digit. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int MOST_PLACES = 9;
    private static final double WHOLE_BELOW = 0x1p53;
    /** Fifteen digits: so many survive the way to a double and back whatever they are. */
    private static final double LONG_BELOW = 1e15;

    private final long[][] samples;
    private final int decimals;

    private DecimalAmounts(long[][] samples, int decimals) {
        this.samples = samples;
        this.decimals = decimals;
    }

    /** The samples in one common unit, or empty if an amount is no decimal number of at most nine places. */
    public static Optional<DecimalAmounts> of(double[]... samples) {
        return upTo(MOST_PLACES, samples);
    }

    /**
     * The same with up to 22 places, where no amount has more than 15 digits in that unit. For what is only summed: whole
     * numbers of so many places are no grid that times or ranks could be counted on.
     */
    public static Optional<DecimalAmounts> ofAnyPlaces(double[]... samples) {
        return upTo(POWERS.length - 1, samples);
    }

    private static Optional<DecimalAmounts> upTo(int most, double[]... samples) {
        OptionalInt places = places(most, samples);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        double power = POWERS[places.getAsInt()];
        long[][] whole = new long[samples.length][];
        for (int i = 0; i < samples.length; i++) {
            whole[i] = new long[samples[i].length];
            for (int j = 0; j < samples[i].length; j++) {
                whole[i][j] = (long) Math.rint(samples[i][j] * power);
            }
        }
        return Optional.of(new DecimalAmounts(whole, places.getAsInt()));
    }

    /** The fewest decimal places, up to 22, of which all amounts are whole numbers as {@link #ofAnyPlaces} wants them. */
    public static OptionalInt places(double[] amounts) {
        return places(POWERS.length - 1, amounts);
    }

    private static OptionalInt places(int most, double[]... samples) {
        int places = 0;
        for (double[] sample : samples) {
            for (double x : sample) {
                while (places <= most && !isWhole(x, places)) {
                    places++;
                }
                if (places > most) {
                    return OptionalInt.empty();
                }
            }
        }
        // An early amount of few places may be too long for the unit that a later one needs.
        for (double[] sample : samples) {
            for (double x : sample) {
                if (!isWhole(x, places)) {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.of(places);
    }

    /**
     * What a double lacks to the decimal number that it was read from, to some 16 digits of its own.
     *
     * @param x      an amount that is a whole number of so many places
     * @param places how many, from 0 to 22
     */
    public static double rest(double x, int places) {
        double power = POWERS[places];
        return -Math.fma(x, power, -Math.rint(x * power)) / power;
    }

    private static boolean isWhole(double x, int places) {
        double power = POWERS[places];
        double whole = Math.rint(x * power);
        return Math.abs(whole) < (places > MOST_PLACES ? LONG_BELOW : WHOLE_BELOW) && whole / power == x;
    }

    /** The whole numbers of one sample, in its order; not a copy. */
    public long[] wholeNumbers(int sample) {
        return samples[sample];
    }

    /** How many decimal places the unit has, {@code k}. */
    public int decimals() {
        return decimals;
    }

    /** How many units make 1: {@code 10^k}. */
    public double unitsPerOne() {
        return POWERS[decimals];
    }
}
