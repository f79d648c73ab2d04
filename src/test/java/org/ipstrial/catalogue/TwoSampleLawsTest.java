package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.Samples;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.location.TwoSampleEffect;
import org.ipstrial.stats.location.TwoSamples;
import org.ipstrial.stats.resampling.Resampling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of one side and of margins that every effect of an amount keeps, on random hours with many zeros (seeds 1 to 60),
 * on amounts without ties (seed 7) and on all small whole numbers.
 */
class TwoSampleLawsTest {

    private static final List<Family<TwoSampleEffect>> FAMILIES = List.of(
            AmountMethods.MEAN_DIFFERENCE,
            AmountMethods.RATIO_OF_MEANS,
            AmountMethods.PROBABILISTIC_INDEX,
            AmountMethods.HODGES_LEHMANN,
            AmountMethods.WIN_ODDS,
            AmountMethods.STANDARDISED_MEAN_DIFFERENCE);
    private static final double[] LEVELS = {0.8, 0.95, 0.975};
    private static final Resampling RESAMPLING = Samples.resampling(200, 1);
    private static final List<TwoSamples> SAMPLES =
            Stream.concat(Samples.manyTwoArms().stream(), untied().stream()).toList();

    static Stream<Arguments> effects() {
        return FAMILIES.stream().flatMap(family -> family.methods().stream()
                .map(method -> Arguments.of(family.measure(), method.id(), method.function())));
    }

    static Stream<Arguments> testedEffects() {
        return effects().filter(arguments -> !isBootstrap((String) arguments.get()[1]));
    }

