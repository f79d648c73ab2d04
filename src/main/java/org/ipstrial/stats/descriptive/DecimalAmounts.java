package org.ipstrial.stats.descriptive;

import java.util.Optional;

/**
 * Amounts as the decimal numbers that they were written as: whole numbers of one unit {@code 10^-k}.
 *
 * <p>A double that was read from {@code 10000000.2} is not that number, and the rounding, not the arithmetic, is what
 * costs most programs half their digits on such data. The smallest {@code k} from 0 to 9 is sought for which every
 * amount {@code x} has a whole number {@code w} below 2<sup>53</sup> in size with {@code w / 10^k = x} to the bit. Sums
 * of whole numbers are exact, so that they do not depend on the order of the rows either.
 */
public final class DecimalAmounts {

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final double WHOLE_BELOW = 0x1p53;

    private final long[][] samples;
    private final int decimals;

    private DecimalAmounts(long[][] samples, int decimals) {
        this.samples = samples;
        this.decimals = decimals;
    }

    /** The samples in one common unit, or empty if an amount is no decimal number of at most nine places. */
    public static Optional<DecimalAmounts> of(double[]... samples) {
        int decimals = 0;
        for (double[] sample : samples) {
            for (double x : sample) {
                while (decimals < POWERS.length && !isWhole(x, POWERS[decimals])) {
                    decimals++;
                }
                if (decimals == POWERS.length) {
                    return Optional.empty();
                }
            }
        }
        double power = POWERS[decimals];
        long[][] whole = new long[samples.length][];
        for (int i = 0; i < samples.length; i++) {
            whole[i] = new long[samples[i].length];
            for (int j = 0; j < samples[i].length; j++) {
                double x = samples[i][j];
                // An early amount of few places may be too long for the unit that a later one needs.
                if (!isWhole(x, power)) {
                    return Optional.empty();
                }
                whole[i][j] = (long) Math.rint(x * power);
            }
        }
        return Optional.of(new DecimalAmounts(whole, decimals));
    }

    private static boolean isWhole(double x, double power) {
        double whole = Math.rint(x * power);
        return Math.abs(whole) < WHOLE_BELOW && whole / power == x;
    }

    /** The whole numbers of one sample, in its order; not a copy. */
    public long[] wholeNumbers(int sample) {
        return samples[sample];
    }

    /** How many decimal places the unit has, {@code k} from 0 to 9. */
    public int decimals() {
        return decimals;
    }

    /** How many units make 1: {@code 10^k}. */
    public double unitsPerOne() {
        return POWERS[decimals];
    }
}
