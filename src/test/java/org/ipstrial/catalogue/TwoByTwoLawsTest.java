package org.ipstrial.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.Alternative;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.Tables;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.contingency.TwoByTwoEffect;
import org.ipstrial.stats.contingency.TwoByTwoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that every effect of the catalogue keeps, on all 2,916 tables up to nine an arm and on seeded larger ones. */
class TwoByTwoLawsTest {

    private static final double[] LEVELS = {0.8, 0.95, 0.999};
    private static final List<TwoByTwo> SMALL = Tables.all(9);
    private static final List<TwoByTwo> LARGE = Tables.random(4000, 1_000_000);
    /** For the method that takes milliseconds a table; under the profile slow it is tried on all small ones too. */
    private static final List<TwoByTwo> FEW = Stream.concat(
                    Tables.random(25, 40).stream(), Tables.all(Boolean.getBoolean("laws.all") ? 9 : 3).stream())
            .toList();

    private static final List<Family<TwoByTwoEffect>> FAMILIES =
            List.of(BinaryMethods.RISK_DIFFERENCE, BinaryMethods.RISK_RATIO, BinaryMethods.ODDS_RATIO);

    static Stream<Arguments> effects() {
        return FAMILIES.stream().flatMap(family -> family.methods().stream()
                .map(method -> Arguments.of(family.measure(), method.id(), method)));
    }

    static Stream<Arguments> scorePairs() {
        return Stream.of(
                Arguments.of(BinaryMethods.RISK_DIFFERENCE, "miettinen-nurminen", "chi-squared-n-1"),
                Arguments.of(BinaryMethods.RISK_RATIO, "miettinen-nurminen", "chi-squared-n-1"),
                Arguments.of(BinaryMethods.ODDS_RATIO, "miettinen-nurminen", "chi-squared-n-1"),
                Arguments.of(BinaryMethods.RISK_DIFFERENCE, "mee", "chi-squared"),
                Arguments.of(BinaryMethods.ODDS_RATIO, "conditional-exact", "fisher-exact-central"),
                Arguments.of(BinaryMethods.RISK_RATIO, "koopman", "chi-squared"),
                Arguments.of(BinaryMethods.ODDS_RATIO, "score", "chi-squared"));
    }

