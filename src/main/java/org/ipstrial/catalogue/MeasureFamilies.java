package org.ipstrial.catalogue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.adjusted.AdjustedMethods;
import org.ipstrial.catalogue.subgroups.InteractionMethods;
import org.ipstrial.catalogue.times.TimesMethods;
import org.ipstrial.catalogue.times.TimesTests;

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
                        () -> AdjustedMethods.RISK_DIFFERENCE_IN_STRATA));
            case RISK_RATIO ->
                lazily(List.of(
                        () -> RatioMethods.FAMILY, () -> StratifiedRatios.RISK, () -> AdjustedMethods.RISK_RATIO));
            case ODDS_RATIO -> lazily(List.of(() -> OddsRatioMethods.FAMILY, () -> AdjustedMethods.ODDS_RATIO));
            case CONDITIONAL_ODDS_RATIO ->
                lazily(List.of(
                        () -> StratifiedRatios.CONDITIONAL_ODDS,
                        () -> AdjustedMethods.CONDITIONAL_ODDS_RATIO,
                        () -> AdjustedMethods.ORDINAL_ODDS_RATIO));
            case TEST ->
                lazily(List.of(
                        () -> BinaryTests.FAMILY,
                        () -> AmountMethods.TEST,
                        () -> TimesTests.TEST,
                        () -> StratifiedTests.BINARY,
                        () -> StratifiedTests.AMOUNT));
            case RANK_ASSOCIATION -> lazily(List.of(() -> AssociationMethods.FAMILY));
            case INTERACTION_TEST ->
                lazily(List.of(
                        () -> StratifiedTests.HOMOGENEITY,
                        () -> InteractionMethods.RISK_DIFFERENCE,
                        () -> InteractionMethods.RISK_RATIO,
                        () -> InteractionMethods.ODDS_RATIO,
                        () -> InteractionMethods.MEAN_DIFFERENCE));
            case MEAN_DIFFERENCE ->
                lazily(List.of(() -> AmountMethods.MEAN_DIFFERENCE, () -> AdjustedMethods.MEAN_DIFFERENCE));
            case RATIO_OF_MEANS ->
                lazily(List.of(() -> AmountMethods.RATIO_OF_MEANS, () -> AdjustedMethods.RATIO_OF_MEANS));
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
            case RMST_DIFFERENCE -> lazily(List.of(() -> TimesMethods.RMST_DIFFERENCE));
            case RMST_RATIO -> lazily(List.of(() -> TimesMethods.RMST_RATIO));
            case RMTL -> lazily(List.of(() -> TimesMethods.RMTL));
            case RMTL_DIFFERENCE -> lazily(List.of(() -> TimesMethods.RMTL_DIFFERENCE));
            case RMTL_RATIO -> lazily(List.of(() -> TimesMethods.RMTL_RATIO));
            case HAZARD_RATIO -> lazily(List.of(() -> TimesMethods.HAZARD_RATIO));
            case CUMULATIVE_INCIDENCE -> lazily(List.of(() -> TimesMethods.CUMULATIVE_INCIDENCE));
            case COUNT,
                    STRATUM_COUNT,
                    COVARIATE_COUNT,
                    COVARIATE,
                    SUMMARY,
                    NUMBER_NEEDED_TO_TREAT,
                    FIDELITY_SCORE,
                    FIDELITY_BAND,
                    FIDELITY_CHANGE,
                    CONSISTENCY,
                    FITTING_COUNTS -> Stream.empty();
        };
    }

    private static Stream<Family<?>> lazily(List<Supplier<Family<?>>> families) {
        return families.stream().map(Supplier::get);
    }
}
