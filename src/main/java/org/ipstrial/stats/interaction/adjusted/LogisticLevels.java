package org.ipstrial.stats.interaction.adjusted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.adjusted.odds.Exponentials;
import org.ipstrial.stats.interaction.CommonRatio;
import org.ipstrial.stats.interaction.Scatter;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ProfileLikelihood;

/**
 * Odds ratios at levels of people alike in their covariates, by one logistic regression over all arms and levels, and the
 * likelihood-ratio test that they are the same.
 *
 * <pre>
 *   logit P(event) = a(level, arm) + c(1) x(1) + c(2) x(2) + ..., by maximum likelihood over all arms and levels
 *   o = exp(a(level, group) - a(level, reference))
 *   limits = the o with 2 (l - l(o)) = z&sup2;, l(o) the largest log-likelihood with the odds ratio held at o, l the largest of
 *     all, z the standard normal quantile at (1 + confidence) / 2
 *   X&sup2; = 2 (l - l0), l0 the largest log-likelihood with one odds ratio of group and reference at all K levels; every other
 *     arm at every level keeps its coefficient
 *   p = P(chi-squared with K - 1 degrees of freedom &ge; X&sup2;)
 * </pre>
 *
 * <p>Unit: ratio; above 1 when the event is more frequent in the group. Conditional: the more the covariates tell, the further
 * it lies from the odds ratio of the level as a whole. Changing the arms round, or counting those without the event, turns
 * the ratios, and changes nothing in the test; nor does a covariate that is the same of everybody, or within each level.
 *
 * <p>Edges: a level that lacks an arm has no effect and adds nothing, nor do levels without events or with events only, in
 * degrees of freedom neither (R's {@code anova} counts them). Where nobody or everybody of an arm at a level has the event its
 * odds ratio has no end ({@code separation}); the test takes it as it is. Where the arms separate the outcomes at all levels
 * the same way there is no common odds ratio, and where covariates separate them no fit ({@code separation}). Fewer than two
 * levels left are no test.
 *
 * <p>Source: Wilks SS (1938), Annals of Mathematical Statistics 9:60-62; limits: Venzon DJ, Moolgavkar SH (1988), Applied
 * Statistics 37:87-94. As {@code anova(glm(y ~ arm + level + x), glm(y ~ arm * level + x), test = "LRT")} of R.
 */
public final class LogisticLevels implements LevelEffects {

    private final LevelsData data;
    private final LogisticCells cells;

    private LogisticLevels(LogisticCells cells) {
        this.data = cells.data();
        this.cells = cells;
    }

    /**
     * Fits the model with an effect for each level.
     *
     * @throws IllegalArgumentException if an outcome is not 0 or 1
     */
    public static LevelEffects of(LevelsData data) {
        if (LogisticCells.isEmpty(data)) {
            return LogisticCells.none();
        }
        LevelsModel model = LogisticCells.columns(data);
        Fit fit = LogisticCells.fit(model);
        return fit instanceof Fit.None none
                ? LogisticCells.none(model, none)
                : new LogisticLevels(new LogisticCells(model, fit.ifFitted().orElseThrow()));
    }

    @Override
    public Estimate effect(int level, int group, int reference, double confidence) {
        Require.fraction("level", confidence);
        Optional<Reason> none =
                data.absent(level, group, reference).or(() -> LogisticCells.endless(data, level, group, reference));
        if (none.isPresent()) {
            return Estimate.notEstimable(none.get());
        }
        LevelsModel model = LevelsModel.apart(data, LogisticCells.mixed(data), group, reference, List.of(level));
        Fit fit = LogisticCells.fit(model);
        return fit instanceof Fit.None reason
                ? Estimate.notEstimable(reason.reason())
                : Exponentials.of(ProfileLikelihood.of(
                                Logistic.RESPONSE, model.model(), fit.ifFitted().orElseThrow(), LevelsModel.EFFECT)
                        .limits(confidence));
    }

    @Override
    public TestResult test(int group, int reference) {
        List<Integer> both = data.withBoth(group, reference);
        List<Integer> telling = new ArrayList<>(both);
        telling.removeIf(level -> data.allAlike(level, group, reference));
        Optional<Reason> absent = Scatter.absent(telling.size(), both.size());
        if (absent.isPresent()) {
            return TestResult.notEstimable(absent.get());
        }
        // A cell with one outcome counts where one odds ratio goes over several levels, and adds nothing elsewhere.
        IntPredicate compared = cell -> telling.stream()
                .anyMatch(level -> cell == data.cell(level, group) || cell == data.cell(level, reference));
        LevelsModel model = LevelsModel.alike(
                data,
                compared.or(LogisticCells.mixed(data)),
                group,
                reference,
                telling,
                cells.model().covariates());
        Fit fit = LogisticCells.fit(model);
        return fit instanceof Fit.None none
                ? TestResult.notEstimable(none.reason())
                : CommonRatio.test(
                        2
                                * (cells.fit().logLikelihood()
                                        - fit.ifFitted().orElseThrow().logLikelihood()),
                        telling.size());
    }

    @Override
    public ModelNotes notes() {
        return cells.notes();
    }
}
