package org.ipstrial.stats.contingency.stratified;

import static org.assertj.core.api.Assertions.assertThat;
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

        final boolean difference;
        final StratifiedEffect effect;

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

    static StratifiedTables strata(TwoByTwo... tables) {
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

    static double number(Quantity quantity, double unbounded) {
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
}
