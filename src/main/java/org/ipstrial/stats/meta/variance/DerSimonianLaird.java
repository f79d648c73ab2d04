package org.ipstrial.stats.meta.variance;

import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.WeightedFit;

/**
 * DerSimonian and Laird's moment estimator of the variance between studies.
 *
 * <p>With weights {@code w = 1 / v}, {@code Q = y'Py}, k studies and p coefficients:
 * <pre>
 *   tau&sup2; = max(0, (Q - (k - p)) / tr P);  for one mean tr P = sum w - sum w&sup2; / sum w
 * </pre>
 * Unit: that of the effects, squared. It has no search, and is too small where studies are large and differ much.
 *
 * <p>Source: DerSimonian R, Laird N (1986), Controlled Clinical Trials 7:177-188; with moderators Raudenbush SW (2009), in
 * The Handbook of Research Synthesis and Meta-Analysis, 2nd edition, 295-315.
 */
public final class DerSimonianLaird {

    private DerSimonianLaird() {}

    /** The variance between studies. */
    public static double of(MetaModel model) {
        WeightedFit fit = WeightedFit.at(model, 0);
        return Math.max(0, (fit.residualSum() - model.residualDf()) / fit.trace());
    }
}
