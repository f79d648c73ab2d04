package org.ipstrial.stats.multiplicity;

/**
 * The adjustment of Benjamini and Hochberg for the false discovery rate.
 *
 * <p>With {@code n} p-values in ascending order, {@code p(1)} to {@code p(n)}:
 * <pre>
 *   adjusted(i) = min over j &ge; i of min(1, n p(j) / j)
 * </pre>
 *
 * <p>Unit: probability. Holds down the expected share of false rejections among all rejections, for independent and
 * some positively dependent tests; it does not guard against a single false rejection.
 *
 * <p>Edges: equal p-values stay equal; one p-value stays as it is; none gives none.
 *
 * <p>Source: Benjamini Y, Hochberg Y (1995), Controlling the false discovery rate: a practical and powerful approach to
 * multiple testing, Journal of the Royal Statistical Society, Series B 57:289-300.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** The adjusted p-values, in the order given. */
    public static double[] adjust(double[] pValues) {
        FamilyOfPValues family = new FamilyOfPValues(pValues);
        double[] p = family.ascending();
        int n = p.length;
        double smallest = 1;
        for (int i = n - 1; i >= 0; i--) {
            smallest = Math.min(smallest, n * p[i] / (i + 1));
            p[i] = smallest;
        }
        return family.inGivenOrder(p);
    }
}
