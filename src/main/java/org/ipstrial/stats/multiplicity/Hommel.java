package org.ipstrial.stats.multiplicity;

/**
 * Hommel's adjustment: the closed test that uses Simes' test of every intersection.
 *
 * <p>With {@code n} p-values in ascending order, {@code p(1)} to {@code p(n)}, the Simes p-value of {@code m} of them,
 * {@code q(1)} to {@code q(m)} in ascending order, is the smallest {@code m q(j) / j}. A hypothesis gets the largest
 * Simes p-value of all sets that it belongs to. Of the sets of {@code m}, that is the set of the hypothesis and the
 * largest others:
 * <pre>
 *   tail(m)     = min over j = 2..m of m p(n - m + j) / j
 *   adjusted(i) = max over m = 1..n of min(m p(min(i, n - m + 1)), tail(m))
 * </pre>
 *
 * <p>Unit: probability. Guards against one or more false rejections in the family when Simes' inequality holds; then it
 * never rejects less than Hochberg.
 *
 * <p>Edges: equal p-values stay equal; one p-value stays as it is; none gives none.
 *
 * <p>Source: Hommel G (1988), A stagewise rejective multiple test procedure based on a modified Bonferroni test,
 * Biometrika 75:383-386; the adjusted p-values in Wright SP (1992), Adjusted p-values for simultaneous inference,
 * Biometrics 48:1005-1013.
 */
public final class Hommel {

    private Hommel() {}

    /** The adjusted p-values, in the order given. */
    public static double[] adjust(double[] pValues) {
        FamilyOfPValues family = new FamilyOfPValues(pValues);
        double[] p = family.ascending();
        int n = p.length;
        double[] adjusted = new double[n];
        for (int m = 1; m <= n; m++) {
            double tail = Double.POSITIVE_INFINITY;
            for (int j = 2; j <= m; j++) {
                tail = Math.min(tail, m * p[n - m + j - 1] / j);
            }
            for (int i = 0; i < n; i++) {
                // Among the m largest p-values the set is those m, whoever of them is looked at.
                double simes = Math.min(m * p[Math.min(i, n - m)], tail);
                adjusted[i] = Math.max(adjusted[i], simes);
            }
        }
        return family.inGivenOrder(adjusted);
    }
}
