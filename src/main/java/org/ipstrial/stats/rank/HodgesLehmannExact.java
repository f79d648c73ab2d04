package org.ipstrial.stats.rank;

import java.util.Optional;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;

/**
 * Hodges-Lehmann difference with limits from the exact distribution of the Mann-Whitney statistic, ties and all.
 *
 * <p>With {@code D(1) <= ... <= D(M)} the differences of all {@code M = n1 n0} pairs, group minus reference, and
 * {@code W*} the Mann-Whitney statistic over all allocations of the amounts as they are tied ({@link
 * MannWhitneyExactTest}):
 *
 * <pre>
 *   estimate = median of D
 *   r = largest distance that W* reaches with P(|W* - M / 2| &gt;= r) &gt; 1 - level
 *   K = M / 2 - r rounded up,  limits = D(K) and D(M + 1 - K)
 * </pre>
 *
 * <p>So the limits hold the shifts of the group that the exact test does not reject: the test rejects where they leave 0
 * out, and does not where 0 lies between them; a limit that is exactly 0 says that many differences are. The distribution
 * is that of the ties at no shift, as SAS and R's coin take it: without the ties it would be that of other data, and with
 * the ties of every shift the limits would be no ranks of the differences. With ties W* leaves values out that W takes at
 * a shift; these are judged by the same probabilities, as in coin, where SAS goes out to the next value that W* takes.
 *
 * <p>Unit: that of the amounts; positive where the group has more. Where nobody differs from the rest of their own arm
 * there are no limits ({@code no-variance}); arms so small that the test can never reject have unbounded ones. With more
 * than 50,000 pairs the limits are not computed ({@code too-large-for-exact}).
 *
 * <p>Source: Hodges JL, Lehmann EL (1963), Annals of Mathematical Statistics 34:598-611; limits: Bauer DF (1972), Journal
 * of the American Statistical Association 67:687-690.
 */
public final class HodgesLehmannExact {

    private HodgesLehmannExact() {}

    /**
     * The median difference with its limits.
     *
     * @param samples    the two arms
     * @param level      confidence level as a fraction
     * @param resampling not used
     * @throws IllegalArgumentException if the level does not lie strictly between 0 and 1
     */
    public static Estimate of(TwoSamples samples, double level, Resampling resampling) {
        Require.fraction("level", level);
        PairDifferences differences = PairDifferences.of(samples);
        Optional<ExactMannWhitney> exact = ExactMannWhitney.of(samples);
        if (exact.isEmpty()) {
            return Estimate.withoutLimits(differences.median(), Reason.TOO_LARGE_FOR_EXACT);
        }
        return HodgesLehmann.of(differences, exact.get().acceptedDistance(1 - level));
    }
}
