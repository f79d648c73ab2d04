package org.ipstrial.catalogue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
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

/**
 * The families of one measure. Those of other measures are not touched: to build them all would take a tenth of the time
 * of a whole comparison.
 */
public final class MeasureFamilies {

    private MeasureFamilies() {}

    /** The families of a measure, each built only when the stream comes to it. */
    public static Stream<Family<?>> of(Measure measure) {
        return switch (measure) {
            case PROPORTION -> lazily(List.of(() -> ProportionMethods.FAMILY));
            case TARGET_TEST -> lazily(List.of(() -> TargetTests.FAMILY));
            case RISK_DIFFERENCE ->
                lazily(List.of(
                        () -> DifferenceMethods.FAMILY,
                        () -> StratifiedDifferences.FAMILY,
                        () -> AdjustedMethods.RISK_DIFFERENCE,
                        () -> AdjustedMethods.RISK_DIFFERENCE_IN_STRATA,
                        () -> AdjustedMethods.RISK_DIFFERENCE_IN_CLUSTERS,
                        () -> ImputationMethods.RISK_DIFFERENCE,
                        () -> CountPoolingMethods.RISK_DIFFERENCE));
            case RISK_RATIO ->
                lazily(List.of(
                        () -> RatioMethods.FAMILY,
                        () -> StratifiedRatios.RISK,
                        () -> AdjustedMethods.RISK_RATIO,
                        () -> AdjustedMethods.RISK_RATIO_IN_CLUSTERS,
                        () -> ImputationMethods.RISK_RATIO,
                        () -> CountPoolingMethods.RISK_RATIO));
            case ODDS_RATIO ->
                lazily(List.of(
                        () -> OddsRatioMethods.FAMILY,
                        () -> AdjustedMethods.ODDS_RATIO,
                        () -> ImputationMethods.ODDS_RATIO,
                        () -> CountPoolingMethods.ODDS_RATIO,
                        () -> MixedModelMethods.ODDS_RATIO));
            case CONDITIONAL_ODDS_RATIO ->
                lazily(List.of(
                        () -> StratifiedRatios.CONDITIONAL_ODDS,
                        () -> OrdinalMethods.ODDS_RATIO,
                        () -> AdjustedMethods.CONDITIONAL_ODDS_RATIO,
                        () -> AdjustedMethods.ORDINAL_ODDS_RATIO,
                        () -> AdjustedMethods.CONDITIONAL_ODDS_RATIO_IN_CLUSTERS));
            case TEST ->
                lazily(List.of(
                        () -> BinaryTests.FAMILY,
                        () -> AmountMethods.TEST,
                        () -> TimesTests.TEST,
                        () -> StratifiedTests.BINARY,
                        () -> StratifiedTests.AMOUNT,
                        () -> AdjustedMethods.PROPORTIONALITY,
                        () -> AllArmsTests.BINARY,
                        () -> AllArmsTests.AMOUNT,
                        () -> StratifiedArmsTests.BINARY,
                        () -> StratifiedArmsTests.AMOUNT,
                        () -> AgainstControlMethods.TEST));
            case RANK_ASSOCIATION -> lazily(List.of(() -> AssociationMethods.FAMILY));
            case INTERACTION_TEST ->
                lazily(List.of(
                        () -> StratifiedTests.HOMOGENEITY,
                        () -> InteractionMethods.RISK_DIFFERENCE,
                        () -> InteractionMethods.RISK_RATIO,
                        () -> InteractionMethods.ODDS_RATIO,
                        () -> InteractionMethods.MEAN_DIFFERENCE,
                        () -> AdjustedInteractionMethods.RISK_DIFFERENCE,
                        () -> AdjustedInteractionMethods.RISK_RATIO,
                        () -> AdjustedInteractionMethods.ODDS_RATIO,
                        () -> AdjustedInteractionMethods.MEAN_DIFFERENCE,
                        () -> ModerationMethods.RISK_DIFFERENCE,
                        () -> ModerationMethods.RISK_RATIO,
                        () -> ModerationMethods.ODDS_RATIO,
                        () -> ModerationMethods.MEAN_DIFFERENCE));
            case MEAN_DIFFERENCE ->
                lazily(List.of(
                        () -> AmountMethods.MEAN_DIFFERENCE,
                        () -> AdjustedMethods.MEAN_DIFFERENCE,
                        () -> AdjustedMethods.MEAN_DIFFERENCE_IN_CLUSTERS,
                        () -> AgainstControlMethods.MEAN_DIFFERENCE,
                        () -> ImputationMethods.MEAN_DIFFERENCE));
            case RATIO_OF_MEANS ->
                lazily(List.of(
                        () -> AmountMethods.RATIO_OF_MEANS,
                        () -> AdjustedMethods.RATIO_OF_MEANS,
                        () -> AdjustedMethods.RATIO_OF_MEANS_IN_CLUSTERS));
            case PROBABILISTIC_INDEX -> lazily(List.of(() -> AmountMethods.PROBABILISTIC_INDEX));
            case HODGES_LEHMANN -> lazily(List.of(() -> AmountMethods.HODGES_LEHMANN));
            case WIN_ODDS -> lazily(List.of(() -> AmountMethods.WIN_ODDS));
            case STANDARDISED_MEAN_DIFFERENCE ->
                lazily(List.of(
                        () -> AmountMethods.STANDARDISED_MEAN_DIFFERENCE,
                        () -> BalanceMethods.YES_NO,
                        () -> BalanceMethods.CATEGORY));
            case SURVIVAL -> lazily(List.of(() -> TimesMethods.SURVIVAL));
            case MEDIAN_TIME -> lazily(List.of(() -> TimesMethods.MEDIAN_TIME));
            case AT_RISK -> lazily(List.of(() -> TimesMethods.AT_RISK));
            case RMST -> lazily(List.of(() -> TimesMethods.RMST));
            case RMST_DIFFERENCE ->
                lazily(List.of(() -> TimesMethods.RMST_DIFFERENCE, () -> AdjustedTimesMethods.RMST_DIFFERENCE));
            case RMST_RATIO -> lazily(List.of(() -> TimesMethods.RMST_RATIO));
            case RMTL -> lazily(List.of(() -> TimesMethods.RMTL));
            case RMTL_DIFFERENCE -> lazily(List.of(() -> TimesMethods.RMTL_DIFFERENCE));
            case RMTL_RATIO -> lazily(List.of(() -> TimesMethods.RMTL_RATIO));
            case HAZARD_RATIO -> lazily(List.of(() -> TimesMethods.HAZARD_RATIO));
            case SUBDISTRIBUTION_HAZARD_RATIO -> lazily(List.of(() -> SubdistributionMethods.FAMILY));
            case TIPPING_POINT -> lazily(List.of(() -> MissingMethods.TIPPING_POINT));
            case TIPPING_SHIFT -> lazily(List.of(() -> MissingMethods.TIPPING_SHIFT));
            case TRIMMING_BOUND -> lazily(List.of(() -> MissingMethods.TRIMMING_BOUND));
            case CUMULATIVE_INCIDENCE -> lazily(List.of(() -> TimesMethods.CUMULATIVE_INCIDENCE));
            case MEAN_WEEKS -> lazily(List.of(() -> WeeklyMethods.MEAN_WEEKS));
            case MEAN_WEEKS_DIFFERENCE -> lazily(List.of(() -> WeeklyMethods.MEAN_WEEKS_DIFFERENCE));
            case ESTIMATE -> lazily(List.of(() -> PoolingMethods.FAMILY));
            case TAU_SQUARED -> lazily(List.of(() -> VarianceEstimators.FAMILY, () -> MixedModelMethods.TAU_SQUARED));
            case I_SQUARED -> lazily(List.of(() -> HeterogeneityMethods.I_SQUARED));
            case H_SQUARED -> lazily(List.of(() -> HeterogeneityMethods.H_SQUARED));
            case PREDICTION_INTERVAL -> lazily(List.of(() -> HeterogeneityMethods.PREDICTION_INTERVAL));
            case HETEROGENEITY_TEST ->
                lazily(List.of(() -> StudiesTests.HETEROGENEITY, () -> MixedModelMethods.HETEROGENEITY));
            case SMALL_STUDY_TEST -> lazily(List.of(() -> StudiesTests.SMALL_STUDIES));
            case SIGNIFICANT_STUDIES -> lazily(List.of(() -> SignificantStudies.FAMILY));
            case FILLED_STUDIES -> lazily(List.of(() -> FillingMethods.FAMILY));
            case COUNT,
                    STRATUM_COUNT,
                    COVARIATE_COUNT,
                    COVARIATE,
                    EFFECT_SLOPE,
                    SUMMARY,
                    NUMBER_NEEDED_TO_TREAT,
                    FIDELITY_SCORE,
                    FIDELITY_BAND,
                    FIDELITY_CHANGE,
                    CASELOAD,
                    DAYS_OVER_LIMIT,
                    CONSISTENCY,
                    FITTING_COUNTS,
                    P_ADJUSTED,
                    DONOR_DISTANCE,
                    WEIGHT,
                    MODERATOR_TEST,
                    VARIANCE_EXPLAINED,
                    HAT,
                    COOKS_DISTANCE,
                    DFFITS,
                    STUDENTISED_RESIDUAL -> Stream.empty();
        };
    }

    private static Stream<Family<?>> lazily(List<Supplier<Family<?>>> families) {
        return families.stream().map(Supplier::get);
    }
}
