package org.ipstrial.stats.meta;

import org.ipstrial.stats.Estimate;

/**
 * How much of the variance of the studies' effects lies between studies.
 *
 * <p>With tau&sup2; the variance between studies and the variance within of a typical study,
 * {@code s&sup2; = (k - p) / tr P}, weights 1/v:
 * <pre>
 *   I&sup2; = tau&sup2; / (tau&sup2; + s&sup2;),  H&sup2; = (tau&sup2; + s&sup2;) / s&sup2;
 *   limits: the same of the Q-profile limits of tau&sup2;
 * </pre>
 * With the estimator of DerSimonian and Laird {@code I&sup2; = (Q - df) / Q}. I&sup2; is a share from 0 to 1 and no measure
 * of how far effects differ: it grows with the size of the studies.
 *
 * <p>Source: Higgins JPT, Thompson SG (2002), Statistics in Medicine 21:1539-1558.
 *
 * @param iSquared share between studies
 * @param hSquared total over within
 */
public record VarianceShares(Estimate iSquared, Estimate hSquared) {

    /**
     * The shares.
     *
     * @param limits of the variance between studies
     */
    public static VarianceShares of(MetaModel model, double tauSquared, QProfile limits) {
        double within = model.residualDf() / WeightedFit.at(model, 0).trace();
        return new VarianceShares(
                Estimate.of(share(tauSquared, within), share(limits.lower(), within), share(limits.upper(), within)),
                Estimate.of(ratio(tauSquared, within), ratio(limits.lower(), within), ratio(limits.upper(), within)));
    }

    private static double share(double between, double within) {
        return between / (between + within);
    }

    private static double ratio(double between, double within) {
        return between / within + 1;
    }
}
