package org.ipstrial.stats.adjusted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.adjusted.standardised.YeRiskDifference;
import org.ipstrial.stats.adjusted.standardised.YeStratifiedRiskDifference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simulated trials of 300 people in two arms, 2 to 1, whose logistic model is wrong: the covariate works by its square, and
 * differently in each arm.
 */
@Tag("slow")
class YeCoverageTest {

    private static final int TRIALS = 20_000;
    private static final int PEOPLE = 300;

    /** Arms drawn for each person: 95% hold the truth, and the standard error is the spread of the estimates. */
    @Test
    void simpleRandomisation() {
        Spread spread = run(false, YeRiskDifference::of);

        // Three Monte-Carlo standard errors are 0.0046; the normal approximation itself costs a little.
        assertThat(spread.coverage()).isBetween(0.940, 0.957);
        assertThat(spread.meanError() / spread.deviation()).isBetween(0.97, 1.02);
    }

    /** Blocks within strata: the stratified form keeps 95%, the simple one is not too short. */
    @Test
    void blocksWithinStrata() {
        Spread stratified = run(true, YeStratifiedRiskDifference::of);

        assertThat(stratified.coverage()).isBetween(0.938, 0.957);
        assertThat(stratified.meanError() / stratified.deviation()).isBetween(0.97, 1.02);
        assertThat(run(true, YeRiskDifference::of).coverage()).isGreaterThan(0.940);
    }

    private record Spread(double coverage, double meanError, double deviation) {}

    private static Spread run(boolean blocks, AdjustedMethod method) {
        SplittableRandom random = new SplittableRandom(20120101);
        double truth = truth();
        double covered = 0;
        double errors = 0;
        double sum = 0;
        double squares = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Estimate estimate = method.of(trial(random, blocks)).estimate(1, 0, 0.95);
            double d = estimate.estimate().ifEstimated().orElseThrow();
            covered += estimate.lower().ifEstimated().orElseThrow() <= truth
                            && truth <= estimate.upper().ifEstimated().orElseThrow()
                    ? 1
                    : 0;
            errors += estimate.standardError().orElseThrow().ifEstimated().orElseThrow();
            sum += d - truth;
            squares += (d - truth) * (d - truth);
        }
        double deviation = Math.sqrt((squares - sum * sum / TRIALS) / (TRIALS - 1));
        assertThat(sum / TRIALS).as("bias").isBetween(-0.003, 0.003);
        return new Spread(covered / TRIALS, errors / TRIALS, deviation);
    }

    private static AdjustedData trial(SplittableRandom random, boolean blocks) {
        double[] y = new double[PEOPLE];
        int[] arm = new int[PEOPLE];
        int[] stratum = new int[PEOPLE];
        double[] x = new double[PEOPLE];
        double[] s = new double[PEOPLE];
        int[][] left = new int[2][2];
        for (int i = 0; i < PEOPLE; i++) {
            x[i] = 4 * random.nextDouble() - 2;
            stratum[i] = x[i] > 0.5 ? 1 : 0;
            s[i] = stratum[i];
            arm[i] = blocks ? dealt(left[stratum[i]], random) : random.nextInt(3) > 0 ? 1 : 0;
            y[i] = random.nextDouble() < probability(arm[i], x[i]) ? 1 : 0;
        }
        return new AdjustedData(
                y, arm, List.of("reference", "group"), List.of("x", "s"), new double[][] {x, s}, stratum);
    }

    /** From a block of two and four, refilled when it is empty. */
    private static int dealt(int[] left, SplittableRandom random) {
        if (left[0] + left[1] == 0) {
            left[0] = 2;
            left[1] = 4;
        }
        int arm = random.nextInt(left[0] + left[1]) < left[0] ? 0 : 1;
        left[arm]--;
        return arm;
    }

    private static double probability(int arm, double x) {
        double eta = -1 + 0.8 * arm + x * x / 2 + (arm == 1 ? 0.9 * x : -0.3 * x);
        return 1 / (1 + StrictMath.exp(-eta));
    }

    private static double truth() {
        int steps = 100_000;
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            double x = 4 * (k + 0.5) / steps - 2;
            sum += probability(1, x) - probability(0, x);
        }
        return sum / steps;
    }
}
