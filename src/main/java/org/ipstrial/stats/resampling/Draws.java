package org.ipstrial.stats.resampling;

import org.apache.commons.rng.core.source64.L64X128Mix;

/**
 * Numbers drawn from one random stream. How a draw comes from the bits of the stream is written out here, so that
 * no later version of a library can change a published digit.
 *
 * <p>A draw below {@code n} is the upper half of the product of {@code n} and 32 bits; where the lower half is one of
 * the {@code 2^32 mod n} smallest, it is drawn again, which makes all numbers equally likely.
 *
 * <p>Source: Lemire D (2019), ACM Transactions on Modeling and Computer Simulation 29(1):3.
 */
public final class Draws {

    private static final long LOWER_HALF = 0xffff_ffffL;
    private static final int BITS_BELOW = 11;
    private static final double STEP = 0x1p-53;

    private final L64X128Mix random;

    /** Draws from the beginning of a stream. */
    Draws(L64X128Mix random) {
        this.random = random;
    }

    /**
     * The next number.
     *
     * @param n how many numbers there are to draw from, at least 1
     * @return 0 to {@code n - 1}
     */
    public int below(int n) {
        long product = (random.nextInt() & LOWER_HALF) * n;
        if ((product & LOWER_HALF) < n) {
            long again = (1L << 32) % n;
            while ((product & LOWER_HALF) < again) {
                product = (random.nextInt() & LOWER_HALF) * n;
            }
        }
        return (int) (product >>> 32);
    }

    /** The next fraction, one of the 2^53 multiples of 2^-53 from 0 up to, but not including, 1, all equally likely. */
    public double fraction() {
        return (random.nextLong() >>> BITS_BELOW) * STEP;
    }
}
