package org.ipstrial.stats.survival.cox.residuals;

/**
 * Deviance residuals: martingale residuals on a scale on which they lie about 0 more evenly.
 *
 * <p>With the martingale residual {@code M_i} and {@code E_i} events expected:
 *
 * <pre>
 *   d_i = sign(M_i) sqrt(-2 (M_i + log E_i))     with the event
 *       = -sqrt(2 E_i)                           without
 * </pre>
 *
 * <p>No unit; above 0 for people who had the event sooner than the model expects. Their squares sum to the deviance against a
 * model with a hazard of each person's own, where the hazard of all is taken as known. Near 0 the root is worked out from its
 * series, so that nothing cancels.
 *
 * <p>Source: Therneau TM, Grambsch PM, Fleming TR (1990), Martingale-based residuals for survival models, Biometrika
 * 77:147-160; Therneau TM, Grambsch PM (2000), Modeling Survival Data, Springer, section 4.3. As R's
 * {@code residuals(coxph(), type = "deviance")}.
 *
 * @param values of each person, in the order of the martingale residuals
 */
public record DevianceResiduals(double[] values) {

    private static final double NEAR = 0.1;

    /** The residuals that go with martingale residuals. */
    public static DevianceResiduals of(MartingaleResiduals residuals) {
        double[] values = residuals.values();
        for (int i = 0; i < values.length; i++) {
            double expected = residuals.expected()[i];
            values[i] = residuals.observed()[i] > 0
                    ? Math.signum(values[i]) * Math.sqrt(2 * shortfall(values[i], expected))
                    : 0 - Math.sqrt(2 * expected);
        }
        return new DevianceResiduals(values);
    }

    /** {@code -m - log(1 - m)}, {@code 1 - m} being what was expected: near 0 the sum of {@code m^k / k} from the square on. */
    private static double shortfall(double m, double expected) {
        if (Math.abs(m) > NEAR) {
            return -m - StrictMath.log(expected);
        }
        double sum = 0;
        double power = m * m;
        for (int k = 2; sum + power / k != sum; k++) {
            sum += power / k;
            power *= m;
        }
        return sum;
    }
}
