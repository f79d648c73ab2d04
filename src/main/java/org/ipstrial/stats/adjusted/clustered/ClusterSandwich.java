package org.ipstrial.stats.adjusted.clustered;

import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;
import org.ipstrial.stats.regression.design.FullRank;
import org.ipstrial.stats.regression.model.Clusters;
import org.ipstrial.stats.regression.model.CoefficientCovariance;
import org.ipstrial.stats.regression.model.Fit;
import org.ipstrial.stats.regression.model.FittedModel;
import org.ipstrial.stats.regression.model.GeneralisedLinearModel;
import org.ipstrial.stats.regression.model.ModelData;
import org.ipstrial.stats.regression.model.Response;

/**
 * Ratios of arms in a model that is fitted as if nobody shared a cluster, with the sandwich variance over clusters
 * ({@link Clusters#CR1}).
 */
final class ClusterSandwich {

    private ClusterSandwich() {}

    /** The ratios by a model that is still to be fitted. */
    static ArmContrasts of(AdjustedData data, Response response) {
        FullRank full = FullRank.of(data.design(0));
        Fit fit = GeneralisedLinearModel.of(response, ModelData.of(full.design(), data.outcome()));
        return fit instanceof Fit.None none
                ? ArmContrasts.none(none.reason(), new ModelNotes(full.aliased(), none.separating()))
                : of(data, fit.ifFitted().orElseThrow(), ModelNotes.aliased(full.aliased()));
    }

    /** The ratios by a model. */
    static ArmContrasts of(AdjustedData data, FittedModel fit, ModelNotes notes) {
        Optional<CoefficientCovariance> covariance = Clusters.CR1.of(fit, data.cluster());
        if (covariance.isEmpty()) {
            return ArmContrasts.none(Reason.FEWER_THAN_TWO_CLUSTERS, notes);
        }
        return new UnlessAlone(
                data, new NormalContrasts(data, fit.design(), fit.coefficients(), covariance.get(), true, notes));
    }
}
