package org.ipstrial.stats.contingency.stratified.score;

import java.util.List;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.score.DifferenceFit;

/**
 * A scale on which strata have an effect in common, with the score of a stratum.
 *
 * <p>Every effect has a place from -1 to 1: a difference is its own, a ratio {@code r} has {@code (r - 1) / (r + 1)}. With
 * the arms changed round the place changes its sign.
 */
enum CommonScale {
    /** {@code p1 - p2}. */
    DIFFERENCE {
        @Override
        double effect(double place) {
            return place;
        }

        @Override
        double place(double effect) {
            return effect;
        }

        @Override
        Optional<Reason> unbounded(List<TwoByTwo> tables) {
            return Optional.empty();
        }

        @Override
        StratumScore at(TwoByTwo table, double place) {
            DifferenceFit fit = DifferenceFit.at(table, place);
            double n1 = table.group().assessed();
            double n2 = table.reference().assessed();
            return new StratumScore(
                    fit.pull() * fit.variance(),
                    fit.variance(),
                    skew(fit.group()) / (n1 * n1) - skew(fit.reference()) / (n2 * n2));
        }
    },

    /** {@code p1 / p2}, by Tang's score: {@code (x1/n1 - r x2/n2) / p2} at the most likely {@code p2} with that ratio. */
    RATIO {
        @Override
        StratumScore at(TwoByTwo table, double place) {
            double ratio = effect(place);
            double n1 = table.group().assessed();
            double n2 = table.reference().assessed();
            double x1 = table.group().events();
            double x2 = table.reference().events();
            double b = n1 * ratio + x1 + n2 + x2 * ratio;
            double root = Math.sqrt(Math.max(0, b * b - 4 * (n1 + n2) * ratio * (x1 + x2)));
            double p2 = 2 * (x1 + x2) / (b + root);
            double p1 = Math.min(1, p2 * ratio);
            return new StratumScore(
                    (x1 / n1 - ratio * x2 / n2) / p2,
                    (p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2) / (p2 * p2),
                    (skew(p1) / (n1 * n1) - ratio * ratio * ratio * skew(p2) / (n2 * n2)) / (p2 * p2 * p2));
        }
    },

    /** {@code p1 (1 - p2) / (p2 (1 - p1))}, by the score of its logarithm less Gart's bias. */
    ODDS_RATIO {
        @Override
        Optional<Reason> unbounded(List<TwoByTwo> tables) {
            if (tables.stream().allMatch(table -> table.group().nonEvents() == 0)) {
                return Optional.of(Reason.ALL_EVENTS_IN_GROUP);
            }
            boolean each = tables.stream()
                    .allMatch(table ->
                            table.group().nonEvents() == 0 || table.reference().events() == 0);
            return super.unbounded(tables)
                    .or(() -> each ? Optional.of(Reason.NO_INFORMATIVE_STRATUM) : Optional.empty());
        }

        @Override
        StratumScore at(TwoByTwo table, double place) {
            double ratio = effect(place);
            double n1 = table.group().assessed();
            double n2 = table.reference().assessed();
            double x = table.events();
            double a = n2 * (ratio - 1);
            double b = n1 * ratio + n2 - x * (ratio - 1);
            double root = Math.sqrt(b * b + 4 * a * x);
            double p2 = b > 0 ? 2 * x / (b + root) : (root - b) / (2 * a);
            double p1 = p2 * ratio / (1 + p2 * (ratio - 1));
            double v1 = n1 * p1 * (1 - p1);
            double v2 = n2 * p2 * (1 - p2);
            double pull = table.group().events() - n1 * p1;
            return new StratumScore(
                    pull * (1 / v1 + 1 / v2) - (p1 - p2) / (v1 + v2),
                    1 / v1 + 1 / v2,
                    (1 - 2 * p1) / (v1 * v1) - (1 - 2 * p2) / (v2 * v2));
        }
    };

    /** Why no effect is too large for the tables, if none is: then there is no estimate either. */
    Optional<Reason> unbounded(List<TwoByTwo> tables) {
        boolean none = tables.stream().allMatch(table -> table.reference().events() == 0);
        return none ? Optional.of(Reason.NO_EVENTS_IN_REFERENCE) : Optional.empty();
    }

    /** The effect at a place strictly between -1 and 1. */
    double effect(double place) {
        return (1 + place) / (1 - place);
    }

    /** The place of an effect. */
    double place(double effect) {
        return (effect - 1) / (effect + 1);
    }

    /** The score of a table that has events and others, at a place strictly between -1 and 1. */
    abstract StratumScore at(TwoByTwo table, double place);

    private static double skew(double p) {
        return p * (1 - p) * (1 - 2 * p);
    }
}
