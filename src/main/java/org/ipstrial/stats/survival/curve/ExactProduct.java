package org.ipstrial.stats.survival.curve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a Kaplan-Meier curve lies below a share, on it or above it.
 *
 * <p>The curve is a fraction of whole numbers. Where its double is further from the share than all its roundings
 * together can be, the double decides; else the whole numbers are multiplied out. Factors cancel from one censored time
 * to the next, so that there are as many as stretches without censoring; they are multiplied in pairs, which keeps the
 * cost far from quadratic.
 */
final class ExactProduct {

    private ExactProduct() {}

    static int compare(KaplanMeier curve, int step, BigDecimal share) {
        double value = curve.survival(step);
        double near = share.doubleValue();
        // Each stretch rounds twice, the share once.
        double roundings = 4 * (step + 2.0) * 0x1p-53;
        if (Math.abs(value - near) > roundings * Math.max(value, near)) {
            return value < near ? -1 : 1;
        }
        List<BigInteger> left = new ArrayList<>();
        List<BigInteger> right = new ArrayList<>();
        for (int i = 0, start = 0; i <= step; i++) {
            if (i == step || curve.isCensoredBefore(i + 1)) {
                left.add(BigInteger.valueOf((long) curve.atRisk(i) - curve.events(i)));
                right.add(BigInteger.valueOf(curve.atRisk(start)));
                start = i + 1;
            }
        }
        right.add(share.unscaledValue());
        (share.scale() >= 0 ? left : right).add(BigInteger.TEN.pow(Math.abs(share.scale())));
        return product(left, 0, left.size()).compareTo(product(right, 0, right.size()));
    }

    private static BigInteger product(List<BigInteger> factors, int from, int to) {
        if (to - from == 1) {
            return factors.get(from);
        }
        if (to == from) {
            return BigInteger.ONE;
        }
        int middle = (from + to) >>> 1;
        return product(factors, from, middle).multiply(product(factors, middle, to));
    }
}
