package org.ipstrial.stats.adjusted;

import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.Logistic;
import org.ipstrial.stats.regression.model.ModelData;

/**
 * A logistic model of a yes/no outcome.
 *
 * @param columns the columns that it holds, and those that they make up
 * @param data    the outcome with the columns that it holds
 * @param fit     what came of fitting it
 */
public record LogisticFit(FullRank columns, ModelData data, Fit fit) {

    static LogisticFit of(DesignMatrix design, double[] outcome) {
        FullRank columns = FullRank.of(design);
        ModelData data = ModelData.of(columns.design(), outcome);
        return new LogisticFit(columns, data, GeneralisedLinearModel.of(Logistic.RESPONSE, data));
    }

    /** What there is to say where there is no fit for a reason. */
    public ArmContrasts none(Fit.None none) {
        return ArmContrasts.none(none.reason(), new ModelNotes(columns.aliased(), none.separating()));
    }

    /** What there is to say of the columns. */
    public ModelNotes notes() {
        return ModelNotes.aliased(columns.aliased());
    }
}
