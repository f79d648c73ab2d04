package org.ipstrial.stats.contingency.stratified.score;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.descriptive.CompensatedSum;

/**
 * The scores of all strata at one tested effect, with their weights.
 *
 * @param scores those of the strata
 */
record WeightedScore(List<StratumScore> scores) {

    /**
     * The scores at a place.
     *
     * @param inflated whether variances have the factor {@code N / (N - 1)} of Miettinen and Nurminen
     */
    static WeightedScore at(CommonScale scale, List<TwoByTwo> tables, double place, boolean inflated) {
        return new WeightedScore(tables.stream()
                .map(table -> {
                    StratumScore score = scale.at(table, place);
                    double k = inflated ? (double) table.assessed() / (table.assessed() - 1) : 1;
                    return new StratumScore(score.score(), k * score.variance(), score.thirdMoment());
                })
                .toList());
    }

    private double sum(ToDoubleFunction<StratumScore> term) {
        CompensatedSum sum = new CompensatedSum();
        scores.forEach(score -> sum.add(term.applyAsDouble(score)));
        return sum.value();
    }

    /** {@code sum w S / sqrt(sum w)} with {@code w = 1 / V}. */
    double z() {
        return sum(one -> one.score() / one.variance()) / Math.sqrt(sum(one -> 1 / one.variance()));
    }

    /**
     * The statistic that is normal but for terms of the second order: the {@code Z} of
     * {@code z = Z + (Z^2 - 1) k}, {@code k = sum w^3 m / (6 (sum w)^(3/2))}. Where no {@code Z} has that, the one that comes
     * nearest to it.
     */
    double corrected() {
        double z = z();
        double w = sum(one -> 1 / one.variance());
        double k = sum(one -> one.thirdMoment() / (one.variance() * one.variance() * one.variance()))
                / (6 * w * Math.sqrt(w));
        double discriminant = 1 + 4 * k * (z + k);
        return discriminant >= 0 ? 2 * (z + k) / (1 + Math.sqrt(discriminant)) : -1 / (2 * k);
    }

    /** The mean score over its standard error, both from the spread of the strata. */
    double t() {
        int strata = scores.size();
        double w = sum(one -> 1 / one.variance());
        double mean = sum(one -> one.score() / one.variance()) / w;
        double q = sum(one -> (one.score() - mean) * (one.score() - mean) / one.variance());
        double squares = sum(one -> 1 / (one.variance() * one.variance()));
        double between = Math.max(0, q - (strata - 1)) / (w - squares / w);
        double all = sum(one -> 1 / (one.variance() + between));
        double common = sum(one -> one.score() / (one.variance() + between)) / all;
        double spread = sum(one -> (one.score() - common) * (one.score() - common) / (one.variance() + between));
        return common / Math.sqrt(spread / all / (strata - 1));
    }
}
