package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.stratified.exact.ExactCommonOddsRatio;
import org.ipstrial.stats.contingency.stratified.score.SkewnessCorrectedDifference;
import org.ipstrial.stats.contingency.stratified.score.TScoreDifference;
import org.ipstrial.stats.contingency.stratified.score.TangOddsRatio;
import org.ipstrial.stats.contingency.stratified.score.TangRatio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of every method over strata: on every pair of the smallest tables, and on seeded strata of all sizes. */
class StratifiedLawsTest {

    private static final long SEED = 19590422;
    private static final List<StratifiedTables> PAIRS = pairs(Tables.all(2));
    private static final List<StratifiedTables> MIXED = mixed(60, 60);

    enum Method {
        SATO(true, StratifiedEffect.of(MantelHaenszelDifference::of, MantelHaenszelDifference::test)),
        SCORE_MH(
                true,
                StratifiedEffect.of(
                        StratifiedMiettinenNurminen::withMantelHaenszelWeights,
                        StratifiedMiettinenNurminen::testWithMantelHaenszelWeights)),
        SCORE_IV(
                true,
                StratifiedEffect.of(
                        StratifiedMiettinenNurminen::withInverseVarianceWeights,
                        StratifiedMiettinenNurminen::testWithInverseVarianceWeights)),
        NEWCOMBE(true, StratifiedEffect.of(StratifiedNewcombeDifference::of, StratifiedNewcombeDifference::test)),
        RISK_RATIO(false, StratifiedEffect.of(MantelHaenszelRatio::of, MantelHaenszelRatio::test)),
        ODDS_RATIO(false, StratifiedEffect.of(MantelHaenszelOddsRatio::of, MantelHaenszelOddsRatio::test)),
        EXACT(false, StratifiedEffect.of(ExactCommonOddsRatio::of, ExactCommonOddsRatio::test)),
        SCAS(true, StratifiedEffect.of(SkewnessCorrectedDifference::of, SkewnessCorrectedDifference::test)),
        TDAS(true, StratifiedEffect.of(TScoreDifference::of, TScoreDifference::test)),
        TANG_RATIO(false, StratifiedEffect.of(TangRatio::of, TangRatio::test)),
        TANG_RATIO_SKEWED(false, StratifiedEffect.of(TangRatio::skewnessCorrected, TangRatio::testSkewnessCorrected)),
        TANG_ODDS(false, StratifiedEffect.of(TangOddsRatio::of, TangOddsRatio::test)),
        TANG_ODDS_SKEWED(
                false, StratifiedEffect.of(TangOddsRatio::skewnessCorrected, TangOddsRatio::testSkewnessCorrected));

        private final boolean difference;
        private final StratifiedEffect effect;

        Method(boolean difference, StratifiedEffect effect) {
            this.difference = difference;
            this.effect = effect;
        }

        boolean isOfRisks() {
            return this == RISK_RATIO || this == TANG_RATIO || this == TANG_RATIO_SKEWED;
        }

        double mirror(double value) {
            return difference ? 0 - value : 1 / value;
        }
    }