    /** Amounts without ties, among them or among their differences. */
    private static List<TwoSamples> untied() {
        Random random = new Random(7);
        List<TwoSamples> untied = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            untied.add(new TwoSamples(
                    random.doubles(2 + random.nextInt(12), 1, 40).toArray(),
                    random.doubles(2 + random.nextInt(12), 1, 30).toArray()));
        }
        return untied;
    }

    /** Of no effect, of others, of one that is a difference of two amounts, and of the limits themselves and beside them. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("testedEffects")
    void excludesAMarginExactlyWhenTheTestOfItRejects(Measure measure, String id, TwoSampleEffect effect) {
        int rejected = 0;
        for (TwoSamples samples : SAMPLES) {
            for (Alternative alternative : Alternative.values()) {
                for (double level : LEVELS) {
                    Estimate estimate = limits(measure, effect, samples, level, alternative);
                    for (double margin : margins(measure, samples, estimate)) {
                        TestResult test = effect.test(samples, margin, alternative);
                        String what = describe(samples) + " " + alternative + " of " + margin + " at " + level + ": "
                                + test.pValue() + " " + estimate;
                        assertThat(test.pValue().ifEstimated().isPresent())
                                .as(what)
                                .isEqualTo(hasLimits(estimate));
                        double p = test.pValue().ifEstimated().orElse(Double.NaN);
                        boolean exact = id.equals("exact");
                        if (hasLimits(estimate) && (exact || Math.abs(p - (1 - level)) > 1e-9)) {
                            boolean rejects = p <= (1 - level) * (1 + 1e-9);
                            assertThat(outside(estimate, margin)).as(what).isEqualTo(rejects);
                            rejected += rejects ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(rejected).isGreaterThan(100);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void theLimitOfOneSideIsThatOfTwoSidesWithTwiceTheTail(Measure measure, String id, TwoSampleEffect effect) {
        EffectScale scale = EffectScale.of(measure).orElseThrow();
        int compared = 0;
        for (TwoSamples samples : SAMPLES) {
            // With ties and unequal arms the exact distribution is not symmetric, and each side has its own limit.
            if (id.equals("exact") && samples.group().length != samples.reference().length && tied(samples)) {
                continue;
            }
            for (double level : LEVELS) {
                Estimate both = effect.of(samples, 2 * level - 1, RESAMPLING);
                Estimate greater = limits(measure, effect, samples, level, Alternative.GREATER);
                Estimate less = limits(measure, effect, samples, level, Alternative.LESS);

                assertThat(greater.lower()).as(describe(samples)).isEqualTo(both.lower());
                assertThat(less.upper()).as(describe(samples)).isEqualTo(both.upper());
                if (hasLimits(both)) {
                    assertThat(greater.upper()).isEqualTo(Quantity.limit(scale.most()));
                    assertThat(less.lower()).isEqualTo(Quantity.limit(scale.least()));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("testedEffects")
    void changingArmsRoundChangesTheSides(Measure measure, String id, TwoSampleEffect effect) {
        for (TwoSamples samples : SAMPLES) {
            for (double margin : margins(measure, samples, Estimate.notEstimable(Reason.NO_VARIANCE))) {
                double mirrored = mirror(measure, margin);
                assertThat(p(effect, samples, margin, Alternative.GREATER))
                        .as(describe(samples) + " " + margin)
                        .isCloseTo(p(effect, samples.swapped(), mirrored, Alternative.LESS), within(1e-9));
                assertThat(p(effect, samples, margin, Alternative.TWO_SIDED))
                        .as(describe(samples) + " " + margin)
                        .isCloseTo(p(effect, samples.swapped(), mirrored, Alternative.TWO_SIDED), within(1e-9));
            }
        }
    }

    /** The effect that is tested can only count for less the larger it is. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("testedEffects")
    void aLargerMarginIsHarderToExceed(Measure measure, String id, TwoSampleEffect effect) {
        for (TwoSamples samples : SAMPLES) {
            double before = 0;
            double[] margins = margins(measure, samples, Estimate.notEstimable(Reason.NO_VARIANCE));
            Arrays.sort(margins);
            for (double margin : margins) {
                double p = p(effect, samples, margin, Alternative.GREATER);
                assertThat(p).as(describe(samples) + " " + margin).isGreaterThanOrEqualTo(before - 1e-12);
                before = p;
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void onlyABootstrapIntervalInvertsNoTest(Measure measure, String id, TwoSampleEffect effect) {
        Quantity p = effect.test(
                        new TwoSamples(new double[] {3, 5, 8, 9}, new double[] {1, 2, 4, 6}),
                        EffectScale.of(measure).orElseThrow().noEffect(),
                        Alternative.GREATER)
                .pValue();

        assertThat(p.equals(Quantity.notEstimable(Reason.INTERVAL_ONLY))).isEqualTo(isBootstrap(id));
        assertThat(p.ifEstimated().isPresent()).isNotEqualTo(isBootstrap(id));
    }

    private static boolean isBootstrap(String id) {
        return id.startsWith("bootstrap");
    }

    private static Estimate limits(
            Measure measure, TwoSampleEffect effect, TwoSamples samples, double level, Alternative alternative) {
        EffectScale scale = EffectScale.of(measure).orElseThrow();
        return alternative.limits(effect.of(samples, level, alternative, RESAMPLING), scale.least(), scale.most());
    }

    private static double[] margins(Measure measure, TwoSamples samples, Estimate estimate) {
        EffectScale scale = EffectScale.of(measure).orElseThrow();
        List<Double> margins = new ArrayList<>();
        if (scale.isRatio()) {
            margins.addAll(List.of(0.5, 1.0, 1.7));
        } else if (measure == Measure.PROBABILISTIC_INDEX) {
            margins.addAll(List.of(0.3, 0.5, 0.65));
        } else {
            margins.addAll(List.of(-3.25, 0.0, 1.1, samples.group()[0] - samples.reference()[0]));
        }
        for (Quantity limit : List.of(estimate.lower(), estimate.upper())) {
            limit.ifEstimated()
                    .ifPresent(value -> margins.addAll(List.of(value, Math.nextUp(value), Math.nextDown(value))));
        }
        return margins.stream()
                .filter(scale::holds)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mirror(Measure measure, double effect) {
        return EffectScale.of(measure).orElseThrow().isRatio()
                ? 1 / effect
                : measure == Measure.PROBABILISTIC_INDEX ? 1 - effect : -effect;
    }

    private static double p(TwoSampleEffect effect, TwoSamples samples, double margin, Alternative alternative) {
        return effect.test(samples, margin, alternative).pValue().ifEstimated().orElse(1);
    }

    private static boolean hasLimits(Estimate estimate) {
        return exists(estimate.lower()) && exists(estimate.upper());
    }

    private static boolean exists(Quantity limit) {
        return limit.ifEstimated().isPresent() || limit.equals(Quantity.notEstimable(Reason.UNBOUNDED));
    }

    private static boolean outside(Estimate estimate, double margin) {
        return margin < estimate.lower().ifEstimated().orElse(Double.NEGATIVE_INFINITY)
                || margin > estimate.upper().ifEstimated().orElse(Double.POSITIVE_INFINITY);
    }

    private static boolean tied(TwoSamples samples) {
        double[] all = Stream.of(samples.group(), samples.reference())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return Arrays.stream(all).distinct().count() < all.length;
    }

    private static String describe(TwoSamples samples) {
        return Arrays.toString(samples.group()) + " | " + Arrays.toString(samples.reference());
    }
}
