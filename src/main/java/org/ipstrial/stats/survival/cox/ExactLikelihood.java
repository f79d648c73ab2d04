package org.ipstrial.stats.survival.cox;

/**
 * The exact partial likelihood of tied events: time comes in steps, and who has the event in a step is a draw from all sets of
 * so many people at risk.
 *
 * <p>With {@code d} events among those at risk at a time and {@code e_i = exp(x_i'b)}:
 *
 * <pre>
 *   l(b)    = sum over times of (x'b summed over those who have the event - log B(d, n))
 *   B(d, n) = sum over all sets of d of the n people at risk of the product of their e_i
 *   B(k, i) = B(k, i - 1) + e_i B(k - 1, i - 1),  B(0, i) = 1,  B(k, 0) = 0
 * </pre>
 *
 * <p>The recursion is carried on for the first and second derivatives of {@code B} beside it. Without ties it is
 * {@link PartialLikelihood}; with them {@code exp(b)} is the ratio of the odds, not of the hazards, of the event in a step
 * (the discrete logistic model), and further from 1 than a ratio of hazards.
 *
 * <p>The sums are divided by powers of the mean of {@code e_i} over {@code d}, so that {@code B} stays below
 * {@code exp(d)}. It takes {@code d n} steps a time: beyond 500 events at one time, or 100 million steps over all tied times, it
 * is refused ({@code too-large-for-exact}).
 *
 * <p>Source: Cox DR (1972), Journal of the Royal Statistical Society, Series B 34:187-220, section 6; recursion: Gail MH, Lubin
 * JH, Rubinstein LV (1981), Biometrika 68:703-707. As R's {@code coxph(ties = "exact")} and SAS's {@code TIES=DISCRETE}.
 */
final class ExactLikelihood {

    private static final int MOST_EVENTS = 500;
    private static final double MOST_STEPS = 1e8;

    private final CoxData data;
    private final int width;
    private final double[] exponents;
    private double value;
    private final double[] score;
    private final double[][] information;

    private ExactLikelihood(CoxData data, double[] b) {
        this.data = data;
        width = data.width();
        exponents = RiskSums.exponents(data, b);
        score = new double[width];
        information = new double[width][width];
    }

    /** Whether some data have more ties than this takes. */
    static boolean isTooLarge(CoxData data) {
        double steps = 0;
        for (int from = 0, to, begin = 0; from < data.size(); from = to) {
            to = data.endOfTime(from);
            begin = data.beginsStratum(from) ? from : begin;
            int events = events(data, from, to);
            if (events > MOST_EVENTS) {
                return true;
            }
            steps += events > 1 ? (double) events * (to - begin) : 0;
        }
        return steps > MOST_STEPS;
    }

    /**
     * The likelihood at some coefficients.
     *
     * @param data of people without case weights
     */
    static PartialLikelihood at(CoxData data, double[] b) {
        ExactLikelihood likelihood = new ExactLikelihood(data, b);
        RiskSums.visit(data, likelihood.exponents, likelihood::add);
        for (int j = 0; j < b.length; j++) {
            for (int k = 0; k < j; k++) {
                likelihood.information[k][j] = likelihood.information[j][k];
            }
        }
        return new PartialLikelihood(likelihood.value, likelihood.score, likelihood.information);
    }

    private void add(RiskSums.EventTime time) {
        for (int i = time.from(); i < time.to(); i++) {
            if (data.event(i)) {
                value += exponents[i];
                for (int j = 0; j < width; j++) {
                    score[j] += data.x(i, j);
                }
            }
        }
        if (time.events() == 1) {
            value -= StrictMath.log(time.denominator(Ties.BRESLOW, 0));
            for (int j = 0; j < width; j++) {
                score[j] -= time.mean(Ties.BRESLOW, 0, j);
                for (int k = 0; k <= j; k++) {
                    information[j][k] += time.covariance(Ties.BRESLOW, 0, j, k);
                }
            }
        } else {
            addSets(time);
        }
    }

    private void addSets(RiskSums.EventTime time) {
        int d = time.events();
        int pairs = width * (width + 1) / 2;
        double scale = d / time.atRisk().zero();
        // Of each size of set: B, its slopes, and its second derivatives.
        double[][] sets = new double[d + 1][1 + width + pairs];
        sets[0][0] = 1;
        double when = data.time(time.from());
        int begin = time.from();
        while (!data.beginsStratum(begin)) {
            begin--;
        }
        for (int i = begin, seen = 0; i < time.to(); i++) {
            if (data.entry(i) < when) {
                seen++;
                double e = StrictMath.exp(exponents[i]) * scale;
                for (int size = Math.min(seen, d); size > 0; size--) {
                    join(sets[size], sets[size - 1], e, i);
                }
            }
        }
        double[] all = sets[d];
        if (!(all[0] > 0)) {
            // Out of range: no place to climb to.
            value = Double.NEGATIVE_INFINITY;
            return;
        }
        value -= StrictMath.log(all[0]) - d * StrictMath.log(scale);
        for (int j = 0, at = 1 + width; j < width; j++) {
            double mean = all[1 + j] / all[0];
            score[j] -= mean;
            for (int k = 0; k <= j; k++, at++) {
                information[j][k] += all[at] / all[0] - mean * (all[1 + k] / all[0]);
            }
        }
    }

    /** Adds the sets that have one more person to those of a size that had all others. */
    private void join(double[] sets, double[] smaller, double e, int i) {
        sets[0] += e * smaller[0];
        for (int j = 0, at = 1 + width; j < width; j++) {
            double x = data.x(i, j);
            for (int k = 0; k <= j; k++, at++) {
                double y = data.x(i, k);
                sets[at] += e * (smaller[at] + x * smaller[1 + k] + y * smaller[1 + j] + x * y * smaller[0]);
            }
            sets[1 + j] += e * (smaller[1 + j] + x * smaller[0]);
        }
    }

    private static int events(CoxData data, int from, int to) {
        int events = 0;
        for (int i = from; i < to; i++) {
            events += data.event(i) ? 1 : 0;
        }
        return events;
    }
}
