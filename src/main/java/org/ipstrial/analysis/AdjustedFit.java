package org.ipstrial.analysis;

import java.util.List;
import java.util.Optional;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedData;
import org.ipstrial.stats.adjusted.AdjustedMethod;
import org.ipstrial.stats.adjusted.ArmContrasts;
import org.ipstrial.stats.adjusted.ModelNotes;

/**
 * One model over all arms, fitted by one method.
 *
 * @param offer     the effects that it gives
 * @param method    the method
 * @param contrasts what came of it
 */
record AdjustedFit(AdjustedOffer offer, Method<AdjustedMethod> method, ArmContrasts contrasts) {

    /**
     * The models that were picked, in the order of the offers.
     *
     * @param data none where there is nothing to model
     */
    static List<AdjustedFit> of(List<AdjustedOffer> offers, Optional<AdjustedData> data, MethodSelection methods) {
        return offers.stream()
                .flatMap(offer -> methods.of(offer.family()).stream()
                        .map(method -> new AdjustedFit(offer, method, fit(method, data))))
                .toList();
    }

    private static ArmContrasts fit(Method<AdjustedMethod> method, Optional<AdjustedData> data) {
        return data.map(method.function()::of)
                .orElseGet(() -> ArmContrasts.none(Reason.NO_VARIANCE, ModelNotes.aliased(List.of())));
    }
}
