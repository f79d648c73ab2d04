package org.ipstrial.stats.meta.mixed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The spread of the effects at which the likelihood is highest, with the mean and the levels there.
 *
 * <p>The slope by the spread is looked at from no spread to 5, where the middle 95% of odds ratios go from one
 * eighteen thousandth to eighteen thousand, in steps by a half; every change from rising to falling is closed in on, and of all tops, with no spread, the
 * highest is taken.
 *
 * @param spread the standard deviation of the effects
 * @param top    the rest
 */
record MixedFit(double spread, MeanAtSpread top) {

    private static final double LEAST = 0.02;
    private static final double MOST = 5;
    private static final double STEP = 1.5;

    /**
     * The fit.
     *
     * @param start where the search begins
     * @param fixed the mean, where it is given
     * @return nothing if the likelihood rises to the end, or a search does not end
     */
    static Optional<MixedFit> of(List<StudyLikelihood> studies, MeanAtSpread start, OptionalDouble fixed) {
        Optional<MeanAtSpread> at = MeanAtSpread.of(studies, 0, start, fixed);
        Optional<MixedFit> best = at.map(top -> new MixedFit(0, top));
        double from = 0;
        double to = LEAST;
        while (at.isPresent() && from < MOST) {
            MeanAtSpread here = at.get();
            Optional<MeanAtSpread> next = MeanAtSpread.of(studies, to, here, fixed);
            if (here.slope() > 0 && next.isPresent() && next.get().slope() <= 0) {
                Optional<MixedFit> found = between(studies, here, fixed, from, to);
                if (found.isEmpty()
                        || found.get().top().log() > best.get().top().log()) {
                    best = found;
                }
            }
            at = next;
            from = to;
            to = Math.min(MOST, to * STEP);
        }
        return at.isEmpty() || at.get().slope() > 0 ? Optional.empty() : best;
    }

    private static Optional<MixedFit> between(
            List<StudyLikelihood> studies, MeanAtSpread start, OptionalDouble fixed, double from, double to) {
        return Bracket.crossing(
                        s -> MeanAtSpread.of(studies, s, start, fixed).map(top -> top.falling(fixed.isEmpty())),
                        from,
                        to)
                .flatMap(s -> MeanAtSpread.of(studies, s, start, fixed).map(top -> new MixedFit(s, top)));
    }

    /** The variance of the mean, from what the likelihood tells of mean and spread together. */
    double variance() {
        double both = top.meanMean() * top.spreadSpread() - top.meanSpread() * top.meanSpread();
        return spread > 0 && both > 0 ? top.spreadSpread() / both : 1 / top.meanMean();
    }
}