    private static List<StratifiedTables> pairs(List<TwoByTwo> tables) {
        List<StratifiedTables> all = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            for (int j = i; j < tables.size(); j++) {
                all.add(strata(tables.get(i), tables.get(j)));
            }
        }
        return all;
    }

    private static List<StratifiedTables> mixed(int howMany, int largest) {
        List<TwoByTwo> tables = Tables.random(4 * howMany, largest);
        Random random = new Random(SEED);
        List<StratifiedTables> all = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            all.add(strata(tables.subList(4 * i, 4 * i + 2 + random.nextInt(3)).toArray(TwoByTwo[]::new)));
        }
        return all;
    }

    private static StratifiedTables strata(TwoByTwo... tables) {
        List<Stratum> strata = new ArrayList<>();
        for (TwoByTwo table : tables) {
            strata.add(Stratum.of("stratum " + strata.size(), table));
        }
        return new StratifiedTables(strata);
    }

    private static List<StratifiedTables> all() {
        List<StratifiedTables> all = new ArrayList<>(PAIRS);
        all.addAll(MIXED);
        return all;
    }

    private static double number(Quantity quantity, double unbounded) {
        if (quantity instanceof Quantity.NotEstimable none) {
            return none.reason() == Reason.UNBOUNDED ? unbounded : Double.NaN;
        }
        return quantity.ifEstimated().getAsDouble();
    }

    private static void assertMirror(
            StratifiedTables strata, Quantity got, Quantity other, DoubleUnaryOperator mirror, double unbounded) {
        double one = number(got, unbounded);
        double two = mirror.applyAsDouble(number(other, -unbounded));
        if (!Double.isNaN(one) && !Double.isNaN(two)) {
            assertThat(one).as(strata.toString()).isCloseTo(two, within(1e-9 * Math.max(1, Math.abs(two))));
        }
    }

    @Test
    void triesAllPairsOfTheSmallestTables() {
        assertThat(PAIRS).hasSize(25 * 26 / 2);
    }

    @ParameterizedTest
    @EnumSource
    void mirrorsWhenTheArmsAreSwapped(Method method) {
        for (StratifiedTables strata : all()) {
            Estimate one = method.effect.of(strata, 0.95);
            Estimate other = method.effect.of(strata.swapped(), 0.95);
            boolean zero = !method.difference && one.estimate().ifEstimated().orElse(0) == 0;
            if (!zero) {
                assertMirror(strata, one.estimate(), other.estimate(), method::mirror, Double.NaN);
                assertMirror(strata, one.lower(), other.upper(), method::mirror, Double.NEGATIVE_INFINITY);
                assertMirror(strata, one.upper(), other.lower(), method::mirror, Double.POSITIVE_INFINITY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void mirrorsWhenTheEventIsItsOpposite(Method method) {
        if (method.isOfRisks()) {
            return;
        }
        for (StratifiedTables strata : all()) {
            Estimate one = method.effect.of(strata, 0.95);
            Estimate other = method.effect.of(strata.complement(), 0.95);
            if (method.difference || one.estimate().ifEstimated().orElse(0) > 0) {
                assertMirror(strata, one.lower(), other.upper(), method::mirror, Double.NEGATIVE_INFINITY);
                assertMirror(strata, one.upper(), other.lower(), method::mirror, Double.POSITIVE_INFINITY);
            }
        }
    }

    /** Not a bit of it. */
    @ParameterizedTest
    @EnumSource
    void neitherTheOrderNorTheNamesOfStrataNorEmptyOnesMatter(Method method) {
        for (StratifiedTables strata : MIXED) {
            List<Stratum> others = new ArrayList<>();
            for (Stratum stratum : strata.strata()) {
                others.add(new Stratum("other " + stratum.name(), stratum.group(), stratum.reference()));
            }
            others.add(Stratum.of("group alone", 3, 7, 0, 0));
            others.add(Stratum.of("reference alone", 0, 0, 2, 5));
            others.add(Stratum.of("nobody", 0, 0, 0, 0));
            Collections.reverse(others);
            StratifiedTables same = new StratifiedTables(others);
            assertThat(method.effect.of(same, 0.95)).isEqualTo(method.effect.of(strata, 0.95));
            double effect = method.difference ? 0.02 : 1.1;
            assertThat(method.effect.test(same, effect, Alternative.LESS))
                    .isEqualTo(method.effect.test(strata, effect, Alternative.LESS));
            assertThat(CochranMantelHaenszelTest.of(same, Alternative.TWO_SIDED))
                    .isEqualTo(CochranMantelHaenszelTest.of(strata, Alternative.TWO_SIDED));
            assertThat(BreslowDayTest.corrected(same)).isEqualTo(BreslowDayTest.corrected(strata));
        }
    }

    @ParameterizedTest
    @EnumSource
    void excludesAnEffectExactlyWhenItsTestRejects(Method method) {
        double[] effects = method.difference ? new double[] {-0.3, 0, 0.15} : new double[] {0.6, 1, 1.8};
        for (StratifiedTables strata : all()) {
            for (Alternative alternative : Alternative.values()) {
                double level = 0.9;
                Estimate estimate = method.effect.of(strata, alternative.twoSidedLevel(level));
                Estimate limits = alternative.limits(
                        estimate, method.difference ? -1 : 0, method.difference ? 1 : Double.POSITIVE_INFINITY);
                double lower = number(limits.lower(), Double.NEGATIVE_INFINITY);
                double upper = number(limits.upper(), Double.POSITIVE_INFINITY);
                // The statistics that are sought on a grid take long: their sides are told apart at no effect alone.
                boolean quick = method.compareTo(Method.SCAS) < 0 || alternative == Alternative.TWO_SIDED;
                for (double effect : quick ? effects : new double[] {effects[1]}) {
                    OptionalDouble p = method.effect
                            .test(strata, effect, alternative)
                            .pValue()
                            .ifEstimated();
                    if (p.isPresent() && Math.abs(p.getAsDouble() - (1 - level)) > 1e-9 && !Double.isNaN(lower)) {
                        assertThat(lower <= effect && effect <= upper)
                                .as("%s %s of %s: p = %s, %s to %s", strata, alternative, effect, p, lower, upper)
                                .isEqualTo(p.getAsDouble() > 1 - level);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheEstimateAndWidensWithTheLevel(Method method) {
        for (StratifiedTables strata : all()) {
            Estimate narrow = method.effect.of(strata, 0.8);
            Estimate wide = method.effect.of(strata, 0.99);
            double estimate = number(narrow.estimate(), Double.NaN);
            double lower = number(narrow.lower(), Double.NEGATIVE_INFINITY);
            double upper = number(narrow.upper(), Double.POSITIVE_INFINITY);
            if (!Double.isNaN(estimate) && !Double.isNaN(lower)) {
                assertThat(lower).as(strata.toString()).isLessThanOrEqualTo(estimate);
                assertThat(upper).as(strata.toString()).isGreaterThanOrEqualTo(estimate);
                assertThat(number(wide.lower(), Double.NEGATIVE_INFINITY))
                        .as(strata.toString())
                        .isLessThanOrEqualTo(lower + 1e-12);
                assertThat(number(wide.upper(), Double.POSITIVE_INFINITY))
                        .as(strata.toString())
                        .isGreaterThanOrEqualTo(upper - 1e-12);
            }
        }
    }

    /** But for strata without events or with events only, whose variance is 0 at no difference and nowhere else. */
    @Test
    void theScoreWithMantelHaenszelWeightsIsTheirTestAtNoDifference() {
        int tried = 0;
        for (StratifiedTables strata : all()) {
            if (strata.strata().stream().map(Stratum::silence).allMatch(Optional::isEmpty)) {
                OptionalDouble z = StratifiedMiettinenNurminen.testWithMantelHaenszelWeights(
                                strata, 0, Alternative.TWO_SIDED)
                        .statistic();
                double chiSquared = CochranMantelHaenszelTest.of(strata, Alternative.TWO_SIDED)
                        .statistic()
                        .getAsDouble();
                assertThat(z.getAsDouble() * z.getAsDouble())
                        .as(strata.toString())
                        .isCloseTo(chiSquared, within(1e-9 * Math.max(1, chiSquared)));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    /** Twenty in the group and nobody elsewhere: the variance of the stratum without events is 0 at 0 and rises at once. */
    @Test
    void aScoreThatTurnsBackRejectsOnlyWhatItRejectsToTheEnd() {
        StratifiedTables strata = strata(TwoByTwo.of(1, 1, 0, 9), TwoByTwo.of(0, 20, 0, 5));
        double atZero = Math.sqrt(CochranMantelHaenszelTest.of(strata, Alternative.TWO_SIDED)
                .statistic()
                .getAsDouble());
        double turned = StratifiedMiettinenNurminen.testWithMantelHaenszelWeights(strata, 0, Alternative.TWO_SIDED)
                .statistic()
                .getAsDouble();

        // The lowest of a grid of ten thousand points below 0 is what counts.
        double lowest = atZero;
        for (int i = 1; i < 10_000; i++) {
            double difference = -i / 10_000.0;
            double z = ScoreWeights.MANTEL_HAENSZEL.z(strata.tables(), difference);
            lowest = Math.min(lowest, z);
        }
        assertThat(atZero).isCloseTo(3, within(1e-9));
        assertThat(turned).isCloseTo(lowest, within(1e-6)).isLessThan(2.3);
    }

    /** The dips of the statistic, sought on a fine grid: the limits are the outermost differences that are not rejected. */
    @Test
    void theScoreLimitsAreTheOutermostOnAGridToo() {
        double z = 1.959963984540054;
        for (ScoreWeights weights : ScoreWeights.values()) {
            for (StratifiedTables strata : MIXED.subList(0, 40)) {
                List<TwoByTwo> used = weights.used(strata.tables());
                if (used.isEmpty()) {
                    continue;
                }
                Estimate estimate = weights == ScoreWeights.MANTEL_HAENSZEL
                        ? StratifiedMiettinenNurminen.withMantelHaenszelWeights(strata, 0.95)
                        : StratifiedMiettinenNurminen.withInverseVarianceWeights(strata, 0.95);
                double lower = estimate.lower().ifEstimated().getAsDouble();
                double upper = estimate.upper().ifEstimated().getAsDouble();
                for (int i = -999; i < 1000; i++) {
                    double difference = i / 1000.0;
                    if (difference < lower || difference > upper) {
                        assertThat(Math.abs(weights.z(used, difference)))
                                .as(strata + " at " + difference + " beyond " + lower + " to " + upper)
                                .isGreaterThan(z - 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void productsOfLargeCountsDoNotOverflow() {
        // 9,240 people: R's mantelhaen.test multiplies its whole numbers and gives NA for the limits.
        TwoByTwo table = TwoByTwo.of(4100, 4620, 3980, 4620);
        int most = Integer.MAX_VALUE;
        StratifiedTables strata = strata(table, TwoByTwo.of(most / 2, most, most / 3, most));
        for (Method method : Method.values()) {
            Estimate estimate = method.effect.of(strata, 0.95);
            if (method == Method.EXACT) {
                assertThat(estimate).isEqualTo(Estimate.notEstimable(Reason.TOO_LARGE_FOR_EXACT));
                continue;
            }
            assertThat(number(estimate.lower(), Double.NaN)).as(method.name()).isFinite();
            assertThat(number(estimate.lower(), Double.NaN)).isLessThan(number(estimate.estimate(), Double.NaN));
        }
        assertThat(CochranMantelHaenszelTest.of(strata(table), Alternative.TWO_SIDED)
                        .statistic()
                        .getAsDouble())
                .isCloseTo(14.194434960737453, within(1e-12));
        assertThat(CochranMantelHaenszelTest.of(strata, Alternative.GREATER).pValue())
                .isEqualTo(Quantity.of(Double.MIN_VALUE));
        assertThat(BreslowDayTest.of(strata).statistic().getAsDouble()).isFinite();
    }

    @Test
    void saysWhyThereIsNothing() {
        StratifiedTables oneArm =
                new StratifiedTables(List.of(Stratum.of("a", 1, 2, 0, 0), Stratum.of("b", 0, 0, 1, 2)));
        for (Method method : Method.values()) {
            assertThat(method.effect.of(oneArm, 0.95).estimate())
                    .as(method.name())
                    .isEqualTo(Quantity.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
            assertThat(method.effect
                            .test(oneArm, method.difference ? 0 : 1, Alternative.LESS)
                            .pValue())
                    .isEqualTo(Quantity.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
        }
        assertThat(CochranMantelHaenszelTest.of(oneArm, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));
        assertThat(BreslowDayTest.of(oneArm)).isEqualTo(TestResult.notEstimable(Reason.NO_STRATUM_WITH_BOTH_ARMS));

        StratifiedTables none = strata(TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(0, 2, 0, 9));
        assertThat(CochranMantelHaenszelTest.of(none, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertWithoutVariance(0, none);
        assertThat(MantelHaenszelDifference.test(none, 0, Alternative.LESS))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
        assertThat(MantelHaenszelRatio.of(none, 0.95)).isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(MantelHaenszelOddsRatio.of(none, 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));
        assertThat(BreslowDayTest.of(none)).isEqualTo(TestResult.notEstimable(Reason.NO_EVENTS_IN_EITHER_ARM));

        assertThat(MantelHaenszelOddsRatio.of(strata(TwoByTwo.of(4, 4, 1, 3), TwoByTwo.of(1, 2, 0, 9)), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.NO_INFORMATIVE_STRATUM));
        assertThat(MantelHaenszelOddsRatio.of(strata(TwoByTwo.of(4, 4, 1, 3), TwoByTwo.of(2, 2, 1, 9)), 0.95))
                .isEqualTo(Estimate.notEstimable(Reason.ALL_EVENTS_IN_GROUP));
        assertThat(MantelHaenszelRatio.of(strata(TwoByTwo.of(0, 4, 1, 3), TwoByTwo.of(0, 2, 1, 9)), 0.95))
                .isEqualTo(Estimate.withoutLimits(0, Reason.NO_EVENTS_IN_GROUP));
        assertThat(BreslowDayTest.corrected(strata(TwoByTwo.of(1, 4, 1, 3), TwoByTwo.of(0, 2, 0, 9))))
                .isEqualTo(TestResult.notEstimable(Reason.FEWER_THAN_TWO_STRATA));
    }

    /** All or none of an arm in every stratum: a formula that gives a variance of 0 knows nothing of it. */
    @Test
    void differencesWithoutVarianceHaveNoLimits() {
        assertWithoutVariance(0, strata(TwoByTwo.of(4, 4, 3, 3), TwoByTwo.of(0, 2, 0, 9)));
        assertWithoutVariance(1, strata(TwoByTwo.of(4, 4, 0, 3), TwoByTwo.of(2, 2, 0, 9)));
        assertWithoutVariance(-1, strata(TwoByTwo.of(0, 4, 3, 3), TwoByTwo.of(0, 2, 9, 9)));
        assertThat(MantelHaenszelRatio.of(strata(TwoByTwo.of(4, 4, 3, 3), TwoByTwo.of(2, 2, 9, 9)), 0.95))
                .isEqualTo(Estimate.withoutLimits(1, Reason.NO_VARIANCE));
        for (Method method : List.of(Method.SCORE_MH, Method.SCORE_IV, Method.NEWCOMBE)) {
            Estimate score = method.effect.of(strata(TwoByTwo.of(0, 4, 0, 3), TwoByTwo.of(0, 2, 0, 9)), 0.95);
            assertThat(number(score.lower(), Double.NaN)).as(method.name()).isLessThan(-0.1);
            assertThat(number(score.upper(), Double.NaN)).as(method.name()).isGreaterThan(0.1);
        }
        // Differences of 1 and -1 are spread, although no arm is.
        assertThat(number(
                        MantelHaenszelDifference.of(strata(TwoByTwo.of(4, 4, 0, 3), TwoByTwo.of(0, 2, 9, 9)), 0.95)
                                .lower(),
                        Double.NaN))
                .isFinite();
    }

    private static void assertWithoutVariance(double difference, StratifiedTables strata) {
        Quantity none = Quantity.notEstimable(Reason.NO_VARIANCE);
        assertThat(MantelHaenszelDifference.of(strata, 0.95))
                .isEqualTo(new Estimate(Quantity.of(difference), Optional.of(none), none, none));
        assertThat(MantelHaenszelDifference.test(strata, 0, Alternative.TWO_SIDED))
                .isEqualTo(TestResult.notEstimable(Reason.NO_VARIANCE));
    }

    @Test
    void tellsWhatAStratumDoesNotTell() {
        assertThat(Stratum.of("a", 0, 0, 1, 2).silence()).contains(Reason.NOBODY_ASSESSED_IN_GROUP);
        assertThat(Stratum.of("a", 1, 2, 0, 0).silence()).contains(Reason.NOBODY_ASSESSED_IN_REFERENCE);
        assertThat(Stratum.of("a", 0, 0, 0, 0).silence()).contains(Reason.NOBODY_ASSESSED);
        assertThat(Stratum.of("a", 0, 3, 0, 2).silence()).contains(Reason.NO_EVENTS_IN_EITHER_ARM);
        assertThat(Stratum.of("a", 3, 3, 2, 2).silence()).contains(Reason.ALL_EVENTS_IN_BOTH_ARMS);
        assertThat(Stratum.of("a", 0, 3, 1, 2).silence()).isEmpty();
    }

    @Test
    void refusesTwoStrataOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new StratifiedTables(List.of(Stratum.of("a", 1, 2, 1, 2), Stratum.of("a", 1, 2, 1, 2))))
                .withMessage("each stratum must have a name of its own, got twice a");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void everyIntervalRefusesALevelThatIsNoFraction(double level) {
        for (Method method : Method.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> method.effect.of(strata(TwoByTwo.of(1, 2, 1, 3)), level))
                    .withMessage("level must lie strictly between 0 and 1, got " + level);
        }
    }

    @Test
    void theScoreRefusesADifferenceThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.SCORE_MH.effect.test(strata(TwoByTwo.of(1, 2, 1, 3)), 1, Alternative.LESS))
                .withMessage("the tested effect must lie strictly between -1.0 and 1.0, got 1.0");
    }
}