    @Test
    void triesAllSmallTables() {
        assertThat(SMALL).hasSize(2916);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void liesWithinItsScaleAroundTheEstimateAndWidensWithTheLevel(
            Measure measure, String id, Method<TwoByTwoEffect> method) {
        double least = measure == Measure.RISK_DIFFERENCE ? -1 : 0;
        double most = measure == Measure.RISK_DIFFERENCE ? 1 : Double.POSITIVE_INFINITY;
        onAllTables(id, table -> {
            Limits inner = null;
            for (double level : LEVELS) {
                Limits limits = Limits.of(method.function().of(table, level));
                if (limits.exist()) {
                    check(limits.lower() >= least && limits.upper() <= most, table, "out of range", limits);
                    check(
                            // The limits of Agresti and Caffo are not about the observed difference.
                            id.equals("agresti-caffo")
                                    || Double.isNaN(limits.estimate())
                                    || limits.contain(limits.estimate()),
                            table,
                            "estimate outside",
                            limits);
                    check(
                            inner == null
                                    || limits.lower() <= inner.lower() + rounding(id) * Math.abs(inner.lower())
                                            && inner.upper()
                                                    <= limits.upper() + rounding(id) * Math.abs(limits.upper()),
                            table,
                            "narrower than at a lower level",
                            limits);
                    inner = limits;
                }
            }
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void mirrorsWhenTheArmsAreSwapped(Measure measure, String id, Method<TwoByTwoEffect> method) {
        onAllTables(id, table -> assertMirror(measure, method, table, table.swapped()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void mirrorsWhenTheEventIsItsOpposite(Measure measure, String id, Method<TwoByTwoEffect> method) {
        if (measure != Measure.RISK_RATIO) {
            onAllTables(id, table -> assertMirror(measure, method, table, table.complement()));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void growsWithTheEventsOfTheGroup(Measure measure, String id, Method<TwoByTwoEffect> method) {
        // The normal approximations shrink where a cell empties and do not keep this law.
        if (List.of("wald", "wald-cc", "katz", "woolf").contains(id)) {
            return;
        }
        onAllTables(id, table -> {
            if (table.group().nonEvents() > 0) {
                TwoByTwo more = TwoByTwo.of(
                        table.group().events() + 1,
                        table.group().assessed(),
                        table.reference().events(),
                        table.reference().assessed());
                Limits limits = Limits.of(method.function().of(table, 0.95));
                Limits larger = Limits.of(method.function().of(more, 0.95));
                check(
                        limits.lower() <= larger.lower() + rounding(id)
                                && limits.upper() <= larger.upper() + rounding(id),
                        table,
                        "does not grow: " + larger,
                        limits);
            }
        });
    }

    @ParameterizedTest(name = "{0} {1} and {2}")
    @MethodSource("scorePairs")
    void excludesNoDifferenceExactlyWhenItsTestRejects(Family<TwoByTwoEffect> family, String effect, String test) {
        TwoByTwoEffect interval = family.method(effect).orElseThrow().function();
        TwoByTwoTest itsTest = BinaryMethods.TEST.method(test).orElseThrow().function();
        double none = family.measure() == Measure.RISK_DIFFERENCE ? 0 : 1;
        onAllTables(effect, table -> {
            TestResult result = itsTest.of(table);
            for (double level : LEVELS) {
                Limits limits = Limits.of(interval.of(table, level));
                boolean rejected = result.pValue().ifEstimated().orElse(1) < 1 - level;
                check(limits.contain(none) != rejected, table, "disagrees with " + result.pValue(), limits);
            }
        });
    }

    /** On both sides and on each one, of a table's own effect, of no effect and of others. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("effects")
    void excludesAnEffectExactlyWhenTheTestOfItRejects(Measure measure, String id, Method<TwoByTwoEffect> method) {
        boolean difference = measure == Measure.RISK_DIFFERENCE;
        double[] effects = difference ? new double[] {-0.1, 0, 0.3} : new double[] {0.5, 1, 1.7};
        List<TwoByTwo> tables = id.equals("exact-score") ? FEW.subList(20, 45) : SMALL;
        for (TwoByTwo table : tables) {
            for (Alternative alternative : Alternative.values()) {
                for (double level : new double[] {0.8, 0.975}) {
                    Estimate both = method.function().of(table, alternative.twoSidedLevel(level));
                    Limits limits = Limits.of(
                            alternative.limits(both, difference ? -1 : 0, difference ? 1 : Double.POSITIVE_INFINITY));
                    for (double effect : effects) {
                        TestResult test = method.function().test(table, effect, alternative);
                        double p = test.pValue().ifEstimated().orElse(Double.NaN);
                        if (limits.exist() && Math.abs(p - (1 - level)) > 1e-9) {
                            check(
                                    limits.contain(effect) == p > 1 - level,
                                    table,
                                    alternative + " of " + effect + " disagrees with p = " + p + " at " + level,
                                    limits);
                        }
                    }
                }
            }
        }
    }

    private static void assertMirror(Measure measure, Method<TwoByTwoEffect> method, TwoByTwo table, TwoByTwo other) {
        DoubleUnaryOperator mirror = measure == Measure.RISK_DIFFERENCE ? v -> -v : v -> 1 / v;
        Limits limits = Limits.of(method.function().of(table, 0.95));
        Limits mirrored = Limits.of(method.function().of(other, 0.95));
        if (limits.exist() && mirrored.exist()) {
            check(
                    close(method.id(), limits.lower(), mirror.applyAsDouble(mirrored.upper()))
                            && close(method.id(), limits.upper(), mirror.applyAsDouble(mirrored.lower())),
                    table,
                    "no mirror of " + mirrored,
                    limits);
        }
        check(limits.exist() || !mirrored.exist() || measure != Measure.RISK_DIFFERENCE, table, "lacks", limits);
        if (!Double.isNaN(limits.estimate()) && !Double.isNaN(mirrored.estimate())) {
            check(
                    close(method.id(), limits.estimate(), mirror.applyAsDouble(mirrored.estimate())),
                    table,
                    "estimate",
                    limits);
        }
    }

    private static boolean close(String id, double one, double other) {
        return one == other || Math.abs(one - other) <= 20 * rounding(id) + 1e-12 * Math.abs(one);
    }

    /** How far rounding, or a search that ends at a stated width, may carry a limit. */
    private static double rounding(String id) {
        return switch (id) {
            case "exact-score" -> 1e-10;
            case "conditional-exact", "mid-p" -> 1e-12;
            default -> 1e-15;
        };
    }

    private static void check(boolean holds, TwoByTwo table, String what, Limits limits) {
        if (!holds) {
            fail(table + ": " + what + ", " + limits);
        }
    }

    private static void onAllTables(String id, Consumer<TwoByTwo> law) {
        if (id.equals("exact-score")) {
            FEW.forEach(law);
            return;
        }
        SMALL.forEach(law);
        LARGE.forEach(law);
    }
}
