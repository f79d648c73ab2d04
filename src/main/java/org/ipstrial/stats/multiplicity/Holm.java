package org.ipstrial.stats.multiplicity;

/**
 * Holm's step-down adjustment.
 *
 * <p>With {@code n} p-values in ascending order, {@code p(1)} to {@code p(n)}:
 * <pre>
 *   adjusted(i) = min(1, max over j &le; i of (n - j + 1) p(j))
 * </pre>
 *
 * <p>Unit: probability. Guards against one or more false rejections in the family, whatever the dependence, and never
 * rejects less than Bonferroni.
 *
 * <p>Edges: equal p-values stay equal; one p-value stays as it is; none gives none.
 *
 * <p>Source: Holm S (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics
 * 6:65-70.
 */
public final class Holm {

    private Holm() {}

    /** The adjusted p-values, in the order given. */
    public static double[] adjust(double[] pValues) {
        FamilyOfPValues family = new FamilyOfPValues(pValues);
        double[] p = family.ascending();
        int n = p.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, (n - i) * p[i]);
            p[i] = largest;
        }
        return family.inGivenOrder(p);
    }
}
