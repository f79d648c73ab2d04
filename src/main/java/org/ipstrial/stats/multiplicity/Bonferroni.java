package org.ipstrial.stats.multiplicity;

/**
 * Bonferroni's adjustment.
 *
 * <p>With {@code n} p-values, each {@code p} becomes {@code min(1, n p)}.
 *
 * <p>Unit: probability. Guards against one or more false rejections in the family, whatever the dependence.
 *
 * <p>Edges: one p-value stays as it is; none gives none.
 *
 * <p>Source: Bonferroni's inequality; Dunn OJ (1961), Multiple comparisons among means, Journal of the American
 * Statistical Association 56:52-64.
 */
public final class Bonferroni {

    private Bonferroni() {}

    /** The adjusted p-values, in the order given. */
    public static double[] adjust(double[] pValues) {
        FamilyOfPValues family = new FamilyOfPValues(pValues);
        double[] p = family.ascending();
        for (int i = 0; i < p.length; i++) {
            p[i] *= p.length;
        }
        return family.inGivenOrder(p);
    }
}
