package org.ipstrial.stats.multiplicity;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Integrals as Gauss-Legendre sums of 16 points over panels. */
final class GaussPanels {

    private static final int POINTS = 16;
    private static final int LEAST_PANELS = 4;

    private GaussPanels() {}

    /** Points and weights of a sum over panels of equal width. */
    static double[][] of(double from, double to, double widest) {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        int panels = Math.max(LEAST_PANELS, (int) Math.ceil((to - from) / widest));
        double width = (to - from) / panels;
        double[] points = new double[POINTS * panels];
        double[] weights = new double[POINTS * panels];
        for (int panel = 0; panel < panels; panel++) {
            double start = from + panel * width;
            GaussIntegrator rule = factory.legendre(POINTS, start, start + width);
            for (int k = 0; k < POINTS; k++) {
                points[panel * POINTS + k] = rule.getPoint(k);
                weights[panel * POINTS + k] = rule.getWeight(k);
            }
        }
        return new double[][] {points, weights};
    }
}
