package org.ipstrial.stats.meta.mixed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * The mean effect and the levels of the studies at which the likelihood is highest, the spread of the effects being given.
 *
 * <p>At a given spread the logarithm of the likelihood has one top, since it is an integral of what has one in all of its
 * variables (Pr&eacute;kopa 1973, Acta Scientiarum Mathematicarum 34:335-343). Newton's steps that do not climb are halved.
 *
 * @param spread         the standard deviation of the effects
 * @param mean           the mean effect
 * @param levels         the levels of the studies
 * @param log            the logarithm of the likelihood
 * @param slope          its slope by the spread, over the spread; at no spread what that tends to
 * @param meanSlope      its slope by the mean, 0 but where that is given
 * @param meanMean       what the likelihood tells of the mean, levels being unknown
 * @param meanSpread     of mean and spread together
 * @param spreadSpread   of the spread
 */
record MeanAtSpread(
        double spread,
        double mean,
        double[] levels,
        double log,
        double slope,
        double meanSlope,
        double meanMean,
        double meanSpread,
        double spreadSpread) {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double LONGEST = 3;
    private static final double NEAR = 0.01;
    private static final double SHORTEST = 1e-11;

    /**
     * The top.
     *
     * @param studies the studies
     * @param spread  the standard deviation of their effects
     * @param start   where the search begins
     * @param fixed   the mean, where it is given too
     * @return nothing if the search does not end
     */
    static Optional<MeanAtSpread> of(
            List<StudyLikelihood> studies, double spread, MeanAtSpread start, OptionalDouble fixed) {
        double mean = fixed.orElse(start.mean());
        double[] levels = start.levels().clone();
        StudyIntegral[] at = at(studies, levels, mean, spread);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            double step = fixed.isPresent() ? 0 : stepOfMean(studies, at);
            double[] own = stepsOfLevels(studies, at, step);
            double longest = Math.abs(step);
            for (double one : own) {
                longest = Math.max(longest, Math.abs(one));
            }
            double part = Math.min(1, LONGEST / longest);
            StudyIntegral[] next = at(studies, moved(levels, own, part), mean + part * step, spread);
            // Near the top rounding may hide whether a step climbs, and Newton's are right.
            for (int halvings = 0; longest > NEAR && halvings < MOST_HALVINGS && log(next) < log(at); halvings++) {
                part /= 2;
                next = at(studies, moved(levels, own, part), mean + part * step, spread);
            }
            mean += part * step;
            levels = moved(levels, own, part);
            at = next;
            if (longest <= SHORTEST * (1 + Math.abs(mean))) {
                return Optional.of(top(studies, at, mean, levels, spread));
            }
        }
        return Optional.empty();
    }

    /** How steeply the likelihood falls with the spread, the mean being free or given, and the slope of that. */
    Bracket.Value falling(boolean free) {
        return new Bracket.Value(
                -slope * spread, free ? spreadSpread - meanSpread * meanSpread / meanMean : spreadSpread);
    }

    /** Where a search begins that knows nothing. */
    static MeanAtSpread start(List<StudyLikelihood> studies) {
        return new MeanAtSpread(
                0,
                0,
                studies.stream().mapToDouble(StudyLikelihood::startOfLevel).toArray(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private static StudyIntegral[] at(List<StudyLikelihood> studies, double[] levels, double mean, double spread) {
        StudyIntegral[] at = new StudyIntegral[levels.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = StudyIntegral.of(studies.get(i), levels[i], mean, spread);
        }
        return at;
    }

    private static double log(StudyIntegral[] at) {
        CompensatedSum sum = new CompensatedSum();
        for (StudyIntegral one : at) {
            sum.add(one.log());
        }
        return sum.value();
    }

    private static double stepOfMean(List<StudyLikelihood> studies, StudyIntegral[] at) {
        CompensatedSum slope = new CompensatedSum();
        CompensatedSum information = new CompensatedSum();
        for (int i = 0; i < at.length; i++) {
            double share = studies.get(i).hasLevel() ? at[i].levelMean() / at[i].levelLevel() : 0;
            slope.add(at[i].mean() - share * at[i].level());
            information.add(share * at[i].levelMean() - at[i].meanMean());
        }
        return slope.value() / information.value();
    }

    private static double[] stepsOfLevels(List<StudyLikelihood> studies, StudyIntegral[] at, double step) {
        double[] steps = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            steps[i] = studies.get(i).hasLevel() ? -(at[i].level() + at[i].levelMean() * step) / at[i].levelLevel() : 0;
        }
        return steps;
    }

    private static double[] moved(double[] levels, double[] steps, double part) {
        double[] moved = new double[levels.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = levels[i] + part * steps[i];
        }
        return moved;
    }

    private static MeanAtSpread top(
            List<StudyLikelihood> studies, StudyIntegral[] at, double mean, double[] levels, double spread) {
        CompensatedSum slope = new CompensatedSum();
        CompensatedSum meanSlope = new CompensatedSum();
        CompensatedSum meanMean = new CompensatedSum();
        CompensatedSum meanSpread = new CompensatedSum();
        CompensatedSum spreadSpread = new CompensatedSum();
        for (int i = 0; i < at.length; i++) {
            boolean has = studies.get(i).hasLevel();
            double ofMean = has ? at[i].levelMean() / at[i].levelLevel() : 0;
            double ofSpread = has ? at[i].levelSpread() / at[i].levelLevel() : 0;
            slope.add(spread > 0 ? at[i].spread() / spread : at[i].spreadSpread());
            meanSlope.add(at[i].mean());
            meanMean.add(ofMean * at[i].levelMean() - at[i].meanMean());
            meanSpread.add(ofMean * at[i].levelSpread() - at[i].meanSpread());
            spreadSpread.add(ofSpread * at[i].levelSpread() - at[i].spreadSpread());
        }
        return new MeanAtSpread(
                spread,
                mean,
                levels,
                log(at),
                slope.value(),
                meanSlope.value(),
                meanMean.value(),
                meanSpread.value(),
                spreadSpread.value());
    }
}
