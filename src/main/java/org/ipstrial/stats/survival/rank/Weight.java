package org.ipstrial.stats.survival.rank;

/**
 * How much an event counts, by the share {@code S} of all arms together that had not had the event just before.
 *
 * <p>The class of Fleming and Harrington: {@code w = S^rho (1 - S)^gamma}. {@code (0, 0)} is the log-rank test,
 * {@code (1, 0)} weighs early events more, {@code (0, 1)} late ones. {@code S} is the Kaplan-Meier curve of all arms of the
 * stratum just before the time.
 *
 * <p>Source: Fleming TR, Harrington DP (1991), Counting Processes and Survival Analysis, Wiley, section 7.2; Harrington DP,
 * Fleming TR (1982), Biometrika 69:553-566.
 *
 * @param rho   power of the share without the event, not negative
 * @param gamma power of the share with it, not negative
 */
public record Weight(double rho, double gamma) {

    /** Every event counts alike: the log-rank test. */
    public static final Weight LOG_RANK = new Weight(0, 0);

    /** {@code w = S}: the modification of the Wilcoxon test by Peto and Peto, R's {@code survdiff(rho = 1)}. */
    public static final Weight PETO_PETO = new Weight(1, 0);

    /** {@code w = 1 - S}: for effects that come late. */
    public static final Weight LATE = new Weight(0, 1);

    /** Refuses negative powers. */
    public Weight {
        if (!(rho >= 0 && rho <= 100 && gamma >= 0 && gamma <= 100)) {
            throw new IllegalArgumentException("rho and gamma must be from 0 to 100, got " + rho + " and " + gamma);
        }
    }

    double of(double share) {
        double early = rho == 0 ? 1 : rho == 1 ? share : StrictMath.pow(share, rho);
        double late = gamma == 0 ? 1 : gamma == 1 ? 1 - share : StrictMath.pow(1 - share, gamma);
        return early * late;
    }
}
