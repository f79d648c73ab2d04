package org.ipstrial.stats.descriptive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.Require;

/**
 * Number, sum, mean and variance of one sample.
 *
 * <p>With {@code n} amounts {@code x}:
 *
 * <pre>
 *   mean     m  = sum x / n
 *   variance s2 = sum (x - m)^2 / (n - 1)
 *   sd       s  = sqrt(s2)
 * </pre>
 *
 * <p>Unit: that of the amounts (the variance, its square). Amounts that are decimal numbers of one unit
 * are summed exactly as such ({@link DecimalAmounts#ofAnyPlaces}), and each result is the exact one rounded once. All others are sorted
 * and go through two passes with compensated sums. In both cases the order of the amounts changes nothing, and amounts
 * that are all alike have a variance of exactly 0. One amount has no variance.
 *
 * <p>Source: Chan TF, Golub GH, LeVeque RJ (1983), The American Statistician 37:242-247, for the corrected two passes.
 */
public final class Moments {

    private static final MathContext LONG_QUOTIENT = new MathContext(50);

    private final int n;
    private final double sum;
    private final double mean;
    private final double squares;
    private final Optional<BigDecimal> exactSum;

    private Moments(int n, double sum, double mean, double squares, Optional<BigDecimal> exactSum) {
        this.n = n;
        this.sum = sum;
        this.mean = mean;
        this.squares = squares;
        this.exactSum = exactSum;
    }

    /**
     * The moments of a sample.
     *
     * @param values at least one amount
     * @throws IllegalArgumentException if there is none, or if one is too large to be squared and summed
     */
    public static Moments of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("moments need at least one amount, got none");
        }
        Require.amounts("values", values);
        return DecimalAmounts.ofAnyPlaces(values)
                .map(decimal -> exact(decimal.wholeNumbers(0), decimal.decimals()))
                .orElseGet(() -> twoPasses(values));
    }

    private static Moments exact(long[] whole, int decimals) {
        long first = whole[0];
        ExactSums sums = new ExactSums();
        for (long w : whole) {
            sums.add(w - first);
        }
        BigInteger n = BigInteger.valueOf(whole.length);
        BigDecimal total = new BigDecimal(sums.sum().add(n.multiply(BigInteger.valueOf(first))), decimals);
        BigDecimal scatter =
                new BigDecimal(n.multiply(sums.squares()).subtract(sums.sum().pow(2)), 2 * decimals);
        BigDecimal divisor = new BigDecimal(n);
        return new Moments(
                whole.length,
                total.doubleValue(),
                total.divide(divisor, LONG_QUOTIENT).doubleValue(),
                scatter.divide(divisor, LONG_QUOTIENT).doubleValue(),
                Optional.of(total));
    }

    private static Moments twoPasses(double[] values) {
        double[] x = values.clone();
        Arrays.sort(x);
        CompensatedSum total = new CompensatedSum();
        for (double value : x) {
            total.add(value);
        }
        // A quotient of a sum may miss what all amounts are by a last digit, and so make a variance of nothing.
        double mean = x[0] == x[x.length - 1] ? x[0] : total.value() / x.length;
        CompensatedSum rest = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (double value : x) {
            double d = value - mean;
            rest.add(d);
            squares.add(d * d);
        }
        double corrected = squares.value() - rest.value() * rest.value() / x.length;
        return new Moments(x.length, total.value(), mean, Math.max(0, corrected), Optional.empty());
    }

    /** How many amounts. */
    public int n() {
        return n;
    }

    /** Their sum. */
    public double sum() {
        return sum;
    }

    /** Their mean. */
    public double mean() {
        return mean;
    }

    /** The sum of squared distances from the mean. */
    public double squares() {
        return squares;
    }

    /**
     * The variance, with n - 1.
     *
     * @throws IllegalStateException if there is but one amount
     */
    public double variance() {
        if (n < 2) {
            throw new IllegalStateException("one amount has no variance");
        }
        return squares / (n - 1);
    }

    /**
     * The standard deviation, with n - 1.
     *
     * @throws IllegalStateException if there is but one amount
     */
    public double sd() {
        return Math.sqrt(variance());
    }

    /** This mean minus another; rounded only once where both samples are decimal numbers. */
    public double meanMinus(Moments other) {
        if (exactSum.isEmpty() || other.exactSum.isEmpty()) {
            return mean - other.mean;
        }
        BigDecimal m1 = BigDecimal.valueOf(n);
        BigDecimal m0 = BigDecimal.valueOf(other.n);
        BigDecimal crossed =
                exactSum.get().multiply(m0).subtract(other.exactSum.get().multiply(m1));
        return crossed.divide(m1.multiply(m0), LONG_QUOTIENT).doubleValue();
    }
}
