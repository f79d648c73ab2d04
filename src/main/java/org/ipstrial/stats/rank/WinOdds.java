package org.ipstrial.stats.rank;

import java.util.Optional;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TApproximation;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Win odds: for each pair in which somebody of the reference has more, in how many has somebody of the group; ties count
 * one half for either.
 *
 * <p>With {@code p}, {@code se} and {@code df} of {@link BrunnerMunzelIndex}:
 *
 * <pre>
 *   w = p / (1 - p)
 *   limits = exp( log w -+ t se / (p (1 - p)) ),  t the quantile of Student's t at (1 + level) / 2 with df
 *   test of odds m: T = (log w - log m) / (se / (p (1 - p))), Student's t with df
 * </pre>
 *
 * <p>No unit; above 1 where the group tends to have more. The limits are taken on the logarithmic scale, so that they are
 * above 0 and turn round with the arms; those of the index, taken on its own scale, can leave 0 to 1 and would give none.
 * For that reason one of the two can leave out no difference where the other does not. Brunner and colleagues take the
 * normal quantile; here it is Student's, as for the index. The standard error is not shown, because it is that of the
 * logarithm.
 *
 * <p>Where every person of the group has more than every person of the reference there are no odds
 * ({@code unbounded}); where one arm lies wholly above the other, or all amounts are equal, there are no limits
 * ({@code no-variance}). An arm of one person gives no limits ({@code fewer-than-two}).
 *
 * <p>Source: Brunner E, Vandemeulebroecke M, M&uuml;tze T (2021), Statistics in Medicine 40:3367-3384; degrees of
 * freedom: Brunner E, Munzel U (2000), Biometrical Journal 42:17-25.
 */
public final class WinOdds {

    private WinOdds() {}

    /**
     * The odds with their limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        Require.fraction("level", level);
        Placements placements = Placements.of(samples);
        double wins = placements.wins();
        double losses = placements.pairs() - wins;
        Quantity odds = Quantity.limit(wins / losses);
        Optional<Reason> reason = BrunnerMunzelIndex.noStandardError(placements);
        if (reason.isPresent()) {
            Quantity none = Quantity.notEstimable(reason.get());
            return new Estimate(odds, Optional.empty(), none, none);
        }
        Estimate limits = logOdds(placements).limits(level);
        return new Estimate(odds, Optional.empty(), exp(limits.lower()), exp(limits.upper()));
    }

    /** The test that the odds are given ones above 0. */
    public static TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        Placements placements = Placements.of(samples);
        return BrunnerMunzelIndex.noStandardError(placements)
                .map(TestResult::notEstimable)
                .orElseGet(() -> logOdds(placements).test(StrictMath.log(effect), alternative));
    }

    private static TApproximation logOdds(Placements placements) {
        TApproximation index = BrunnerMunzelIndex.approximation(placements);
        double wins = placements.wins();
        double losses = placements.pairs() - wins;
        return new TApproximation(
                StrictMath.log(wins / losses),
                index.standardError() / (index.estimate() * (losses / placements.pairs())),
                index.df());
    }

    private static Quantity exp(Quantity log) {
        return Quantity.limit(StrictMath.exp(log.ifEstimated().orElseThrow()));
    }
}
