package org.ipstrial.stats.survival.cox.residuals;

import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.RiskSums;
import org.ipstrial.stats.survival.cox.Ties;

/**
 * The baseline hazard of a model, step by step, and what it makes of each person.
 *
 * <p>At a time of events, with the denominators {@code S_l} of {@link Ties}, the means {@code m_l} of the covariates under them
 * and {@code v} the mean case weight of the events:
 *
 * <pre>
 *   h = sum over l of v / S_l            what the cumulative hazard rises by
 *   a = sum over l of m_l v / S_l
 *   g = sum over l of v / S_l^2          what its variance rises by where the coefficients are known
 * </pre>
 *
 * <p>By Efron who has the event is spared the part {@code l / d} of the l-th of {@code d} terms. Steps stand as the rows do: by
 * stratum, the latest first. Hazards are those of {@link RiskSums#exponents}, over the largest of all.
 *
 * <p>Source: Breslow NE (1972), Journal of the Royal Statistical Society, Series B 34:216-217; by Efron: Therneau TM, Grambsch
 * PM (2000), Modeling Survival Data, Springer, sections 3.3 and 10.2 and appendix E.
 */
final class HazardSteps {

    private final CoxData data;
    private final double[] exponents;
    private final int width;
    /** Of each row the first step that is not after it. */
    private final int[] stepOf;
    /** The first row of each step. */
    private final int[] rows;
    /** Of each step the one behind the last of its stratum. */
    private final int[] ends;
    /** Of each step a and h. */
    private final double[] own;
    /** Of each step g. */
    private final double[] variance;
    /** Of each step the sums of a and of h from the earliest of its stratum up to it. */
    private final double[] upTo;
    /** Of each step what an event is spared of a and of h. */
    private final double[] spared;
    /** Of each step the mean of m_l. */
    private final double[] means;
    /** Sums of a and h over any run of steps, where people enter late. */
    private final RunSums runs;

    private HazardSteps(CoxFit fit) {
        data = fit.data();
        width = data.width();
        exponents = RiskSums.exponents(data, fit.coefficients());
        stepOf = new int[data.size()];
        int count = 0;
        for (int from = 0, to; from < data.size(); from = to) {
            to = data.endOfTime(from);
            boolean any = false;
            for (int i = from; i < to; i++) {
                stepOf[i] = count;
                any |= data.event(i);
            }
            count += any ? 1 : 0;
        }
        rows = new int[count];
        ends = new int[count];
        own = new double[count * (width + 1)];
        spared = new double[count * (width + 1)];
        means = new double[count * width];
        variance = new double[count];
        RiskSums.visit(data, exponents, time -> take(stepOf[time.from()], time, fit.ties()));
        runs = data.hasEntries() ? new RunSums(own, width + 1) : null;
        upTo = own.clone();
        for (int k = count - 1; k >= 0; k--) {
            boolean last = k == count - 1 || data.stratum(rows[k]) != data.stratum(rows[k + 1]);
            ends[k] = last ? k + 1 : ends[k + 1];
            if (!last) {
                for (int j = 0; j <= width; j++) {
                    upTo[k * (width + 1) + j] += upTo[(k + 1) * (width + 1) + j];
                }
            }
        }
    }

    static HazardSteps of(CoxFit fit) {
        return new HazardSteps(fit);
    }

    private void take(int step, RiskSums.EventTime time, Ties ties) {
        rows[step] = time.from();
        int at = step * (width + 1);
        int d = time.events();
        for (int l = 0; l < d; l++) {
            double inverse = time.weight() / time.denominator(ties, l);
            double left = ties.leftOut(l, d) * inverse;
            own[at + width] += inverse;
            spared[at + width] += left;
            variance[step] += inverse / time.denominator(ties, l);
            for (int j = 0; j < width; j++) {
                double mean = time.mean(ties, l, j);
                own[at + j] += mean * inverse;
                spared[at + j] += mean * left;
                means[step * width + j] += mean / d;
            }
        }
    }

    /** How many steps there are in all strata. */
    int size() {
        return rows.length;
    }

    /** The first row of a step. */
    int row(int step) {
        return rows[step];
    }

    /** What the cumulative hazard rises by at a step. */
    double hazard(int step) {
        return own[step * (width + 1) + width];
    }

    /** {@code a} of a covariate at a step. */
    double drift(int step, int column) {
        return own[step * (width + 1) + column];
    }

    /** {@code g} of a step. */
    double variance(int step) {
        return variance[step];
    }

    /** The mean of a covariate at the time of a row that has the event. */
    double mean(int row, int column) {
        return means[stepOf[row] * width + column];
    }

    /**
     * What is expected of a row while it is at risk: the sums of {@code a} over those steps, then that of {@code h}, times its
     * own hazard.
     *
     * @param into has a place for each covariate and one more
     */
    void expected(int row, double[] into) {
        int from = stepOf[row];
        boolean any = from < rows.length && data.stratum(rows[from]) == data.stratum(row);
        int to = any ? ends[from] : from;
        int before = firstBy(data.entry(row), from, to);
        double hazard = StrictMath.exp(exponents[row]);
        for (int j = 0; j <= width; j++) {
            into[j] = any && before == to ? upTo[from * (width + 1) + j] : 0;
        }
        if (before < to) {
            runs.add(from, before, into);
        }
        for (int j = 0; j <= width; j++) {
            into[j] = hazard * (into[j] - (data.event(row) ? spared[from * (width + 1) + j] : 0));
        }
    }

    /** The first of some steps of a stratum, the latest first, that is not after a time. */
    private int firstBy(double time, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (data.time(rows[middle]) <= time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
