package org.ipstrial.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.stats.adjusted.AdjustedMethod;

/**
 * Effects with covariates in the model that an analysis can give.
 *
 * @param family the methods for them
 * @param unit   the unit of the effect
 */
record AdjustedOffer(Family<AdjustedMethod> family, Unit unit) {

    /** Those of an amount. */
    static List<AdjustedOffer> ofMeans(AdjustedPeople people, Unit unit) {
        List<AdjustedOffer> offers = new ArrayList<>();
        offers.add(new AdjustedOffer(AdjustedMethods.MEAN_DIFFERENCE, unit));
        if (people.cluster().isPresent()) {
            offers.add(new AdjustedOffer(AdjustedMethods.MEAN_DIFFERENCE_IN_CLUSTERS, unit));
        }
        offers.add(new AdjustedOffer(AdjustedMethods.RATIO_OF_MEANS, Unit.RATIO));
        if (people.cluster().isPresent()) {
            offers.add(new AdjustedOffer(AdjustedMethods.RATIO_OF_MEANS_IN_CLUSTERS, Unit.RATIO));
        }
        offers.add(new AdjustedOffer(AdjustedMethods.ORDINAL_ODDS_RATIO, Unit.RATIO));
        return offers;
    }

    /** Those of a yes/no outcome. */
    static List<AdjustedOffer> ofShares(AdjustedPeople people) {
        List<AdjustedOffer> offers = new ArrayList<>();
        offers.add(new AdjustedOffer(AdjustedMethods.RISK_DIFFERENCE, Unit.PROPORTION_DIFFERENCE));
        if (!people.strata().isEmpty()) {
            offers.add(new AdjustedOffer(AdjustedMethods.RISK_DIFFERENCE_IN_STRATA, Unit.PROPORTION_DIFFERENCE));
        }
        if (people.cluster().isPresent()) {
            offers.add(new AdjustedOffer(AdjustedMethods.RISK_DIFFERENCE_IN_CLUSTERS, Unit.PROPORTION_DIFFERENCE));
        }
        offers.add(new AdjustedOffer(AdjustedMethods.RISK_RATIO, Unit.RATIO));
        if (people.cluster().isPresent()) {
            offers.add(new AdjustedOffer(AdjustedMethods.RISK_RATIO_IN_CLUSTERS, Unit.RATIO));
        }
        offers.add(new AdjustedOffer(AdjustedMethods.ODDS_RATIO, Unit.RATIO));
        offers.add(new AdjustedOffer(AdjustedMethods.CONDITIONAL_ODDS_RATIO, Unit.RATIO));
        if (people.cluster().isPresent()) {
            offers.add(new AdjustedOffer(AdjustedMethods.CONDITIONAL_ODDS_RATIO_IN_CLUSTERS, Unit.RATIO));
        }
        offers.add(new AdjustedOffer(AdjustedMethods.ORDINAL_ODDS_RATIO, Unit.RATIO));
        return offers;
    }
}
