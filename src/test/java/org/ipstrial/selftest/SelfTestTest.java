package org.ipstrial.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipstrial.catalogue.Catalogue;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.catalogue.ReferenceValues;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    private static final SelfTest WHOLE = SelfTest.run();

    private static ReferenceValue wilson(String statistic, double expected, double tolerance) {
        return new ReferenceValue("proportion", "wilson", "36/154", 0.95, statistic, expected, tolerance, "by hand");
    }

    @Test
    void everyReferenceValueIsTriedOnceAndAgrees() {
        assertThat(WHOLE.failures()).isEmpty();
        assertThat(WHOLE.numbers()).isEqualTo(ReferenceValues.all().size());
        assertThat(WHOLE.passed()).isTrue();
    }

    @Test
    void everyMethodOfTheCatalogueIsCheckedAgainstTwoSourcesOrMore() {
        assertThat(WHOLE.methods())
                .hasSize(Catalogue.CHECKED.stream()
                        .mapToInt(family -> family.methods().size())
                        .sum());
        Set<String> fewer = WHOLE.methods().stream()
                .filter(method -> method.sources().size() < 2)
                .map(method -> method.family().measure().id() + " "
                        + method.method().id() + ", " + method.family().input().words() + ": " + method.sources())
                .collect(Collectors.toSet());
        assertThat(fewer).isEmpty();
    }

    @Test
    void oneMethodOrOneMeasureCanBeTriedAlone() {
        assertThat(SelfTest.run("wilson").orElseThrow().methods())
                .extracting(method -> method.method().id())
                .containsExactly("wilson");
        SelfTest shares = SelfTest.run("proportion").orElseThrow();
        assertThat(shares.passed()).isTrue();
        assertThat(shares.methods())
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(method -> method.family().measure().id().equals("proportion"));
        assertThat(SelfTest.run("wilsonn")).isEmpty();
    }

    @Test
    void aWrongNumberFails() {
        ReferenceValue wrong = wilson("conf.low", 0.1740, 0.00005);
        SelfTest test = SelfTest.of(List.of(wrong, wilson("conf.high", 0.3066, 0.00005)));
        assertThat(test.failures()).extracting(Check::value).containsExactly(wrong);
        assertThat(test.passed()).isFalse();
    }

    @Test
    void aValueOfNoMethodFails() {
        ReferenceValue astray =
                new ReferenceValue("proportion", "wilsonn", "36/154", 0.95, "conf.low", 0.1739, 0.00005, "by hand");
        SelfTest test = SelfTest.of(List.of(astray));
        assertThat(test.astray()).extracting(Check::value).containsExactly(astray);
        assertThat(test.failures()).hasSize(1);
        assertThat(test.passed()).isFalse();
    }

    @Test
    void aStatisticThatTheMethodDoesNotGiveFails() {
        assertThat(SelfTest.of(List.of(wilson("std.error", 0.03, 1))).failures())
                .extracting(Check::why)
                .containsExactly("it gives no std.error");
        assertThat(SelfTest.of(List.of(wilson("conf.lo", 0.03, 1))).failures())
                .extracting(Check::why)
                .containsExactly("no statistic conf.lo");
    }

    @Test
    void aMethodThatEndsWithAFaultFailsAndTheOthersGoOn() {
        ReferenceValue impossible =
                new ReferenceValue("proportion", "wilson", "5/4", 0.95, "conf.low", 0.5, 1, "by hand");
        SelfTest test = SelfTest.of(List.of(impossible, wilson("conf.low", 0.1739, 0.00005)));
        assertThat(test.failures()).hasSize(1);
        assertThat(test.failures().get(0).why()).startsWith("java.lang.IllegalArgumentException");
    }

    @Test
    void aMethodWithoutChecksDoesNotPass() {
        SelfTest test = SelfTest.of(List.of(wilson("conf.low", 0.1739, 0.00005)));
        assertThat(test.failures()).isEmpty();
        assertThat(test.passed()).isFalse();
    }

    /** -log10 of a relative error of 1e-4 is 4; nothing agrees in more than 15 digits but itself. */
    @Test
    void digitsAreTheLogRelativeError() {
        assertThat(digits(2, 2.0002)).isCloseTo(4, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(digits(0, 1e-6)).isCloseTo(6, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(digits(1, 1)).isEqualTo(15);
        assertThat(digits(1, 3)).isZero();
        assertThat(digits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isEqualTo(15);
        assertThat(digits(Double.POSITIVE_INFINITY, 3)).isZero();
        assertThat(Check.none(wilson("conf.low", 1, 1), "why").digits()).isZero();
    }

    private static double digits(double expected, double got) {
        return new Check(wilson("conf.low", expected, 1), OptionalDouble.of(got), "").digits();
    }
}
