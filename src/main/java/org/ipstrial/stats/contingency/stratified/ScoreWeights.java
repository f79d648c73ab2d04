package org.ipstrial.stats.contingency.stratified;

import java.util.List;
import org.ipstrial.stats.contingency.PointEstimate;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.score.DifferenceFit;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.search.Crossing;

/** How strata are weighted in one score statistic of a common risk difference. */
enum ScoreWeights {
    /** By {@code n1 n2 / N}, whatever the difference. */
    MANTEL_HAENSZEL {
        @Override
        List<TwoByTwo> used(List<TwoByTwo> tables) {
            return tables;
        }

        @Override
        double estimate(List<TwoByTwo> tables) {
            return MantelHaenszelDifference.difference(tables);
        }

        @Override
        double z(List<TwoByTwo> tables, double difference) {
            CompensatedSum off = new CompensatedSum();
            CompensatedSum variance = new CompensatedSum();
            for (TwoByTwo table : tables) {
                double w = StratifiedTables.weight(table);
                off.add((double) PointEstimate.crossDifference(table) / table.assessed());
                off.add(-(w * difference));
                // A product is rounded, and the rest of it is what is left near the estimate.
                off.add(-Math.fma(w, difference, -(w * difference)));
                variance.add(w * w * variance(table, difference));
            }
            return off.value() == 0 ? 0 : off.value() / Math.sqrt(variance.value());
        }
    },

    /** By one over the variance of the stratum's own score, anew at each difference. */
    INVERSE_VARIANCE {
        /** At no difference a stratum without events, or with events only, would have an infinite weight. */
        @Override
        List<TwoByTwo> used(List<TwoByTwo> tables) {
            return tables.stream()
                    .filter(table -> table.events() > 0 && table.events() < table.assessed())
                    .toList();
        }

        @Override
        double estimate(List<TwoByTwo> tables) {
            double least = tables.stream()
                    .mapToDouble(PointEstimate::riskDifference)
                    .min()
                    .orElseThrow();
            double most = tables.stream()
                    .mapToDouble(PointEstimate::riskDifference)
                    .max()
                    .orElseThrow();
            return Crossing.of(difference -> 0 - pull(tables, difference, least, most), least, most);
        }

        /** The sum of the pulls, whose sign at the outermost observed differences is known. */
        private double pull(List<TwoByTwo> tables, double difference, double least, double most) {
            if (difference == least || difference == most) {
                return least == most ? 0 : difference == least ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            return StratifiedTables.sum(
                    tables, table -> DifferenceFit.at(table, difference).pull() / inflation(table));
        }

        @Override
        double z(List<TwoByTwo> tables, double difference) {
            CompensatedSum off = new CompensatedSum();
            CompensatedSum information = new CompensatedSum();
            for (TwoByTwo table : tables) {
                DifferenceFit fit = DifferenceFit.at(table, difference);
                off.add(fit.pull() / inflation(table));
                information.add(1 / (inflation(table) * fit.variance()));
            }
            return off.value() / Math.sqrt(information.value());
        }
    };

    /** The tables that the weights are fit for. */
    abstract List<TwoByTwo> used(List<TwoByTwo> tables);

    /** The difference at which the statistic is 0. */
    abstract double estimate(List<TwoByTwo> tables);

    /**
     * The score statistic of a difference, above 0 where the strata speak for a larger one.
     *
     * @param difference strictly between -1 and 1
     */
    abstract double z(List<TwoByTwo> tables, double difference);

    private static double variance(TwoByTwo table, double difference) {
        return inflation(table) * DifferenceFit.at(table, difference).variance();
    }

    private static double inflation(TwoByTwo table) {
        return (double) table.assessed() / (table.assessed() - 1);
    }
}
