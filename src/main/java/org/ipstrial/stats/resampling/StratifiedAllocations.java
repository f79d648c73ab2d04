package org.ipstrial.stats.resampling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.resampling.Allocations.GroupSums;

/**
 * All ways to allocate the people of a trial anew within their strata, by the sum of the group's scores over all strata.
 *
 * <p>The strata's own sums are counted by {@link Allocations}; allocations of different strata are independent, so that the
 * shares of the sum of two strata are
 *
 * <pre>
 *   f(s) = sum over t of f1(t) f2(s - t)
 * </pre>
 *
 * <p>Which sums are as far from the expectation as the trial's is decided in whole numbers. Memory and time are bounded: at
 * most 12 million sums, and about a thousand million products.
 */
public final class StratifiedAllocations {

    private static final int MOST_SUMS = 12_000_000;
    private static final double MOST_STEPS = 1e9;

    private final double[] shares;
    private final long observed;
    private final long mirrorFloor;
    private final long mirrorCeiling;
    private final int side;

    private StratifiedAllocations(double[] shares, long observed, BigInteger centre, BigInteger people) {
        this.shares = shares;
        this.observed = observed;
        // The sum as far from the expectation on its other side: twice the expectation less the observed one.
        BigInteger own = BigInteger.valueOf(observed).multiply(people);
        BigInteger mirror = centre.shiftLeft(1).subtract(own);
        BigInteger[] parts = mirror.divideAndRemainder(people);
        boolean whole = parts[1].signum() == 0;
        this.mirrorFloor = parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
        this.mirrorCeiling = mirrorFloor + (whole ? 0 : 1);
        this.side = own.compareTo(centre);
    }

    /**
     * Counts all allocations, or gives none if that would take too much memory or time.
     *
     * @param groups     scores of the arm that is compared in each stratum, at least one in each
     * @param references scores of the other in each stratum, at least one in each
     */
    public static Optional<StratifiedAllocations> of(long[][] groups, long[][] references) {
        List<GroupSums> strata = new ArrayList<>();
        long unit = 0;
        for (int h = 0; h < groups.length; h++) {
            Optional<Allocations> allocations = Allocations.of(groups[h], references[h]);
            if (allocations.isEmpty()) {
                return Optional.empty();
            }
            GroupSums sums = allocations.get().groupSums();
            strata.add(sums);
            // A stratum with one sum, as where all scores are equal, has no unit of its own.
            unit = sums.shares().length == 1 ? unit : commonDivisor(sums.unit(), unit);
        }
        double[] shares = {1};
        long observed = 0;
        double steps = 0;
        BigInteger centre = BigInteger.ZERO;
        BigInteger people = BigInteger.ONE;
        for (GroupSums stratum : strata) {
            long stride = stratum.shares().length == 1 ? 0 : stratum.unit() / unit;
            double width = shares.length + (stratum.shares().length - 1) * (double) stride;
            steps += (double) shares.length * stratum.shares().length;
            if (width > MOST_SUMS || steps > MOST_STEPS) {
                return Optional.empty();
            }
            shares = convolved(shares, stratum.shares(), (int) stride);
            observed += stratum.observed() * stride;
            BigInteger own = BigInteger.valueOf(stratum.people());
            centre = centre.multiply(own)
                    .add(people.multiply(BigInteger.valueOf(stratum.centre()).multiply(BigInteger.valueOf(stride))));
            people = people.multiply(own);
            BigInteger common = centre.gcd(people);
            centre = centre.divide(common);
            people = people.divide(common);
        }
        return Optional.of(new StratifiedAllocations(shares, observed, centre, people));
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private static double[] convolved(double[] one, double[] other, int stride) {
        double[] sums = new double[one.length + (other.length - 1) * stride];
        for (int t = 0; t < other.length; t++) {
            double share = other[t];
            if (share > 0) {
                int shift = t * stride;
                for (int s = 0; s < one.length; s++) {
                    sums[s + shift] += one[s] * share;
                }
            }
        }
        return sums;
    }

    /**
     * The share of allocations as extreme as the trial: whose group has a sum at least as large, or at most as large, or
     * on either side at least as far from its expectation.
     */
    public double shareAsExtreme(Alternative alternative) {
        return switch (alternative) {
            case GREATER -> from(observed);
            case LESS -> upTo(observed);
            case TWO_SIDED -> {
                if (side == 0) {
                    yield 1;
                }
                yield side > 0 ? upTo(mirrorFloor) + from(observed) : upTo(observed) + from(mirrorCeiling);
            }
        };
    }

    private double from(long least) {
        double share = 0;
        for (int s = shares.length - 1; s >= Math.max(0, least); s--) {
            share += shares[s];
        }
        return Math.min(1, share);
    }

    private double upTo(long most) {
        double share = 0;
        for (int s = 0; s <= Math.min(shares.length - 1L, most); s++) {
            share += shares[s];
        }
        return Math.min(1, share);
    }
}
