package org.ipstrial.stats.interaction.adjusted;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;

/**
 * The logistic model of a yes/no outcome with a coefficient for every cell and every covariate. Where everybody of a cell has
 * the same outcome the likelihood grows as the cell's coefficient goes without end: its people are then left out, which is
 * that limit, and their fitted share is their outcome.
 *
 * @param model the columns, of the people of all other cells
 * @param fit   what came of fitting it
 */
record LogisticCells(LevelsModel model, FittedModel fit) {

    /** Whether the model has anything to fit. */
    static boolean isEmpty(LevelsData data) {
        return data.rows(mixed(data)).length == 0;
    }

    /** What comes of fitting; nothing is to be fitted where no cell has both outcomes. */
    static Fit fit(LevelsModel model) {
        return GeneralisedLinearModel.of(Logistic.RESPONSE, model.model());
    }

    /** The columns of the model. */
    static LevelsModel columns(LevelsData data) {
        return LevelsModel.saturated(data, mixed(data));
    }

    /** The cells with both outcomes. */
    static IntPredicate mixed(LevelsData data) {
        return cell -> data.people(cell) > 0 && !data.alike(cell);
    }

    /** What there is to say where there is no fit; cells go along with the covariates that separate. */
    static LevelEffects none(LevelsModel model, Fit.None none) {
        return LevelEffects.none(
                none.reason(),
                new ModelNotes(
                        model.columns().aliased(),
                        none.separating().stream()
                                .filter(column -> !LevelNames.isOfLevels(column.name()))
                                .toList()));
    }

    /** Nothing, because every cell has one outcome throughout. */
    static LevelEffects none() {
        return LevelEffects.none(Reason.SEPARATION, ModelNotes.aliased(List.of()));
    }

    /** What there is to say of the columns. */
    ModelNotes notes() {
        return ModelNotes.aliased(model.columns().aliased());
    }

    LevelsData data() {
        return model.data();
    }

    /** What the covariates add to each one's predictor, those who were left out too. */
    double[] ofCovariates() {
        double[] sums = new double[data().data().people()];
        double[][] all = data().data().covariates();
        for (String covariate : model.covariates()) {
            double coefficient = fit.coefficient(covariate);
            double[] values = all[data().data().names().indexOf(covariate)];
            for (int person = 0; person < sums.length; person++) {
                sums[person] += coefficient * values[person];
            }
        }
        return sums;
    }

    /** The probability of the event, were somebody of a cell with what the covariates add to their predictor. */
    double probability(int cell, double ofCovariates) {
        return data().alike(cell)
                ? data().outcome(cell)
                : Logistic.RESPONSE.mean(fit.coefficient(LevelNames.of(cell)) + ofCovariates);
    }

    /** Why an arm's people at a level leave their effect without an end, if so. */
    static Optional<Reason> endless(LevelsData data, int level, int group, int reference) {
        if (data.allAlike(level, group, reference)) {
            return Optional.of(
                    data.outcome(data.cell(level, group)) == 0
                            ? Reason.NO_EVENTS_IN_EITHER_ARM
                            : Reason.ALL_EVENTS_IN_BOTH_ARMS);
        }
        boolean one = data.alike(data.cell(level, group)) || data.alike(data.cell(level, reference));
        return one ? Optional.of(Reason.SEPARATION) : Optional.empty();
    }
}
