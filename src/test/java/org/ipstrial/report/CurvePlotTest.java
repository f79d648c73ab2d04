package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ipstrial.report.CurvePlot.Arm;
import org.junit.jupiter.api.Test;

/** What is kept of a curve with more steps than are drawn. */
class CurvePlotTest {

    private static Arm arm(int steps) {
        double[] times = new double[steps];
        double[] shares = new double[steps];
        double[] atRisk = new double[steps];
        Arrays.setAll(times, k -> k + 1);
        Arrays.setAll(shares, k -> 1 - (k + 1.0) / steps);
        Arrays.setAll(atRisk, k -> steps - k);
        return new Arm("a", times, shares, shares, shares, new double[0], times, atRisk);
    }

    @Test
    void aLongCurveIsExactAtTheEndOfEachPart() {
        Arm whole = arm(1_000_000);
        Arm thinned = whole.thinned();

        assertThat(thinned.times().length).isEqualTo(CurvePlot.MOST_STEPS);
        double width = 1_000_000.0 / CurvePlot.MOST_STEPS;
        for (int part = 1; part < CurvePlot.MOST_STEPS; part++) {
            double end = part * width - 0.5;
            assertThat(thinned.shareAt(end, 1)).isEqualTo(whole.shareAt(end, 1));
        }
        assertThat(thinned.shareAt(1e6, 1)).isZero();
        assertThat(thinned.atRiskAt(500_000)).isEqualTo(500_001);
    }

    @Test
    void aShortCurveIsKeptWhole() {
        assertThat(arm(CurvePlot.MOST_STEPS).thinned().times()).hasSize(CurvePlot.MOST_STEPS);
    }
}
