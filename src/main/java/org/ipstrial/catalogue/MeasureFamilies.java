package org.ipstrial.catalogue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;

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
            case RISK_DIFFERENCE -> lazily(List.of(() -> DifferenceMethods.FAMILY));
            case RISK_RATIO -> lazily(List.of(() -> RatioMethods.FAMILY));
            case ODDS_RATIO -> lazily(List.of(() -> OddsRatioMethods.FAMILY));
            case TEST -> lazily(List.of(() -> BinaryTests.FAMILY, () -> AmountMethods.TEST));
            case MEAN_DIFFERENCE -> lazily(List.of(() -> AmountMethods.MEAN_DIFFERENCE));
            case RATIO_OF_MEANS -> lazily(List.of(() -> AmountMethods.RATIO_OF_MEANS));
            case PROBABILISTIC_INDEX -> lazily(List.of(() -> AmountMethods.PROBABILISTIC_INDEX));
            case HODGES_LEHMANN -> lazily(List.of(() -> AmountMethods.HODGES_LEHMANN));
            case WIN_ODDS -> lazily(List.of(() -> AmountMethods.WIN_ODDS));
            case STANDARDISED_MEAN_DIFFERENCE ->
                lazily(List.of(
                        () -> AmountMethods.STANDARDISED_MEAN_DIFFERENCE,
                        () -> BalanceMethods.YES_NO,
                        () -> BalanceMethods.CATEGORY));
            case COUNT, SUMMARY, NUMBER_NEEDED_TO_TREAT -> Stream.empty();
        };
    }

    private static Stream<Family<?>> lazily(List<Supplier<Family<?>>> families) {
        return families.stream().map(Supplier::get);
    }
}
