package org.ipstrial.catalogue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.catalogue.arms.AgainstControlMethods;
import org.ipstrial.catalogue.arms.AllArmsTests;
import org.ipstrial.catalogue.arms.StratifiedArmsTests;
import org.ipstrial.catalogue.imputation.ImputationMethods;
import org.ipstrial.catalogue.missing.MissingMethods;
import org.ipstrial.catalogue.ordinal.OrdinalMethods;
import org.ipstrial.catalogue.studies.CountPoolingMethods;
import org.ipstrial.catalogue.studies.FillingMethods;
import org.ipstrial.catalogue.studies.HeterogeneityMethods;
import org.ipstrial.catalogue.studies.MixedModelMethods;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.SignificantStudies;
import org.ipstrial.catalogue.studies.StudiesTests;
import org.ipstrial.catalogue.studies.VarianceEstimators;
import org.ipstrial.catalogue.subgroups.AdjustedInteractionMethods;
import org.ipstrial.catalogue.subgroups.InteractionMethods;
import org.ipstrial.catalogue.subgroups.ModerationMethods;
import org.ipstrial.catalogue.times.AdjustedTimesMethods;
import org.ipstrial.catalogue.times.SubdistributionMethods;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.catalogue.weekly.WeeklyMethods;

/** Every family of methods that there is. */
public final class Catalogue {

    /** The families that commands offer, in the order in which people meet them. */
    public static final List<Family<?>> FAMILIES = List.of(
            BinaryMethods.PROPORTION,
            BinaryMethods.TARGET_TEST,
            BinaryMethods.RISK_DIFFERENCE,
            BinaryMethods.RISK_RATIO,
            BinaryMethods.ODDS_RATIO,
            BinaryMethods.TEST,
            AmountMethods.MEAN_DIFFERENCE,
            AmountMethods.RATIO_OF_MEANS,
            AmountMethods.PROBABILISTIC_INDEX,
            AmountMethods.HODGES_LEHMANN,
            AmountMethods.WIN_ODDS,
            AmountMethods.STANDARDISED_MEAN_DIFFERENCE,
            BalanceMethods.YES_NO,
            BalanceMethods.CATEGORY,
            AmountMethods.TEST,
            TimesMethods.SURVIVAL,
            TimesMethods.MEDIAN_TIME,
            TimesMethods.AT_RISK,
            TimesMethods.RMST,
            TimesMethods.RMST_DIFFERENCE,
            AdjustedTimesMethods.RMST_DIFFERENCE,
            TimesMethods.RMST_RATIO,
            TimesMethods.RMTL,
            TimesMethods.RMTL_DIFFERENCE,
            TimesMethods.RMTL_RATIO,
            TimesMethods.HAZARD_RATIO,
            SubdistributionMethods.FAMILY,
            TimesMethods.CUMULATIVE_INCIDENCE,
            TimesTests.TEST,
            WeeklyMethods.MEAN_WEEKS,
            WeeklyMethods.MEAN_WEEKS_DIFFERENCE,
            StratifiedMethods.RISK_DIFFERENCE,
            StratifiedMethods.RISK_RATIO,
            StratifiedMethods.CONDITIONAL_ODDS_RATIO,
            OrdinalMethods.ODDS_RATIO,
            StratifiedMethods.BINARY_TEST,
            StratifiedMethods.AMOUNT_TEST,
            StratifiedMethods.HOMOGENEITY,
            AdjustedMethods.RISK_DIFFERENCE,
            AdjustedMethods.RISK_DIFFERENCE_IN_STRATA,
            AdjustedMethods.RISK_RATIO,
            AdjustedMethods.ODDS_RATIO,
            AdjustedMethods.CONDITIONAL_ODDS_RATIO,
            AdjustedMethods.ORDINAL_ODDS_RATIO,
            AdjustedMethods.PROPORTIONALITY,
            AdjustedMethods.MEAN_DIFFERENCE,
            AdjustedMethods.RATIO_OF_MEANS,
            AdjustedMethods.RISK_DIFFERENCE_IN_CLUSTERS,
            AdjustedMethods.RISK_RATIO_IN_CLUSTERS,
            AdjustedMethods.CONDITIONAL_ODDS_RATIO_IN_CLUSTERS,
            AdjustedMethods.MEAN_DIFFERENCE_IN_CLUSTERS,
            AdjustedMethods.RATIO_OF_MEANS_IN_CLUSTERS,
            InteractionMethods.RISK_DIFFERENCE,
            InteractionMethods.RISK_RATIO,
            InteractionMethods.ODDS_RATIO,
            InteractionMethods.MEAN_DIFFERENCE,
            ModerationMethods.RISK_DIFFERENCE,
            ModerationMethods.RISK_RATIO,
            ModerationMethods.ODDS_RATIO,
            ModerationMethods.MEAN_DIFFERENCE,
            AdjustedInteractionMethods.RISK_DIFFERENCE,
            AdjustedInteractionMethods.RISK_RATIO,
            AdjustedInteractionMethods.ODDS_RATIO,
            AdjustedInteractionMethods.MEAN_DIFFERENCE,
            AllArmsTests.BINARY,
            AllArmsTests.AMOUNT,
            StratifiedArmsTests.BINARY,
            StratifiedArmsTests.AMOUNT,
            AgainstControlMethods.MEAN_DIFFERENCE,
            AgainstControlMethods.TEST,
            MissingMethods.TIPPING_POINT,
            MissingMethods.TIPPING_SHIFT,
            MissingMethods.TRIMMING_BOUND,
            ImputationMethods.RISK_DIFFERENCE,
            ImputationMethods.RISK_RATIO,
            ImputationMethods.ODDS_RATIO,
            ImputationMethods.MEAN_DIFFERENCE,
            PoolingMethods.FAMILY,
            CountPoolingMethods.RISK_DIFFERENCE,
            CountPoolingMethods.RISK_RATIO,
            CountPoolingMethods.ODDS_RATIO,
            MixedModelMethods.ODDS_RATIO,
            VarianceEstimators.FAMILY,
            MixedModelMethods.TAU_SQUARED,
            HeterogeneityMethods.I_SQUARED,
            HeterogeneityMethods.H_SQUARED,
            HeterogeneityMethods.PREDICTION_INTERVAL,
            StudiesTests.HETEROGENEITY,
            MixedModelMethods.HETEROGENEITY,
            StudiesTests.SMALL_STUDIES,
            SignificantStudies.FAMILY,
            FillingMethods.FAMILY,
            AssociationMethods.FAMILY);

    /** All families whose methods are held to reference values: those that commands offer, and adjustments of p-values. */
    public static final List<Family<?>> CHECKED =
            Stream.concat(FAMILIES.stream(), Adjustments.FAMILIES.stream()).toList();

    private Catalogue() {}

    /** The names of all measures and methods, each once, by code point. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>(namesOf(FAMILIES));
        Adjustments.ALL.forEach(method -> names.add(method.id()));
        Adjustments.ORDERED.forEach(method -> names.add(method.id()));
        names.add(Adjustments.DUNNETT.id());
        names.add(Adjustments.GRAPHICAL.id());
        return List.copyOf(names);
    }

    /** The names of the measures and methods of some families, each once, by code point. */
    public static List<String> namesOf(List<Family<?>> families) {
        TreeSet<String> names = new TreeSet<>();
        for (Family<?> family : families) {
            names.add(family.measure().id());
            family.methods().forEach(method -> names.add(method.id()));
        }
        names.remove("");
        return List.copyOf(names);
    }
}
