package org.ipstrial.stats.interaction.adjusted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.WaldContrast;
import org.ipstrial.stats.adjusted.standardised.StandardisedShares;
import org.ipstrial.stats.interaction.Scatter;
import org.ipstrial.stats.regression.model.Fit;

/**
 * Risk differences and risk ratios at levels, standardised over the people of each level out of one model, and Cochran's Q
 * test that they are the same.
 *
 * <pre>
 *   logit P(event) = a(level, arm) + c(1) x(1) + c(2) x(2) + ..., one fit over all arms and levels
 *   p(t) = mean over the people of a level of the probability, were they in arm t
 *   v(t, s) = the covariances of Ye and others, of the people of the level
 *   d = p(group) - p(reference), or its logarithm's difference for a ratio;  v its variance;  w = 1/v
 *   m = sum w d / sum w,  Q = sum w (d - m)&sup2; over K levels
 *   p = P(chi-squared with K - 1 degrees of freedom &ge; Q)
 * </pre>
 *
 * <p>One model for all levels, not one for each, because the covariates then cost their coefficients once: a level of thirty
 * people bears no model of its own. The model has a coefficient for every arm at every level, so that its residuals sum to
 * nothing in each of them; that is what the variance asks of a model, right or wrong, and within a level the randomisation
 * is that of the trial. Effects of different levels share the coefficients of the covariates alone, which move the
 * standardised shares of a randomised trial by a lower order: they are taken as independent.
 *
 * <p>Unit: difference of proportions, or ratio; of the people of the level as a whole. Changing the arms round turns the
 * effects, and changes nothing in the test; nor does a covariate that is the same of everybody, or within each level.
 *
 * <p>Edges: a level that lacks an arm has no effect. Where nobody or everybody of an arm at a level has the event there is no
 * effect ({@code separation}); the test of differences takes the share of 0 or 1 as it is, as {@code CochranQ} without
 * covariates does, and that of ratios has none where a share is 0. Levels in which nobody or everybody of both arms has the
 * event add nothing. Nor does a level of which an arm is one person, whose share has no variance; its effect is
 * {@code fewer-than-two}. Covariates that separate the outcomes leave nothing ({@code separation}). Fewer than two levels left
 * are no test.
 *
 * <p>Source: Ye T, Bannick M, Yi Y, Shao J (2023), Robust variance estimation for covariate-adjusted unconditional treatment
 * effect in randomized clinical trials with binary outcomes, Statistical Theory and Related Fields 7:159-163; Cochran WG
 * (1954), Biometrics 10:101-129. One model with the subgroup, its product with the arm and the covariates, averaged over the
 * patients of the subgroup, is what {@code modav} of R's package subtee fits for each subgroup.
 */
public final class StandardisedLevels implements LevelEffects {

    private final LevelsData data;
    private final boolean ratio;
    private final ModelNotes notes;
    private final List<Optional<StandardisedShares>> shares = new ArrayList<>();
    private final List<List<Integer>> arms = new ArrayList<>();

    private StandardisedLevels(LogisticCells cells, boolean ratio) {
        this.data = cells.data();
        this.ratio = ratio;
        this.notes = cells.notes();
        double[] ofCovariates = cells.ofCovariates();
        for (int level = 0; level < data.levels(); level++) {
            int at = level;
            List<Integer> present = IntStream.range(0, data.data().arms().size())
                    .filter(arm -> data.people(data.cell(at, arm)) > 0)
                    .boxed()
                    .toList();
            arms.add(present);
            shares.add(
                    present.size() < 2 ? Optional.empty() : Optional.of(shares(cells, ofCovariates, level, present)));
        }
    }

    /**
     * Fits the model for risk differences.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static LevelEffects ofDifferences(LevelsData data) {
        return of(data, false);
    }

    /**
     * Fits the model for risk ratios.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static LevelEffects ofRatios(LevelsData data) {
        return of(data, true);
    }

    private static LevelEffects of(LevelsData data, boolean ratio) {
        if (LogisticCells.isEmpty(data)) {
            return LogisticCells.none();
        }
        LevelsModel model = LogisticCells.columns(data);
        Fit fit = LogisticCells.fit(model);
        return fit instanceof Fit.None none
                ? LogisticCells.none(model, none)
                : new StandardisedLevels(new LogisticCells(model, fit.ifFitted().orElseThrow()), ratio);
    }

    private static StandardisedShares shares(
            LogisticCells cells, double[] ofCovariates, int level, List<Integer> present) {
        LevelsData data = cells.data();
        AdjustedData all = data.data();
        int[] people = IntStream.range(0, all.people())
                .filter(person -> data.level(person) == level)
                .toArray();
        double[][] probabilities = present.stream()
                .map(arm -> Arrays.stream(people)
                        .mapToDouble(person -> cells.probability(data.cell(level, arm), ofCovariates[person]))
                        .toArray())
                .toArray(double[][]::new);
        return StandardisedShares.of(
                AdjustedData.of(
                        Arrays.stream(people)
                                .mapToDouble(person -> all.outcome()[person])
                                .toArray(),
                        Arrays.stream(people)
                                .map(person -> present.indexOf(all.arm()[person]))
                                .toArray(),
                        present.stream().map(all.arms()::get).toList(),
                        List.of(),
                        new double[0][]),
                probabilities);
    }

    @Override
    public Estimate effect(int level, int group, int reference, double confidence) {
        Require.fraction("level", confidence);
        return data.absent(level, group, reference)
                .or(() -> alone(level, group, reference))
                .or(() -> LogisticCells.endless(data, level, group, reference))
                .map(Estimate::notEstimable)
                .orElseGet(() -> contrast(level, group, reference).estimate(confidence));
    }

    /** A person alone in an arm has no variance. */
    private Optional<Reason> alone(int level, int group, int reference) {
        boolean alone = data.people(data.cell(level, group)) == 1 || data.people(data.cell(level, reference)) == 1;
        return alone ? Optional.of(Reason.FEWER_THAN_TWO) : Optional.empty();
    }

    private WaldContrast contrast(int level, int group, int reference) {
        int compared = arms.get(level).indexOf(group);
        int with = arms.get(level).indexOf(reference);
        StandardisedShares ofLevel = shares.get(level).orElseThrow();
        return ratio ? ofLevel.ratio(compared, with) : ofLevel.difference(compared, with);
    }

    @Override
    public TestResult test(int group, int reference) {
        List<Integer> both = data.withBoth(group, reference);
        List<Scatter.Effect> effects = new ArrayList<>();
        for (int level : both) {
            if (!data.allAlike(level, group, reference)
                    && alone(level, group, reference).isEmpty()) {
                WaldContrast contrast = contrast(level, group, reference);
                double variance = contrast.standardError() * contrast.standardError();
                if (!Double.isFinite(contrast.value())) {
                    return TestResult.notEstimable(Reason.SEPARATION);
                }
                if (!(variance > 0)) {
                    return TestResult.notEstimable(Reason.NO_VARIANCE);
                }
                effects.add(new Scatter.Effect(contrast.value(), variance));
            }
        }
        return Scatter.absent(effects.size(), both.size())
                .map(TestResult::notEstimable)
                .orElseGet(() -> Scatter.test(effects));
    }

    @Override
    public ModelNotes notes() {
        return notes;
    }
}
