package org.ipstrial.stats.rank;

import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.rank.HodgesLehmann.Shifted;
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
 * <p>A limit on one side is that of the one-sided test: with {@code P(W* - M / 2 >= r) > 1 - level} for a lower limit, and
 * {@code P(M / 2 - W* >= r) > 1 - level} for an upper one. That is the two-sided limit at {@code 2 level - 1} wherever W* is
 * symmetric, which it is without ties and with arms of one size; elsewhere the two-sided one would not keep its level.
 *
 * <p>The test of a shift {@code m} counts a pair whose difference is exactly {@code m} against the alternative, so that a
 * shift lies outside the limits exactly when the test rejects it, also where it is itself a difference:
 *
 * <pre>
 *   against more: p = P(W* &gt;= pairs with D &gt; m),  against less: p = P(W* &lt;= pairs with D &gt;= m)
 *   both: p = P(|W* - M / 2| &gt;= d),  d the larger of pairs with D &gt; m less M / 2, and M / 2 less pairs with D &gt;= m
 * </pre>
 *
 * <p>Its statistic is W of the group less {@code m}, ties one half.
 *
 * <p>Unit: that of the amounts; positive where the group has more. Where nobody differs from the rest of their own arm
 * there are no limits ({@code no-variance}); arms so small that the test can never reject have unbounded ones. With more
 * than 50,000 pairs the limits are not computed ({@code too-large-for-exact}).
 *
 * <p>Source: Hodges JL, Lehmann EL (1963), Annals of Mathematical Statistics 34:598-611; limits: Bauer DF (1972), Journal
 * of the American Statistical Association 67:687-690.
 */
public final class HodgesLehmannExact implements TwoSampleEffect {

    /** The one there is. */
    public static final TwoSampleEffect INSTANCE = new HodgesLehmannExact();

    private HodgesLehmannExact() {}

    @Override
    public Estimate of(TwoSamples samples, double level, Resampling resampling) {
        return of(samples, level, Alternative.TWO_SIDED, resampling);
    }

    @Override
    public Estimate of(TwoSamples samples, double level, Alternative alternative, Resampling resampling) {
        alternative.twoSidedLevel(level);
        boolean both = alternative == Alternative.TWO_SIDED;
        Alternative above = both ? alternative : Alternative.GREATER;
        Alternative below = both ? alternative : Alternative.LESS;
        PairDifferences differences = PairDifferences.of(samples);
        return ExactMannWhitney.of(samples)
                .map(exact -> HodgesLehmann.of(
                        differences,
                        exact.acceptedDistance(1 - level, above),
                        exact.acceptedDistance(1 - level, below)))
                .orElseGet(() -> Estimate.withoutLimits(differences.median(), Reason.TOO_LARGE_FOR_EXACT));
    }

    @Override
    public TestResult test(TwoSamples samples, double effect, Alternative alternative) {
        PairDifferences differences = PairDifferences.of(samples);
        if (!differences.spread()) {
            return TestResult.notEstimable(Reason.NO_VARIANCE);
        }
        Shifted shifted = Shifted.by(differences, effect);
        double distance =
                switch (alternative) {
                    case GREATER -> shifted.least();
                    case LESS -> -shifted.most();
                    case TWO_SIDED -> Math.max(0, Math.max(shifted.least(), -shifted.most()));
                };
        return ExactMannWhitney.of(samples)
                .map(exact -> shifted.test(differences, exact.pValue(distance, alternative)))
                .orElseGet(() -> TestResult.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
    }
}
