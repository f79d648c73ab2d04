package org.ipstrial.stats.consistency;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Whether whole numbers can have a printed mean and a printed standard deviation.
 *
 * <p>Each of {@code n} people has the sum {@code y} of {@code i} whole items, and the mean of {@code y / i} is printed as
 * {@code x}, its standard deviation (with {@code n - 1}) as {@code s} with {@code h} half a unit of its last digit. For
 * every sum {@code S} of all {@code y} that {@code x} allows and some whole {@code Q} (the sum of {@code y^2})
 *
 * <pre>
 *   (n - 1) i^2 (s - h)^2 + S^2/n &lt;= Q &lt;= (n - 1) i^2 (s + h)^2 + S^2/n
 *   Q is even exactly when S is
 *   Q &gt;= the sum of squares when S is shared out as evenly as can be
 * </pre>
 *
 * <p>The three are necessary and not sufficient: a "no" is certain, a "yes" says that this arithmetic forbids nothing. All
 * sums are tried, where the published form tries one and so can call a true pair impossible.
 *
 * <p>Source: Anaya J (2016), PeerJ Preprints 4:e2400v1 (GRIMMER); Allard A (2018), Analytic-GRIMMER, whose third test is
 * the parity.
 */
public final class WholeNumberSpread {

    /** With more sums than this that fit the mean, some of either parity fits nearly any spread. */
    private static final long MOST_SUMS = 10_000;

    private WholeNumberSpread() {}

    /** Whether the arithmetic allows it. */
    public static boolean allows(PrintedNumber mean, PrintedNumber sd, long people, long items) {
        WholeNumberFits sums = WholeNumberFits.ofMean(mean, Math.multiplyExact(people, items));
        if (sd.high().signum() < 0) {
            return false;
        }
        if (people == 1 || sums.count() > MOST_SUMS) {
            return sums.any();
        }
        BigDecimal n = BigDecimal.valueOf(people);
        BigDecimal factor = n.multiply(BigDecimal.valueOf(people - 1))
                .multiply(BigDecimal.valueOf(items).pow(2));
        BigDecimal lowest = factor.multiply(sd.low().max(BigDecimal.ZERO).pow(2));
        BigDecimal highest = factor.multiply(sd.high().pow(2));
        for (long sum = sums.least(); sum <= sums.most(); sum++) {
            BigDecimal square = BigDecimal.valueOf(sum).pow(2);
            BigInteger least = lowest.add(square)
                    .divide(n, 0, RoundingMode.CEILING)
                    .toBigInteger()
                    .max(leastSquares(sum, people));
            BigInteger most =
                    highest.add(square).divide(n, 0, RoundingMode.FLOOR).toBigInteger();
            boolean sameParity = least.testBit(0) == ((sum & 1) == 1);
            if ((sameParity ? least : least.add(BigInteger.ONE)).compareTo(most) <= 0) {
                return true;
            }
        }
        return false;
    }

    private static BigInteger leastSquares(long sum, long people) {
        BigInteger each = BigInteger.valueOf(Math.floorDiv(sum, people));
        BigInteger more = BigInteger.valueOf(Math.floorMod(sum, people));
        BigInteger one = each.add(BigInteger.ONE);
        return BigInteger.valueOf(people).subtract(more).multiply(each.pow(2)).add(more.multiply(one.pow(2)));
    }
}
