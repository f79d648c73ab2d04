package org.ipstrial.stats.prognosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.LikelihoodRatioTest;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.model.ProfileLikelihood;

/**
 * Conditional odds ratio of the levels of a column by logistic regression on arm and level.
 *
 * <pre>
 *   logit P(event) = a + t(arm) + c(level), by maximum likelihood over all arms, o = exp(c(level) - c(first))
 *   limits = the o with 2 (l - l(o)) = z^2, l(o) the largest log-likelihood with the odds ratio held at o
 *   test of all levels: 2 (l - l without levels), chi-squared with one degree of freedom less than there are levels
 * </pre>
 *
 * <p>Unit: ratio; above 1 where the event is more frequent at the level than at the first in the same arm. It is no effect
 * of anything that a trial has drawn by lot. The numbers are those of individual rows, whose counts in each arm of each level
 * are the weights here.
 *
 * <p>Edges: a level without events, or with events only, has no finite odds ratio ({@code separation}), says nothing of the
 * others and is left out of the test; the first that is not so is the one that others are held against. A level that goes
 * with an arm cannot be told from it ({@code collinear-covariates}). Fewer than two such levels leave nothing ({@code
 * fewer-than-two-strata}).
 *
 * <p>Source: Cox DR (1958), Journal of the Royal Statistical Society, Series B 20:215-242; limits: Venzon DJ, Moolgavkar
 * SH (1988), Applied Statistics 37:87-94; test: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62.
 */
public final class PrognosticOdds implements Prognosis {

    private final ModelData data;
    private final FittedModel fit;
    private final FittedModel without;
    private final int[] telling;

    private PrognosticOdds(ModelData data, FittedModel fit, FittedModel without, int[] telling) {
        this.data = data;
        this.fit = fit;
        this.without = without;
        this.telling = telling;
    }

    /**
     * Fits the models.
     *
     * @param events   people with the event, by level and arm
     * @param assessed people with a known outcome, by level and arm
     */
    public static Prognosis of(long[][] events, long[][] assessed) {
        int[] telling = IntStream.range(0, events.length)
                .filter(level -> sum(events[level]) > 0 && sum(events[level]) < sum(assessed[level]))
                .toArray();
        if (telling.length < 2) {
            return Prognosis.none(Reason.FEWER_THAN_TWO_STRATA);
        }
        List<int[]> cells = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int level : telling) {
            for (int arm = 0; arm < assessed[level].length; arm++) {
                long[] people = {assessed[level][arm] - events[level][arm], events[level][arm]};
                for (int y = 0; y < people.length; y++) {
                    if (people[y] > 0) {
                        cells.add(new int[] {level, arm, y});
                        weights.add((double) people[y]);
                    }
                }
            }
        }
        return fitted(cells, weights, telling, assessed[0].length);
    }

    private static Prognosis fitted(List<int[]> cells, List<Double> weights, int[] telling, int arms) {
        int[] level = cells.stream().mapToInt(cell -> cell[0]).toArray();
        int[] arm = cells.stream().mapToInt(cell -> cell[1]).toArray();
        double[] y = cells.stream().mapToDouble(cell -> cell[2]).toArray();
        double[] w = weights.stream().mapToDouble(Double::doubleValue).toArray();
        int[] others = IntStream.of(telling).skip(1).toArray();
        DesignMatrix design = LevelsAndArms.of(others, level, arm, arms);
        ModelData data = ModelData.of(design, y).withWeights(w);
        Fit fit = GeneralisedLinearModel.of(Logistic.RESPONSE, data);
        Fit without =
                GeneralisedLinearModel.of(Logistic.RESPONSE, data.with(LevelsAndArms.of(new int[0], level, arm, arms)));
        if (fit instanceof Fit.None none) {
            return Prognosis.none(none.reason());
        }
        Optional<FittedModel> smaller = without.ifFitted();
        return smaller.isEmpty()
                ? Prognosis.none(Reason.NOT_CONVERGED)
                : new PrognosticOdds(data, fit.ifFitted().orElseThrow(), smaller.get(), telling);
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Override
    public int against() {
        return telling[0];
    }

    @Override
    public Estimate estimate(int ofLevel, double level) {
        String column = LevelsAndArms.level(ofLevel);
        if (data.design().indexOf(column) < 0) {
            return Estimate.notEstimable(
                    IntStream.of(telling).anyMatch(one -> one == ofLevel)
                            ? Reason.COLLINEAR_COVARIATES
                            : Reason.SEPARATION);
        }
        Estimate logarithm =
                ProfileLikelihood.of(Logistic.RESPONSE, data, fit, column).limits(level);
        return new Estimate(
                exponential(logarithm.estimate()),
                Optional.empty(),
                exponential(logarithm.lower()),
                exponential(logarithm.upper()));
    }

    private static Quantity exponential(Quantity logarithm) {
        return logarithm instanceof Quantity.Estimated number
                ? Quantity.limit(StrictMath.exp(number.value()))
                : logarithm;
    }

    @Override
    public TestResult test() {
        return LikelihoodRatioTest.of(fit, without);
    }
}
