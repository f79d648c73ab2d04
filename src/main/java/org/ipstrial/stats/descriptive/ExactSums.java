package org.ipstrial.stats.descriptive;

import java.math.BigInteger;

/**
 * Exact sum and sum of squares of whole numbers below 2<sup>54</sup> in size, for as many as an array can hold. Each is
 * kept in words of 32 bits, each word in a counter of 64, so that nothing can overflow and nothing is allocated.
 */
final class ExactSums {

    private static final long LOW = 0xffffffffL;

    private long sumLow;
    private long sumHigh;
    private final long[] squares = new long[4];

    void add(long d) {
        sumLow += d & LOW;
        sumHigh += d >> 32;
        long low = d * d;
        long high = Math.multiplyHigh(d, d);
        squares[0] += low & LOW;
        squares[1] += low >>> 32;
        squares[2] += high & LOW;
        squares[3] += high >>> 32;
    }

    BigInteger sum() {
        return BigInteger.valueOf(sumHigh).shiftLeft(32).add(BigInteger.valueOf(sumLow));
    }

    BigInteger squares() {
        BigInteger total = BigInteger.ZERO;
        for (int word = squares.length - 1; word >= 0; word--) {
            total = total.shiftLeft(32).add(BigInteger.valueOf(squares[word]));
        }
        return total;
    }
}
