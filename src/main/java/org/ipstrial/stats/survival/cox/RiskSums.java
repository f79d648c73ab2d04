package org.ipstrial.stats.survival.cox;

import java.util.function.Consumer;

/**
 * Goes through the times of events, the latest first, with the sums over those at risk that the partial likelihood is made
 * of. Where nobody enters late they grow from one time to the one before it; else they are those of {@link RiskTree}.
 */
public final class RiskSums {

    /**
     * A time of events: rows {@code from} to {@code to} of the data end at it.
     *
     * @param from   the first row of the time
     * @param to     the row after its last
     * @param events how many of them have the event
     * @param weight the mean weight of those
     * @param atRisk the sums over all at risk
     * @param dying  the sums over those who have the event
     */
    public record EventTime(int from, int to, int events, double weight, Sums atRisk, Sums dying) {

        /** The {@code l}-th of the denominators. */
        public double denominator(Ties ties, int l) {
            return atRisk.zero() - ties.leftOut(l, events) * dying.zero();
        }

        /** The mean of a covariate with the {@code l}-th of the denominators. */
        public double mean(Ties ties, int l, int j) {
            return (atRisk.one(j) - ties.leftOut(l, events) * dying.one(j)) / denominator(ties, l);
        }

        /** The covariance of two covariates with the {@code l}-th of the denominators, {@code j >= k}. */
        public double covariance(Ties ties, int l, int j, int k) {
            double product = (atRisk.two(j, k) - ties.leftOut(l, events) * dying.two(j, k)) / denominator(ties, l);
            return product - mean(ties, l, j) * mean(ties, l, k);
        }

        /** The third joint moment about the means of three covariates with the {@code l}-th denominator, {@code h >= j >= k}. */
        double thirdMoment(Ties ties, int l, int h, int j, int k) {
            double out = ties.leftOut(l, events);
            double product = (atRisk.three(h, j, k) - out * dying.three(h, j, k)) / denominator(ties, l);
            double a = mean(ties, l, h);
            double b = mean(ties, l, j);
            double c = mean(ties, l, k);
            return product
                    - a * covariance(ties, l, j, k)
                    - b * covariance(ties, l, h, k)
                    - c * covariance(ties, l, h, j)
                    - a * b * c;
        }
    }

    private RiskSums() {}

    /** The linear predictor of each row, less the largest of all. */
    public static double[] exponents(CoxData data, double[] b) {
        double[] eta = new double[data.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < eta.length; i++) {
            eta[i] = data.product(i, b);
            largest = Math.max(largest, eta[i]);
        }
        for (int i = 0; i < eta.length; i++) {
            eta[i] -= largest;
        }
        return eta;
    }

    /** Visits every time of events of every stratum. */
    public static void visit(CoxData data, double[] exponents, Consumer<EventTime> visitor) {
        visit(data, exponents, false, visitor);
    }

    /**
     * Visits every time of events of every stratum.
     *
     * @param third whether third moments are asked for
     */
    static void visit(CoxData data, double[] exponents, boolean third, Consumer<EventTime> visitor) {
        Sums atRisk = new Sums(data.width(), third);
        Sums dying = new Sums(data.width(), third);
        RiskTree tree = null;
        for (int from = 0, to; from < data.size(); from = to) {
            to = data.endOfTime(from);
            if (data.beginsStratum(from)) {
                atRisk.clear();
                tree = data.hasEntries() ? new RiskTree(data, exponents, from, third) : null;
            }
            dying.clear();
            int events = 0;
            double weight = 0;
            for (int i = from; i < to; i++) {
                double w = data.weight(i) * StrictMath.exp(exponents[i]);
                if (tree == null) {
                    atRisk.add(w, data, i);
                }
                if (data.event(i)) {
                    dying.add(w, data, i);
                    events++;
                    weight += data.weight(i);
                }
            }
            if (events > 0) {
                Sums all = tree == null ? atRisk : tree.at(from, to);
                visitor.accept(new EventTime(from, to, events, weight / events, all, dying));
            }
        }
    }
}
