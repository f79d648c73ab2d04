package org.ipstrial.stats.multiplicity;

/**
 * Hochberg's step-up adjustment.
 *
 * <p>With {@code n} p-values in ascending order, {@code p(1)} to {@code p(n)}:
 * <pre>
 *   adjusted(i) = min over j &ge; i of (n - j + 1) p(j)
 * </pre>
 *
 * <p>Unit: probability. Guards against one or more false rejections in the family when Simes' inequality holds, as it
 * does for independent and for many positively dependent tests; then it never rejects less than Holm.
 *
 * <p>Edges: equal p-values stay equal; one p-value stays as it is; none gives none.
 *
 * <p>Source: Hochberg Y (1988), A sharper Bonferroni procedure for multiple tests of significance, Biometrika
 * 75:800-802.
 */
public final class Hochberg {

    private Hochberg() {}

    /** The adjusted p-values, in the order given. */
    public static double[] adjust(double[] pValues) {
        FamilyOfPValues family = new FamilyOfPValues(pValues);
        double[] p = family.ascending();
        int n = p.length;
        double smallest = 1;
        for (int i = n - 1; i >= 0; i--) {
            smallest = Math.min(smallest, (n - i) * p[i]);
            p[i] = smallest;
        }
        return family.inGivenOrder(p);
    }
}
