package org.ipstrial.stats.multiplicity;

/**
 * Adjustment for testing in an order that was fixed beforehand: each hypothesis at the full level, as long as all before it
 * were rejected.
 *
 * <p>With p-values in the order of the plan, {@code p(1)} to {@code p(n)}:
 * <pre>
 *   adjusted(i) = max over j &le; i of p(j)
 * </pre>
 *
 * <p>Unit: probability. Guards against one or more false rejections in the family, whatever the dependence, as long as the
 * order was fixed before anybody saw the data. Whatever comes after a hypothesis that is not rejected is not tested, however
 * small its p-value.
 *
 * <p>Edges: one p-value stays as it is; none gives none.
 *
 * <p>Source: Maurer W, Hothorn LA, Lehmacher W (1995), Multiple comparisons in drug clinical trials and preclinical assays:
 * a-priori ordered hypotheses, in: Vollmar J (ed.), Biometrie in der chemisch-pharmazeutischen Industrie 6:3-18, Fischer;
 * Westfall PH, Krishen A (2001), Optimally weighted, fixed sequence and gatekeeper multiple testing procedures, Journal of
 * Statistical Planning and Inference 99:25-40.
 */
public final class FixedSequence {

    private FixedSequence() {}

    /** The adjusted p-values, in the order given, which is that of testing. */
    public static double[] adjust(double[] pValues) {
        // The order is the user's: the family only checks that these are p-values.
        double[] adjusted = new FamilyOfPValues(pValues).inGivenOrder(new double[pValues.length]);
        for (int i = 1; i < adjusted.length; i++) {
            adjusted[i] = Math.max(adjusted[i], adjusted[i - 1]);
        }
        return adjusted;
    }
}
