package org.ipstrial.stats.contingency.score;

import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.contingency.TwoByTwo;

/** The likelihood of a table along one effect, and the score statistic as its paper writes it: a second route. */
interface Likelihood {

    double[] range(double effect);

    double p1(double p2, double effect);

    /** The derivative of the log likelihood by {@code p2}, or anything of the same sign. */
    double slope(TwoByTwo table, double p2, double effect);

    double chiSquared(TwoByTwo table, double p1, double p2, double effect);

    static Likelihood ofDifference() {
        return new OfDifference();
    }

    static Likelihood ofRatio() {
        return new OfRatio();
    }

    static Likelihood ofOddsRatio() {
        return new OfOddsRatio();
    }

    /** The most likely {@code p2}, by halving on the slope. */
    default double mostLikely(TwoByTwo table, double effect) {
        double[] range = range(effect);
        double low = range[0];
        double high = range[1];
        for (int i = 0; i < 200; i++) {
            double middle = low + (high - low) / 2;
            if (slope(table, middle, effect) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    private static double ratioOrNothing(double count, DoubleUnaryOperator over, double p) {
        return count == 0 ? 0 : count / over.applyAsDouble(p);
    }

    final class OfDifference implements Likelihood {
        @Override
        public double[] range(double e) {
            return new double[] {Math.max(0, -e), Math.min(1, 1 - e)};
        }

        @Override
        public double p1(double p2, double e) {
            return p2 + e;
        }

        @Override
        public double slope(TwoByTwo t, double p2, double e) {
            return ratioOrNothing(t.group().events(), p -> p, p2 + e)
                    - ratioOrNothing(t.group().nonEvents(), p -> 1 - p, p2 + e)
                    + ratioOrNothing(t.reference().events(), p -> p, p2)
                    - ratioOrNothing(t.reference().nonEvents(), p -> 1 - p, p2);
        }

        @Override
        public double chiSquared(TwoByTwo t, double p1, double p2, double e) {
            double d = t.group().proportion() - t.reference().proportion() - e;
            return d
                    * d
                    / (p1 * (1 - p1) / t.group().assessed()
                            + p2 * (1 - p2) / t.reference().assessed());
        }
    }

    final class OfRatio implements Likelihood {
        @Override
        public double[] range(double e) {
            return new double[] {0, Math.min(1, 1 / e)};
        }

        @Override
        public double p1(double p2, double e) {
            return Math.min(1, p2 * e);
        }

        @Override
        public double slope(TwoByTwo t, double p2, double e) {
            return ratioOrNothing(t.events(), p -> p, p2)
                    - e * ratioOrNothing(t.group().nonEvents(), p -> 1 - p, p2 * e)
                    - ratioOrNothing(t.reference().nonEvents(), p -> 1 - p, p2);
        }

        @Override
        public double chiSquared(TwoByTwo t, double p1, double p2, double e) {
            double d = t.group().proportion() - e * t.reference().proportion();
            return d
                    * d
                    / (p1 * (1 - p1) / t.group().assessed()
                            + e * e * p2 * (1 - p2) / t.reference().assessed());
        }
    }

    final class OfOddsRatio implements Likelihood {
        @Override
        public double[] range(double e) {
            return new double[] {0, 1};
        }

        @Override
        public double p1(double p2, double e) {
            return e * p2 / (1 - p2 + e * p2);
        }

        @Override
        public double slope(TwoByTwo t, double p2, double e) {
            return t.events() - t.group().assessed() * p1(p2, e) - t.reference().assessed() * p2;
        }

        @Override
        public double chiSquared(TwoByTwo t, double p1, double p2, double e) {
            double d = t.group().events() - t.group().assessed() * p1;
            return d
                    * d
                    * (1 / (t.group().assessed() * p1 * (1 - p1))
                            + 1 / (t.reference().assessed() * p2 * (1 - p2)));
        }
    }
}
